"""Lines in which the year stands behind the names: APA, Elsevier's, and their Chinese form."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.imprint import YEAR, Fields, take_address
from corpus.references.people import HAN, people_of
from corpus.references.printed import Printed

_BRACKETED: Final = re.compile(
    rf"^(?P<names>.{{1,400}}?)[\s.,]*\((?P<year>{YEAR})[a-z]?(?:,(?P<day>[^()]*))?\)\s*[.,:]?\s*"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY: Final = re.compile(
    rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?(?:\s+(?P<day>\d{{1,2}}))?(?:\s*-\s*\d{{1,2}})?",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(rf"^(?P<names>.{{1,400}}?),?\s+(?P<year>{YEAR})[a-z]?\.\s+")
_JOURNAL: Final = re.compile(
    r"^(?P<container>.+?)\s*,\s*(?P<volume>\d+)?\s*(?:\(\s*(?P<issue>[^()]+)\s*\))?\s*"
    r"(?:[,:]\s*(?:pp?\.\s*)?(?P<pages>[A-Za-z]?\d[\w\-]*))?\s*\.?$"
)
_ELSEVIER: Final = re.compile(
    r"^(?P<container>.+?)\s+(?P<volume>\d+)\s*(?:\((?P<issue>[^()]+)\))?\s*,\s*(?P<pages>[A-Za-z]?\d[\w\-]*)\s*\.?$"
)
_IN: Final = re.compile(
    r"^In\s+(?P<editors>.+?)\s*\(Eds?\.?\)\s*,\s*(?P<container>[^(.]+?)\s*(?:\(pp?\.\s*(?P<pages>[\d-]+)\))?\.\s*",
    re.IGNORECASE,
)
_EDITION: Final = re.compile(r"\s*\((\d+)(?:st|nd|rd|th) ed\.?\)$")
_THESIS: Final = re.compile(r"\[\s*(?:Doctoral|Master)[^\]]*\]|[\[(](?:博士|硕士)(?:学位)?论文[^\])]*[\])]")


def read_author_year(line: Printed) -> dict[str, Any] | None:
    """Return the CSL-JSON item of a line that names its authors and year first, ``None`` where it does not."""
    found = _BRACKETED.match(line.plain) or _PLAIN.match(line.plain)
    if not found:
        return None
    fields: Fields = {"type": "document"}
    people = people_of(line.cut(0, found.end("names")))
    if not people:
        return None
    fields |= people
    fields["issued"] = {"date-parts": [[int(found["year"])]]}
    day = _DAY.fullmatch((found.groupdict().get("day") or "").strip())
    if day:
        month = _MONTHS.index(day["month"][:3].casefold()) + 1
        fields["issued"]["date-parts"][0] += [month, int(day["day"])] if day["day"] else [month]
    rest = take_address(line.cut(found.end()), fields).stripped(" .,;")
    end = _end_of_title(rest)
    title = rest.cut(0, end).stripped(" ,")
    fields["title"] = title.text().rstrip(".。")
    edition = _EDITION.search(fields["title"])
    if edition:
        fields["edition"] = edition[1]
        fields["title"] = fields["title"][: edition.start()].rstrip()
    fields["language"] = "zh-CN" if HAN.search(title.raw) else "en"
    _read_rest(rest.cut(end).stripped(" .,;"), fields)
    if _THESIS.search(fields["title"]):
        fields["type"], fields["title"] = "thesis", _THESIS.sub("", fields["title"]).strip(" .")
    return fields


def _end_of_title(rest: Printed) -> int:
    for found in re.finditer(r"[.?!](?=\s|[\u4e00-\u9fff])", rest.plain):
        if not re.search(r"\b(?:vs|Vol|No|St|Dr|U\.S|ed)$", rest.plain[: found.start()]):
            return found.end()
    return len(rest)


def _read_rest(rest: Printed, fields: Fields) -> None:
    """Journal with volume and pages, part of a book, or a publisher."""
    if not rest:
        if "URL" in fields:
            fields["type"] = "webpage"
        return
    within = _IN.match(rest.plain)
    if within:
        fields["type"] = "chapter"
        fields["editor"] = people_of(rest.cut(within.start("editors"), within.end("editors")), "editor")[
            "editor"
        ]
        fields["container-title"] = rest.cut(within.start("container"), within.end("container")).text()
        if within["pages"]:
            fields["page"] = within["pages"]
        publisher = rest.cut(within.end()).stripped(" .").text()
        if publisher:
            fields["publisher"] = publisher
        return
    journal = _ELSEVIER.match(rest.plain) or _JOURNAL.match(rest.plain)
    if journal and (journal["volume"] or journal["issue"]):
        fields["type"] = "article-journal"
        fields["container-title"] = rest.cut(0, journal.end("container")).stripped(" ,").text()
        for key, name in (("volume", "volume"), ("issue", "issue"), ("pages", "page")):
            if journal[key]:
                fields[name] = journal[key].strip()
        return
    if "URL" in fields and "DOI" not in fields:
        fields["type"], fields["container-title"] = "webpage", rest.stripped(" .").text()
        return
    fields["type"], fields["publisher"] = "book", rest.stripped(" .").text()
