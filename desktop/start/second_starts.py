"""Second starts on a library that is open: listened for once the first page stands, and asked for a moment longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from corpus.library.core.roots import may_be_in_use

if TYPE_CHECKING:
    from desktop.start.single_instance import SingleInstance

LISTEN_MS: Final = 400
"""So long after a library was opened it is listened for second starts: the first page stands by then."""
ASK_MS: Final = 2 * LISTEN_MS


def end() -> None:
    """Leave the event loop, and with it the program."""
    QCoreApplication.quit()


def handed_over(root: Path, paths: Sequence[str]) -> bool:
    """Tell whether a window on the library at ``root`` took ``paths`` and came forward."""
    if not may_be_in_use(root):
        return False
    from desktop.start.single_instance import hand_over

    return hand_over(root, paths)


class SecondStarts(QObject):
    """What a window does about other starts on its library; ``called`` carries the paths they were given."""

    called = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._root: Path | None = None
        self._door: SingleInstance | None = None
        self._soon = QTimer(self, singleShot=True, interval=LISTEN_MS)
        self._soon.timeout.connect(self._listen)

    def listen_soon(self, root: Path) -> None:
        """Listen for starts on the library at ``root``; what that takes is not loaded before the first page."""
        self._root = root
        self._soon.start()

    @Slot()
    def _listen(self) -> None:
        from desktop.start.single_instance import SingleInstance

        if self._root is not None:
            self._door = SingleInstance(self._root, self)
            self._door.called.connect(self.called)

    def close(self) -> None:
        """Listen no more."""
        self._soon.stop()
        if self._door is not None:
            self._door.close()
            self._door = None

    def ask_holder(self, root: Path, paths: Sequence[str], otherwise: Callable[[], None]) -> None:
        """End once a window that had just begun to open the library took ``paths``; else do something ``otherwise``."""
        QTimer.singleShot(ASK_MS, self, partial(self._ask, root, paths, otherwise))

    def _ask(self, root: Path, paths: Sequence[str], otherwise: Callable[[], None]) -> None:
        if handed_over(root, paths):
            end()
        else:
            otherwise()
