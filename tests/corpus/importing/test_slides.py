"""Slides come in as they show: in their order, with charts, diagrams and comments."""

from __future__ import annotations

import pytest

from corpus.importing.office.pptx import read_pptx
from corpus.importing.office.slide_numbers import SlideNumbers
from corpus.importing.xml_tree import parse_xml
from tests.corpus.importing.making import relations, zipped


def test_slides_come_in_the_order_they_are_shown_titles_first() -> None:
    name = 'xmlns:p="p" xmlns:a="a" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

    def slide(title: str, text: str) -> str:
        def shape(kind: str, inside: str) -> str:
            place = f'<p:ph type="{kind}"/>' if kind else ""
            return (
                f"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{inside}</a:t></a:r></a:p>"
                "</p:txBody></p:sp>"
            )

        drawn = '<c:chart xmlns:c="c" r:id="c"/>' if title == "前一张" else '<d:relIds xmlns:d="d" r:dm="d"/>'
        chart = f"<p:graphicFrame>{drawn}</p:graphicFrame>"
        hidden = "" if title == "前一张" else " show='0'"
        return f"<p:sld {name}{hidden}>{shape('', text)}{shape('title', title)}{shape('sldNum', '9')}{chart}</p:sld>"

    def points(kind: str, *values: str) -> str:
        inside = "".join(f'<c:pt idx="{place}"><c:v>{one}</c:v></c:pt>' for place, one in enumerate(values))
        return (
            f"<c:{kind}><c:Ref><c:Cache><c:formatCode>0%</c:formatCode>{inside}</c:Cache></c:Ref></c:{kind}>"
        )

    series = (
        f"<c:ser>{points('tx', '占比')}{points('cat', '甲县', '乙县')}{points('val', '0.4', '0.6')}</c:ser>"
    )

    def point(words: str) -> str:
        return f"<pt><t><p><r><t>{words}</t></r></p></t></pt>"

    shown = '<p:sldId r:id="b"/><p:sldId r:id="a"/>'
    slides = (("a", "slide", "slides/s1.xml"), ("b", "slide", "slides/s2.xml"))
    data = zipped(
        {
            "_rels/.rels": relations(("r", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f"<p:presentation {name}><p:sldIdLst>{shown}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(*slides),
            "ppt/slides/s1.xml": slide("后一张", "丙"),
            "ppt/slides/_rels/s2.xml.rels": relations(("c", "chart", "../charts/c1.xml")),
            "ppt/slides/_rels/s1.xml.rels": relations(
                ("d", "diagramData", "../diagrams/d1.xml"), ("k", "comments", "../comments/k1.xml")
            ),
            "ppt/comments/k1.xml": "<p:cmLst xmlns:p='p'><p:cm><p:text>待查 12</p:text></p:cm></p:cmLst>",
            "ppt/diagrams/d1.xml": f"<m>{point('分拣')}<pt/>{point('派送')}</m>",
            "ppt/charts/c1.xml": f"<c:chartSpace xmlns:c='c'><c:chart>{series}</c:chart></c:chartSpace>",
            "ppt/slides/s2.xml": slide(
                "前一张",
                "甲</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>2</a:t></a:r><a:r><a:t>5</a:t></a:r><a:br/>"
                "<a:r><a:t>6",
            ),
        }
    )
    document = read_pptx(data)
    lines = [
        "前一张",
        "甲²5",
        "6",
        "\t占比",
        "甲县\t40%",
        "乙县\t60%",
        "后一张",
        "丙",
        "分拣",
        "派送",
        "[批注1] 待查 12",
    ]
    assert (document.text.split("\n"), document.warnings) == (lines, ("hidden_parts",))
    assert [(one.number, one.start) for one in document.pages] == [("1", 0), ("2", document.text.index("后"))]


@pytest.mark.parametrize(
    ("paragraphs", "numbers"),
    [
        ([("0", "ea1ChsPeriod"), ("1", "arabicParenR"), ("1", "arabicParenR")], "一、|1) |2) "),
        ([("0", "ea1ChsPeriod"), ("1", "arabicParenR"), ("0", "ea1ChsPeriod")], "一、|1) |二、"),
        ([("0", "arabicPeriod"), ("0", ""), ("0", "arabicPeriod")], "1. ||1. "),
        ([("0", 'arabicParenBoth" startAt="3'), ("0", 'arabicParenBoth" startAt="3')], "(3) |(4) "),
        ([("0", "circleNumDbPlain"), ("0", "romanUcPeriod"), ("0", "unknown")], "① |I. |1. "),
    ],
)  # fmt: skip
def test_that_a_slide_numbers_its_paragraphs_as_it_shows_them(
    paragraphs: list[tuple[str, str]], numbers: str
) -> None:
    counted = SlideNumbers()
    auto = [(level, f'<buAutoNum type="{kind}"/>' if kind else "") for level, kind in paragraphs]
    told = [parse_xml(f'<p><pPr lvl="{level}">{kind}</pPr></p>'.encode()) for level, kind in auto]
    shown = [counted.before(one, filled=True) for one in told]
    assert "|".join(shown) == numbers


def test_that_the_day_of_the_first_slide_stays_and_what_is_said_beside_one_is_told() -> None:
    name = "xmlns:p='p' xmlns:a='a' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"

    def shape(kind: str, words: str, *, typed: bool = True) -> str:
        run = f"<a:r><a:t>{words}</a:t></a:r>" if typed else f"<a:fld><a:t>{words}</a:t></a:fld>"
        place = f"<p:nvSpPr><p:nvPr><p:ph type='{kind}'/></p:nvPr></p:nvSpPr>"
        return f"<p:sp>{place}<p:txBody><a:p>{run}</a:p></p:txBody></p:sp>"

    def slide(*shapes: str) -> str:
        return f"<p:sld {name}>{''.join(shapes)}</p:sld>"

    data = zipped(
        {
            "_rels/.rels": relations(("r", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f"<p:presentation {name}><p:sldIdLst><p:sldId r:id='a'/><p:sldId r:id='b'/>"
            "</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(
                ("a", "slide", "slides/s1.xml"), ("b", "slide", "slides/s2.xml")
            ),
            "ppt/slides/s1.xml": slide(
                shape("ctrTitle", "三本账"), shape("dt", "2024年3月"), shape("ftr", "页脚")
            ),
            "ppt/slides/s2.xml": slide(
                shape("title", "电费"), shape("dt", "2024年3月"), shape("dt", "今天", typed=False)
            ),
            "ppt/slides/_rels/s2.xml.rels": relations(("n", "notesSlide", "../notes/n2.xml")),
            "ppt/notes/n2.xml": slide(shape("body", "这里停一下</a:t></a:r></a:p><a:p><a:r><a:t>再说人工")),
        }
    )
    lines = ["三本账", "2024年3月", "电费", "[备注] 这里停一下", "再说人工"]
    assert read_pptx(data).text.split("\n") == lines
