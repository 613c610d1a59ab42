"""Tables drawn at random by which axis names bodies, times and measures: rows, groups of rows, two rows of heads.

Every way to share the three out among a column of rows, a column that groups them, the upper and the lower heads is
drawn, with merged heads left blank, repeated or as HTML, and units beside the measures; the rest stands around.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import permutations, product
from typing import Final

from corpus.scoring.tables import plain_table
from tests.corpus.knowledge.drawn_tables import DrawnTable, Put
from tests.corpus.knowledge.framed_tables import FrameDraw

AXES: Final = ("body", "time", "measure")
ROOMS: Final = ("rows", "groups", "lower", "upper")
Layout = tuple[tuple[str, str], ...]
"""Which axis stands where: (("rows", "body"), ("lower", "time"))."""


def layouts() -> list[Layout]:
    """Return every layout: rows and lower heads always, groups and upper heads where a third axis is shared out."""
    two = [(("rows", first), ("lower", second)) for first, second in permutations(AXES, 2)]
    three = [
        (("rows", one[0]), ("lower", one[1]), (room, one[2]))
        for one, room in product(permutations(AXES), ("groups", "upper"))
    ]
    return [*two, *three]


def name_of(layout: Layout) -> str:
    return " ".join(f"{axis}={room}" for room, axis in layout)


def laid_out_table(layout: Layout, seed: int) -> DrawnTable:
    """Return one table of a layout, the same for the same seed."""
    draw = FrameDraw(seed)
    chance = draw.chance
    where = {axis: room for room, axis in layout}
    told = draw.measures(2 if len(layout) > 2 else 3) if "measure" in where else draw.measures(1)
    bodies = draw.bodies()[: 2 if len(layout) > 2 else 5] if "body" in where else [draw.body()]
    times = draw.years[:3] if "time" in where else [draw.time]
    in_head = {name: f"{name}（{unit}）" for name, unit in told}
    shown = {"body": bodies, "time": times, "measure": [in_head[name] for name, _ in told]}
    values: dict[tuple[str, ...], str] = {}
    put: list[Put] = []
    for body, time, (name, unit) in product(bodies, times, told):
        value = draw.value()
        values[body, time, in_head[name]] = value
        put.append(Put((body,), (name,), time, value, unit))

    def cell(**at: str) -> str:
        return values[tuple(at.get(axis, shown[axis][0]) for axis in AXES)]

    row_axis, lower = dict(layout)["rows"], dict(layout)["lower"]
    third = next((axis for room, axis in layout if room in {"groups", "upper"}), "")
    grouped = third and where[third] == "groups"
    corner = chance.choice(
        {"body": ("单位", "名称", ""), "time": ("年份", "时间", ""), "measure": ("指标", "项目", "")}[
            row_axis
        ]
    )
    rows: list[list[str]] = []
    heads = 1
    if grouped:
        over = chance.choice(
            {"body": ("单位", "名称"), "time": ("年份", "时间"), "measure": ("指标",)}[third]
        )
        rows.append([over, corner or "项目", *shown[lower]])
        for group in shown[third]:
            for one in shown[row_axis]:
                line = [cell(**{third: group, row_axis: one, lower: column}) for column in shown[lower]]
                rows.append([group, one, *line])
    elif third:
        heads = 2
        rows.append([corner, *(group for group in shown[third] for _ in shown[lower])])
        rows.append([corner, *(one for _ in shown[third] for one in shown[lower])])
        for one in shown[row_axis]:
            line = [
                cell(**{third: group, row_axis: one, lower: column})
                for group in shown[third] for column in shown[lower]
            ]  # fmt: skip
            rows.append([one, *line])
    else:
        rows.append([corner, *shown[lower]])
        rows += [
            [one, *(cell(**{row_axis: one, lower: column}) for column in shown[lower])]
            for one in shown[row_axis]
        ]
    topic = told[0][0] if "measure" not in where else chance.choice(("主要指标", "基本情况", "运行情况"))
    frame = draw.around(
        owner="" if "body" in where else bodies[0],
        time="" if "time" in where else times[0],
        measure=topic,
        unit="" if "measure" in where else told[0][1],
    )
    if frame.corner:
        frame.above.append(f"（{frame.corner}）")
    merged = chance.choice(("blank", "repeated", "html"))
    return DrawnTable(
        name_of(layout),
        _text(chance, rows, heads, bool(grouped), merged, frame.above, frame.below),
        tuple(put),
    )


def _text(
    chance: random.Random, rows: list[list[str]], heads: int, grouped: bool, merged: str,
    above: Sequence[str], below: Sequence[str],
) -> str:  # fmt: skip
    """Return the table in some format: merged cells blank, repeated, or as spans of HTML."""
    if merged == "html":
        html = _html(rows, heads, grouped)
        return plain_table("\n".join([*filter(None, above), f"<table>{html}</table>", *below]))
    if merged == "blank":
        rows = _blanked(rows, heads, grouped)
    if chance.choice((True, False)):
        return "\n".join([*filter(None, above), *("\t".join(row) for row in rows), *below]) + "\n"
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, f"|{'---|' * len(rows[0])}")
    return "\n\n".join([*filter(None, above), "\n".join(lines), *below]) + "\n"


def _blanked(rows: list[list[str]], heads: int, grouped: bool) -> list[list[str]]:
    found = [list(row) for row in rows]
    if heads > 1:
        for at in range(len(rows[0]) - 1, 1, -1):
            if rows[0][at] == rows[0][at - 1]:
                found[0][at] = ""
        found[1][0] = ""
    if grouped:
        for at in range(len(rows) - 1, 1, -1):
            if rows[at][0] == rows[at - 1][0]:
                found[at][0] = ""
    return found


def _html(rows: list[list[str]], heads: int, grouped: bool) -> str:
    lines = []
    for at, row in enumerate(rows):
        cells, place = [], 0
        while place < len(row):
            across = down = 1
            if heads > 1 and at == 0 and place:
                while place + across < len(row) and row[place + across] == row[place]:
                    across += 1
            if heads > 1 and place == 0 and at < heads:
                down = heads - at
            if grouped and place == 0 and at >= heads:
                while at + down < len(rows) and rows[at + down][0] == row[0]:
                    down += 1
            covered = (heads > 1 and place == 0 and 0 < at < heads) or (
                grouped and place == 0 and at > heads and rows[at - 1][0] == row[0]
            )
            if not covered:
                cells.append(f'<td colspan="{across}" rowspan="{down}">{row[place]}</td>')
            place += across
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(lines)
