"""What other programs tell is read field by field, and what is told to them is all that is known."""

from __future__ import annotations

import ctypes
import io
import json
from typing import Any
from urllib.parse import quote

import pypdfium2
import pytest
from pypdfium2 import raw

from corpus.annotation.foreign import pdf
from corpus.annotation.foreign.highlight import Highlight, colour_of_hex
from corpus.annotation.foreign.pdf import read_pdf_marks
from corpus.annotation.foreign.reading_apps import read_kindle, read_weread
from corpus.annotation.foreign.table import read_highlights
from corpus.annotation.foreign.zotero import is_zotero, read_zotero
from corpus.model.annotation import Annotation, Colour, MarkStyle, Selector
from corpus.model.errors import InputError
from tests.corpus.annotation.test_jsonld import minimal

WEREAD = """\ufeff《集市》

某人

3个笔记

第一章

◆ 第一句
第二行

第二章
◆ 2023/01/02发表想法
这里说得好。

再说一句。
原文：引的话
还有一行

◆ 发表想法
没有原文

◆
-- 来自微信读书
"""
KINDLE = """\ufeff集市 (某人)
- 您在位置 #10-13的标注 | 添加于 2023年1月2日

一句话
==========
集市 (某人)
- 您在位置 #12的笔记 | 添加于 2023年1月2日

记一笔
==========
集市 (某人)
- 您在位置 #13的笔记 | 添加于 2023年1月2日

又一笔
==========
集市 (某人)
- 您在位置 #14的笔记 | 添加于 2023年1月2日

别处的
==========
别的书
- Your Highlight at Location 12 | Added on Monday

another
line
==========
别的书
- 书签

==========
别的书
- 您在位置 #40的标注 | 添加于

==========
"""
ZOTERO = {
    "items": [
        {
            "title": "集市",
            "attachments": [
                {
                    "title": "a.pdf",
                    "annotations": [
                        {
                            "key": "K1", "annotationType": "underline", "annotationText": "一句话",
                            "annotationComment": "评", "annotationColor": "#a28ae5",
                            "dateAdded": "2023-01-02T03:04:05Z", "tags": [{"tag": "方法"}, "数据", {"tag": ""}],
                        },
                        {"annotationText": "  "},
                        {"annotationText": "又一句", "parentTitle": "上一级", "tags": "x"},
                    ],
                }
            ],
        }
    ]
}  # fmt: skip


def told(colour: str = "#a28ae5", key: str = "K1") -> str:
    return quote(json.dumps({"annotationKey": key, "color": colour}))


HTML = (
    "<h1>集市&amp;夜市<br>(2026/1/2)</h1>\n"
    f'<p><span class="underline" data-annotation="{told()}">“<b>一句</b>话”</span> '
    '<span class="citation" data-citation="x">(<span class="citation-item">某人, p. 1</span>)</span> '
    "评 &lt;一&gt;</p>\n"
    '<p><span class="highlight" data-annotation="%5B1%5D">“又一句”</span></p>\n'
    '<p><span class="highlight" data-annotation="%7B">“坏的”</span></p>'
)
PARAGRAPHS = (
    "<h1>集市 (2026)</h1><p>“一句话” "
    '(<a href="zotero://select/library/items/AB">某人, 2020</a>) '
    '(<a href="zotero://open-pdf/library/items/CD?page=1&amp;annotation=K1">pdf</a>) 评一</p><p>别的 &amp; 话</p>'
)
MARKDOWN = (
    "# 集市 (2026)  \n\n“一句话” ([某人, 2020](zotero://select/library/items/AB)) "
    "([pdf](zotero://open-pdf/library/items/CD?page=1&annotation=K1)) 评一\n"
    "“又一句” ([某人](zotero://select/library/items/EF))\n"
)


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (
            read_weread,
            WEREAD,
            [
                Highlight("集市", "第一句\n第二行"),
                Highlight("集市", "引的话\n还有一行", "这里说得好。\n再说一句。", where="想法 1"),
                Highlight("集市", "", "没有原文", where="想法 2"),
            ],
        ),
        (read_weread, "\n  没有书名号 \n\n◆ 一句\n", [Highlight("没有书名号", "一句")]),
        (
            read_kindle,
            KINDLE,
            [
                Highlight("集市", "一句话", "记一笔\n又一笔", where="10-13"),
                Highlight("别的书", "another\nline", where="12-12"),
            ],
        ),
        (
            read_zotero,
            "\ufeff" + json.dumps(ZOTERO),
            [
                Highlight(
                    "集市", "一句话", "评", Colour.PURPLE, underline=True, tags=("方法", "数据"),
                    made="2023-01-02T03:04:05Z", where="K1",
                ),
                Highlight("上一级", "又一句"),
            ],
        ),
        (read_zotero, "{", []),
        (
            read_zotero,
            MARKDOWN.partition("\n\n")[2],
            [Highlight("", "一句话", "评一", where="K1"), Highlight("", "又一句")],
        ),
        (
            read_zotero,
            HTML,
            [
                Highlight("集市&夜市", "一句话", "评 <一>", Colour.PURPLE, underline=True, where="K1"),
                Highlight("集市&夜市", "又一句"),
                Highlight("集市&夜市", "坏的"),
            ],
        ),
        (read_zotero, HTML.partition("\n")[2].replace("<b>一句</b>话", "x"), [
            Highlight("", "x", "评 <一>", Colour.PURPLE, underline=True, where="K1"),
            Highlight("", "又一句"), Highlight("", "坏的"),
        ]),
        (read_zotero, PARAGRAPHS, [Highlight("集市", "一句话", "评一", where="K1")]),
        (
            read_zotero,
            MARKDOWN,
            [Highlight("集市", "一句话", "评一", where="K1"), Highlight("集市", "又一句")],
        ),
    ],
)  # fmt: skip
def test_that_every_field_of_a_highlight_is_read(read: Any, text: str, expected: list[Highlight]) -> None:
    assert list(read(text)) == expected


