"""Faults of the program: written down where the next start finds them, told in the window's thread."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from corpus.model.errors import YindeError
from desktop.services.mailbox import Mailbox

logger = logging.getLogger(__name__)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages() -> None:
    """Send what Qt says of itself to the log instead of the terminal."""
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.INFO), "%s", text)


class FaultWatch(QObject):
    """Hooks every way an exception can go unnoticed; ``happened`` arrives in the window's thread."""

    happened = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "crash.txt"
        self.last_crash = (
            self._file.read_text(encoding="utf-8", errors="replace") if self._file.exists() else ""
        )
        if self.last_crash:
            (folder / "last-crash.txt").write_text(self.last_crash, encoding="utf-8")
        self._box = Mailbox(self.happened.emit, self)
        self._stream: IO[str] = self._file.open("w", encoding="utf-8")
        faulthandler.enable(self._stream)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def close(self) -> None:
        """Give the hooks back; a file without a crash is removed."""
        sys.excepthook, threading.excepthook = self._before
        faulthandler.disable()
        self._stream.close()
        if self._file.exists() and self._file.stat().st_size == 0:
            self._file.unlink()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, YindeError):  # foreseen: a person is told, nothing is wrong with the program
            logger.warning("%s", error)
        else:
            sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
            logger.error("unexpected: %s", error)
        self._box.put(error)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_exception(told.exc_type, told.exc_value, told.exc_traceback)
