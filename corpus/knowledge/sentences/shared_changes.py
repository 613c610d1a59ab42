"""Changes shared out that go different ways: 净利分别为3.1亿元和1.7亿元，同比分别下降8.5%和增长26%."""

from __future__ import annotations

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
from index.lazy_pattern import LazyPattern

_TWO: Final = 2


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
    if beside[0].unit != first.unit or not _next().fullmatch(view.text, first.tail, beside[0].lead):
        return 0
    changes = _changes(view, index, start, head)
    if len(changes) < _TWO:
        return 0
    levels = [place for place, one in enumerate(found) if one.level][-len(changes) :]
    if strip_metric(head.replace("同比", "").replace("环比", "")) and each:
        named = [one for one in names if start <= one.span.start < start + len(head)]
        return _of_each(view, index, head, changes, found, named)
    if len(levels) < len(changes) or not (each or _shared_last(view, found, levels)):
        return 0
    for place, change in zip(levels, changes, strict=True):
        found[place] = replace(found[place], change=change)
    return len(changes)


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
