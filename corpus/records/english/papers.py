"""The first page of a paper in English: the journal, the title, who wrote it, in whatever order they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.english.forms import BODY, is_western_line, western_names
from corpus.records.english.imprints import Imprint, imprint_of, is_title_case
from corpus.records.lines.dates import iso_date
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_LINES: Final = 26
_MOST_OF_TITLE: Final = 3
"""Lines a title is spread over."""
_LEAST_TITLE: Final = 8
_BANNER: Final = LazyPattern(
    r"(?:(?:Open Access|OPEN ACCESS)\s*)?(?:(?:Original|Regular|Full[- ]Length|Short|Brief|Invited)\s+)?"
    r"(?:(?:Research|Review|Empirical|Feature|Conceptual|Data|Case)\s+)?"
    r"(?:Article|Paper|Review|Letter|Note|Communication|Report|Commentary|Perspective|Editorial|Essay|Study|Viewpoint"
    r"|Research|Open Access|Articles?(?: in Press)?|Original Investigation|Special Issue(?::? .*)?)s?",
    re.IGNORECASE,
)
"""What kind of paper it is, alone on a line."""
_PASSED: Final = LazyPattern(
    r"^(?:Received|Revised|Accepted|Available|Published|First published|Handling|Academic|Associate|Guest|Managing"
    r"|Edited|Reviewed|Contents lists|Journal homepage|journal homepage|ISSN|E-?ISSN|Citation|Cite (?:this|as)|To cite"
    r"|How to cite|Correspond|Contact|Email|E-mail"
    r"|\*|†|‡|©|\(c\)|Copyright|https?://|www\.|DOI|doi|10\.\d{4}|Downloaded|Check for"
    r"|JEL|Keywords?|Key words|Submitted|Article history|Article Info|ARTICLE INFO|View|Full Terms)",
)
_ENDS: Final = LazyPattern(
    r"^(?:A\s?B\s?S\s?T\s?R\s?A\s?C\s?T|Summary|Introduction|1\.?\s+Introduction|Highlights)\b", re.IGNORECASE
)
_DOI: Final = LazyPattern(r"\b(10\.\d{4,9}/[^\s,;)]+)")
_GOES_ON: Final = LazyPattern(
    r"(?:[:,–—-]|\b(?:of|and|for|the|in|to|on|from|with|by|a|an|at|under|into|after|or|between|as))$",
    re.IGNORECASE,
)
"""The end of a line a title goes on from."""
_OUT: Final = LazyPattern(
    r"(?:Published|Available|First published)(?:\s+[Oo]nline)?\s*:?\s+(?:on\s+)?"
    r"(\d{1,2}\s+[A-Z][a-z]+\.?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4})"
)
_OWNED: Final = LazyPattern(r"(?:©|\(c\)|Copyright)\D{0,40}?((?:19|20)\d{2})\b")
_SIGN: Final = LazyPattern(
    r"^(?:A\s?B\s?S\s?T\s?R\s?A\s?C\s?T|Key\s?words?|Received:?\s|Correspond|\*\s*Correspond|JEL\b|ISSN"
    r"|Academic Editor)",
    re.IGNORECASE | re.MULTILINE,
)
"""What papers say of themselves and other texts do not."""
_FIELDS: Final = ("volume", "issue", "page")


def read_english_paper(page: FrontPage) -> Gathered | None:
    """Read a paper by the line of its journal, above its title or at the foot, and what papers say of themselves."""
    head = page.head[:_LINES]
    if _HAN.search(page.text):
        return None
    told, at, name_at = _imprint(page)
    if told is None or not (_SIGN.search(page.text) or _DOI.search(page.text) or (told.issue and told.page)):
        return None
    found = Gathered("article-journal")
    end = next((place for place, line in enumerate(head) if _ENDS.match(line)), len(head))
    lines = [
        line
        for place, line in enumerate(head[:end])
        if place not in (at, name_at)
        and not (_PASSED.match(line) or _BANNER.fullmatch(line) or _is_day(line))
    ]
    if name_at is None and lines and told.name and lines[0].casefold() == told.name.casefold():
        lines = lines[1:]
    title, names = title_and_names([line for line in lines if imprint_of(line) is None])
    if not title:
        return None
    found.put("title", title)
    found.put("author", *names)
    found.put("container-title", told.name or (head[name_at] if name_at is not None else ""))
    for field in _FIELDS:
        found.put(field, getattr(told, field))
    out = _OUT.search(page.text)
    found.put("issued", iso_date(out[1]) if out else "", told.year)
    del found.fields.get("issued", [])[1:]
    owned = _OWNED.search("\n".join((page.text, *page.tail)))
    found.put("issued", owned[1] if owned else "")
    doi = next((match for line in (*head, *page.tail) if (match := _DOI.search(line))), None)
    found.put("DOI", doi[1].rstrip(".") if doi else "")
    return found if {"author", "container-title"} <= found.fields.keys() else None


def title_and_names(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the title that the first lines are and the names below it; neither where no line below is of names."""
    at = next(
        (
            place
            for place, line in enumerate(lines[1 : _MOST_OF_TITLE + 1], 1)
            if is_western_line(line)
            and len(" ".join(lines[:place])) >= _LEAST_TITLE
            and not _GOES_ON.search(lines[place - 1])
        ),
        0,
    )
    if not at:
        return "", []
    return " ".join(lines[:at]), names_from(lines[at:])


def names_from(lines: Sequence[str]) -> list[str]:
    """Return the names of the first lines, each alone or above the body it belongs to."""
    names: list[str] = []
    for place, line in enumerate(lines):
        told = western_names(line)
        if not told and (
            not BODY.search(line) or not any(map(is_western_line, lines[place + 1 : place + 2]))
        ):
            break
        names += told
    return names


def _imprint(page: FrontPage) -> tuple[Imprint | None, int | None, int | None]:
    """Return the fullest line of the journal, its place in the head and that of the name where it stands apart."""
    best: tuple[Imprint | None, int | None, int | None] = None, None, None
    lines = (*page.head[:_LINES], *(line for line in page.tail if line not in page.head[:_LINES]))
    for place, line in enumerate(lines):
        told = imprint_of(line)
        if told is None:
            continue
        name_at = None
        if not told.name:
            beside = (at for at in (place - 1, place + 1) if 0 <= at < len(page.head))
            name_at = next((at for at in beside if _is_name(page.head[at], first=min(at, place) == 0)), None)
            if name_at is None:
                continue
        if best[0] is None or _told(told) > _told(best[0]):
            best = told, place if place < _LINES else None, name_at
    return best


def _told(imprint: Imprint) -> int:
    return sum(map(bool, (imprint.name, imprint.volume, imprint.issue, imprint.year, imprint.page)))


_OF_SERIALS: Final = LazyPattern(
    r"\b(?:Journal|Review|Quarterly|Studies|Letters|Bulletin|Annals|Transactions|Research|Science|Policy|Economics"
    r"|Geography|Management|Proceedings|Archives|Advances|Perspectives|Reports?|Notes|Papers)\b",
    re.IGNORECASE,
)


def _is_name(line: str, *, first: bool) -> bool:
    """Tell whether a line beside the numbers of an issue is the name of what it is an issue of."""
    name = line.strip(" .,|")
    return is_title_case(name) and bool(_OF_SERIALS.search(name) or first) and not _BANNER.fullmatch(name)


def _is_day(line: str) -> bool:
    return len(line) < 32 and bool(iso_date(line))
