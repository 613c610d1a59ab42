"""Copying a passage with its citation, as plain and as rich text, and the address of a place."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.notes.quoting import place_link, quotation
from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.library.reports.references import References
from corpus.model.span import Span
from corpus.report.clipboard import clipboard_html, clipboard_text
from corpus.report.model import QuoteItem


@dataclass(frozen=True, slots=True)
class Clipboard:
    """A passage with its citation, for programs that take plain text and for those that take HTML."""

    plain: str
    html: str


def copy_with_citation(
    library: Library, article_id: str, span: Span, *, style: str = DEFAULT_STYLE
) -> Clipboard:
    """Return a span of an article's clean text as a quotation with its citation."""
    ready = library.texts.get(article_id)
    quote = quotation(ready, ready.offsets.to_original(span))
    citation = References(library, style).citation(article_id)
    item = QuoteItem(quote=quote, citation=1)
    return Clipboard(clipboard_text(item, citation), clipboard_html(item, citation))


def link_to(library: Library, article_id: str, span: Span) -> str:
    """Return the ``yinde://`` address of a span of an article's clean text."""
    ready = library.texts.get(article_id)
    return place_link(article_id, ready.offsets.to_original(span))
