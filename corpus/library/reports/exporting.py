"""Exporting: a report in one of the writers' formats, or notes and references as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.annotation.jsonld import to_jsonld
from corpus.library.core.library import Library
from corpus.library.reports.citing import article_item, cite_items
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.original_copy import annotated_original
from corpus.library.reports.reporting import build_report, chosen_notes
from corpus.model.caution import Caution
from corpus.model.errors import UsageError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.report.bibliography import to_bibtex, to_csljson, to_ris
from corpus.report.handout import for_preset
from corpus.report.model import Preset, QuoteItem, Report, TextItem
from corpus.report.rich_text import is_too_deep
from corpus.report.writers.files import write_text
from corpus.report.writers.html import to_html
from corpus.report.writers.table import WRITERS, write

_SHOWN: Final = 40
"""Characters by which a note is named."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file that was written: how many notes or figures it holds, what its references lack."""

    out: Path
    items: int
    missing_fields: tuple[str, ...]


def export(
    library: Library, request: ExportRequest, *, progress: ProgressCallback = unobserved
) -> ExportResult:
    """Write the file a request describes, beside first and then in place.

    Raises UsageError (unknown_format, nothing_to_export, bad_value, unknown_style), YindeError (not_writable,
    export_failed, no_font), LibraryError (disk_full).
    """
    progress(Progress("export", 0, 2, request.out.name))
    if request.subject == "original":
        copied = annotated_original(library, request)
        library.cautions += [Caution("mark_not_placed", {"text": one.words[:_SHOWN]}) for one in copied.lost]
        return ExportResult(request.out, copied.placed, ())
    if request.format in _DATA:
        return _DATA[request.format](library, request)
    if request.format not in WRITERS:
        raise UsageError("unknown_format", format=request.format, formats=" ".join(formats()))
    report, missing = build_report(library, request)
    progress(Progress("export", 1, 2, request.out.name))
    write(report, request.out, request.format)
    if request.format != "md":  # Markdown leaves as it was written
        library.cautions += [Caution("nested_note", {"text": one}) for one in _flattened(report)]
    return ExportResult(request.out, sum(len(one.items) for one in report.sections), missing)


def _flattened(report: Report) -> list[str]:
    """Return how the notes and texts begin that were written without their nesting."""
    written = (
        item.note if isinstance(item, QuoteItem) else item.text
        for item in report.items()
        if isinstance(item, QuoteItem | TextItem)
    )
    return [" ".join(text.split())[:_SHOWN] for text in written if is_too_deep(text)]


def formats() -> tuple[str, ...]:
    """Return the keys of all formats."""
    return (*WRITERS, *_DATA)


def preview_html(library: Library, request: ExportRequest) -> str:
    """Return the report a request describes as a page, as it would leave the house."""
    return to_html(for_preset(build_report(library, request)[0]))


def _jsonld(library: Library, request: ExportRequest) -> ExportResult:
    notes = [view.annotation for view in chosen_notes(library, request)]
    if not notes:
        raise UsageError("nothing_to_export")
    titles = {one.id: one.title for one in library.store.articles.summaries()}
    document = to_jsonld(notes, titles=titles, handout=request.preset is Preset.HANDOUT)
    write_text(request.out, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return ExportResult(request.out, len(notes), ())


def _references(write_items: Callable[..., str]) -> Callable[[Library, ExportRequest], ExportResult]:
    """Return an exporter of the articles a request cites, as reference data."""

    def run(library: Library, request: ExportRequest) -> ExportResult:
        """Write the items; UsageError (nothing_to_export) where nothing is cited."""
        articles = _cited(library, request)
        if not articles:
            raise UsageError("nothing_to_export")
        items = [article_item(library, one) for one in articles]
        write_text(request.out, write_items(items))
        missing = {field for one in cite_items(items, request.style) for field in one.missing_fields}
        return ExportResult(request.out, len(items), tuple(sorted(missing)))

    return run


def _cited(library: Library, request: ExportRequest) -> tuple[str, ...]:
    """Return the articles notes stand in; all of the scope where there are no notes or they are asked for."""
    if request.articles:
        return request.articles
    noted = {view.annotation.article for view in chosen_notes(library, request) if view.place is not None}
    in_scope = [one.id for one in library.store.articles.in_scope(request.scope) if one.duplicate_of is None]
    return tuple(one for one in in_scope if one in noted) or tuple(in_scope)


_DATA: Final[Mapping[str, Callable[[Library, ExportRequest], ExportResult]]] = {
    "jsonld": _jsonld,
    "bibtex": _references(to_bibtex),
    "ris": _references(to_ris),
    "csljson": _references(to_csljson),
}
