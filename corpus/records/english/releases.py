"""Press releases in English: the notice on top, the title, and the place and day that open the text."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_NOTICE: Final = LazyPattern(
    r"^(?:FOR |For )?(?:IMMEDIATE|Immediate|immediate) (?:RELEASE|Release|release)\b.{0,40}$"
    r"|^(?:PRESS|NEWS|Press|News) (?:RELEASE|Release|release)$"
)
_CONTACT: Final = LazyPattern(
    r"^(?:Media |Press |News )?Contacts?\b|@|^(?:Tel|Phone|Email|Embargoed)\b|^\+?[\d() -]{7,}$",
    re.IGNORECASE,
)
_OPENING: Final = LazyPattern(
    r"^(?P<where>[A-Z][\w .,’'-]{2,60}?)[,(\s]+"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\)?\s*(?:/[^/]{2,30}/\s*)?[–—:-]"
)
_LINES: Final = 12


def read_release(page: FrontPage) -> Gathered | None:
    """Read a press release, told by its notice among the first lines and the day its text opens with."""
    head = page.head[:_LINES]
    if not any(_NOTICE.match(line) for line in head[:3]):
        return None
    lines = [line for line in head if not (_NOTICE.match(line) or _CONTACT.search(line))]
    opened = next(
        ((place, match) for place, line in enumerate(lines) if (match := _OPENING.match(line))), None
    )
    titles = [line for line in lines[: opened[0] if opened else 1] if not iso_date(line)]
    if not titles:
        return None
    found = Gathered("webpage" if opened else "document")
    found.put("title", titles[0])
    days = (iso_date(line) for line in head if len(line) < 40)
    found.put("issued", iso_date(opened[1]["day"]) if opened else next(filter(None, days), ""))
    return found