@pytest.mark.parametrize(("depth", "found"), [(0, 1), (12, 1), (13, 0)])
def test_that_lists_within_lists_are_followed_twelve_deep(depth: int, found: int) -> None:
    node: Any = {"annotationText": "深处"}
    for _ in range(depth):
        node = [node]
    assert len(list(read_zotero(json.dumps(node)))) == (found if depth else 1)


@pytest.mark.parametrize(
    "text", ["zotero://select", '<span data-annotation="', '{"annotationText": 1}', "annotationType"]
)
def test_that_any_sign_of_zotero_is_known(text: str) -> None:
    assert is_zotero(f"前{text}后")
    assert not is_zotero("前后")


@pytest.mark.parametrize("title", ["# 笔记\n\n", ""])
@pytest.mark.parametrize("cited", ["“引语” (李明, 2020, p. 3)\n", "只是一段话。\n"])
def test_that_plain_notes_of_zotero_are_known_by_their_title_and_a_citation(title: str, cited: str) -> None:
    assert is_zotero(title + cited) is (bool(title) and cited.startswith("“"))


@pytest.mark.parametrize(
    ("hexed", "colour"),
    [
        ("#ffd400", Colour.YELLOW), ("#ff6666", Colour.RED), ("5fb236", Colour.GREEN), (" #2ea8e5 ", Colour.BLUE),
        ("#a28ae5ff", Colour.PURPLE), ("#e56eee", Colour.MAGENTA), ("#f19837", Colour.ORANGE), ("#aaaaaa", Colour.GREY),
        ("#fff", Colour.YELLOW), ("#zzzzzz", Colour.YELLOW), ("", Colour.YELLOW), ("#ff0000", Colour.RED),
        ("#00ff00", Colour.GREEN), ("#0000ff", Colour.BLUE),
    ],
)  # fmt: skip
def test_that_a_colour_is_the_nearest_of_ours(hexed: str, colour: Colour) -> None:
    assert colour_of_hex(hexed) is colour


def test_that_a_highlight_becomes_a_note_that_is_the_same_each_time() -> None:
    one = Highlight("书", "话", "评", Colour.RED, underline=True, tags=("签",), made="2023", where="1")
    read = one.as_read("Kindle")
    assert (read.source, read.title) == ("Kindle", "书")
    note = read.annotation
    assert note == Annotation(
        note.id,
        "",
        Selector("话"),
        None,
        Colour.RED,
        MarkStyle.UNDERLINE,
        "评",
        ("签",),
        created="2023",
        modified="2023",
    )
    assert one.as_read("Kindle").annotation.id == note.id
    other = [
        Highlight("书二", "话", "评", where="1"), Highlight("书", "话二", "评", where="1"),
        Highlight("书", "话", "评", where="2"), Highlight("书", "话", "评"), Highlight("书", "话", "评二"),
    ]  # fmt: skip
    ids = {
        note.id,
        one.as_read("WeRead").annotation.id,
        *(each.as_read("Kindle").annotation.id for each in other),
    }
    assert len(ids) == 7
    assert Highlight("书", "话").as_read("x").annotation.style is MarkStyle.HIGHLIGHT


@pytest.mark.parametrize(
    ("data", "program", "words"),
    [(WEREAD, "weread", "第一句\n第二行"), (KINDLE, "kindle", "一句话"), (MARKDOWN, "zotero", "一句话")],
)
def test_that_a_file_is_read_by_the_reader_of_its_program(data: str, program: str, words: str) -> None:
    first = read_highlights(data.encode(), "a.txt")[0]
    assert (first.source, first.annotation.selector.exact) == (program, words)
    assert read_highlights(minimal(bodyValue="话").encode(), "a.jsonld")[0].annotation.note == "话"


