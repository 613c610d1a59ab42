"""Paragraphs a file sets apart as quoted are known as such, whatever says so."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest

from corpus.importing.office.docx import read_docx
from corpus.importing.office.docx_styles import read_styles
from corpus.importing.office.pandoc_tree import TreeReader
from corpus.importing.processes.wire import packed, unpacked
from corpus.importing.text_files.markdown import read_markdown
from corpus.importing.titles import titled
from corpus.importing.web.page import read_html
from corpus.importing.xml_tree import parse_xml
from corpus.model.source import SourceDocument
from tests.corpus.importing.making import docx, paragraph

QUOTED = "海里的规矩比岸上的多。"
TOLD = "老船工在石阶上坐了一下午，把几十年前的事从头说了一遍。"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{rest}</w:style>'
    '<w:style w:type="paragraph" w:styleId="child"><w:name w:val="自定"/><w:basedOn w:val="{id}"/></w:style>'
)


def words_quoted(document: SourceDocument) -> list[str]:
    """Return the paragraphs set apart, as they are once the document has been to another process and back."""
    there = unpacked(packed(titled(document, "稿")))
    return [one.of(there.text) for one in there.quotations]


def of_style(name: str, rest: str = "", own: str = "", style: str = "child") -> SourceDocument:
    body = paragraph(TOLD) + paragraph(QUOTED, f'<w:pStyle w:val="{style}"/>{own}') + paragraph(TOLD)
    return read_docx(docx(body, styles=STYLES.format(id="mine", name=name, rest=rest)))


@pytest.mark.parametrize(
    "name", ["Quote", "Intense Quote", "Block Text", "Quotations", "引用", "明显引用", "长引文"]
)
def test_a_style_that_says_so_sets_a_paragraph_apart(name: str) -> None:
    assert words_quoted(of_style(name)) == [QUOTED]


@pytest.mark.parametrize(
    ("rest", "own", "apart"),
    [
        ('<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>', "", True),
        ('<w:pPr><w:ind w:left="720"/></w:pPr>', '<w:ind w:rightChars="200"/>', True),
        ("", '<w:ind w:leftChars="0" w:left="480" w:end="480"/>', True),
        ('<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>', '<w:ind w:left="0"/>', False),
        ("", '<w:ind w:left="720" w:firstLine="480"/>', False),
        ("", '<w:ind w:firstLineChars="200"/>', False),
    ],
)
def test_margins_on_both_sides_set_a_paragraph_apart(rest: str, own: str, apart: bool) -> None:
    assert words_quoted(of_style("正文缩进", rest, own)) == ([QUOTED] if apart else [])


def test_where_all_is_set_in_nothing_is_set_apart() -> None:
    both = '<w:ind w:left="400" w:right="400"/>'
    body = "".join(paragraph(text, both) for text in (TOLD, QUOTED, TOLD))
    assert words_quoted(read_docx(docx(body))) == []


def of_pandoc() -> SourceDocument:
    para = {"t": "Para", "c": [{"t": "Str", "c": QUOTED}]}
    blocks = list(TreeReader().read([{"t": "BlockQuote", "c": [para]}]))
    assert [one.quoted for one in blocks] == [True]
    return of_style("Quote")


@pytest.mark.parametrize(
    "made",
    [
        lambda: read_markdown(f"# 稿\n\n{TOLD}\n\n> {QUOTED}\n\n{TOLD}\n".encode()),
        lambda: read_markdown(f"# 稿\n\n- {TOLD}\n\n  > {QUOTED}\n\n{TOLD}\n".encode()),
        lambda: read_html(
            f"<html><body><h1>稿</h1><p>{TOLD}</p><blockquote><p>{QUOTED}</p></blockquote><p>{TOLD}</p></body></html>".encode()
        ),
        of_pandoc,
    ],
)  # fmt: skip
def test_a_quotation_of_any_markup_is_set_apart(made: Callable[[], SourceDocument]) -> None:
    assert words_quoted(made()) == [QUOTED]


def test_what_is_exported_as_a_quotation_is_one_when_it_comes_back() -> None:
    root = parse_xml(
        files("resources")
        .joinpath("export/docx/styles.xml")
        .read_text("utf-8")
        .replace("$quotes", "")
        .encode()
    )
    assert read_styles(root)["BlockText"].is_quoted(None)
    (indents,) = root.xpath("//*[@*[local-name()='styleId']='BlockText']//*[local-name()='ind']")
    told = {key.rpartition("}")[2]: amount for key, amount in indents.attrib.items()}
    assert told["firstLine"] == told["left"] == told["right"]  # one line stands further in than a paragraph
