"""Changes of the library, brought into the window's thread and gathered for pages that are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from corpus.store.database.changes import Changes
from desktop.services.mailbox import Mailbox

if TYPE_CHECKING:
    from corpus.library.core.library import Library


class ChangeBridge(QObject):
    """Hears the library's change feed in whatever thread, and tells the window in its own."""

    changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._box = Mailbox(self.changed.emit, self)
        library.changes.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._library.changes.unsubscribe(self._hear)

    def _hear(self, changes: Changes) -> None:
        self._box.put(changes)
