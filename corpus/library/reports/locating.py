"""Where in an article something stands, as a citation tells it: the printed page, or the number of the paragraph."""

from __future__ import annotations

from bisect import bisect_right

from corpus.library.core.texts import ArticleText
from corpus.model.span import Span


def locator_of(ready: ArticleText, ground: Span, kind: str = "page") -> str:
    """Return the page or pages of a span of the original: 12, 12-13; empty where the article has no pages.

    With ``kind`` paragraph an article without pages tells the number of the paragraph below its title (第3段);
    with none nothing is told.
    """
    if kind == "none":
        return ""
    pages = ready.article.pages
    if pages:
        starts = [one.start for one in pages]
        first = _cited(ready, bisect_right(starts, ground.start)).partition("-")[0]
        last = _cited(ready, bisect_right(starts, max(ground.end - 1, ground.start))).rpartition("-")[2]
        return first if first == last else f"{first}-{last}"
    return f"第{paragraph_at(ready, ground.start)}段" if kind == "paragraph" else ""


def _cited(ready: ArticleText, begun: int) -> str:
    """Return the printed number of the last of the pages that have begun, or the one it has in the file."""
    return ready.page_ref(ready.article.pages[max(begun - 1, 0)].number).cited


def paragraph_at(ready: ArticleText, offset: int) -> int:
    """Return the number of the paragraph at an offset of the original: lines below the title that are no headings."""
    shown = ready.shown(Span(offset, offset)).start
    headings = {ready.shown(Span(one.start, one.start)).start for one in ready.article.headings}
    number, at = 0, 0
    for line in ready.clean.split("\n"):
        if at and line.strip() and at not in headings:
            number += 1
        at += len(line) + 1
        if at > shown:
            break
    return max(number, 1)
