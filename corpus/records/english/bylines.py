"""An English byline read part by part: every part must be a day, names, a medium or a count, in any order."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.bylines.byline_words import Byline
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import western_people
from index.lazy_pattern import LazyPattern

_BREAK: Final = LazyPattern(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*,\s+(?!\d{4}\b)(?=[A-Z\d])|(?<=\w)\s{2,}")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = LazyPattern(
    rf"(?P<about>(?:Published|Posted|Updated|Modified|First published|Version \d+(?:\.\d+)?)?(?:\s+on)?:?\s*,?\s*)"
    rf"(?P<day>(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}(?:\s+\d{{1,2}})?),?\s+(?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?",
    re.IGNORECASE,
)
_BY: Final = LazyPattern(
    r"\b(?:(?:Words|Story|Text|Written|Reporting|Prepared|Posted|Photos and text)\s+)?by:?\s+", re.IGNORECASE
)
_HELPED: Final = LazyPattern(
    r"[;,]?\s+(?:and\s+)?(?:photograph(?:s|y)|photos|pictures|illustrations?|graphics|videos?|editing|edited)"
    r"\s+by:?\s+[A-Z][\w'. -]+",
    re.IGNORECASE,
)
"""Who made the pictures of a text or edited it, behind who wrote it."""
_MEDIUM: Final = LazyPattern(
    r"(?:The\s)?(?:[A-Z][\w']*\s){0,3}(?:Herald|Times|Post|Daily|News|Tribune|Gazette|Journal|Observer|Star|Mail"
    r"|Reuters|Press|Review"
    r"|Magazine|Weekly|Chronicle|Telegraph|Courier|Globe|Standard|Independent|Examiner|Echo|Sentinel|Register|Mirror"
    r"|Bulletin|Blog|Quarterly|Monthly)|The(?:\s[A-Z][\w']*){1,3}"
)
_COUNT: Final = LazyPattern(
    r"\d+\s*(?:min(?:ute)?s?\s*(?:read)?|comments?|shares?|views)|(?:staff|senior|special|chief)?\s*"
    r"(?:reporter|writer|correspondent|columnist|editor)|share|comments?",
    re.IGNORECASE,
)
_LONGEST: Final = 110


def english_byline(line: str) -> Byline | None:
    """Return what a line says that is nothing but a byline, ``None`` where a part of it is something else."""
    if not 6 <= len(line) <= _LONGEST or line[-1:] in "!?":
        return None
    found, signs = Byline(), 0
    rest = line
    for day in _DAY.finditer(line):
        about = day["about"].casefold()
        if not about.startswith(("upd", "mod")):
            found.day = found.day or iso_date(day["day"])
        signs += 1
        rest = rest.replace(day[0], " | ")
    rest = _HELPED.sub(" | ", rest)
    by = _BY.match(rest.strip())
    signs += bool(by)
    for part in filter(
        None, (one.strip(" ,.") for one in _BREAK.split(_BY.sub("", rest.strip()) if by else rest))
    ):
        if _COUNT.fullmatch(part):
            continue
        bare = _BY.sub("", part)
        if _MEDIUM.fullmatch(bare):
            found.medium = found.medium or bare
            signs += 1
        elif names := western_people(bare):
            found.authors += names
        else:
            return None
    return found if signs and (found.authors or found.medium) and (found.day or by or found.medium) else None


def english_day(line: str) -> str:
    """Return the day of a line that is one, its weekday and its hour or not; empty for any other line."""
    told = _DAY.fullmatch(line.strip(" ,."))
    return (
        "" if told is None or told["about"].casefold().startswith(("upd", "mod")) else iso_date(told["day"])
    )


def is_dated(line: str) -> bool:
    """Tell whether a line is a day, of whatever kind, and nothing else."""
    return _DAY.fullmatch(line.strip(" ,.")) is not None
