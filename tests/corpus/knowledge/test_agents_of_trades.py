"""Names with a form word that decide, employ or return; and trades, schools, titles and models that are no names."""

from __future__ import annotations

from corpus.knowledge.names.finding import find_names
from tests.lines import every


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@every(
    ("text", "found"),
    [
        ("禾源基因计划明年申报注册。", {"禾源基因"}),
        ("该所与禾源基因联合开发试剂盒。禾源基因的仓库在城南，禾源基因在扩建。", {"禾源基因"}),
        ("西方海运客户部提醒货主提前订舱。", {"西方海运"}),
        ("燕阳能源海外事业部总经理透露了工期。", {"燕阳能源"}),
        ("日本综合商社丸木商事持有该矿两成股份。", {"丸木商事"}),
        ("开发商夜归船工作室只有九个人。", {"夜归船工作室"}),
        ("中国进口商云朵国际转向肯尼亚采购。", {"云朵国际"}),
        ("被告泰宁顺物流公司司机驾车追尾，泰宁顺物流公司没有回应。", {"泰宁顺物流公司"}),
        ("邻栖市集把补贴砍掉一半。", {"邻栖市集"}),
        ("甲渡峰内部已把预算砍半。另一头，甲渡峰还在招人。", {"甲渡峰"}),
        ("管理人由德恒诚律师事务所担任。", {"德恒诚律师事务所"}),
        ("该公司曾用名深圳市小秤砣网络有限公司。", {"深圳市小秤砣网络有限公司"}),
        ("锐晶微拟以发行股份方式购买资产，公司已公告。", {"锐晶微"}),
        ("竞争对手北芒电池正与某厂谈判。", {"北芒电池"}),
        ("丰昱植保副总裁说，竞争加剧。", {"丰昱植保"}),
        ("恒岚化工安全总监被带走调查。", {"恒岚化工"}),
        ("第一大客户为中昕微波，第二大客户为天弓雷达。", {"天弓雷达"}),
        ("客户包括东昱核和国睿电力。", {"东昱核", "国睿电力"}),
        ("他同时跑速鲸侠和蜂岚两家平台。", {"速鲸侠", "蜂岚"}),
        ("涉事货车登记在顺昱运输名下。", {"顺昱运输"}),
        ("产品线将出售给岚泽健康集团。", {"岚泽健康集团"}),
        ("楼下的茶馆叫半岚闲，老板从不催客。", {"半岚闲"}),
    ],
)
def test_that_what_a_bearer_decides_or_employs_makes_a_name_of_a_trade(text: str, found: set[str]) -> None:
    assert names(text) >= found


@every(
    "text",
    [
        "股权结构显示，无需对信托机构直接投资。",
        "签署了“全媒体金融和商业服务项目合作”协议。",
        "网络社会工作局章勋宏局长、副总裁汪某出席。",
        "东岭石油大学等单位签署意向。",
        "中国科学院海洋研究所研究员介绍说。",
        "分析师让·杜邦称这是一笔好买卖。",
        "一位中国石油大学教授对记者表示。",
        "新华网杭州3月3日专电。",
        "中国电影市场去年回暖，观众多了三成。",
        "大厂计划在匈牙利扩建工厂，已经动工。",
        "那时候谁看得上短视频？",
        "智慧农业计划明年铺开，冷链物流中心在建。",
    ],
)
def test_that_trades_schools_and_people_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_that_a_model_is_not_the_short_form_of_its_maker() -> None:
    assert names("驰屿汽车交付新车8.6万辆，驰屿X9贡献了三成。") == {"驰屿汽车"}
    assert names("驰屿汽车交付新车8.6万辆，驰屿的门店多了三成。") == {"驰屿汽车", "驰屿"}
