"""Files PubMed writes (``.nbib``): tags of up to four letters, values that go on in lines set in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from corpus.references.imprint import date_in
from corpus.references.language import language_of
from corpus.references.people import HAN
from corpus.text.tongue import tag_of
from index.lazy_pattern import LazyPattern

_OPENED: Final = LazyPattern(r"\A\s*PMID *- *\d")
_LINE: Final = LazyPattern(r"([A-Z]{2,4}) *- (.*)")
_DAY: Final = LazyPattern(r"(?P<year>\d{4})(?: (?P<month>[A-Z][a-z]{2}))?(?: (?P<day>\d{1,2}))?(?!\S)")
_DOI: Final = LazyPattern(r"(?P<doi>10\.\S+) \[doi\]")
_PAGES: Final = LazyPattern(r"(?P<first>\d+)-(?P<last>\d+)")
_FIELDS: Final = {
    "PMID": "PMID",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "JT": "container-title",
    "TA": "container-title-short",
    "AB": "abstract",
    "PB": "publisher",
}

Entry = dict[str, list[str]]


def is_medline(text: str) -> bool:
    """Tell whether a text is a file of references from PubMed."""
    return _OPENED.match(text) is not None


def read_medline(text: str) -> tuple[dict[str, Any], ...]:
    """Return the CSL-JSON items of a file from PubMed."""
    return tuple(_item(entry) for entry in _entries(text) if entry.get("TI"))


def _entries(text: str) -> Iterator[Entry]:
    entry: Entry = {}
    tag = ""
    for line in text.splitlines():
        told = _LINE.match(line)
        if told and told[1] == "PMID" and entry:
            yield entry
            entry = {}
        if told:
            tag = told[1]
            entry.setdefault(tag, []).append(told[2].strip())
        elif tag and line.startswith(" ") and line.strip():
            entry[tag][-1] = f"{entry[tag][-1]} {line.strip()}"
    if entry:
        yield entry


def _item(entry: Entry) -> dict[str, Any]:
    """Return one entry as an item; a title told in another language is printed in brackets there."""
    title = (entry.get("TT") or entry["TI"])[0].removesuffix(".").strip("[]")
    item: dict[str, Any] = {"type": "article-journal", "title": title}
    item |= {field: entry[tag][0] for tag, field in _FIELDS.items() if tag in entry}
    names = entry.get("FAU") or entry.get("AU", [])
    item["author"] = [_person(name) for name in names] or [{"literal": name} for name in entry.get("CN", [])]
    day = _DAY.match(entry.get("DP", [""])[0])
    if day:
        issued = date_in(f"{day['month'] or ''} {day['day'] or ''} {day['year']}".strip())
        item |= {"issued": issued} if issued else {}
    doi = next(filter(None, map(_DOI.fullmatch, [*entry.get("LID", []), *entry.get("AID", [])])), None)
    item |= {"DOI": doi["doi"]} if doi else {}
    pages = _PAGES.fullmatch(item.get("page", ""))
    if pages:
        item["page"] = f"{pages['first']}-{_whole_page(pages['first'], pages['last'])}"
    if "IS" in entry:
        item["ISSN"] = entry["IS"][0].split(" ")[0]
    language = entry.get("LA", [""])[0]
    told = language_of(title)
    return item | (told if not language or HAN.search(title) else {"language": tag_of(language)})


def _whole_page(first: str, last: str) -> str:
    """Return the last page with the digits it shares with the first: 1054-62 ends at 1062."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}
