"""Files of references, told by their content: BibTeX, RIS, EndNote, RefWorks, PubMed, CSL-JSON, Zotero …"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import InputError
from corpus.references.bibtex import BibtexEntry, bibtex_entries, is_bibtex
from corpus.references.csl_json import plain_item, plain_items
from corpus.references.imprint import date_in
from corpus.references.line import read_line
from corpus.references.medline import is_medline, read_medline
from corpus.references.tagged import read_tagged, tagged_format
from corpus.references.zotero_rdf import is_zotero_rdf, rdf_items
from corpus.store.folder.given_files import read_given
from corpus.text.decode import decode
from index.lazy_pattern import LazyPattern

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file of references."""

_ENDNOTE_XML: Final = LazyPattern(r"\s*<(?:\?xml[^>]*>\s*<)?xml>\s*<records>")
_SECONDS: Final = 60
_MOST_BY_THEMSELVES: Final = 500
_OF_KIND: Final = {
    "standard": "standard",
    "newspaper": "article-newspaper",
    "legislation": "legislation",
    "law": "legislation",
    "webpage": "webpage",
}
"""Kinds of entries BibTeX itself does not know, which programs write all the same."""
_ACCESSED: Final = LazyPattern(
    r"(?:accessed|visited|retrieved|访问|引用日期|检索)(?:日期|时间)?[\s:：]*(?:on\s+)?(?P<day>[\w\s,./年月日-]{6,24})",
    re.IGNORECASE,
)

Item = dict[str, Any]


def items_in(path: Path) -> tuple[Item, ...]:
    """Return the CSL-JSON items of a file; InputError (missing, unreadable, limit, bad_items)."""
    items = items_of(decode(read_given(path, LARGEST)).text, str(path))
    if not items:
        raise InputError("bad_items", path=str(path), detail="BibTeX, RIS, EndNote, NoteExpress, CSL-JSON")
    return items


def items_of(text: str, path: str = "") -> tuple[Item, ...]:
    """Return the CSL-JSON items of a text in any of the known forms; ``path`` names it in an error."""
    text = text.lstrip("\ufeff")
    if text.lstrip()[:1] in ("[", "{") and (found := _csl_json(text)) is not None:
        return found
    form = tagged_format(text)
    if form is not None:
        return plain_items(read_tagged(text, form))
    if is_medline(text):
        return plain_items(read_medline(text))
    if _ENDNOTE_XML.match(text):
        return tuple(map(_as_csl, _by_pandoc(text, "endnotexml", path)))
    if is_zotero_rdf(text):
        return _zotero(text, path)
    if is_bibtex(text):
        return _bibtex(text, path)
    return tuple(item for line in text.splitlines() if line.strip() and (item := read_line(line)))


def _as_csl(item: Item) -> Item:
    """Return what pandoc makes of EndNote's XML with pages and the issue of a periodical under their own names."""
    told = {"page" if name == "pages" else name: value for name, value in item.items()}
    if str(told.get("type", "")).startswith("article") and "issue" not in told and "number" in told:
        told["issue"] = told.pop("number")
    return told


def _csl_json(text: str) -> tuple[Item, ...] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict) and isinstance(found.get("message"), dict):
        found = found["message"]  # what Crossref answers
    items = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(items, list):
        return None
    return plain_items(items)


def _zotero(text: str, path: str) -> tuple[Item, ...]:
    try:
        return rdf_items(text)
    except InputError as error:
        raise InputError("bad_items", path=path, detail="Zotero RDF") from error


def _bibtex(text: str, path: str) -> tuple[Item, ...]:
    """Return the items of a BibTeX file: all at once, where that fails each entry by itself, broken ones left out."""
    strings, entries = bibtex_entries(text)
    try:
        found = _by_pandoc("\n\n".join((strings, *(one.text for one in entries))), "biblatex", path)
    except InputError:
        found = _one_by_one(strings, entries, path)
        if not found:
            raise
    kinds = {one.key: _OF_KIND[one.kind] for one in entries if one.kind in _OF_KIND}
    told = ({**one, "type": kinds[one["id"]]} if one.get("id") in kinds else one for one in found)
    return tuple(_with_access(one) for one in told)


def _with_access(item: Item) -> Item:
    """Return an item whose note says when it was read with that day, and without an address for its publisher."""
    if str(item.get("publisher", "")).startswith("http"):
        item = {name: value for name, value in item.items() if name != "publisher"}
    read = _ACCESSED.search(str(item.get("note", ""))) if "accessed" not in item else None
    day = date_in(re.sub(r"(?<=[A-Za-z])-|-(?=[A-Za-z])", " ", read["day"])) if read else None
    return {**item, "accessed": day} if day else item


def _one_by_one(strings: str, entries: Sequence[BibtexEntry], path: str) -> tuple[Item, ...]:
    found: list[Item] = []
    for entry in entries[:_MOST_BY_THEMSELVES]:
        with suppress(InputError):
            found += _by_pandoc(f"{strings}\n\n{entry.text}", "biblatex", path)
    return tuple(found)


def _by_pandoc(text: str, form: str, path: str) -> tuple[Item, ...]:
    """Return what pandoc makes of a bibliography, in a sandbox and with an end."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", form, "-t", "csljson", "+RTS", "-M512M", "-RTS"]
    try:
        done = subprocess.run(  # noqa: S603 - the program that came with its wheel, fed by its standard input
            command, input=text.encode(), capture_output=True, timeout=_SECONDS, check=False
        )
        items = json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise InputError("bad_items", path=path, detail=form) from error
    for item in items:
        for role in ("author", "editor", "translator"):
            if any(_is_han(str(name)) for name in item.get(role, [])):
                item[role] = [_literal(name) for name in item[role]]
        item.pop("title-short", None)
    return tuple(plain_item(item) for item in items)


def _is_han(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" for char in text)


def _literal(name: dict[str, Any]) -> dict[str, Any]:
    """Return a Chinese name whole: family and given name are printed without a blank."""
    whole = f"{name.get('family', '')}{name.get('given', '')}"
    return {"literal": whole.replace(" ", "")} if _is_han(whole) else name
