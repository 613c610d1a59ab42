"""Short work beside the window: run in a pool thread, its result handed over in the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    lane: tuple[int, str]
    owner: QObject
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Failed | None


def _do(job: _Job, arrived: Callable[[_Job, object, Exception | None], None]) -> None:
    """Do the work, in a pool thread; an exception is a result too, shown in the window's thread."""
    try:
        result = job.work()
    except Exception as error:  # noqa: BLE001 - handed to the one who asked, or shown
        arrived(job, None, error)
    else:
        arrived(job, result, None)


class TaskRunner(QObject):
    """Runs work in threads; of one owner and lane only the newest result counts, dead owners hear nothing."""

    unhandled = Signal(object)
    """An exception nobody took: shown by the notices."""
    _arrived = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)  # a thread that ends leaves its connection to the library open
        self._running = 0
        self._newest: dict[tuple[int, str], int] = {}
        self._count = 0
        self._open = True
        self._arrived.connect(self._hand_over)

    @property
    def running(self) -> int:
        """Return how many jobs have not come back yet."""
        return self._running

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        lane: str = "search",
    ) -> None:
        """Run ``work`` in a thread, then ``done(result)`` or ``failed(exception)`` in this one.

        A newer job of the same ``owner`` and ``lane`` makes this one's result unwanted. ``work`` must use
        no widget and only plain values.
        """
        if not self._open:
            return
        self._count += 1
        key = (id(owner), lane)
        self._newest[key] = self._count
        job = _Job(self._count, key, owner, work, done, failed)
        self._running += 1
        self._pool.start(partial(_do, job, self._arrived.emit))

    def drop(self, owner: QObject, lane: str = "search") -> None:
        """Forget the running job of a lane: its result will not be handed over."""
        self._newest.pop((id(owner), lane), None)

    def close(self) -> None:
        """Take no more work, and wait for what runs."""
        self._open = False
        self._newest.clear()
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object, object, object)
    def _hand_over(self, job: _Job, result: object, error: Exception | None) -> None:
        self._running -= 1
        if self._newest.get(job.lane) != job.number:
            return
        del self._newest[job.lane]
        if not shiboken6.isValid(job.owner):
            return
        if error is None:
            job.done(result)
        elif job.failed is not None:
            job.failed(error)
        else:
            logger.error("work failed", exc_info=error)
            self.unhandled.emit(error)
