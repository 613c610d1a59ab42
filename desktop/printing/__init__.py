"""What stands on paper: pages made of the same report every export is made of."""

from __future__ import annotations

from desktop.printing.source import PrintSource

__all__ = ["PrintSource"]
