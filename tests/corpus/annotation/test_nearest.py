"""Folding, the nearest place of changed words, how sure a place is, and one mark made of several."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from rapidfuzz.distance import Levenshtein

from corpus.annotation import fold as folding
from corpus.annotation.anchor import describe, locate
from corpus.annotation.fold import fold
from corpus.annotation.joining import joined
from corpus.annotation.nearest import Match, find_nearest
from corpus.model.annotation import AnchorStatus, Annotation, Region, Selector
from corpus.model.span import Span

DIGITS = "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("３.５", "3.5"), ("3.", "3"), (".5", "5"), ("1,234.5%", "1,234.5%"), ("约12‰。", "约12‰"),
        ("第1-3页", "第1-3页"),
        ("A—B", "ab"), ("电 商\u200b，好！", "电商好"), ("％", "%"), ("a.b", "ab"), ("3.甲", "3甲"),
        ("2019/3:4", "2019/3:4"),
    ],
)  # fmt: skip
def test_that_only_what_typesetting_changes_is_folded_away(text: str, folded: str) -> None:
    made = fold(text)
    assert made.text == folded
    assert len(made.origins) == len(folded)
    assert made.span(0, len(folded)).of(text).strip("，！。.—") == text.strip("，！。.—")


def test_that_notes_in_a_row_fold_an_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[int] = []

    def counted(text: str) -> folding.Folded:
        folded.append(len(text))
        return fold(text)

    monkeypatch.setattr(folding, "fold", counted)
    text = "电商的销售额增长了。" * 50
    for number in range(5):
        assert locate(text, Selector(f"第{number}句不在这一篇里的话，也没有相近的。")).span is None
    assert folded.count(len(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"前文{DIGITS}后文", Match(2, 12, 0)),
        ("前一改三改五改改改九十后", Match(1, 11, 5)),
        (f"甲{DIGITS[1:]}乙", Match(0, 10, 1)),
        (f"{DIGITS[:5]}多出{DIGITS[5:]}", Match(0, 12, 2)),
        (f"乙{DIGITS[:4]}{DIGITS[6:]}乙", Match(1, 9, 2)),
    ],
)
def test_that_changed_words_are_found_with_the_fewest_changes(text: str, expected: Match) -> None:
    assert find_nearest(DIGITS, text, least=0.5) == (expected,)


def test_that_every_place_of_a_text_is_told_once_and_in_order() -> None:
    text = f"{DIGITS}。{'别的话' * 9}{DIGITS[:9]}百。{'别的话' * 9}{DIGITS}"
    found = find_nearest(DIGITS, text, least=0.5)
    assert [(one.start, one.errors) for one in found] == [(0, 0), (38, 1), (76, 0)]
    assert (find_nearest("", "x", least=0.5), find_nearest("x", "", least=0.5)) == ((), ())


@pytest.mark.parametrize("seed", range(6))
def test_that_what_is_found_differs_by_as_much_as_is_said(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - words, no secrets
    for _ in range(20):
        pattern = "".join(chance.choices("甲乙丙丁戊", k=chance.randint(4, 12)))
        text = "".join(chance.choices("甲乙丙丁戊", k=40))
        found = find_nearest(pattern, text, least=0.5)
        for one in found:
            assert one.errors == Levenshtein.distance(pattern, text[one.start : one.end]) <= len(pattern) // 2
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert (pattern not in text) or min(one.errors for one in found) == 0


def test_that_a_place_is_as_sure_as_what_stands_around_it() -> None:
    text = "先说的是早市上的事情，" + DIGITS + "个摊位都卖完了，后来才有人说起夜里的生意。"
    selector = describe(text, Span(11, 21))
    cut = text[:21] + "。完全换成了另外的话，与原来没有一点相同之处吧"
    assert locate(cut, selector).confidence == pytest.approx(0.955, abs=0.01)
    assert locate(text, selector).confidence == 1.0
    twice = f"{DIGITS}，{DIGITS}"
    assert locate(twice, Selector(DIGITS)).confidence == pytest.approx(0.6)
    assert locate(twice, Selector(DIGITS), hint=11).confidence == pytest.approx(0.85)
    near = locate(text.replace("三四", "参四"), selector)
    assert (near.status, 0.8 < near.confidence <= 0.95) == (AnchorStatus.APPROXIMATE, True)


def test_that_a_very_long_quote_is_found_by_its_ends() -> None:
    chance = random.Random(5)  # noqa: S311 - words, no secrets
    words = "".join(chance.choices([chr(0x4E00 + n) for n in range(3000)], k=9000))
    text = "前" * 40 + words + "后" * 40
    selector = describe(text, Span(40, 9040))
    changed = text.replace(words[4000:4050], "改")
    found = locate(changed, selector)
    assert (found.status, found.span) == (AnchorStatus.APPROXIMATE, Span(40, 8991))
    assert found.confidence > 0.9
    assert locate("前" * 40 + words[:3000] + words[-3000:] + "后" * 40, selector).span is None


ORIGINAL = "甲乙丙丁，戊己。庚辛壬癸"


def marked(start: int, end: int, **more: object) -> Annotation:
    span = Span(start, end)
    return replace(Annotation(f"n{start}", "a", describe(ORIGINAL, span), span), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("others", "span"),
    [
        ([(2, 7)], (0, 7)), ([(4, 5), (5, 7)], (0, 7)), ([(5, 7)], (0, 7)), ([(8, 10)], (0, 4)), ([(1, 2)], (0, 4)),
        ([(8, 10), (5, 7)], (0, 10)), ([], (0, 4)),
    ],
)  # fmt: skip
def test_that_marks_that_overlap_or_touch_become_one(
    others: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    made = joined([marked(0, 4), *(marked(*one) for one in others)], ORIGINAL)
    assert made.span == Span(*span)
    assert made.selector == describe(ORIGINAL, Span(*span))


def test_that_one_note_holds_all_that_was_in_several() -> None:
    first = marked(0, 4, note="一", tags=("x", "y"), created="2", extra=json.dumps({"a": 1, "b": "甲"}))
    notes = [
        first,
        marked(8, 10, note=" 二 ", tags=("y", "z"), created="1", private=True, extra=json.dumps({"a": 2, "c": 3})),
        marked(1, 3, note="一"), Annotation("k", "b", Selector("别\n处"), Span(0, 2), note="三"),
    ]  # fmt: skip
    made = joined(notes, ORIGINAL)
    assert made.note == "一\n\n> 庚辛\n\n二\n\n> 别\n> 处\n\n三"
    assert (made.tags, made.private, made.created) == (("x", "y", "z"), True, "1")
    assert made.extra == '{"a": 1, "c": 3, "b": "甲"}'
    assert (joined([first, marked(4, 6)], "").span, joined([marked(0, 1)], ORIGINAL).extra) == (
        Span(0, 4),
        "",
    )
    boxed = marked(0, 4, region=Region(1, 0, 0, 1, 1))
    assert joined([boxed, marked(3, 7)], ORIGINAL).span == Span(0, 4)
    elsewhere = Annotation("k", "b", Selector("x"), Span(2, 9))
    assert joined([first, elsewhere], ORIGINAL).span == Span(0, 4)
