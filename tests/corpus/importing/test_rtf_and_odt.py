"""Rich text and OpenDocument texts come in as they show, letter by letter."""

from __future__ import annotations

import pytest

from corpus.importing.office.odt_fields import fields_as_words
from corpus.importing.office.pandoc_reader import read_odt, read_rtf
from corpus.importing.xml_tree import parse_xml
from corpus.model.errors import InputError
from tests.corpus.importing.making import zipped


def test_rich_text_is_read_and_anything_else_under_its_name_is_damaged() -> None:
    data = rb"{\rtf1\ansi\ansicpg936 \u38598?\u24066?\par {\b \u23458?}\par}"
    assert read_rtf(data).text == "集市\n客"
    with pytest.raises(InputError) as caught:
        read_rtf(b"plain")
    assert caught.value.kind == "damaged"


def test_that_notes_and_headings_as_libreoffice_writes_them_are_read() -> None:
    data = (
        rb"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s2\sbasedon0\fs36\b Heading 2;}{\s12\sbasedon0 Text;}}"
        rb"\pard\plain \s2\b \u29983?\par\pard\plain \s12 \u29983?"
        rb"{\super\chftn{\*\footnote \chftn\pard\plain \s12 \u27880?}}\u28779?\par}"
    )
    document = read_rtf(data)
    assert document.text == "生\n生[1]火\n[1] 注"
    assert [(one.text, one.level) for one in document.headings] == [("生", 2)]


def test_that_headings_numbered_as_lists_are_headings_with_their_numbers() -> None:
    data = (
        rb"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Heading 1;}}"
        rb"\pard\plain \s1\ilvl0\outlinelevel0\b{\listtext\pard\plain \tab}\ls1 \u29983?\par"
        rb"{\listtext\pard\plain\s1 2.\tab}\pard\plain \s1\ls2\outlinelevel0 \u28779?\par \pard\plain \s0 \u27880?\par}"
    )
    document = read_rtf(data)
    assert document.text == "生\n2. 火\n注"
    assert [(one.text, one.level) for one in document.headings] == [("生", 1), ("2. 火", 1)]


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
        (
            (
                rb"{\rtf1\ansi a{\field{\*\fldinst {FORMCHECKBOX }{{\*\formfield{\fftype1\ffres25\ffdefres1}}}}"
                rb"{\fldrslt }}b{\field{\*\fldinst { FORMCHECKBOX }}{\fldrslt {}}}c\par}"
            ),
            "a☑b□c",
        ),
        (rb"{\rtf1\ansi x{\field{\*\fldinst eq \\o\\ad(\\s\\up 11(h\u224?n),\u27721?)}}{\b y}\par}", "x汉y"),
        (
            rb"{\rtf1\ansi A{\shp{\*\shpinst{\shptxt B\par}}{\shprslt{\*\do{\dptxbxtext X}}}}C\par D\par}",
            "AC\nB\nD",
        ),
        (rb"{\rtf1\ansi A{\*\do\dptxbx{\dptxbxtext \pard B\par}}}", "A\nB"),
        (
            (
                rb"{\rtf1\ansi\trowd\cellx1\cellx2\pard\intbl A{\shp{\*\shpinst{\shptxt\pard B\par}}}\cell C\cell"
                rb"\row\pard D\par}"
            ),
            "AB\tC\nD",
        ),
        (
            (
                rb"{\rtf1\ansi\trowd\cellx1\cellx2\pard\intbl X\cell\pard\intbl A\par\pard\intbl\itap2 n1\nestcell n2"
                rb"\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}\pard\intbl\itap2 m1"
                rb"\nestcell m2\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}\pard\intbl"
                rb"\itap1 Y\cell\row\pard D\par}"
            ),
            "X\tAn1n2m1m2Y\nD",
        ),
        (
            (
                rb"{\rtf1\ansi A{\*\atnauthor N}\chatn{\*\annotation{\*\atnref 1}{\*\atndate 9}\pard\plain see 3\par 4}"
                rb"B\par}"
            ),
            "AB\n[批注1]see34",
        ),
        (
            (
                rb"{\rtf1\ansi A\par{\field{\*\fldinst {TOC \\o \"1-3\"}}{\fldrslt {{\field{\*\fldinst HYPERLINK \"x\"}"
                rb"{\fldrslt B 3}}\par}}}C{\field{\*\fldinst HYPERLINK \"x\"}{\fldrslt D}}\par}"
            ),
            "A\nCD",
        ),
        (rb"{\rtf1\ansi\trowd\cellx1\pard\intbl A\par B\cell\row\pard D\par}", "A\nB\nD"),
        (rb"{\rtf1\ansi A{\pict\pngblip\picw1\pich1 89504e470d0a1a0a}B\par}", "AB"),
        (rb"{\rtf1\ansi{\header H{\shp{\*\shpinst{\shptxt B\par}}}\par}A\par}", "A"),
        (rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \u123?7\par}", "café {7"),
    ],
)
def test_that_letters_of_rtf_come_in_and_no_digit_behind_them_is_lost(rtf: bytes, text: str) -> None:
    assert read_rtf(rtf).text.replace(" ", "") == text.replace(" ", "")


