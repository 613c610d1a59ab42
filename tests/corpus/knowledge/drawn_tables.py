"""Tables drawn at random with what was put into each of their cells, for tests that it comes out again.

Places, firms, works and figures are invented. What varies is what varies between the tables of reports: the lines
above, where units and times are told, how many rows of heads stand above, what stands beside levels, and the format.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from corpus.scoring.tables import plain_table
from tests.corpus.knowledge.words_of_tables import (
    ABOVE,
    BLANKS,
    CORES,
    FIRMS,
    FORMATS,
    LEVELS,
    MEASURES,
    NOTES,
    NUMBERED,
    WORKS,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Put:
    """What was put in a cell: the forms that may be read of whom and what, when, how much, and in which unit."""

    subjects: tuple[str, ...]
    metrics: tuple[str, ...]
    period: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A text with one table, and what was put into its cells."""

    layout: str
    text: str
    figures: tuple[Put, ...]


class _Draw:
    """The choices one table is drawn by."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- what is drawn for a test, nothing secret
        self.kind = self.chance.randrange(3)
        self.used: set[str] = set()
        first = self.chance.randint(2008, 2020)
        style = self.one(("{}年", "{}", "{}年度"))
        self.years = [style.format(first + at) for at in range(self.chance.randint(2, 4))]
        self.year = f"{first + 3}年"

    def one(self, of: Sequence[T]) -> T:
        return self.chance.choice(of)

    def body(self, kind: int | None = None) -> str:
        """Return an invented place, firm or work by kind."""
        ends = (LEVELS, FIRMS, WORKS)[self.kind if kind is None else kind]
        return f"{self.one(CORES)}{self.one(ends)}"

    def bodies(self, count: int) -> list[str]:
        """Return several of one sort: three counties, three stations."""
        end = self.one((LEVELS, FIRMS, WORKS)[self.kind])
        return [f"{core}{end}" for core in self.chance.sample(CORES, count)]

    def measures(self, count: int) -> list[tuple[str, str]]:
        return self.chance.sample(MEASURES[self.kind], count)

    def value(self, unit: str) -> str:
        """Return a number as printed, no two alike in a table."""
        while True:
            whole = self.chance.randint(11, 98) if unit in {"%", "℃"} else self.chance.randint(21, 9900)
            number = f"{whole:,}" if whole > 999 and self.one((True, False)) else str(whole)
            if unit not in {"人", "张", "家", "杯", "天"}:
                number += f".{self.chance.randint(1, 99):02}"
            plain = number.replace(",", "")
            if plain not in self.used:
                self.used.add(plain)
                return number

    def in_head(self, name: str, unit: str) -> str:
        return f"{name}{self.one(('（{}）', '({})', '/{}', '（单位：{}）')).format(unit)}"

    def text(self, caption: str, rows: Sequence[Sequence[str]], heads: int = 1) -> str:
        """Return the table in one of the formats, with what stands above and below."""
        form = self.one(FORMATS)
        caption = f"{self.one(NUMBERED)}{caption}"
        above = self.one(ABOVE)
        below = f"\n{note}" if (note := self.one(NOTES)) else ""
        if form == "html":
            html = "".join(f"<tr>{_merged(row, within=at < heads)}</tr>\n" for at, row in enumerate(rows))
            return f"{plain_table(f'{above}<table><caption>{caption}</caption>{html}</table>')}{below}\n"
        if form == "tsv":
            blank = heads > 1 and self.one((True, False))
            lines = ["\t".join(_blanked(row) if blank and at == 0 else row) for at, row in enumerate(rows)]
            return "\n".join([f"{above}{caption}", *lines]) + f"{below}\n"
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, f"|{'---|' * len(rows[0])}")
        caption = f"**{caption}**" if self.one((True, False)) else caption
        return "\n".join([f"{above}{caption}", "", *lines]) + f"\n{below}\n"


def _merged(row: Sequence[str], *, within: bool) -> str:
    """Return a row of HTML, like cells side by side among the heads as one."""
    cells: list[tuple[str, int]] = []
    for words in row:
        if within and cells and cells[-1][0] == words:
            cells[-1] = (words, cells[-1][1] + 1)
        else:
            cells.append((words, 1))
    return "".join(f'<td colspan="{across}">{words}</td>' for words, across in cells)


def _blanked(row: Sequence[str]) -> list[str]:
    return [words if at == 0 or row[at - 1] != words else "" for at, words in enumerate(row)]


def _plain(value: str) -> str:
    return value.replace(",", "")


def _years_as_columns(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    body, told = draw.body(), draw.measures(draw.chance.randint(2, 4))
    way = draw.one(("head", "cell", "column"))
    rows = [[draw.one(("指标", "项目", "")), *(["单位"] if way == "column" else []), *draw.years]]
    put = []
    for name, unit in told:
        values = [draw.value(unit) for _ in draw.years]
        put += [
            Put((body,), (name,), year, _plain(one), unit)
            for year, one in zip(draw.years, values, strict=True)
        ]
        shown = [f"{one}{unit}" for one in values] if way == "cell" else values
        rows.append(
            [
                draw.in_head(name, unit) if way == "head" else name,
                *([unit] if way == "column" else []),
                *shown,
            ]
        )
    return (
        f"{body}{draw.one(('主要指标', '基本情况', '历年主要数据', '近年运行情况', '主要数据一览'))}",
        rows,
        1,
        put,
    )


def _years_as_rows(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    body, told = draw.body(), draw.measures(draw.chance.randint(2, 4))
    rows = [[draw.one(("年份", "年度", "时间")), *(draw.in_head(*one) for one in told)]]
    put = []
    for year in draw.years:
        values = [draw.value(unit) for _, unit in told]
        rows.append([year, *values])
        put += [
            Put((body,), (name,), year, _plain(one), unit)
            for (name, unit), one in zip(told, values, strict=True)
        ]
    return f"{body}{draw.one(('逐年记录', '历年情况', '主要指标', '近年来变化', '基本情况'))}", rows, 1, put


def _bodies_as_rows(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    told, many = draw.measures(draw.chance.randint(2, 3)), draw.bodies(draw.chance.randint(2, 5))
    corner = draw.one((("地区", "县市区"), ("公司", "企业"), ("单位", "名称", "站点"))[draw.kind])
    in_cell = draw.one((True, False))
    rows = [[corner, *(name if in_cell else draw.in_head(name, unit) for name, unit in told)]]
    put = []
    for body in many:
        values = [draw.value(unit) for _, unit in told]
        rows.append(
            [body, *(f"{one}{unit}" if in_cell else one for (_, unit), one in zip(told, values, strict=True))]
        )
        put += [
            Put((body,), (name,), draw.year, _plain(one), unit)
            for (name, unit), one in zip(told, values, strict=True)
        ]
    return (
        draw.one(("{}主要指标", "{}各单位情况一览", "各单位基本情况（{}）")).format(draw.year),
        rows,
        1,
        put,
    )


def _one_measure(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    (name, unit), many = draw.measures(1)[0], draw.bodies(draw.chance.randint(3, 5))
    corner = draw.one((("地区", "县市区"), ("公司", "企业"), ("单位", "名称"))[draw.kind])
    in_corner = draw.one((True, False))
    rows, put = [[draw.in_head(corner, unit) if in_corner else corner, *draw.years]], []
    for at, body in enumerate(many):
        values = [draw.value(unit) for _ in draw.years]
        holes = draw.chance.randrange(len(values)) if at == 1 else -1
        put += [
            Put((body,), (name,), year, _plain(one), unit)
            for place, (year, one) in enumerate(zip(draw.years, values, strict=True)) if place != holes
        ]  # fmt: skip
        rows.append(
            [body, *(draw.one(BLANKS) if place == holes else one for place, one in enumerate(values))]
        )
    of = "" if in_corner else draw.one(("（{}）", "（单位：{}）", "\n单位：{}")).format(unit)
    return f"{draw.one(('各单位', '主要单位', '历年', ''))}{name}{of}", rows, 1, put


def _parts_by_year(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    body, told = draw.body(), draw.measures(2)
    parts = draw.one(
        (("国内航线", "国际航线"), ("城镇", "农村"), ("线上", "线下"), ("东线", "西线"), ("一期", "二期"))
    )
    rows = [
        ["年份", *(part for part in parts for _ in told)],
        ["年份", *(draw.in_head(*one) for _ in parts for one in told)],
    ]
    put = []
    for year in draw.years:
        values = [draw.value(unit) for _ in parts for _, unit in told]
        rows.append([year, *values])
        pairs = [(part, one) for part in parts for one in told]
        put += [
            Put((body,), (f"{part}{name}",), year, _plain(value), unit)
            for (part, (name, unit)), value in zip(pairs, values, strict=True)
        ]  # fmt: skip
    return f"{body}{draw.one(('经营情况', '主要指标', '基本情况', '运行情况'))}", rows, 2, put


def _measures_by_year(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    told, many = draw.measures(2), draw.bodies(draw.chance.randint(2, 4))
    rows = [["单位", *(name for one in told for name in [draw.in_head(*one)] * len(draw.years))]]
    rows.append(["单位", *(year for _ in told for year in draw.years)])
    put = []
    for body in many:
        pairs = [(one, year) for one in told for year in draw.years]
        values = [draw.value(unit) for (_, unit), _ in pairs]
        rows.append([body, *values])
        put += [
            Put((body,), (name,), year, _plain(one), unit)
            for ((name, unit), year), one in zip(pairs, values, strict=True)
        ]
    return draw.one(("各单位对比", "主要指标比较", "情况一览")), rows, 2, put


def _transposed(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    told, many = draw.measures(draw.chance.randint(2, 4)), draw.bodies(draw.chance.randint(2, 4))
    in_cell = draw.one((True, False))
    rows, put = [[draw.one(("", "指标", "项目")), *many]], []
    for name, unit in told:
        values = [draw.value(unit) for _ in many]
        rows.append(
            [
                name if in_cell else draw.in_head(name, unit),
                *(f"{one}{unit if in_cell else ''}" for one in values),
            ]
        )
        put += [
            Put((body,), (name,), draw.year, _plain(one), unit)
            for body, one in zip(many, values, strict=True)
        ]
    return draw.one(("{}主要指标对比", "几家放在一起看（{}）", "{}对照表")).format(draw.year), rows, 1, put


def _spent(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    place = draw.body(0)
    what = draw.one(("民生支出", "一般公共预算支出", "财政支出", "固定资产投资", "专项资金支出"))
    things = draw.chance.sample(
        ("教育", "卫生健康", "社会保障和就业", "农林水", "城乡社区", "交通运输", "节能环保", "科学技术"), 3
    )
    heads = draw.one((("预算数", "决算数"), ("计划", "实际"), ("预算", "执行")))
    rows, put = [[draw.one(("科目", "项目", "支出项目", "类别")), *heads]], []
    for thing in (*things, draw.one(("合计", "总计"))):
        values = [draw.value("亿元") for _ in heads]
        rows.append([thing, *values])
        metrics = [(what, f"{what}{head}", head, f"{head}数") for head in heads]
        put += [
            Put((thing,), metric, draw.year, _plain(one), "亿元")
            for metric, one in zip(metrics, values, strict=True)
        ]
    return (
        f"{place}{draw.year}{what}{draw.one(('（亿元）', '（单位：亿元）', chr(10) + '单位：亿元'))}",
        rows,
        1,
        put,
    )


def _share_and_growth(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    place = draw.body(0)
    name, unit = draw.one(
        (("出口额", "亿元"), ("产值", "亿元"), ("销售额", "万元"), ("零售额", "亿元"), ("投资额", "亿元"))
    )
    things = draw.chance.sample(
        ("机电产品", "家具", "农产品", "纺织服装", "医药", "家用电器", "塑料制品", "玩具"), 3
    )
    grows = draw.one(("同比增长", "比上年增减", "同比", "比上年同期增减", "增速"))
    rows = [
        [
            draw.one(("商品", "行业", "品类")),
            draw.in_head(name, unit),
            draw.in_head(grows, "%"),
            draw.in_head("占比", "%"),
        ]
    ]
    put = []
    for thing in things:
        level, growth, share = draw.value(unit), draw.value("%"), draw.value("%")
        down = draw.one(("", "-"))
        rows.append([thing, level, f"{down}{growth}", share])
        put.append(Put((thing,), (name,), draw.year, _plain(level), unit))
        put.append(Put((thing,), (name,), draw.year, growth, "%"))
        put.append(Put((thing,), (f"{name}占比",), draw.year, share, "%"))
    return f"{draw.year}{place}{draw.one(('主要商品', '分行业', '重点品类'))}{name}", rows, 1, put


def _grouped(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    told, many = draw.measures(2), draw.bodies(2)
    merged = draw.one((True, False))
    rows, put = [[draw.one(("单位", "名称")), "指标", *draw.years]], []
    for body in many:
        for at, (name, unit) in enumerate(told):
            values = [draw.value(unit) for _ in draw.years]
            rows.append(["" if at and merged else body, draw.in_head(name, unit), *values])
            put += [
                Put((body,), (name,), year, _plain(one), unit)
                for year, one in zip(draw.years, values, strict=True)
            ]
    return draw.one(("主要指标", "基本情况", "经营对比")), rows, 1, put


def _owned_measure(draw: _Draw) -> tuple[str, list[list[str]], int, list[Put]]:
    body, (name, unit) = draw.body(), draw.measures(1)[0]
    corner = draw.in_head(draw.one(("指标", "类别", "项目")), unit)
    parts = draw.one(
        (("城镇居民", "农村居民"), ("东片", "西片"), ("一季度", "二季度"), ("线上渠道", "线下渠道"))
    )
    rows, put = [[corner, *draw.years]], []
    for part in parts:
        values = [draw.value(unit) for _ in draw.years]
        rows.append([part, *values])
        metrics = (name, f"{part}{name}", part, f"{body}{name}")
        timed = part.endswith("季度")
        put += [
            Put(
                (body,) if timed else (body, part, f"{body}{part}"),
                metrics,
                f"{year}{part}" if timed else year,
                _plain(one),
                unit,
            )
            for year, one in zip(draw.years, values, strict=True)
        ]  # fmt: skip
    return f"{body}{name}", rows, 1, put


LAYOUTS: Final[dict[str, Callable[[_Draw], tuple[str, list[list[str]], int, list[Put]]]]] = {
    "years as columns": _years_as_columns,
    "years as rows": _years_as_rows,
    "bodies as rows": _bodies_as_rows,
    "one measure": _one_measure,
    "parts by year": _parts_by_year,
    "measures by year": _measures_by_year,
    "transposed": _transposed,
    "spent": _spent,
    "share and growth": _share_and_growth,
    "grouped": _grouped,
    "measure of somebody": _owned_measure,
}


def drawn_table(layout: str, seed: int) -> DrawnTable:
    """Return one table of a layout, the same for the same seed."""
    draw = _Draw(seed)
    caption, rows, heads, put = LAYOUTS[layout](draw)
    return DrawnTable(layout, draw.text(caption, rows, heads), tuple(put))
