"""What sentences tell of companies that is no fact of them: of another one, undone, of credit, of goods."""

from __future__ import annotations

import pytest

from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.platform import PlatformFact
from corpus.scoring.others import read
from tests.lines import every


def facts(text: str) -> tuple[PlatformFact, ...]:
    return read(text, builtin_knowledge()).facts


def told(text: str) -> set[tuple[str, str]]:
    return {(one.predicate, one.platform) for one in facts(text)}


@pytest.mark.parametrize(
    ("text", "buyer", "target"),
    [
        (
            "青岚化工公告，董事会同意以2.1亿元收购北岭集团有限公司所持南溪磷化工有限公司35%的股权。",
            "青岚化工",
            "南溪磷化工有限公司",
        ),
        (
            "3月8日，恒砚纺机与中岭信托签署协议，并以3亿元收购中岭信托持有的溪口嘉轩置业45%的股权。",
            "恒砚纺机",
            "溪口嘉轩置业",
        ),
        (
            "对于经营吃紧的云麓药业，康禾制药早有打算，拟以3亿元收购其30%股权。",
            "康禾制药",
            "云麓药业",
        ),
        (
            "云砚传播披露重组草案，公司拟向江城传媒集团以发行股份的方式购买其持有的溪砚传媒70%股权。",
            "云砚传播",
            "溪砚传媒",
        ),
    ],
)
def test_that_the_buyer_is_who_buys_and_the_target_whose_shares_are_bought(
    text: str, buyer: str, target: str
) -> None:
    deals = [(one.platform, one.value["target"]) for one in facts(text) if one.predicate == "acquisition"]
    assert deals == [(buyer, target)]


def test_that_a_purchase_has_the_date_of_its_own_clause() -> None:
    bought = [
        one for one in facts("深砚航空成立于2013年,2016年被皇岭国际收购。") if one.predicate == "acquisition"
    ]
    assert [(one.platform, one.date) for one in bought] == [("皇岭国际", "2016")]


def test_that_the_price_of_a_share_is_not_what_a_company_costs() -> None:
    bought = facts("华砚银行以每股3.3元的价格购入宁川银行3.3亿股。")
    assert all("3.3" not in one.value.get("amount", "") for one in bought)


def test_that_half_width_commas_end_a_clause_too() -> None:
    bought = facts("溪山集团拟向天岭股份全体股东发出部分要约收购,要约收购股份数量为1.1亿股。")
    assert all("要约" not in one.value.get("target", "") for one in bought)
    whole = facts("青砚科技(浙江)有限公司去年亏损3亿元,门店关了一半。")
    assert all("，" not in one.value["text"] for one in whole)


