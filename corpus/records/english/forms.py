"""Forms of English front pages that several kinds share: names below a title, editions, presses, bodies."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.names import western_people
from index.lazy_pattern import LazyPattern

BODY: Final = LazyPattern(
    r"\b(?:Institute|University|Cent(?:er|re)|Foundation|Bank|Bureau|Office|Council|Commission|Association|Agency"
    r"|Ministry"
    r"|Organi[sz]ation|Research|Fund|Group|Consulting|Partners|Academy|Society|Department)\b"
)
ORDINALS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
EDITION: Final = LazyPattern(
    rf"\b({'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\s+(?:[Rr]evised\s+|[Ee]nlarged\s+)?[Ee]dition\b",
    re.IGNORECASE,
)
NAMED_EDITION: Final = LazyPattern(
    r"(?:(?:Fully |Newly )?(?:Revised|Updated|Enlarged|Expanded|New|International|Paperback|Anniversary)"
    r"(?:,? and (?:Updated|Enlarged|Expanded|Revised))?) Edition",
    re.IGNORECASE,
)
"""A line that says which edition without a number."""
PRESS: Final = LazyPattern(r"\b(?:Press|PRESS|Publishers?|PUBLISHERS?|Publishing|PUBLISHING|Books|BOOKS)$")
_BY_WHOM: Final = LazyPattern(
    r"^(?:(?:Written |Prepared )?by|Authors?|Candidate|Student|Name)(?:\s*:\s*|\s+)(?=[A-Z])", re.IGNORECASE
)


def people_below(lines: tuple[str, ...]) -> list[str]:
    """Return the names of the first lines that hold nothing else, or that begin with ``by``."""
    found: list[str] = []
    for line in lines:
        if (
            EDITION.search(line)
            or NAMED_EDITION.fullmatch(line)
            or (re.match(r"[A-Za-z ]{2,20}:\s", line) and not _BY_WHOM.match(line))
        ):
            continue
        if re.match(r"(?:A|An|The|In|On|From|Essays|Notes)\s", line):
            continue
        bare = re.sub(r"\s+(?:for|on behalf of)\s+the\s.*$", "", _BY_WHOM.sub("", line))
        bare = re.sub(r"\s*\([^()]*\)", "", bare)
        names = western_people(bare)
        if names and not BODY.search(bare) and not PRESS.search(bare) and len(bare.split()) > 1:
            found += names
        elif found:
            break
    return found
