"""What belongs to the text at hand: outline, notes, figures, names and repairs, each leading to its place."""

from __future__ import annotations

from desktop.reader.dock.dock import ReaderDock

__all__ = ["ReaderDock"]
