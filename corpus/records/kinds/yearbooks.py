"""The title page of a yearbook: its name, the year below it, who made it, its press."""

from __future__ import annotations

from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, people_in
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_NAME: Final = LazyPattern(r"《?[\u3400-\u9fff（）()]{2,24}年鉴》?")
_YEAR: Final = LazyPattern(
    r"[（(]?((?:19|20)\d{2})年?[）)]?(?:[\s　]*(?:[（(]?总?第\s*\d+\s*[卷期册][）)]?|年?[版卷]))?"
)
_BOTH: Final = LazyPattern(r"([\u3400-\u9fff]{2,24}年鉴)[\s　]*[—－-]?[\s　]*[（(]?((?:19|20)\d{2})年?[）)]?")
_HOUSE: Final = LazyPattern(r"[\u3400-\u9fff]+(?:出版社|书局|出版公司|出版集团)")
_MADE: Final = LazyPattern(r"^(?P<who>\S.*?)[\s　]*(?:编辑|主编|编纂|编著|编)$")
_CHIEF: Final = LazyPattern(r"^主[\s　]*编[\s　]*[:：　 ][\s　]*(?P<who>\S.*)$")
_PLACE: Final = LazyPattern(r"[·•]\s*([\u3400-\u9fff]{2,4})\s*[·•]")
_FIRST_LINES: Final = 14


def read_yearbook(page: FrontPage) -> Gathered | None:
    """Read the title page of a yearbook; one without its press is left to the other readers."""
    lines = page.before_prose()[:_FIRST_LINES]
    named = next(
        (place for place, line in enumerate(lines[:6]) if _NAME.fullmatch(line) or _BOTH.fullmatch(line)),
        None,
    )
    house = next((line for line in lines if _HOUSE.fullmatch(line)), "")
    if named is None or not house:
        return None
    both = _BOTH.fullmatch(lines[named])
    below = (_YEAR.fullmatch(line) for line in (*lines[named + 1 :], *lines[:named]))
    year = both[2] if both else next((match[1] for match in below if match), "")
    if not year:
        return None
    found = Gathered("book")
    found.put("title", (both[1] if both else lines[named].strip("《》")) + year)
    found.put("editor", *_makers(lines))
    found.put("publisher", house)
    found.put("publisher-place", next((match[1] for line in lines if (match := _PLACE.fullmatch(line))), ""))
    days = (iso_date(line) for line in lines if "月" in line and "版" in line)
    found.put("issued", next(filter(None, days), year))
    return found


def _makers(lines: tuple[str, ...]) -> list[str]:
    """Return the chief editor, else the bodies before the word that says they made it."""
    chief = next((match for line in lines if (match := _CHIEF.match(line))), None)
    if chief:
        return people_in(chief["who"])
    for place, line in enumerate(lines):
        made = _MADE.match(line)
        if not made or not is_body(made["who"].strip("《》").replace("》", "")):
            continue
        above: list[str] = []
        for one in reversed(lines[:place]):
            if not is_body(one):
                break
            above.insert(0, one)
        return [*above, made["who"].strip()]
    return []
