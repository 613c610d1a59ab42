"""Items of CSL-JSON as programs really write them, made plain: lists, raw dates, tags of print, kinds of others."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from corpus.model.person_names import persons_of
from corpus.model.record import DATES, NAMES
from corpus.references.imprint import date_in, edition_of
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

Item = dict[str, Any]

_KINDS: Final[Mapping[str, str]] = {
    "journal-article": "article-journal", "book-chapter": "chapter", "book-section": "chapter",
    "proceedings-article": "paper-conference", "posted-content": "article", "dissertation": "thesis",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "newspaper": "article-newspaper",
    "newspaper-article": "article-newspaper", "magazine-article": "article-magazine", "web": "webpage",
    "report-component": "report", "journalArticle": "article-journal", "bookSection": "chapter",
}  # fmt: skip
"""Kinds as other services call them."""
_MARKUP: Final = LazyPattern(r"</?(?:b|i|em|strong|sup|sub|sc|span|jats:\w+)(?: [^<>]*)?/?>")
_OTHERS: Final = frozenset(["others", "et al", "et al.", "等", "等人", "", "null"])
_OF_NAME: Final = frozenset(
    ["family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle", "comma-suffix"]
)
_DOI: Final = LazyPattern(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NOTED: Final = LazyPattern(r"^\s*(?P<name>[A-Za-z][A-Za-z -]{1,24}?)\s*[:：]\s*(?P<value>\S.*?)\s*$")
_NOTED_FIELDS: Final[Mapping[str, str]] = {
    one.casefold(): one
    for one in (
        "type", "DOI", "ISBN", "ISSN", "URL", "issued", "original-date", "submitted", "publisher", "publisher-place",
        "genre", "number", "page", "volume", "issue", "edition", "container-title", "event-title", "medium",
    )
}  # fmt: skip
"""Fields a note may hold a line of its own for, which programs without a place for them write there."""


def plain_items(items: Iterable[Any]) -> tuple[Item, ...]:
    """Return the items that have a title, each made plain."""
    plain = (plain_item(one) for one in items if isinstance(one, Mapping))
    return tuple(one for one in plain if one.get("title"))


def plain_item(item: Mapping[str, Any]) -> Item:
    """Return one item with names as lists, dates in parts, and every other value as text; what is neither goes."""
    told: Item = {}
    for name, value in item.items():
        made = _names(value) if name in NAMES else _date(value) if name in DATES else _text(_first(value))
        if made:
            told[name] = made
    _from_note(told)
    kind = str(told.get("type", ""))
    told["type"] = _KINDS.get(kind, kind) or ("webpage" if "URL" in told else "document")
    if "DOI" in told:
        told["DOI"] = _DOI.sub("", told["DOI"])
    if "edition" in told:
        told["edition"] = (
            edition_of(told["edition"]) or edition_of(f"{told['edition']} ed.") or told["edition"]
        )
    return told


def _first(value: Any) -> Any:
    return next(iter(value), "") if isinstance(value, list) else value


def _text(value: Any) -> str:
    """Return a value as a text, without marks of print; nothing of what is no value."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return html.unescape(_MARKUP.sub("", str(value))).replace("\xa0", " ").strip()


def _names(value: Any) -> list[Item]:
    found: list[Item] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found += persons_of(_text(one))
        elif isinstance(one, Mapping):
            literal = {"literal": one["name"]} if "name" in one and "family" not in one else {}
            told = {name: part for name, part in {**literal, **one}.items() if name in _OF_NAME and part}
            found.append(
                {name: _text(part) if isinstance(part, str) else part for name, part in told.items()}
            )
    whole = (one for one in found if one.get("family") or one.get("literal"))
    return [one for one in whole if one.get("literal", "·").casefold() not in _OTHERS]


def _date(value: Any) -> Item:
    """Return a date in parts, as it was written where no year can be read in it; nothing of nothing."""
    if isinstance(value, (str, int)):
        value = {"raw": str(value)}
    if not isinstance(value, Mapping):
        return {}
    if "year" in value:
        value = {"date-parts": [[value["year"], value.get("month"), value.get("day")]]}
    ranges = value.get("date-parts")
    parts = [_parts(one) for one in ranges] if isinstance(ranges, list) else []
    parts = [one for one in parts if one]
    if parts:
        kept = {name: value[name] for name in ("circa", "season") if value.get(name)}
        return {"date-parts": parts, **kept}
    raw = _text(value.get("raw") or value.get("literal"))
    return (date_in(raw) or {"raw": raw}) if raw else {}


def _parts(value: Any) -> list[int]:
    """Return year, month and day as far as they are numbers."""
    found: list[int] = []
    for one in value if isinstance(value, list) else [value]:
        number = whole_number(one)
        if number is None:
            break
        found.append(number)
    return found[:3]


def _from_note(item: Item) -> None:
    """Move what lines of the note say of a field of its own into the fields; the kind is meant to be corrected so."""
    left = []
    for line in str(item.get("note", "")).split("\n"):
        told = _NOTED.match(line)
        name = _NOTED_FIELDS.get(told["name"].strip().replace(" ", "-").casefold()) if told else None
        if told is None or name is None or (name in item and name != "type"):
            left.append(line)
            continue
        value = _date(told["value"]) if name in DATES else told["value"]
        item[name] = value
    note = "\n".join(left).strip()
    if note:
        item["note"] = note
    else:
        item.pop("note", None)
