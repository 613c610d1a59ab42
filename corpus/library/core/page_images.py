"""The file an article's pages or pictures are drawn from, and which part of its original stands by which."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from corpus.importing.pdf.placing import placed
from corpus.importing.pdf.recognition import runs, unpacked
from corpus.importing.pdf.sheets import BYTES, SIDES
from corpus.importing.pictures.places import places_of
from corpus.importing.pictures.table import may_hold_pictures
from corpus.importing.processes.drawing_process import DrawingProcess
from corpus.library.core.library import Library
from corpus.model.source import RECOGNISED
from corpus.model.span import Span

PDF: Final = "pdf"
__all__ = ["BYTES", "PDF", "SIDES", "DrawingProcess", "DrawnFile", "drawn_file"]


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file with pages: ``path`` as it came, ``texts`` the spans of the article's original by page (from 0).

    ``kind`` is its format: the pages of a PDF are its own, of all others each picture in the file is one. Where these
    stand is known once the file is open (``opened``).
    """

    article: str
    path: Path
    texts: dict[int, Span]
    kind: str = PDF
    recognised: Callable[[int], list[Any] | None] | None = field(default=None, compare=False)
    """Tells what was recognised of a page, where the text came of that."""

    @property
    def has_pictures(self) -> bool:
        """Tell whether its pages are the pictures that stand in it."""
        return self.kind != PDF

    def drawing(self) -> DrawingProcess:
        """Return what draws it."""
        return DrawingProcess(self.path, self.kind)

    def opened(self, drawing: DrawingProcess, original: str) -> DrawnFile:
        """Return the file with the places its pictures have in the text."""
        return replace(self, texts=places_of(drawing.around(), original)) if self.has_pictures else self

    def is_same(self, other: DrawnFile | None) -> bool:
        """Tell whether another is this file, open or not."""
        return other is not None and (
            self == other or (self.has_pictures and replace(other, texts=self.texts) == self)
        )

    def boxes(self, drawing: DrawingProcess, page: int, original: str) -> array[float]:
        """Return where the characters of a page's text stand on it, four numbers each."""
        text = self.texts.get(page, Span(0, 0)).of(original)
        if self.has_pictures:
            return array("f", bytes(4 * SIDES * len(text)))
        kept = self.recognised(page) if self.recognised is not None else None
        if kept is None:
            return drawing.boxes(page, text)
        found = array("f", bytes(4 * SIDES * len(text)))
        for at, glyph in placed(runs(unpacked(kept)), text):
            sides = (glyph.left, glyph.top, glyph.right, glyph.bottom)
            found[SIDES * at : SIDES * (at + 1)] = array("f", sides)
        return found

    def page_of(self, offset: int) -> int:
        """Return the page (from 0) an offset of the original stands on."""
        before = [page for page, span in self.texts.items() if span.start <= offset]
        return before[-1] if before else next(iter(self.texts), 0)


def drawn_file(library: Library, article_id: str) -> DrawnFile | None:
    """Return what an article's pages are drawn from, ``None`` where its file has neither pages nor pictures."""
    article = library.texts.get(article_id).article
    source = library.store.sources.drawn(article.summary.source)
    if source is None:
        return None
    name, kind = source
    path = library.store.originals.path(name)
    if not path.is_file():
        return None
    if kind != PDF:
        return DrawnFile(article_id, path, {}, kind) if may_hold_pictures(path, kind) else None
    starts = [(int(one.number) - 1, one.start) for one in article.pages if one.number.isdecimal()]
    ends = [start for _page, start in starts[1:]] + [len(article.original)]
    texts = {page: Span(start, end) for (page, start), end in zip(starts, ends, strict=True)}
    recognised = None
    if article.summary.layer == RECOGNISED:
        recognised = partial(library.store.recognitions.page, article.summary.source)
    return DrawnFile(article_id, path, texts, recognised=recognised)
