"""Tables drawn at random with a level and what stands beside it: its growth, its share, its rank, in any order.

The measure stands around the table; its columns say only how much, or when, in the words that authors use for that.
"""

from __future__ import annotations

from typing import Final

from tests.corpus.knowledge.drawn_tables import DrawnTable, Put
from tests.corpus.knowledge.framed_tables import THINGS, FrameDraw

GROWTHS: Final = (
    "同比增长（%）", "增速（%）", "比上年增长%", "同比±%", "增幅（%）", "YoY", "同比", "增长率", "比上年同期增长（%）",
    "增减%",
    "同比（%）", "较上年增长", "同比增速", "比上年增减（%）", "同比增减", "增长（%）", "较上年±%",
)  # fmt: skip
SHARES: Final = (
    "占比（%）", "比重（%）", "占全部比重（%）", "份额", "占总量比重%", "构成（%）", "占比",
    "所占比重", "占合计%", "比例",
)  # fmt: skip
RANKS: Final = ("排名", "位次", "全省位次", "名次", "增速位次", "排序", "增速排名", "2023年排名", "序号")
LEVELS: Final = (
    "{m}（{u}）", "{m}({u})", "绝对量（{u}）", "总量（{u}）", "金额", "本期（{u}）", "{t}（{u}）", "{t}",
    "1—9月累计（{u}）",
    "数值", "{m}", "本年", "实绩", "绝对额（{u}）",
)  # fmt: skip
MEASURES: Final = (
    ("销售额", "万元"), ("进出口总额", "亿元"), ("产值", "亿元"), ("投资额", "亿元"), ("用电量", "亿千瓦时"),
    ("接待游客", "万人次"), ("贷款余额", "亿元"), ("出货量", "万台"), ("营业收入", "万元"), ("在校生人数", "人"),
    ("零售额", "亿元"), ("出口", "亿美元"), ("财政支出", "亿元"), ("新增就业", "万人"),
)  # fmt: skip


def table_of_levels(seed: int) -> DrawnTable:
    """Return one such table, the same for the same seed."""
    draw = FrameDraw(seed)
    chance = draw.chance
    (name, unit), level = chance.choice(MEASURES), chance.choice(LEVELS)
    names = chance.choice([list(chance.choice(THINGS)), draw.bodies()])
    names += [chance.choice(("合计", "总计", "全市", "合  计"))] if chance.random() < 0.5 else []
    columns = [("level", level.format(m=name, u=unit, t=draw.time))]
    for kind, heads in (("growth", GROWTHS), ("share", SHARES), ("rank", RANKS)):
        columns += [(kind, chance.choice(heads))] if chance.random() < 0.6 else []
    if chance.random() < 0.2:
        chance.shuffle(columns)
    sign = chance.random() < 0.5
    part = "1—9月" in level
    rows = [[chance.choice(("地区", "类别", "项目", "名称", "", "单位")), *(head for _, head in columns)]]
    put: list[Put] = []
    for place, one in enumerate(names):
        row = [one]
        for kind, head in columns:
            if kind == "rank":
                row.append(str(place + 1))
                continue
            value = draw.value()
            shown = value if kind == "level" or ("%" in head and not sign) else f"{value}%"
            row.append(f"{chance.choice(('', '+', '-'))}{shown}" if kind == "growth" else shown)
            bare = head.replace("（%）", "").replace("%", "")
            metrics = (name,) if kind != "share" else (f"{name}占比", f"{name}{bare}", bare)
            put.append(
                Put(
                    (one, one.replace(" ", "")),
                    metrics,
                    "1—9月" if part else draw.time,
                    value,
                    unit if kind == "level" else "%",
                )
            )
        rows.append(row)
    time = draw.time[:5] if part else "" if "{t}" in level else draw.time
    frame = draw.around(
        owner="", time=time, unit="" if "{u}" in level else unit,
        measure=f"{chance.choice(('', '各单位', '主要'))}{name}{chance.choice(('', '情况', '完成情况', '及增速'))}",
    )  # fmt: skip
    if frame.corner:
        frame.above.append(f"（{frame.corner}）")
        frame.corner = ""
    return draw.drawn("levels", rows, frame, put)
