"""Short work beside the window: run in a pool thread, its result handed over in the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop.services.mailbox import Mailbox

T = TypeVar("T")
Failed = Callable[[Exception], None]

logger = logging.getLogger(__name__)

_THREADS: Final = 3


@dataclass(frozen=True, slots=True)
class _Job:
    """Who waits for a result; stays in the window's thread, so that no widget is ever let go in another."""

    lane: tuple[int, str]
    owner: QObject
    done: Callable[[Any], None]
    failed: Failed | None
    stop: threading.Event


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a thread has to say of the job with this number."""

    number: int
    result: object = None
    error: Exception | None = None


def _do(
    number: int, work: Callable[[], object], stop: threading.Event, arrived: Callable[[_Outcome], None]
) -> None:
    """Do the work if it is still wanted, in a pool thread; an exception is a result too, shown in the window's."""
    if stop.is_set():
        arrived(_Outcome(number))
        return
    try:
        outcome = _Outcome(number, work())
    except Exception as error:  # noqa: BLE001 - handed to the one who asked, or shown
        outcome = _Outcome(number, error=error)
    arrived(outcome)


class TaskRunner(QObject):
    """Runs work in threads; of one owner and lane only the newest is wanted, dead owners hear nothing."""

    unhandled = Signal(object)
    """An exception nobody took: shown by the notices."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="yinde")
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

        A newer job of the same ``owner`` and ``lane`` makes this one unwanted: it is not begun any more, and
        its result is not handed over. ``work`` must use no widget and only plain values.
        """
        self._submit(_Job((id(owner), lane), owner, done, failed, threading.Event()), work)

    def run_stoppable(
        self,
        owner: QObject,
        work: Callable[[threading.Event], T],
        done: Callable[[T], None],
        lane: str = "search",
    ) -> None:
        """Run ``work`` as ``run`` does; the event it is given is set once nobody waits for its result.

        Work that looks at the event and ends early may return or raise what it likes: nobody hears of it.
        """
        stop = threading.Event()
        self._submit(_Job((id(owner), lane), owner, done, None, stop), partial(work, stop))

    def drop(self, owner: QObject, lane: str = "search") -> None:
        """Stop the job of a lane: its result will not be handed over."""
        self._stop((id(owner), lane))

    def close(self) -> None:
        """Take no more work, have what runs stop, and wait for it."""
        self._open = False
        for lane in tuple(self._newest):
            self._stop(lane)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def _submit(self, job: _Job, work: Callable[[], object]) -> None:
        if not self._open:
            return
        self._stop(job.lane)
        self._count += 1
        self._newest[job.lane] = self._count
        self._jobs[self._count] = job
        self._pool.submit(_do, self._count, work, job.stop, self._arrived.put)

    def _stop(self, lane: tuple[int, str]) -> None:
        number = self._newest.pop(lane, None)
        if number is not None:
            self._jobs[number].stop.set()

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
