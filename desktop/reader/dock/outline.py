"""目录: the headings of the text, and which one is being read."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.language.phrases import page_name
from corpus.library.reading.articles import Reading
from corpus.model.source import NO_TEXT
from corpus.model.span import Span
from desktop.reader.dock.panel import Panel
from desktop.theme import ThemeManager
from desktop.widgets.rows import Row


class OutlinePanel(Panel):
    """Lists the headings, indented by level; pages where the file had some and no headings."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, _("目录"), _("这篇文章没有小标题。"), lines=(2, 0))
        self._starts: list[int] = []

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
        self.set_rows(rows, places)

    def follow(self, offset: int) -> None:
        """Mark the heading under which ``offset`` of the clean text stands."""
        above = [number for number, start in enumerate(self._starts) if start <= offset]
        if above and self.list.current_key() != str(above[-1]):
            self.list.choose(str(above[-1]), tell=False)
