"""The line a journal in English prints on a paper: its name, year, volume, issue and pages, in any order and form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.records.lines.dates import iso_date
from index.lazy_pattern import LazyPattern

MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NAME: Final = LazyPattern(
    r"^(?:In:?\s+|Published in:?\s+|Source:?\s+)?(?P<name>(?!(?:Vol|No|Issue)(?:ume)?\b)[A-Z][A-Za-z&'’.,: -]{2,80}?)"
    r"(?P<end>[\s,.;|·•/(—–-]*)"
    r"(?=\(?\d|Vol|VOL|No\.|Issue|ISSUE)"
)
_WORD: Final = LazyPattern(r"[A-Z][\w'’.&-]*|&|and|of|the|in|for|on|to|und")
_VOLUME: Final = LazyPattern(r"\bVol(?:ume|\.)?\s*(\d{1,4})\b", re.IGNORECASE)
_ISSUE: Final = LazyPattern(
    r"\b(?:No|Number|Issue|Iss|Nr)\b\.?\s*(\d{1,3}(?:[–/-]\d{1,3})?)\b", re.IGNORECASE
)
_BOTH: Final = LazyPattern(r"(?<![\w/.])(\d{1,4})\s*\((\d{1,3}(?:[–/-]\d{1,3})?)\)")
"""A volume with its issue in brackets."""
_YEAR: Final = LazyPattern(r"(?<![\w/.-])\(?((?:19|20)\d{2})\)?(?![\w/])")
_MONTH: Final = LazyPattern(rf"\b(?P<month>{MONTH})\.?,?\s+(?P<year>(?:19|20)\d{{2}})\b")
_SEASON_WITHIN: Final = LazyPattern(
    r"\b(?:Spring|Summer|Autumn|Fall|Winter)\b(?:[/–-](?:Spring|Summer|Autumn|Fall|Winter))?"
    r"|\b[A-Z][a-z]{2,8}[–/-][A-Z][a-z]{2,8}(?=\s+(?:19|20)\d{2})"
)
_PAGES: Final = LazyPattern(
    r"\b(?:pp?\.?|[Pp]ages?)\s*(e?\d{1,6}(?:\s*[–—-]\s*e?\d{1,6})?)|[:,]\s*(e?\d{1,6}\s*[–—-]\s*e?\d{1,6})"
    r"|:\s*(e?\d{1,7})\b|,\s*(?:Article\s+|Art\.\s*)?(e?\d{3,7})\s*\.?$|\s(\d{1,6}\s*[–—]\s*\d{1,6})\s*\.?$"
    r"|\bArticle\s+(e?\d{1,7})"
)
_DAY: Final = LazyPattern(rf"(?:\d{{1,2}}\s+)?{MONTH}\.?(?:\s+\d{{1,2}},?)?(?:\s+(?:19|20)\d{{2}})?.{{0,12}}")
_BARE_VOLUME: Final = LazyPattern(r"^[\s,.;:|]*(\d{1,4})(?=[\s,.;:|(]|$)")
_IDENTIFIER: Final = LazyPattern(
    r"(?:https?://|doi|DOI)\S*\s*\S*|10\.\d{4,9}/\S+|E?ISSN[\s\d()X-]+(?:\([a-z]+\))?"
)
_SEASON: Final = LazyPattern(rf"[\s,]+(?:{MONTH}|Spring|Summer|Autumn|Fall|Winter)\.?$")
_NUMBER_OF_ARTICLE: Final = LazyPattern(r"[\s,.;:]*(\d{3,7})[\s.]*")
_REST: Final = LazyPattern(r"[\s,.;:|·•/()\[\]–—-]*")
_LONGEST: Final = 160
_MOST_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the line tells; ``name`` is empty where it stands on another line."""

    name: str
    volume: str
    issue: str
    year: str
    """The year, or the month as ``2020-03``."""
    page: str


def imprint_of(line: str) -> Imprint | None:
    """Return what a line tells that holds nothing but a journal's name and numbers, ``None`` for any other."""
    if len(line) > _LONGEST or not re.search(r"\d", line) or _DAY.fullmatch(line.strip()):
        return None
    plain = _IDENTIFIER.sub("", line).strip()
    named = _NAME.match(plain)
    name = _SEASON.sub("", named["name"]).strip(" ,.:") if named else ""
    if name and not is_title_case(name):
        return None
    if not named and not re.match(r"(?:Vol|VOL|\d|\()", plain):
        return None
    rest = plain[named.end() :] if named else plain
    taken: dict[str, str] = {}
    month = _MONTH.search(rest)
    rest = _SEASON_WITHIN.sub(" ", f"{rest[: month.start()]}{rest[month.end('month') :]}" if month else rest)
    for field, form in (
        ("issue", _ISSUE),
        ("volume", _VOLUME),
        ("both", _BOTH),
        ("page", _PAGES),
        ("year", _YEAR),
    ):
        found = form.search(rest)
        if found is None or (field == "both" and re.fullmatch(r"(?:19|20)\d{2}", found[2])):
            continue
        told = next(filter(None, found.groups()), "")
        if field == "both":
            taken.setdefault("volume", found[1])
            taken.setdefault("issue", found[2])
        else:
            taken[field] = re.sub(r"\s", "", told)
        rest = f"{rest[: found.start()]} ; {rest[found.end() :]}"
    bare = None if "volume" in taken else _BARE_VOLUME.match(rest)
    if bare and ("year" in taken or "page" in taken):
        taken["volume"] = bare[1]
        rest = rest[bare.end() :]
    numbered = None if "page" in taken else _NUMBER_OF_ARTICLE.fullmatch(rest.replace(" ;", ""))
    if numbered:
        taken["page"], rest = numbered[1], ""
    if "volume" not in taken or not _REST.fullmatch(rest) or not taken.keys() & {"issue", "page", "year"}:
        return None
    page = re.sub(r"[–—]", "-", taken.get("page", ""))
    year = iso_date(f"{month['month']} {month['year']}") if month else taken.get("year", "")
    return Imprint(name, taken["volume"], taken.get("issue", ""), year, page)


def is_title_case(name: str) -> bool:
    """Tell whether every word of a line is one a journal's name is made of."""
    words = re.split(r"[\s:,]+", name)
    return len(words) <= _MOST_WORDS and all(map(_WORD.fullmatch, filter(None, words)))
