"""What would leave with an export, seen before it does: its page, what goes along, what stays, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.reports.citing import article_item, cite_items
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.reporting import build_report, unconfirmed
from corpus.report.handout import for_preset
from corpus.report.model import FigureItem, Preset, QuoteItem, Report, TextItem
from corpus.report.writers.html import to_html


@dataclass(frozen=True, slots=True)
class Missing:
    """A text whose entry lacks fields the standard asks for; ``file`` tells it apart from others of its title."""

    article: str
    title: str
    fields: tuple[str, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """An export before it is written: its page, what goes along by number, and what its references lack.

    ``private`` counts notes that stay at home, ``lost`` quotations whose words no longer stand in their article,
    ``unconfirmed`` figures nobody has looked at, ``words`` paragraphs of a draft's own.
    """

    html: str
    quotations: int
    figures: int
    notes: int
    words: int
    references: int
    private: int
    lost: int
    unconfirmed: int
    author: str
    missing: tuple[Missing, ...]


def leaving(library: Library, request: ExportRequest) -> Leaving:
    """Return what an export would take along; UsageError as exporting it would raise."""
    report, _fields = build_report(library, request)
    made = for_preset(report)
    quotes = [item for item in made.items() if isinstance(item, QuoteItem)]
    return Leaving(
        html=to_html(made),
        quotations=sum(bool(one.quote) for one in quotes),
        figures=sum(isinstance(item, FigureItem) for item in made.items()),
        notes=sum(bool(one.note) for one in quotes),
        words=_own_words(made) if request.subject == "report" else 0,
        references=len(made.references),
        private=_private(library, report) if request.preset is Preset.HANDOUT else 0,
        lost=sum(one.state == "orphan" for one in quotes),
        unconfirmed=len(unconfirmed(library, request)),
        author=made.author,
        missing=_missing(library, report, request),
    )


def _own_words(report: Report) -> int:
    """Return how many paragraphs a person wrote; what the program says below a chart is none of them."""
    return sum(isinstance(item, TextItem) and not item.beside for item in report.items())


def _private(library: Library, report: Report) -> int:
    """Return how many private notes the articles of a report hold."""
    keys = dict.fromkeys(one.key for one in report.references if one.key)
    return sum(note.private for key in keys for note in library.store.annotations.of(key))


def _missing(library: Library, report: Report, request: ExportRequest) -> tuple[Missing, ...]:
    keys = [one.key for one in report.references if one.key]
    items = [article_item(library, key) for key in keys]
    made = cite_items(items, request.style, request.rules) if items else ()
    files = {one.id: one.file_beside for one in library.store.articles.of(keys)}
    return tuple(
        Missing(key, str(item.get("title", "")), one.missing_fields, files.get(key, ""))
        for key, item, one in zip(keys, items, made, strict=True)
        if one.missing_fields
    )
