from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
import typst

from corpus.importing.pdf.characters import Glyph
from corpus.importing.pdf.columns import in_order
from corpus.importing.pdf.lines import Piece, runs_of
from corpus.importing.pdf.notes import begins_note, part_footnotes, pointed_to, told_marks
from corpus.importing.pdf.paragraphs import Column, column_of, goes_on
from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import InputError, YindeError
from corpus.model.source import SourceDocument
from corpus.report.writers.fonts import find_cjk_font

WORDS = (
    "集市", "布匹", "粮行", "船家", "早市", "晚市", "路上", "桥头", "去年", "今年", "价钱", "货物", "摊主", "客人",
    "邻县", "渡口", "仓里", "秋收", "春播", "雨天",
)  # fmt: skip
ENDINGS = ("涨了一成", "少了许多", "没有变化", "比往年早", "由众人商定")


def sentence(number: int) -> str:
    """Return a sentence no other number gives."""
    words = [WORDS[(number * 7 + step * 3 + number // 20) % len(WORDS)] for step in range(6)]
    first = f"{words[0]}和{words[1]}的{words[2]}第{number}次记"
    return f"{first}，{words[3]}与{words[4]}、{words[5]}{ENDINGS[number % 5]}。"


def paragraphs(count: int, length: int = 6, first: int = 0) -> list[str]:
    return ["".join(sentence(first + n * length + step) for step in range(length)) for n in range(count)]


def made(body: str, *, columns: int = 1, head: str = "", numbering: str = '"1"', note: str = "") -> bytes:
    """Return a PDF typeset from this body."""
    family = find_cjk_font().serif
    setting = (
        f'#set page(paper: "a5", columns: {columns}, numbering: {numbering}, header: [{head}], footer-descent: 30%)\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
        f'#set text(size: 10pt, lang: "zh", font: "{family}")\n'
    )
    return bytes(typst.compile((setting + note + body).encode()))


def cleaned(document: SourceDocument) -> str:
    text = document.text
    for one in reversed(document.repairs):
        text = text[: one.start] + one.after + text[one.end :]
    return text


def page_of(document: SourceDocument, place: int) -> str:
    return [one.number for one in document.pages if one.start <= place][-1]


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")


def bodies(document: SourceDocument, wanted: Sequence[str]) -> None:
    lines = cleaned(document).split("\n")
    assert [one for one in wanted if one not in lines] == []
    places = [lines.index(one) for one in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_whole_over_lines_columns_and_pages(columns: int) -> None:
    wanted = paragraphs(18)
    document = read_pdf(made("\n\n".join(wanted), columns=columns, head="水边县志稿"))
    assert len(document.pages) >= 3
    bodies(document, wanted)
    clean = cleaned(document)
    assert "水边县志稿" not in clean
    assert not re.search(r"^\d+$", clean, re.MULTILINE)
    assert document.text.count("水边县志稿") == len(document.pages)


def test_every_page_begins_where_its_text_begins() -> None:
    import pypdfium2

    data = made("\n\n".join(paragraphs(18)), head="水边县志稿")
    document = read_pdf(data)
    source = pypdfium2.PdfDocument(data)
    for number, page in enumerate(source):
        printed = re.sub(r"\s", "", page.get_textpage().get_text_range())
        for match in re.finditer(r"第\d+次", printed):
            place = document.text.find(match.group())
            if place >= 0:
                assert page_of(document, place) == str(number + 1)


def test_headings_come_from_larger_type_or_from_the_outline() -> None:
    parts = [
        f"= 章{n}头一段路\n{paragraphs(1, first=n * 50)[0]}\n== 节{n}的渡口\n{paragraphs(1, first=n * 50 + 20)[0]}"
        for n in range(3)
    ]
    body = "\n".join(parts)
    document = read_pdf(made(body))
    assert [(one.level, one.text) for one in document.headings] == [
        told for n in range(3) for told in ((1, f"章{n}头一段路"), (2, f"节{n}的渡口"))
    ]
    for one in document.headings:
        assert document.text.startswith(one.text, one.start)


def test_every_line_of_a_table_of_contents_stays_a_line() -> None:
    parts = [
        f"= 章{n}\n" + "\n".join(f"== 章{n}的渡口{m}\n{paragraphs(1)[0]}" for m in range(5)) for n in range(3)
    ]
    body = '#set heading(numbering: "1.1")\n#outline(title: [目录])\n#pagebreak()\n' + "\n".join(parts)
    contents = [one for one in cleaned(read_pdf(made(body))).split("\n") if ". . . ." in one]
    told = [re.sub(r"[\s.]{6,}\d+$", "", one).replace(" ", "") for one in contents]
    assert told == [
        one
        for n in range(3)
        for one in (f"{n + 1}章{n}", *(f"{n + 1}.{m + 1}章{n}的渡口{m}" for m in range(5)))
    ]


def test_footnotes_stand_on_their_page_and_part_no_sentence() -> None:
    wanted = paragraphs(14)
    body = "\n\n".join(f"{one}#footnote[见县志第{n}卷。]" if n == 2 else one for n, one in enumerate(wanted))
    document = read_pdf(made(body))
    clean = cleaned(document)
    assert "\n[1] 见县志第2卷。" in clean
    assert wanted[2] + "[1]" in clean
    bodies(document, [one for n, one in enumerate(wanted) if n != 2])


def test_small_raised_and_lowered_characters_stay_in_their_line() -> None:
    up, down = "#text(size: 8pt, baseline: -4.6pt)", "#text(size: 8pt, baseline: 1.5pt)"
    body = f"收入{up}[3]12.5亿元，占地20km{up}[2]，约10{up}[4]亩，少了CO{down}[2]多吨。"
    clean = cleaned(read_pdf(made(f"{paragraphs(1)[0]}\n\n{body}\n\n{paragraphs(1, first=60)[0]}")))
    assert "收入³12.5亿元，占地20km²，约10⁴亩，少了CO2多吨。" in clean


def test_a_mark_far_above_a_line_of_small_digits_parts_no_line() -> None:
    def glyph(text: str, left: float, width: float, size: float, base: float) -> Glyph:
        return Glyph(text, left, base - 1.2 * size, left + width, base + 0.2 * size, base, size)

    line = [
        glyph("值", 0, 12, 12, 96), glyph("[", 12, 4, 7, 91.4), glyph("1", 16, 6, 6.9, 91.4),
        glyph("]", 22, 4, 7, 91.4),
        glyph("5", 26, 6, 8.5, 96), glyph("m", 32, 9, 8.6, 96), glyph("2", 41, 6, 6.95, 91.4),
        glyph("，", 47, 12, 12, 96),
    ]  # fmt: skip
    assert ["".join(one.text for one in run) for run in runs_of(line)] == ["值[1]5m2，"]


def test_that_quotation_marks_drawn_late_stand_where_they_belong() -> None:
    def glyph(text: str, place: int, base: float) -> Glyph:
        return Glyph(text, 11 * place, base - 9, 11 * place + 11, base + 2, base, 11)

    first = [glyph(text, n, 96) for n, text in enumerate("他说：“货到了。”") if text != "“"]
    second = [glyph(text, n, 112) for n, text in enumerate("又说“好”的人") if text not in "“”"]
    late = [glyph("“", 3, 96), glyph("”", 4, 112), glyph("“", 2, 112)]
    found = ["".join(one.text for one in run) for run in runs_of([*first, *second, *late])]
    assert found == ["他说：“货到了。”", "又说“好”的人"]


def test_a_table_comes_in_as_rows_and_cells() -> None:
    cells = ["年份", "粮食产量", "棉花产量", "2021", "1,204.5", "88.1", "2022", "1,310.0", "90.4"]
    table = "#table(columns: (1fr, 1fr, 1fr), " + ", ".join(f"[{one}]" for one in cells) + ")"
    document = read_pdf(made(f"{paragraphs(1)[0]}\n\n{table}\n\n{paragraphs(1, first=60)[0]}"))
    (found,) = document.tables
    assert (
        found.span.of(document.text) == "年份\t粮食产量\t棉花产量\n2021\t1,204.5\t88.1\n2022\t1,310.0\t90.4"
    )


def test_words_broken_by_a_hyphen_are_whole() -> None:
    words = "information technology organisation communication administration development understanding "
    document = read_pdf(made('#set text(hyphenate: true, lang: "en")\n' + words * 20, columns=2))
    found = set(re.findall(r"[a-z]+", cleaned(document)))
    assert found <= set(words.split())


def test_roman_front_matter_and_other_forms_of_numbers_go() -> None:
    body = (
        "\n\n".join(paragraphs(10))
        + '\n#set page(numbering: "第 1 页 / 共 1 页")\n'
        + "\n\n".join(paragraphs(14, first=100))
    )
    clean = cleaned(read_pdf(made(body, numbering='"i"')))
    assert not re.search(r"^[ivx]+$|第 ?\d+ ?页", clean, re.MULTILINE)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.4 nothing", "damaged"), (b"<html></html>", "damaged"), (b"", "damaged")],
)
def test_what_is_no_pdf_is_damaged(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        read_pdf(data)
    assert caught.value.kind == kind


def test_a_page_without_characters_has_no_text() -> None:
    document = read_pdf(made("#rect(width: 3cm, height: 3cm)", numbering="none"))
    assert (document.text, document.warnings) == ("", ("no_text",))
    assert [one.number for one in document.pages] == ["1"]


EMPTY_PAGES = (
    ("", True),
    ("#v(1fr) #line(length: 100%)", True),
    ("#set page(fill: luma(240))", True),
    ("　", True),
    ("#rect(width: 3cm, height: 3cm)", False),
    ("#curve(curve.move((0pt, 0pt)), curve.line((4cm, 2cm)), curve.line((1cm, 5cm)))", False),
)


@pytest.mark.parametrize(("drawn", "blank"), EMPTY_PAGES)
def test_that_a_blank_page_lacks_no_text_and_a_drawn_one_does(drawn: str, *, blank: bool) -> None:
    whole = "\n\n".join(paragraphs(6))
    document = read_pdf(made(f"{whole}\n#page[{drawn}]\n{whole}", numbering="none"))
    assert document.warnings == (() if blank else ("pages_without_text",))
    alone = made(f"#page[{drawn}]\n#page[{drawn}]", numbering="none")
    if blank:
        with pytest.raises(InputError) as caught:
            read_pdf(alone)
        assert (caught.value.kind, caught.value.values["detail"]) == ("no_text", "blank")
    else:
        assert read_pdf(alone).warnings == ("no_text",)


def test_a_text_layer_of_chance_characters_is_no_text() -> None:
    draw = random.Random(4)  # noqa: S311 - no secret
    rubbish = "".join(chr(draw.randrange(0x4E00, 0x9FA5)) for _ in range(700))
    assert read_pdf(made(rubbish)).warnings == ("no_text",)
    assert read_pdf(made("\n\n".join(paragraphs(6)))).warnings == ()


def test_lines_alike_but_for_their_numbers_are_no_running_heads() -> None:
    wanted = paragraphs(120)
    document = read_pdf(made("\n\n".join(wanted), head="水边县志稿"))
    bodies(document, wanted)
    assert "水边县志稿" not in cleaned(document)


@pytest.mark.parametrize("lead", ["{}", "第 {} 页", "— {} —"])
@pytest.mark.parametrize("first", [1, 2011])
def test_that_a_number_set_as_the_first_line_of_the_text_is_none_of_the_page(lead: str, first: int) -> None:
    pages = [f"{lead.format(first + n)}\n\n{paragraphs(8)[n]}" for n in range(8)]
    document = read_pdf(made("\n#pagebreak()\n".join(pages), numbering="none"))
    assert not any(one.label for one in document.numbering)
    assert all(lead.format(first + n) in cleaned(document).split("\n") for n in range(8))


@pytest.mark.parametrize(
    ("foot", "printed"),
    [
        ("#counter(page).display() / #counter(page).final().first()", True),
        ("第#counter(page).display()页，共#counter(page).final().first()页", True),
        ("#counter(page).display()", True),
        ("3-#counter(page).display()", False),
        ("#counter(page).display()-3", False),
        ("A#counter(page).display()", False),
    ],
)
def test_that_a_number_of_two_parts_is_no_printed_number(foot: str, *, printed: bool) -> None:
    setting = f"#set page(numbering: none, footer: context align(center)[{foot}])\n"
    document = read_pdf(made(setting + "\n\n".join(paragraphs(14))))
    assert bool(document.numbering) == printed


def line(text: str, left: float = 90, base: float = 100, *, width: float = 120, size: float = 10) -> Piece:
    return Piece(text, left, base - size, left + width, base, base, size)


def test_that_columns_whose_lines_are_not_level_are_read_one_by_one() -> None:
    columns = [
        [line(f"{name}{row}", 90 + 140 * place, 100 + 15 * row + 5 * place) for row in range(12)]
        for place, name in enumerate("甲乙丙")
    ]
    pieces = [piece for row in zip(*columns, strict=True) for piece in row]
    assert [one.text for one in in_order(pieces)] == [one.text for column in columns for one in column]


def test_that_a_table_across_the_columns_is_read_row_by_row() -> None:
    columns = [
        [line(f"{name}{row}", 90 + 140 * place, 100 + 15 * row) for row in range(8)]
        for place, name in enumerate("甲乙")
    ]
    cells = [
        [
            line(f"{name}{row}", left, 240 + 20 * row, width=30)
            for name, left in zip("子丑寅", (92, 185, 290), strict=True)
        ]
        for row in range(3)
    ]
    read = in_order([piece for part in (*columns, *cells) for piece in part])
    assert [one.text for one in read[:16]] == [one.text for column in columns for one in column]
    assert [one.cells for one in read[16:]] == [
        ("子0", "丑0", "寅0"),
        ("子1", "丑1", "寅1"),
        ("子2", "丑2", "寅2"),
    ]


def test_that_a_line_of_a_note_that_begins_with_a_figure_is_no_note() -> None:
    text = replace(line("正文1。"), marks=((2, 3),))
    small = [line(words, size=7) for words in ("1 见账本第3页，记着", "170元；又", "2 注中所说")]
    body, notes = part_footnotes([line("上年"), text, *small], 10)
    told = pointed_to(body)
    assert ([one.text for one in notes], told) == ([one.text for one in small], frozenset("1"))
    assert [begins_note(one, told) for one in notes] == [True, False, False]
    assert [begins_note(one, frozenset()) for one in notes] == [True, False, True]


@pytest.mark.parametrize("mark", ["[2-3]", "[1,4]", "[12–15]", "〔2、3〕", "[1,4-6]"])
@pytest.mark.parametrize("known", [frozenset(), frozenset({"2", "3"})])
def test_that_raised_marks_one_pair_of_brackets_holds_stay(mark: str, known: frozenset[str]) -> None:
    raised_ones = [match.span() for match in re.finditer(r"[\d\[\]〔〕]+", mark)]
    told = replace(line(f"现象{mark}。本文"), marks=tuple((start + 2, end + 2) for start, end in raised_ones))
    assert told_marks(told, known) == told.text
    assert told_marks(replace(line("面积3"), marks=((2, 3),)), known) in {"面积³", "面积[3]"}


@pytest.mark.parametrize(("mark", "is_note"), [("3", True), ("4", False)])
def test_that_a_note_whose_mark_is_set_off_by_a_tab_is_no_row_of_a_table(mark: str, *, is_note: bool) -> None:
    text = replace(line("渡口的船行3记在"), marks=((5, 6),))
    small = replace(line(f"{mark}\t见县志第7卷。", size=8), cells=(mark, "见县志第7卷。"))
    body, notes = part_footnotes([line("上年"), text, small], 10)
    assert (len(body), [one.cells for one in notes]) == ((2, [()]) if is_note else (3, []))


@pytest.mark.parametrize(
    ("foot", "notes"),
    [
        (("3 见县志第7卷，", "并见底册。", "4\t见县志第9卷。"), 3),
        (("4 见县志第7卷。", "3 见县志第9卷。"), 0),
        (("4 见县志第7卷。",), 0),
        (("3户人家记在账上。", "4 见县志第9卷。"), 0),
    ],
)
def test_that_notes_in_the_type_of_the_text_are_told_by_their_marks(
    foot: tuple[str, ...], notes: int
) -> None:
    text = replace(line("渡口的船行3记在账上，4"), marks=((5, 6), (11, 12)))
    assert len(part_footnotes([line("上年"), text, *map(line, foot)], 10)[1]) == notes


@pytest.mark.parametrize(
    ("below", "whole"),
    [("摘 要：以四县的主播为例", False), ("［关键词］信任", False), ("摘要里没有说的，见", True)],
)
def test_that_what_is_named_begins_a_paragraph(below: str, whole: bool) -> None:
    above, column = line("（一.东湖大学 商学院）", width=400), Column(90, 490, 15)
    assert goes_on(above, line(below, base=115, width=400), column, column, same_place=True) is whole


def test_that_short_paragraphs_set_apart_by_room_are_not_joined() -> None:
    bases = [100 + 23 * paragraph + 16 * row + 16 * paragraph for paragraph in range(5) for row in range(2)]
    bases += [bases[-1] + 23 * step for step in range(1, 9)]
    lines = [line("字" * 12, base=base, size=12) for base in bases]
    assert column_of(lines).pitch == 16
    assert column_of(lines[10:]).pitch == 23
