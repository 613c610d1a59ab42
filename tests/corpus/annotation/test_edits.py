"""Notes through eight kinds of edit of their text: found again where their words stand, never silently wrong."""

from __future__ import annotations

import random

import pytest

from corpus.annotation.anchor import describe, locate
from corpus.model.annotation import AnchorStatus
from corpus.model.span import Span
from tests.benchmarks.generated import generate

SPANS = 30
EXACT = ("before", "after", "moved", "wrapped around")
FUZZY = ("replaced", "inserted", "left out")
GONE = ("deleted", "sentence deleted", "paragraph deleted")
FLOORS = dict.fromkeys(FUZZY, 0.97)
"""Shares found again; of every other kind all, and of what was deleted nothing: it waits in the inbox."""


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


@pytest.mark.parametrize("spans", [SPANS, pytest.param(300, marks=pytest.mark.long)])
@pytest.mark.parametrize("kind", [*EXACT, *FUZZY, *GONE])
def test_that_notes_are_found_again(kind: str, spans: int) -> None:
    dice = random.Random(kind)  # noqa: S311 - texts, not secrets
    text = generate(9).text
    right = wrong = 0
    for _ in range(spans):
        start = dice.randrange(len(text) - 60)
        span = Span(start, start + dice.randrange(12, 40))
        after, wanted = edited(kind, text, span, dice)
        found = locate(after, describe(text, span), hint=span.start, before=text)
        if wanted < 0:
            right += found.span is None
            wrong += found.status is AnchorStatus.PLACED
        else:
            near = found.span is not None and abs(found.span.start - wanted) <= 2
            right += near
            wrong += found.status is AnchorStatus.PLACED and not near
    assert wrong == 0
    assert right >= spans * FLOORS.get(kind, 1)
