"""Tables for spreadsheets: CSV and XLSX; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from corpus.report.figure_words import BEHIND, WITHIN
from corpus.report.model import Report, TableItem
from corpus.report.palette import colour
from corpus.report.tables import caveat_lines, conflict_lines, sheet_figures, sheet_of
from corpus.report.writers.files import replacing, write_text
from index.lazy_pattern import LazyPattern

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WIDTHS: Final = (8, 60)
_QUALIFIED: Final = LazyPattern(
    rf"(?P<before>(?:[一-鿿]+ )?)(?P<number>[\d.,−-]+)(?P<behind>(?: ?(?:{'|'.join(sorted(BEHIND | WITHIN))}))?)\Z"
)
"""A number with its qualifier: 突破 2, 20 以上, 2000余."""


def write_csv(report: Report, path: Path) -> None:
    """Write the report's figures, or else its quotations, as CSV: UTF-8 with BOM, as spreadsheets want."""
    write_text(path, to_csv(sheet_of(report)), encoding="utf-8-sig", newline="")


def to_csv(table: TableItem) -> str:
    """Return a table as CSV with CRLF line ends; text that could be a formula begins with an apostrophe."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([defused(column) for column in table.columns])
    writer.writerows([defused(cell) for cell in row] for row in table.rows)
    return made.getvalue()


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; plain numbers stay as they are."""
    if not cell.lstrip(" \u00a0").startswith(_DANGEROUS) or as_number(cell) is not None:
        return cell
    return f"'{cell}"


def as_number(cell: str) -> Decimal | None:
    """Return the number a cell holds (thousands may be parted by commas), ``None`` for anything else."""
    if not cell or cell != cell.strip() or not set(cell) <= set("0123456789.,-−"):
        return None
    try:
        return Decimal(cell.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None


def qualified_number(cell: str) -> tuple[Decimal, str, str] | None:
    """Return the number a cell tells with what qualifies it before and behind: 突破 2, 20 以上; ``None`` for others."""
    match = _QUALIFIED.match(cell)
    number = as_number(match["number"]) if match else None
    return None if match is None or number is None else (number, match["before"], match["behind"])


def write_xlsx(report: Report, path: Path) -> None:
    """Write the report's figures, or else its quotations, as a workbook: data, and what to mind."""
    made = io.BytesIO()  # a zip file that meets a full disk complains again when it is let go
    _workbook(made, report, sheet_of(report))
    with replacing(path) as beside:
        beside.write_bytes(made.getvalue())


def _workbook(made: io.BytesIO, report: Report, table: TableItem) -> None:
    """Write the sheets; strings are never formulas, addresses or numbers by accident."""
    import xlsxwriter

    labels = report.labels
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": report.title, "author": report.author})
        _data_sheet(book, book.add_worksheet(_sheet_name(labels.data)), table)
        lines = [report.title, report.created, *report.about, ""]
        figures = sheet_figures(report)
        notes = caveat_lines(figures, labels)
        conflicts = conflict_lines(figures, labels)
        for label, entries in (
            (labels.caveats, notes),
            (labels.conflicts, conflicts),
            (labels.references, [reference.text for _number, reference in report.listed()]),
        ):
            lines += [label, *entries, ""] if entries else []
        _notes_sheet(book, book.add_worksheet(_sheet_name(labels.caveats)), lines)


def _sheet_name(label: str) -> str:
    """Return a label as the name of a sheet: without what spreadsheets forbid, at most 31 characters."""
    return "".join(character for character in label if character not in "[]:*?/\\'")[:31] or "1"


def _data_sheet(book: Any, sheet: Any, table: TableItem) -> None:
    """Write the table with a frozen, filtered header, numbers as numbers and columns as wide as their words."""
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "bg_color": "#F5F3EE"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for n, column in enumerate(table.columns):
        sheet.write_string(0, n, column, head)
        sheet.set_column(n, n, _width([column, *(row[n] for row in table.rows)]))
    differing = book.add_format({"font_color": colour("cinnabar"), "align": "right", "valign": "top"})
    formats: dict[str, Any] = {}
    for line, row in enumerate(table.rows, start=1):
        for n, cell in enumerate(row):
            told = qualified_number(cell) if n in table.right else None
            number, before, behind = told or (None, "", "")
            if number is None or abs(number) >= Decimal("1e15"):
                sheet.write_string(line, n, cell, differing if n in table.right and "≠" in cell else wrap)
                continue
            shown = "0" if n in table.years else number_format(number)
            shown = "".join(
                f'"{part}"' if part != shown else part for part in (before, shown, behind) if part
            )
            if shown not in formats:
                formats[shown] = book.add_format({"num_format": shown, "valign": "top"})
            sheet.write_number(line, n, float(number), formats[shown])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), max(0, len(table.columns) - 1))


def number_format(number: Decimal) -> str:
    """Return how a spreadsheet shows a number: thousands parted, as many places as it has."""
    places = max(0, -int(number.as_tuple().exponent))
    return "#,##0" + ("." + "0" * places if places else "")


def _width(cells: Sequence[str]) -> int:
    """Return the width of a column: Chinese characters take two places."""
    longest = max(
        (sum(2 if ord(character) > 0x2E7F else 1 for character in cell) for cell in cells), default=0
    )
    return min(max(longest + 2, _WIDTHS[0]), _WIDTHS[1])


def _notes_sheet(book: Any, sheet: Any, lines: Sequence[str]) -> None:
    """Write what one should mind when using the data."""
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    for n, line in enumerate(lines):
        sheet.write_string(n, 0, line, wrap)
