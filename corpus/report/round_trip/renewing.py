"""Renewing the citations of an edited DOCX: numbers, style and list anew, every other word as a person left it."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, TypeAlias

from lxml import etree

from corpus.model.errors import InputError, UsageError
from corpus.report.in_text import words_in_order
from corpus.report.model import CitationSystem, Cited, Report
from corpus.report.round_trip.fields import Field, fields_of, is_gone
from corpus.report.round_trip.identity import LIST, ROOT, Identity, from_tree, to_tree
from corpus.report.round_trip.other_lists import other_lists
from corpus.report.round_trip.package import DOCUMENT, FOOTNOTES, Package, w
from corpus.report.round_trip.writing import text_of

_Found: TypeAlias = tuple[Field, dict[str, Any]]
"""A field of a document and what it tells of itself."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Named:
    """A citation that needs a person: its id and the words it shows, or showed."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of renewing: the file, how many citations were renewed, and those that need a person.

    ``missing`` stood in the document when it was written; ``copied`` stand in it more than once; the words of
    ``edited`` ones were changed by hand and are left; ``unknown`` ones cite what the library does not have.
    ``other_lists`` are lists of references beside the renewed one, told by their first entry.
    """

    data: bytes
    style: str
    renewed: int
    entries: int
    missing: tuple[Named, ...] = ()
    copied: tuple[Named, ...] = ()
    edited: tuple[Named, ...] = ()
    unknown: tuple[Named, ...] = ()
    list_missing: bool = False
    other_lists: tuple[Named, ...] = ()


Build = Callable[[Sequence[str], str, dict[str, Any]], Report]
"""Makes a report that holds nothing but the references to articles (ids, in order) in a style with its rules."""


def renew(
    data: bytes, known: Callable[[str], bool], build: Build, *, style: str = "", path: str = ""
) -> Renewed:
    """Renew the citations of a DOCX; ``known`` tells whether the library has an article.

    Raises InputError (damaged, hostile, no_citations), UsageError (bad_value) for a style that makes notes of marks.
    """
    package = Package.of(data, path)
    document = package.tree(DOCUMENT, path)
    part = package.custom(ROOT)
    notes = package.tree(FOOTNOTES, path) if FOOTNOTES in package.parts else None
    found = [(one, told) for one in _in_order(document, notes) if (told := one.told()) is not None]
    identity = from_tree(part[1]) if part else _told_by_fields([told for _one, told in found], known, build)
    if not (identity.style or style):
        raise InputError("no_citations", path=path)
    wanted = style or identity.style
    if wanted.endswith("note") != identity.style.endswith("note"):
        raise UsageError("bad_value", name="--style", value=wanted)
    usable, unknown, edited = _sorted_out(found, known)
    order = tuple(dict.fromkeys(cite["key"] for _one, told in usable for cite in told["cites"]))
    report = build(order, wanted, dict(identity.rules))
    _say_anew(usable, order, report, wanted)
    entries = _entries(report)
    listed = _renew_list(document, identity, entries)
    package.put(DOCUMENT, document)
    if notes is not None:
        package.put(FOOTNOTES, notes)
    shown = {told["id"]: told["as"] for _one, told in found}
    kept = Identity(wanted, asdict(report.rules), shown, entries if listed else identity.entries)
    if part is not None:
        package.put(part[0], to_tree(kept))
    else:
        package.add_custom(to_tree(kept))
    return Renewed(
        package.data(), wanted, len(usable), len(entries) if listed else 0,
        missing=_left_out(identity, shown), copied=_copied(found, shown),
        edited=edited, unknown=unknown, list_missing=not listed,
        other_lists=tuple(Named("", text) for text in other_lists(document)) if listed else (),
    )  # fmt: skip


def _say_anew(usable: Sequence[_Found], order: Sequence[str], report: Report, style: str) -> None:
    """Put the words of each citation anew into its field, and into what the field tells of itself."""
    numbers = {key: number for number, key in enumerate(order, start=1)}
    words_of = words_in_order(report)
    for one, told in usable:
        group = tuple(Cited(numbers[cite["key"]], str(cite.get("at", ""))) for cite in told["cites"])
        words = words_of(group)
        one.say(words, {**told, "as": words, "style": style})
        told["as"] = words


