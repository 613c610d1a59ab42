"""What was found: opened in the reader, copied, exported and printed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.finding.search import Facets, allowed_ids
from corpus.model.place import Place
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_report
from desktop.operations.drafts import put_places_found
from desktop.pages.search.hit_list import NotePlace, hits_as_text, spans_found
from desktop.pages.search.query_runner import QueryRunner
from desktop.services.context import Context
from desktop.services.print_source import PrintSource
from desktop.services.targets import NotesTarget, Target

MOST_LINES = 50
"""Lines of a table of places found in a draft."""


class HitActions(QObject):
    """Does what a person asks of the answer at hand."""

    def __init__(self, context: Context, query_runner: QueryRunner, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._query_runner = query_runner
        self._page = page

    @Slot(object)
    def open(self, payload: object) -> None:
        """Open what a row leads to: a place with the words found in it, a note, another page."""
        navigator, answer = self._context.navigator, self._query_runner.answer
        if isinstance(payload, Place):
            hits = answer.hits if answer is not None else ()
            navigator.open_place(payload, marks=spans_found(hits, payload.article))
        elif isinstance(payload, Target):
            navigator.go(payload)
        elif isinstance(payload, NotePlace) and payload.place is not None:
            navigator.open_place(payload.place, payload.note)
        elif isinstance(payload, NotePlace):
            navigator.go(NotesTarget(note=payload.note))

    @Slot()
    def copy_hits(self) -> None:
        """Copy every place found, each with its article; it is said where more are still to come."""
        answer = self._query_runner.answer
        if answer is None or not answer.hits:
            return
        QGuiApplication.clipboard().setText(hits_as_text(answer.hits))
        if self._query_runner.has_answered(self._query_runner.request):
            self._context.notices.tell(_("已复制 {n} 处", n=len(answer.hits)))
        else:
            self._context.notices.tell(_("已复制前 {n} 处，其余还在查找，请稍后再复制", n=len(answer.hits)))

    @Slot()
    def into_draft(self) -> None:
        """Put the first places found into the draft worked on last, as a table of lines."""
        answer = self._query_runner.answer
        if answer is not None and answer.hits:
            put = put_places_found(self._query_runner.request.text, answer.hits[:MOST_LINES])
            self._context.operations.run(self, put)

    @Slot()
    def export(self) -> None:
        """Open the export dialog for what was found."""
        if self._query_runner.request.text:
            ExportDialog(self._context, self._subject(), self._page.window()).open()

    def print_sources(self) -> tuple[PrintSource, ...]:
        """Return the places found."""
        answer = self._query_runner.answer
        if not self._query_runner.request.text or answer is None or not answer.hits:
            return ()
        return (of_report(self._context.library, self._subject()),)

    def _subject(self) -> ExportSubject:
        request = self._query_runner.request
        inside = allowed_ids(self._context.library, request) if request.facets != Facets() else None
        return ExportSubject(
            "hits",
            request.text,
            articles=tuple(sorted(inside or ())),
            query=request.text,
            mode=request.mode,
            fold=tuple(sorted(request.fold)),
            scope=request.scope,
        )
