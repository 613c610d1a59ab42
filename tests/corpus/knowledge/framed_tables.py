"""Tables drawn at random whose owner, time, measure and unit stand around them: in titles, sentences, notes, corners.

What the cells need from around is known for each way in which the axes share it out; each of the four is put at a
place of its own, or with the others in one line. Places, firms, works and figures are invented.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tests.corpus.knowledge.drawn_tables import DrawnTable, Put
from tests.corpus.knowledge.words_of_tables import CORES, FIRMS, LEVELS, MEASURES, WORKS

T = TypeVar("T")

_CORES: Final = [one for one in CORES if one[-1] != "港"]
"""荻港区 may be a part of a harbour as well."""
THINGS: Final = (
    ("甲类", "乙类", "丙类"),
    ("煤炭", "钢材", "水泥", "粮食"),
    ("线上", "线下"),
    ("一车间", "二车间", "三车间"),
    ("男", "女"),
    ("小学", "初中", "高中"),
    ("散户", "大户", "机构"),
)
TITLES: Final = (
    "{t}{o}{m}{u}", "{o}{t}{m}{u}", "{o}{m}{t_}{u}", "表3 {o}{t}{m}{u}", "附表1：{t}{o}{m}统计表{u}",
    "### {o}{m}情况{t_}{u}", "一张表看懂{o}{m}{t_}{u}", "{o}：{t}{m}{u}", "{o}{m}一览{t_}{u}", "附件2　{o}{t}{m}{u}",
    "（三）{o}{t}{m}{u}", "图表7：{t}{o}{m}{u}", "**{o}{t}{m}变化{u}**", "{o}{t}{m}{u}（附表）",
)  # fmt: skip
SENTENCES: Final = (
    "下表为{o}{t}{m}{su}。", "以下是{o}{t}的{m}数据{su}。", "我们整理了{o}{t}{m}，如下表所示{su}：",
    "先交代背景：各项工作平稳推进，没有大的起伏。{o}{t}{m}见下表{su}。", "为便于比较，现将{o}{t}{m}列表如下{su}：",
    "{o}{t}{m}如下{su}：", "表2给出了{o}{t}的{m}{su}。",
)  # fmt: skip
BELOW: Final = (
    "▲{t}{o}{m}{u}", "△ {o}{m}{t_}{u}", "表5　{t}{o}{m}{u}", "图表5：{o}{t}{m}{u}。", "数据范围：{o}{m}{nt}{nu}。",
    "注：本表为{o}{t}{m}{nu}。", "**表8　{o}{t}{m}{u}**",
)  # fmt: skip
TIMES_APART: Final = (
    ("above", "（{}）"), ("above", "{}"), ("above", "报告期：{}"), ("above", "截至{}末，各项工作平稳推进。"),
    ("below", "注：数据截至{}末。"), ("below", "（统计时间：{}）"), ("below", "注：以上均为{}数据。"), ("corner", "{}"),
    ("above", "{}，形势比人强，我们把账摊开来看。"),
)  # fmt: skip
UNITS_APART: Final = (
    ("above", "单位：{}"), ("above", "（单位：{}）"), ("above", "计量单位：{}"), ("below", "单位：{}。"),
    ("below", "注：单位均为{}。"), ("below", "*为初步数；单位：{}。"), ("corner", "单位：{}"), ("above", "（{}）"),
    ("above", "以下数据单位均为{}。"),
)  # fmt: skip
IDLE: Final = ("", "", "二、基本情况", "谁也没有想到，账面会这样难看。", "受基数影响，走势有所分化。")


@dataclass
class _Frame:
    """What stands around the table, as it is put there line by line."""

    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    corner: str = ""


class FrameDraw:
    """The choices one table and its surroundings are drawn by."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- what is drawn for a test, nothing secret
        self.kind = self.chance.randrange(3)
        first = self.chance.randint(2008, 2020)
        style = self.one(("{}年", "{}", "{}年度"))
        self.years = [style.format(first + at) for at in range(self.chance.randint(2, 4))]
        self.time = f"{first + 3}年" + self.one(("", "", "上半年", "一季度", "9月"))
        self.used: set[str] = set()

    def one(self, of: Sequence[T]) -> T:
        return self.chance.choice(of)

    def body(self) -> str:
        return f"{self.one(_CORES)}{self.one((LEVELS, FIRMS, WORKS)[self.kind])}"

    def bodies(self) -> list[str]:
        end = self.one((LEVELS, FIRMS, WORKS)[self.kind])
        return [f"{core}{end}" for core in self.chance.sample(_CORES, self.chance.randint(3, 5))]

    def measures(self, count: int) -> list[tuple[str, str]]:
        return self.chance.sample(MEASURES[self.kind], count)

    def value(self) -> str:
        while True:
            value = f"{self.chance.randint(21, 9900)}.{self.chance.randint(1, 9)}"
            if value not in self.used:
                self.used.add(value)
                return value

    def around(self, *, owner: str, time: str, measure: str, unit: str) -> _Frame:
        """Put what the cells need around them, each at a place of its own or in one line with the others."""
        frame = _Frame()
        time_apart = self.one(TIMES_APART) if time and self.one((True, False)) else None
        unit_apart = self.one(UNITS_APART) if unit and self.one((True, False)) else None
        corners = [one for one in (time_apart, unit_apart) if one and one[0] == "corner"]
        if len(corners) > 1:
            unit_apart = UNITS_APART[0]
        if (
            time_apart
            and ("{}末" in time_apart[1] or time_apart[1].startswith("{}，"))
            and time[-1] not in "年月"
        ):
            time_apart = TIMES_APART[0]
        told = "" if time_apart else time
        within = "" if unit_apart else unit
        slots = {
            "o": owner, "t": told, "m": measure, "t_": f"（{told}）" if told else "",
            "u": self.one(("（{}）", "（单位：{}）")).format(within) if within else "",
            "su": self.one(("，单位：{}", "（单位：{}）", "，单位为{}")).format(within) if within else "",
            "nu": f"；单位：{within}" if within else "", "nt": f"；统计时间：{told}" if told else "",
        }  # fmt: skip
        where = self.one(("title", "sentence", "below")) if owner or measure else "none"
        if where == "none":
            if told:
                frame.above.append(f"{told}主要指标")
            if within:
                frame.above.append(f"单位：{within}")
        elif where == "below":
            frame.below.append(self.one(BELOW).format(**slots))
        else:
            frame.above.append(self.one(TITLES if where == "title" else SENTENCES).format(**slots))
        for apart, words in ((time_apart, time), (unit_apart, unit)):
            if apart is None:
                continue
            line = apart[1].format(words)
            if apart[0] == "corner":
                frame.corner = line
            elif apart[0] == "above":
                frame.above.append(line)
            else:
                frame.below.append(line)
        if where != "none" and self.one((True, False)):
            frame.above.insert(0, self.one(IDLE))
        return frame

    def drawn(self, name: str, rows: list[list[str]], frame: _Frame, put: list[Put]) -> DrawnTable:
        """Return the text: lines above, the table in some format, lines below."""
        if frame.corner:
            rows[0][0] = frame.corner
        above = "\n".join(filter(None, frame.above))
        if self.one((True, False)):
            table = "\n".join("\t".join(row) for row in rows)
            return DrawnTable(name, "\n".join(filter(None, [above, table, *frame.below])) + "\n", tuple(put))
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, f"|{'---|' * len(rows[0])}")
        blocks = [*filter(None, frame.above), "\n".join(lines), *frame.below]
        return DrawnTable(name, "\n\n".join(blocks) + "\n", tuple(put))


