"""Zotero's own export, an RDF file with the attached files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from corpus.importing.xml_tree import local, parse_xml
from corpus.references.csl_json import plain_item
from corpus.references.language import language_of
from corpus.references.people import HAN
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_IS_RDF: Final = LazyPattern(r"<rdf:RDF[\s>]")
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_KINDS: Final[Mapping[str, str]] = {
    "journalArticle": "article-journal", "book": "book", "bookSection": "chapter", "thesis": "thesis",
    "report": "report", "webpage": "webpage", "newspaperArticle": "article-newspaper",
    "magazineArticle": "article-magazine", "conferencePaper": "paper-conference", "patent": "patent",
    "standard": "standard", "statute": "legislation", "bill": "bill", "case": "legal_case", "blogPost": "post-weblog",
    "forumPost": "post", "dataset": "dataset", "manuscript": "manuscript", "interview": "interview",
    "presentation": "speech", "preprint": "article", "computerProgram": "software", "map": "map",
    "encyclopediaArticle": "entry-encyclopedia", "dictionaryEntry": "entry-dictionary", "document": "document",
}  # fmt: skip
_NO_WORK: Final = frozenset(["attachment", "note", "annotation"])
_PEOPLE: Final[Mapping[str, str]] = {
    "authors": "author", "editors": "editor", "translators": "translator", "seriesEditors": "collection-editor",
    "bookAuthors": "container-author", "inventors": "author", "presenters": "author", "programmers": "author",
    "cartographers": "author", "interviewees": "author", "contributors": "contributor",
}  # fmt: skip
_PLAIN: Final[Mapping[str, str]] = {
    "title": "title", "date": "issued", "pages": "page", "language": "language", "abstract": "abstract",
    "volume": "volume", "number": "issue", "edition": "edition", "type": "genre", "dateSubmitted": "accessed",
    "shortTitle": "title-short", "description": "note", "numPages": "number-of-pages",
}  # fmt: skip
_NUMBERED: Final = frozenset(["report", "patent", "standard", "legislation", "bill"])
_IDENTIFIER: Final = LazyPattern(r"^(?P<name>ISBN|ISSN|DOI)\s*:?\s*(?P<value>\S.*)$", re.IGNORECASE)
_MOST: Final = 20_000


def is_zotero_rdf(text: str) -> bool:
    """Tell whether a text is RDF."""
    return _IS_RDF.search(text, 0, 4000) is not None


def rdf_items(text: str) -> tuple[dict[str, Any], ...]:
    """Return the CSL-JSON items of an export; InputError (damaged, hostile)."""
    root = parse_xml(text.encode())
    named = {one.get(f"{_RDF}about", ""): one for one in root}
    items = (_item(one, named) for one in _works(root))
    return tuple(one for one in items if one.get("title"))


def rdf_files(text: str) -> dict[str, list[str]]:
    """Return the paths of the files an export attaches to its works, by their ids."""
    root = parse_xml(text.encode())
    named = {one.get(f"{_RDF}about", ""): one for one in root}
    found: dict[str, list[str]] = {}
    for work in _works(root):
        for link in _all(work, "link"):
            attached = named.get(link.get(f"{_RDF}resource", ""))
            paths = (
                [one.get(f"{_RDF}resource", "") for one in _all(attached, "resource")]
                if attached is not None
                else []
            )
            found.setdefault(work.get(f"{_RDF}about", ""), []).extend(filter(None, paths))
    return found


def _works(root: _Element) -> Iterator[_Element]:
    for one in root[:_MOST]:
        kind = _value(one, "itemType")
        if kind and kind not in _NO_WORK:
            yield one


def _item(work: _Element, named: Mapping[str, _Element]) -> dict[str, Any]:
    kind = _KINDS.get(_value(work, "itemType"), "document")
    item: dict[str, Any] = {"id": work.get(f"{_RDF}about", ""), "type": kind}
    hosts = [_host(one, named) for one in _all(work, "isPartOf")]
    for element in (work, *(one for one in hosts if one is not None)):
        for name, field in _PLAIN.items():
            value = _value(element, name)
            if value:
                item.setdefault(field if element is work else _of_host(element, field), value)
        for identifier in _all(element, "identifier"):
            _identify(identifier, item)
    for name, role in _PEOPLE.items():
        people = [
            _person(one) for told in _all(work, name) for one in told.iter() if local(one.tag) == "Person"
        ]
        if people:
            item.setdefault(role, []).extend(people)
    for body in (one for told in _all(work, "publisher") for one in told.iter()):
        if local(body.tag) in ("name", "locality") and (body.text or "").strip():
            item["publisher" if local(body.tag) == "name" else "publisher-place"] = (body.text or "").strip()
    if kind in _NUMBERED and "issue" in item:
        item["number"] = item.pop("issue")
    item = plain_item(item)
    return language_of(item.get("title", "")) | item


def _host(part: _Element, named: Mapping[str, _Element]) -> _Element | None:
    """Return the journal, book or site a work is part of: inside it, or told elsewhere in the file."""
    return next(iter(part), None) if len(part) else named.get(part.get(f"{_RDF}resource", ""))


def _of_host(host: _Element, field: str) -> str:
    """Return what a field of the greater work is for the part: its title is the container's."""
    if field != "title":
        return field
    return "collection-title" if local(host.tag) == "Series" else "container-title"


def _identify(identifier: _Element, item: dict[str, Any]) -> None:
    address = next((one for one in identifier.iter() if local(one.tag) == "value"), None)
    if address is not None and (address.text or "").startswith("http"):
        item.setdefault("URL", (address.text or "").strip())
    told = _IDENTIFIER.match((identifier.text or "").strip())
    if told:
        item.setdefault(told["name"].upper(), told["value"])


def _person(element: _Element) -> dict[str, str]:
    family = _value(element, "surname")
    given = _value(element, "givenName") or _value(element, "givenname")
    if not given or HAN.search(family + given):
        return {"literal": family + given}
    return {"family": family, "given": given}


def _all(element: _Element, name: str) -> list[_Element]:
    return [one for one in element if local(one.tag) == name]


def _value(element: _Element, name: str) -> str:
    return next((text for one in _all(element, name) if (text := (one.text or "").strip())), "")
