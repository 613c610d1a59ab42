"""Charts and diagrams of slides and documents: figures as a table under the names of the series, words as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus.importing.archive import Archive
from corpus.importing.blocks.blocks import Block
from corpus.importing.office.cell_values import shown
from corpus.importing.office.ooxml import children, relation_id, relations, value
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_POINTS: Final = 5000


def charts_in(element: _Element, archive: Archive, part: str) -> Iterator[Block]:
    """Yield the charts that ``element`` of ``part`` shows: the title a paragraph, the figures rows."""
    known = relations(archive, part)
    for one in element.iter():
        kind = local(one.tag) if isinstance(one.tag, str) else ""
        target = known.get(
            relation_id(one) if kind == "chart" else value(one, "dm") if kind == "relIds" else ""
        )
        if target is not None and archive.has(target.target):
            try:
                root = parse_xml(archive.read(target.target))
            except InputError:
                continue
            yield from _chart(root) if kind == "chart" else _diagram(root)


def _diagram(root: _Element) -> Iterator[Block]:
    """Yield the words of a diagram (SmartArt), a paragraph for each of its shapes, in the order they were written."""
    for point in (one for one in root.iter() if local(one.tag) == "pt"):
        words = " ".join(
            "".join(part.text or "" for part in line.iter() if local(part.tag) == "t")
            for line in point.iter()
            if local(line.tag) == "p"
        )
        if words.strip():
            yield Block("paragraph", words)


def _chart(root: _Element) -> Iterator[Block]:
    title = next((one for one in root.iter() if local(one.tag) == "title"), None)
    parent = title.getparent() if title is not None else None
    if title is not None and parent is not None and local(parent.tag) == "chart":
        yield Block(
            "paragraph", "".join(one.text or "" for one in title.iter() if local(one.tag) in {"t", "v"})
        )
    series = [one for one in root.iter() if local(one.tag) == "ser"]
    names = [_first(one, "tx") for one in series]
    groups = [_points(one, "cat", "xVal") for one in series]
    figures = [_points(one, "val", "yVal") for one in series]
    places = sorted({place for points in figures for place in points})[:_MOST_POINTS]
    if not places:
        return
    labels = {place: label for group in reversed(groups) for place, label in group.items()}
    yield Block("row", cells=("", *names))
    for place in places:
        yield Block("row", cells=(labels.get(place, ""), *(points.get(place, "") for points in figures)))


def _first(series: _Element, name: str) -> str:
    """Return the words of the first part of this name of a series."""
    for part in children(series, name):
        return "".join(one.text or "" for one in part.iter() if local(one.tag) == "v")
    return ""


def _points(series: _Element, *names: str) -> dict[int, str]:
    """Return the stored points of a series by their place, figures as their form shows them."""
    found: dict[int, str] = {}
    for part in (one for name in names for one in children(series, name)):
        form = next((one.text or "" for one in part.iter() if local(one.tag) == "formatCode"), "")
        for point in (one for one in part.iter() if local(one.tag) == "pt"):
            place = value(point, "idx")
            text = next((one.text or "" for one in point if local(one.tag) == "v"), "")
            own = value(point, "formatCode") or form
            if place.isdigit() and text:
                level = found.get(int(place), "")
                found[int(place)] = f"{_shown(text, own)} {level}".strip()
    return found


def _shown(text: str, form: str) -> str:
    try:
        number = float(text)
    except ValueError:
        return text
    return shown(int(number) if number.is_integer() and "e" not in text.lower() else number, form)
