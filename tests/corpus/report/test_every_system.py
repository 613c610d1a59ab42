"""Two editions, three systems, every text format: what stands in the text and the list agree one to one."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from corpus.report.citations import cite
from corpus.report.in_text import place_of_citation
from corpus.report.model import CitationSystem, Cited, QuoteItem, Reference, Report, ReportSection, TextItem
from corpus.report.writers.table import write

ITEMS = (
    {"id": "a", "type": "report", "title": "社交电商报告", "publisher": "艾媒咨询", "author": [{"literal": "艾媒咨询"}],
     "issued": {"date-parts": [[2018]]}},
    {"id": "b", "type": "article-journal", "title": "Online Markets", "container-title": "Economy", "volume": "3",
     "author": [{"family": "Smith", "given": "John"}], "issued": {"date-parts": [[2020]]}, "page": "10-20"},
    {"id": "c", "type": "book", "title": "电商史", "publisher": "海棠出版社", "publisher-place": "北京",
     "author": [{"literal": "阿明"}, {"literal": "张三"}], "issued": {"date-parts": [[2019]]}},
    {"id": "d", "type": "book", "title": "电商续史", "publisher": "海棠出版社", "publisher-place": "北京",
     "author": [{"literal": "阿明"}, {"literal": "张三"}], "issued": {"date-parts": [[2019]]}},
)  # fmt: skip
QUOTED = ((1, "12"), (2, ""), (1, "13"), (3, ""), (4, "5-6"))
GROUP = (1, 2, 3)
NAMES = ("艾媒咨询", "Smith", "阿明")
SYSTEMS = ("numeric", "author-date", "note")
FORMATS = ("md", "html", "docx", "pdf", "odt")


def report(edition: int, system: str) -> Report:
    citations = cite(ITEMS, f"gbt7714-{edition}-{system}")
    references = tuple(Reference(one.text, one.mark, one.joint, one.id) for one in citations)
    quotes = tuple(
        QuoteItem(quote=f"第{n}段引文", colour="", citation=number, locator=page, running=True)
        for n, (number, page) in enumerate(QUOTED)
    )
    together = TextItem(f"三家都这样说{place_of_citation(0)}。", (tuple(Cited(one) for one in GROUP),))
    order = () if system == "numeric" else (1, 3, 4, 2)
    return Report(
        "论文", (ReportSection("一", 1, (*quotes, together)),), references, CitationSystem(system), order
    )


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def bare(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def told(path: Path, format_: str) -> str:
    """Return all that can be read in a file, without marks of its form."""
    if format_ == "pdf":
        document = pypdfium2.PdfDocument(path)
        return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in document))
    if format_ == "docx":
        notes = "word/footnotes.xml"
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
        text = part(path, "word/document.xml") + (part(path, notes) if notes in names else "")
        return re.sub(r"\s+", "", bare(text))
    if format_ == "odt":
        return re.sub(r"\s+", "", bare(part(path, "content.xml")))
    text = path.read_text(encoding="utf-8")
    text = bare(text.split("<body>")[1]) if format_ == "html" else text.replace("\\", "")
    return re.sub(r"\s+", "", text)


def footnotes(path: Path, format_: str) -> int:
    if format_ == "docx":
        return part(path, "word/document.xml").count("<w:footnoteReference ")
    if format_ == "odt":
        return part(path, "content.xml").count('text:note-class="footnote"')
    text = path.read_text(encoding="utf-8")
    if format_ == "html":
        return text.count('role="doc-noteref"') or len(re.findall(r'id="noteref-\d+"', text))
    return len(re.findall(r"\[\^\d+\](?!:)", text))


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("edition", [2015, 2025])
def test_that_marks_and_list_agree(edition: int, system: str, format_: str, tmp_path: Path) -> None:
    path = tmp_path / f"论文.{format_}"
    made = report(edition, system)
    write(made, path, format_)
    text = told(path, format_)
    heading = "参考文献"
    body, _head, after = text.partition(heading)
    entries = [re.sub(r"\s+", "", one.text) for _number, one in made.listed()]
    places = [after.find(one) for one in entries]
    assert -1 not in places
    assert places == sorted(places)
    if system == "numeric":
        marks = [int(one) for one in re.findall(r"\[(\d)\]", body)]
        assert marks == [number for number, _page in QUOTED]
        assert "[1]12" in body
        assert "[4]5-6" in body
        assert "[1-3]" in body
        assert [int(one) for one in re.findall(r"\[(\d)\]", after)] == [1, 2, 3, 4]
    elif system == "author-date":
        counted = Counter(re.findall("|".join(NAMES), body))
        assert counted == {"艾媒咨询": 3, "Smith": 2, "阿明": 3}
        assert "（艾媒咨询，2018：12）" in body
        assert "(Smith,2020)" in body
        assert "（阿明、张三，2019a）" in body
        assert "（阿明、张三，2019b：5-6）" in body
        assert "（艾媒咨询，2018；Smith,2020；阿明、张三，2019a）" in body
        assert "2019a" in after
        assert "2019b" in after
    else:
        cited = len(QUOTED) + 1
        if format_ != "pdf":
            assert footnotes(path, format_) == cited
        place = re.sub(r"\s+", "", made.references[0].text).rstrip(".")
        joint = "：" if edition == 2025 else ":"
        assert f"{place}{joint}12." in text
        assert f"{place}{joint}13." in text
        assert "[1]" not in text
