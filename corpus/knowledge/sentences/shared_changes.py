"""Changes shared out that go different ways: 净利分别为3.1亿元和1.7亿元，同比分别下降8.5%和增长26%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.knowledge.phrases.clauses import split_list, split_scope, strip_metric
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import down_words, movement, up_words
from corpus.knowledge.sentences.statements import Found
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Change
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_TWO: Final = 2
_BOTH: Final = LazyPattern(
    r"(?P<what>[^，。；]*?)[，,]?(?P<one>同比|环比)(?:[、,，和与及]|以及)(?P<other>同比|环比)(?:均|都|则)?"
)
"""Before changes of one measure, each against something else."""
_BARE: Final = LazyPattern(r"[ ]?(?:[、，,]|和|及|与|以及)[ ]?(?:约|近|超过?)?[ ]?")


@cache
def _next() -> LazyPattern[str]:
    """Return what stands between two changes told together: 分别下降8.5%|和增长|26%."""
    return LazyPattern(
        rf"[ ]?(?:[、，,]|和|及|与|而)[ ]?(?:{up_words()}|{down_words()})了?[ ]?(?:约|近|超过?)?[ ]?"
    )


def share_changes(
    view: SentenceView, index: int, found: list[Found], names: Sequence[PlatformMention]
) -> int:
    """Give the changes shared out from a figure on to whose they are; return how many figures were read.

    They are those of the last levels found, 净利分别为3亿元和1亿元，同比分别下降8%和增长26%, or of those listed before
    them: 甲和乙营收分别增长5%和下降3%.
    """
    first = view.figures[index]
    start = view.start(first)
    head, each, _ = view.text[start : first.lead].partition("分别")
    beside = view.figures[index + 1 : index + _TWO]
    if not beside or not (each or len(found) >= _TWO):
        return 0
    if both := _BOTH.fullmatch(head) if each else None:
        return _against_each(view, index, both, found)
    if not each and _unsure(view, index, head, found):
        return _TWO
    if beside[0].unit != first.unit or not _next().fullmatch(view.text, first.tail, beside[0].lead):
        return 0
    changes = _changes(view, index, start, head)
    if len(changes) < _TWO:
        return 0
    levels = [place for place, one in enumerate(found) if one.level][-len(changes) :]
    if strip_metric(head.replace("同比", "").replace("环比", "")) and each:
        begin = view.clause(first)
        named = [one for one in names if begin <= one.span.start < start + len(head)]
        return _of_each(view, index, head, changes, found, named)
    if len(levels) < len(changes) or not (each or _shared_last(view, found, levels)):
        return 0
    for place, change in zip(levels, changes, strict=True):
        found[place] = replace(found[place], change=change)
    return len(changes)


def _against_each(view: SentenceView, index: int, both: re.Match[str], found: list[Found]) -> int:
    """Tell two changes of one measure, each against what it is told to be: 同比、环比分别增长5%和下降3%."""
    first, second = view.figures[index : index + _TWO]
    joined = _BARE.fullmatch(view.text, first.tail, second.lead) or _next().fullmatch(
        view.text, first.tail, second.lead
    )
    one = movement(view.text, view.start(first), first)
    other = movement(view.text, first.tail, second) if joined else None
    scope, metric = split_scope(strip_metric(both["what"]))
    last = found[-1] if found and not metric else None
    if joined is None or one is None or first.unit != second.unit or not (metric or last):
        return _TWO
    way = other[0].direction if other else one[0].direction
    told = ((first, one[0].direction, both["one"]), (second, way, both["other"]))
    for figure, direction, basis in told:
        change = Change(direction, figure.value, figure.unit, basis)
        found.append(
            replace(last, figure=figure, change=change, level=False)
            if last
            else Found(figure, metric, scope, change, level=False, confidence=0.7)
        )
    return _TWO


def _unsure(view: SentenceView, index: int, head: str, found: Sequence[Found]) -> bool:
    """Tell whether two changes follow two levels, which may be one of each: 营收3亿元，利润1亿元，同比增长5%和8%."""
    first, second = view.figures[index : index + _TWO]
    levels = [one.level and one.figure.unit != "%" for one in found[-_TWO:]]
    bare = _BARE.fullmatch(view.text, first.tail, second.lead) is not None
    both = first.unit == second.unit == "%" and levels == [True, True]
    return bare and both and _only_moved().fullmatch(head.strip()) is not None


@cache
def _only_moved() -> LazyPattern[str]:
    """Return what stands before changes of what was told before: 同比增长."""
    return LazyPattern(rf"(?:同比|环比|[比较]{BEFORE_IT})?[均各都]?(?:{up_words()}|{down_words()})了?[约近]?")


def _shared_last(view: SentenceView, found: list[Found], levels: list[int]) -> bool:
    """Tell whether the last levels found, and no others, were shared out by 分别 right before."""
    first = found[levels[0]].figure
    bare = all(found[place].change is None for place in levels)
    return bare and levels[-1] == len(found) - 1 and "分别" in view.text[view.start(first) : first.lead]


def _of_each(
    view: SentenceView,
    index: int,
    head: str,
    changes: Sequence[Change],
    found: list[Found],
    named: Sequence[PlatformMention],
) -> int:
    """Tell changes of the things listed in ``head``, one of each; of a list they do not fit nothing is told.

    ``named`` are the companies named in it: where they are the list, each has what is told behind the last.
    """
    words = strip_metric(head.replace("同比", "").replace("环比", ""))
    subjects = split_list(words, len(changes))
    owners = [one.text for one in named] if len(named) == len(changes) else []
    behind = words.rpartition(owners[-1])[2].removeprefix("的") if owners else ""
    if len(behind) > 1:
        subjects = (behind,) * len(changes)
    if subjects is None:
        return len(changes) if "、" in words or "和" in words else 0
    whose = owners if len(behind) > 1 else [""] * len(changes)
    for who, subject, change, figure in zip(whose, subjects, changes, view.figures[index:], strict=False):
        scope, rest = split_scope(subject)
        found.append(Found(figure, rest, scope, change, level=False, subject=who, confidence=0.7))
    return len(changes)


def _changes(view: SentenceView, index: int, start: int, head: str) -> tuple[Change, ...]:
    """Return the changes told one behind the other from a figure on, whose clause begins with ``head``."""
    first = view.figures[index]
    moved = movement(view.text, start, first)
    if moved is None:
        return ()
    changes = [moved[0]]
    basis = moved[0].basis or ("同比" if "同比" in head else "环比" if "环比" in head else "")
    for before, figure in pairwise(view.figures[index:]):
        if figure.unit != first.unit or not _next().fullmatch(view.text, before.tail, figure.lead):
            break
        own = movement(view.text, before.tail, figure)
        if own is None:
            break
        changes.append(own[0])
    return tuple(Change(one.direction, one.value, one.unit, basis) for one in changes)
