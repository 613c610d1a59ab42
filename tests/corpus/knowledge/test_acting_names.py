"""Names of everyday words: told by what companies do, or by a word that is hardly used of things."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes.torn import ends_in_a_word
from index.segment.quick import word_frequency


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("麦田便利全年卖出饭团 1.3 亿个。", "麦田便利"),
        ("卓然智能去年交付机器人 4,100 台。", "卓然智能"),
        ("远志教育：控股股东拟减持不超过 2% 股份", "远志教育"),
        ("镇里与瀚渔船舶签约，共建船坞。", "瀚渔船舶"),
        ("和悦饮料去年盈利 2.8 亿元。", "和悦饮料"),
        ("2023年瀚渔生物固定资产投资5亿元。", "瀚渔生物"),
        ("继瑞禾水泥之后，金隆建材也发布了预亏公告。", "瑞禾水泥"),
        ("暮野酒店的首店将于 10 月开业。", "暮野酒店"),
        ("有一款叫“慢听”的应用，月活过百万。", "慢听"),
        ("Brightfen中国区总裁陈晓说，第二总部放在苏州。", "Brightfen"),
        ("德国的Jäger Werk收购了锐石工具的股权。", "Jäger Werk"),
    ],
)
def test_that_a_company_is_found_by_what_it_does(text: str, name: str) -> None:
    assert name in {one.text for one in find_names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "城市酒店的首店将于 10 月开业。",
        "提质建设现代化产业体系，做强科技支撑。",
        "开源教育的规模还小，开源的课程不多，开源社区在帮忙。",
        "今年远洋渔业发布行规。",
        "线上教育签约人数增长。",
    ],
)
def test_that_kinds_of_trade_are_no_companies(text: str) -> None:
    assert find_names(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "torn"),
    [
        ("唯品会员可以提前入场", "唯品会", True),
        ("京东北的那条路", "京东", True),
        ("联合利华盛顿的大学", "联合利华", True),
        ("京东在宿迁建仓", "京东", False),
        ("唯品会会员可以提前入场", "唯品会", False),
        ("唯品会上市", "唯品会", False),
    ],
)
def test_that_a_name_torn_out_of_two_words_is_none(text: str, name: str, torn: bool) -> None:
    assert ends_in_a_word(text, len(name)) is torn


def test_that_rare_words_are_told_from_common_ones_and_unknown_ones() -> None:
    assert 0 < word_frequency("卓然") < word_frequency("高端") < word_frequency("城市")
    assert word_frequency("瀚渔") == word_frequency("") == 0
