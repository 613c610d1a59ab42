"""Names that several signs all over a text, or the company they are listed in, give away; and what looks like them."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@every(
    ("text", "found"),
    [
        ("法院认定拼贝抓取鹿橙平台的评价，判令其赔偿鹿橙经济损失。", {"鹿橙"}),
        ("认定趣晒App擅自抓取数据。", {"趣晒"}),
        ("前五大厂商分别为华锦、创微、敷泽佳和贝蓓妮。", {"创微", "敷泽佳", "贝蓓妮", "华锦"}),
        ("抽检不合格的涉及唐小狸、迪茉两个品牌。", {"唐小狸", "迪茉"}),
        ("盒马、蔬果园都缺货。", {"盒马", "蔬果园"}),
        ("盒马和丸越都缺货。", {"盒马", "丸越"}),
        ("稻穗居、全聚德都在前门大街。", {"稻穗居", "全聚德"}),
        ("去年途岚在港交所挂牌上市。", {"途岚"}),
        ("2024年途岚正式在港交所挂牌上市。", {"途岚"}),
        ("小米今天发布了新手机；理想则在同一天宣布降价。", {"小米", "理想"}),
        ("支付公司 Quillon 同意以 11 亿美元收购初创企业 Brackle，这是一笔大买卖。", {"Quillon", "Brackle"}),
        ("瑞士香料巨头奇瓦诺宣布收购巴西香料公司维拉索。", {"奇瓦诺", "维拉索"}),
        ("监管部门对东海鼎盛基金采取措施。", {"东海鼎盛基金"}),
    ],
)
def test_that_signs_together_give_a_name_away(text: str, found: set[str]) -> None:
    assert names(text) >= found


@pytest.mark.parametrize(
    "text",
    [
        "中国移动支付用户已超过9亿。",
        "股东为张小北、李明远和王大川。",
        "Zach Abrams 与 Sean Yu 于 2022 年相识。",
        "两位局长宣布，线上平台与线上会员不再分开。",
        "熬小米粥要多放水，苹果价格又跌了，这是理想状态。",
    ],
)
def test_that_people_trades_and_phrases_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_that_an_everyday_word_that_is_a_company_elsewhere_stays_a_word_within_another() -> None:
    text = "小米发布新手机，熬小米粥的电饭煲也卖得好。"
    assert [one.span.start for one in find_names(text)] == [0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("芮思迈的试剂不准，芮思迈宣布召回。芮思迈客服没有回应。", {"芮思迈"}),
        ("越南电动车企业永岚在美国难做。今年永岚只交付了1,106辆车。", {"永岚"}),
        ("据艾岑咨询统计，份额在上升。", {"艾岑咨询"}),
    ],
)
def test_that_a_name_ends_and_begins_with_its_own_words(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_that_a_name_and_its_core_are_one_company() -> None:
    owners = {
        one.text: one.platform for one in find_names("灵跃科技完成A轮融资。灵跃成立于2022年，灵跃宣布扩产。")
    }
    assert owners == {"灵跃科技": "灵跃科技", "灵跃": "灵跃科技"}
    owners = {one.text: one.platform for one in find_names("灵跃资本领投。灵跃宣布扩产，灵跃门店已有三家。")}
    assert owners.get("灵跃") != "灵跃资本" or "灵跃" not in owners