def test_that_a_file_of_a_program_without_a_highlight_is_named() -> None:
    for text in ("zotero://select", "{"):
        with pytest.raises(InputError) as caught:
            read_highlights(text.encode(), "甲.md")
        assert (caught.value.kind, caught.value.values["path"]) == ("bad_annotation_file", "甲.md")


def pdf_with_marks() -> bytes:
    """Return two pages with a word each and marks on the second: two underlined lines, no words, no mark at all."""
    document = pypdfium2.PdfDocument.new()
    for page in (document.new_page(200, 200), document.new_page(200, 200)):
        text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", ctypes.c_float(20))
        raw.FPDFText_SetText(text, (ctypes.c_ushort * 6)(*map(ord, "words"), 0))
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 50, 100)
        raw.FPDFPage_InsertObject(page, text)
        raw.FPDFPage_GenerateContent(page)
    for kind, place, colour in (
        (raw.FPDF_ANNOT_SQUARE, (45, 90, 110, 130), None), (raw.FPDF_ANNOT_HIGHLIGHT, (0, 0, 20, 20), None),
        (raw.FPDF_ANNOT_UNDERLINE, (45, 95, 110, 120), (0xA2, 0x8A, 0xE5)),
        (raw.FPDF_ANNOT_HIGHLIGHT, (45, 95, 110, 120), None),
    ):  # fmt: skip
        mark = raw.FPDFPage_CreateAnnot(page, kind)
        left, low, right, high = place
        quad = raw.FS_QUADPOINTSF(left, high, right, high, left, low, right, low)
        raw.FPDFAnnot_AppendAttachmentPoints(mark, ctypes.byref(quad))
        if colour:
            raw.FPDFAnnot_SetColor(mark, raw.FPDFANNOT_COLORTYPE_Color, *colour, 255)
            raw.FPDFAnnot_SetStringValue(
                mark, b"Contents", (ctypes.c_ushort * 4)(ord("评"), ord("一"), ord(" "), 0)
            )
        raw.FPDFPage_CloseAnnot(mark)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_that_the_marks_of_a_pdf_are_read_with_page_colour_and_words() -> None:
    assert list(read_pdf_marks(pdf_with_marks(), "题")) == [
        Highlight("题", "words", "评一", Colour.PURPLE, underline=True, where="2.2"),
        Highlight("题", "words", where="2.3"),
    ]
    (first, second) = read_highlights(pdf_with_marks(), "/文/甲.pdf")
    assert (first.title, first.source, second.annotation.note) == ("甲", "pdf", "")


def page_with(words: str, boxes: list[tuple[int, int, int, int]]) -> bytes:
    """Return a page with a line of words and highlights in boxes: left, foot, right, head."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(400, 200)
    text = raw.FPDFPageObj_NewTextObj(document, b"Courier", ctypes.c_float(10))
    raw.FPDFText_SetText(text, (ctypes.c_ushort * (len(words) + 1))(*map(ord, words), 0))
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 50, 100)
    raw.FPDFPage_InsertObject(page, text)
    raw.FPDFPage_GenerateContent(page)
    for left, low, right, high in boxes:
        mark = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
        quad = raw.FS_QUADPOINTSF(left, high, right, high, left, low, right, low)
        raw.FPDFAnnot_AppendAttachmentPoints(mark, ctypes.byref(quad))
        raw.FPDFPage_CloseAnnot(mark)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_that_words_under_a_mark_keep_the_blanks_between_them() -> None:
    whole, first = (45, 95, 390, 115), (45, 95, 86, 115)
    marks = list(read_pdf_marks(page_with("ab c  def gh", [whole, first]), "题"))
    assert [one.words for one in marks] == ["ab c def gh", "ab c"]


def test_that_no_more_marks_are_read_than_a_person_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = page_with("abc", [(45, 95, 90, 115)] * 5)
    for most in (1, 3, 5):
        monkeypatch.setattr(pdf, "_MOST", most)
        assert len(list(read_pdf_marks(data, "题"))) == most


def test_that_a_clipping_nobody_can_read_hides_none_behind_it() -> None:
    broken = "集市 (某人)\n- 您在某处的标注\n\n一句话\n==========\n==========\n"
    (one,) = read_kindle(
        broken + "集市 (某人)\n- 您在位置 #20-23的标注 | 添加于 2023年1月2日\n\n第二句话\n==========\n"
    )
    assert (one.words, one.where) == ("第二句话", "20-23")


def test_that_a_thought_of_an_older_export_is_kept_where_no_words_follow_it() -> None:
    text = "《集市》\n某人\n2个笔记\n◆ 第一章\n>> 一句话\n2023/01/02 发表想法\n没有原文的想法\n"
    assert [(one.words, one.note) for one in read_weread(text)][-1] == ("", "没有原文的想法")
