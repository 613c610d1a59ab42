"""The title page and the imprint of an English book: edition, editors, press, place."""

from __future__ import annotations

import re
from itertools import pairwise
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
    r"\b[Pp]ublished (?:in )?(?:(?:hardback|paperback|hardcover|print) )?(?:in )?(?:\d{4} )?"
    r"by (?P<press>[A-Z][\w'&]*(?: [A-Z&][\w'&]*){1,4})"
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
_STREET: Final = LazyPattern(
    r"\d[\w -]*[A-Z][\w' ]+,[ ](?:[^,]+,[ ])*?(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:[ ,]+[A-Z\d ]{2,9})?"
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
_LED_BY: Final = LazyPattern(r"^(?:[Pp]ublished )?by\s+")
_THIS_EDITION: Final = LazyPattern(
    r"(?:this|present|current|paperback)(?: \w{3,10})? edition(?: (?:first )?published)?(?: in)? (\d{4})",
    re.IGNORECASE,
)
_COPYRIGHT: Final = LazyPattern(r"(?:Copyright\s*©|©|Copyright)\s*(?:in\s*)?((?:\d{4}(?:,\s*|\s+and\s+)?)+)")
_PUBLISHED_IN: Final = LazyPattern(r"(?:First published|Published)\s*(?:in\s*)?(\d{4})")
_COPYRIGHT_OF: Final = LazyPattern(
    r"^(?:Copyright|©|Text copyright).{0,12}\d{4}(?: by| held by)? ([A-Z][^\n]+)$", re.MULTILINE
)


def read_english_book(page: FrontPage) -> Gathered | None:
    """Read an English title page: edition, editors, press, place."""
    text, head = page.text, page.head[:20]
    pressed = next((line for line in head if PRESS.search(line) or _PRESS_AND_PLACE.match(line)), "")
    within = next((line for line in head if _PUBLISHED_BY.search(line)), "")
    with_place = _PRESS_AND_PLACE.match(pressed) or _PUBLISHED_BY.search(within)
    pressed = within if within and _IMPRINT_LINE.match(pressed) else pressed or within
    press = with_place["press"] if with_place else pressed
    if not press:
        return _house_below_owner(head, text)
    found = Gathered("book")
    found.put("title", next((line for line in head if _may_be_title(line, pressed)), head[0]))
    found.put("publisher", _LED_BY.sub("", press))
    _put_edition(text, found)
    _put_year(text, found)
    _put_people(text, found, by_owner=bool(within))
    if not {"author", "editor"} & found.fields.keys():
        start = head.index(found.fields["title"][0]) + 1
        found.put("author", *people_below(head[start : start + 3]))
    printed_number = ISBN.search(text)
    found.put("ISBN", printed_number[1] if printed_number else "")
    found.put("publisher-place", (with_place["place"] or "") if with_place else "")
    found.put("publisher-place", *_city_below(head, press))
    _put_imprint_below(head[head.index(pressed) + 1 :][:1], found)
    return found


def _may_be_title(line: str, pressed: str) -> bool:
    """Tell whether a line tells neither edition, imprint nor day, and is not that of the press."""
    return not (
        _IMPRINT_LINE.match(line)
        or EDITION.match(line)
        or NAMED_EDITION.fullmatch(line)
        or line == pressed
        or is_date_line(line)
    )


def _put_edition(text: str, found: Gathered) -> None:
    """Read which edition it is, and its year where that stands behind."""
    edition = EDITION.search(text)
    if edition is None:
        return
    word = edition[1].capitalize()
    found.put("edition", str(ORDINALS.index(word) + 1) if word in ORDINALS else re.sub(r"\D", "", word))
    year = re.search(rf"{re.escape(edition[1])}\s+edition\s+(\d{{4}})", text, re.IGNORECASE)
    found.put("issued", year[1] if year else "")


def _put_year(text: str, found: Gathered) -> None:
    """Read the year: of this edition, else the last one of the copyright, else of the first publication."""
    this, printed, first = _THIS_EDITION.search(text), _COPYRIGHT.search(text), _PUBLISHED_IN.search(text)
    found.put("issued", this[1] if this else "")
    years = re.findall(r"\d{4}", printed[1]) if printed else []
    found.put("issued", years[-1] if years else "")
    found.put("issued", first[1] if first else "")


def _put_people(text: str, found: Gathered, *, by_owner: bool) -> None:
    """Read who wrote, edited and translated it; ``by_owner``: who holds the copyright may have written it."""
    for mark, role in _ROLES:
        by = re.search(rf"^{mark}\s(.+)$", text, re.MULTILINE)
        found.put(role, *(people_in(by[1]) if by and not PRESS.search(by[1]) else ()))
    owner = _COPYRIGHT_OF.search(text) if by_owner else None
    found.put("author", *(western_people(owner[1].strip(".")) if owner else ()))


def _put_imprint_below(below: tuple[str, ...], found: Gathered) -> None:
    """Read place and year in the line below the press, where there is one."""
    dated = _PLACE_AND_YEAR.match(below[0]) if below else None
    found.put("issued", dated["year"] if dated else "")
    if below and re.fullmatch(r"[A-Z][\w ·,&]+", below[0]):
        found.put("publisher-place", re.split(r"\s*[·,&]\s*|\s+and\s+", below[0])[0])


def _city_below(head: tuple[str, ...], press: str) -> list[str]:
    """Return the city in the line of an address below the line that ends in the name of the press."""
    for line, below in pairwise(head):
        address = _STREET.fullmatch(below) if line.rstrip(",").endswith(press) else None
        if address:
            return [address["city"]]
    return []


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
