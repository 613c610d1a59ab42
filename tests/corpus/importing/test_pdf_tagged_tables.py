"""Tables whose cells the file itself names: whole whatever the page breaks, runs together or leaves empty."""

from __future__ import annotations

import pytest

from corpus.importing.pdf.pdf import read_pdf
from tests.corpus.importing.test_pdf_close_cells import made

_BEFORE = "河西县的渡口账目一年一记，由各乡报到县里。"
WIDE = "columns: (2em, 7em, 6em, 4em, 4em), inset: 3pt, stroke: none"
ROWS = [
    "序号|指标|对象|时期|数值",
    "1|河西县渡口过往船只总吨位的同比增速|柳湾、石桥、渡口三个乡镇|2018 年第一季度|46.9",
    "2|GMV 与 2017 年全年之比|渡口||第 1",
    "3|渡口数||2018 年|",
    "4|船只数|石桥乡和柳湾乡沿河各村|2019 年至 2020 年|4–5",
]


def grid(rows: list[str], setting: str) -> str:
    cells = "".join(f"[{cell}], " for row in rows for cell in row.split("|"))
    return f"#table({setting}, {cells})"


def compact(text: str) -> str:
    return text.replace(" ", "").replace("\u00a0", "")


@pytest.mark.parametrize(
    "setting", [WIDE, WIDE.replace("3pt", "8pt"), WIDE.replace("stroke: none", "stroke: 1pt")]
)
def test_that_every_cell_is_whole_and_in_its_place(setting: str) -> None:
    document = read_pdf(made(f"{_BEFORE}\n\n{grid(ROWS, setting)}\n\n{_BEFORE}", "#set page(width: 14cm)"))
    (found,) = document.tables
    told = [line.split("\t") for line in found.span.of(document.text).strip("\n").split("\n")]
    assert [list(map(compact, row)) for row in told] == [
        [compact(cell) for cell in row.split("|")] for row in ROWS
    ]


def test_that_rows_with_numbers_in_front_at_the_foot_of_a_page_are_no_notes() -> None:
    small = f"#text(size: 7pt)[{grid(ROWS, WIDE)}]"
    body = f"{_BEFORE}#super[1] " + _BEFORE * 8 + f"#super[2]\n\n{small}"
    document = read_pdf(made(body, "#set page(width: 14cm, height: 24cm)"))
    assert "\n1\t河西县渡口" in document.text
    assert "[1] 河西县" not in document.text


def test_that_a_page_laid_out_as_a_table_is_read_as_text() -> None:
    long = _BEFORE * 14
    document = read_pdf(made(f"#table(columns: 2, stroke: none, [{long}], [{long}])"))
    assert compact(document.text).count(compact(_BEFORE)) >= 26
