"""Documents of Word come in as they show: numbers it writes by itself, notes, tables, boxes, fields, formulas."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from corpus.importing.blocks.list_numbers import chinese, written
from corpus.importing.office.docx import read_docx
from corpus.model.errors import InputError
from tests.corpus.importing.making import docx, paragraph, relations, zipped

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = (
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="小标题"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="基"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_numbers_a_word_processor_writes_by_itself_stand_in_the_text() -> None:
    second = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph("集市月报", styled("T"))
        + paragraph("客流", styled("H"))
        + paragraph("早市", second)
        + paragraph("晚市", second)
        + paragraph("收成", styled("H"))
        + paragraph("粮食", second)
        + paragraph("附带说明", styled("K"))
    )
    document = read_docx(docx(body, styles=STYLES, numbering=NUMBERING))
    assert document.text.split("\n") == [
        "集市月报", "一、客流", "1. 早市", "2. 晚市", "二、收成", "1. 粮食", "附带说明",
    ]  # fmt: skip
    assert [(one.level, one.text) for one in document.headings] == [
        (1, "集市月报"), (1, "一、客流"), (1, "二、收成"), (2, "附带说明"),
    ]  # fmt: skip


def test_deleted_text_is_out_inserted_text_and_notes_are_in() -> None:
    body = (
        "<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>，加入</w:t></w:r></w:ins><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>显示</w:t></w:r></w:p>"
    )
    notes = "<w:footnote w:id='2'><w:p><w:r><w:t>见县志。</w:t></w:r></w:p></w:footnote>"
    comments = "<w:comment w:id='0'><w:p><w:r><w:t>此处待查</w:t></w:r></w:p></w:comment>"
    text = read_docx(docx(body, footnotes=notes, comments=comments)).text
    assert text.split("\n") == ["留下，加入[1]", "显示", "[1] 见县志。", "[批注1] 此处待查"]


def test_tables_are_rows_of_cells_whose_places_are_kept() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    body = (
        paragraph("年表")
        + "<w:tbl>"
        + row(paragraph("年份"), paragraph("粮"), paragraph("棉"))
        + row(paragraph("2021"), wide + paragraph("12.5"))
        + "</w:tbl>"
        + paragraph("完了。")
    )
    document = read_docx(docx(body))
    (table,) = document.tables
    assert table.span.of(document.text) == "年份\t粮\t棉\n2021\t12.5\t"


ENTRIES = "<w:listEntry w:val='无'/><w:listEntry w:val='有'/>"


def gone(kind: str = "del") -> str:
    """Return settings of a paragraph whose end was deleted or moved away."""
    return f"<w:rPr><w:{kind}/></w:rPr>"


def run(text: str, settings: str = "") -> str:
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(*inside: str) -> str:
    return f"<w:tc>{''.join(inside)}</w:tc>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("平均年龄为", gone()) + paragraph("41.6岁。"), ["平均年龄为41.6岁。"]),
        (paragraph("甲", gone()) + paragraph("乙", gone("moveFrom")) + paragraph("丙"), ["甲乙丙"]),
        (f"<w:p><w:pPr>{gone()}</w:pPr><w:del>{run('旧')}</w:del></w:p>" + paragraph("新"), ["新"]),
        (paragraph("末段", gone()), ["末段"]),
        (
            f"<w:tbl><w:tr>{cell(paragraph('格', gone()))}{cell(paragraph('12'))}</w:tr></w:tbl>{paragraph('后')}",
            ["格\t12", "后"],
        ),
        (
            paragraph("表前", gone()) + f"<w:tbl><w:tr>{cell(paragraph('甲'))}{cell()}</w:tr></w:tbl>",
            ["表前", "甲\t"],
        ),
        (
            f"<w:tbl><w:tr>{cell(paragraph('专栏'), paragraph('客流3,400人次。'))}</w:tr></w:tbl>",
            ["专栏", "客流3,400人次。"],
        ),
        (
            "<w:tbl><w:tr>" + cell(paragraph("年")) + cell(paragraph("户")) + "</w:tr><w:tr><w:trPr>"
            "<w:gridBefore w:val='1'/></w:trPr>" + cell(paragraph("12")) + "</w:tr></w:tbl>",
            ["年\t户", "\t12"],
        ),
        (paragraph("目录", styled("CH")) + paragraph("一、客流 3", styled("C")) + paragraph("客流"), ["客流"]),
        (f"<w:p>{run('gdp', '<w:caps/>')}{run('为12')}</w:p>", ["GDP为12"]),
        ("<w:p><w:r><w:pict><shape><textpath string='集市简报'/></shape></w:pict></w:r></w:p>", ["集市简报"]),
    ],
)  # fmt: skip
def test_that_a_document_is_read_as_it_stands_in_the_end(body: str, lines: list[str]) -> None:
    contents = (
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="CH"><w:name w:val="TOC Heading"/></w:style>'
    )
    assert read_docx(docx(body, styles=contents)).text.split("\n") == lines


@pytest.mark.parametrize(
    ("code", "data", "shown"),
    [
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☑是"),
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='0'/></w:checkBox>", "□是"),
        ("FORMDROPDOWN", f"<w:ddList><w:result w:val='1'/>{ENTRIES}</w:ddList>", "有是"),
        ("FORMDROPDOWN", f"<w:ddList><w:result w:val='7'/>{ENTRIES}</w:ddList>", "是"),
    ],
)  # fmt: skip
def test_that_what_was_filled_in_a_form_is_read(code: str, data: str, shown: str) -> None:
    begin = f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
    rest = f"<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    assert read_docx(docx(f"<w:p>{begin}{rest}{run('是')}</w:p>")).text == shown


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>外面</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read_docx(docx(body)).text == "外面\n框里的话"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04 nothing", "damaged"),
        (zipped({"a.txt": "x"}), "damaged"),
        (docx("<w:p>"), "damaged"),
        (docx("") .replace(b"word", b"ward"), "damaged"),
        (docx("<w:p/>"), "no_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped({"_rels/.rels": relations(("r", "officeDocument", "d.xml")), "d.xml": b"0" * 30_000_000}), "hostile"),
        (
            zipped(
                {
                    "_rels/.rels": relations(("r", "officeDocument", "d.xml")),
                    "d.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>',
                }
            ),
            "hostile",
        ),
    ],
)  # fmt: skip
def test_each_fault_of_an_office_file_has_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        read_docx(data)
    assert caught.value.kind == kind


def test_chinese_numbers_count_as_people_do() -> None:
    assert [chinese(n) for n in (1, 10, 11, 20, 21, 105, 110, 1003)] == [
        "一", "十", "十一", "二十", "二十一", "一百零五", "一百一十", "一千零三",
    ]  # fmt: skip
    assert [written(4, form) for form in ("lowerRoman", "upperLetter", "decimalEnclosedCircle", "unknown")] == [
        "iv", "D", "④", "4",
    ]  # fmt: skip


def test_a_file_all_of_whose_text_was_struck_says_what_was_struck() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>旧约</w:delText></w:r></w:del></w:p>"
    moved = "<w:p><w:moveFrom><w:ins><w:r><w:t>移走的话</w:t></w:r></w:ins></w:moveFrom></w:p>"
    assert read_docx(docx(deleted + moved)).text.split("\n") == ["[删去] 旧约", "[删去] 移走的话"]
    assert read_docx(docx(deleted + paragraph("新约"))).text == "新约"


def test_that_the_day_a_file_was_made_is_no_date_of_what_it_says() -> None:
    core = '<c xmlns:d="http://purl.org/dc/terms/"><d:created>2021-05-06T08:00:00Z</d:created></c>'
    data = BytesIO(docx(paragraph("集市月报")))
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("docProps/core.xml", core)
    assert not [one for one in read_docx(data.getvalue()).record if one.field == "issued"]


@pytest.mark.parametrize(
    ("settings", "text", "shown"),
    [
        ("<w:vertAlign w:val='superscript'/>", "3", "³"),
        ("<w:vertAlign w:val='superscript'/>", "[3]", "[3]"),
        ("<w:vertAlign w:val='superscript'/>", "注", "注"),
        ("<w:position w:val='8'/><w:sz w:val='19'/>", "12", "¹²"),
        ("<w:position w:val='8'/>", "12", "12"),
        ("<w:vertAlign w:val='subscript'/>", "2", "2"),
    ],
)
def test_that_a_raised_digit_runs_into_no_number(settings: str, text: str, shown: str) -> None:
    body = (
        f"<w:p><w:r><w:t>增加值</w:t></w:r><w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"
        "<w:r><w:t>12.5亿元</w:t></w:r></w:p>"
    )
    assert read_docx(docx(body)).text == f"增加值{shown}12.5亿元"


def field(code: str, inner: str = "", shown: str = "") -> str:
    """Return a field with its code, another one within the code, and the words it was last shown as."""
    marks = [f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")]
    words = f"<w:r><w:t>{shown}</w:t></w:r>" if shown else ""
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{inner}{marks[1]}{words}{marks[2]}"


def omml(**parts: str) -> str:
    """Return a formula of one kind with these parts: ``omml(f="num den", num="1", den="2")``."""
    (kind, names), *_rest = parts.items()
    inside = "".join(
        f"<m:{name}><m:r><m:t>{parts.get(name, '')}</m:t></m:r></m:{name}>" for name in names.split()
    )
    return f"<m:oMath xmlns:m='m'><m:{kind}>{inside}</m:{kind}></m:oMath>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>53</w:t></w:r><w:r><w:t>46元</w:t></w:r>", "53 46元"),
        ("<w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>34</w:t></w:r>", "12 34"),
        ("<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>53</w:t></w:r><w:r><w:t>46元</w:t></w:r>", "5346元"),
        (omml(f="num den", num="1", den="2"), "1/2"),
        (omml(sSup="e sup", e="x", sup="2"), "x²"),
        (omml(rad="deg e", e="a+b"), "√(a+b)"),
        (f"<w:r><w:t>2</w:t></w:r>{omml(f='num den', num='1', den='2')}<w:r><w:t>5</w:t></w:r>", "2 1/2 5"),
        (omml(nary="sub sup e", sub="1", sup="9", e="5"), "∫_1^9 5"),
        (omml(m="mr mr", mr="12"), "12; 12"),
        ("<w:r><w:t>2</w:t></w:r>" + field(r"EQ \f(1,2)") + "<w:r><w:t>7家</w:t></w:r>", "2 1/2 7家"),
        (field(r"eq \o\ac(○,3)"), "③"),
        (field(r'eq \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(hàn),汉)'), "汉"),
        (field(r"eq \r(3,x+1)\s\up8(2)\b\bc\[(a)"), "³√(x+1)²(a)"),
        (field(" IF ", field("PAGE", shown="88"), shown="66"), "66"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:t>残</w:t></w:r></w:p><w:p><w:r><w:t>余12</w:t></w:r>",
            "余12",
        ),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>5</w:t></w:r>", "≥5"),
    ],
)
def test_that_struck_figures_and_fractions_are_no_other_figures(inside: str, shown: str) -> None:
    assert read_docx(docx(f"<w:p>{inside}</w:p>")).text == shown


def test_that_a_title_below_other_lines_stays_there_too() -> None:
    body = (
        paragraph("年报", styled("T"))
        + paragraph("年报")
        + paragraph("首页")
        + paragraph("年报")
        + paragraph("正文。")
    )
    assert read_docx(docx(body, styles=STYLES)).text.split("\n") == ["年报", "首页", "年报", "正文。"]


def test_that_a_control_nobody_filled_in_says_nothing() -> None:
    def control(settings: str, words: str) -> str:
        content = f"<w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr>{content}</w:sdt>"

    asked = control("<w:showingPlcHdr/>", "单击此处输入文字。")
    body = f"<w:p><w:r><w:t>申请单位：</w:t></w:r>{asked}{control('', '青禾公司')}</w:p>"
    assert read_docx(docx(body)).text.strip() == "申请单位：青禾公司"


def test_that_documents_a_file_takes_in_are_read_where_they_stand() -> None:
    kinds = {
        "a.html": "<body><h1>题</h1><p>一行。</p><table><tr><td>甲</td><td>1</td></tr></table></body>".encode(),
        "b.txt": "文本的话。\n".encode(),
        "c.docx": docx(paragraph("里面的话。")),
        "d.bin": b"\0\1",
    }
    ids = [f"r{place}" for place in range(len(kinds))]
    chunks = "".join(f'<w:altChunk xmlns:r="{_RELATED}" r:id="{one}"/>' for one in ids)
    whole = zipped(
        {
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph("前")}{chunks}{paragraph("后")}'
            "</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(
                *((one, "aFChunk", name) for one, name in zip(ids, kinds, strict=True))
            ),
            **{f"word/{name}": data for name, data in kinds.items()},
        }
    )
    document = read_docx(whole)
    assert document.text == "前\n题\n一行。\n甲\t1\n文本的话。\n里面的话。\n后"
    assert [one.text for one in document.headings] == ["题"]


@pytest.mark.parametrize("where", ["drop", "margin"])
@pytest.mark.parametrize(("cap", "rest"), [("D", "rop cap."), ("改", "革开放以来。"), ("A", " man came.")])
def test_that_a_large_first_letter_stays_with_its_word(where: str, cap: str, rest: str) -> None:
    frame = f'<w:framePr w:dropCap="{where}" w:lines="3" w:wrap="around"/>'
    body = paragraph("前言") + paragraph(cap, frame) + paragraph(rest) + paragraph("下一段。")
    assert read_docx(docx(body)).text.split("\n") == ["前言", cap + rest, "下一段。"]
    assert cap in read_docx(docx(paragraph(cap, frame))).text
    table = f"<w:tbl><w:tr><w:tc>{paragraph('格')}</w:tc><w:tc>{paragraph('二')}</w:tc></w:tr></w:tbl>"
    assert cap in read_docx(docx(paragraph(cap, frame) + table)).text
