"""What was found: opened in the reader, copied, exported and printed."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.finding.search import Facets, SearchHit, SearchRequest, allowed_ids
from corpus.model.link import Link, LinkKind
from corpus.model.place import Place
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_report
from desktop.operations.drafts import put_places_found
from desktop.operations.linking import copy_links
from desktop.pages.search.hit_list import NotePlace, hits_as_text, spans_found
from desktop.pages.search.query_runner import QueryRunner, every_hit, hits_within
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
        navigator = self._context.navigator
        if isinstance(payload, Place):
            self._open_place(payload)
        elif isinstance(payload, StatisticView):
            self._open_place(payload.place)
        elif isinstance(payload, Target):
            navigator.go(payload)
        elif isinstance(payload, NotePlace) and payload.place is not None:
            navigator.open_place(payload.place, payload.note)
        elif isinstance(payload, NotePlace):
            navigator.go(NotesTarget(note=payload.note))

    def _open_place(self, place: Place) -> None:
        """Open a place with everything the search found in its article, listed by now or not."""
        answer, request, navigator = (
            self._query_runner.answer,
            self._query_runner.request,
            self._context.navigator,
        )
        hits = (
            [one for one in answer.hits if one.place.article == place.article] if answer is not None else []
        )
        listed = sum(one.places for one in hits)
        if answer is None or listed >= answer.counts.get(place.article, 0):
            navigator.open_place(place, marks=spans_found(hits))
            return

        def opened(found: tuple[SearchHit, ...]) -> None:
            navigator.open_place(place, marks=spans_found(found))

        work = partial(hits_within, self._context.library, request, place.article)
        self._context.tasks.run_stoppable(self, work, opened, lane="open")

    @Slot()
    def copy_hits(self) -> None:
        """Copy every place found, each with its article, as soon as all are at hand."""
        answer = self._query_runner.answer
        if answer is None or not answer.hits:
            return
        if answer.complete and answer.listed == answer.total:
            self._copy((hits_as_text(answer.hits), answer.total))
            return
        work = partial(_every_line, self._context.library, self._query_runner.request)
        self._context.tasks.run_stoppable(self, work, self._copy, lane="copy")

    def _copy(self, made: tuple[str, int]) -> None:
        QGuiApplication.clipboard().setText(made[0])
        self._context.notices.tell(_("已复制 {n} 处", n=made[1]))

    @Slot()
    def copy_link(self) -> None:
        """Copy the address of the search shown."""
        asked = self._query_runner.request
        copy_links(self._context, [Link(LinkKind.SEARCH, asked.text, mode=asked.mode)] if asked.text else [])

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
            synonyms=request.synonyms,
            scope=request.scope,
        )


def _every_line(library: Library, request: SearchRequest, stop: threading.Event) -> tuple[str, int]:
    """Return every place found as lines for the clipboard, and how many there are."""
    hits = every_hit(library, request, stop)
    return hits_as_text(hits), sum(one.places for one in hits)
