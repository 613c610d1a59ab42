"""Short forms a text goes on with: invented full names times the usual ways of shortening times where they stand."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.names.finding import find_names

CORES = ("云峤", "砚北", "泽源", "瑞钧", "石枫", "鹿浦", "岐梁", "蓝屿", "鲸澜", "墨泊", "霁川", "晋垣")
TRADES = (
    ("生物医药", 2),
    ("智能装备制造", 2),
    ("水务投资", 2),
    ("半导体设备", 3),
    ("环保工程", 2),
    ("供应链管理", 3),
)
"""What the companies do, and how many characters the first word of it has."""
FORMS = ("股份有限公司", "有限公司", "集团有限公司")
PLACES = ("", "浙江", "深圳市")
STORIES = (
    "{full}昨晚披露年报，营收增长三成。{short}同时提示，原料报价已连跌七周。",
    "{full}成立于2009年，总部设在江边。2022年，{short}完成B轮融资。",
    "{full}与另一家企业签约后，有分析称{short}的订单能见度较高。",
)
FULL_NAMES = tuple(
    (f"{PLACES[place % 3]}{core}{trade}{FORMS[place % 2]}", core, trade, first)
    for place, (core, (trade, first)) in enumerate(product(CORES, TRADES))
)


def led_to(text: str, short: str) -> set[str]:
    return {one.platform for one in find_names(text) if one.text == short}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize(
    "way", ["with the first of its trade", "with the last of its trade", "with one of each"]
)
def test_that_a_short_form_is_led_to_its_full_name(story: str, way: str) -> None:
    lost = []
    for full, core, trade, first in FULL_NAMES:
        short = (
            core
            + {
                "with the first of its trade": trade[:first],
                "with the last of its trade": trade[-2:],
                "with one of each": trade[0] + trade[-2],
            }[way]
        )
        if led_to(story.format(full=full, short=short), short) != {full}:
            lost.append((full, short))
    assert len(lost) <= len(FULL_NAMES) // 10, lost


@pytest.mark.parametrize("story", STORIES)
def test_that_an_own_part_no_dictionary_has_is_led_to_its_full_name(story: str) -> None:
    lost = [
        full for full, core, _, _ in FULL_NAMES if led_to(story.format(full=full, short=core), core) != {full}
    ]
    assert len(lost) <= len(FULL_NAMES) // 4, lost


@pytest.mark.parametrize(
    "text",
    [
        "{full}昨晚披露年报。位于{core}市的工厂停产，{core}当地人都知道。",
        "{full}昨晚披露年报。{core}磨床厂是另一家，厂长姓周。",
        "{full}发行了债券，简称“22{core}债”。",
        "{full}与{core}乐器有限公司只是碰巧同名，{core}的老板并不认识对方。",
        "{full}持有{core}农牧六成股权，{core}农牧去年亏损。",
    ],
)
def test_that_what_only_begins_alike_is_led_nowhere(text: str) -> None:
    for full, core, _, _ in FULL_NAMES:
        told = text.format(full=full, core=core)
        assert led_to(told, core) <= {core}, told
        assert full not in led_to(told, f"{core}农牧"), told


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("主办方江淮畜牧兽医学会（江牧会）介绍，报名的企业超过六百家。", "江牧会", "江淮畜牧兽医学会"),
        ("数据来自楚泽省农村金融研究中心（楚泽农金中心）的问卷。", "楚泽农金中心", "楚泽省农村金融研究中心"),
        ("本文以晋垣重型锻压厂（下文简称晋锻）为个案。", "晋锻", "晋垣重型锻压厂"),
        ("发行人泽源水务投资有限公司（简称“泽源水务”“发行人”）派员。", "泽源水务", "泽源水务投资有限公司"),
    ],
)  # fmt: skip
def test_that_a_short_form_in_brackets_tells_where_its_name_begins(text: str, short: str, name: str) -> None:
    assert led_to(text, short) == {name}


def test_that_roles_and_places_in_brackets_are_no_short_forms() -> None:
    told = find_names("受托管理人浔川证券股份有限公司（以下称“浔川证券”或“受托管理人”）召集会议。")
    assert {one.text for one in told} == {"浔川证券股份有限公司", "浔川证券"}
    assert "丹麦" not in {one.text for one in find_names("标的：Nordlyd Audio（丹麦）\n收购比例：100%")}


def test_that_shares_under_special_treatment_keep_their_name() -> None:
    told = find_names("连续二十个交易日收在1元以下，ST鑫榕被上交所终止上市。")
    assert {(one.text, one.platform) for one in told if "鑫榕" in one.text} == {("ST鑫榕", "ST鑫榕")}
