"""A draft on its way out: previewed, printed, exported; what is chosen at that is remembered with the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from corpus.language.labels import report_labels
from corpus.library.core.library import Library
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import preview_html
from corpus.model.draft import Draft
from desktop.export.export_choices import ExportChoice, ExportSubject, arguments
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_request
from desktop.pages.drafts.editing import DraftEditing
from desktop.services.context import Context
from desktop.services.print_source import PrintSource


def subject_of(draft: Draft) -> ExportSubject:
    """Return a draft as something to be exported, with what it says of itself."""
    return ExportSubject("report", draft.title, draft=draft.id, told_by=arguments_of(draft))


def as_it_leaves(library: Library, draft: Draft) -> Callable[[], str]:
    """Return what makes the page of a draft as it would leave."""
    return partial(preview_html, library, request_from(_told(draft)))


def print_source(library: Library, draft: Draft) -> PrintSource:
    """Return a draft for paper."""
    return of_request(library, draft.title, _told(draft))


def export_draft(context: Context, editing: DraftEditing, parent: Any) -> None:
    """Ask how the draft at hand shall be exported; style, purpose and context stay with it."""
    draft = editing.draft
    if draft is None:
        return
    dialog = ExportDialog(context, subject_of(draft), parent)
    dialog.exported.connect(partial(_remember, editing))
    dialog.open()


def _remember(editing: DraftEditing, choice: ExportChoice) -> None:
    if editing.draft is not None:
        before = editing.draft.settings
        told = replace(
            before, style=choice.style, preset=choice.preset, context=choice.context, author=choice.author
        )
        editing.settle(told)


def _told(draft: Draft) -> dict[str, Any]:
    choice = ExportChoice("html", draft.title, labels=report_labels())
    plain = arguments(ExportSubject("report", draft.title, draft=draft.id), choice, "preview.html")
    return {**plain, **arguments_of(draft)}
