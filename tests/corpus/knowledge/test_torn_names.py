"""Names torn out of longer words and phrases are none, or are read as far as they go."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.torn import is_torn
from corpus.knowledge.phrases.company_words import listed
from corpus.model.span import Span


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@pytest.mark.parametrize("word", sorted(listed("goes_on_as")))
def test_that_a_form_that_goes_on_ends_no_name(word: str) -> None:
    form, _, rest = word.partition("|")
    text = f"青禾{form}{rest}方面"
    assert is_torn(text, Span(0, 2 + len(form)))


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("近年最大的收获是周世安控股的蓝田能源公司发现的气田。", "周世安控股"),
        ("财务人员越权以公司名义签署合同。", "权以公司"),
        ("联手收购历史悠久的健康涂抹酱公司Verdant。", "涂抹酱公司"),
        ("世界第二大油服公司成立。", "大油服公司"),
        ("最终“诽谤门”以致歉了结。", "诽谤门"),
        ("“青禾系”两公司同日公告。", "青禾系"),
        ("进军桩工机械与混凝土机械领域。", "桩工机械"),
        ("(合称“转让方”)持有的股权", "转让方"),
        ("青禾集团收购蓝田仓储及其子公司（合称“转让方”）的股权。", "转让方"),
        ("沪江联合产权交易所最新信息显示，某公司转让股权。", "产权交易所"),
        ("合资公司 Pty Ltd 公司董事会已签署提案。", "Pty Ltd"),
        ("首席执行官 Werner Baumann 宣布辞职。", "Werner Baumann"),
        ("新华网沪江3月2日电 青禾公司公布半年度报告。", "新华网"),
    ],
)
def test_that_a_torn_name_is_none(text: str, torn: str) -> None:
    assert torn not in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上海文化广播影视集团的两大平台公告上市。", "上海文化广播影视集团"),
        ("基金的管理人赛领资本确认，已通过审批。", "赛领资本"),
        ("根据质押日众泰汽车收盘价估算，质押市值两亿元。", "众泰汽车"),
        ("[合同中标]航锦科技：签署图形处理芯片订单航锦科技(000818)公告。", "航锦科技"),
        ("公司控股股东金龙集团大股东将股权转让。", "金龙集团"),
    ],
)
def test_that_a_name_is_read_as_far_as_it_goes(text: str, name: str) -> None:
    assert name in names(text)
