"""Lines as English manuals of style print them: title in quotation marks (MLA, Chicago, IEEE), and Vancouver's."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.imprint import YEAR, Fields, date_in, take_address
from corpus.references.language import language_of
from corpus.references.people import helpers_of, people_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

_QUOTED: Final = LazyPattern(
    r'^(?P<names>[^"]{0,300}?)[\s.,]*"(?P<title>[^"]{4,300}?)[.,]?"[\s.,]*(?P<rest>\S.*)$'
)
_PAGES: Final = r"(?P<page>[A-Za-z]?\d[\w-]*(?:\s*-\s*[A-Za-z]?\d\w*)?)"
_JOURNALS: Final = (
    LazyPattern(
        rf"^(?P<container>.+?)[\s,]+(?P<volume>\d+),\s*no\.\s*(?P<issue>\d+(?:-\d+)?)\s*\((?:[\w/]+\.?\s)?(?P<year>{YEAR})\)"
        rf"(?:\s*:\s*{_PAGES})?"
    ),
    LazyPattern(
        rf"^(?P<container>.+?)[\s,]+(?P<volume>\d+)(?:\.(?P<issue>\d+(?:-\d+)?))?\s*\((?:\w+\.?\s)?(?P<year>{YEAR})\)"
        rf"(?:\s*:\s*{_PAGES})?"
    ),
    LazyPattern(
        rf"^(?P<container>.+?),\s*vol\.\s*(?P<volume>\d+)(?:,\s*no\.\s*(?P<issue>[\d-]+))?(?:,\s*pp?\.\s*{_PAGES})?"
        rf",\s*(?:[A-Z][a-z]{{2,8}}\.?\s*)?(?P<year>{YEAR})(?:,\s*pp?\.\s*(?P<behind>\d[\d-]*))?"
    ),
)
_PARTS: Final = (
    (
        "chapter",
        LazyPattern(
            r"^(?:[Ii]n\s+)?(?P<container>[^:]+?),\s*(?:(?P<edition>\d{1,2})(?:st|nd|rd|th) ed\.,\s*)?"
            r"(?:edited by|eds?\.)\s+(?P<editor>[^:]+?),\s*"
            rf"(?:{_PAGES}\.\s*)?(?:(?P<place>[^:.,]{{2,40}}):\s*)?(?P<publisher>[^,:]{{2,60}}),\s*(?P<year>{YEAR})"
            r"(?:,\s*pp?\.\s*(?P<behind>\d[\d-]*))?"
        ),
    ),
    (
        "thesis",
        LazyPattern(
            r"^(?:PhD|Ph\.D\.|Doctoral|Master[’']s|MA|M\.A\.|MSc|M\.Sc\.|M\.S\.)\s+(?:diss(?:\.|ertation)|thesis),\s*"
            rf"(?:Dept\.[^,]*,\s*)?(?P<publisher>[^,]{{4,60}})(?:,\s*[A-Z][^,\d]{{1,30}}){{0,2}},\s*(?P<year>{YEAR})"
        ),
    ),
    (
        "paper-conference",
        LazyPattern(
            r"^(?:[Ii]n:?\s+)?(?P<container>[^,]*?(?:Proc\.|Proceedings|Conf\.|Conference|Symp\.|Symposium|Workshop)[^,]*),\s*"
            rf"(?:(?P<place>[A-Z][^\d,]*(?:,\s*[A-Z][^\d,]*)?),\s*)?(?:[A-Z][a-z]{{2,8}}\.?\s*)?(?P<year>{YEAR})"
            r"(?:,\s*pp?\.\s*(?P<behind>\d[\d-]*))?"
        ),
    ),
    (
        "article-newspaper",
        LazyPattern(
            r"^(?P<container>[^,\d:]{3,60}),\s*"
            rf"(?P<day>(?:\d{{1,2}}\s+)?[A-Z][a-z]{{2,8}}\.?(?:\s+\d{{1,2}})?,?\s+{YEAR})\b(?:,\s*pp?\.\s*(?P<behind>[A-Z]?\d[\w-]*))?"
        ),
    ),
)
"""Kinds of what else a title in quotation marks stands in: a book, the papers of a meeting, a paper of a day."""
_SAYING: Final = LazyPattern(
    r"(?<![\w'-])(?!(?:and|et|al|others|von|van|der|den|ter|del|della|dos|of|the|for|with|eds?|trans)\b)[a-z]{3,}"
)
"""Words of a sentence before a quotation: what stands before a title are names."""
_DAILY: Final = LazyPattern(
    r"\b(?:Times|Post|Daily|Gazette|Herald|Tribune|Guardian|Chronicle|Observer|Courier|Telegraph|News|Mirror|Globe"
    r"|Star|Sun|Press|Journal)\b"
)
_VANCOUVER: Final = LazyPattern(
    rf"^(?P<names>[^.]{{2,300}})\.\s+(?P<title>[^.?!]{{4,300}})[.?!]\s+(?P<container>[^.;\d]{{2,100}}?)[.,]?\s+"
    rf"(?P<year>{YEAR})(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s*(?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?"
    rf"(?:\s*:\s*{_PAGES})?"
)
_YEAR_BEHIND: Final = LazyPattern(rf"[\s.,]+\(?(?P<year>{YEAR})\)?$")
_WITHOUT_YEAR: Final = LazyPattern(
    r"^(?P<container>[^\d,]+?),?\s+(?P<volume>\d+)\s*(?:,?\s*no\.\s*|\()?(?P<issue>\d+)?\)?(?=\s*[:,])"
)
_YEAR_BEFORE_VOLUME: Final = LazyPattern(
    rf"^(?P<names>(?:[A-Z][\w'-]+, (?:[A-Z]\.[ -]?){{1,3}})(?:; [A-Z][\w'-]+, (?:[A-Z]\.[ -]?){{1,3}})*)\s*"
    rf"(?P<title>[A-Z][^.?!]{{4,300}}[?!]?)\.?\s+"
    rf"(?P<container>[A-Z][A-Za-z&. ]{{2,80}}?)\s+(?P<year>{YEAR}),\s*(?P<volume>\d+)"
    rf"(?:\s*\((?P<issue>[^()]+)\))?(?:,\s*{_PAGES})?"
)
"""The manner of chemists: Morais, L.; Chen, Q. Title. Rural Logist. Q. 2022, 14, 233–249."""
_INITIALS_FIRST: Final = r"(?:[A-Z]\.[ -]?){1,3}[A-Z][\w’'-]+"
_GIVEN: Final = r"[A-Z][\w’'-]+(?: [A-Z]\.)?"
_BOOKS: Final = (
    LazyPattern(
        rf"^(?P<names>[A-Z][\w’'-]+, {_GIVEN}(?:,? (?:and )?{_GIVEN} [A-Z][\w’'-]+){{0,3}})\.\s+"
        r"(?P<title>[^.?!]{4,200})\.\s+(?:(?P<edition>\d{1,2})(?:st|nd|rd|th) ed\.\s+)?"
        rf"(?P<place>[A-Z][A-Za-z ,]{{2,40}}):\s*(?P<publisher>[^.:;,]{{2,60}}),\s*(?P<year>{YEAR})\b"
    ),
    LazyPattern(
        r"^(?P<names>[^.:]{2,200})\.\s+(?P<title>[^.?!]{4,200})\.\s+(?:(?P<edition>\d{1,2})(?:st|nd|rd|th) ed\.\s+)?"
        rf"(?P<place>[A-Z][^.:;]{{2,40}}):\s*(?P<publisher>[^.:;]{{2,60}});\s*(?P<year>{YEAR})\b"
    ),
    LazyPattern(
        r"^(?P<names>[A-Z][\w'-]+, (?:[A-Z]\.[ -]?){1,3}(?:; [A-Z][\w'-]+, (?:[A-Z]\.[ -]?){1,3})*)\s+"
        r"(?P<title>[A-Z][^.?!]{4,200})[.,]\s+(?:(?P<edition>\d{1,2})(?:st|nd|rd|th) ed\.?[;,.]\s+)?"
        rf"(?P<publisher>[A-Z][\w& ]*(?:Press|Publish\w+|Books|Verlag|Wiley|Springer|Elsevier|Routledge)):\s*"
        rf"(?P<place>[A-Z][^:;,\d]{{2,40}}(?:, [A-Z][\w ]+)?),\s*(?P<year>{YEAR})\b"
    ),
    LazyPattern(
        rf"^(?P<names>{_INITIALS_FIRST}(?:,?\s(?:and\s)?{_INITIALS_FIRST}){{0,8}}),\s+(?P<title>[^.]{{4,200}}?)"
        r"(?:,\s*(?P<edition>\d{1,2})(?:st|nd|rd|th) ed)?\.\s+"
        rf"(?P<place>[A-Z][^.:;]{{2,40}}):\s*(?P<publisher>[^:;,]{{2,60}}),\s*(?P<year>{YEAR})\b(?:,\s*pp?\.\s*(?P<page>\d[\d-]*))?"
    ),
)
"""Books of Vancouver (place: press; year) and of IEEE (initials before the names, the title behind a comma)."""


def read_numbered_book(line: Printed) -> dict[str, Any] | None:
    """Return the book of a line in the manner of Vancouver or IEEE, ``None`` where the line is in another form."""
    fields: Fields = {"type": "book"}
    stretch = take_address(line, fields)
    told = next((match for form in _BOOKS if (match := form.match(stretch.plain))), None)
    if told is None:
        return None
    named = told.groupdict()
    fields |= helpers_of(stretch.cut(0, told.end("names")), "author")
    fields |= _titled(stretch.cut(told.start("title"), told.end("title")))
    for key, name in (
        ("edition", "edition"),
        ("place", "publisher-place"),
        ("publisher", "publisher"),
        ("page", "page"),
    ):
        fields |= {name: named[key]} if named.get(key) else {}
    return fields | {"issued": {"date-parts": [[int(told["year"])]]}}


def read_quoted_title(line: Printed) -> dict[str, Any] | None:
    """Return the item of an article whose title stands in quotation marks, ``None`` where no journal is behind it."""
    found = _QUOTED.match(line.plain)
    if not found:
        return None
    fields: Fields = {}
    rest = take_address(line.cut(found.start("rest")), fields)
    told = next((match for form in _JOURNALS if (match := form.match(rest.plain))), None)
    names = line.cut(found.start("names"), found.end("names")).stripped(" .,:")
    dated = _YEAR_BEHIND.search(names.plain)
    if dated:
        names = names.cut(0, dated.start()).stripped(" .,:")
        rest = _with_year(rest, dated["year"])
        told = next((match for form in _JOURNALS if (match := form.match(rest.plain))), None)
    title = line.cut(found.start("title"), found.end("title"))
    if told is None:
        if _SAYING.search(names.plain):
            return None
        part = _part(rest, fields)
        return people_of(names) | _titled(title) | part if part else None
    container = rest.cut(told.start("container"), told.end("container")).stripped(" .,")
    return fields | _article(names, title, container, told.groupdict())


def _with_year(rest: Printed, year: str) -> Printed:
    """Return a journal whose year stands behind the names as the forms have it: Urban Rivers 6, no. 3 (2020): 1–9."""
    numbers = _WITHOUT_YEAR.match(rest.plain)
    if numbers is None:
        return rest
    issue = f", no. {numbers['issue']}" if numbers["issue"] else ""
    told = f" {numbers['volume']}{issue} ({year}){rest.plain[numbers.end() :]}"
    name = rest.cut(0, numbers.end("container"))
    return Printed(name.raw + told, name.plain + told)


def _part(rest: Printed, fields: Fields) -> Fields | None:
    """Return what stands behind a quoted title that is in no journal, ``None`` where nothing is understood."""
    for kind, form in _PARTS:
        told = form.match(rest.plain)
        if told is None:
            continue
        named = told.groupdict()
        found = fields | {"type": kind}
        if named.get("container"):
            found["container-title"] = rest.cut(told.start("container"), told.end("container")).text()
        if named.get("editor"):
            found |= helpers_of(rest.cut(told.start("editor"), told.end("editor")), "editor")
        day = date_in(named.get("day") or named.get("year") or "")
        if day is None:
            continue
        page = named.get("page") or named.get("behind")
        told_of = (
            ("issued", day),
            ("publisher-place", named.get("place")),
            ("publisher", named.get("publisher")),
        )
        found |= {
            name: value
            for name, value in (*told_of, ("page", page), ("edition", named.get("edition")))
            if value
        }
        if kind == "article-newspaper" and not _DAILY.search(found["container-title"]):
            found["type"] = "webpage" if "URL" in found else "article-magazine"
        return found
    return None


def _titled(title: Printed) -> Fields:
    return {"title": title.stripped(" ").text()} | language_of(title.raw)


def read_vancouver(line: Printed) -> dict[str, Any] | None:
    """Return the item of ``Names. Title. Journal. 2019;12(4):301-22.``, ``None`` where the line is in another form."""
    fields: Fields = {}
    stretch = take_address(line, fields)
    found = _VANCOUVER.match(stretch.plain) or _YEAR_BEFORE_VOLUME.match(stretch.plain)
    if not found:
        return None
    parts = [stretch.cut(found.start(name), found.end(name)) for name in ("names", "title", "container")]
    return fields | _article(parts[0], parts[1], parts[2], found.groupdict())


def _article(names: Printed, title: Printed, container: Printed, told: dict[str, str | None]) -> Fields:
    fields: Fields = {"type": "article-journal"}
    fields |= people_of(names)
    fields |= _titled(title) | {"container-title": container.text()}
    fields["issued"] = {"date-parts": [[int(told["year"] or 0)]]}
    fields |= {name: value for name in ("volume", "issue") if (value := told.get(name))}
    page = told.get("page") or told.get("behind") or ""
    if page:
        fields["page"] = re.sub(r"\s", "", page)
    return fields
