"""What the preview beside the hits shows: it follows the row chosen, and is on, off, or on in wide windows."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Slot

from corpus.library.core.library import Library
from corpus.library.finding.passage import Passage, passage_at
from corpus.library.finding.search import SearchRequest
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.operations.into_draft import put_row
from desktop.operations.passages import copy_passage
from desktop.pages.search.hit_list import spans_found
from desktop.pages.search.preview import HitPreview
from desktop.pages.search.query_runner import QueryRunner, hits_within
from desktop.pages.search.results import Results
from desktop.services.context import Context
from desktop.theme.fonts import scaled
from desktop.widgets import SplitPane

WIDE = 1400
"""Pixels of the page from which on the preview shows by itself, at letters of 100 %."""
PART = 0.42
"""Part of the room of list and preview that the preview takes."""
SETTING = "search/preview"
Lit = tuple[Passage | None, tuple[Span, ...]]
"""A place with its context, and all that was found in its article."""


class Previewing(QObject):
    """Fills ``preview`` beside the list of ``results`` while both are looked at; ``split`` holds the two."""

    def __init__(
        self,
        context: Context,
        query_runner: QueryRunner,
        results: Results,
        preview: HitPreview,
        split: SplitPane,
    ) -> None:
        super().__init__(split)
        self._context, self._query_runner = context, query_runner
        self._results, self._preview, self._split = results, preview, split
        self._moved = False
        """Whether a person has moved the hairline."""
        results.list.selectionModel().currentChanged.connect(self._follow)
        results.list.statements.modelReset.connect(self._follow)
        results.turned.connect(self.fit)
        results.preview_button.clicked.connect(self.switch)
        preview.put.connect(self._put)
        preview.copied.connect(self._copy)
        split.splitterMoved.connect(self._on_moved)

    @property
    def wanted(self) -> bool:
        """Tell whether the preview is to be shown: as a person said, else where the window is wide."""
        said = self._context.settings.text(SETTING)
        return said == "on" or (said == "auto" and self._split.window().width() >= scaled(WIDE))

    def is_shown(self) -> bool:
        """Tell whether the preview stands beside the list."""
        return not self._preview.isHidden()

    @Slot()
    def switch(self) -> None:
        """Show the preview, or put it away; which, is remembered."""
        self._context.settings.put(SETTING, "off" if self.wanted else "on")
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Show the preview where it is wanted and a list of places is looked at; the page asks at every width."""
        wanted, listed = self.wanted, self._results.stack.currentWidget() is self._results.list
        self._results.preview_button.setChecked(wanted)
        self._results.preview_button.setVisible(listed)
        self._results.list.chosen_first = wanted
        shown = wanted and listed
        came = shown and not self.is_shown()
        self._preview.setVisible(shown)
        if shown and not self._moved:
            part = round(self._split.width() * PART)
            self._split.setSizes([self._split.width() - part, part])
        if came:
            self._follow()

    @Slot()
    @Slot(QModelIndex, QModelIndex)
    def _follow(self) -> None:
        """Read the place of the row chosen, of the first one where none is."""
        if not self.is_shown():
            return
        rows = self._results.list
        chosen = rows.current_payload()
        if chosen is None:
            chosen = next((one.payload for one in rows.statements.statements if _place(one.payload)), None)
        place = _place(chosen)
        if place is None:
            self._context.tasks.drop(self, "preview")
            self._preview.show_nothing()
            return
        answer, request = self._query_runner.answer, self._query_runner.request
        hits = [one for one in answer.hits if one.place.article == place.article] if answer else []
        listed = sum(one.places for one in hits)
        whole = answer is None or listed >= answer.counts.get(place.article, 0)
        work = partial(_lit, self._context.library, place, spans_found(hits), None if whole else request)
        self._context.tasks.run_stoppable(self, work, self._show, lane="preview")

    def _show(self, read: Lit) -> None:
        passage, marks = read
        if passage is None:
            self._preview.show_nothing()
        else:
            self._preview.show_passage(passage, marks)

    @Slot(object)
    def _put(self, place: Place) -> None:
        put_row(self._context, self, place)

    @Slot(object)
    def _copy(self, passage: Passage) -> None:
        copy_passage(self._context, passage.place.article, passage.sentence)

    @Slot()
    def _on_moved(self) -> None:
        self._moved = True


def _place(payload: object) -> Place | None:
    """Return the place a row leads to: of a sentence, a figure, a note in a text."""
    place = payload if isinstance(payload, Place) else getattr(payload, "place", None)
    return place if isinstance(place, Place) else None


def _lit(
    library: Library,
    place: Place,
    known: Sequence[Span],
    request: SearchRequest | None,
    stop: threading.Event,
) -> Lit:
    """Read a place with its context, and what ``request`` finds in its article where not all of it is ``known``."""
    passage = passage_at(library, place)
    if request is None or stop.is_set():
        return passage, tuple(known)
    return passage, spans_found(hits_within(library, request, place.article, stop))