def _left_out(identity: Identity, shown: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the citations a document was written with that no longer stand in it."""
    return tuple(Named(key, text) for key, text in identity.citations.items() if key not in shown)


def _copied(found: Sequence[_Found], shown: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the citations that stand in a document twice, with what they show.

    What another draft brought in is counted from one as well: a copy cites the same.
    """
    same = Counter((told["id"], _cited_by(told)) for _one, told in found)
    twice = dict.fromkeys(key for (key, _cites), count in same.items() if count > 1)
    return tuple(Named(key, shown[key]) for key in twice)


def _cited_by(told: Mapping[str, Any]) -> str:
    return json.dumps(told["cites"], sort_keys=True, ensure_ascii=False)


def _told_by_fields(told: Sequence[dict[str, Any]], known: Callable[[str], bool], build: Build) -> Identity:
    """Return who a document is whose own part another program has dropped: its fields tell the style and the list."""
    style = next((str(one["style"]) for one in told if one.get("style")), "")
    if not style:
        return Identity("")
    first_written = sorted(told, key=lambda one: int("".join(filter(str.isdigit, str(one.get("id")))) or 0))
    keys = dict.fromkeys(str(cite.get("key")) for one in first_written for cite in one["cites"])
    return Identity(style, entries=_entries(build([key for key in keys if known(key)], style, {})))


def _in_order(document: etree._Element, notes: etree._Element | None) -> Iterator[Field]:
    """Yield the fields as they are read: those of a footnote where it is pointed to."""
    if notes is None:
        yield from fields_of(document)
        return
    in_text = {id(one.begin): one for one in fields_of(document)}
    by_id = {note.get(w("id")): note for note in notes.iter(w("footnote"))}
    for run in document.iter(w("r")):
        if id(run) in in_text:
            yield in_text[id(run)]
        for pointer in run.iter(w("footnoteReference")):
            note = by_id.get(pointer.get(w("id")))
            if note is not None and not is_gone(run):
                yield from fields_of(note)


def _sorted_out(
    found: Sequence[_Found], known: Callable[[str], bool]
) -> tuple[list[_Found], tuple[Named, ...], tuple[Named, ...]]:
    """Part the fields that can be renewed from those that cite what is not there and those edited by hand."""
    usable, unknown, edited = [], [], []
    for one, told in found:
        text = one.text()
        if not told["cites"] or not all(
            isinstance(c, dict) and known(str(c.get("key"))) for c in told["cites"]
        ):
            unknown.append(Named(str(told.get("id", "")), text))
        elif text.strip() != str(told.get("as", "")).strip():
            edited.append(Named(str(told.get("id", "")), text))
            usable.append((_silent(one), told))
        else:
            usable.append((one, told))
    return usable, tuple(unknown), tuple(edited)


def _silent(one: Field) -> Field:
    """Return a field that counts in the order but whose words stay as they are."""
    return replace(one, codes=[], shown=[])


def _entries(report: Report) -> tuple[str, ...]:
    numbered = report.system is CitationSystem.NUMERIC
    return tuple(f"[{number}] {one.text}" if numbered else one.text for number, one in report.listed())


def _renew_list(document: etree._Element, identity: Identity, entries: Sequence[str]) -> bool:
    """Write the list anew between the ends of its bookmark; paragraphs a person wrote there stay behind it."""
    start = next((one for one in document.iter(w("bookmarkStart")) if one.get(w("name")) == LIST), None)
    first = _paragraph(start)
    if start is None or first is None:
        return False
    parent = first.getparent()
    end = next(
        (one for one in document.iter(w("bookmarkEnd")) if one.get(w("id")) == start.get(w("id"))), None
    )
    last = _paragraph(end)
    if parent is None or end is None or last is None or last.getparent() is not parent:
        return False
    spanned = list(parent[parent.index(first) : parent.index(last) + 1])
    written = set(identity.entries)
    ours = [one for one in spanned if text_of(one) in written or not text_of(one).strip()]
    pattern = copy.deepcopy(ours[0] if ours else first)
    place = parent.index(first)
    made = [_entry(pattern, words) for words in entries]
    for one in ours:
        parent.remove(one)
    parent[place:place] = made
    for sign in (start, end):
        owner = sign.getparent()
        if owner is not None:
            owner.remove(sign)
    edges = made or [one for one in spanned if one not in ours]
    if not edges:
        return False
    edges[0].insert(1 if edges[0].find(w("pPr")) is not None else 0, start)
    edges[-1].append(end)
    return True


def _paragraph(sign: etree._Element | None) -> etree._Element | None:
    """Return the paragraph a sign stands in; of one between two paragraphs the one before it, or behind."""
    if sign is None:
        return None
    for one in sign.iterancestors():
        if one.tag == w("p"):
            return one
    beside = sign.getnext() if sign.tag == w("bookmarkStart") else sign.getprevious()
    while beside is not None and beside.tag != w("p"):
        beside = beside.getnext() if sign.tag == w("bookmarkStart") else beside.getprevious()
    return beside


def _entry(pattern: etree._Element, words: str) -> etree._Element:
    """Return a paragraph in the form of another with other words."""
    made = copy.deepcopy(pattern)
    form = next((run.find(w("rPr")) for run in pattern.iter(w("r"))), None)
    for child in list(made):
        if child.tag != w("pPr"):
            made.remove(child)
    run = etree.SubElement(made, w("r"))
    if form is not None:
        run.append(copy.deepcopy(form))
    node = etree.SubElement(run, w("t"))
    node.text = words
    node.set(_SPACE, "preserve")
    return made
