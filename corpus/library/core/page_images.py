"""The file an article's pages are drawn from, and which part of its original stands on which page."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from corpus.importing.drawing_process import DrawingProcess
from corpus.importing.pdf.placing import placed
from corpus.importing.pdf.recognition import runs, unpacked
from corpus.importing.pdf.sheets import BYTES, SIDES
from corpus.library.core.library import Library
from corpus.model.source import RECOGNISED
from corpus.model.span import Span

__all__ = ["BYTES", "SIDES", "DrawingProcess", "DrawnFile", "drawn_file"]


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A PDF: ``path`` of the file as it came, ``texts`` the spans of the article's original by page (from 0)."""

    article: str
    path: Path
    texts: dict[int, Span]
    recognised: Callable[[int], list[Any] | None] | None = field(default=None, compare=False)
    """Tells what was recognised of a page, where the text came of that."""

    def boxes(self, drawing: DrawingProcess, page: int, original: str) -> array[float]:
        """Return where the characters of a page's text stand on it, four numbers each."""
        text = self.texts.get(page, Span(0, 0)).of(original)
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
    """Return what an article's pages are drawn from, ``None`` where there is no PDF behind it."""
    article = library.texts.get(article_id).article
    source = library.store.sources.drawn(article.summary.source)
    if source is None:
        return None
    path = library.store.originals.path(source)
    if not path.is_file():
        return None
    starts = [(int(one.number) - 1, one.start) for one in article.pages if one.number.isdecimal()]
    ends = [start for _page, start in starts[1:]] + [len(article.original)]
    texts = {page: Span(start, end) for (page, start), end in zip(starts, ends, strict=True)}
    recognised = None
    if article.summary.layer == RECOGNISED:
        recognised = partial(library.store.recognitions.page, article.summary.source)
    return DrawnFile(article_id, path, texts, recognised)