def _measure_rows(draw: FrameDraw, *, by_time: bool) -> DrawnTable:
    """Measures against years, of one whose table it is."""
    owner, told = draw.body(), draw.measures(draw.chance.randint(2, 4))
    heads = [f"{name}（{unit}）" for name, unit in told]
    values = {(name, year): draw.value() for name, _ in told for year in draw.years}
    put = [
        Put((owner,), (name,), year, values[name, year], unit) for name, unit in told for year in draw.years
    ]
    if by_time:
        rows = [[draw.one(("年份", "年度", "时间", "")), *heads]]
        rows += [[year, *(values[name, year] for name, _ in told)] for year in draw.years]
    else:
        rows = [[draw.one(("指标", "项目", "", "指标名称")), *draw.years]]
        rows += [
            [head, *(values[name, year] for year in draw.years)]
            for head, (name, _) in zip(heads, told, strict=True)
        ]
    topic = draw.one(("主要指标", "基本情况", "近年数据", "运行情况", "主要数据"))
    return draw.drawn(
        "measures by year", rows, draw.around(owner=owner, time="", measure=topic, unit=""), put
    )


def measures_by_year(draw: FrameDraw) -> DrawnTable:
    return _measure_rows(draw, by_time=False)


def years_by_measure(draw: FrameDraw) -> DrawnTable:
    return _measure_rows(draw, by_time=True)


