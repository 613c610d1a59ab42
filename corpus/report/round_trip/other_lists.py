"""Lists of references beside the one that is renewed: a pasted draft brings its own along as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus.report.round_trip.fields import is_gone
from corpus.report.round_trip.identity import ENTRY_STYLE, LIST
from corpus.report.round_trip.package import w
from corpus.report.round_trip.writing import text_of
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml import etree

_HEADING: Final = LazyPattern(
    r"(?:[第一二三四五六七八九十\d章节、.]{1,6}\s*)?(?:主要)?(?:参\s*考|引用)\s*(?:文\s*献|书目)[:：]?"
    r"|references:?|bibliography:?|works cited:?",
    re.IGNORECASE,
)
_ENTRY: Final = LazyPattern(
    r"[\[［【]\d|\d{1,3}[.．、]\s|.{2,400}?(?:\[[A-Z]{1,2}(?:/[A-Z]{2})?\]|[12]\d{3})"
)


def other_lists(document: etree._Element) -> tuple[str, ...]:
    """Return the first entry of each list that does not belong to the one in the bookmark; none without that one."""
    paragraphs = [one for one in document.iter(w("p")) if text_of(one).strip() and not is_gone(one)]
    ours = _spanned(document, paragraphs)
    if not ours:
        return ()
    return tuple(_firsts(paragraphs, ours))


def _firsts(paragraphs: list[etree._Element], ours: set[int]) -> Iterator[str]:
    inside = headed = False
    for number, one in enumerate(paragraphs):
        text = text_of(one).strip()
        is_entry = _is_styled(one) or (headed and bool(_ENTRY.match(text)))
        # What a person wrote right behind the list belongs to it.
        mine = number in ours or (is_entry and number - 1 in ours)
        if mine:
            ours.add(number)
        elif is_entry and not inside:
            yield text
        inside = is_entry and not mine
        headed = bool(_HEADING.fullmatch(text))


def _spanned(document: etree._Element, paragraphs: list[etree._Element]) -> set[int]:
    """Return the numbers of the paragraphs in the bookmark."""
    numbers = {id(one): number for number, one in enumerate(paragraphs)}
    start = next((one for one in document.iter(w("bookmarkStart")) if one.get(w("name")) == LIST), None)
    if start is None:
        return set()
    spanned: set[int] = set()
    opened = False
    for one in document.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t")):
        if one is start:
            opened = True
        elif opened and one.tag == w("bookmarkEnd") and one.get(w("id")) == start.get(w("id")):
            break
        elif opened and one.tag == w("t"):
            owner = next((up for up in one.iterancestors() if up.tag == w("p")), None)
            if owner is not None and id(owner) in numbers:
                spanned.add(numbers[id(owner)])
    return spanned


def _is_styled(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == ENTRY_STYLE
