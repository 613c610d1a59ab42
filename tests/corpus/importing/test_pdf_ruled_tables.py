"""Tables whose cells only rules part, and cells over several rows or columns, whether tags name them or not."""

from __future__ import annotations

import pytest
import typst

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font

_BEFORE = "河西县的渡口账目一年一记，由各乡报到县里。"
MERGED = (
    "columns: (6em, 5em, 5em, 5em, 5em)",
    (
        "table.cell(rowspan: 2)[单位], table.cell(colspan: 2)[过往船只（艘）], table.cell(colspan: 2)[货运量（吨）],"
        "[2019年], [2020年], [2019年], [2020年],"
        "[柳湾乡], [412], [455], [8400], [9100], [石桥乡渡口管理所], [], [388], [7200], [7350],"
    ),
)
HEADS = ["单位\t过往船只（艘）\t\t货运量（吨）\t", "\t2019年\t2020年\t2019年\t2020年"]
ROWS = ["柳湾乡\t412\t455\t8400\t9100", "石桥乡渡口管理所\t\t388\t7200\t7350"]


def made(body: str, *, tagged: bool) -> bytes:
    try:
        family = find_cjk_font().serif
    except YindeError:
        pytest.skip("no Chinese font")
    setting = f'#set text(size: 11pt, lang: "zh", font: "{family}")\n'
    return bytes(typst.compile(f"{setting}{body}".encode(), pdf_tags=tagged))


def rows_of(data: bytes) -> list[str]:
    document = read_pdf(data)
    (found,) = document.tables
    return found.span.of(document.text).strip("\n").replace(" ", "").split("\n")


@pytest.mark.parametrize("tagged", [True, False])
def test_that_merged_cells_leave_the_others_in_their_columns(tagged: bool) -> None:
    columns, cells = MERGED
    data = made(f"{_BEFORE}\n\n#table({columns}, stroke: 0.5pt, {cells})\n\n{_BEFORE}", tagged=tagged)
    assert rows_of(data) == [*HEADS, *ROWS]


def test_that_an_empty_corner_over_two_rows_holds_its_column() -> None:
    columns, cells = MERGED
    data = made(f"{_BEFORE}\n\n#table({columns}, {cells.replace('[单位]', '[]')})\n\n{_BEFORE}", tagged=True)
    assert rows_of(data) == [HEADS[0].removeprefix("单位"), HEADS[1], *ROWS]


def test_that_room_alone_places_cells_where_others_are_empty_or_wrapped() -> None:
    """Heads over several columns, a name over several rows and a bracket that goes on in the next line."""
    rows = (
        "[单位], [过往船只（艘）], [], [货运量（吨）], [], [], [2019年], [2020年], [2019年], [2020年],"
        "[柳湾乡], [412], [455], [8400], [9100], [石桥乡], [], [388], [7200], [7350],"
        "[渡口（含支流各], [73], [88], [99], [105],"
    )
    data = made(
        f"#table(columns: (9em, 6em, 6em, 6em, 6em), stroke: none, {rows})\n\n{_BEFORE}", tagged=False
    )
    assert rows_of(data) == [
        *HEADS,
        "柳湾乡\t412\t455\t8400\t9100",
        "石桥乡\t\t388\t7200\t7350",
        "渡口（含支流各\t73\t88\t99\t105",
    ]
    wrapped = rows.replace("（含支流各", "（含支流各处）")
    narrow = made(f"#table(columns: (6em, 6em, 6em, 6em, 6em), stroke: none, {wrapped})", tagged=False)
    assert rows_of(narrow)[-1] == "渡口（含支流各处）\t73\t88\t99\t105"


@pytest.mark.parametrize("stroke", ["0.2pt", "2pt", "(x: 0.5pt, y: 1pt)"])
def test_that_rules_of_any_weight_part_cells(stroke: str) -> None:
    columns, cells = MERGED
    data = made(f"#table({columns}, stroke: {stroke}, {cells})", tagged=False)
    assert rows_of(data) == [*HEADS, *ROWS]


def test_that_a_frame_around_text_and_lines_of_a_page_are_no_table() -> None:
    long = _BEFORE * 3
    body = f"#rect(width: 100%)[{long}]\n\n#line(length: 100%)\n\n{long}\n\n#line(length: 100%)"
    document = read_pdf(made(body, tagged=False))
    assert document.tables == ()
    assert document.text.replace("\n", "").count(_BEFORE) == 6


def test_that_boxes_side_by_side_are_read_as_text() -> None:
    long = _BEFORE * 14
    document = read_pdf(
        made(f"#table(columns: 2, stroke: 1pt, [{long}], [{long}], [{long}], [{long}])", tagged=False)
    )
    assert document.text.replace(" ", "").replace("\n", "").count(_BEFORE) >= 50