def bodies_by_measure(draw: FrameDraw, *, across: bool = False) -> DrawnTable:
    """Bodies against measures, of one time."""
    bodies, told = draw.bodies(), draw.measures(draw.chance.randint(2, 3))
    heads = [f"{name}（{unit}）" for name, unit in told]
    values = {(body, name): draw.value() for body in bodies for name, _ in told}
    put = [
        Put((body,), (name,), draw.time, values[body, name], unit) for body in bodies for name, unit in told
    ]
    if across:
        rows = [[draw.one(("指标", "项目", "")), *bodies]]
        rows += [
            [head, *(values[body, name] for body in bodies)]
            for head, (name, _) in zip(heads, told, strict=True)
        ]
    else:
        corner = draw.one((("地区", "县市区"), ("公司", "企业"), ("单位", "名称"))[draw.kind])
        rows = [[corner, *heads]] + [[body, *(values[body, name] for name, _ in told)] for body in bodies]
    topic = draw.one(("主要指标对比", "情况一览", "对照"))
    return draw.drawn(
        "bodies by measure", rows, draw.around(owner="", time=draw.time, measure=topic, unit=""), put
    )


def measures_by_body(draw: FrameDraw) -> DrawnTable:
    return bodies_by_measure(draw, across=True)


def bodies_by_year(draw: FrameDraw, *, across: bool = False, things: bool = False) -> DrawnTable:
    """Bodies or things against years, of one measure in one unit."""
    name, unit = draw.measures(1)[0]
    owner = draw.body() if things else ""
    rows_of = list(draw.one(THINGS)) if things else draw.bodies()
    values = {(one, year): draw.value() for one in rows_of for year in draw.years}
    put = []
    for one in rows_of:
        subjects = (one, f"{owner}{one}", owner) if things else (one,)
        metrics = (name, f"{one}{name}", f"{owner}{name}", one) if things else (name,)
        put += [Put(subjects, metrics, year, values[one, year], unit) for year in draw.years]
    if across:
        rows = [[draw.one(("年份", "时间", "年度")), *rows_of]]
        rows += [[year, *(values[one, year] for one in rows_of)] for year in draw.years]
    else:
        rows = [[draw.one(("类别", "项目", "") if things else ("单位", "名称", "")), *draw.years]]
        rows += [[one, *(values[one, year] for year in draw.years)] for one in rows_of]
    about = "" if things else draw.one(("", "各单位"))
    frame = draw.around(owner=owner, time="", measure=f"{about}{name}", unit=unit)
    return draw.drawn("bodies by year", rows, frame, put)


def years_by_body(draw: FrameDraw) -> DrawnTable:
    return bodies_by_year(draw, across=True)


def things_by_year(draw: FrameDraw) -> DrawnTable:
    return bodies_by_year(draw, things=True)


def years_by_thing(draw: FrameDraw) -> DrawnTable:
    return bodies_by_year(draw, things=True, across=True)


def things_once(draw: FrameDraw) -> DrawnTable:
    """Things with one number each, or two: all that is said of them stands around."""
    (name, unit), owner = draw.measures(1)[0], draw.body()
    things = list(draw.one(THINGS))
    heads = draw.one((("数量",), ("数值",), ("本期",), ("计划", "实际"), ("甲班", "乙班")))
    values = {(one, head): draw.value() for one in things for head in heads}
    rows = [["类别", *heads], *([one, *(values[one, head] for head in heads)] for one in things)]
    put = [
        Put(
            (one, f"{owner}{one}", f"{one}{head}", owner),
            (name, f"{one}{name}", f"{name}{head}", head, f"{head}{name}", f"{owner}{name}", f"{owner}{name}{head}"),
            draw.time, values[one, head], unit,
        )
        for one in things for head in heads
    ]  # fmt: skip
    return draw.drawn(
        "things once", rows, draw.around(owner=owner, time=draw.time, measure=name, unit=unit), put
    )


FRAMED: Final = (
    measures_by_year, years_by_measure, bodies_by_measure, measures_by_body, bodies_by_year, years_by_body,
    things_by_year, years_by_thing, things_once,
)  # fmt: skip
"""Every way in which the axes share out what a figure needs."""
