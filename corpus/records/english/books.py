"""The title page and the imprint of an English book: edition, editors, press, place."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.english.forms import EDITION, NAMED_EDITION, ORDINALS, PRESS, people_below
from corpus.records.kinds.books import ISBN
from corpus.records.lines.dates import is_date_line
from corpus.records.lines.names import people_in, western_people
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_PLACE_AND_YEAR: Final = LazyPattern(r"^[A-Z][\w .·&-]{2,40},\s*(?P<year>(?:19|20)\d{2})$")
_PRESS_AND_PLACE: Final = LazyPattern(
    r"^(?P<press>(?:[A-Z][\w'&]*\s){1,4}(?:Press|Publishers?|Publishing"
    r"|Books)),\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
    r"(?:,?\s*(?:19|20)\d{2})?$"
)
_PUBLISHED_BY: Final = LazyPattern(
    r"\b[Pp]ublished by (?P<press>[A-Z][\w'&]*(?: [A-Z&][\w'&]*){1,4})"
    r"(?:, (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?))?(?=[.,]|$)"
)
"""The house in a sentence of the page behind the title."""
_OWNER: Final = LazyPattern(
    r"^(?:Copyright\s*)?(?:©|\([cC]\)|Copyright)\s*(?P<year>(?:19|20)\d{2})(?: by)? (?P<who>[A-Z][^\n]+)$",
    re.MULTILINE,
)
_PLACE: Final = LazyPattern(
    r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?(?:\s*(?:[·,&]|and)\s*[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)*"
)
_IMPRINT_LINE: Final = LazyPattern(
    r"^(?:First published|Published|Copyright|©|ISBN|by\s|All rights|Printed)", re.IGNORECASE
)
_ROLES: Final = (
    ("Edited by", "editor"),
    ("[Tt]ranslated(?: from [A-Za-z ]{3,30}?)? by", "translator"),
    ("By", "author"),
    ("by", "author"),
)


def read_english_book(page: FrontPage) -> Gathered | None:
    """Read an English title page: edition, editors, press, place."""
    text, head = page.text, page.head[:20]
    pressed = next((line for line in head if PRESS.search(line) or _PRESS_AND_PLACE.match(line)), "")
    within = next((line for line in head if _PUBLISHED_BY.search(line)), "")
    with_place = _PRESS_AND_PLACE.match(pressed) or _PUBLISHED_BY.search(within)
    pressed = pressed or within
    press = with_place["press"] if with_place else pressed
    if not press:
        return _house_below_owner(head, text)
    found = Gathered("book")
    titles = (
        line
        for line in head
        if not (
            _IMPRINT_LINE.match(line)
            or EDITION.match(line)
            or NAMED_EDITION.fullmatch(line)
            or line == pressed
            or is_date_line(line)
        )
    )
    found.put("title", next(titles, head[0]))
    found.put("publisher", re.sub(r"^(?:[Pp]ublished )?by\s+", "", press))
    edition = EDITION.search(text)
    if edition:
        word = edition[1].capitalize()
        number = str(ORDINALS.index(word) + 1) if word in ORDINALS else re.sub(r"\D", "", word)
        found.put("edition", number)
        year = re.search(rf"{re.escape(edition[1])}\s+edition\s+(\d{{4}})", text, re.IGNORECASE)
        found.put("issued", year[1] if year else "")
    this = re.search(
        r"(?:this|present|current|paperback)(?: \w{3,10})? edition(?: (?:first )?published)?(?: in)? (\d{4})",
        text,
        re.IGNORECASE,
    )
    found.put("issued", this[1] if this else "")
    printed = re.search(r"(?:Copyright\s*©|©|Copyright)\s*(?:in\s*)?((?:\d{4}(?:,\s*|\s+and\s+)?)+)", text)
    years = re.findall(r"\d{4}", printed[1]) if printed else []
    found.put("issued", years[-1] if years else "")
    first = re.search(r"(?:First published|Published)\s*(?:in\s*)?(\d{4})", text)
    found.put("issued", first[1] if first else "")
    for mark, role in _ROLES:
        by = re.search(rf"^{mark}\s(.+)$", text, re.MULTILINE)
        found.put(role, *(people_in(by[1]) if by and not PRESS.search(by[1]) else ()))
    owner = re.search(
        r"^(?:Copyright|©|Text copyright).{0,12}\d{4}(?: by| held by)? ([A-Z][^\n]+)$", text, re.MULTILINE
    )
    found.put("author", *(western_people(owner[1].strip(".")) if owner and within else ()))
    if not {"author", "editor"} & found.fields.keys():
        start = head.index(found.fields["title"][0]) + 1
        found.put("author", *people_below(head[start : start + 3]))
    printed_number = ISBN.search(text)
    found.put("ISBN", printed_number[1] if printed_number else "")
    found.put("publisher-place", with_place["place"] if with_place else "")
    below = head[head.index(pressed) + 1 : head.index(pressed) + 2]
    dated = _PLACE_AND_YEAR.match(below[0]) if below else None
    found.put("issued", dated["year"] if dated else "")
    if below and re.fullmatch(r"[A-Z][\w ·,&]+", below[0]):
        found.put("publisher-place", re.split(r"\s*[·,&]\s*|\s+and\s+", below[0])[0])
    return found


def _house_below_owner(head: tuple[str, ...], text: str) -> Gathered | None:
    """Read a title page whose house no word tells: its name stands below that of who holds the copyright."""
    owner, number = _OWNER.search(text), ISBN.search(text)
    names = western_people(owner["who"].strip(".")) if owner else []
    at = next((place for place, line in enumerate(head) if names and western_people(line) == names), 0)
    if owner is None or number is None or not 0 < at < len(head) - 1 or _IMPRINT_LINE.match(head[at + 1]):
        return None
    found = Gathered("book")
    found.put("title", head[0])
    found.put("author", *names)
    found.put("publisher", head[at + 1])
    place = head[at + 2] if at + 2 < len(head) else ""
    found.put("publisher-place", place if _PLACE.fullmatch(place) else "")
    found.put("issued", owner["year"])
    found.put("ISBN", number[1])
    return found
