"""The first page of a thesis in English."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.english.forms import is_day, people_below
from corpus.records.lines.dates import iso_date
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_THESIS: Final = LazyPattern(
    r"\b(?:thesis|dissertation)\b.*\b(?:submitted|presented|degree|fulfil)|^submitted in partial fulfil"
    r"|for the degree of (?:Doctor|Master|Bachelor)"
    r"|^(?:Master[’']?s?|Doctoral|Ph\.?D\.?|M\.?Sc\.?|M\.?A\.?|M\.?Phil\.?|MBA|Bachelor[’']?s?"
    r"|Honou?rs)\s+(?:Thesis|Dissertation)(?: in [A-Z][\w &]{3,40})?$",
    re.IGNORECASE,
)
_GUIDE: Final = LazyPattern(
    r"(?:Thesis |Dissertation )?(?:Co-)?(?:Supervis|Advis|Examin|Committee|Chair)", re.IGNORECASE
)
_SUBMITTED: Final = LazyPattern(
    r"(?:[Ss]ubmitted|[Pp]resented) (?:to|at|in) (?:the )?"
    r"(?P<school>(?:[A-Z]\w+ )*(?:University|College|Institute of Technology)(?: of [A-Z]\w+)*)"
)
_UNIVERSITY: Final = LazyPattern(r"\b(?:University|Institute of Technology|College)\b", re.IGNORECASE)
_SCHOOL: Final = LazyPattern(
    r"^(?:(?:Graduate )?School|Department|Faculty|Division|Program(?:me)?) (?:of|in|for)\b"
    r"|\b(?:Business School|School of [A-Z]\w+(?: and [A-Z]\w+)?)$"
)
_EARNED: Final = LazyPattern(r"(?:B|M)\.?\s?(?:A|S|Sc|Ed|Eng|Phil|BA)\.?(?:\s*\([^()]*\))?,")
"""A degree held before: B.A., Ferrow College, 2012."""
_DEGREE_SOUGHT: Final = LazyPattern(r"\b((?:Doctor|Master|Bachelor) of (?:[A-Z]\w+)(?: [A-Z]\w+)?)")
ABOUT_THESIS: Final = LazyPattern(
    r"(?:A|An)\s(?:\w+\s)?(?:Thesis|Dissertation)\b|In [Pp]artial|[Ss]ubmitted|[Bb]y\b"
    r"|(?:Doctor|Master|Bachelor) of\b|(?:for )?the degree\b|Requirements\b",
    re.IGNORECASE,
)
"""A line that says of a thesis that it is one."""


def read_english_thesis(page: FrontPage) -> Gathered | None:
    """Read a thesis, told by the words every thesis has on its first page."""
    head = page.head[:20]
    if not any(_THESIS.search(line) for line in head):
        return None
    found = Gathered("thesis")
    about = [
        line
        for line in head[:8]
        if not (
            _UNIVERSITY.search(line) or _SCHOOL.match(line) or ABOUT_THESIS.match(line) or _THESIS.match(line)
        )
    ]
    title = next(iter(about), head[0])
    rest = head[head.index(title) + 1] if head.index(title) + 1 < len(head) else ""
    goes_on = title.endswith(":") and rest in about
    found.put("title", f"{title} {rest}" if goes_on else title)
    below = [
        line
        for line in head[head.index(title) + 1 + goes_on :][:6]
        if not (_GUIDE.match(line) or _THESIS.match(line))
    ]
    found.put("author", *people_below(tuple(below)))
    schools = (
        line
        for line in head
        if line != title
        and _UNIVERSITY.search(line)
        and len(line) < 60
        and not (_THESIS.search(line) or _EARNED.match(line))
    )
    found.put("publisher", next(schools, ""))
    found.put("publisher", next((match[1] for line in head if (match := _SUBMITTED.search(line))), ""))
    found.put("genre", next((match[1] for line in head if (match := _DEGREE_SOUGHT.search(line))), ""))
    found.put("issued", next((iso_date(line) for line in reversed(head) if is_day(line)), ""))
    return found if "author" in found.fields else None
