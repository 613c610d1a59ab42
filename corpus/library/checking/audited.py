"""What a check of a paper comes to: how each of its quotations and figures stands to the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corpus.audit.verdict import Checked
from corpus.model.place import Place
from corpus.model.span import Span


class Standing(StrEnum):
    """How something of a paper stands to the library."""

    SAME = "same"
    CHANGED = "changed"
    CUT = "cut"
    NOT_FOUND = "not_found"
    CONTRADICTED = "contradicted"
    UNCONFIRMED = "unconfirmed"
    MISATTRIBUTED = "misattributed"
    """The words stand in the library, but not in the source the paper names for them."""


ORDER: Final = (
    Standing.CONTRADICTED, Standing.CHANGED, Standing.MISATTRIBUTED, Standing.NOT_FOUND,
    Standing.UNCONFIRMED, Standing.CUT, Standing.SAME,
)  # fmt: skip
"""What needs a look first."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One quotation or figure of a paper: ``span`` stands in the paper, ``found`` is the place in the library."""

    checked: Checked
    text: str
    span: Span
    standing: Standing
    found: Place | None = None
    against: Place | None = None
    """The place that says otherwise, where another place agrees."""
    was: str = ""
    """Of a quotation whose source has changed the words first marked; of a figure what contradicts it."""
    read_as: str = ""
    """Of a table's cell the sentence that head row, caption and unit make of it."""
    named: str = ""
    """Of a quotation the source the paper names, where that is another than the one it stands in."""
    page: str = ""
    """Of a quotation the printed page it stands on, where the paper names another one."""
    claimed: Place | None = None
    """The beginning of the text of the library that is the source ``named``, where there is exactly one."""

    @property
    def words(self) -> str:
        """Return what is shown of the paper: its words, or what a cell is read as."""
        return self.read_as or self.text


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A paper as text, its name, and how everything in it stands to the library."""

    name: str
    text: str
    entries: tuple[AuditEntry, ...]
