"""BibTeX as programs and people write it, made into what a strict reader takes: one entry after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.references.imprint import date_in
from corpus.references.people import COMPOUND_SURNAMES, HAN
from index.lazy_pattern import LazyPattern

_OPENING: Final = LazyPattern(r"^[ \t\ufeff]*@[ \t]*([A-Za-z]+)[ \t]*([{(])", re.MULTILINE)
_NO_ENTRY: Final = frozenset({"comment", "preamble"})
_FIELD: Final = LazyPattern(r"(?<![\w:+-])([A-Za-z][\w:+-]*)\s*=\s*")
_NEXT_FIELD: Final = LazyPattern(
    r",\s*(?:author|editor|title|booktitle|journal|journaltitle|year|date|month|volume|number|pages|publisher|school|"
    r"institution|address|url|doi|abstract|keywords|note|file)\s*=\s*[{\"]",
    re.IGNORECASE,
)
"""Where the next field begins though the one before never ended."""
_BARE_END: Final = LazyPattern(r"[,\n]|\Z")
_KEY: Final = LazyPattern(r"[^\s=,{}\"#%~\\]+")
_SPECIAL: Final = LazyPattern(r"(?<!\\)[%&#_]")
_MATHEMATICS: Final = LazyPattern(r"(?<!\\)\$[^$\n]*(?<!\\)\$")
_URL: Final = LazyPattern(r"\\url\s*\{([^{}]+)\}|(https?://[^\s{}]+)")
_VERBATIM: Final = frozenset({"url", "doi", "file", "files", "eprint", "howpublished"})
_DATES: Final = frozenset({"year", "date", "urldate", "month"})
_RANGE: Final = LazyPattern(r"\d\s*/")
_PEOPLE: Final = frozenset({"author", "editor", "translator"})
_TITLES: Final = frozenset(
    {"title", "booktitle", "journal", "journaltitle", "publisher", "school", "institution"}
)
_DOTLESS: Final = LazyPattern(
    r"\\(?P<mark>['`^\"~=u])\s?(?:\\(?P<letter>[ij])(?![A-Za-z])\s?|\{\\(?P<inner>[ij])\})"
)
_BETWEEN_PEOPLE: Final = LazyPattern(r"\s*[;；、，]\s*|\s+and\s+")
_OTHERS: Final = frozenset({"等", "等人", "others", ""})
_LONGEST: Final = 1 << 20
"""Characters of one entry; what is longer has lost its end."""


@dataclass(frozen=True, slots=True)
class BibtexEntry:
    """One entry: its ``key``, its ``kind`` in small letters, and its ``text`` as a strict reader takes it."""

    key: str
    kind: str
    text: str


def is_bibtex(text: str) -> bool:
    """Tell whether a text holds an entry of BibTeX with a field."""
    found = next((one for one in _OPENING.finditer(text) if one[1].casefold() not in _NO_ENTRY), None)
    return found is not None and "=" in text[found.end() : found.end() + 4000]


def bibtex_entries(text: str) -> tuple[str, tuple[BibtexEntry, ...]]:
    """Return the abbreviations a text declares, and its entries; what has no end stops where the next begins."""
    strings: list[str] = []
    entries: list[BibtexEntry] = []
    openings = list(_OPENING.finditer(text))
    ends = [one.start() for one in openings] + [len(text)]
    for opening, limit in zip(openings, ends[1:], strict=True):
        kind = opening[1].casefold()
        body = _closed(
            text, opening.end(), min(limit, opening.end() + _LONGEST), ")" if opening[2] == "(" else "}"
        )
        if kind == "string" and body:
            strings.append(f"@string{{{body}}}")
        elif kind not in _NO_ENTRY and kind != "string" and body:
            entries.append(_entry(kind, body, len(entries) + 1))
    return "\n".join(strings), tuple(entries)


def _closed(text: str, start: int, limit: int, closing: str) -> str:
    """Return what stands up to the mark that closes an entry, or up to its last field where none does."""
    depth = 0
    place = start
    while place < limit:
        char = text[place]
        if char == "\\":
            place += 1
        elif depth == 0 and char == closing:
            return text[start:place]
        elif char in "{}":
            depth += 1 if char == "{" else -1
        place += 1
    return text[start:limit]


def _entry(kind: str, body: str, number: int) -> BibtexEntry:
    key, _comma, rest = body.partition(",")
    if "=" in key:
        key, rest = "", body
    key = key.strip() if _KEY.fullmatch(key.strip()) else f"entry{number}"
    fields = dict(_fields(rest))
    if "url" not in fields:
        found = next(
            (one for name in ("howpublished", "note") if (one := _URL.search(fields.get(name, "")))), None
        )
        if found:
            fields["url"] = f"{{{(found[1] or found[2]).strip()}}}"
    told = "".join(f",\n  {name} = {value}" for name, value in fields.items())
    return BibtexEntry(key, kind, f"@{kind}{{{key}{told}\n}}")


def _fields(body: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field, the value marked as BibTeX wants it."""
    place = 0
    while (found := _FIELD.search(body, place)) is not None:
        value, place = _value(body, found.end())
        name = found[1].casefold()
        if value[:1] in ('"', "{"):
            yield name, f"{{{_written(name, value[1:-1])}}}"
        elif value:
            yield name, value


