"""The writing lane: what a person does is written one after the other, in a thread of its own."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from corpus.language import translate as _
from corpus.model.errors import UnknownIdError, YindeError
from corpus.store.database.changes import initiated_by
from desktop.services.mailbox import Mailbox
from desktop.services.operation import Done, Operation
from desktop.services.undo import Step, UndoHistory

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from desktop.services.notices import Notices
    from desktop.services.worker_link import WorkerLink

T = TypeVar("T")

STEP = "step"
"""The place of the sentence about the newest step: an older one offers what can be done no longer."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Who asked for an operation, and what they want to hear of it."""

    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


@dataclass(slots=True)
class _Request:
    """What is to be written: ``begin`` returns it when its turn comes, ``None`` where there is nothing to do.

    ``replaces`` names what it writes the whole of, where it does; ``asking`` all who asked for it.
    """

    begin: Callable[[], Callable[[Library], object] | None]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    initiator: str = ""
    replaces: str = ""
    asking: list[_Asking] = field(default_factory=list)
    outcome: Future[object] = field(default_factory=Future)


class WritingLane(QObject):
    """Does operations in order, beside the window, and remembers the steps they can be taken back by.

    Each begins when the one before it is in the history, so that 撤销 pressed at any moment takes back the right
    one. A step that cannot be taken back stays where it was, unless what it was about is gone. What waits is written
    before the lane closes; what is typed on while it waits takes its place, so that a slow disk never falls behind a
    hand.
    """

    idle = Signal()
    """Everything is written."""
    taken_back = Signal(tuple)
    """What a step that was taken back was about (ids), where it was about something a list may choose."""

    def __init__(self, library: Library, history: UndoHistory, notices: Notices, worker: WorkerLink) -> None:
        super().__init__()
        self._library = library
        self._history = history
        self._notices = notices
        self._worker = worker
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="yinde-writing")
        self._waiting: deque[_Request] = deque()
        self._at_hand: _Request | None = None
        self._open = True
        self._follows = True
        """Whether what is written is indexed behind it: no longer when the library closes."""
        self._number = 0
        self._told_unasked = False
        self._written = Mailbox(self._take, self)

    @property
    def busy(self) -> bool:
        """Tell whether something is being written or waits."""
        return self._at_hand is not None

    def run(
        self,
        owner: QObject,
        operation: Operation[T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``operation``, then ``done(result)`` or ``failed(exception)`` in this thread, unless ``owner`` died.

        What goes wrong is told where nobody takes it.
        """
        asking = [_Asking(owner, done, failed)]
        replaces = operation.merge if operation.whole else ""
        if replaces and self._waiting and self._waiting[-1].replaces == replaces:
            asking = self._waiting.pop().asking + asking
        self._add(
            _Request(
                lambda: operation.write,
                partial(self._on_done, operation, asking),
                partial(self._on_failed, operation, asking),
                operation.initiator,
                replaces,
                asking,
            )
        )

    def undo(self) -> None:
        """Take the newest step back and say what it was."""
        self._move(lambda: self._history.newest, back=True)

    def redo(self) -> None:
        """Do the step taken back last again and say what it was."""
        self._move(lambda: self._history.next, back=False)

    def take_back(self, step: Step) -> None:
        """Take one step back though others came after it; one that was taken back already is left alone."""
        self._move(lambda: step if self._history.holds(step) else None, back=True, told=False)

    def close(self) -> None:
        """Write what waits, and what is asked for when that is written, and end."""
        self._follows = False
        while self._at_hand is not None:
            request, self._at_hand = self._at_hand, None
            self._settle(request)
            if self._at_hand is None:
                self._next()
        self._open = False
        self._thread.shutdown(wait=True)

    def _move(self, chosen: Callable[[], Step | None], *, back: bool, told: bool = True) -> None:
        moving: list[Step] = []

        def begin() -> Callable[[Library], object] | None:
            step = chosen()
            moving[:] = [step] if step is not None else []
            return None if step is None else step.undo if back else step.redo

        def done(_result: object) -> None:
            for step in moving:
                (self._history.taken_back if back else self._history.done_again)(step)
                self._follow(reindex=step.reindex)
                if back and step.about:
                    self.taken_back.emit(step.about)
                if told:
                    self._tell_moved(step, back=back)

        def failed(error: Exception) -> None:
            if isinstance(error, UnknownIdError):  # those behind it would never be reached again
                for step in moving:
                    self._history.forget(step)
            self._notices.trouble(error)

        self._add(_Request(begin, done, failed))

    def _tell_moved(self, step: Step, *, back: bool) -> None:
        if back:
            self._notices.tell(_("已撤销：{step}", step=step.text), _("重做"), self.redo, place=STEP)
        else:
            self._notices.tell(_("已重做：{step}", step=step.text), _("撤销"), self.undo, place=STEP)

    def _add(self, request: _Request) -> None:
        if not self._open:
            return
        self._waiting.append(request)
        if self._at_hand is None:
            self._next()

    def _next(self) -> None:
        """Begin what comes next, in the window's thread: the history says what is to be taken back."""
        while self._waiting:
            request = self._waiting.popleft()
            write = request.begin()
            if write is not None:
                self._at_hand = request
                self._number += 1
                request.outcome = self._thread.submit(self._write, write, request.initiator, self._number)
                return
        self.idle.emit()

    def _write(self, write: Callable[[Library], object], initiator: str, number: int) -> object:
        """Write, in the lane's own thread; the request stays in the window's, with whoever waits for it."""
        try:
            with initiated_by(initiator or None):
                return write(self._library)
        except UnknownIdError:
            self._library.see_to_others()  # it may stand in what another program wrote over
            raise
        finally:
            self._written.put(number)

    def _take(self, number: int) -> None:
        request = self._at_hand
        if request is None or number != self._number:
            return
        self._at_hand = None
        try:
            self._settle(request)
        finally:
            if self._at_hand is None:
                self._next()

    def _settle(self, request: _Request) -> None:
        try:
            result = request.outcome.result()
        except Exception as error:  # noqa: BLE001 - handed to the one who asked, or shown
            request.failed(error)
        else:
            request.done(result)
        for caution in self._library.take_cautions():
            self._notices.caution(caution)

    def _on_done(self, operation: Operation[T], asking: Sequence[_Asking], made: Done[T]) -> None:
        step = None
        if made.undo is not None and made.redo is not None:
            step = self._history.push(
                Step(
                    operation.name,
                    made.undo,
                    made.redo,
                    operation.merge,
                    operation.reindex,
                    operation.about,
                )
            )
        self._told_unasked = False
        self._follow(reindex=operation.reindex)
        if made.told and step is not None:
            self._notices.tell(made.told, _("撤销"), partial(self.take_back, step), place=STEP)
        elif made.told:
            self._notices.tell(made.told)
        for one in asking:
            if one.done is not None and shiboken6.isValid(one.owner):
                one.done(made.result)

    def _on_failed(self, operation: Operation[T], asking: Sequence[_Asking], error: Exception) -> None:
        if not isinstance(error, YindeError):
            logger.error("an operation failed", exc_info=error)
        hearing = [one.failed for one in asking if one.failed is not None and shiboken6.isValid(one.owner)]
        for failed in hearing:
            failed(error)
        if not hearing and not (operation.unasked and self._told_unasked):
            self._told_unasked = operation.unasked
            self._notices.trouble(error)

    def _follow(self, *, reindex: bool) -> None:
        if reindex and self._follows:
            self._worker.run("sync_index", {}, _("更新索引"), _nothing)


def _nothing(_report: object) -> None:
    """Say nothing: the index is up to date, as expected."""
