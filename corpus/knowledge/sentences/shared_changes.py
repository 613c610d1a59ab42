"""Changes shared out that go different ways: 净利分别为3.1亿元和1.7亿元，同比分别下降8.5%和增长26%."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import down_words, movement, up_words
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change
from index.lazy_pattern import LazyPattern


@cache
def _next() -> LazyPattern[str]:
    """Return what stands between two changes told together: 分别下降8.5%|和增长|26%."""
    return LazyPattern(
        rf"[ ]?(?:[、，,]|和|及|与|而)[ ]?(?:{up_words()}|{down_words()})了?[ ]?(?:约|近|超过?)?[ ]?"
    )


def share_changes(view: SentenceView, index: int, found: list[Found]) -> int:
    """Give the last levels found the changes shared out among them from a figure on; return how many were read."""
    changes = _changes(view, index)
    levels = [place for place, one in enumerate(found) if one.level][-len(changes) :]
    if not changes or len(levels) < len(changes):
        return 0
    for place, change in zip(levels, changes, strict=True):
        found[place] = replace(found[place], change=change)
    return len(changes)


def _changes(view: SentenceView, index: int) -> tuple[Change, ...]:
    """Return the changes, two or more, that 分别 shares out from a figure on; empty where it shares none out."""
    first = view.figures[index]
    start = view.start(first)
    head, told, _ = view.text[start : first.lead].partition("分别")
    moved = movement(view.text, start, first) if told else None
    if moved is None or strip_metric(head.replace("同比", "").replace("环比", "")):
        return ()
    changes = [moved[0]]
    basis = moved[0].basis or ("同比" if "同比" in head else "环比" if "环比" in head else "")
    for before, figure in zip(view.figures[index:], view.figures[index + 1 :], strict=False):
        if not _next().fullmatch(view.text, before.tail, figure.lead) or figure.unit != first.unit:
            break
        own = movement(view.text, before.tail, figure)
        if own is None:
            break
        changes.append(own[0])
    if len(changes) == 1:
        return ()
    return tuple(Change(one.direction, one.value, one.unit, basis) for one in changes)
