"""Captions of tables and drawings: numbered through a document where it asks for it."""

from __future__ import annotations

from corpus.report.model import Report


class Captions:
    """Counts the tables and drawings of one document as they are written."""

    def __init__(self, report: Report) -> None:
        """Begin with number 1 of each."""
        self._report = report
        self._tables = self._drawings = 0

    def of_table(self, caption: str) -> str:
        """Return the caption of the next table; nothing where it has none."""
        if not caption or not self._report.captions:
            return caption
        self._tables += 1
        return f"{self._report.labels.table}\u00a0{self._tables}　{caption}"

    def of_table_continued(self, caption: str) -> str:
        """Return the caption above the next part of the last table; nothing where it has none."""
        if not caption:
            return caption
        number = f"{self._report.labels.table}\u00a0{self._tables}" if self._report.captions else caption
        return f"{number}{self._report.labels.continued}"

    def of_drawing(self, caption: str) -> str:
        """Return the caption of the next drawing; nothing where it has none."""
        if not caption or not self._report.captions:
            return caption
        self._drawings += 1
        return f"{self._report.labels.drawing}\u00a0{self._drawings}　{caption}"
