"""What was put into the cells of tables drawn at random comes out again: of whom, what, when and how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.knowledge.extraction import extract
from corpus.knowledge.tables.works import work_first
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.corpus.knowledge.drawn_tables import LAYOUTS, Put, drawn_table

_DRAWN = 30
"""Tables of each layout."""
_MAY_FAIL = 3
"""So many of them at most are not read wholly."""


def _read(text: str) -> list[Statistic]:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    return [one for one in found if one.cell is not None]


def _tells(one: Statistic, put: Put) -> bool:
    """Tell whether a figure says of whom, what, when and in which unit what was put into its cell."""
    return (
        (one.subject or one.region) in put.subjects
        and one.metric in put.metrics
        and one.unit == put.unit
        and put.period.rstrip("年度") in one.period.text
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_that_what_was_put_into_a_table_comes_out(layout: str) -> None:
    wrong = []
    for seed in range(_DRAWN):
        table = drawn_table(layout, seed)
        found = _read(table.text)
        by_value = {abs(one.value): one for one in found if one.value is not None}
        told = [by_value.get(Decimal(put.value)) for put in table.figures]
        assert None not in told, table.text
        assert len(found) == len(table.figures), table.text
        if not all(one and _tells(one, put) for one, put in zip(told, table.figures, strict=True)):
            wrong.append(table.text)
    assert len(wrong) <= _MAY_FAIL, "\n".join(wrong)


@pytest.mark.parametrize(
    ("caption", "work"),
    [
        ("渡头水文站逐年记录", "渡头水文站"),
        ("鹭汀气象站历年降水", "鹭汀气象站"),
        ("霁岭污水处理厂2023年处理量", "霁岭污水处理厂"),
        ("荻港图书馆藏书量", "荻港图书馆"),
        ("城市公园面积", ""),
        ("内河港口吞吐量", ""),
        ("三家医院床位", ""),
        ("各县图书馆藏书量", ""),
        ("普通高中在校生", ""),
    ],
)
def test_that_a_work_is_told_by_its_own_name_and_whole_kind(caption: str, work: str) -> None:
    assert work_first(caption) == work


def test_that_a_column_of_a_part_is_of_whose_table_it_is() -> None:
    text = (
        "表1 栗川航空经营情况\n年份\t国内\t国内\t国际\t国际\n"
        "年份\t旅客（万人）\t客座率（%）\t旅客（万人）\t客座率（%）\n2022\t41\t71\t42\t72\n"
    )
    assert [(one.subject, one.metric) for one in _read(text)] == [
        ("栗川航空", "国内旅客"),
        ("栗川航空", "国内客座率"),
        ("栗川航空", "国际旅客"),
        ("栗川航空", "国际客座率"),
    ]


def test_that_the_sort_of_the_rows_is_no_part_of_the_measure() -> None:
    rows = "\n名称\t2022年\t2023年\n栗川\t41\t42\n鹭汀\t51\t52\n"
    assert {one.metric for one in _read(f"2023年栗山县分行业产值（亿元）{rows}")} == {"产值"}
    assert {one.metric for one in _read(f"地区生产总值（亿元）{rows}")} == {"地区生产总值"}
    assert {one.metric for one in _read(f"企业利润（亿元）{rows}")} == {"企业利润"}
