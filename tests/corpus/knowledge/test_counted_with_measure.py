"""Things counted that a measure of their own tells apart, and dates that only say since when somebody is there."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.text.sentences import sentences


def told(text: str) -> list[tuple[str, str]]:
    return [(one.metric, one.figure.of(text)) for one in extract_statistics(text, sentences(text))]


@pytest.mark.parametrize(
    ("lead", "thing"),
    list(
        product(
            ("全省共有", "园区引进", "目前已建成"),
            (
                ("3座", "高度超过100米的水电站"),
                ("12家", "年收入超过1亿元的企业"),
                ("15个", "面积50平方米以上的卫生室"),
            ),
        )
    ),
)
def test_that_a_count_is_of_things_with_their_bound(lead: str, thing: tuple[str, str]) -> None:
    count, name = thing
    assert told(f"{lead}{count}{name}。") == [(name, count)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "集团现有4条年产能为20万吨的生产线。",
            [("年产能为20万吨的生产线", "4条"), ("年产能", "20万吨")],
        ),
        ("目前有23家企业营收超过100亿元。", [("营收超过100亿元的企业", "23家")]),
        ("公司的1500名员工还获得了共计价值20亿美元的奖金。", [("员工", "1500名")]),
        ("展会吸引来自35个国家和地区的参展商。", [("国家和地区", "35个")]),
    ],
)
def test_that_a_measure_told_of_each_thing_is_a_figure_too(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text)[: len(figures)] == figures


def test_that_the_sum_of_all_things_is_no_bound_of_each() -> None:
    assert ("涉海重点项目完成投资", "800亿元") in told("211个涉海重点项目完成投资超800亿元。")


@pytest.mark.parametrize("since", ["2010年成立的", "1994年创办的", "1998年出生的"])
def test_that_since_when_somebody_is_there_dates_no_figure(since: str) -> None:
    text = f"{since}海棠公司员工达到320人。"
    (one,) = extract_statistics(text, sentences(text))
    assert (one.metric, one.period.text) == ("海棠公司员工", "")


def test_that_years_that_have_passed_part_a_figure_from_a_date() -> None:
    text = "2004年7月28日1号线通车，经过19年的发展，线网运营里程达460公里。"
    (one,) = extract_statistics(text, sentences(text))
    assert (one.metric, one.period.text) == ("线网运营里程", "")
