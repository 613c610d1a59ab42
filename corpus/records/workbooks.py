"""The title of a workbook: its first line names a sheet, which no record is to be called by."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model.source import Stated
from corpus.text.naming import name_of
from corpus.text.workbook_names import is_workbook


def titled_as_workbook(told: Iterable[Stated], clean: str, path: str) -> tuple[Stated, ...]:
    """Return what is told of a text with the title of its workbook in place of all others; of other files as it is."""
    stated = tuple(told)
    if not is_workbook(path):
        return stated
    given = next((one.value for one in stated if (one.field, one.where) == ("title", "properties")), "")
    others = tuple(one for one in stated if one.field != "title")
    return (*others, Stated("title", name_of(clean, path, given), "head"))