@every(
    ("text", "predicate", "company"),
    [
        ("青岚方面称，美砚对小鹿电器的收购与整合是成功的。", "acquisition", "小鹿电器"),
        ("史某退出古砚酒业之前，其所持古砚酒业股份市值约33亿元。", "valuation", "古砚酒业"),
        ("砚溪食品总经理说，今年会推出三款新品。", "launch", "砚溪食品"),
        ("有报道称，京东正考虑收购江口物流的剩余股份，京东方面不予置评。", "acquisition", "京东"),
        ("京东起诉江口物流侵犯商标权。", "dispute", "京东"),
        ("曾领投其A轮的砚川投资拒绝了采访。", "funding", "砚川投资"),
        ("绿砚超市在声明中否认资金链断裂，称系正常的门店调整。", "dispute", "绿砚超市"),
        ("优巢空间由毛小庆创立，累计完成14轮融资，股东包括红杉中国等45家。", "funding", "红杉中国"),
        ("他的公司靠传感器挤进了博世的供应链。2022年销售额6800万元。", "sales", "博世"),
        ("有知情人士称，字节跳动今年收入或超过1万亿元。", "sales", "字节跳动"),
        ("三年前从华为离职的团队，如今的智元新创已经完成六轮融资。", "funding", "华为"),
        ("信达生物的玛仕度肽已递交上市申请。", "listing", "信达生物"),
        ("砚龙重工此前因虚增利润2.3亿元被处以60万元罚款。", "profit", "砚龙重工"),
        ("虎砚科技诉微博用户侵害名誉权案二审维持原判。", "dispute", "微博"),
        ("上线仅十个月的约会应用“遇砚”宣布关闭服务器。", "launch", "遇砚"),
        ("力砚股份因拖欠零部件供应商云安科技600万元货款被起诉。", "dispute", "云安科技"),
        ("经历董事长被司法起诉的恒砚银行去年迁了总部。", "dispute", "恒砚银行"),
        ("信砚集团股票自4月30日起被实施退市风险警示。", "dispute", "信砚集团"),
        ("信砚集团股票自4月30日起被实施退市风险警示。", "listing", "信砚集团"),
        (
            "建砚银行签了约，同时发布《建砚银行服务江口自贸新片区创新发展方案》，包括22条举措。",
            "launch",
            "建砚银行",
        ),
        (
            "近日，青砚电力集团的平台发布了“青砚电力集团2019年第二次信息化设备招标采购中标公告”。",
            "launch",
            "青砚电力集团",
        ),
        ("同砚股份为全资子公司不超过5亿元的境外融资额度提供担保。", "funding", "同砚股份"),
        ("太岭保险集团此次引入3家基础投资者，分别为两家银行和一家保险公司。", "funding", "太岭保险集团"),
        (
            "转让方承诺在2017年12月31日前购买恺砚网络股份有限公司上市非限售流通股。",
            "listing",
            "恺砚网络股份有限公司",
        ),
        ("莱砚股份重组了，而山砚钢铁集团则借此迈出了整体上市的第一步。", "listing", "山砚钢铁集团"),
        ("在英砚光伏的车间里，一个个组件从生产线上缓缓下线。", "withdrawal", "英砚光伏"),
        ("五砚酒业当年就要求银砚商贸完成数百吨的销量。", "sales", "五砚酒业"),
        ("青砚集团将通过程序接替即将退休的孔栋成为北砚航空董事长。", "people", "北砚航空"),
    ],
)
def test_that_nothing_is_told_of_a_company(text: str, predicate: str, company: str) -> None:
    assert (predicate, company) not in told(text)


def test_that_a_post_is_nobody() -> None:
    assert all(one.value.get("person") != "程序" for one in facts("青砚集团将由程序接任总经理。"))


@pytest.mark.parametrize(
    ("text", "predicate", "company"),
    [
        ("砚溪人家是一家小炒连锁品牌，2011年由退伍厨师唐立军在江口街创办。", "founded", "砚溪人家"),
        (
            "财报显示，知砚教育去年营收41亿元。公司创始人、董事长郑凯远称，业务已全部剥离。",
            "founder",
            "知砚教育",
        ),
        ("老窑厂一度荒废，直到2020年由砚创文旅集团接手。", "acquisition", "砚创文旅集团"),
        ("Rollbot公司公告，Rollbot联合创始人柯林·安格尔将卸任首席执行官。", "founder", "Rollbot"),
        ("德砚股份公告，董事会同意聘任副总经理林楠为总经理。", "people", "德砚股份"),
        ("Kestrel Foods总部位于都柏林，1974年由Murphy家族创办。", "founder", "Kestrel Foods"),
        ("上市委会议结果显示，审议通过中砚芯科技股份有限公司（首发）。", "listing", "中砚芯科技股份有限公司"),
        ("上市委会议结果显示，同日大砚软件未获通过。", "listing", "大砚软件"),
        ("上市委审议结果显示，亿砚精密首发符合发行条件和信息披露要求。", "listing", "亿砚精密"),
    ],
)
def test_that_a_fact_is_told(text: str, predicate: str, company: str) -> None:
    assert (predicate, company) in told(text)
