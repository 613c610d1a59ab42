"""Mending an article by hand: its title, a word of it, where it begins and ends. Nothing a person made moves away."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.own_edits import Ledger, correct_text, restore_ledger, retitle
from corpus.library.intake.corrections.parting import join_again, join_article, part_again, split_article
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import record_view, set_record
from corpus.library.intake.repeats.repeating import set_repeat
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import get_source, list_articles, reading
from corpus.library.reading.organising import set_tags
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus
from corpus.model.collection import Scope, ScopeKind
from corpus.model.edit import RepairState
from corpus.model.errors import UsageError
from corpus.model.source import Page
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.database.changes import Changes

MINE = Scope(ScopeKind.MINE)
TEXT = (
    "仓 储 行 业 观 察\n来源：某研究院 2023-05-06\n第一部分说的是冷库，全国冷库容量为3.7亿元 ， 见下文。\n"
    "智能分拣年报\n分拣线投资达5.2亿元 ，同比增长12%。分拣差错率降到0.3%。\n"
)


def taken(library: Library, path: Path, text: str = TEXT) -> str:
    path.write_text(text, encoding="utf-8")
    return import_paths(library, [path]).sources[0].articles[0].id


def marked(library: Library, article: str, words: str) -> str:
    start = reading(library, article).text.index(words)
    return annotate(library, article, Span(start, start + len(words)), note=words).annotation.id


def state(library: Library) -> Any:
    """Return everything that must come back as it was, by article."""
    found = {}
    for one in list_articles(library, MINE):
        shown = reading(library, one.id)
        found[one.id] = (
            one.title, shown.text, shown.original, one.tags, record_view(library, one.id).item,
            [(edit.edit, edit.span) for edit in shown.edits], library.store.edits.decisions(one.id),
            [(note.annotation.id, note.annotation.status, note.quote) for note in shown.annotations],
            sorted((one.statistic.id, one.statistic.status, one.place.quote) for one in shown.figures),
            get_source(library, one.source)[0].pieces,
        )  # fmt: skip
    return found


def test_that_a_title_is_replaced_and_comes_back(library: Library, tmp_path: Path) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    marked(library, identity, "冷库容量")
    before = state(library)
    kept = retitle(library, identity, "  仓储业\n年中观察 ")
    shown = reading(library, identity)
    assert (shown.summary.title, shown.text.partition("\n")[0]) == ("仓储业 年中观察",) * 2
    assert shown.original.startswith("仓 储 行 业 观 察")
    assert shown.annotations[0].quote == "冷库容量"
    assert record_view(library, identity).item["title"] == "仓储业 年中观察"
    again = restore_ledger(library, kept)
    assert state(library) == before
    restore_ledger(library, again)
    assert reading(library, identity).summary.title == "仓储业 年中观察"
    retitle(library, identity, "又一个标题")
    assert reading(library, identity).text.startswith("又一个标题\n来源")
    assert check(library).findings == ()


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("3.7亿元", "3.9亿元"),
        ("行业观察\n来源：某", "业年报\n来源：一"),
        ("", "补入"),
        ("第一部分说的是冷库，", ""),
    ],
)
def test_that_a_corrected_word_is_an_entry_of_the_ledger(
    library: Library, tmp_path: Path, words: str, right: str
) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    marked(library, identity, "智能分拣")
    before, text = state(library), reading(library, identity).text
    start = text.index(words or "见下文")
    kept = correct_text(library, identity, Span(start, start + len(words)), right)
    shown = reading(library, identity)
    assert shown.text == text[:start] + right + text[start + len(words) :]
    assert [one.edit.kind for one in shown.edits if one.edit.kind.startswith("own")] == ["own_correction"]
    assert shown.annotations[0].quote == "智能分拣"
    assert check(library).findings == ()
    restore_ledger(library, kept)
    assert state(library) == before


def test_that_a_correction_can_be_corrected_and_undone_in_the_ledger(
    library: Library, tmp_path: Path
) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    for right in ("3.9亿元", "4.1亿元"):
        text = reading(library, identity).text
        place = text.index("亿元")
        correct_text(library, identity, Span(place - 3, place + 2), right)
    assert find_places(library, SearchRequest("4.1亿元", "exact")).total == 1
    own = [one.edit for one in ledger(library, identity) if one.edit.kind == "own_correction"]
    assert sorted(one.state for one in own) == [RepairState.APPLIED, RepairState.UNDONE]
    change_repairs(library, identity, undo=[one.id for one in own if one.applied])
    assert "3.7亿元" in reading(library, identity).text


def test_that_figures_are_read_with_the_title_an_article_is_given(library: Library, tmp_path: Path) -> None:
    text = "青禾县网上零售\n\n全年的情况如下。\n\n全县网络零售额达到3.7亿元，网店数量为4100家。\n"
    identity = taken(library, tmp_path / "零售.txt", text)

    def regions() -> list[str]:
        return [one.region for one in library.store.facts.statistics_of(identity)]

    before = retitle(library, identity, "白石县网上零售")
    assert regions() == ["白石县", "白石县"]
    restore_ledger(library, before)
    assert regions() == ["青禾县", "青禾县"]


def test_that_corrections_outlive_a_corrected_file(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "观察.txt"
    identity = taken(library, path)
    retitle(library, identity, "仓储年中观察")
    place = reading(library, identity).text.index("3.7")
    correct_text(library, identity, Span(place, place + 3), "3.9")
    taken(library, path, TEXT.replace("0.3%", "0.4%") + "另有一句补记。\n")
    shown = reading(library, identity)
    assert (shown.summary.title, shown.text.partition("\n")[0]) == ("仓储年中观察",) * 2
    assert "3.9亿元" in shown.text
    assert "0.4%" in shown.text
    assert check(library).findings == ()


def test_that_a_part_begins_on_its_page_and_has_the_record_of_its_file(
    library: Library, tmp_path: Path
) -> None:
    identity = taken(
        library, tmp_path / "观察.md", "---\npublisher: 某出版社\n---\n\n" + TEXT.replace("\n", "\n\n")
    )
    article = library.texts.get(identity).article
    middle, last = (article.original.index(words) for words in ("第一部分", "差错率"))
    pages = (Page("1", 0), Page("2", middle), Page("3", last))
    store = library.store
    with store.transaction(Changes(articles=frozenset({identity}))):
        store.articles.put(replace(article, pages=pages), position=0, shingles=())
    place = article.original.index("智能分拣")
    parted = split_article(library, identity, library.texts.get(identity).clean.index("智能分拣"))
    second = parted.second.article.id
    assert library.texts.get(second).article.pages == (Page("2", 0), Page("3", last - place))
    assert library.texts.get(identity).article.pages == pages[:2]
    record = record_view(library, second).record.item
    assert (record["publisher"], record["title"]) == ("某出版社", "智能分拣年报")
    join_again(library, parted)
    assert library.texts.get(identity).article.pages == pages


def test_that_what_was_put_in_where_an_article_is_split_begins_the_second(
    library: Library, tmp_path: Path
) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    clean = library.texts.get(identity).clean
    place = clean.index("智能分拣")
    correct_text(library, identity, Span(place, place), "新")
    store = library.store
    (edit,) = (one for one in store.edits.of(identity) if one.kind == "own_correction")
    at = library.texts.get(identity).article.original.index("智能分拣")
    whole = library.texts.get(identity).article
    put_in = replace(edit, start=at, end=at, before="", after="新")
    with store.transaction(Changes(articles=frozenset({identity}))):
        store.edits.replace(identity, [put_in if one.id == edit.id else one for one in whole.edits])
    parted = split_article(library, identity, library.texts.get(identity).clean.index("智能分拣"))
    texts = [library.texts.get(one).clean for one in (identity, parted.second.article.id)]
    assert [("新智能分拣" in text, text.count("新")) for text in texts] == [(False, 0), (True, 1)]


def test_that_splitting_and_joining_lose_nothing(library: Library, tmp_path: Path) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    set_tags(library, identity, ["冷链"])
    set_record(library, [identity], {"author": "张三"})
    for words in ("冷库容量", "见下文。\n智能分拣", "差错率降到"):
        marked(library, identity, words)
    figure = next(
        one.statistic for one in reading(library, identity).figures if str(one.statistic.value) == "5.2"
    )
    decide(library, figure.id, FactStatus.CONFIRMED)
    offered = [one.edit.id for one in ledger(library, identity) if one.edit.applied][-1]
    change_repairs(library, identity, undo=[offered])
    before = state(library)
    library.store.database.run("UPDATE articles SET position = 7 WHERE id = ?", identity)
    parted = split_article(library, identity, reading(library, identity).text.index("智能分拣") + 2)
    assert [library.store.articles.position_of(one) for one in (identity, parted.second.article.id)] == [7, 8]
    first, second = reading(library, identity), reading(library, parted.second.article.id)
    assert second.summary.title == "智能分拣年报"
    assert first.original + second.original == before[identity][2]
    assert second.summary.tags == ("冷链",)
    assert [one.quote for one in second.annotations] == ["差错率降到"]
    assert figure.id in {
        one.statistic.id for one in second.figures if one.statistic.status is FactStatus.CONFIRMED
    }
    assert {one.annotation.status for one in first.annotations} == {
        AnchorStatus.PLACED,
        AnchorStatus.APPROXIMATE,
    }
    split = state(library)
    join_again(library, parted)
    assert state(library) == before
    part_again(library, parted)
    assert state(library) == split
    assert join_article(library, parted.second.article.id).first == identity
    assert state(library) == before
    assert check(library).findings == ()


def test_a_figure_an_edit_took_away_comes_back_under_its_id(library: Library, tmp_path: Path) -> None:
    whole = taken(library, tmp_path / "观察.txt")
    parted = split_article(library, whole, reading(library, whole).text.index("智能分拣") + 2)
    part = parted.second.article.id
    before = state(library)

    def corrected(words: str, put: str) -> Ledger:
        start = reading(library, part).text.index(words)
        return correct_text(library, part, Span(start, start + len(words)), put)

    def ids() -> set[str]:
        return {one.statistic.id for one in reading(library, part).figures}

    named = ids()
    renamed = corrected("分拣线投资", "仓储投资")
    assert ids() == named, "the same number is told, whatever it is called"
    gone = corrected("5.2亿", "若干")
    assert named - ids()
    restore_ledger(library, gone)
    restore_ledger(library, renamed)
    assert state(library) == before
    corrected("5.2亿", "若干")
    join_again(library, parted)
    part_again(library, parted)
    assert named - ids()
    offered = next(one.edit.id for one in ledger(library, part) if one.edit.after == "若干")
    change_repairs(library, part, undo=[offered])
    assert ids() == named


def test_that_glued_articles_are_joined_with_what_lay_between(library: Library, tmp_path: Path) -> None:
    body = "这一段讲仓储与配送的关系，讲得很长，为的是够一篇文章的长度。" * 12
    glued = "\n".join(f"{'=' * 20}\n{name}\n来源：某报 2020-01-0{n}\n{body.replace('仓储', name)}\n"
                      for n, name in enumerate(("冷链物流怎么办", "跨境电商怎么走"), 1))  # fmt: skip
    path = tmp_path / "合集.txt"
    path.write_text(glued, encoding="utf-8")
    first, second = [one.id for one in import_paths(library, [path]).sources[0].articles]
    marked(library, second, "跨境电商怎么走")
    before = state(library)
    joined = join_article(library, second)
    assert joined.first == first
    source, articles = get_source(library, list_articles(library, MINE)[0].source)
    assert [one.id for one in articles] == [first]
    tiles = sorted(
        [(one.start, one.end) for one in articles] + [(p.span.start, p.span.end) for p in source.pieces]
    )
    assert tiles[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(tiles))
    assert [one.quote for one in list_annotations(library)] == ["跨境电商怎么走"]
    part_again(library, joined)
    assert state(library) == before


@pytest.mark.parametrize("offset", [-1, 0, 5, 10_000])
def test_that_an_article_is_not_split_where_nothing_would_be_left(
    library: Library, tmp_path: Path, offset: int
) -> None:
    identity = taken(library, tmp_path / "观察.txt")
    with pytest.raises(UsageError):
        split_article(library, identity, offset)
    with pytest.raises(UsageError):
        join_article(library, identity)


def test_that_not_a_repeat_holds_when_the_file_changes(library: Library, tmp_path: Path) -> None:
    first = taken(library, tmp_path / "甲.txt")
    path = tmp_path / "乙.txt"
    second = taken(library, path, TEXT + "多一句。\n")
    assert list_articles(library, MINE)[1].duplicate_of == first
    before = set_repeat(library, second, None)
    taken(library, path, TEXT + "多了一句。\n")
    assert list_articles(library, MINE)[1].duplicate_of is None
    set_repeat(library, second, before)
    assert list_articles(library, MINE)[1].duplicate_of == first
