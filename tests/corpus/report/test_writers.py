"""Files of reports: whole texts compared, office files opened again, nothing leaks, nothing half-written."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import zipfile
from contextlib import nullcontext
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpus.model.errors import LibraryError, UsageError, YindeError
from corpus.report.handout import for_preset
from corpus.report.html.body import Dialect, HtmlBody
from corpus.report.model import CitationSystem, Preset, QuoteItem, Reference, Report, ReportSection, TableItem
from corpus.report.writers import WRITERS, fonts, write
from corpus.report.writers.html import to_html
from corpus.report.writers.markdown import to_markdown
from tests.corpus.report.conftest import SECRETS

MARKDOWN = """\
# 社交电商批注摘要

2026-07-01

## 说明

收批注 3 条、数据 2 条。

## 《两个数》

### 口径

> 两份报告不同，<strong>差别主要来自\\*口径\\*。</strong>余下的不大。

出处：《两个数》 口径，第 3 段\\[1\\]

**批注**：先看**口径**

<script>alert(1)</script>
见 原处 与 x.txt

标签：口径、数据

> 𠮷与😀

出处：第 4 段

## 相关数据

| 序号 | 指标 | 对象 | 时期 | 数值 | 单位 | 口径 | 数据出处 |
|---|---|---|---|---:|---|---|---|
| 1 | 市场规模 | 中国 | 2018 | 12,624.7 | 亿元 | 估算值 | 某报告 |
| 2 | =HYPERLINK("http://x") |  |  | -8.5 | % | 实际值 | @SUM(A1) |

**原句**

1. 2018 年规模达到 12,624.7 亿元。《两个数》\\[1\\]
2. +1

**口径说明**

- 含企业采购（1）

**有出入之处**

- 1\\. 市场规模 12,624.7 亿元 ≠ 盘点篇 11,397.78 亿元

## 附

我的看法见 notes.md，或 草稿.txt。

小表

| 年 | 值 |
|---|---:|
| 2018 | 1 |

![][drawing-1]

*一张图*

## 参考文献

\\[1\\] 海棠研究院. 两个数\\[R\\]. 北京: 海棠出版社, 2019.
"""


class Tags(HTMLParser):
    """Collects the elements and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for key, value in attrs if key in {"src", "href"}]


def handout(report: Report) -> Report:
    return replace(report, preset=Preset.HANDOUT)


