"""Chapters are the headings of the upper levels, found in as many steps as there are headings."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from corpus.knowledge.document.chapters import chapters_of
from corpus.model.context import DocumentKind, Tense
from corpus.model.source import Heading


def headings(*levels: int) -> list[Heading]:
    return [Heading(level, "电商", 10 * place) for place, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "opening"),
    [
        ((), ()),
        ((1,), (0,)),
        ((1, 1, 2), (0, 1)),
        ((1, 2, 3, 2), (1, 3)),  # the title of the whole is no chapter
        ((1, 3, 3), (1, 2)),
        ((2, 1, 2), (1,)),  # what comes later is no title of the whole
        ((3, 2, 2, 3), (1, 2)),
    ],
)
def test_which_headings_open_a_chapter(levels: tuple[int, ...], opening: tuple[int, ...]) -> None:
    found = chapters_of(headings(*levels), DocumentKind.UNKNOWN, None)
    assert [one.start for one in found] == [10 * place for place in opening]


@pytest.mark.parametrize("levels", [(1,), (1, 2)])
def test_that_many_headings_take_steps_in_proportion(levels: tuple[int, ...]) -> None:
    def calls(number: int) -> int:
        many = headings(*levels * number)
        seen = 0

        def heard(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal seen
            seen += event == "call"

        before = sys.getprofile()
        sys.setprofile(heard)
        try:
            chapters_of(many, DocumentKind.UNKNOWN, None)
        finally:
            sys.setprofile(before)
        return seen

    calls(1)
    assert calls(200) < 5 * calls(50)


def test_that_behind_a_chapter_of_plans_a_work_report_goes_on_planning() -> None:
    heads = ("一、去年工作回顾", "二、今年工作安排", "三、加强政府自身建设", "附：名词解释")
    told = [Heading(1, text, 100 * place) for place, text in enumerate(heads)]
    found = chapters_of(told, DocumentKind.WORK_REPORT, 2026)
    assert [one.tense for one in found] == [Tense.PAST, Tense.PLAN, Tense.PLAN, Tense.REPORT]
