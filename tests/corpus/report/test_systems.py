"""The three systems of citation: what stands in the text and the list agree, in every text format."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from corpus.report.html.marks import Marks
from corpus.report.html.styles import Dialect
from corpus.report.model import CitationSystem, QuoteItem, Reference, Report, ReportSection
from corpus.report.writers.html import to_html
from corpus.report.writers.markdown import to_markdown
from corpus.report.writers.table import write

REFERENCES = (
    Reference("张三. 甲[M]. 2019.", "（张三，2019）"),
    Reference("阿明. 乙[M]. 2020.", "（阿明，2020）"),
    Reference("Smith. C[M]. 2021.", "(Smith, 2021)"),
)
CITED = (1, 2, 1, 3)


def report(system: CitationSystem) -> Report:
    quotes = tuple(
        QuoteItem(quote=f"第{place}段引文", place="《书》", citation=number)
        for place, number in enumerate(CITED)
    )
    order = () if system is CitationSystem.NUMERIC else (2, 1, 3)
    return Report("摘要", (ReportSection("一", 1, quotes),), REFERENCES, system, order)


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_that_numbers_are_reused_and_the_list_is_in_their_order() -> None:
    text = to_markdown(report(CitationSystem.NUMERIC))
    assert re.findall(r"\\\[(\d)\\\]", text) == ["1", "2", "1", "3", "1", "2", "3"]


def test_that_author_and_year_stand_in_the_text_and_the_list_goes_by_author() -> None:
    made = report(CitationSystem.AUTHOR_DATE)
    for text in (to_markdown(made).replace("\\", ""), re.sub(r"<[^>]+>", "", to_html(made))):
        assert re.findall(r"（(张三|阿明)，|\((Smith),", text) == [
            ("张三", ""),
            ("阿明", ""),
            ("张三", ""),
            ("", "Smith"),
        ]
        assert text.index("阿明. 乙") < text.index("张三. 甲") < text.index("Smith. C")
        assert "[1]" not in text


def test_that_notes_are_real_footnotes_in_word(tmp_path: Path) -> None:
    path = tmp_path / "摘要.docx"
    write(report(CitationSystem.NOTE), path, "docx")
    assert part(path, "word/document.xml").count("<w:footnoteReference ") == len(CITED)
    notes = re.sub(r"<[^>]+>", "", part(path, "word/footnotes.xml"))
    assert notes.count("张三. 甲") == CITED.count(1)
    assert "[1]" not in words(path)


def test_that_notes_are_real_footnotes_in_opendocument_and_markdown(tmp_path: Path) -> None:
    path = tmp_path / "摘要.odt"
    write(report(CitationSystem.NOTE), path, "odt")
    assert part(path, "content.xml").count('text:note-class="footnote"') == len(CITED)
    text = to_markdown(report(CitationSystem.NOTE))
    assert len(re.findall(r"\[\^\d\](?!:)", text)) == len(CITED)
    assert len(re.findall(r"^\[\^\d\]:", text, re.MULTILINE)) == len(REFERENCES)


@pytest.mark.parametrize("system", list(CitationSystem))
def test_that_every_mark_of_the_page_leads_to_an_entry(system: CitationSystem) -> None:
    html = to_html(report(system))
    targets = re.findall(r'href="#((?:ref|note)-\d+)"', html)
    assert len(targets) == len(CITED)
    assert all(f'id="{target}"' in html for target in targets)


def test_that_a_reference_nobody_cites_by_number_gets_no_mark() -> None:
    made = replace(
        report(CitationSystem.NUMERIC), sections=(ReportSection("一", 1, (QuoteItem(quote="引文"),)),)
    )
    assert "href" not in to_html(made).split("<body", 1)[1].split("ref-", 1)[0]


@pytest.mark.parametrize(
    ("system", "brackets"), [(CitationSystem.NOTE, "square"), (CitationSystem.NUMERIC, "raised")]
)
def test_no_line_of_a_typeset_page_begins_with_a_raised_mark(system: CitationSystem, brackets: str) -> None:
    made = replace(report(system), brackets=brackets)
    assert Marks(made, Dialect.TYPST).of(1).startswith("\u2060<a ")
    assert Marks(made, Dialect.PAGE).of(1).startswith("\u2060<a ")
    assert Marks(made, Dialect.OFFICE).of(1).startswith("<a ")
    plain = replace(report(CitationSystem.AUTHOR_DATE), brackets=brackets)
    assert Marks(plain, Dialect.TYPST).of(1).startswith("<a ")
