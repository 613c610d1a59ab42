"""Makes the citations of a written DOCX fields, its list a bookmarked range, and tells it who it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from lxml import etree

from corpus.report.in_text import words_in_order
from corpus.report.model import CitationSystem, Group, Report
from corpus.report.round_trip.fields import field_runs
from corpus.report.round_trip.identity import ENTRY_STYLE, LIST, Identity, to_tree
from corpus.report.round_trip.package import DOCUMENT, FOOTNOTES, Package, w

_ID: Final = "7714"


def with_fields(data: bytes, report: Report, groups: Sequence[Group]) -> bytes:
    """Return the DOCX with ``groups``, its citations in order, as fields that can be renewed."""
    if not groups or not report.style:
        return data
    package = Package.of(data)
    document = package.tree(DOCUMENT)
    words = words_in_order(report)
    told = [_told(report, number, group, words(group)) for number, group in enumerate(groups, start=1)]
    if report.system is CitationSystem.NOTE:
        _mark_notes(package, document, told)
    else:
        _mark_links(document, told)
    entries = _mark_list(document)
    package.put(DOCUMENT, document)
    shown = {one["id"]: one["as"] for one in told}
    package.add_custom(to_tree(Identity(report.style, asdict(report.rules), shown, entries)))
    return package.data()


def text_of(paragraph: etree._Element) -> str:
    """Return the words of a paragraph."""
    return "".join(node.text or "" for node in paragraph.iter(w("t")))


def _told(report: Report, number: int, group: Group, words: str) -> dict[str, Any]:
    cites = [{"key": report.references[one.number - 1].key, "at": one.locator} for one in group]
    return {"id": f"c{number}", "cites": cites, "as": words, "style": report.style}


def _mark_links(document: etree._Element, told: Sequence[dict[str, Any]]) -> None:
    """Make fields of the links whose words are those of a citation, one after the other."""
    waiting = list(told)
    for link in list(document.iter(w("hyperlink"))):
        parent = link.getparent()
        words = "".join(node.text or "" for node in link.iter(w("t")))
        if parent is None or not waiting or not link.get(w("anchor")) or words != waiting[0]["as"]:
            continue
        runs = [child for child in link if child.tag == w("r")]
        for run in runs:
            for style in list(run.iter(w("rStyle"))):
                owner = style.getparent()
                if owner is not None:
                    owner.remove(style)
        place = parent.index(link)
        parent[place : place + 1] = field_runs(waiting.pop(0), runs)


def _mark_notes(package: Package, document: etree._Element, told: Sequence[dict[str, Any]]) -> None:
    """Make fields of the footnotes whose words are those of a citation, in the order they are pointed to."""
    if FOOTNOTES not in package.parts:
        return
    notes = package.tree(FOOTNOTES)
    by_id = {one.get(w("id")): one for one in notes.iter(w("footnote"))}
    waiting = list(told)
    for pointer in document.iter(w("footnoteReference")):
        note = by_id.get(pointer.get(w("id")))
        if note is None or not waiting or text_of(note).strip() != waiting[0]["as"].strip():
            continue
        runs = [run for run in note.iter(w("r")) if run.find(w("t")) is not None]
        parent = runs[0].getparent() if runs else None
        if parent is None or any(run.getparent() is not parent for run in runs):
            continue
        place = parent.index(runs[0])
        shown = field_runs(waiting.pop(0), runs)
        parent[place:place] = shown
    package.put(FOOTNOTES, notes)


def _mark_list(document: etree._Element) -> tuple[str, ...]:
    """Span the list of references with a bookmark; return its entries as written."""
    entries = [
        paragraph
        for paragraph in document.iter(w("p"))
        if (style := paragraph.find(f"{w('pPr')}/{w('pStyle')}")) is not None
        and style.get(w("val")) == ENTRY_STYLE
    ]
    if not entries:
        return ()
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    for sign in (start, end):
        sign.set(w("id"), _ID)
    start.set(w("name"), LIST)
    entries[0].insert(1 if entries[0].find(w("pPr")) is not None else 0, start)
    entries[-1].append(end)
    return tuple(text_of(one) for one in entries)
