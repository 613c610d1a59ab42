"""The real window while it is given hostile inputs, and the longest time in which it could not answer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from corpus.store.articles.query import ArticleQuery
from desktop.dialogs.importing_highlights import HighlightImport
from desktop.dialogs.packs import PacksDialog
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.pages.notes import NotesPage
from desktop.services.targets import NotesTarget, ReaderTarget, SearchMode, SearchTarget
from desktop.start.application import make_application, qt_application
from tests.hostile.inputs import Hostile
from tests.hostile.spent import Spending

_BEAT_MS: Final = 5
_REST: Final = 6
"""Looks of 20 ms each at which nothing was at work, after which the window is said to be done."""


@dataclass(frozen=True, slots=True)
class Beats:
    """The longest pause between two beats in milliseconds: of the clock, and what the window's own thread worked in it.

    The clock sees what other programs of a busy machine take, and what threads of ours hold; the thread's own work not.
    ``spent`` are seconds of processors of all processes, ``megabytes`` the most memory of one.
    """

    name: str
    clock: int
    own: int
    seconds: float
    spent: float
    megabytes: int


class WatchedWindow:
    """A window on a library, with a timer in its thread."""

    def __init__(self, root: Path) -> None:
        """Open the library in ``root``."""
        self._qt = qt_application()
        self._application = make_application(root.parent / "config", root.parent / "logs")
        self._application.open(root)
        assert self._application.session is not None
        self._session = self._application.session
        self._clock, self._own = 0.0, 0.0
        self._at = (0.0, 0.0)
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._settle()
        short = root.parent / "short.txt"
        short.write_text("短讯\n\n一家店开张了。\n", encoding="utf-8")
        self._session.window.parts.importer.import_paths([short])  # what the worker costs once
        self._settle()
        for target in (SearchTarget("批注"), NotesTarget(), ReaderTarget(self._articles()[0])):
            self._session.context.navigator.go(target)  # what a page costs once, no input costs
            self._settle()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Close the window and the library."""
        self._application.close()

    def tried(self, hostile: Hostile, folder: Path) -> list[Beats]:
        """Give an input to the window as a person does; return the pauses, and those of opening what was taken in.

        Nothing is returned where the window has no place for such an input.
        """
        words = hostile.given(folder)
        window, context = self._session.window, self._session.context
        match words:
            case ["import", path]:
                before = set(self._articles())
                seen = [self._watched(hostile.name, lambda: window.parts.importer.import_paths([path]))]
                for new in set(self._articles()) - before:
                    opening = partial(context.navigator.go, ReaderTarget(new))
                    seen.append(self._watched(f"{hostile.name}, read", opening))
                return seen
            case ["search", "--mode", mode, *_, query]:
                target = SearchTarget(query, cast("SearchMode", mode))
                return [self._watched(hostile.name, lambda: context.navigator.go(target))]
            case ["search", *_, query]:
                return [self._watched(hostile.name, lambda: context.navigator.go(SearchTarget(query)))]
            case ["annotations", "--import", path]:
                kept = {one.id for one in context.library.store.annotations.all()}
                seen = [self._watched(hostile.name, lambda: HighlightImport(context, window).take(path))]
                notes = [one.id for one in context.library.store.annotations.all() if one.id not in kept]
                return seen + [beats for one in notes[:1] for beats in self._read(hostile.name, one)]
            case ["pack", "check", path]:
                dialog = PacksDialog(context, window)
                seen = [self._watched(hostile.name, lambda: dialog.look_at(path))]
                dialog.close()
                return seen
            case _:
                return []

    def _read(self, name: str, note: str) -> list[Beats]:
        """Open a note, show it as it will look, and look at what is to be exported of it."""
        context, window = self._session.context, self._session.window
        seen = [self._watched(f"{name}, opened", lambda: context.navigator.go(NotesTarget(note=note)))]
        page = window.parts.pages.current
        assert isinstance(page, NotesPage)
        look = page.side.editor._look
        seen.append(self._watched(f"{name}, as it will look", lambda: look.setChecked(True)))
        look.setChecked(False)
        dialog = ExportDialog(context, ExportSubject("annotations", "批注", annotations=(note,)), window)
        seen.append(self._watched(f"{name}, to be exported", dialog.open))
        dialog.close()
        return seen

    def _articles(self) -> tuple[str, ...]:
        return self._session.context.library.store.articles.ids(ArticleQuery())

    def _watched(self, name: str, begin: Callable[[], Any]) -> Beats:
        self._clock, self._own = 0.0, 0.0
        spending, started = Spending(), time.perf_counter()
        self._at = (started, time.thread_time())
        self._timer.start()
        QTimer.singleShot(0, self._qt, begin)
        self._settle()
        self._timer.stop()
        seconds = round(time.perf_counter() - started, 1)
        return Beats(
            name, round(1000 * self._clock), round(1000 * self._own), seconds,
            round(spending.seconds(), 1), spending.megabytes(),
        )  # fmt: skip

    def _settle(self) -> None:
        calm = 0
        while calm < _REST:
            QTest.qWait(20)
            context = self._session.context
            calm = calm + 1 if context.at_rest and not context.worker.busy else 0

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._clock, self._own = (
            max(self._clock, now[0] - self._at[0]), max(self._own, now[1] - self._at[1]),
        )  # fmt: skip
        self._at = now
