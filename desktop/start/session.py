"""One library in one window: everything long-lived is put together here and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.model.errors import YindeError
from corpus.text.sounds import sort_key
from desktop.services.changes import ChangeBridge
from desktop.services.colour_names import ColourNames
from desktop.services.context import Context
from desktop.services.navigation import Navigator
from desktop.services.notices import Notices
from desktop.services.retry_queue import RetryQueue
from desktop.services.scope import ScopeHolder
from desktop.services.settings import Settings
from desktop.services.targets import HomeTarget
from desktop.services.tasks import TaskRunner
from desktop.services.undo import UndoHistory
from desktop.services.worker_link import WorkerLink
from desktop.services.writing import WritingLane
from desktop.start.daily_copies import DailyCopies
from desktop.start.freed_memory import give_freed_memory_back
from desktop.start.unwritten import put_aside
from desktop.start.warm_up import WarmUp
from desktop.theme import ThemeManager
from desktop.window.first_steps import FirstSteps
from desktop.window.main_window import MainWindow
from desktop.window.page_table import loading_steps

AFTER_FIRST_PAINT_MS = 400

logger = logging.getLogger(__name__)


def compose(
    library: Library, theme: ThemeManager, settings: Settings, worker: WorkerLink | None = None
) -> Context:
    """Return the context of a window on ``library``, with a worker of its own where none is given."""
    worker = worker or WorkerLink.for_library(library.root)
    notices, undo = Notices(), UndoHistory()
    return Context(
        library=library,
        tasks=TaskRunner(),
        worker=worker,
        navigator=Navigator(),
        theme=theme,
        settings=settings,
        notices=notices,
        scope=ScopeHolder(),
        undo=undo,
        operations=WritingLane(library, undo, notices, worker),
    )


class Session(QObject):
    """One library in one window, from opening to closing."""

    def __init__(self, library: Library, theme: ThemeManager, settings: Settings, window: MainWindow) -> None:
        super().__init__()
        self.context = compose(library, theme, settings)
        self.bridge = ChangeBridge(library, self)
        self.window = window
        try:
            self._furnish()
        except YindeError:
            self.close()
            raise

    def _furnish(self) -> None:
        """Put what shows the library into the window."""
        library = self.context.library
        self.window.furnish(self.context)
        self.steps = FirstSteps(self.context, self.bridge, self)
        self.bridge.changed.connect(self.window.parts.pages.take_changes)
        self.names = ColourNames(self.context, self)
        worker, operations = self.context.worker, self.context.operations
        self.warm_up = WarmUp(self.context.tasks, _steps(library), self, writing=lambda: operations.busy)
        self.warm_up.rested.connect(self._sync)
        self.copies = DailyCopies(self._copy_is_due, lambda: worker.busy, self._copy, self)
        self.bridge.changed.connect(self.names.take_changes)
        self.context.worker.wrote.connect(library.written_elsewhere)
        self.window.destroyed.connect(self.deleteLater)

    def show(self) -> None:
        """Show the window on the first page; what is slow follows after the first paint."""
        self.context.navigator.go(HomeTarget())
        self.window.show()
        self.window.parts.pages.setFocus()
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self, self._warm_up)

    def close(self) -> None:
        """Close the window and everything behind it, the theme and settings left open.

        What the library would not take is put aside.
        """
        context = self.context
        self.bridge.close()
        self.window.close()
        context.operations.close()
        held = [one for queue in self.window.findChildren(RetryQueue) for one in queue.held]
        put_aside(context.library.root, held, context.settings)
        for part in (
            context.worker, context.tasks, context.navigator, context.undo, context.library,
        ):  # fmt: skip
            part.close()
        self.window.deleteLater()

    @Slot()
    def _warm_up(self) -> None:
        self.warm_up.start()
        self.window.parts.importer.offer_to_resume()
        self.window.parts.library_actions.offer_finding_anew()
        self.copies.start()

    @Slot()
    def _sync(self) -> None:
        if self.context.library.writable:
            self.context.worker.run(
                "sync_index", {}, _("更新索引"), _nothing, _log_only, writes=False, quiet=True
            )

    def _copy_is_due(self, begun: bool) -> bool:
        # A start would pay for what backups need.
        from corpus.library.upkeep.backup import copy_is_due

        return copy_is_due(self.context.library, begun=begun)

    def _copy(self, begun: bool) -> None:
        self.context.worker.run(
            "rotate_backups", {"begun": begun}, _("备份文库"), _nothing, _log_only, writes=False, quiet=True
        )


def _steps(library: Library) -> Iterator[Callable[[], object]]:
    """Yield what keeps memory small, what loads the pages, what cuts words and what knows their sounds."""
    yield give_freed_memory_back
    yield from loading_steps()
    yield partial(_load_words, library)
    yield partial(sort_key, "引得")


def _load_words(library: Library) -> None:
    """Load the words: which ones, the packs are read for."""
    library.segmenter.load()


def _nothing(_result: object) -> None:
    """Say nothing: what was done in the background is as one expects it."""


def _log_only(error: YindeError) -> None:
    """Keep a trouble of the background to the log: searches are complete without it."""
    logger.warning("background work: %s", error)
