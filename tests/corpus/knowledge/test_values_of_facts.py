"""What a fact holds beside its kind, and sentences that tell none of a company."""

from __future__ import annotations

from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.others import read
from tests.lines import every


@every(
    ("text", "value"),
    [
        ("砺芯半导体完成3亿元B轮融资，由长颈鹿创投领投，青榆资本、浦江产业基金跟投。",
         {"round": "B", "number": "300000000", "lead": "长颈鹿创投", "investor": "青榆资本、浦江产业基金"}),
        ("青榆资本领投了鲸落生物的A轮，金额为8000万元。", {"round": "A", "number": "80000000", "lead": "青榆资本"}),
        ("因财务数据过期，海葵传媒的IPO审核被中止。", {"outcome": "suspended"}),
        ("2020年，永嘉阀门从新三板摘牌。", {"outcome": "delisted", "exchange": "新三板"}),
        ("首桥资本入主永嘉阀门，持股比例升至51%。", {"target": "永嘉阀门"}),
        ("因刹车软管开裂，驰野单车召回8600辆山地车。", {"number": "8600", "unit": "辆"}),
        ("海葵传媒首席财务官林曼已于上周离职。", {"person": "林曼", "event": "leaves", "post": "首席财务官"}),
        ("据三名离职骑手称，闪蜂配送以“雨天补贴待核”为由扣下了他们的奖金。", {"source": "三名离职骑手"}),
        ("盈科医疗器械完成对博睿口腔100%股权的收购。", {"target": "博睿口腔", "stake": "100%"}),
        ("珞石光学科创板 IPO 已获受理。", {"outcome": "filed"}),
        ("众安堂药业聘请前药监局处长田立为独立董事。", {"person": "田立", "post": "独立董事"}),
        ("明溪纺机去年出口织布机3100台。", {"number": "3100"}),
        ("奇点数码宣布旗下平台停止接单。", {"event": "停止接单"}),
        ("永嘉阀门股票将于6月18日终止上市并摘牌。", {"outcome": "delisted"}),
        ("永嘉阀门终止上市申请，保荐人已撤回材料。", {"outcome": "withdrawn"}),
        ("永嘉阀门通过北交所上市委审议，拟募资3.1亿元。", {"outcome": "approved", "exchange": "北交所"}),
        ("砺芯半导体连续完成两轮融资，累计金额近3亿元，投资方包括青榆资本、首桥资本。",
         {"number": "300000000", "investor": "青榆资本、首桥资本"}),
        ("砺芯半导体获数千万元天使轮融资，投资方为蓝礁种子基金和个人投资者。", {"investor": "蓝礁种子基金"}),
        ("众安堂药业的创始人为前高校教师卓一鸣。", {"text": "卓一鸣"}),
        ("海葵传媒旗下新作《寒潮》于7月20日正式公测。", {"product": "寒潮"}),
        ("法院将永嘉阀门列为被执行人，执行标的870万元。", {"source": "法院"}),
    ],
)  # fmt: skip
def test_that_a_fact_holds_what_its_sentence_tells(text: str, value: dict[str, str]) -> None:
    (fact,) = read(text, builtin_knowledge()).facts
    assert dict(fact.value) | value == dict(fact.value)


@every(
    "text",
    [
        "推动冷链物流建设，发展智慧农业，提质建设人工智能产业。",
        "拾光里把最后一批库存卖给了唐宁百货。",
        "瀚微科技关于控股子公司苏州瀚辰光电有限公司完成工商变更登记的公告",
        "索尔维克集团约300名员工将被安置。",
        "澜沧水电集团原董事长许国平涉嫌受贿一案开庭。",
        "其中影响最大的是水价，最快的一天涨了三次。",
        "新款平板下周上市，售价1999元起。",
        "传闻松果租车正在洽谈新一轮5亿元融资，公司未予置评。",
        "行业平均净利润率只有3%，不少小厂处在亏损边缘。",
        "在阿里的砂石路上，陕北的小米熬了三小时。",
        "若顺利上市，永嘉阀门的估值有望超过百亿元。",
        "如果海葵传媒收购首桥科技，对价会是9亿元。",
        "海葵传媒去年亏损了4.2亿元吗？",
    ],
)
def test_that_what_is_no_fact_of_a_company_is_left_alone(text: str) -> None:
    assert read(text, builtin_knowledge()).facts == ()
