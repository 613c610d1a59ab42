"""A column of a table: how a row is told, sorted and coloured in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon

Row = TypeVar("Row")
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: how a row is told in it, sorted by it, coloured in it.

    ``width`` is what it has at 100 % before another has more; room that is left goes where text is cut, at the ``late``
    ones last, then to the columns of width 0, of which a late one has it before the others. What is ``whole`` (numbers,
    dates, units) is never cut, of names that differ at their ends the ``middle`` is; a ``mark`` is as wide as said and
    no wider.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    width: int = 0
    right: bool = False
    whole: bool = False
    middle: bool = False
    mark: bool = False
    late: bool = False
    tooltip: Callable[[Row], str] | None = None
    colour: Callable[[Row], QColor | None] | None = None
    font: Callable[[Row], QFont | None] | None = None
    icon: Callable[[Row], QIcon | None] | None = None


def alignment_of(column: Column[Any]) -> Qt.AlignmentFlag:
    """Return where in its cells a column puts its words."""
    return _RIGHT if column.right else _LEFT
