"""A menu that says why an entry cannot be used; of the others it says nothing more than their names."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip


class ReasonMenu(QMenu):
    """Shows the tooltip of entries that are disabled, where the pointer rests."""

    def event(self, event: QEvent) -> bool:
        """Show why the entry under the pointer cannot be used."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry: QAction | None = self.actionAt(event.pos())
            # An action without a tooltip of its own answers with its name.
            if entry and not entry.isEnabled() and (why := entry.toolTip()) != entry.text().rstrip("…"):
                QToolTip.showText(event.globalPos(), why, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
