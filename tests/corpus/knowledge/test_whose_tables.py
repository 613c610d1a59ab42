"""Whose a table is by what stands in its corner or below it, and prices whose unit says for how much."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences

ROWS = (
    "| {corner} | 2022年 | 2023年 |",
    "| --- | --- | --- |",
    "| 营业收入 | 1,862 | 2,015 |",
    "| 净利润 | 143 | 96 |",
)


def read(text: str) -> Iterator[Statistic]:
    return (
        one for one in extract(text, sentences(text), builtin_knowledge()).statistics if one.cell is not None
    )


@pytest.mark.parametrize("firm", ["石韵陶瓷", "云峤科技", "岚桥食品股份有限公司"])
def test_that_a_firm_in_the_corner_is_whose_all_figures_are(firm: str) -> None:
    table = "\n".join(ROWS).format(corner=firm)
    found = list(read(f"盈利预测（单位：百万元）\n\n{table}\n"))
    assert {one.subject for one in found} == {firm}
    assert {one.metric for one in found} == {"营业收入", "净利润"}


@pytest.mark.parametrize("corner", ["项目", "指标", "营业收入", "年份"])
def test_that_another_corner_is_nobody(corner: str) -> None:
    table = "\n".join(ROWS).format(corner=corner)
    assert {one.subject for one in read(f"盈利预测（单位：百万元）\n\n{table}\n")} == {""}


SCHOOLS = (
    "| 学年 | 在校学生/人 | 专任教师/人 |\n| --- | --- | --- |\n"
    "| 2021年 | 48216 | 2870 |\n| 2022年 | 53904 | 3369 |\n"
)


@pytest.mark.parametrize("number", ["表1-3　", "表 4 ", "附表2　", "图表7：", "表："])
def test_that_a_caption_below_says_whose_a_table_is(number: str) -> None:
    assert {
        one.region or one.subject
        for one in read(f"规模见下。\n\n{SCHOOLS}\n{number}霁山区中小学在校学生与专任教师\n")
    } == {"霁山区"}


def test_that_a_caption_above_the_next_table_is_that_ones() -> None:
    more = (
        SCHOOLS.replace("48216", "1500").replace("53904", "1600").replace("2870", "90").replace("3369", "95")
    )
    text = f"表1　霁山区中小学在校学生\n\n{SCHOOLS}\n表2　岚溪区中小学在校学生\n\n{more}"
    whose = [one.region or one.subject for one in read(text)]
    assert whose == ["霁山区"] * 4 + ["岚溪区"] * 4


@pytest.mark.parametrize(
    ("sign", "unit"), [("$", "美元/吨"), ("￥", "元/吨"), ("", "元/公斤"), ("€", "欧元/桶")]
)
def test_that_a_sign_of_money_keeps_for_how_much_a_price_is(sign: str, unit: str) -> None:
    rows = f"| 针叶浆 | {sign}765 |\n| 阔叶浆 | {sign}690 |\n"
    text = f"表2　木浆报价\n\n| 品种 | 现货价（{unit}） |\n| --- | --- |\n{rows}"
    assert [one.unit for one in read(text)] == [unit, unit]
