"""Files of tagged lines – RIS, EndNote (``%0``), NoteExpress (``{Title}:``), RefWorks – by one table a format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from corpus.references.imprint import date_in, pages_of
from corpus.references.language import language_of
from corpus.references.people import COMPOUND_SURNAMES, HAN
from index.lazy_pattern import LazyPattern

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
    ("期刊", "article-journal"),
    ("报纸", "article-newspaper"),
    ("会议", "paper-conference"),
    ("学位论文", "thesis"),
    ("硕士", "thesis"),
    ("博士", "thesis"),
    ("报告", "report"),
    ("专利", "patent"),
    ("标准", "standard"),
    ("法", "legislation"),
    ("网页", "webpage"),
    ("章节", "chapter"),
    ("图书", "book"),
    ("专著", "book"),
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
    "M3": "genre",
    "KW": "keyword",
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
    "%9": "genre",
    "%K": "keyword",
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
    "Type of Work": "genre",
    "Keywords": "keyword",
    "URL": "URL",
    "Language": "language",
    "Abstract": "abstract",
    "ISBN/ISSN": "serial",
    "Author Address": "affiliation",
    "Tertiary Title": "publisher",
}
_CNKI: Final[Mapping[str, str]] = {
    "SrcDatabase": "type",
    "Title": "title",
    "Author": "author",
    "Source": "container-title",
    "Year": "issued",
    "PubTime": "issued",
    "Roll": "volume",
    "Volume": "volume",
    "Period": "issue",
    "Page": "page",
    "PageCount": "pages",
    "Summary": "abstract",
    "Link": "URL",
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
    "vo": "volume",
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
_FIRST_LINES: Final = 6
"""Lines a program may write above the first entry."""
_AROUND: Final = " \t\r\u3000\ufeff"
_OFFICES: Final = LazyPattern(r"(?:本[报刊网台]|特约|实习|见习|首席|驻\S{1,6})*(?:记者|通讯员|实习生)")
"""What a newspaper calls a writer whose name follows."""
_WITH_GENRE: Final = frozenset(["thesis", "report", "manuscript"])
_LISTED_BY_BLANKS: Final = LazyPattern(r"[\u3400-\u9fff]{2,4}(?:[ 　]+[\u3400-\u9fff]{2,4})+")
"""Whole Chinese names with blanks between them."""
_MANY: Final = frozenset(["author", "editor", "translator"])
_LONGEST_ISSN: Final = 8


@dataclass(frozen=True, slots=True)
class TaggedFormat:
    """A format of tagged lines: how a line looks, what its tags mean, which tag begins an entry."""

    name: str
    line: LazyPattern[str]
    tags: Mapping[str, str]
    first: str


FORMATS: Final = (
    TaggedFormat("ris", LazyPattern(r"([A-Z][A-Z0-9])\s{1,2}-\s*(.*)"), _RIS, "TY"),
    TaggedFormat("endnote", LazyPattern(r"(%\S)\s(.*)"), _ENDNOTE, "%0"),
    TaggedFormat("noteexpress", LazyPattern(r"\{([^{}]+)\}\s*[:：]\s*(.*)"), _NOTEEXPRESS, "Reference Type"),
    TaggedFormat("cnki", LazyPattern(r"([A-Z][A-Za-z]+)-[\u3400-\u9fff]+[:：]\s*(.*)"), _CNKI, "SrcDatabase"),
    TaggedFormat("refworks", LazyPattern(r"([A-Z][A-Z0-9]|vo) (?!-)(.*)"), _REFWORKS, "RT"),
)


def tagged_format(text: str) -> TaggedFormat | None:
    """Return the format whose first tag opens one of the first lines of the text, ``None`` where none does."""
    lines = (line.strip(_AROUND) for line in text.splitlines())
    for line in islice(filter(None, lines), _FIRST_LINES):
        matches = ((one, one.line.match(line)) for one in FORMATS)
        opened = next((one for one, found in matches if found and found[1] == one.first), None)
        if opened is not None:
            return opened
    return None


def read_tagged(text: str, form: TaggedFormat) -> tuple[dict[str, Any], ...]:
    """Return the CSL-JSON items of a text in ``form``; tags it does not know are left out."""
    return tuple(item for entry in _entries(text, form) if (item := _item(entry)).get("title"))


def _entries(text: str, form: TaggedFormat) -> Iterator[list[tuple[str, str]]]:
    entry: list[tuple[str, str]] = []
    for raw in text.splitlines():
        found = form.line.match(raw.strip(_AROUND))
        if found is None:
            if entry and raw.strip() and entry[-1][0] in ("title", "abstract"):
                entry[-1] = (entry[-1][0], _joined(entry[-1][1], raw.strip(_AROUND)))
            continue
        if found[1] == form.first and entry:
            yield entry
            entry = []
        meaning = form.tags.get(found[1])
        if meaning and (found[2].strip() or meaning == "end"):
            entry.append((meaning, found[2].strip()))
    if entry:
        yield entry


def _joined(line: str, further: str) -> str:
    """Return a value over two lines as one; Chinese lines meet without a blank."""
    blank = "" if HAN.match(further) and not line[-1:].isascii() else " "
    return f"{line}{blank}{further}"


def _item(entry: Iterable[tuple[str, str]]) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "document"}
    for meaning, value in entry:
        if meaning in _MANY:
            item.setdefault(meaning, []).extend(_people(value))
        else:
            _KEPT.get(meaning, _keep)(item, meaning, value)
    _join_pages(item)
    if item["type"] == "thesis":
        if "publisher" not in item and "container-title" in item:
            item["publisher"] = item.pop("container-title")
        item.pop("editor", None)  # EndNote's %Y is the teacher of a thesis.
    if item["type"] == "book" and str(item.get("page", "")).isdecimal():
        item["number-of-pages"] = item.pop("page")  # Programs of the library count a book's pages there.
    if item["type"] not in _WITH_GENRE:
        item.pop("genre", None)  # Programs repeat the kind of the reference there.
    return language_of(item.get("title", "")) | item


def _keep(item: dict[str, Any], meaning: str, value: str) -> None:
    """Keep what is told first."""
    item.setdefault(meaning, value)


def _keep_none(_item: dict[str, Any], _meaning: str, _value: str) -> None:
    """Keep nothing of what a record does not hold."""


def _keep_type(item: dict[str, Any], meaning: str, value: str) -> None:
    """Keep the type whose word a printed one holds."""
    told = value.casefold()
    item[meaning] = next((kind for word, kind in _TYPE_WORDS if word.casefold() in told), "document")


def _keep_last(item: dict[str, Any], meaning: str, value: str) -> None:
    """Keep what is told last."""
    item[meaning] = value


def _keep_serial(item: dict[str, Any], _meaning: str, value: str) -> None:
    """Keep the number of a book or of a journal, which only their lengths tell apart."""
    item.setdefault("ISBN" if len(re.sub(r"\W", "", value)) > _LONGEST_ISSN else "ISSN", value)


def _keep_page(item: dict[str, Any], meaning: str, value: str) -> None:
    """Keep the pages of a thing within another."""
    item[meaning] = pages_of(value.replace("+", ","))


def _keep_pages(item: dict[str, Any], _meaning: str, value: str) -> None:
    """Keep pages from one to another; a number alone is how many there are."""
    if "-" in value:
        item.setdefault("page", pages_of(value.replace("+", ",")))


def _keep_keyword(item: dict[str, Any], meaning: str, value: str) -> None:
    """Keep one more keyword."""
    item[meaning] = f"{item[meaning]}; {value}" if meaning in item else value


def _join_pages(item: dict[str, Any]) -> None:
    """Put the first page and the last together where they are told apart."""
    first, last = item.pop("first", ""), item.pop("last", "")
    if first:
        item["page"] = f"{first}-{last}" if last and last != first and "-" not in first else first


def _people(value: str) -> Iterator[dict[str, Any]]:
    for name in (one.strip(" ,，{}") for one in re.split(r"[;；]", value)):
        if not name or name in ("等", "et al") or _OFFICES.fullmatch(name):
            continue
        family, comma, given = name.partition(",")
        if comma and HAN.search(name) and (len(family) == 1 or family.strip() in COMPOUND_SURNAMES):
            yield {"literal": family.strip() + given.strip()}
        elif HAN.search(name):
            several = _LISTED_BY_BLANKS.fullmatch(name)
            parts = re.split(r"[ 　]+" if several else r"[,，]", name)
            yield from ({"literal": one.strip()} for one in parts if one.strip())
        elif comma:
            yield {"family": family.strip(), "given": given.strip()}
        else:
            yield {"literal": name}


def _keep_date(item: dict[str, Any], key: str, value: str) -> None:
    """Keep the fuller of two statements of one date."""
    date = date_in(value.replace("/", "-").rstrip("-"))
    known = item.get(key)
    if date and (known is None or len(date["date-parts"][0]) > len(known["date-parts"][0])):
        item[key] = date


_KEPT: Final[Mapping[str, Callable[[dict[str, Any], str, str], None]]] = {
    "type": _keep_type,
    "issued": _keep_date,
    "accessed": _keep_date,
    "first": _keep_last,
    "last": _keep_last,
    "serial": _keep_serial,
    "page": _keep_page,
    "pages": _keep_pages,
    "keyword": _keep_keyword,
    "end": _keep_none,
    "affiliation": _keep_none,
    "file": _keep_none,
}
"""How what a tag means is kept, where it is not simply what is told first."""
