"""查找 in the article: the places of what is in the find bar, or of a search one came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Slot

from corpus.model.span import Span
from desktop.reader.find_bar import FindBar, find_all
from desktop.reader.paper import Paper


class TextFinder(QObject):
    """Keeps the places found in the clean text and walks through them."""

    def __init__(self, bar: FindBar, paper: Paper) -> None:
        super().__init__(paper)
        self._bar = bar
        self._paper = paper
        self._at = -1
        bar.sought.connect(self.seek)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close_bar)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the places found."""
        return self._paper.led.hits

    def open_bar(self) -> None:
        """Open the find bar with what is selected."""
        span = self._paper.selection()
        text = self._text()
        chosen = span.of(text) if span is not None and len(span) <= 60 else ""
        self._bar.open(chosen)

    @Slot(str)
    def seek(self, wanted: str) -> None:
        """Mark every place of ``wanted`` and lead to the first one from here on."""
        self._paper.show_hits(find_all(self._text(), wanted))
        self._at = bisect_left(self.spans, Span(self._paper.top_offset(), self._paper.top_offset())) - 1
        if self.spans:
            self.step(1)
        else:
            self._paper.forget_place()
            self._bar.tell(0, 0)

    def show_found(self, found: tuple[Span, ...]) -> None:
        """Mark the places a search found, in the order of the text, and offer to walk through several of them.

        None takes the marks of a search away; words sought in this text stay.
        """
        if not found and not self._bar.isHidden() and self._bar.field.text():
            self.renew()
            return
        self._paper.show_hits(found)
        self._at = -1
        self._bar.show_found(len(found))

    def lead_to(self, place: Span) -> None:
        """Lead to a place, from which the places marked are walked on through."""
        self._at = bisect_right(self.spans, place) - 1
        self._paper.lead_to(place, hit=place in self.spans)
        if place in self.spans:
            self._bar.tell(self._at + 1, len(self.spans))

    @Slot(int)
    def step(self, by: int) -> None:
        """Lead to the next (+1) or previous (-1) place, round the ends."""
        if not self.spans:
            return
        self._at = (self._at + by) % len(self.spans)
        self._paper.lead_to(self.spans[self._at], hit=True)
        self._bar.tell(self._at + 1, len(self.spans))

    @Slot()
    def forward(self) -> None:
        """Lead to the next place (F3)."""
        self.step(1)

    @Slot()
    def backward(self) -> None:
        """Lead to the previous place (Shift+F3)."""
        self.step(-1)

    @Slot()
    def close_bar(self) -> None:
        """Close the bar and go back to the text; the last place stays marked."""
        self._bar.hide()
        self._paper.show_hits(())
        self._paper.sheet.setFocus()

    def renew(self) -> None:
        """Find again in the text as it stands now."""
        if self._bar.isVisible() and self._bar.field.text():
            self._paper.show_hits(find_all(self._text(), self._bar.field.text()))
            self._at = -1
            self._bar.tell(0, len(self.spans))

    def _text(self) -> str:
        projection = self._paper.projection
        return projection.reading.text if projection is not None else ""
