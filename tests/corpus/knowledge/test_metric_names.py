"""Figures are named as people would look for them, or left alone where a clause names nothing that can be counted."""

from __future__ import annotations

import pytest

from corpus.library.intake.extracting import extract_bare


def named(text: str) -> list[tuple[str, str]]:
    """Return number and metric of the figures of a text."""
    return [(one.figure.of(text), one.metric) for one in extract_bare(text).found.statistics]


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("去年全县新增茶叶企业45家、电商服务站397个。", "397个", "新增电商服务站"),
        ("年内新建公共茶室12间、骑行驿站30座。", "30座", "新建骑行驿站"),
        ("茶叶出口增长8.4%，高于全国1.4个百分点。", "1.4个百分点", "茶叶出口高于全国"),
        ("青禾物流以39.7亿元收购蓝田仓储67%股权。", "39.7亿元", "收购金额"),
        ("青禾物流以39.7亿元收购蓝田仓储67%股权。", "67%", "收购股权比例"),
        ("法院判决青禾物流公司向原告支付融资本金7.4亿元。", "7.4亿元", "支付融资本金"),
        ("股东周某计划在六个月内以集中竞价方式减持公司股份179万股。", "179万股", "减持公司股份"),
        ("青禾物流须向用户协会支付1.2亿元作为赔偿。", "1.2亿元", "赔偿"),
    ],
)
def test_that_a_figure_has_the_name_it_is_looked_for_by(text: str, number: str, metric: str) -> None:
    assert dict(named(text))[number] == metric


@pytest.mark.parametrize(
    "text",
    [
        "茶园面积达到12万亩、茶农9万人。",
        "青禾物流的回购专户股份数为12万股。",
        "蓝田仓储的质押比例达到96.8%。",
    ],
)
def test_that_what_has_a_name_keeps_it(text: str) -> None:
    assert all(not metric.startswith(("新增", "收购")) and len(metric) > 1 for _number, metric in named(text))


def test_that_a_price_of_nothing_told_is_left_out() -> None:
    assert named("二级市场上青禾物流以23.5亿元。") == []


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("青禾资本的董事长周二宣布收购9亿元蓝田仓储公司的股份。", "9亿元", "收购金额"),
        ("青禾物流拟为控股孙公司蓝田仓储有限公司使用商业银行分行1.4亿元授信提供担保。", "1.4亿元", "授信"),
        ("周某将其持有的无限售流通股200万股质押给银行。", "200万股", "质押股份"),
        ("中国人寿及其一致行动人持股比例增至18.23%。", "18.23%", "中国人寿及其一致行动人持股比例"),
    ],
)
def test_that_a_deal_is_named_by_what_is_done(text: str, number: str, metric: str) -> None:
    assert dict(named(text))[number] == metric


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("上海市静安区人民法院判决赔偿58万元。", ""),
        ("浙江博物馆接待观众120万人次。", ""),
        ("浙江粮食产量达到650万吨。", "浙江"),
        ("全省博物馆达到420家。", "全省"),
    ],
)
def test_that_a_place_in_the_name_of_a_body_is_not_what_a_figure_speaks_of(text: str, region: str) -> None:
    assert [one.region for one in extract_bare(text).found.statistics] == [region]
