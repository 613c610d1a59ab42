"""What is read of a page of no known kind, set right where its lines clearly weigh for another title or kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.titles import NAMED, trimmed
from corpus.records.weighed.judging import likely_kind, likely_title, outline_for
from corpus.records.weighed.outline import Shape, han
from index.lazy_pattern import LazyPattern

SURE: Final = 0.6
"""A title that is less likely changes nothing."""
_SHORTEST: Final = 4
"""Chinese characters of a title that is taken in place of another."""
_SURE_OF_KIND: Final = 0.7
_ALMOST_SURE: Final = 0.9
_FEWEST_LINES: Final = 2
"""Lines that are no running text, of which a page needs some before its kind is weighed."""
_IS_PAPER: Final = LazyPattern(
    r"^[\u3400-\u9fff]{2,}(?:19|20)\d{2}年[\u3400-\u9fff]{2,}(?:报告|方案|规划|办法|意见|公报|纪要|总结|要点)$"
)
"""A whole title of an official paper: whose, of which year and of which kind; no line below it is more of one."""
Titled = tuple[FrontPage, str, int]
"""A page, its title, and the line that stands on."""


def settled(page: FrontPage, title: str, place: int, is_none: Callable[[str, int], bool]) -> Titled:
    """Return the page with its title on one line, the title and that line, as given where none weighs more.

    ``is_none`` tells what cannot be a title at a line: where a rule found nothing else, nothing is called one.
    """
    unchanged = page, title, place
    likely = None if is_none(title, place) else likely_title(page)
    if likely is None or likely.certainty < SURE:
        return unchanged
    if likely.place > place and _IS_PAPER.search(title):
        return unchanged
    if (likely.place == place and likely.count == 1) or likely.place > outline_for(page).first_prose:
        return unchanged
    lines = page.head[likely.place : likely.place + likely.count]
    whole = "".join(lines)
    named = NAMED.match(whole)
    found = trimmed(named["title"] if named else whole)
    if found == title or han(found) < _SHORTEST or is_none(found, likely.place):
        return unchanged
    head = (*page.head[: likely.place], whole, *page.head[likely.place + likely.count :])
    return FrontPage(head, page.tail), found, likely.place


def settle_kind(page: FrontPage, found: Gathered) -> None:
    """Give a record of no kind the one its page weighs for, and a record of a kind another that is almost sure."""
    title = likely_title(page) if "title" in found.fields else None
    if title is None:
        return
    if sum(shape is not Shape.PROSE for shape in outline_for(page).shapes) < _FEWEST_LINES:
        return
    likely = likely_kind(page, title.place)
    if likely.certainty >= (_SURE_OF_KIND if found.type == "document" else _ALMOST_SURE):
        found.type = likely.type
