"""Quotations: what stands at a place, in the form it may be copied in, and what stands around it."""

from __future__ import annotations

from dataclasses import replace

from corpus.library.core.texts import ArticleText
from corpus.model.edit import RepairClass
from corpus.model.link import Link, LinkKind
from corpus.model.span import Span
from corpus.text.offsets import apply_edits


def quotation(ready: ArticleText, ground: Span, *, original_wording: bool = True) -> str:
    """Return the text at a span of the original: repaired in form, in its own words unless asked otherwise.

    Empty lines at its ends are no part of it.
    """
    clean = ready.shown(ground).of(ready.clean).strip("\n")
    inside = [
        edit for edit in ready.article.edits if edit.applied and ground.contains(Span(edit.start, edit.end))
    ]
    if not original_wording or all(edit.repair_class is not RepairClass.WORDING for edit in inside):
        return clean
    kept = [
        replace(edit, start=edit.start - ground.start, end=edit.end - ground.start)
        for edit in inside
        if edit.repair_class is not RepairClass.WORDING
    ]
    return apply_edits(ground.of(ready.article.original), kept).strip("\n")


def around(ready: ArticleText, shown: Span, context: str) -> tuple[str, str]:
    """Return the text before and after a span of the clean text: of its sentence, one more, or its paragraph."""
    start, end = _reach(ready, shown, context)
    return ready.clean[start : shown.start], ready.clean[shown.end : end]


def _reach(ready: ArticleText, shown: Span, context: str) -> tuple[int, int]:
    text = ready.clean
    if context == "paragraph":
        end = text.find("\n", shown.end)
        return text.rfind("\n", 0, shown.start) + 1, len(text) if end < 0 else end
    touched = [n for n, one in enumerate(ready.sentences) if one.overlaps(shown)]
    if context == "none" or not touched:
        return shown.start, shown.end
    more = 1 if context == "around" else 0
    first = ready.sentences[max(0, touched[0] - more)]
    last = ready.sentences[min(len(ready.sentences) - 1, touched[-1] + more)]
    return min(first.start, shown.start), max(last.end, shown.end)


def place_link(article: str, ground: Span) -> str:
    """Return the address of a place; it counts in the original, which never changes."""
    return Link(LinkKind.ARTICLE, article, ground).address
