"""Chapters of a document: whether each looks back, reports or plans, and which time its heading names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.context import Chapter, DocumentKind, Tense
from corpus.model.source import Heading
from corpus.model.statistic import Period
from corpus.text.numbers import find_numbers
from index.lazy_pattern import LazyPattern

_PLAN: Final = LazyPattern(
    r"工作安排|工作部署|重点工作|重点任务|主要任务|目标任务|(?:预期|发展|奋斗|主要|总体)目标|工作打算|工作思路|主要考虑|下一步|下步|展望|规划|计划|愿景"
    r"|打算|(?:今后|未来)[^，]{0,6}(?:工作|任务|发展)|工作(?:要点|重点|建议|任务|计划)|(?:总体)?要求"
)
_PAST: Final = LazyPattern(
    r"回顾|总结|成就|成绩|成效|完成情况|历程|过去|主要工作|工作情况|进展|(?:所)?做的工作"
)
_APPENDED: Final = LazyPattern(r"附|名词|解释|说明")
_LONGEST: Final = 60


def chapters_of(headings: Sequence[Heading], kind: DocumentKind, now: int | None) -> tuple[Chapter, ...]:
    """Return the chapters that the headings of the upper levels open, in the order of the text.

    ``now`` is the year of writing: in a work report a heading that names it, or a later one, plans; behind a chapter
    of plans the next one plans too (四、加强政府自身建设).
    """
    told = [one for one in headings if len(one.text) <= _LONGEST]
    if not told:
        return ()
    top = min(one.level for one in told)
    below = [one.level for one in told if one.level > top]
    if told[0].level == top and len(below) == len(told) - 1:  # the first is the title of the whole
        top = min(below, default=top)
    found: list[Chapter] = []
    planned = False
    for one in told:
        chapter = _chapter(one, kind, now)
        if planned and one.level == top and chapter.tense is Tense.REPORT and not _APPENDED.search(one.text):
            chapter = replace(chapter, tense=Tense.PLAN)
        planned |= kind is DocumentKind.WORK_REPORT and one.level == top and chapter.tense is Tense.PLAN
        if one.level == top or chapter.tense is not Tense.REPORT:
            found.append(chapter)
        elif found and found[-1].tense is not Tense.REPORT and chapter.period.start:
            found.append(Chapter(one.start, one.text, found[-1].tense, chapter.period))
    return tuple(found)


def _chapter(heading: Heading, kind: DocumentKind, now: int | None) -> Chapter:
    """Return the chapter one heading opens."""
    periods = [
        Period(one.span.of(heading.text), one.start_date, one.end_date)
        for one in find_numbers(heading.text)
        if one.kind in {"date", "period"} and one.start_date
    ]
    last = max((period.end or period.start for period in periods), default="")
    ahead = now is not None and last[:4] >= str(now)
    behind = now is not None and last and last[:4] < str(now)
    tense = Tense.REPORT
    if _PLAN.search(heading.text) and not _PAST.search(heading.text):
        tense = Tense.REPORT if behind else Tense.PLAN
    elif _PAST.search(heading.text):
        tense = Tense.PLAN if ahead and kind is DocumentKind.WORK_REPORT and not behind else Tense.PAST
    elif ahead and kind is DocumentKind.WORK_REPORT:
        tense = Tense.PLAN
    return Chapter(heading.start, heading.text, tense, periods[0] if len(periods) == 1 else Period())
