"""The ends of marks put into the sections of a report, where the text they were cut from holds them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.report.model import TableItem, TextItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.report.marking import Marking
    from corpus.report.model import ReportItem, ReportSection


def marked_sections(
    sections: Iterable[ReportSection], text: str, marking: Marking, base: int = 0
) -> tuple[ReportSection, ...]:
    """Return sections cut from ``text``, line by line, with the ends of marks in texts, cells and headings.

    ``text`` is the clean text of one article, its first line the title, which the first section may have; marks count
    from ``base`` before it.
    """
    walk = _Walk(text, marking, base)
    return tuple(walk.section(one) for one in sections)


class _Walk:
    """Goes through a text once, finding the parts of a report in their order."""

    def __init__(self, text: str, marking: Marking, base: int) -> None:
        self._text, self._marking, self._base, self._at = text, marking, base, 0

    def section(self, section: ReportSection) -> ReportSection:
        """Return the next section with the ends of marks in it."""
        title = self._marked(section.title) if self._at else self._first(section.title)
        return replace(section, title=title, items=tuple(self._item(one) for one in section.items))

    def _first(self, title: str) -> str:
        """Return the title of the first section: it is the first line, or nothing of the text."""
        line = self._text.partition("\n")[0]
        self._at = len(line) + 1
        return self._marking.within(title, self._base) if title and title == line else title

    def _item(self, item: ReportItem) -> ReportItem:
        if isinstance(item, TextItem):
            return replace(item, text=self._marked(item.text))
        if isinstance(item, TableItem):
            head, *rows = (tuple(self._marked(cell) for cell in row) for row in (item.columns, *item.rows))
            return replace(item, columns=head, rows=tuple(rows))
        return item

    def _marked(self, part: str) -> str:
        start = self._text.find(part, self._at) if part else -1
        if start < 0:
            return part
        self._at = start + len(part)
        return self._marking.within(part, self._base + start)
