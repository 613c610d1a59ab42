"""The names a person gave the colours of marks, brought from the library to everything that shows colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from corpus.library.notes.naming import own_colour_names
from corpus.store.database.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.model.annotation import Colour
    from desktop.services.context import Context


class ColourNames(QObject):
    """Reads the names when they may have changed, and gives them to the theme."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.read()

    @Slot(object)
    def take_changes(self, changes: Changes) -> None:
        """Hear what changed in the library."""
        if changes.settings or changes.everything:
            self.read()

    def read(self) -> None:
        """Read the names beside the window."""
        work = partial(own_colour_names, self._context.library)
        self._context.tasks.run(self, work, self._take, lane="colour names")

    def _take(self, names: Mapping[Colour, str]) -> None:
        self._context.theme.name_marks({one.value: name for one, name in names.items()})
