"""Files of tagged lines – RIS, EndNote (``%0``), NoteExpress (``{Title}:``), RefWorks – by one table a format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpus.references.imprint import date_in, pages_of
from corpus.references.people import HAN

_TYPE_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("JOUR", "article-journal"),
    ("JFULL", "article-journal"),
    ("EJOUR", "article-journal"),
    ("Journal", "article-journal"),
    ("NEWS", "article-newspaper"),
    ("Newspaper", "article-newspaper"),
    ("MGZN", "article-magazine"),
    ("Magazine", "article-magazine"),
    ("CHAP", "chapter"),
    ("Book Section", "chapter"),
    ("Book, Section", "chapter"),
    ("CONF", "paper-conference"),
    ("CPAPER", "paper-conference"),
    ("Conference", "paper-conference"),
    ("THES", "thesis"),
    ("Thesis", "thesis"),
    ("Dissertation", "thesis"),
    ("RPRT", "report"),
    ("Report", "report"),
    ("PAT", "patent"),
    ("Patent", "patent"),
    ("STAND", "standard"),
    ("Standard", "standard"),
    ("STAT", "legislation"),
    ("LAW", "legislation"),
    ("Statute", "legislation"),
    ("DATA", "dataset"),
    ("DBASE", "dataset"),
    ("Dataset", "dataset"),
    ("COMP", "software"),
    ("MAP", "map"),
    ("ELEC", "webpage"),
    ("Web", "webpage"),
    ("Online", "webpage"),
    ("BLOG", "post-weblog"),
    ("BOOK", "book"),
    ("EBOOK", "book"),
    ("Book", "book"),
    ("UNPB", "manuscript"),
)

_RIS: Final[Mapping[str, str]] = {
    "TY": "type",
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "A4": "translator",
    "TI": "title",
    "T1": "title",
    "T2": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "JA": "container-title",
    "BT": "container-title",
    "PY": "issued",
    "Y1": "issued",
    "DA": "issued",
    "Y2": "accessed",
    "VL": "volume",
    "IS": "issue",
    "SP": "first",
    "EP": "last",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "ET": "edition",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
    "SN": "serial",
    "L1": "file",
    "M1": "number",
    "ER": "end",
}
_ENDNOTE: Final[Mapping[str, str]] = {
    "%0": "type",
    "%A": "author",
    "%E": "editor",
    "%Y": "editor",
    "%?": "translator",
    "%T": "title",
    "%J": "container-title",
    "%B": "container-title",
    "%D": "issued",
    "%8": "issued",
    "%V": "volume",
    "%N": "issue",
    "%P": "page",
    "%I": "publisher",
    "%C": "publisher-place",
    "%7": "edition",
    "%R": "DOI",
    "%U": "URL",
    "%G": "language",
    "%X": "abstract",
    "%@": "serial",
    "%[": "accessed",
    "%+": "affiliation",
    "%>": "file",
}
_NOTEEXPRESS: Final[Mapping[str, str]] = {
    "Reference Type": "type",
    "Author": "author",
    "Secondary Author": "editor",
    "Editor": "editor",
    "Translator": "translator",
    "Subsidiary Author": "translator",
    "Title": "title",
    "Journal": "container-title",
    "Secondary Title": "container-title",
    "Newspaper": "container-title",
    "Conference Name": "container-title",
    "Year": "issued",
    "Date": "issued",
    "Access Date": "accessed",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Publisher": "publisher",
    "University": "publisher",
    "Place Published": "publisher-place",
    "Address": "affiliation",
    "Edition": "edition",
    "DOI": "DOI",
    "URL": "URL",
    "Language": "language",
    "Abstract": "abstract",
    "ISBN/ISSN": "serial",
    "Author Address": "affiliation",
    "Tertiary Title": "publisher",
}
_REFWORKS: Final[Mapping[str, str]] = {
    "RT": "type",
    "A1": "author",
    "A2": "editor",
    "T1": "title",
    "JF": "container-title",
    "T2": "container-title",
    "YR": "issued",
    "FD": "issued",
    "VO": "volume",
    "IS": "issue",
    "OP": "page",
    "SP": "first",
    "PB": "publisher",
    "PP": "publisher-place",
    "ED": "edition",
    "DO": "DOI",
    "LK": "URL",
    "UL": "URL",
    "LA": "language",
    "AB": "abstract",
    "SN": "serial",
}


@dataclass(frozen=True, slots=True)
class TaggedFormat:
    """A format of tagged lines: how a line looks, what its tags mean, which tag begins an entry."""

    name: str
    line: re.Pattern[str]
    tags: Mapping[str, str]
    first: str


FORMATS: Final = (
    TaggedFormat("ris", re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)"), _RIS, "TY"),
    TaggedFormat("endnote", re.compile(r"(%\S)\s(.*)"), _ENDNOTE, "%0"),
    TaggedFormat("noteexpress", re.compile(r"\{([^{}]+)\}\s*[:：]\s*(.*)"), _NOTEEXPRESS, "Reference Type"),
    TaggedFormat("refworks", re.compile(r"([A-Z][A-Z0-9]) (?!-)(.*)"), _REFWORKS, "RT"),
)
_MANY: Final = frozenset(["author", "editor", "translator"])


def tagged_format(text: str) -> TaggedFormat | None:
    """Return the format whose first tag opens the text, ``None`` where none does."""
    for line in text.lstrip("\ufeff").splitlines():
        if line.strip():
            matches = ((one, one.line.match(line.strip())) for one in FORMATS)
            return next((one for one, found in matches if found and found[1] == one.first), None)
    return None


def read_tagged(text: str, form: TaggedFormat) -> tuple[dict[str, Any], ...]:
    """Return the CSL-JSON items of a text in ``form``; tags it does not know are left out."""
    return tuple(item for entry in _entries(text, form) if (item := _item(entry)).get("title"))


def _entries(text: str, form: TaggedFormat) -> Iterator[list[tuple[str, str]]]:
    entry: list[tuple[str, str]] = []
    for raw in text.lstrip("\ufeff").splitlines():
        found = form.line.match(raw.strip())
        if found is None:
            if entry and raw.strip() and entry[-1][0] in ("title", "abstract"):
                entry[-1] = (entry[-1][0], f"{entry[-1][1]} {raw.strip()}")
            continue
        if found[1] == form.first and entry:
            yield entry
            entry = []
        meaning = form.tags.get(found[1])
        if meaning and (found[2].strip() or meaning == "end"):
            entry.append((meaning, found[2].strip()))
    if entry:
        yield entry


def _item(entry: Iterable[tuple[str, str]]) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "document"}
    first = last = ""
    for meaning, value in entry:
        if meaning == "type":
            item["type"] = next(
                (kind for word, kind in _TYPE_WORDS if word.casefold() in value.casefold()), "document"
            )
        elif meaning in _MANY:
            item.setdefault(meaning, []).extend(_people(value))
        elif meaning in ("issued", "accessed"):
            _keep_date(item, meaning, value)
        elif meaning == "first":
            first = value
        elif meaning == "last":
            last = value
        elif meaning == "serial":
            item.setdefault("ISBN" if len(re.sub(r"\W", "", value)) > 8 else "ISSN", value)
        elif meaning == "page":
            item["page"] = pages_of(value.replace("+", ","))
        elif meaning not in ("end", "affiliation", "file"):
            item.setdefault(meaning, value)
    if first:
        item["page"] = f"{first}-{last}" if last and last != first and "-" not in first else first
    if "title" in item:
        item.setdefault("language", "zh-CN" if HAN.search(item["title"]) else "en")
    return item


def _people(value: str) -> Iterator[dict[str, Any]]:
    for name in (one.strip(" ,，") for one in re.split(r"[;；]", value)):
        if not name or name in ("等", "et al"):
            continue
        if HAN.search(name):
            yield from ({"literal": one.strip()} for one in re.split(r"[,，]", name) if one.strip())
        elif "," in name:
            family, given = name.split(",", 1)
            yield {"family": family.strip(), "given": given.strip()}
        else:
            yield {"literal": name}


def _keep_date(item: dict[str, Any], key: str, value: str) -> None:
    """Keep the fuller of two statements of one date."""
    date = date_in(value.replace("/", "-").rstrip("-"))
    known = item.get(key)
    if date and (known is None or len(date["date-parts"][0]) > len(known["date-parts"][0])):
        item[key] = date
