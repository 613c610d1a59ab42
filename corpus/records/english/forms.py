"""Forms of English front pages that several kinds share: names below a title, editions, presses, bodies."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import is_date_line
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


_CAPITAL: Final = r"[A-Z\u00c0-\u00de][\w'’.\u00c0-\u024f-]*"
_PARTICLE: Final = r"(?:van|von|de|der|den|di|da|la|le|du|dos|del|al|bin|ben|ten|ter|zu|st\.)"
_ONE: Final = LazyPattern(
    rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL}){{1,4}}|{_CAPITAL},\s*(?:[A-Z]\.[ -]?){{1,3}}"
)
_LABEL: Final = LazyPattern(r"^(?:Authors?\s*:|(?:[Ww]ritten |[Pp]repared )?[Bb]y:?)\s+(?=[A-Z])")
_IN_BRACKETS: Final = LazyPattern(r"\s*\([^()]{2,60}\)")
"""Where somebody works, behind the name."""
_INVERTED: Final = LazyPattern(
    rf"{_CAPITAL},\s*(?:[A-Z]\.[ -]?){{1,3}}(?:\s*[;&,]\s*(?:and\s+)?{_CAPITAL},\s*(?:[A-Z]\.[ -]?){{1,3}})*"
)
_FAMILY_FIRST: Final = LazyPattern(rf"(?P<family>{_CAPITAL}),\s*(?P<given>(?:[A-Z]\.[ -]?){{1,3}})")
_FOOTNOTES: Final = LazyPattern(
    r"(?<=[\w.)])\s*(?:\[?(?:\d{1,2}|[*∗†‡§¶#✉✝])(?:[\s,]*(?:\d{1,2}|[a-h]|[*∗†‡§¶#✉✝]))*\]?)(?=[\s,;&]|$)"
    r"|(?<=[a-z])\s+[a-h](?:,[a-h\d*])*(?=\s*(?:[,;&]|and\b|$))|\s*\(?(?:https?://)?orcid\S*|[\u00b9\u00b2\u00b3\u2070-\u209cᵃ-ᶻ]+"
)
"""The marks and small letters behind a name that lead to where its bearer works."""
_BETWEEN: Final = LazyPattern(r"\s*[;|·•]\s*|\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|AND)\s+|\s{2,}")
_DEGREE: Final = LazyPattern(r"(?:Ph\.?D|M\.?[DASc]{1,3}|MBA|FRCP|Jr|Sr|II|III)\.?", re.IGNORECASE)
_NO_PERSON: Final = LazyPattern(
    r"^(?:The|A(?!\.)|An|Of|In|On|For|And|From|With)\b|\b(?:Of|For|And|From|With|The)\b"
    r"|\b(?:Article|Review|Journal|Volume|Issue|Report|Paper|Series|Open|Access|China|Chapter|Part|Section|Figure|Table"
    r"|Abstract|Keyword|Introduction|Press|New|Daily|Street|Road|Evidence|Analysis|Stud(?:y|ie)|Case|Market|Retail"
    r"|Economy|Theory|Polic(?:y|ie)|Digital|Online|Working|Discussion|Committee|Editor|Trade|Commerce|Parcel)s?\b",
    re.IGNORECASE,
)
"""Words of titles and of what stands around them, which hold no person's name."""


def western_names(line: str) -> list[str]:
    """Return the names a line of Western authors lists, without marks of footnotes; empty for any other line."""
    line = _IN_BRACKETS.sub("", _LABEL.sub("", line))
    if _INVERTED.fullmatch(line.strip(" ,;")):
        return [f"{one['given'].strip()} {one['family']}" for one in _FAMILY_FIRST.finditer(line)]
    plain = _FOOTNOTES.sub(_parting, line)
    parts = (part.strip(" ,*†‡") for part in _BETWEEN.split(plain.strip(" ,;")))
    names = [part for part in parts if part and not _DEGREE.fullmatch(part)]
    if not names or not all(map(_ONE.fullmatch, names)) or any(map(_NO_PERSON.search, names)):
        return []
    if BODY.search(line) or PRESS.search(line):
        return []
    return [_in_small_letters(name) if name.isupper() else name for name in names]


def is_western_line(line: str) -> bool:
    """Tell whether a line lists Western authors and says nothing else."""
    return bool(western_names(line))


def _parting(found: re.Match[str]) -> str:
    """Return what stands for a mark: it parts two names that only blanks part."""
    return "," if found.string[found.end() :].lstrip()[:1].isupper() else ""


def _in_small_letters(name: str) -> str:
    words = name.split()
    return " ".join(
        one.capitalize() if "." not in one and re.search("[AEIOUY]", one) else one for one in words
    )


def is_day(line: str) -> bool:
    """Tell whether a line is a day, a month or a year and nothing else, whatever it is the day of."""
    line = re.sub(
        r"^(?:(?:Published|Issued|Released|Date[d]?)(?:\s+(?:in|on))?:?|(?:Version|Revision|Draft)(?:\s+[\d.]+)?,?)\s+",
        "",
        re.sub(r"^[A-Z][a-z]{2,14}, (?=[A-Z][a-z]{2,8}\.? (?:19|20)\d{2}$)", "", line),
    )
    return is_date_line(line) or (len(line) < 24 and bool(re.fullmatch(r"(?:19|20)\d{2}", line)))
