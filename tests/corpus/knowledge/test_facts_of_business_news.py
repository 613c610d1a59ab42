"""Facts as business news and profiles tell them: several stages, sums shared out, deeds done to somebody."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.platform import PlatformFact
from corpus.scoring.others import read


def facts(text: str, predicate: str) -> list[PlatformFact]:
    return [one for one in read(text, builtin_knowledge()).facts if one.predicate == predicate]


def names(text: str) -> set[str]:
    return {one.text for one in find_names(text)}


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "砚溪旅行2015年7月在新三板挂牌，2019年3月终止挂牌。",
            {("listed", "2015-07"), ("delisted", "2019-03")},
        ),
        ("11月20日，砚溪能源登陆科创板，发行价36.8元/股。", {("listed", "")}),
        ("砚溪能源IPO定价68.2元/股。", {("priced", "")}),
        ("砚溪能源将于12月28日登陆科创板。", set()),
    ],
)
def test_that_each_stage_of_a_listing_has_its_day(text: str, stages: set[tuple[str, str]]) -> None:
    assert {(one.value["outcome"], one.date) for one in facts(text, "listing")} == stages


def test_that_who_is_bought_stays_the_one_spoken_of() -> None:
    text = "砚溪医疗创立于2003年。2012年被美国医疗巨头康迪恩以8.16亿美元收购并退市。"
    (bought,) = facts(text, "acquisition")
    assert (bought.platform, bought.value["target"]) == ("康迪恩", "砚溪医疗")
    assert [one.platform for one in facts(text, "listing")] == ["砚溪医疗"]


def test_that_the_price_is_that_of_the_purchase_and_no_purchase_is_of_nothing() -> None:
    text = "2014年，砚溪软件在纳斯达克上市，募资1.1亿美元，2020年被同行巨头塞拉福以27亿美元收购。"
    (bought,) = facts(text, "acquisition")
    assert (bought.value["target"], bought.value["amount"]) == ("砚溪软件", "27亿美元")
    assert not facts("2020年12月被软件巨头塞拉福以27亿美元收购。", "acquisition")


def test_that_who_gives_money_is_not_the_one_spoken_of_next() -> None:
    text = "砚溪旅行成立于2010年。2013年完成由启岭资本领投、高桥资本跟投的1500万美元B轮融资。2019年被途远集团全资收购。"
    (bought,) = facts(text, "acquisition")
    assert (bought.platform, bought.value["target"]) == ("途远集团", "砚溪旅行")


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        (
            "砚溪速运2016年至2018年净利润分别为12.8亿元、18.3亿元和20.5亿元。",
            "profit",
            [("12.8亿元", "2016"), ("18.3亿元", "2017"), ("20.5亿元", "2018")],
        ),
        (
            "砚溪速运2021年、2022年营收分别为3.2亿元和4.1亿元。",
            "sales",
            [("3.2亿元", "2021"), ("4.1亿元", "2022")],
        ),
        ("2023年，砚溪速运营业收入和净利润分别为3.2亿元、0.4亿元。", "profit", [("0.4亿元", "2023")]),
        ("2021年，砚溪速运净利润分别为3.2亿元、0.4亿元。", "profit", []),
        ("砚溪速运营收、净利润分别同比增长20%和30%。", "profit", []),
    ],
)
def test_that_sums_are_shared_out_to_years_and_measures(
    text: str, predicate: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.value["amount"], one.date) for one in facts(text, predicate)] == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("省证监局对砚溪药业出具警示函，指其两年间虚增收入4.2亿元。", "虚增收入"),
        ("因涉嫌信息披露违法违规，证监会对砚溪药业立案。", "信息披露违法违规"),
        ("砚溪药业因侵害个人信息权益，被人民银行武汉分行罚款187万元。", "187万元"),
    ],
)
def test_that_a_reproach_says_with_what(text: str, said: str) -> None:
    (one,) = facts(text, "dispute")
    assert one.platform == "砚溪药业"
    assert said in one.value["text"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("监管部门指砚溪药业2021年虚增收入4.2亿元。", "sales"),
        ("砚溪出行公司目标是三年内用户突破5000万。", "users"),
        ("短视频公司快映正考虑收购直播平台小鹿直播。", "acquisition"),
    ],
)
def test_that_what_is_feigned_aimed_at_or_thought_of_is_no_fact(text: str, predicate: str) -> None:
    assert not facts(text, predicate)


def test_that_goods_called_back_are_counted_in_the_clause_behind() -> None:
    (one,) = facts("砚溪汽车决定召回2019年2月至2021年5月生产的部分越野车，共计12649辆。", "withdrawal")
    assert one.value["number"] == "12649"


def test_that_what_a_company_made_itself_is_its_launch() -> None:
    (one,) = facts("砚溪药业收到注册证书，其自主研发的降糖药“诺平安”获批上市。", "launch")
    assert (one.platform, one.value["product"]) == ("砚溪药业", "诺平安")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("生鲜平台“菜到家”在App内公告，因经营调整将停止服务。", {"菜到家"}),
        ("短视频公司快映正考虑裁员。", {"快映"}),
        ("交易完成后德润科技将成为公司控股子公司。", {"德润科技"}),
        ("智能锁厂商鹿家获鼎兴资本数千万元投资。", {"鹿家", "鼎兴资本"}),
        ("投资方包括淡洋投资、红岭资本和三叶商事。", {"淡洋投资", "红岭资本", "三叶商事"}),
        ("大通证券研报认为，今年出货量有望突破900万台。", {"大通证券"}),
        ("公司2007年8月赴纽交所上市，成为国内首家。", set()),
        ("二手车平台车百利（NYSE：CBL）今日公布业绩。", {"车百利"}),
        ("B轮由金桥资本领投，金额8亿元。", {"金桥资本"}),
    ],
)
def test_that_names_end_where_the_news_goes_on(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "predicate", "company"),
    [
        ("哥哥守着旧铺，弟弟沈伯年1996年另开沈记糕团。", "founder", "沈记糕团"),
        ("7家供应商联名发函，指乐禾生鲜拖欠货款逾4,300万元。", "dispute", "乐禾生鲜"),
        ("锦扣辅料用2,650万元，把停产的岑泽服饰整个接了下来。", "acquisition", "锦扣辅料"),
        ("苔原科技2011年成立。2018年，穹顶资本投了6000万元。去年净利5,400万元。", "profit", "苔原科技"),
    ],
)
def test_that_plain_telling_gives_its_fact(text: str, predicate: str, company: str) -> None:
    assert company in {one.platform for one in facts(text, predicate)}