def contents(path: Path) -> bytes:
    """Return everything in a file, packed parts unpacked."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            return b"\n".join(name.encode() + package.read(name) for name in package.namelist())
    return data


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_markdown_reads_well_as_it_is(report: Report) -> None:
    told, _parted, drawn = to_markdown(for_preset(handout(report))).rpartition("\n\n[drawing-1]: ")
    assert f"{told}\n" == MARKDOWN
    head, _parted, data = drawn.partition(";base64,")
    assert head == "data:image/svg+xml"
    assert base64.b64decode(data).decode().startswith("<svg ")


def test_the_page_runs_and_fetches_nothing(report: Report) -> None:
    page = Tags()
    page.feed(to_html(report))
    assert not page.tags & {"script", "iframe", "link", "object", "form"}
    assert {address.split(":")[0] for address in page.addresses if not address.startswith("#")} == {
        "yinde",
        "data",
    }


def test_scripts_in_texts_are_shown_as_text(report: Report) -> None:
    nasty = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>'
    section = ReportSection(
        nasty, 1, (QuoteItem(nasty, note=f"[a](javascript:alert(1)) {nasty}", colour='"><b>'),)
    )
    page = Tags()
    html = to_html(replace(report, title=nasty, sections=(section,)))
    page.feed(html)
    assert "img" not in page.tags
    assert page.addresses == []
    assert "<img" not in html


@pytest.mark.parametrize("format_", sorted(WRITERS))
def test_a_handout_leaks_nothing(report: Report, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"报告.{format_}"
    write(handout(report), path, format_)
    data = contents(path) + (pdf_text(path).encode() if format_ == "pdf" else b"")
    leaked = [
        secret
        for secret in (*SECRETS, str(tmp_path))
        if any(secret.encode(coding) in data for coding in ("utf-8", "utf-16-be", "utf-16-le"))
    ]
    assert leaked == []


@pytest.mark.parametrize("format_", ["md", "html", "docx", "pdf", "odt", "epub"])
def test_what_one_keeps_holds_everything(report: Report, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"报告.{format_}"
    write(report, path, format_)
    text = pdf_text(path) if format_ == "pdf" else contents(path).decode("utf-8", "replace")
    for words in ("社交电商批注摘要", "私人的话", "王小明", "海棠研究院", "有出入之处"):
        assert words in text, words
    assert format_ == "pdf" or "𠮷与😀" in text  # not every Chinese font has these glyphs
    assert b"yinde://article/a#3-9" in contents(path)


def test_the_word_file_has_chinese_fonts_headings_marks_and_tables(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    write(report, path, "docx")
    document = docx.Document(str(path))
    headings = [one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert headings == ["说明", "《两个数》", "口径", "相关数据", "附", "参考文献"]
    quote = next(one for one in document.paragraphs if "差别主要来自" in one.text)
    assert quote.text == "两份报告不同，差别主要来自*口径*。余下的不大。"
    assert quote.style is not None
    assert quote.style.name == "Yinde Quote red"
    assert [[cell.text for cell in row.cells][:6] for row in document.tables[0].rows] == [
        ["序号", "指标", "对象", "时期", "数值", "单位"],
        ["1", "市场规模", "中国", "2018", "12,624.7", "亿元"],
        ["2", '=HYPERLINK("http://x")', "", "", "-8.5", "%"],
    ]
    styles = contents(path).decode("utf-8", "replace")
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles
    assert (document.core_properties.author, document.core_properties.title) == ("王小明", "社交电商批注摘要")
    assert " PAGE " in styles
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for table in document.tables for row in table.rows)


@pytest.mark.parametrize("dialect", [Dialect.OFFICE, Dialect.TYPST])
def test_that_no_number_of_a_crowded_table_is_parted(dialect: Dialect) -> None:
    words = "一个很长很长的说法，怎么也放不进一格"
    row = ("1", words, words, "2018 年", "预计\N{NO-BREAK SPACE}11397.78", "亿元", "比上年 +66.73%", words)
    heads = ("序号", "指标", "对象", "时期", "数值", "单位", "增速", "出处")
    table = TableItem(heads, (row, row), right=frozenset({4, 6}))
    made = HtmlBody(Report("题", sections=(ReportSection("", 1, (table,)),)), dialect).whole()
    widths = [float(one) for one in re.findall(r"width: ([\d.]+)%", made)]
    assert sum(widths) == pytest.approx(100, abs=0.5)
    assert widths[4] > 13 * 100 / 104
    assert widths[6] > 7 * 100 / 104
    assert min(widths[1], widths[2], widths[7]) > widths[0]


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_the_word_file(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    write(report, path, "docx")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    assert "差别主要来自" in pdf_text(tmp_path / "报告.pdf")


def test_the_pdf_embeds_a_chinese_font_and_knows_its_title(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    write(report, path, "pdf")
    with pypdfium2.PdfDocument(path) as document:
        assert document.get_metadata_dict()["Title"] == "社交电商批注摘要"
        assert document.get_metadata_dict()["Author"] == "王小明"
        assert [item.get_title() for item in document.get_toc()][:2] == ["说明", "《两个数》"]
    assert b"/FontFile" in path.read_bytes()


def test_captions_stand_in_the_middle_and_an_entry_stands_in_from_its_second_line_on(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "报告.pdf"
    report = replace(report, captions=True, labels=replace(report.labels, table="表", drawing="图"))
    long = Reference(f"甲某. {'一' * 60}尾声[R]. 海棠研究院，2020.")
    write(replace(report, references=(*report.references, long)), path, "pdf")
    begun = f"[{len(report.references) + 1}]"
    words = {"table": "表\N{NO-BREAK SPACE}1", "drawing": "图\N{NO-BREAK SPACE}1"}
    with pypdfium2.PdfDocument(path) as document:
        found = {key: _line_of(document, word) for key, word in words.items()}
        width = document[0].get_width()
        entry, behind = (_line_of(document, word)[0] for word in (begun, "一"))
    assert behind > entry + 12
    for left, right in found.values():
        assert (left + right) / 2 == pytest.approx(width / 2, abs=4)
    page = to_html(report)
    assert re.search(r"\.tablecaption[^{]*\{[^}]*text-align: center", page)


def _line_of(document: pypdfium2.PdfDocument, word: str) -> tuple[float, float]:
    """Return where the line that begins with a word begins and ends, in points from the left."""
    for page in document:
        text = page.get_textpage()
        pieces = [text.get_rect(n) for n in range(text.count_rects())]
        for left, bottom, right, top in pieces:
            if (
                text.get_text_bounded(left, bottom, right, top)
                .replace(" ", "\N{NO-BREAK SPACE}")
                .startswith(word)
            ):
                middle = (bottom + top) / 2  # Latin letters and Chinese ones are pieces of their own
                return left, max(one[2] for one in pieces if one[1] < middle < one[3])
    raise AssertionError(word)


def test_without_a_chinese_font_the_pdf_is_refused(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoFonts:
        def families(self) -> list[str]:
            return ["Libertinus Serif"]

    monkeypatch.setattr(fonts, "system_fonts", NoFonts)
    fonts.find_cjk_font.cache_clear()
    try:
        with pytest.raises(YindeError) as caught:
            write(report, tmp_path / "报告.pdf", "pdf")
    finally:
        fonts.find_cjk_font.cache_clear()
    assert caught.value.kind == "no_font"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(report: Report, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(YindeError) as caught:
        write(report, blocked / "报告.md", "md")
    assert (caught.value.kind, caught.value.values["path"]) == ("not_writable", str(blocked))


def test_a_failed_export_leaves_the_old_file(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr("corpus.report.writers.pandoc._pandoc", lambda: str(tmp_path / "no-pandoc"))
    with pytest.raises(YindeError) as caught:
        write(report, path, "docx")
    assert (caught.value.kind, caught.value.values["path"]) == ("export_failed", str(path))
    assert [one.name for one in tmp_path.iterdir()] == ["报告.docx"]
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_that_a_full_disk_is_not_told_as_a_fault_of_the_converter(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.store.folder.files._beside", lambda _target: nullcontext(Path("/dev/full")))
    with pytest.raises(LibraryError) as caught:
        write(report, tmp_path / "报告.docx", "docx")
    assert (caught.value.kind, caught.value.values["path"]) == ("disk_full", str(tmp_path / "报告.docx"))


def test_an_unknown_format_is_refused(report: Report, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write(report, tmp_path / "x.wps", "wps")
    assert caught.value.kind == "unknown_format"


@pytest.mark.parametrize("format_", sorted(WRITERS))
def test_an_empty_report_and_an_odd_path_are_ordinary(tmp_path: Path, format_: str) -> None:
    path = tmp_path / "（课程）&% 库" / f"报 告.{format_}"
    write(Report("空"), path, format_)
    assert path.stat().st_size > 0


def test_that_a_book_has_its_own_look_its_time_and_chapters_by_name(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.epub"
    write(report, path, "epub")
    with zipfile.ZipFile(path) as book:
        parts = {
            name: book.read(name).decode() for name in book.namelist() if name.endswith(("ml", "css", "opf"))
        }
        assert book.infolist()[0].filename == "mimetype"
    css = "".join(text for name, text in parts.items() if name.endswith(".css"))
    assert "[data-custom-style='Yinde Quote red'] { margin" in css
    assert "font-family: Georgia" not in css
    assert "1970" not in parts["EPUB/content.opf"]
    whole = "".join(parts.values())
    assert "Title Page" not in whole
    assert not re.search(r"<title>ch\d+\.xhtml</title>", whole)
    assert "<title>《两个数》</title>" in whole


def test_that_notes_of_a_book_begin_with_the_numbers_of_their_marks(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.epub"
    write(replace(report, system=CitationSystem.NOTE), path, "epub")
    with zipfile.ZipFile(path) as book:
        pages = "".join(book.read(name).decode() for name in book.namelist() if "/text/ch" in name)
    marks = dict(re.findall(r'<a href="#fn(\d+)" class="footnote-ref"[^>]*>(\d+)</a>', pages))
    assert marks
    assert dict(re.findall(r'<p><a href="#fnref(\d+)" class="footnote-back">(\d+)</a> ', pages)) == marks
