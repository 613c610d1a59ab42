"""Metrics and subjects by their names alone, without the words that only lead to them."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.metrics.normalising import plain_metric
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


@every(
    ("words", "metric"),
    [
        ("✅ 技术合同成交额", "技术合同成交额"),
        ("五、投标保证金", "投标保证金"),
        ("7月24日最高气温", "最高气温"),
        ("约定运费总额", "运费总额"),
        ("于签约当日支付定金", "支付定金"),
        ("按年利率", "年利率"),
        ("本工程新建日供水", "日供水"),
        ("出货量同比", "出货量"),
        ("归属于母公司股东的净利润", "归属于母公司股东的净利润"),
        ("日均客流", "日均客流"),
        ("他的作坊面积", "作坊面积"),
        ("全港有加工企业", "加工企业"),
        ("远洋渔船在册", "远洋渔船"),
        ("准备投入资金", "投入资金"),
        ("及子公司对外担保总额", "对外担保总额"),
        ("共享单车", "共享单车"),
        ("想把门店开", "门店"),
        ("央行将政策利率", "政策利率"),
        ("端午三天吞吐集装箱", "吞吐集装箱"),
        ("亩产争取提", "亩产"),
        ("使当日达覆盖率", "当日达覆盖率"),
        ("能出豆腐", "出豆腐"),
        ("本期债券发行规模", "本期债券发行规模"),
        ("本期新增订单", "新增订单"),
    ],
)
def test_that_words_that_lead_to_a_metric_are_none_of_it(words: str, metric: str) -> None:
    assert plain_metric(words) == metric


@every(
    ("text", "told"),
    [
        ("全场青岚队控球率56%。", ("控球率", "青岚队", "")),
        ("南桥云亭机场保障航班起降1.96万架次。", ("保障航班起降", "南桥云亭机场", "")),
        ("凯迪安出货108万套。", ("出货", "凯迪安", "")),
        ("普通高中11所。", ("普通高中", "", "")),
        ("今年6月30日，湖岭县城乡供水管网总长86公里。", ("城乡供水管网总长", "", "湖岭县")),
        ("北京，2025年11月20日——智能门锁出货量为512万套。", ("智能门锁出货量", "", "")),
        ("讯立公司发布的《智能门锁市场报告》显示，门锁均价955元。", ("门锁均价", "", "")),
        ("全县平均降水量96.3毫米。", ("平均降水量", "全县", "全县")),
        ("平均住院日7.2天。", ("平均住院日", "", "")),
        ("拥有汽车的家庭占38%。", ("拥有汽车的家庭", "", "")),
        ("两市成交额9820亿元。", ("两市成交额", "", "")),
        ("温室气体排放总量68.2万吨二氧化碳当量。", ("温室气体排放总量", "", "")),
        ("西北新能源装机达到3960万千瓦。", ("新能源装机", "", "西北")),
        ("集团力争营业收入突破50亿元。", ("营业收入", "集团", "")),
        ("夏天发电量降到2.04万度。", ("发电量", "", "")),
        ("六家医院接受手术的患者1126例。", ("六家医院接受手术的患者", "", "")),
        ("本赛季季票卖出1.8万张。", ("季票销量", "", "")),
        ("商家数为38万个。", ("商家数", "", "")),
    ],
)
def test_that_a_figure_has_metric_subject_and_place_apart(text: str, told: tuple[str, str, str]) -> None:
    (found, *_) = extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics
    assert (found.metric, found.subject, found.region) == told


@every(
    "text",
    [
        "男子双人10米台比赛中，他夺得冠军。", "客服QQ:2323965869，欢迎来问。", "它驶过五角场镇。", "支持64位系统。",
        "店铺大多到10点才开门。", "办学条件：1）有场地；2）有师资。", "先按3点击确定。", "暂无评价|12人阅读|3次下载。",
        "靠这个一年有1600万元。", "3721浏览 5种野菜别乱吃 4410浏览",
        "1 洗净切片, 2 用盐抓匀, 3 米饭铺平, 4 上锅蒸熟",
        "来源:212票务网", "（前4颗由他们发现）", "号码的形式为13x xxxx xxxx。", "这5种成分都有用。",
        "浏览次数:224", "等级: 本版专家分:361 结帖率:92%", "肉粽子 1304人收藏 8704人浏览", "收藏 1304 评论 24",
        "有20280张照片", "生成32位字符串作主键。", "体育频道（600台）转播。",
        "先发行了50分硬币。",
        "存托凭证代号为9151。", "他的手机号是130开头。", "获得1000米亚军。",
        "以某地12所小学为对象。", "利润高于分析师预期的6.3亿元。", "如今剩下4家。",
    ],
)  # fmt: skip
def test_that_what_only_names_or_orders_is_no_figure(text: str) -> None:
    assert extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics == ()


@pytest.mark.parametrize(
    ("title", "body", "subject"),
    [
        ("云泽农商银行股份有限公司", "2025年年度报告摘要\n不良贷款率1.28%。", "云泽农商银行股份有限公司"),
        (
            "岚石股份（600XX9）2025年三季报点评",
            "证券研究报告\n毛利率34.1%，同比提升2.3个百分点。",
            "岚石股份",
        ),
        ("对话｜面馆不能只靠流量", "访谈对象：老潘面馆创始人潘小满\n翻台率3.8次。", "老潘面馆"),
        ("浦淮证券｜建材周期跟踪", "产能利用率降至78%。", ""),
        ("农村小学生睡眠状况研究", "睡眠时长为8.13小时。", ""),
        ("沐川装备关于收购股权的公告", "持股6.2%的股东恒屿创投计划减持。", "恒屿创投"),
    ],
)
def test_whose_figure_it_is_by_what_the_document_is(title: str, body: str, subject: str) -> None:
    text = f"{title}\n{body}"
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert found[0].subject == subject


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("集团创立于1998年，旗下拥有7个品牌。", ""),
        ("集团于1998年出资380万元。", "1998-01-01"),
        ("品牌成立于2023年。\n平台称，4月商家数增加1.9%。", ""),
        ("与2014年的调查相比，检出率为6.8%。", ""),
        ("2027财年资本开支为4亿欧元。", "2027-01-01"),
        ("桐溪县2025年统计公报\n桐溪县统计局 2026年3月18日\n产值9亿元。\n全年出口2亿元。", "2025-01-01"),
        ("（2025年10月19日）\n比去年同期增长6%。9月当月，进出口478亿元。", "2025-09-01"),
    ],
)
def test_that_a_time_of_founding_or_comparing_is_not_that_of_the_figure(text: str, start: str) -> None:
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert found[-1].period.start == start


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("谵妄发生率为21.7%，其中全麻组为24.9%，局麻组为18.2%。", ["谵妄发生率"] * 3),
        ("女性占52%，男性为48%。", ["女性", "男性"]),
        ("中标价71.9亿元，约占公司准则下2018年营业收入的0.98%。", ["中标价", "中标价占营业收入"]),
        ("基金一零八组合三季度新进持股560万股。", ["新进持股"]),
        ("药企按照50%的持股承担债务。", []),
    ],
)
def test_that_a_figure_beside_another_keeps_its_measure(text: str, metrics: list[str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics
    assert [one.metric for one in found] == metrics
