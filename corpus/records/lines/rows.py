"""Rows of facts: a label and a value, parted by a blank, a stroke or a column, in a run of several such rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.records.lines.label_words import TABLE_LABELS
from index.lazy_pattern import LazyPattern

FIELD_OF: Final = {label: field for field, labels in TABLE_LABELS.items() for label in labels}
_SPREAD: Final = "|".join(
    r"[ 　]*".join(map(re.escape, label)) for label in sorted(FIELD_OF, key=lambda one: (-len(one), one))
)
_ROW: Final = LazyPattern(
    rf"(?P<bullet>[^\w\s　【\[（(《“「『]{{1,2}}[ 　]*)?(?P<label>{_SPREAD})"
    r"(?P<mark>[ 　]*[^\w\s，。、；！？（）()《》“”\[\]【】][ 　]*|[ 　]*\t[ 　]*"
    r"|[ 　]+)(?P<value>[^\s　:：|｜/／].{0,60})"
)
_FURTHER: Final = LazyPattern(
    rf"[ 　](?:{'|'.join(sorted(map(re.escape, FIELD_OF), key=lambda one: (-len(one), one)))})[ 　:：|｜]"
)
_ENOUGH, _ENOUGH_MARKED = 3, 2
"""Rows that follow each other and make a table: any, and such with a bullet or a label set wide."""
_LINES: Final = 26


@dataclass(frozen=True, slots=True)
class Row:
    """A label without the blanks that spread it, its value, and how it is set."""

    label: str
    value: str
    is_plain: bool
    """Whether a colon parts the two, as any reader of labels knows it."""
    is_marked: bool
    """Whether a bullet stands before it or its label is set wide, so that it is nothing but a row."""


def row_of(line: str) -> Row | None:
    """Return the row a line is by its form, ``None`` where it begins with no label or holds a further one."""
    found = _ROW.fullmatch(line.rstrip(" 　|｜"))
    if found is None or line[-1:] in "。！？?!":
        return None
    label = re.sub(r"[ 　]", "", found["label"])
    plain = found["mark"].strip() in (":", "：") and not found["bullet"]
    if not plain and _FURTHER.search(f" {found['value']}"):
        return None
    wide = label != found["label"] or (len(found["mark"]) > 1 and not found["mark"].strip())
    return Row(label, found["value"].strip(), plain, bool(found["bullet"]) or wide)


def with_colons(lines: Sequence[str]) -> list[str]:
    """Return lines whose rows of facts stand in a table as label, colon and value; all others as they are."""
    rows = [row_of(line) for line in lines[:_LINES]]
    told = list(lines)
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end] is not None:
            end += 1
        run = [row for row in rows[start:end] if row is not None]
        if _is_table(run):
            told[start:end] = [
                line if row.is_plain else f"{row.label}：{row.value}"
                for line, row in zip(lines[start:end], run, strict=True)
            ]
        start = max(end, start + 1)
    return told


def _is_table(run: Sequence[Row]) -> bool:
    """Tell whether rows that follow each other are a table: enough of them, of different labels."""
    labels = {row.label for row in run}
    if len(labels) < _ENOUGH_MARKED or all(row.is_plain for row in run):
        return False
    marked = sum(row.is_marked or row.is_plain for row in run)
    return len(run) >= _ENOUGH or (len(run) >= _ENOUGH_MARKED and marked == len(run))
