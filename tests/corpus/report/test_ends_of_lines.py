"""Where lines of handed-in documents begin and end: no raised number begins one, none is drawn apart."""

from __future__ import annotations

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from corpus.report.in_text import place_of_citation
from corpus.report.model import CitationSystem, Cited, Reference, Report, ReportSection, TextItem
from corpus.report.writers.docx_parts import finish_docx
from corpus.report.writers.table import write

NUMBER = f"DOI:10.{'1234567890' * 4}"
"""Long, and no line ends within it."""
ENTRIES = tuple(
    Reference(f"方圆. {'渡口的账目' * times}[J/OL]. 河运，2021（6）：11-30. {NUMBER}.")
    for times in range(4, 8)
)


def report(system: CitationSystem, brackets: str = "raised") -> Report:
    words = TextItem(
        f"渡口换过船夫{place_of_citation(0)}，后来又换{place_of_citation(1)}。", ((Cited(1),), (Cited(2),))
    )
    return Report("题", (ReportSection("一", 1, (words,)),), ENTRIES, system=system, brackets=brackets)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def test_that_no_line_of_a_word_document_begins_with_a_raised_number(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(report(CitationSystem.NUMERIC), path, "docx")
    settings = part(path, "word/settings.xml")
    named = ("characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "compat")
    order = [settings.index(f"<w:{name}") for name in named]
    assert order == sorted(order)
    begins_none = settings[order[2] :].partition('w:val="')[2].partition('"')[0]
    assert "[" in begins_none
    assert "，" in begins_none


def test_that_the_ends_of_lines_of_a_template_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    own = '<w:noLineBreaksBefore w:lang="zh-CN" w:val="，"/>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/settings.xml", f'<w:characterSpacingControl w:val="doNotCompress"/>{own}')
        package.writestr("word/document.xml", "<w:document/>")
    finish_docx(path, Report("题", reference="校.docx"))
    assert part(path, "word/settings.xml").count("noLineBreaks") == 1


@pytest.mark.parametrize(
    ("system", "brackets", "joined"),
    [
        (CitationSystem.NUMERIC, "raised", 2),
        (CitationSystem.NUMERIC, "square", 0),
        (CitationSystem.AUTHOR_DATE, "raised", 0),
    ],
)
def test_that_no_line_of_an_opendocument_text_begins_with_a_raised_number(
    tmp_path: Path, system: CitationSystem, brackets: str, joined: int
) -> None:
    path = tmp_path / "a.odt"
    write(report(system, brackets), path, "odt")
    assert part(path, "content.xml").count("\u2060<text:a ") == joined


@pytest.mark.parametrize(
    ("system", "brackets", "joined"),
    [
        (CitationSystem.NUMERIC, "raised", 2),
        (CitationSystem.NUMERIC, "square", 0),
        (CitationSystem.AUTHOR_DATE, "raised", 0),
        (CitationSystem.NOTE, "raised", 2),
    ],
)
@pytest.mark.parametrize("format_", ["html", "epub"])
def test_that_no_line_of_a_page_or_book_begins_with_a_raised_number(
    tmp_path: Path, system: CitationSystem, brackets: str, joined: int, format_: str
) -> None:
    path = tmp_path / f"a.{format_}"
    write(report(system, brackets), path, format_)
    text = path.read_text("utf-8") if format_ == "html" else part(path, "EPUB/text/ch001.xhtml")
    assert text.count("\u2060<a ") == text.count("\u2060") == joined


@pytest.mark.parametrize("system", [CitationSystem.NUMERIC, CitationSystem.NOTE])
def test_that_a_line_before_a_long_address_is_not_drawn_apart(tmp_path: Path, system: CitationSystem) -> None:
    path = tmp_path / "a.pdf"
    write(report(system), path, "pdf")
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage()
        signs = [
            (text.get_text_range(n, 1), text.get_charbox(n, loose=True)) for n in range(text.count_chars())
        ]
    words = "".join(sign for sign, _box in signs)
    stands = list(re.finditer("渡 ?口 ?的 ?账 ?目", words))
    assert stands
    for found in stands:
        boxes = [box for sign, box in signs[slice(*found.span())] if sign.strip()]
        gaps = [after[0] - before[2] for before, after in pairwise(boxes)]
        assert max(map(abs, gaps)) < 0.02
