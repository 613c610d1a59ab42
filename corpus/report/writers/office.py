"""DOCX, ODT and EPUB, through pandoc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.report.html.body import Dialect, HtmlBody
from corpus.report.model import Group, Report
from corpus.report.round_trip.writing import with_fields
from corpus.report.writers.docx_parts import finish_docx
from corpus.report.writers.epub_parts import finish_epub
from corpus.report.writers.files import replacing
from corpus.report.writers.odt_parts import finish_odt
from corpus.report.writers.own_reference import own_reference
from corpus.report.writers.pandoc import converted, document
from corpus.report.writers.pictures import with_pictures
from corpus.report.writers.reference_styles import reference_docx, reference_odt


def write_docx(report: Report, path: Path) -> None:
    """Write the report for Word, by the usual rules of theses, or in the styles of a document of the person's own.

    Raises InputError where that document cannot be read.
    """
    reference = own_reference(Path(report.reference)) if report.reference else reference_docx()
    options = ["--reference-doc", "reference.docx"]
    _write(report, path, "docx", options, {"reference.docx": reference}, _finish_docx)


def write_odt(report: Report, path: Path) -> None:
    """Write the report for LibreOffice."""
    files = {"reference.odt": reference_odt()}
    _write(report, path, "odt", ["--reference-doc", "reference.odt"], files, _finish_odt)


def write_epub(report: Report, path: Path) -> None:
    """Write the report as an electronic book with a table of contents."""
    _write(report, path, "epub3", ["--toc", "--split-level", "1"], {}, _finish_epub)


def _write(
    report: Report,
    path: Path,
    target: str,
    options: list[str],
    files: dict[str, bytes],
    finish: Callable[[Path, Report, Sequence[Group]], None] | None = None,
) -> None:
    """Convert the report, finish what was made and put the file in place."""
    body = HtmlBody(with_pictures(report), Dialect.OFFICE)
    page = document(report, body.whole())
    with replacing(path) as beside:
        beside.write_bytes(converted(page, target, path, options=options, files=files))
        if finish is not None:
            finish(beside, report, body.cited())


def _finish_epub(path: Path, report: Report, _cited: Sequence[Group]) -> None:
    """Finish the book."""
    finish_epub(path, report)


def _finish_odt(path: Path, report: Report, _cited: Sequence[Group]) -> None:
    """Finish the document."""
    finish_odt(path, report)


def _finish_docx(path: Path, report: Report, cited: Sequence[Group]) -> None:
    """Finish the document and make fields of its citations."""
    finish_docx(path, report)
    path.write_bytes(with_fields(path.read_bytes(), report, cited))
