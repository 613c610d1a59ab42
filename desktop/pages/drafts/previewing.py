"""The preview of the draft at hand: what comes out, read again a moment after the last change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.pages.drafts.draft_export import as_it_leaves
from desktop.pages.drafts.editing import DraftEditing
from desktop.pages.drafts.paper_area import PaperArea
from desktop.services.context import Context
from desktop.services.notices import sentence_for

_PREVIEW_AFTER_MS: Final = 250


class Previewing(QObject):
    """Fills the preview of ``area`` while it is looked at."""

    def __init__(self, context: Context, editing: DraftEditing, area: PaperArea, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._editing, self._paper_area = context, editing, area
        self._wait = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._wait.timeout.connect(self.look)
        area.looked.connect(self.look)

    def look_later(self) -> None:
        """Read the preview again once nothing has changed for a moment."""
        self._wait.start()

    @Slot()
    def look(self) -> None:
        """Read the preview now, of what is typed now."""
        draft = self._editing.draft
        if not self._paper_area.looking or draft is None:
            return
        self._editing.keep()
        work = as_it_leaves(self._context.library, draft)
        self._context.tasks.run(self, work, self._paper_area.preview.show_report, self._say_why, "preview")

    def _say_why(self, error: Exception) -> None:
        self._paper_area.preview.setPlainText(sentence_for(error))
