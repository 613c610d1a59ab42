"""Short work beside the window: run in a pool thread, its result handed over in the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop.services.mailbox import Mailbox

T = TypeVar("T")
Failed = Callable[[Exception], None]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    """Who waits for a result; stays in the window's thread, so that no widget is ever let go in another."""

    lane: tuple[int, str]
    owner: QObject
    done: Callable[[Any], None]
    failed: Failed | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a thread has to say of the job with this number."""

    number: int
    result: object = None
    error: Exception | None = None


def _do(number: int, work: Callable[[], object], arrived: Callable[[_Outcome], None]) -> None:
    """Do the work, in a pool thread; an exception is a result too, shown in the window's thread."""
    try:
        outcome = _Outcome(number, work())
    except Exception as error:  # noqa: BLE001 - handed to the one who asked, or shown
        outcome = _Outcome(number, error=error)
    arrived(outcome)


class TaskRunner(QObject):
    """Runs work in threads; of one owner and lane only the newest result counts, dead owners hear nothing."""

    unhandled = Signal(object)
    """An exception nobody took: shown by the notices."""

    def __init__(self, parent: QObject | None = None, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="yinde")
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._count = 0
        self._open = True
        self._arrived = Mailbox(self._hand_over, self)

    @property
    def running(self) -> int:
        """Return how many jobs have not come back yet."""
        return len(self._jobs)

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
        self._jobs[self._count] = _Job(key, owner, done, failed)
        self._pool.submit(_do, self._count, work, self._arrived.put)

    def drop(self, owner: QObject, lane: str = "search") -> None:
        """Forget the running job of a lane: its result will not be handed over."""
        self._newest.pop((id(owner), lane), None)

    def close(self) -> None:
        """Take no more work, and wait for what runs."""
        self._open = False
        self._newest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def _hand_over(self, outcome: _Outcome) -> None:
        job = self._jobs.pop(outcome.number, None)
        if job is None or self._newest.get(job.lane) != outcome.number:
            return
        del self._newest[job.lane]
        if not shiboken6.isValid(job.owner):
            return
        if outcome.error is None:
            job.done(outcome.result)
        elif job.failed is not None:
            job.failed(outcome.error)
        else:
            logger.error("work failed", exc_info=outcome.error)
            self.unhandled.emit(outcome.error)
