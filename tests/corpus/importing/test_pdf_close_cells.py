"""What stands close together on a page of a PDF: cells of tables, and headings beside their numbers."""

from __future__ import annotations

import pytest
import typst

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font

_SAID = "河西县的冷链物流三年里由一座冷库增加到十二座，库容由两百吨增加到四千六百吨，投资来自合作社和返乡的年轻人。"


def made(body: str, setting: str = "") -> bytes:
    try:
        family = find_cjk_font().serif
    except YindeError:
        pytest.skip("no Chinese font")
    return bytes(
        typst.compile((f'#set text(size: 11pt, lang: "zh", font: "{family}")\n{setting}\n{body}').encode())
    )


def table(rows: list[str], settings: str) -> str:
    cells = "".join(f"[{cell}], " for row in rows for cell in row.split("|"))
    return f"#table(columns: {rows[0].count('|') + 1}, {settings}, {cells})"


@pytest.mark.parametrize(
    ("rows", "settings"),
    [
        (
            ["乡镇|冷库数量（座）|库容（吨）|主要货物种类", "柳湾|3|1200|鲜笋", "渡口|2|800|水产"],
            "inset: 5pt",
        ),
        (
            [
                "年份|冷库数|库容|货运量|增速",
                "2021|3|1200|8400|12.5%",
                "2022|6|2400|9200|9.5%",
                "2023|12|4600|11000|19.6%",
            ],
            "inset: 2pt, stroke: none",
        ),
    ],
)
def test_that_cells_which_stand_close_are_cells(rows: list[str], settings: str) -> None:
    document = read_pdf(made(f"{_SAID}\n\n{table(rows, settings)}\n\n{_SAID}"))
    span = document.tables[0].span
    assert span.of(document.text).strip("\n") == "\n".join(rows).replace("|", "\t")
    assert document.text.count(_SAID) == 2


def test_that_stretched_lines_beside_a_table_are_no_cells() -> None:
    latin = (
        "A line, set in a narrow column, of words that stand far apart from each other; it goes on and on."
    )
    rows = ["甲|乙|丙", "一|二|三", "四|五|六"]
    document = read_pdf(
        made(
            f"{_SAID} {latin}\n{table(rows, 'inset: 30pt, stroke: none')}\n{latin}", "#set par(justify: true)"
        )
    )
    assert len(document.tables) == 1
    assert document.tables[0].span.of(document.text).strip("\n") == "\n".join(rows).replace("|", "\t")


@pytest.mark.parametrize(
    ("body", "setting", "heading"),
    [
        ("= 引言", '#set heading(numbering: "1.1")', "1 引言"),
        ("= 前言\n== 背景", '#set heading(numbering: "1.1")', "1.1 背景"),
        ("= 第三章#h(0.5em)结论", "", "第三章 结论"),
        ("= 3个县的冷库", "", "3个县的冷库"),
        ("= 12月的货运", "", "12月的货运"),
        ("= 第三产业的用电", "", "第三产业的用电"),
    ],
)
def test_that_a_heading_is_parted_from_its_number(body: str, setting: str, heading: str) -> None:
    document = read_pdf(made(f"{body}\n{_SAID}{_SAID}", setting))
    assert document.headings[-1].text == heading
    assert heading in document.text.split("\n")
