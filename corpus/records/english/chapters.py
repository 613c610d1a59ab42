"""A chapter in English: the book it is in, told in one line above or below it."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.english.forms import western_names
from corpus.records.english.papers import title_and_names
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_PAGES: Final = r"(?:pp?\.?\s*|pages?\s+)?(?P<pages>\d{1,4}\s*[–—-]\s*\d{1,4})"
_PRINTED: Final = (
    r"(?P<place>[A-Z][^:.()]{2,40}):\s*(?P<house>[A-Z][^,:()]{2,60}?),\s*(?P<year>(?:19|20)\d{2})"
)
_LEADS: Final = r"^(?:In:?|From:?|Published in:?|Chapter \d+ in:?|Originally published in:?|Appears in:?)\s+"
_FORMS: Final = (
    LazyPattern(
        rf"{_LEADS}(?P<book>[A-Z].{{4,140}}?),?\s+\(?(?:edited by|ed(?:s)?\.(?: by)?)\s+(?P<editors>[A-Z].{{3,90}}?)"
        r"\)?(?:[,.]|\s(?=\())"
        rf"\s*(?:{_PAGES}[.,]\s*)?\(?{_PRINTED}\)?(?:[,.]\s*(?:pp?\.?\s*)(?P<later>\d{{1,4}}\s*[–—-]\s*\d{{1,4}}))?\.?$"
    ),
    LazyPattern(
        rf"{_LEADS}(?P<editors>[A-Z].{{3,90}}?)\s*\((?:[Ee]ds?\.?|[Ee]ditors?)\)[,.:]?\s*(?:\((?P<year>(?:19|20)\d{{2}})\)[.,]?\s*)?"
        rf"(?P<book>[A-Z].{{4,140}}?)\s*[(,]\s*{_PAGES}\s*\)?[.,]\s*(?:(?P<place>[A-Z][^:.()]{{2,40}}):\s*)?"
        r"(?P<house>[A-Z][^,:()]{2,60}?)(?:,\s*(?P<later>(?:19|20)\d{2}))?\.?$"
    ),
)
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_NUMBERED: Final = LazyPattern(r"(?:Chapter|CHAPTER)\s+(?:\d{1,3}|[IVXL]{1,6}|[A-Za-z]{3,12})\.?|\d{1,2}\.?")
_LINES: Final = 14
_LEAST: Final = 2


def read_english_chapter(page: FrontPage) -> Gathered | None:
    """Read a chapter that names its book, who edited it and the pages; its title may be below ``Chapter 9``."""
    if _HAN.search(page.text):
        return None
    lines = (*page.head[:_LINES], *(line for line in page.tail if line not in page.head[:_LINES]))
    told = next((match for line in lines for form in _FORMS if (match := form.match(line))), None)
    if told is None:
        return None
    above = [line for line in page.head[:_LINES] if line != told.string and not _NUMBERED.fullmatch(line)]
    title, names = title_and_names(above)
    if not title and len(above) >= _LEAST and page.head[_LEAST:][:1] == (told.string,):
        title = above[0]
    if not title:
        return None
    found = Gathered("chapter")
    found.put("title", title)
    found.put("author", *names)
    found.put("container-title", told["book"].strip(" ,"))
    found.put("editor", *western_names(re.sub(r"\s*&\s*", " and ", told["editors"])))
    parts = told.groupdict()
    later = parts.get("later") or ""
    page_told = parts["pages"] or ("" if re.fullmatch(r"\d{4}", later) else later)
    found.put("page", re.sub(r"\s*[–—-]\s*", "-", page_told))
    found.put("publisher-place", parts["place"] or "")
    found.put("publisher", parts["house"].strip())
    found.put("issued", parts["year"] or (later if re.fullmatch(r"\d{4}", later) else ""))
    return found