def odt(body: str, **parts: str) -> bytes:
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
        **parts,
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
                "<table:table><table:table-header-rows><table:table-row><table:table-cell "
                "table:number-rows-spanned='2'><text:p>县</text:p></table:table-cell><table:table-cell>"
                "<text:p>上年</text:p></table:table-cell></table:table-row></table:table-header-rows>"
                "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>12</text:p></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ["县\t上年", "\t12"],
        ),
        (
            (
                "<text:p>甲<office:annotation><text:p>此处</text:p><text:p>待查</text:p></office:annotation>乙</text:p>"
                "<text:p>丙</text:p>"
            ),
            ["甲乙", "丙", "[批注1] 此处 待查"],
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
                "<text:p>复核<text:fieldmark text:type='FORMCHECKBOX'><text:param text:value='true'/></text:fieldmark>"
                "是<text:fieldmark text:type='x.FORMCHECKBOX'/>否</text:p>"
                "<table:table><table:table-row><table:table-cell><text:p>留</text:p></table:table-cell></table:table-row>"
                "<table:table-row><table:table-cell><text:p><text:change/></text:p></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ["复核☑是□否", "留"],
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


def test_that_a_chart_of_a_text_document_is_its_title_and_its_figures() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<b:table-cell><t:p>{one}</t:p></b:table-cell>" for one in cells)
        return f"<b:table-row>{inside}</b:table-row>"

    name = "urn:oasis:names:tc:opendocument:xmlns"
    chart = (
        f'<c:chart xmlns:c="{name}:chart:1.0" xmlns:t="{name}:text:1.0" xmlns:b="{name}:table:1.0"><c:title>'
        "<t:p>产量</t:p></c:title><c:plot-area/><b:table>"
        f"{row('', '甲县')}{row('2023年', '14.25')}{row('2024年', 'NaN')}</b:table></c:chart>"
    )
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    data = odt(f"<text:p>前{frame}文</text:p><text:p>后文</text:p>", **{"Object 1/content.xml": chart})
    assert read_odt(data).text.split("\n") == ["前文", "产量", "\t甲县", "2023年\t14.25", "2024年\t", "后文"]


@pytest.mark.parametrize(("told", "blanks"), [("3", 3), ("100", 100), ("100000000", 100), ("9" * 5000, 100)])
def test_that_a_sign_for_many_blanks_stands_for_no_more_than_anybody_writes(told: str, blanks: int) -> None:
    content = parse_xml(
        b'<text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:s text:c="%b"/></text:p>'
        % told.encode()
    )
    fields_as_words(content)
    assert list(content[0].attrib.values()) == [str(blanks)]
    assert read_odt(odt(f'<text:p>甲<text:s text:c="{told}"/>乙</text:p>')).text.startswith("甲")
