"""The link to the worker process: one heavy work at a time, with progress, cancel and a restart."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from corpus.model.caution import Caution
from corpus.model.errors import LibraryError, YindeError
from corpus.model.program import own_command
from corpus.model.progress import Progress

Result = Callable[[Any], None]
Failed = Callable[[YindeError], None]

PATIENCE_MS: Final = 600
"""Work shorter than this shows no progress."""
CLOSING_MS: Final = 3000
_NOBODYS: Final = 0
"""The number of a task whose answer nobody waits for; others are numbered from 1."""

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    number: int
    title: str
    request: dict[str, Any]
    done: Result
    failed: Failed | None
    writes: bool
    quiet: bool
    sent: bool = False
    stopping: bool = False


class WorkerLink(QObject):
    """Sends tasks to the worker, started when first needed or a little before.

    The results come back in the window's thread. Arguments and results are plain JSON values. A task whose worker
    died fails with ``worker_died``; the next task starts a new one. A task that wrote makes ``wrote`` be sent before
    its result is handed over.
    """

    progressed = Signal(str, object)
    """Title and ``Progress`` of the task at hand, from 0.6 s on."""
    idle = Signal()
    """Nothing runs and nothing waits."""
    unseen = Signal()
    """A task ended, and none follows whose progress is shown."""
    wrote = Signal()
    """The worker may have written the library."""
    unhandled = Signal(object)
    """A YindeError nobody took."""
    cautioned = Signal(object)
    """A ``Caution`` beside what was done."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        """Take the command line that starts a worker."""
        super().__init__(parent)
        self._command = list(command)
        self._process: QProcess | None = None
        self._jobs: list[_Job] = []
        self._count = 0
        self._closing = False
        self._latest: Progress | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_latest)

    @classmethod
    def for_library(cls, root: Path, parent: QObject | None = None) -> WorkerLink:
        """Return a link to a worker on the library at ``root``, whose lock this program holds."""
        return cls([*own_command(), "_worker", "--library", str(root)], parent)

    @property
    def busy(self) -> bool:
        """Tell whether something runs or waits."""
        return bool(self._jobs)

    @property
    def stopping(self) -> bool:
        """Tell whether the task at hand was asked to stop and has not ended yet."""
        return bool(self._jobs) and self._jobs[0].stopping

    def wake(self) -> None:
        """Start the worker ahead of a task that is about to come: what it needs takes seconds to load.

        Nobody waits for the answer, so this is no work: the window may be closed over it.
        """
        if self._process is None and not self._closing:
            self._process = self._start()
            self._write({"id": _NOBODYS, "task": "prepare", "arguments": {}})

    def run(
        self,
        task: str,
        arguments: Mapping[str, Any],
        title: str,
        done: Result,
        failed: Failed | None = None,
        *,
        writes: bool = True,
        quiet: bool = False,
    ) -> int:
        """Queue a task, named ``title`` for people; return its number. Cancelled ones call nothing back.

        ``quiet`` ones, of the background, show no progress.
        """
        self._count += 1
        request = {"id": self._count, "task": task, "arguments": dict(arguments)}
        self._jobs.append(_Job(self._count, title, request, done, failed, writes, quiet))
        self._send_next()
        return self._count

    def cancel(self) -> None:
        """Ask the task at hand to stop; what it finished before stays."""
        if self._jobs and self._process is not None:
            self._jobs[0].stopping = True
            self._write({"cancel": self._jobs[0].number})

    def drop(self, number: int) -> None:
        """Do without a task: one that waits is not begun, one at hand is asked to stop; nobody hears of it."""
        for job in self._jobs:
            if job.number == number:
                job.done, job.failed = _unheard, _unheard
                if not job.sent:
                    self._jobs.remove(job)
                elif self._process is not None:
                    self._write({"cancel": number})
                return

    def close(self) -> None:
        """Let the worker end; it is killed when it takes too long."""
        self._closing = True
        self._jobs.clear()
        process, self._process = self._process, None
        if process is not None and process.state() is not QProcess.ProcessState.NotRunning:
            process.closeWriteChannel()
            if not process.waitForFinished(CLOSING_MS):
                process.kill()
                process.waitForFinished(CLOSING_MS)

    def _start(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        environment.insert("PYTHONUTF8", "1")
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._on_ended)
        process.errorOccurred.connect(self._on_trouble)
        process.start(self._command[0], self._command[1:])
        return process

    def _send_next(self) -> None:
        if not self._jobs or self._jobs[0].sent or self._closing:
            return
        if self._process is None:
            self._process = self._start()
        self._jobs[0].sent = True
        self._latest = Progress("start", 0)
        self._patience.start()
        self._write(self._jobs[0].request)

    def _write(self, message: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write((json.dumps(message) + "\n").encode())

    @Slot()
    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).strip()
            if line:
                self._take(json.loads(line))

    @Slot()
    def _read_log(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            for line in text.splitlines():
                logger.info("worker: %s", line)

    def _take(self, message: dict[str, Any]) -> None:
        if not self._jobs or message.get("id") != self._jobs[0].number:
            return
        if "progress" in message:
            told = message["progress"]
            self._latest = Progress(told["stage"], told["done"], told.get("total", 0), told.get("item", ""))
            if not self._patience.isActive():
                self._show_latest()
            return
        if "caution" in message:
            self.cautioned.emit(Caution(message["caution"]["kind"], message["caution"]["values"]))
            return
        job = self._finish()
        try:
            self._hand_over(job, message)
        finally:  # what follows is done even where the one who asked fails over the answer
            self._after()

    def _hand_over(self, job: _Job, message: dict[str, Any]) -> None:
        error = message.get("error")
        if error is None:
            job.done(message.get("result"))
        elif error["kind"] != "cancelled":
            self._fail(job, YindeError(error["kind"], **error.get("values", {})))

    def _finish(self) -> _Job:
        self._patience.stop()
        self._latest = None
        job = self._jobs.pop(0)
        if job.writes:
            self.wrote.emit()
        return job

    def _fail(self, job: _Job, error: YindeError) -> None:
        if job.failed is not None:
            job.failed(error)
        else:
            self.unhandled.emit(error)

    def _after(self) -> None:
        if not self._jobs or self._jobs[0].quiet:
            self.unseen.emit()
        if not self._jobs:
            self.idle.emit()
        self._send_next()

    @Slot()
    def _show_latest(self) -> None:
        if self._jobs and self._latest is not None and not self._jobs[0].quiet:
            self.progressed.emit(self._jobs[0].title, self._latest)

    @Slot()
    def _on_trouble(self) -> None:
        process = self._process
        if process is not None and process.error() is QProcess.ProcessError.FailedToStart:
            self._on_ended()

    @Slot()
    def _on_ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        if self._jobs and self._jobs[0].sent and not self._closing:
            self._fail(self._finish(), LibraryError("worker_died"))
            self._after()


def _unheard(_told: object) -> None:
    """Say nothing: whoever asked has gone."""
