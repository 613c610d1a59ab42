"""Where pages, characters and offsets stand in the viewport, for one scroll position and zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from corpus.library.core.page_images import DrawnFile
from corpus.model.span import Span
from desktop.reader.sheets.arrangement import Arrangement, zoom_to_fit, zoom_to_show_whole
from desktop.reader.sheets.characters import PageCharacters
from desktop.reader.sheets.page_painting import PageSheet

_KEPT: Final = 60
"""Pages whose characters are kept."""
_ABOVE: Final = 8
"""Pixels left above a line that is scrolled to."""


@dataclass(slots=True)
class PageGround:
    """``file`` as it is arranged, with the characters known so far; ``origin`` is how far it is scrolled.

    Offsets are code points of the article's original; ``hidden`` spans of it are never marked.
    """

    file: DrawnFile | None = None
    arrangement: Arrangement = field(default_factory=lambda: Arrangement((), 1.0, 0))
    letters: dict[int, PageCharacters] = field(default_factory=dict)
    hidden: tuple[Span, ...] = ()
    origin: QPoint = field(default_factory=QPoint)
    room: int = 0
    """The height of the viewport."""

    @property
    def visible(self) -> range:
        """Return the pages (from 0) of which something is seen."""
        return self.arrangement.visible(self.origin.y(), self.room)

    def place_of(self, page: int) -> QRect:
        """Return where a page stands in the viewport."""
        width, height = self.arrangement.extent(page)
        left = self.arrangement.left(page) - self.origin.x()
        return QRect(left, self.arrangement.tops[page] - self.origin.y(), width, height)

    def sheet(self, page: int) -> PageSheet:
        """Return a page as it is painted."""
        return PageSheet(self.place_of(page), self.arrangement.scale, self.letters.get(page), self.hidden)

    def fit(self, sizes: Sequence[tuple[float, float]], width: int) -> float:
        """Return the zoom at which pages fill the width, and pictures are seen whole and no larger than they are."""
        if self.file is None or not self.file.has_pictures:
            return zoom_to_fit(sizes, width)
        return zoom_to_show_whole(sizes, width, self.room)

    def page_at(self, share: float) -> int:
        """Return the page at a share of the viewport's height."""
        return self.arrangement.page_at(self.origin.y() + self.room * share)

    def page_number(self, share: float) -> str:
        """Return the number in the file of the page at a share of the height, empty before the pages are known."""
        return str(self.page_at(share) + 1) if self.arrangement.sizes else ""

    def box_of(self, span: Span) -> QRect:
        """Return the box around a span, of its pages that are visible."""
        whole = QRectF()
        for page in self.visible:
            for box in self.sheet(page).boxes(span):
                whole = whole.united(box)
        return whole.toAlignedRect()

    def page_point(self, point: QPoint) -> tuple[int, QPointF] | None:
        """Return the page nearest to a point of the viewport and the point on it, in points of the page."""
        if not self.arrangement.sizes:
            return None
        page = self.arrangement.page_at(self.origin.y() + point.y())
        place, scale = self.place_of(page), self.arrangement.scale
        return page, QPointF((point.x() - place.left()) / scale, (point.y() - place.top()) / scale)

    def offset_at(self, point: QPoint) -> int | None:
        """Return the code point under a point of the viewport, ``None`` beside the text."""
        found = self.page_point(point)
        letters = self.letters.get(found[0]) if found else None
        return letters.offset_at(found[1].x(), found[1].y()) if letters and found else None

    def caret_at(self, point: QPoint) -> int | None:
        """Return the offset between two characters nearest to a point, ``None`` where no text is known."""
        found = self.page_point(point)
        letters = self.letters.get(found[0]) if found else None
        return letters.caret_at(found[1].x(), found[1].y()) if letters and found else None

    def offset_at_height(self, share: float) -> int:
        """Return the code point at a share of the viewport's height."""
        if self.file is None or not self.arrangement.sizes:
            return 0
        height = self.origin.y() + self.room * share
        page = self.arrangement.page_at(height)
        letters, span = self.letters.get(page), self.file.texts.get(page)
        if letters is not None:
            return letters.first_below((height - self.arrangement.tops[page]) / self.arrangement.scale)
        return span.start if span is not None else 0

    def height_for(self, offset: int, share: float) -> tuple[int, bool]:
        """Return how far to scroll so that an offset stands at a share of the height, and whether that is exact.

        Where the characters of its page are not known yet, its page is what one comes to.
        """
        page = self.file.page_of(offset) if self.file is not None else 0
        if page >= len(self.arrangement.sizes):
            return 0, True
        letters = self.letters.get(page)
        top = self.arrangement.tops[page]
        if letters is None:
            return top, self.file is None or page not in self.file.texts
        line = letters.top_of(offset) * self.arrangement.scale
        return round(top + line - self.room * share) - (_ABOVE if line else 0), True

    def learn(self, letters: PageCharacters) -> None:
        """Keep where the characters of a page stand; those of the pages furthest away are let go."""
        self.letters[letters.page] = letters
        while len(self.letters) > _KEPT:
            here = self.page_at(0.5)
            del self.letters[max(self.letters, key=lambda one: abs(one - here))]

    def lacks_letters(self, page: int) -> bool:
        """Tell whether a page has text whose characters are not known yet."""
        return self.file is not None and page in self.file.texts and page not in self.letters
