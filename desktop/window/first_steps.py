"""Ticks the first steps as they are done, wherever that happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.services.targets import ReaderTarget, SearchTarget

if TYPE_CHECKING:
    from corpus.store.database.changes import Changes
    from desktop.services.changes import ChangeBridge
    from desktop.services.context import Context


class FirstSteps(QObject):
    """Watches where one goes and what one writes. Importing the sample and exporting tick themselves."""

    def __init__(self, context: Context, bridge: ChangeBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ticked: set[str] = set()
        context.navigator.changed.connect(self._on_navigated)
        bridge.changed.connect(self._on_changed)

    @Slot()
    def _on_navigated(self) -> None:
        target = self._context.navigator.current
        if isinstance(target, ReaderTarget) and target.span is not None:
            self._tick("figure")
        if isinstance(target, SearchTarget) and target.text:
            self._tick("find")

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.annotations and not changes.everything:
            self._tick("note")

    def _tick(self, step: str) -> None:
        if step not in self._ticked and self._context.library.writable:
            from desktop.operations.bookkeeping import tick

            self._ticked.add(step)
            self._context.operations.run(self, tick(step))
