"""Two editions, three systems, every text format: what stands in the text and the list agree one to one."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from corpus.report.writers.table import write
from tests.benchmarks.cited_paper import EDITIONS, FORMATS, NAMES, QUOTED, SYSTEMS, paper


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
        shown = re.sub(r"<w:instrText[^>]*>[^<]*</w:instrText>", "", text)
        return re.sub(r"\s+", "", bare(shown))
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
@pytest.mark.parametrize("edition", EDITIONS)
def test_that_marks_and_list_agree(edition: int, system: str, format_: str, tmp_path: Path) -> None:
    path = tmp_path / f"论文.{format_}"
    made = paper(edition, system)
    write(made, path, format_)
    text = told(path, format_)
    heading = "参考文献"
    body, _head, after = text.partition(heading)
    if format_ == "odt":  # printed like the words around them, not in the colour of a link
        content = part(path, "content.xml")
        assert content.count('<text:a text:style-name="Citation"') == len(
            re.findall('xlink:href="#ref', content)
        )
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
