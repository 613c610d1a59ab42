"""Work on a library that nobody has open – restoring, rescuing – in a process of its own, with progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar

from corpus.language import translate as _
from corpus.model.errors import YindeError
from corpus.model.progress import Progress
from desktop.services.worker_link import WorkerLink
from desktop.widgets import ElidedLabel, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog


@dataclass(frozen=True, slots=True)
class WorkOutcome:
    """What came of the work: its report, or what went wrong; neither where a person stopped it."""

    task: str
    root: Path
    report: Mapping[str, Any] | None = None
    error: YindeError | None = None


class LibraryWorkDialog(Dialog):
    """Shown in the window's place while the work runs; ``over`` carries a ``WorkOutcome``.

    Closing it, Esc and 取消 stop the work: what stood there stands as it did. The program's end does so, too.
    """

    over = Signal(object)

    def __init__(self, title: str, root: Path, link: WorkerLink | None = None) -> None:
        super().__init__(title, None, width=480)
        self._title, self._root = title, root
        self._outcome = WorkOutcome("", root)
        self._link = link or WorkerLink.for_library(root, self)
        self._link.progressed.connect(self._show)
        self._link.idle.connect(self._end)
        self.body.addWidget(TextLabel(str(root), "second", wrap=True))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setRange(0, 0)
        self.count = ElidedLabel("", "faint")
        self.body.addWidget(self.bar)
        self.body.addWidget(self.count)
        self.cancel = QuietButton(_("取消"))
        self.cancel.clicked.connect(self.reject)
        self.add_button(self.cancel)

    def run(self, task: str, arguments: Mapping[str, Any]) -> None:
        """Begin the work."""
        self._outcome = WorkOutcome(task, self._root)
        self._link.run(task, arguments, self._title, self._on_done, self._on_failed, writes=False)

    @Slot()
    def reject(self) -> None:
        """Have the work stop; the dialog goes when it has."""
        self.cancel.setEnabled(False)
        self._link.cancel()

    def give_up(self) -> None:
        """End the work at once, because the program ends: what stood there stands, or the next start sees to it."""
        self._link.idle.disconnect(self._end)
        self._link.close()

    @Slot(str, object)
    def _show(self, _title: str, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        counted = f"{progress.done} / {progress.total}" if progress.total else ""
        self.count.setText(f"{counted}  {progress.item}".strip())

    def _on_done(self, report: Any) -> None:
        self._outcome = WorkOutcome(self._outcome.task, self._root, report)

    def _on_failed(self, error: YindeError) -> None:
        self._outcome = WorkOutcome(self._outcome.task, self._root, None, error)

    @Slot()
    def _end(self) -> None:
        self._link.close()
        self.over.emit(self._outcome)
        self.accept()
