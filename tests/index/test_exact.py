from __future__ import annotations

import random
import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.finder import Finder
from index.fold import ALL_BUT_PUNCTUATION, ALL_FOLDS, SAME_LENGTH, Fold, fold_text
from index.fold.classes import is_blank
from index.query.request import Query
from index.search.literal import _across_blanks, _blanks
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from index.segment import Segmenter

Places = set[tuple[str, int, int]]
ALPHABET = "电商商电後后，。 　aAＡ1.🍚𠮷\n\"'*%_\u200b\x00\ud800张"
SMALL = st.text(alphabet=ALPHABET, max_size=12)


def naive(texts: Mapping[str, str], query: str, folds: frozenset[Fold]) -> Places:
    """Every place by looking at every offset."""
    found: Places = set()
    wanted = fold_text(query, folds).text
    for name, text in texts.items():
        folded = fold_text(text, folds)
        for at in range(len(folded.text) if wanted else 0):
            if folded.text.startswith(wanted, at):
                found.add((name, *folded.span(at, at + len(wanted))))
    return found


def found(finder: Finder, query: str, folds: frozenset[Fold] = frozenset()) -> Places:
    answer = finder.search(Query(query, mode="exact", fold=folds))
    places = {(h.document, h.start, h.end) for h in answer.hits}
    assert len(places) == answer.total == sum(answer.counts.values()) == len(answer.hits)
    return places


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(SMALL, min_size=1, max_size=4),
    extra=st.lists(SMALL, max_size=2),
    query=st.text(alphabet=ALPHABET, min_size=1, max_size=3),
    folds=st.one_of(st.just(set(ALL_BUT_PUNCTUATION)), st.sets(st.sampled_from(sorted(ALL_FOLDS)))),
)
def test_an_exact_search_finds_what_a_naive_scan_finds(
    tmp_path_factory: pytest.TempPathFactory,
    segmenter: Segmenter,
    texts: list[str],
    extra: list[str],
    query: str,
    folds: set[Fold],
) -> None:
    """With an index that lags behind the last documents."""
    folder = tmp_path_factory.mktemp("exact")
    shelf = Shelf({str(i): t for i, t in enumerate(texts)})
    synchronise(folder, shelf, segmenter)
    for i, text in enumerate(extra):
        shelf.put(f"x{i}", text)
    finder = Finder(folder, shelf, segmenter)
    chosen = frozenset(folds)
    quoted = f'"{query}"'
    if not fold_text(query, chosen).text:
        chosen &= SAME_LENGTH | {"space"}
    if not fold_text(query, chosen).text:
        chosen &= SAME_LENGTH
    every = {name: d.text for name, d in shelf.documents.items()}
    assert found(finder, quoted, frozenset(folds)) == naive(every, query, chosen)
    finder.close()


@pytest.mark.parametrize(
    ("query", "count"),
    [("电商", 3), ("電商", 1),
     ("𠮷", 2), ("🍚", 1), ("5G", 2), ("，", 1), (",", 1), ("12624.7", 1), ("張", 1), ("后", 0),
     ('"电商"', 3), ('"', 0), ("NOT", 0), ("电商 AND 规模", 0), ("", 0), ("商电", 0), ("ABC", 0), ("。今天", 0)],
)  # fmt: skip
def test_every_occurrence_is_counted_and_nothing_is_an_operator(
    finder: Finder, query: str, count: int
) -> None:
    assert len(found(finder, query)) == count


def test_overlapping_places_are_all_found(find_in: object) -> None:
    finder = find_in({"a": "哈哈哈哈"})  # type: ignore[operator]
    assert found(finder, "哈哈") == {("a", 0, 2), ("a", 1, 3), ("a", 2, 4)}


def test_that_places_of_one_sentence_are_one_hit_where_sentences_are_listed(find_in: object) -> None:
    finder = find_in({"a": "哈哈哈哈。他说哈哈。\n别的。", "b": "又是\n哈哈。"})  # type: ignore[operator]
    first = finder.search(Query("哈哈", mode="exact", by_sentence=True, limit=1))
    every = finder.search(Query("哈哈", by_sentence=True))
    each = finder.search(Query("哈哈"))
    assert [(hit.start, hit.end, hit.marks, hit.places) for hit in first.hits] == [(0, 2, ((0, 4),), 3)]
    assert [(hit.document, hit.marks, hit.places) for hit in every.hits] == [
        ("a", ((0, 4),), 3),
        ("a", ((7, 9),), 1),
        ("b", ((3, 5),), 1),
    ]
    assert first.total == 5
    assert (every.total, every.literal, every.counts) == (each.total, each.literal, each.counts)


