"""Lines as English manuals of style print them: title in quotation marks (MLA, Chicago, IEEE), and Vancouver's."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.imprint import YEAR, Fields, take_address
from corpus.references.people import HAN, people_of
from corpus.references.printed import Printed

_QUOTED: Final = re.compile(
    r'^(?P<names>[^"]{2,300}?)[\s.,]*"(?P<title>[^"]{4,300}?)[.,?!]?"[\s.,]*(?P<rest>\S.*)$'
)
_PAGES: Final = r"(?P<page>[A-Za-z]?\d[\w-]*(?:\s*-\s*[A-Za-z]?\d\w*)?)"
_JOURNALS: Final = (
    re.compile(
        rf"^(?P<container>.+?)[\s,]+(?P<volume>\d+),\s*no\.\s*(?P<issue>\d+(?:-\d+)?)\s*\((?:[\w/]+\.?\s)?(?P<year>{YEAR})\)"
        rf"(?:\s*:\s*{_PAGES})?"
    ),
    re.compile(
        rf"^(?P<container>.+?)[\s,]+(?P<volume>\d+)(?:\.(?P<issue>\d+(?:-\d+)?))?\s*\((?:\w+\.?\s)?(?P<year>{YEAR})\)"
        rf"(?:\s*:\s*{_PAGES})?"
    ),
    re.compile(
        rf"^(?P<container>.+?),\s*vol\.\s*(?P<volume>\d+)(?:,\s*no\.\s*(?P<issue>[\d-]+))?(?:,\s*pp?\.\s*{_PAGES})?"
        rf",\s*(?:[A-Z][a-z]{{2,8}}\.?\s*)?(?P<year>{YEAR})(?:,\s*pp?\.\s*(?P<behind>\d[\d-]*))?"
    ),
)
_VANCOUVER: Final = re.compile(
    rf"^(?P<names>[^.]{{2,300}})\.\s+(?P<title>[^.?!]{{4,300}})[.?!]\s+(?P<container>[^.]{{2,100}})\.\s+"
    rf"(?P<year>{YEAR})(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s*(?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?"
    rf"(?:\s*:\s*{_PAGES})?"
)


def read_quoted_title(line: Printed) -> dict[str, Any] | None:
    """Return the item of an article whose title stands in quotation marks, ``None`` where no journal is behind it."""
    found = _QUOTED.match(line.plain)
    if not found:
        return None
    fields: Fields = {}
    rest = take_address(line.cut(found.start("rest")), fields)
    told = next((match for form in _JOURNALS if (match := form.match(rest.plain))), None)
    if told is None:
        return None
    names = line.cut(found.start("names"), found.end("names")).stripped(" .,:")
    title = line.cut(found.start("title"), found.end("title"))
    container = rest.cut(told.start("container"), told.end("container")).stripped(" .,")
    return fields | _article(names, title, container, told.groupdict())


def read_vancouver(line: Printed) -> dict[str, Any] | None:
    """Return the item of ``Names. Title. Journal. 2019;12(4):301-22.``, ``None`` where the line is in another form."""
    fields: Fields = {}
    stretch = take_address(line, fields)
    found = _VANCOUVER.match(stretch.plain)
    if not found:
        return None
    parts = [stretch.cut(found.start(name), found.end(name)) for name in ("names", "title", "container")]
    return fields | _article(parts[0], parts[1], parts[2], found.groupdict())


def _article(names: Printed, title: Printed, container: Printed, told: dict[str, str | None]) -> Fields:
    fields: Fields = {"type": "article-journal"}
    fields |= people_of(names)
    fields |= {"title": title.stripped(" ").text(), "container-title": container.text()}
    fields["issued"] = {"date-parts": [[int(told["year"] or 0)]]}
    fields |= {name: value for name in ("volume", "issue") if (value := told.get(name))}
    page = told.get("page") or told.get("behind") or ""
    if page:
        fields["page"] = re.sub(r"\s", "", page)
    fields["language"] = "zh-CN" if HAN.search(title.raw) else "en"
    return fields
