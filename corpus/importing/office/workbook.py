"""A workbook opened for reading, with what openpyxl passes over: rich words within cells, Chinese forms of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from typing import Any, Final

_MONTH, _DAY, _TIME = 'yyyy"年"m"月"', 'm"月"d"日"', 'h"时"mm"分"'
_CHINESE: Final[Mapping[int, str]] = {
    27: _MONTH, 28: _DAY, 29: _DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: _TIME, 33: _TIME, 34: _TIME,
    35: _TIME, 36: _MONTH, 50: _MONTH, 51: _DAY, 52: _MONTH, 53: _DAY, 54: _DAY, 55: _TIME, 56: _TIME,
    57: _MONTH, 58: _DAY,
}  # fmt: skip
"""The forms of days and times a Chinese Excel knows by number alone: no part of the file spells them out."""


def open_workbook(data: bytes) -> Any:
    """Open a workbook for its stored values; words in cells keep what is raised or struck in them."""
    from openpyxl import load_workbook
    from openpyxl.styles.fills import Fill, PatternFill
    from openpyxl.worksheet import _read_only
    from openpyxl.worksheet._reader import WorkSheetParser

    # Rich words stored in the cell itself are else read bare: 10³ as 103.
    setattr(_read_only, "WorkSheetParser", partial(WorkSheetParser, rich_text=True))  # noqa: B010 - a name of a module without types
    # A fill of nothing, which some programs write, would have the whole workbook refused.
    if not isinstance(of_tree := getattr(Fill, "from_tree"), partial):  # noqa: B009 - the same
        setattr(Fill, "from_tree", partial(_filled, of_tree, PatternFill))  # noqa: B010 - the same
    return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True)


def _filled(read: Callable[[Any], Any], empty: Callable[[], Any], element: Any) -> Any:
    """Return the fill an element tells, an empty one where it tells none."""
    return read(element) if len(element) else empty()


def value_and_form(cell: Any) -> tuple[Any, str]:
    """Return a cell's value and its form; a number shown as a day by a form known by number alone is that day."""
    value, form = cell.value, str(cell.number_format or "")
    if isinstance(value, (int, float)) and not isinstance(value, bool) and form == "General":
        known = _CHINESE.get(cell.style_array.numFmtId, "")
        day = _day(value, cell.parent.parent.epoch) if known else None
        return (day, known) if day is not None else (value, form)
    return value, form


def _day(value: float, epoch: dt.datetime) -> object | None:
    from openpyxl.utils.datetime import from_excel

    try:
        found: object = from_excel(value, epoch)
    except (OverflowError, ValueError):
        return None
    return found
