"""A paper of a numbered series in English: working papers, discussion papers, technical reports, bulletins."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.english.forms import BODY, is_western_line
from corpus.records.english.imprints import MONTH
from corpus.records.english.papers import names_from
from corpus.records.lines.dates import iso_date
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_KIND: Final = (
    r"(?:Working|Discussion|Policy|Research|Occasional|White|Issues?|Background|Technical|Briefing|Staff"
    r"|Policy Research|Economics|Conference)\s+(?:Papers?|Reports?|Briefs?|Notes?|Memo(?:randum)?s?|Working Papers?)"
)
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_SERIES: Final = LazyPattern(
    rf"^(?:(?P<owner>[A-Z][\w&. -]{{2,40}}?)\s+)?(?P<kind>{_KIND})(?:\s+Series)?"
    r"(?:\s*[|·•,:–—-]*\s*(?:No\.?|Number|Nr\.?|#)?\s*(?P<number>[A-Z]{0,6}[ -]?\d[\w./-]*))?"
    r"(?:\s*[|·•,–—-]\s*(?P<day>\S.{3,30}))?$",
    re.IGNORECASE,
)
_BULLETIN: Final = LazyPattern(
    r"[A-Z][\w&' -]{2,60}\b(?:Bulletin|Newsletter|Circular|Monitor|Briefing|Update|Outlook|Digest)",
    re.IGNORECASE,
)
_NUMBER: Final = LazyPattern(
    r"^(?:(?:Vol(?:ume|\.)?\s*\d+,?\s*)?(?:No|Number|Issue|Nr)\.?|#)\s*(?P<number>[A-Z]{0,6}[ -]?\d[\w./-]*)"
    r"(?:\s*[|/·•,–—-]\s*(?P<rest>.{2,40}))?$",
    re.IGNORECASE,
)
_CODE: Final = LazyPattern(r"[A-Z]{2,8}[ -]?(?:(?:19|20)\d{2}[-/]\d{1,4}|\d{1,5}[-/]\d{2,4})")
_DAY: Final = LazyPattern(
    rf"^(?:(?:Published|Issued|Released|Date[d]?|This (?:version|draft))\s*(?:in|on)?:?\s+)?"
    rf"(?P<day>(?:\d{{1,2}}\s+)?{MONTH}\.?(?:\s+\d{{1,2}},)?,?\s+(?:19|20)\d{{2}}|(?:19|20)\d{{2}})"
    rf"(?:\s*[(,;]\s*(?:revised|updated|first version|last revised).*)?$",
    re.IGNORECASE,
)
_BODY_AND_PLACE: Final = LazyPattern(
    r"^(?P<body>[^,]{4,70}),\s*(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,\s*[A-Z][\w. ]+)?$"
)
_ISSUED_BY: Final = LazyPattern(
    r"^(?:Issued|Published|Produced|Prepared|Compiled|Released) by (?:the )?(?P<body>[A-Z][\w&' -]{3,60}?)(?=[.,;]|$)"
)
_HOUSE: Final = LazyPattern(
    r"\b(?:Analytics|Insights?|Labs?|Observatory|Chamber|Union|Authority|Board|Forum|Network|Alliance)$"
)
_BEHIND: Final = LazyPattern(
    r"^(?:Abstract|Summary|Executive Summary|Contents|Keywords|JEL|©|\(c\)|Copyright|ISSN|https?:|www)",
    re.IGNORECASE,
)
_LINES: Final = 16
_MOST_OF_TITLE: Final = 3


def read_series_paper(page: FrontPage) -> Gathered | None:
    """Read a paper told by the name of its series and its number or day, above its title or below it."""
    if _HAN.search(page.text):
        return None
    head = page.before_prose()[:_LINES]
    end = next((place for place, line in enumerate(head) if place and _BEHIND.match(line)), len(head))
    lines = list(head[:end])
    named = next((place for place, line in enumerate(lines) if _SERIES.match(line)), None)
    bulletin = named is None and len(lines) > 1 and _BULLETIN.fullmatch(lines[0]) and _NUMBER.match(lines[1])
    if named is None and not bulletin:
        return None
    found = Gathered("report")
    if bulletin:
        found.put("container-title", lines.pop(0))
    kept = [line for line in lines if not _numbers(line, found, of_issue=bool(bulletin))]
    kept = [line for line in kept if not _body(line, found)]
    labelled = next((place for place, line in enumerate(kept) if re.match(r"Authors?\s*:", line)), None)
    at = labelled or next((place for place, line in enumerate(kept) if place and is_western_line(line)), None)
    title = kept[: min(at if at is not None else 1, _MOST_OF_TITLE)]
    names = names_from(kept[at:]) if at is not None else []
    if not title or (at is not None and at > _MOST_OF_TITLE):
        return None
    found.put("title", " ".join(title))
    found.put("author", *names)
    told = {"issued", "number", "issue"} & found.fields.keys()
    return found if told and {"author", "publisher"} & found.fields.keys() else None


def _numbers(line: str, found: Gathered, *, of_issue: bool) -> bool:
    """Take the number and the day of a line that holds nothing else beside the name of the series."""
    series, numbered, day = _SERIES.match(line), _NUMBER.match(line), _DAY.match(line)
    if series:
        found.put("number", (series["number"] or "").strip(" -"))
        found.put("issued", iso_date(series["day"] or ""))
        found.put("publisher", series["owner"] if series["owner"] and BODY.search(series["owner"]) else "")
    elif numbered:
        found.put("issue" if of_issue else "number", numbered["number"].strip(" -"))
        found.put("issued", iso_date(numbered["rest"] or ""))
    elif day:
        found.put("issued", iso_date(day["day"]) or day["day"])
    elif _CODE.fullmatch(line):
        found.put("number", line)
    else:
        return False
    return True


def _is_body(name: str) -> bool:
    return bool(BODY.search(name.title() if name.isupper() else name) or _HOUSE.search(name))


def _body(line: str, found: Gathered) -> bool:
    """Take the body, and its place, of a line that holds nothing else."""
    issued = _ISSUED_BY.match(line)
    placed = _BODY_AND_PLACE.match(line)
    if issued:
        found.put("publisher", issued["body"])
        return True
    if placed and _is_body(placed["body"]) and not is_western_line(line):
        if "publisher" not in found.fields:
            found.put("publisher", placed["body"])
            found.put("publisher-place", placed["place"])
        return True
    if _is_body(line) and re.fullmatch(r"(?:[A-Z][\w&'’-]*|of|for|and|the|in|on|[ ])+", line):
        found.put("publisher", line)
        return True
    return False