def _value(body: str, start: int) -> tuple[str, int]:
    """Return a value with its marks, and where it ends; one that never ends is cut where the next field begins."""
    opening = body[start : start + 1]
    if opening not in ('"', "{"):
        behind = _BARE_END.search(body, start)
        stop = behind.start() if behind else len(body)
        return body[start:stop].strip(), stop
    end = _end_of_value(body, start, opening)
    lost = _NEXT_FIELD.search(body, start + 1, end or len(body))
    if end and lost is None:
        return body[start:end], end
    stop = lost.start() if lost else len(body)
    return body[start:stop].rstrip(' ,\r\n"}') + ("}" if opening == "{" else opening), stop


def _end_of_value(body: str, start: int, opening: str) -> int:
    """Return the place behind the mark that closes a value, 0 where none does."""
    depth = 0
    place = start
    while place < len(body):
        char = body[place]
        if char == "\\":
            place += 1
        elif char in "{}":
            depth += 1 if char == "{" else -1
            if opening == "{" and depth == 0:
                return place + 1
        elif opening == '"' and char == '"' and depth == 0 and place > start:
            return place + 1
        place += 1
    return 0


def _written(name: str, value: str) -> str:
    """Return the inside of a value with its bare marks escaped and its people parted as BibTeX parts them."""
    value = _dotted(value) if name not in _VERBATIM else value
    if name in _PEOPLE:
        value = _people(value)
    if name in _VERBATIM:
        return value
    if name in _DATES:
        return _dated(name, value)
    parts = []
    place = 0
    for found in _MATHEMATICS.finditer(value):
        parts += [_escaped(value[place : found.start()]), found[0]]
        place = found.end()
    whole = "".join((*parts, _escaped(value[place:])))
    depth = whole.count("{") - whole.count("}")
    whole = whole + "}" * depth if depth > 0 else "{" * -depth + whole
    return f"{{{whole}}}" if name in _TITLES else whole


def _dated(name: str, value: str) -> str:
    """Return a date as BibTeX reads it: c. 2010 as 2010, 2020年5月 as 2020-05, 5月 as 5; any other as it stands."""
    if name == "month":
        return value.removesuffix("月").strip()
    told = date_in(value)
    if told is None or _RANGE.search(value):
        return value
    parts = told["date-parts"][0]
    return str(parts[0]) if name == "year" else "-".join(f"{part:02d}" for part in parts)


def _dotted(text: str) -> str:
    """Return letters under a mark with their dots, which a strict reader leaves apart."""
    return _DOTLESS.sub(lambda found: f"\\{found['mark']}{{{found['letter'] or found['inner']}}}", text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text).replace("$", r"\$").replace(r"\\$", r"\$")


def _people(value: str) -> str:
    """Return names parted by ``and`` where Chinese names are parted by other marks; ``等`` is no name."""
    if not HAN.search(value) or value.startswith("{"):
        return value
    names = []
    for one in _BETWEEN_PEOPLE.split(" ".join(value.split())):
        parts = [part.strip() for part in one.split(",")]
        of_its_own = len(parts) > 2 or (
            len(parts) == 2 and len(parts[0]) > 1 and parts[0] not in COMPOUND_SURNAMES
        )
        names += parts if of_its_own and HAN.search(one) else [one]
    return " and ".join(one for one in names if one not in _OTHERS)
