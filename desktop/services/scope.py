"""The one scope every page, search, count and export looks through."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from corpus.model.collection import Scope


class ScopeHolder(QObject):
    """Holds the scope chosen in the top bar; ``changed`` tells every page to look again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = Scope()

    @property
    def current(self) -> Scope:
        """Return the part of the library looked at now."""
        return self._current

    def choose(self, scope: Scope) -> None:
        """Look at another part from now on."""
        if scope != self._current:
            self._current = scope
            self.changed.emit()

    def close(self) -> None:
        """Look at everything again; nothing else is held."""
        self._current = Scope()
