"""A line that begins with an opening mark begins where the lines around it do: the mark's own room hangs out."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontMetrics

_USUAL: Final = 1
"""Pixels that stay free before the ink of any character."""
_OPENING: Final = frozenset("《〈「『（【〔［“‘")


def hung_out(text: str, metrics: QFontMetrics) -> int:
    """Return by how many pixels a line is drawn further left: 《 and 〔 stand in the right half of their square."""
    return max(metrics.boundingRect(text[0]).left() - _USUAL, 0) if text[:1] in _OPENING else 0