@pytest.mark.parametrize(("query", "each"), [("哈哈", 3), ("哈笑", 1)])
def test_that_what_is_only_counted_is_counted_with_places_that_overlap(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder], query: str, each: int
) -> None:
    shelf = Shelf({f"{n:03}": f"第{n}篇\n他说哈哈哈哈笑。" for n in range(320)})
    synchronise(tmp_path / "index", shelf, segmenter)
    finder = opened(tmp_path / "index", shelf, segmenter)
    for mode in ("exact", "auto"):
        answer = finder.search(Query(query, mode=mode, limit=2))
        assert answer.literal == 320 * each
    assert finder.search(Query("没有的话", limit=2)).literal == 0


def test_that_half_a_character_is_no_fault(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder]
) -> None:
    shelf = Shelf({f"{n:03}": "半个字\ud83c在这里" for n in range(320)})
    synchronise(tmp_path / "index", shelf, segmenter)
    finder = opened(tmp_path / "index", shelf, segmenter)
    assert finder.search(Query("\ud83c", mode="exact", limit=2)).total == 320


def test_only_one_pair_of_ascii_quotes_is_taken_off(find_in: object) -> None:
    finder = find_in({"a": '他说""好""。“好”'})  # type: ignore[operator]
    assert found(finder, '""好""') == {("a", 3, 6)}
    assert found(finder, "“好”") == {("a", 8, 11)}


def test_folds_lead_back_to_the_original_glyphs(finder: Finder) -> None:
    answer = finder.search(Query("后台管理", mode="exact", fold=frozenset({"variants"})))
    assert [(h.document, h.text) for h in answer.hits] == [("b", "後台管理")]
    spaced = finder.search(Query("abc 公司", mode="exact", fold=ALL_FOLDS))
    assert [(h.document, h.text, h.before[-3:], h.after[:2]) for h in spaced.hits] == [
        ("c", "ＡＢＣ公司", "饭🍚。", "不卖")
    ]


def test_places_come_by_article_then_position_and_a_limit_cuts_hits_only(finder: Finder) -> None:
    whole = finder.search(Query("电商", mode="exact"))
    by_article = list(dict.fromkeys(h.document for h in whole.hits))
    expected = sorted(whole.hits, key=lambda h: (by_article.index(h.document), h.start))
    assert list(whole.hits) == expected
    assert by_article == ["a"]
    cut = finder.search(Query("电商", mode="exact", limit=2))
    assert (cut.total, cut.documents, cut.counts, cut.hits) == (
        whole.total,
        whole.documents,
        whole.counts,
        whole.hits[:2],
    )


def test_quotes_cut_anywhere_are_all_found(finder: Finder, shelf: Shelf) -> None:
    chance = random.Random(7)  # noqa: S311 the same cuts at every run
    for _ in range(200):
        name = chance.choice(list(shelf.documents))
        text = shelf.documents[name].text
        size = chance.choice([1, 2, 4, 6, 10, 20])
        at = chance.randrange(max(1, len(text) - size))
        quote = text[at : at + size]
        assert (name, at, at + len(quote)) in found(finder, f'"{quote}"')


def test_only_allowed_documents_are_looked_through(finder: Finder) -> None:
    answer = finder.search(Query("直播", allowed=frozenset({"c"})))
    assert {h.document for h in answer.hits} == {"c"}
    assert finder.search(Query("直播", allowed=frozenset())).total == 0


def test_every_blank_of_unicode_may_stand_between() -> None:
    blanks = [c for c in map(chr, range(sys.maxunicode + 1)) if is_blank.__wrapped__(c)]
    assert {c for c in blanks if not re.fullmatch(_blanks(), c)} == set()


def test_a_long_quote_is_found_across_blanks(find_in: object) -> None:
    finder = find_in({"a": "头" + "电 商" * 100 + "尾"})  # type: ignore[operator]
    answer = finder.search(Query("电商" * 100))
    assert (answer.hits[0].kind, answer.hits[0].start, answer.hits[0].end) == ("exact", 1, 301)


def blanks_left_out(text: str, string: str) -> list[tuple[int, int]]:
    """Every place of a string among the characters that are no blanks."""
    places = [at for at, char in enumerate(text) if not is_blank(char)]
    plain = "".join(text[at] for at in places)
    return [
        (places[at], places[at + len(string) - 1] + 1)
        for at in range(len(plain) - len(string) + 1)
        if plain.startswith(string, at)
    ]


@given(st.text("电商 \n", max_size=24), st.text("电商", min_size=2, max_size=9))
def test_that_a_string_is_found_whatever_blanks_stand_in_it(text: str, string: str) -> None:
    for ground in (text, " ".join(string), f"{string[:4]}\n {string[4:]} {text}", text + string[:-1]):
        assert _across_blanks(ground, string) == blanks_left_out(ground, string)
