"""A draft with every kind of block: what its preview shows stands in every format, in the same order and words."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pypandoc
import pypdfium2
import pytest
from lxml import etree

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.passages import passage
from corpus.library.notes.picturing import keep_picture
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export, preview_html
from corpus.library.reports.found_places import kept_places
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.draft import USES, Draft, DraftItem
from corpus.model.span import Span
from tests.corpus.report.test_pictures_set import png

STYLES = tuple(
    f"gbt7714-{year}-{system}" for year in (2015, 2025) for system in ("numeric", "author-date", "note")
)
WORDS = """有**粗体**、*斜体*、`代码`和[链接](https://example.org/a)，重 25 kg，这就是**“新零售”**的本质。

- 甲项
- 乙项

| 项 | 数 |
|---|---:|
| 丙 | 1,250 |

引用[@{a}]与[@{a}:12]，又引[@{b}]。"""
DRAWN = "\N{OBJECT REPLACEMENT CHARACTER}"
NOTED = "†"


def whole(library: Library) -> Draft:
    """Return a draft that holds every kind of block, each quotation in another context and wording."""
    first, second, third = (one.id for one in list_articles(library)[:3])
    items = [DraftItem("text", text="没有标题的开头。")]
    for level in (1, 2, 3, 4):
        items += [
            DraftItem("heading", text=f"标题{level}", level=level),
            DraftItem("text", text=f"下文{level}"),
        ]
    items.append(DraftItem("text", text=WORDS.format(a=first, b=second)))
    sentences = reading(library, third).sentences
    shapes = [(use, context, wording) for use in USES for context in ("none", "sentence", "around", "paragraph")
              for wording in ("original", "clean")]  # fmt: skip
    for number, (use, context, wording) in enumerate(shapes):
        one = sentences[3 + number % (len(sentences) - 3)]
        quoted = passage(library, third, Span(one.start + 1, max(one.start + 3, one.end - 2)))
        text = "" if (use, wording) == ("quote", "original") else f"{use}{number}的话。"
        items.append(replace(quoted, use=use, context=context, wording=wording, text=text))
    light, below = MarkStyle.HIGHLIGHT, MarkStyle.UNDERLINE
    looks = (
        (Colour.YELLOW, light, "", ()), (Colour.RED, below, "**批**语\n\n- 一", ("甲",)),
        (Colour.PURPLE, light, "结论", ()), (Colour.ORANGE, light, "方法", ("乙",)),
    )  # fmt: skip
    marked = [
        annotate(library, second, span, colour=colour, style=style, note=note, tags=tags).annotation.id
        for span, (colour, style, note, tags) in zip(
            reading(library, second).sentences[2:], looks, strict=False
        )
    ]
    items += [DraftItem("annotation", one, context="sentence") for one in marked]
    items.append(DraftItem("annotation", add_note(library, "自由的笔记").annotation.id))
    figures = [one.statistic.id for one in statistics(library) if one.statistic.metric == "电子商务交易额"]
    several = " ".join(figures[:4])
    items += [
        DraftItem("figure", figures[0]), DraftItem("figures", several, "表名"), DraftItem("matrix", several, "矩阵名"),
        DraftItem("chart", several, "图名"), keep_picture(library, png(90, 60), "照片名"),
        kept_places(library, "电子商务", find_places(library, SearchRequest("电子商务")).hits[:3]),
        DraftItem("review", " ".join(marked)), DraftItem("prompt", text="还没有写的"),
    ]  # fmt: skip
    return new_draft(library, "整份文稿", items=tuple(items))


def lines_of_html(page: str) -> Iterator[str]:
    body = page.rpartition("<body>")[2]
    body = re.sub(r"<img[^>]*>", DRAWN, body)
    body = re.sub(r'<(?:a|sup)[^>]*(?:id|class)="(?:noteref|footnote-ref)[^>]*>.*?</(?:a|sup)>', NOTED, body)
    body = re.sub(r"</(?:p|h\d|tr|t[dh]|li|div|blockquote|header)>|<br ?/?>", "\n", body)
    yield from unescape(re.sub(r"<[^>]+>", "", body)).split("\n")


def lines_of_docx(path: Path) -> Iterator[str]:
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    signs = {"drawing": DRAWN, "footnoteReference": NOTED, "br": "\n"}
    for paragraph in tree.iter(f"{name}p"):
        told = ((str(one.tag).removeprefix(name), one.text or "") for one in paragraph.iter())
        yield from "".join(text if tag == "t" else signs.get(tag, "") for tag, text in told).split("\n")


def lines_of_odt(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        content = package.read("content.xml").decode().rpartition("<office:text>")[2]
    content = re.sub(r"<text:note\b.*?</text:note>", NOTED, content, flags=re.DOTALL)
    content = re.sub(r"<draw:frame\b.*?</draw:frame>", DRAWN, content, flags=re.DOTALL)
    content = re.sub(r"<text:line-break ?/>|</text:[ph]>", "\n", content)
    yield from unescape(re.sub(r"<[^>]+>", "", content)).split("\n")


def lines_of_epub(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        names = sorted(one for one in package.namelist() if re.search(r"/ch\d+\.xhtml$", one))
        for name in names:
            page = package.read(name).decode()
            page = re.sub(r"<(aside|section)[^>]*footnote.*?</\1>", "", page, flags=re.DOTALL)
            yield from lines_of_html(f"<body>{page.partition('<body')[2].partition('>')[2]}")


def lines_of_markdown(path: Path) -> Iterator[str]:
    kinds = "commonmark+pipe_tables+footnotes"
    made = pypandoc.convert_text(path.read_text("utf-8"), "html", format=kinds, extra_args=["--wrap=none"])
    made = re.sub(r'<section class="footnotes.*', "", made, flags=re.DOTALL)
    yield from lines_of_html(f"<body>{made}")


def lines(path: Path) -> list[str]:
    """Return the lines that can be read in a file, blanks left out; footnotes are told by their sign."""
    readers = {".docx": lines_of_docx, ".odt": lines_of_odt, ".epub": lines_of_epub, ".md": lines_of_markdown}
    found = readers[path.suffix](path) if path.suffix in readers else lines_of_html(path.read_text("utf-8"))
    return bare(found)


def bare(found: Iterator[str]) -> list[str]:
    kept = (
        "".join(one for one in line if not one.isspace() and unicodedata.category(one) != "Cf")
        for line in found
    )
    return [one for one in kept if one]


def counted_away(told: list[str]) -> list[str]:
    """Return lines without the number of an entry: in some formats the number is the list's own."""
    return [re.sub(r"^\d+\.(?=\D)", "", one) for one in told]


@pytest.mark.parametrize("style", STYLES)
def test_that_every_block_comes_out_as_it_was_previewed(library: Library, style: str, tmp_path: Path) -> None:
    draft = whole(library)
    told = arguments_of(draft, style=style, preset="handout", contents=False)
    page = preview_html(library, request_from({"format": "html", "out": "x.html", **told}))
    previewed = bare(lines_of_html(page))
    listed = previewed.index("参考文献")
    entries = len(re.findall(r'class="reference"', page))
    previewed = previewed[1 : listed + 1 + entries]
    assert previewed[0] == "没有标题的开头。"
    assert sum(one == DRAWN for one in previewed) == 2
    for kind in ("docx", "odt", "epub", "md", "html"):
        path = tmp_path / f"a.{kind}"
        export(library, request_from({"format": kind, "out": str(path), **told}))
        found = lines(path)
        begins = found.index("没有标题的开头。")
        ends = max(n for n, one in enumerate(found) if one == "参考文献") + 1 + entries
        assert counted_away(found[begins:ends]) == counted_away(previewed), kind


def test_that_every_block_stands_on_the_pages_of_a_pdf(library: Library, tmp_path: Path) -> None:
    draft = whole(library)
    told = arguments_of(draft, style=STYLES[0], preset="handout", contents=False)
    page = preview_html(library, request_from({"format": "html", "out": "x.html", **told}))
    export(library, request_from({"format": "pdf", "out": str(tmp_path / "a.pdf"), **told}))
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        text = "".join(one.get_textpage().get_text_bounded() for one in document)
    text = "".join(bare(iter([re.sub(r"\d+ / \d+\s+整份文稿", "", text)])))
    at = text.index("没有标题的开头。")
    lost = []
    for line in bare(lines_of_html(page))[1:]:
        if line != DRAWN:
            place = text.find(line, at)
            lost += [line] if place < 0 else []
            at = max(at, place)
    assert lost == []
