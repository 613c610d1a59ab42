"""Rich text and OpenDocument texts come in as they show, letter by letter."""

from __future__ import annotations

import pytest

from corpus.importing.office.pandoc_reader import read_odt, read_rtf
from corpus.model.errors import InputError
from tests.corpus.importing.making import zipped


def test_rich_text_is_read_and_anything_else_under_its_name_is_damaged() -> None:
    data = rb"{\rtf1\ansi\ansicpg936 \u38598?\u24066?\par {\b \u23458?}\par}"
    assert read_rtf(data).text == "集市\n客"
    with pytest.raises(InputError) as caught:
        read_rtf(b"plain")
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi \u20026?62%\par}", "为62%"),
        (rb"{\rtf1\ansi {\uc2\u20026\'ce\'aa62}{\uc0\u20026 }5\par}", "为62为5"),
        (rb"{\rtf1\ansi \u20026\'3f62 \u-10187?\u-9167?7\par}", "为62 𝐱7"),
        (rb"{\rtf1\ansi\ansicpg936\pard \'bd\'e1\'ca\'f8 12\par}", "结束12"),
        (rb"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset134 B;}}\f0 x\'93y\'94 {\f1\'b6\'c9}\par}", "x“y” 渡"),
        (rb"{\rtf1\ansi A{\f0\deleted\revauthdel1 1{\b 2}9}34\deleted 5\deleted0 6\par}", "A346"),
        (rb"{\rtf1\ansi {\b\u12298?A\u12299?}{\fs24+5}{\b.5}{\fs24\'d7}\par}", "《A》+5.5×"),
        (rb"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset2 Symbol;}}{\f1\'b3}5{\f1\u-3919?}3\par}", "≥5±3"),
        (rb"{\rtf1\ansi 2{\field{\*\fldinst EQ \\f(1,2)}{\fldrslt }}7\par}", "21/27"),
        (rb"{\rtf1\ansi x{\field{\*\fldinst eq \\o\\ad(\\s\\up 11(h\u224?n),\u27721?)}}{\b y}\par}", "x汉y"),
        (rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \u123?7\par}", "café {7"),
    ],
)
def test_that_letters_of_rtf_come_in_and_no_digit_behind_them_is_lost(rtf: bytes, text: str) -> None:
    assert read_rtf(rtf).text.replace(" ", "") == text.replace(" ", "")


def odt(body: str) -> bytes:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
            ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        )
    ) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
    content = f"<office:document-content{names}><office:body><office:text>{body}</office:text></office:body>"
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content + "</office:document-content>",
        "styles.xml": f"<office:document-styles{names}><office:styles/></office:document-styles>",
        "META-INF/manifest.xml": "<manifest/>",
    })  # fmt: skip


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            (
                "<text:p>集市<draw:frame><draw:text-box><text:p>旁注一</text:p><text:p>旁注二</text:p></draw:text-box>"
                "</draw:frame>月报</text:p><text:p>客流</text:p>"
            ),
            ["集市月报", "旁注一", "旁注二", "客流"],
        ),
        (
            (
                "<text:p>收成<draw:frame><draw:text-box><text:p>甲</text:p></draw:text-box></draw:frame>"
                "<draw:frame><draw:text-box><text:p>乙</text:p></draw:text-box></draw:frame></text:p>"
            ),
            ["收成", "甲", "乙"],
        ),
        (
            "<text:p>收成<draw:custom-shape><text:p>框里的话</text:p></draw:custom-shape>好</text:p>",
            ["收成好", "框里的话"],
        ),
        (
            (
                "<table:table><table:table-row><table:table-cell><text:p>外</text:p><table:table><table:table-row>"
                "<table:table-cell><text:p>里一</text:p></table:table-cell><table:table-cell><text:p>里二</text:p>"
                "</table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell>"
                "<text:p>旁</text:p></table:table-cell></table:table-row></table:table><text:p>完</text:p>"
            ),
            ["外 里一 里二\t旁", "完"],
        ),
        (
            (
                "<table:table><table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>县</text:p>"
                "</table:table-cell><table:table-cell><text:p>上年</text:p></table:table-cell></table:table-row>"
                "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>12</text:p></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ["县\t上年", "\t12"],
        ),
        (
            (
                "<text:p>截至<text:date>6月</text:date>，<text:span>表<text:sequence>3</text:sequence></text:span>有"
                "<text:ruby><text:ruby-base>粟</text:ruby-base><text:ruby-text>sù</text:ruby-text></text:ruby>"
                "<text:variable-get>62</text:variable-get>石</text:p>"
                "<text:numbered-paragraph><text:p>附记</text:p></text:numbered-paragraph>"
                "<table:table><table:table-row table:number-rows-repeated='2'>"
                "<table:table-cell table:number-columns-repeated='2'><text:p>重</text:p></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ["截至6月，表3有粟62石", "附记", "重\t重", "重\t重"],
        ),
        (
            (
                "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
                "<text:p>共1<text:span text:style-name='T1'>9</text:span>2家</text:p>"
            ),
            ["共12家"],
        ),
    ],
)
def test_boxes_and_inner_tables_of_a_text_document_are_read(body: str, lines: list[str]) -> None:
    assert [one for one in read_odt(odt(body)).text.split("\n") if one] == lines
