"""Sentences that look like those rules of names, facts and shares were made for, and are read without them."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences


def read(text: str) -> Extraction:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("增长12%的青禾科技表示，全年营收12亿元。", ["营收 12亿元"]),
        ("公司多数股东认为，估值应为12亿元。", ["估值 12亿元"]),
        ("每增加1元投入，可带动3.2元产出，去年产出达到120亿元。", ["产出 120亿元"]),
        ("3000元至5000元价位手机销量为120万台。", ["3000元至5000元价位手机销量 120万台"]),
        ("消费对经济增长的贡献率为52%，拉动GDP增长2.6个百分点。", ["消费拉动GDP增长 2.6个百分点"]),
        ("失业率最低的是三季度，为4.9%。", ["失业率 4.9%"]),
    ],
)
def test_that_figures_told_beside_a_look_alike_stay(text: str, found: list[str]) -> None:
    told = read(text).statistics
    assert [f"{one.metric} {one.value}{one.unit}" for one in told][-1:] == found
    assert told[-1].subject in {"", "公司", "青禾科技"}


@pytest.mark.parametrize(
    "text",
    [
        "李昊翔的公司去年营收12亿元。",
        "她性格圆通，升职很快。",
        "小猫变得可爱多了，点击量达120万次。",
        "每日互动超过10次的用户占比31%。",
        "“绿色”牌照车辆达12万辆。",
        "打好“三农”牌，产值12亿元。",
        "挂上“党员示范岗”牌子的门店有12家。",
        "经销商Peter说，销量下降12%。",
        "协商Plan后，价格下降12%。",
    ],
)
def test_that_words_that_only_look_like_names_are_none(text: str) -> None:
    assert not read(text).mentions


@pytest.mark.parametrize(
    ("text", "bearer", "predicate", "key", "value"),
    [
        ("腾讯市值缩水至3万亿港元。", "腾讯", "valuation", "unit", "港元"),
        ("京东净利润调增至12亿元。", "京东", "profit", "unit", "元"),
        ("拼多多被曝拖欠工资，公司回应称不存在违规。", "拼多多", "dispute", "text", "拼多多被曝拖欠工资"),
        ("京东被市场监管局处罚12万元，公司称从未有违规意图。", "京东", "dispute", "amount", "12万元"),
        ("美团旗下有摩拜单车，以及收购来的大众点评。", "美团", "acquisition", "target", "大众点评"),
        ("阿里巴巴收购和记黄埔。", "阿里巴巴", "acquisition", "target", "和记黄埔"),
        ("京东推出新款标准版手机。", "京东", "launch", "product", "新款标准版手机"),
        ("京东推出近场服务。", "京东", "launch", "product", "近场服务"),
    ],
)
def test_that_facts_told_beside_a_look_alike_stay(
    text: str, bearer: str, predicate: str, key: str, value: str
) -> None:
    told = [one for one in read(text).facts if one.predicate == predicate]
    assert [(one.platform, dict(one.value)[key]) for one in told] == [(bearer, value)]


def test_that_what_investors_do_is_no_name() -> None:
    (name,) = read("老股东认缴新股、京东认购12亿元。").mentions
    assert name.text == "京东"
