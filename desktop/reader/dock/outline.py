"""目录: the headings of the text, and which one is being read."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from PySide6.QtWidgets import QAbstractItemView

from corpus.language import translate as _
from corpus.language.phrases import page_name
from corpus.library.reading.articles import Reading
from corpus.model.source import NO_TEXT
from corpus.model.span import Span
from desktop.reader.dock.panel import Panel
from desktop.theme import ThemeManager
from desktop.widgets.lists.rows import Row

MANY_HEADINGS: Final = 1000
"""Headings of which more get one line each and are listed when the text is shown."""


class OutlinePanel(Panel):
    """Lists the headings, indented by level; pages where the file had some and no headings."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, _("目录"), _("这篇文章没有小标题。"), lines=(2, 0))
        self._starts: list[int] = []
        self._awaited: int | None = None
        """The offset to be followed to once the headings are listed."""

    @staticmethod
    def has_many(reading: Reading) -> bool:
        """Tell whether listing the headings takes so long that the text is shown first."""
        return len(reading.headings) + len(reading.pages) > MANY_HEADINGS

    def fill(self, reading: Reading) -> None:
        """List the headings of ``reading``."""
        entries = [(one.start, one.text, one.level) for one in reading.headings]
        paged = reading.summary.layer != NO_TEXT  # all its pages but the first begin where its title ends
        if paged and not any(start > 0 for start, _text, _level in entries):
            named = zip(reading.pages, reading.page_refs, strict=True)
            entries += [(one.start, page_name(ref), 2) for one, ref in named]
        entries.sort()
        least = min((level for start, _text, level in entries if start > 0), default=1)
        self._starts = [start for start, _text, _level in entries]
        rows = [
            Row(str(number), text, indent=max(level - least, 0) if start > 0 else 0)
            for number, (start, text, level) in enumerate(entries)
        ]
        places = {
            str(number): Span(start, start + len(text)) for number, (start, text, _l) in enumerate(entries)
        }
        self.list.set_even(even=len(rows) > MANY_HEADINGS)
        self.set_rows(rows, places)
        if self._awaited is not None:
            self.follow(self._awaited)

    def follow(self, offset: int) -> None:
        """Mark the heading under which ``offset`` of the clean text stands."""
        self._awaited = offset if self._behind else None
        above = bisect_right(self._starts, offset)
        if above and not self._behind and self.list.current_key() != str(above - 1):
            self.list.choose(str(above - 1), tell=False)
            # In the middle, so that one sees what comes, however high the rows turn out to be.
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
