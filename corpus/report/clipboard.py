"""A quotation with its citation for the clipboard: plain, and with a little form."""

from __future__ import annotations

from html import escape

from corpus.report.labels import ReportLabels
from corpus.report.model import FigureItem, QuoteItem
from corpus.report.rich_text import note_html
from corpus.report.tables import printed_value

Copied = QuoteItem | FigureItem
_LABELS = ReportLabels()


def clipboard_text(item: Copied, citation: str = "") -> str:
    """Return a passage or figure with its full citation as plain text."""
    lines = [_statement(item)]
    if isinstance(item, QuoteItem) and item.note:
        lines.append(f"{_LABELS.note}{_LABELS.colon}{item.note.strip()}")
    if citation or item.link:
        lines.append(" ".join(part for part in (f"——{citation}" if citation else "", item.link) if part))
    return "\n".join(lines)


def clipboard_html(item: Copied, citation: str = "") -> str:
    """Return a passage or figure with its full citation as an HTML fragment."""
    body = escape(_bare(item)).replace("\n", "<br>")
    parts = [f"<blockquote><p>{body}</p></blockquote>"]
    if isinstance(item, QuoteItem) and item.note:
        parts.append(f"<div><b>{escape(_LABELS.note + _LABELS.colon)}</b>{note_html(item.note)}</div>")
    source = [escape(f"——{citation}")] if citation else []
    if item.link:
        source.append(f'<a href="{escape(item.link)}">{escape(_LABELS.open_place)}</a>')
    if source:
        parts.append(f"<p>{' '.join(source)}</p>")
    return "".join(parts)


def marked_text(item: QuoteItem, mark: str) -> str:
    """Return a passage with what stands for its reference in a text, as plain text: “……”（艾媒咨询，2018：12）."""
    return _with_mark(item, mark)


def marked_html(item: QuoteItem, mark: str) -> str:
    """Return a passage with what stands for its reference in a text, as an HTML fragment."""
    lines = escape(_with_mark(item, mark)).replace("\n", "<br>")
    return f"<p>{lines}</p>"


def _with_mark(item: QuoteItem, mark: str) -> str:
    """Return a passage with its mark, a western one a blank behind it."""
    return f"{_statement(item)}{' ' if mark.startswith('(') else ''}{mark}"


def _bare(item: Copied) -> str:
    """Return the passage, or the sentence of a figure (or what it says, where there is no sentence)."""
    if isinstance(item, QuoteItem):
        return item.quote
    if item.sentence:
        return item.sentence
    said = (item.subject, item.region, item.period, item.metric, printed_value(item), item.change)
    return " ".join(part for part in said if part)


def _statement(item: Copied) -> str:
    """Return the passage in Chinese quotation marks; those within it become single ones."""
    inner = _bare(item).replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner else ""
