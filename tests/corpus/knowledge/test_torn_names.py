"""Names torn out of longer words and phrases are none, or are read as far as they go."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes.torn import is_torn
from corpus.knowledge.phrases.company_words import listed
from corpus.model.span import Span
from tests.lines import every


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@every("trade", sorted(listed("trades")))
def test_that_a_registered_name_holds_what_its_company_does(trade: str) -> None:
    for name in (f"砚北{trade}有限公司", f"青禾汽车{trade}服务股份有限公司"):
        assert names(f"信息显示，{name}由三家企业共同出资设立。") == {name}


def test_that_a_known_name_is_none_within_one_nobody_knows() -> None:
    assert names("天津丰利与杭州浩中金宏签订协议，约定浩中金宏借款7亿元。") == {"杭州浩中金宏"}
    assert names("股票由中金承销，被中金收下。") == {"中金"}


@every("word", sorted(listed("goes_on_as")))
def test_that_a_form_that_goes_on_ends_no_name(word: str) -> None:
    form, _, rest = word.partition("|")
    text = f"青禾{form}{rest}方面"
    assert is_torn(text, Span(0, 2 + len(form)))


@every(
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
        ("其二，近几年公司高管转做投资的不少。", "近几年公司"),
        ("借款担保总额已达到公司股东大会批准额度的上限。", "已达到公司"),
        ("宣布收购两家美国娱乐公司(非制片公司)。", "非制片公司"),
        ("全国首例游戏直播侵权案中，法院作出判决。", "游戏直播"),
        ("国家电投控股的青禾能源发布重组公告。", "国家电投控股"),
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
        ("受益于海外订单，比亚迪能源一季度净利润增长三成。", "比亚迪能源"),
        ("将股权质押给了大连万达集团，以获得流动资金。", "大连万达集团"),
        ("百度智能云宣布接入新的模型。", "百度智能云"),
        ("医院引进的手术机器人由精芒医疗生产。", "精芒医疗"),
    ],
)
def test_that_a_name_is_read_as_far_as_it_goes(text: str, name: str) -> None:
    assert name in names(text)
