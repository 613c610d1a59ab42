"""Kinds of edit of a text in which something was marked, and how often the mark is found again after each."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from corpus.annotation.anchor import describe, locate
from corpus.model.annotation import AnchorStatus
from corpus.model.span import Span

EXACT: Final = ("before", "after", "moved", "wrapped around", "doubled")
FUZZY: Final = ("rewrapped", "replaced", "inserted", "left out")
GONE: Final = ("deleted", "sentence deleted", "paragraph deleted")
KINDS: Final = (*EXACT, *FUZZY, *GONE)
_NEAR: Final = 2
"""Characters by which the beginning found may differ, marks at the head of the quote left aside."""
_CLEAR: Final = 100
"""Characters at the head of a text in which nothing is marked: the double stands there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of so many marks how many came out right, and how many surely at the wrong place."""

    spans: int
    right: int
    wrong: int


def survey(kind: str, text: str, spans: int) -> Outcome:
    """Return how marks of a text fare through one kind of edit; what was deleted is right where it is nowhere."""
    dice = random.Random(kind)  # noqa: S311 - texts, not secrets
    right = wrong = 0
    for _ in range(spans):
        start = dice.randrange(_CLEAR, len(text) - 60)
        span = Span(start, start + dice.randrange(12, 40))
        after, wanted = edited(kind, text, span, dice)
        found = locate(after, describe(text, span), hint=span.start, before=text)
        if wanted < 0:
            right += found.span is None
            wrong += found.status is AnchorStatus.PLACED
        else:
            words = span.of(text)
            slack = _NEAR + len(words) - len(words.lstrip("，。；：、！？\n "))
            near = found.span is not None and abs(found.span.start - wanted) <= slack
            right += near
            wrong += found.status is AnchorStatus.PLACED and not near
    return Outcome(spans, right, wrong)


def edited(kind: str, text: str, span: Span, dice: random.Random) -> tuple[str, int]:
    """Return the text after an edit, and where the marked words begin now (-1: nowhere)."""
    words, middle = span.of(text), span.start + len(span) // 2
    if kind == "before":
        return "新加的一段话。\n" + text, span.start + 8
    if kind == "after":
        return text + "\n后来补的一段。", span.start
    if kind == "moved":
        rest = text[: span.start] + text[span.end :]
        return f"{rest}\n{words}", len(rest) + 1
    if kind == "wrapped around":
        return (
            f"{text[: span.start]}〔注〕{text[span.start : span.end]}〔毕〕{text[span.end :]}",
            span.start + 3,
        )
    if kind == "doubled":
        return f"{text[:40]}{words}{text[40:]}", span.start + len(words)
    if kind == "rewrapped":
        return f"{text[:middle]}\n{text[middle:]}", span.start
    if kind == "replaced":
        return text[:middle] + dice.choice("囍鹤鹿桥") + text[middle + 1 :], span.start
    if kind == "inserted":
        return text[:middle] + "其实" + text[middle:], span.start
    if kind == "left out":
        return text[:middle] + text[middle + 1 :], span.start
    if kind == "sentence deleted":
        start = max(text.rfind(mark, 0, span.start) for mark in "。\n") + 1
        end = min(at for mark in "。\n" if (at := text.find(mark, span.end - 1)) >= 0) + 1
        return text[:start] + text[end:], -1
    if kind == "paragraph deleted":
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        return text[:start] + text[end if end >= 0 else len(text) :], -1
    return text[: span.start] + text[span.end :], -1
