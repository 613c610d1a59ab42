"""What stands behind a journal's name, read piece by piece: year, volume, issue and pages in any order and form."""

from __future__ import annotations

import re
from typing import Final

from corpus.references.imprint import YEAR, Fields, pages_of
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

_BEGINS: Final = LazyPattern(
    rf"\s*[,.;]?\s*(?=\(?(?:{YEAR})(?!\d)|(?:V|v)(?:ol)?\.?\s*\d|(?:N|n)o\.?\s*\d|第\s*\d|卷\s*\d|\d{{1,3}}\s*[卷期(]|\(\s*\d)"
)
_PIECES: Final = (
    ("year", LazyPattern(rf"(?<!\d)\(?({YEAR})\)?(?:年|(?![\d-]))")),
    (
        "page",
        LazyPattern(
            r"(?:\bpp?\.?|页码?)\s*:?\s*([A-Za-z]?\d+(?:\s*[-,+]\s*[A-Za-z]?\d+)*)\s*页?", re.IGNORECASE
        ),
    ),
    ("page", LazyPattern(r"(?:第\s*)?(?<!\d)(\d+(?:\s*-\s*\d+)?)\s*页")),
    ("page", LazyPattern(r":\s*([A-Za-z]?\d+(?:\s*[-,+]\s*[A-Za-z]?\d+)*)\s*页?")),
    ("volume", LazyPattern(r"(?:v(?:ol)?\.?\s*|卷\s*|第\s*)(\d+)(?:\s*卷)?(?!\s*期)", re.IGNORECASE)),
    ("volume", LazyPattern(r"(\d+)\s*卷")),
    ("issue", LazyPattern(r"\(\s*([^()]{1,12})\s*\)")),
    ("issue", LazyPattern(r"(?:第|期)\s*(\d+)\s*期?|(?<!\d)(\d{1,3})\s*期")),
    ("issue", LazyPattern(r"no\.?\s*(\d+)", re.IGNORECASE)),
    ("page", LazyPattern(r",\s*([A-Za-z]?\d+\s*-\s*[A-Za-z]?\d+)\s*$")),
    ("volume", LazyPattern(r"(?<![\d-])(\d{1,3})(?![\d-])")),
)
"""What a piece may be, surest form first; each is taken once."""
_REST: Final = LazyPattern(r"no\.?\s*\d+|总第?\s*\d+\s*期?|[\s,.;:()]+", re.IGNORECASE)


def take_journal(tail: Printed, fields: Fields) -> bool:
    """Read ``journal, year, volume(issue): pages`` ; ``False`` where a piece is strange."""
    begins = _BEGINS.search(tail.plain, 2)
    if begins is None:
        return False
    name = tail.cut(0, begins.start()).stripped(" ,.;")
    rest, told = tail.plain[begins.end() :], Fields()
    for kind, form in _PIECES:
        found = form.search(rest) if kind not in told else None
        if found is not None:
            told[kind] = next(group for group in found.groups() if group)
            rest = f"{rest[: found.start()]} , {rest[found.end() :]}"
    if _REST.sub("", rest) or not name or "year" not in told or not told.keys() & {"issue", "page", "volume"}:
        return False
    fields["container-title"] = name.text()
    fields.setdefault("issued", {"date-parts": [[int(told["year"])]]})
    for kind in ("volume", "issue"):
        if str(told.get(kind, "")).strip("0"):
            fields[kind] = told[kind].strip()
    if "page" in told:
        fields["page"] = pages_of(told["page"])
    return True
