"""Marks and list in two editions × three systems × five formats: `python -m tests.benchmarks.bench_systems`.

A paper that cites four works in six places is written in each. What lives in the files is counted – fields, footnotes,
links to the list – and what their words say, and whether every mark has its entry and every entry its mark.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pypdfium2

from corpus.report.model import Report
from corpus.report.round_trip.fields import fields_of
from corpus.report.round_trip.package import DOCUMENT, FOOTNOTES, Package
from corpus.report.writers.table import write
from tests.benchmarks.cited_paper import EDITIONS, FORMATS, GROUP, QUOTED, SYSTEMS, paper

_PLACES: Final = len(QUOTED) + 1
_TAG: Final = re.compile(r"<[^>]+>")


def living(path: Path, system: str) -> int:
    """Return how many citations of a file are more than words: fields, footnotes, links to the list."""
    if path.suffix == ".docx":
        package = Package.of(path.read_bytes())
        parts = [one for one in (DOCUMENT, FOOTNOTES) if one in package.parts]
        return sum(len(list(fields_of(package.tree(one)))) for one in parts)
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return sum(_links(page) for page in document)
    text = _part(path) if path.suffix == ".odt" else path.read_text("utf-8")
    pattern = {
        (".odt", True): r'text:note-class="footnote"',
        (".odt", False): r'xlink:href="#ref-\d+"',
        (".html", True): r'id="noteref-\d+"',
        (".html", False): r'href="#ref-\d+"',
        (".md", True): r"\[\^\d+\](?!:)",
        (".md", False): r"\\\[\d[\d-]*\\\](?! )|（[^）]*\d{4}[^）]*）|\(Smith, \d{4}\)",
    }
    return len(re.findall(pattern[path.suffix, system == "note"], text))


def _links(page: Any) -> int:
    """Return how many links of a page lead to another place of the document."""
    from pypdfium2 import raw

    found, place, link = 0, raw.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        found += bool(raw.FPDFLink_GetDest(page.pdf, link))
    return found


def _part(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("content.xml").decode()


def words(path: Path) -> str:
    """Return all that can be read in a file, without blanks."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
    elif path.suffix == ".docx":
        package = Package.of(path.read_bytes())
        parts = [one for one in (DOCUMENT, FOOTNOTES) if one in package.parts]
        text = "".join("".join(package.tree(one).itertext()) for one in parts)
        text = re.sub(r"ADDINYINDE_CITE\{.*?\}\}?", "", re.sub(r"\s+", "", text))
    else:
        raw = _part(path) if path.suffix == ".odt" else path.read_text("utf-8")
        text = _TAG.sub("", raw.split("<body>")[-1]).replace("\\", "")
    return re.sub(r"\s+", "", text)


def agreeing(made: Report, text: str, system: str) -> tuple[int, int]:
    """Return how many entries of the list stand in it in their order, and how many have a mark in the text."""
    body, _head, listed = text.rpartition("参考文献")
    body = text if system == "note" else body
    entries = [re.sub(r"\s+", "", one.text) for _number, one in made.listed()]
    places = [listed.find(one) for one in entries]
    in_order = sum(at >= 0 for at in places) if places == sorted(places) else 0
    return in_order, sum(any(mark in body for mark in _marks(made, number, system)) for number in _numbers())


def _numbers() -> Sequence[int]:
    return tuple(dict.fromkeys([*(number for number, _page in QUOTED), *GROUP]))


def _marks(made: Report, number: int, system: str) -> tuple[str, ...]:
    """Return what may stand in the text for a work."""
    one = made.references[number - 1]
    if system == "numeric":
        return (f"[{number}]",)
    plain = re.sub(r"\s+", "", one.text if system == "note" else one.mark)
    return (plain.rstrip("."), plain[:-1])  # a page may stand in it


def main() -> None:
    """Print a line for each combination, and how many agree."""
    right = total = 0
    with tempfile.TemporaryDirectory(prefix="yinde-systems-") as folder:
        for edition in EDITIONS:
            for system in SYSTEMS:
                for format_ in FORMATS:
                    path = Path(folder) / f"{edition}-{system}.{format_}"
                    made = paper(edition, system)
                    write(made, path, format_)
                    entries, marked = agreeing(made, words(path), system)
                    alive = living(path, system)
                    agree = entries == marked == len(made.references) and alive >= _PLACES
                    right, total = right + agree, total + 1
                    print(
                        f"{edition} {system:<11} {format_:<5} {alive:>2} living for {_PLACES} places, "
                        f"{entries}/{len(made.references)} entries, {marked} of them cited: "
                        f"{'agree' if agree else 'DIFFER'}"
                    )
    print(f"{right}/{total} agree")


if __name__ == "__main__":
    main()
