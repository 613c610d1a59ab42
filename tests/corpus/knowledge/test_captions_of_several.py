"""Tables of several measures of one thing: 光伏组件进出口; years' ends in heads, money per what by English words."""

from __future__ import annotations

import pytest

from tests.corpus.knowledge.figures_read import figures_of

THINGS = ("工业机器人", "光伏组件", "机动车", "粮食", "冷鲜肉")
SEVERAL = {
    "产销情况": ("产量", "销量"),
    "产销与保有情况": ("产量", "保有量"),
    "进出口情况": ("进口额", "出口额"),
    "收支与库存": ("产量", "消费量"),
    "供需平衡": ("产量", "消费量"),
}


@pytest.mark.parametrize("several", SEVERAL)
def test_that_each_measure_is_of_the_thing_the_caption_names(several: str) -> None:
    for thing in THINGS:
        first, second = SEVERAL[several]
        table = f"表3 {thing}{several}\n年份\t{first}（万吨）\t{second}（万吨）\n2021\t31.1\t29.9\n2022\t36.9\t33.8"
        told = {one.metric for one in figures_of(table)}
        assert told == {f"{thing}{first}", f"{thing}{second}"}


@pytest.mark.parametrize("end", ["期末", "年末", "年底"])
def test_that_what_is_so_at_the_end_of_a_row_s_year_has_its_last_day(end: str) -> None:
    table = f"表3 云川市人口\n年份\t出生人数（万人）\t{end}人口（万人）\n2021\t3.1\t290.9\n2022\t3.2\t293.8"
    ends = [one.period for one in figures_of(table) if one.metric.endswith("人口")]
    assert [(one.text, one.start, one.end) for one in ends] == [
        (f"{year}年末", f"{year}-12-31", f"{year}-12-31") for year in (2021, 2022)
    ]


def test_that_a_head_of_a_year_s_end_meets_the_sentence() -> None:
    (cell, *_) = figures_of("表1 云川市人口\n指标\t2023年末\t2024年末\n常住人口（万人）\t320\t325")
    (told,) = figures_of("2023年末，云川市常住人口320万人。")
    assert (cell.period.start, cell.period.end) == (told.period.start, told.period.end)


@pytest.mark.parametrize("unit", ["US$/sqm/month", "HK$/sqm/month", "€/t", "$/kg", "USD/ton"])
def test_that_money_per_what_is_read_by_english_words(unit: str) -> None:
    table = f"主要城市写字楼租金（2024年一季度）\n城市\t租金（{unit}）\t空置率（%）\n霁城\t37.3\t18.9\n汐湾\t26.7\t25.4"
    rents = [one for one in figures_of(table) if one.metric == "租金"]
    assert [one.unit for one in rents] == [unit, unit]
