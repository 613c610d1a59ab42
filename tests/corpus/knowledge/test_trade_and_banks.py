"""What accounts of foreign trade, of banks, of cars and of platforms abroad tell of each other."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic, StatisticKind
from corpus.text.sentences import sentences


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


def told(text: str) -> list[str]:
    """Return subject, metric, value and unit of the figures of a text."""
    return [f"{one.subject} {one.metric} {one.value}{one.unit}".strip() for one in read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "营业收入、净利润同比增速分别为5.2%、8.1%。",
            ["营业收入 5.2%", "净利润 8.1%"],
        ),
        ("生产总值、财政收入增速分别为6.1%、4.2%。", ["生产总值 6.1%", "财政收入 4.2%"]),
        ("失业率、工资增速分别为5.1%、4.2%。", ["失业率 5.1%", "工资 4.2%"]),
        ("大米、面粉均价分别为3.2元、2.8元。", ["大米均价 3.2元", "面粉均价 2.8元"]),
    ],
)
def test_that_a_rate_named_last_is_told_of_each(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "营收规模前三名为招商银行（2514.3亿元）、兴业银行（1612.1亿元）。",
            ["招商银行 营收规模 2514.3亿元", "兴业银行 营收规模 1612.1亿元"],
        ),
        (
            "GMV排名前三的依次是淘宝（3.2万亿元）、京东（2.1万亿元）和拼多多（1.9万亿元）。",
            ["淘宝 GMV 3.2万亿元", "京东 GMV 2.1万亿元", "拼多多 GMV 1.9万亿元"],
        ),
        ("招商银行、兴业银行均同比收窄12BP。", []),
        ("甲市场份额达18%，均超过亚马逊的15%。", ["甲市场份额 18%"]),
    ],
)
def test_that_a_name_is_no_measure(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年TikTok Shop活跃消费者达4亿。", ["TikTok Shop 活跃消费者 4亿"]),
        ("Google Cloud收入123亿美元。", ["Google Cloud 收入 123亿美元"]),
        (
            "Amazon Prime会员数达2亿，Apple Watch销量为1200万只。",
            ["Amazon Prime 会员数 2亿", "Apple Watch 销量 1200万只"],
        ),
        ("Google收入800亿美元。", ["Google 收入 800亿美元"]),
        ("2025年Mini LED电视销量为820万台。", ["Mini LED电视销量 820万台"]),
        ("AI Agent市场规模达120亿元。", ["AI Agent市场规模 120亿元"]),
    ],
)
def test_that_a_longer_latin_name_is_another_one(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "净利率为12.3%，较去年同期11.2%的净利率提高1.1个百分点。",
        "零售渗透率31.6%，较上年同期21.8%的渗透率提升9.8个百分点。",
    ],
)
def test_that_a_base_told_with_its_measure_is_no_level(text: str) -> None:
    (one,) = read(text)
    assert one.change is not None
    assert one.change.unit == "个百分点"


def test_that_who_does_what_is_counted_stays_in_its_measure() -> None:
    assert told("中欧班列共开行1952列，同比增长15.2%。") == ["中欧班列开行 1952列"]
    assert told("消防队共出动1952人次。") == ["消防队出动 1952人次"]
    assert told("志愿者共发放手册1952册。") == ["志愿者 发放手册 1952册"]


def test_that_months_alone_are_no_measure() -> None:
    assert told("5月份、6月份均环比增长1.3%。") == []


def test_that_a_price_of_today_is_no_forecast() -> None:
    aim, before, now = read("上调目标价至9.16元，上次预测为8.55元，当前价格7.96元。")
    assert (aim.metric, aim.kind) == ("目标价", StatisticKind.FORECAST)
    assert (before.subject, before.kind) == ("", StatisticKind.FORECAST)
    assert (now.metric, now.kind) == ("价格", StatisticKind.ACTUAL)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "医院病床使用率79.3%，其中公立医院86.1%。",
            ["医院病床使用率 79.3%", "公立医院病床使用率 86.1%"],
        ),
        ("境外毛利率53.8%，境内-28.8%。", ["境外毛利率 53.8%", "境内毛利率 -28.8%"]),
        ("月收入在2001-5000元的群体占比最高，为36.6%。", ["月收入在2001-5000元的群体占比 36.6%"]),
        (
            "金融理财和移动购物净增用户分别为8940万、8115万。",
            ["金融理财净增用户 8940万", "移动购物净增用户 8115万"],
        ),
        ("平均住院日为8.8日。", ["平均住院日 8.8日"]),
    ],
)
def test_that_a_part_is_told_by_the_measure_of_its_whole(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "其次是网络新闻（用户规模5.19亿、使用率78.8%）、搜索（用户规模5.25亿、使用率79.7%）。",
            ["网络新闻用户规模 5.19亿", "网络新闻使用率 78.8%", "搜索用户规模 5.25亿", "搜索使用率 79.7%"],
        ),
        (
            "江苏（企业数1200家、产值300亿元）、浙江（企业数900家、产值280亿元）。",
            ["江苏 企业数 1200家", "江苏 产值 300亿元", "浙江 企业数 900家", "浙江 产值 280亿元"],
        ),
        ("该项目（总投资5亿元）已开工。", ["该项目 总投资 5亿元"]),
    ],
)
def test_that_measures_in_brackets_are_of_the_item_before(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_prices_a_growth_is_told_at_are_its_basis() -> None:
    level, nominal, real = read("次均费用10316元，按当年价格比上年下降5.0%，按可比价格下降5.2%。")
    assert [one.metric for one in (level, nominal, real)] == ["次均费用"] * 3
    assert (nominal.basis, real.basis) == ("按当年价格比上年", "按可比价格")


def test_that_a_time_held_against_is_no_part_of_a_measure() -> None:
    assert told("相比2023年春节假期票房和人次分别增长了18.5%和26.4%。") == ["票房 18.5%", "人次 26.4%"]
    told_of = read("与去年同期相比销售额和利润分别增长5%、6%。")
    assert [one.metric for one in told_of] == ["销售额", "利润"]
    assert not any("销售" in one.basis for one in told_of)


def test_that_guidance_is_a_forecast_and_what_keeps_to_it_none() -> None:
    (guided,) = read("公司指引3Q24销售收入约5.0-5.2亿美元。")
    assert guided.kind is StatisticKind.FORECAST
    (actual,) = read("毛利率为10.6%，高于此前8%-10%的指引区间。")
    assert actual.kind is not StatisticKind.FORECAST
    assert told("收入4.8亿美元，符合指引（4.7-5.0亿美元）。") == ["收入 4.8亿美元"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "夏粮总产量73.2万吨；播种面积275.1万亩；单产265.2公斤/亩。",
            ["夏粮总产量 73.2万吨", "播种面积 275.1万亩", "单产 265.2公斤/亩"],
        ),
        ("近6成大学生的网购费用来自父母。", []),
        ("大学生参与网购的占7成，近6成大学生的费用来自父母。", ["大学生 参与网购 70%"]),
        ("721家公司的平均净利润为3.2亿元。", ["公司 平均净利润 3.2亿元"]),
        ("其中沪市388家，深市333家。", ["沪市 388家", "深市 333家"]),
        ("线上渠道实现收入3.2亿元，占比38.2%。", ["线上渠道收入 3.2亿元", "线上渠道收入占比 38.2%"]),
        ("主要系报告期内新增订单3.2亿元所致。", ["新增订单 3.2亿元"]),
    ],
)
def test_that_a_measure_is_that_of_its_own_clause(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_markets_are_no_places() -> None:
    assert [one.region for one in read("其中沪市388家，深市333家。")] == ["", ""]


def test_that_ranges_behind_a_forecast_are_forecasts_too() -> None:
    first, second = read(
        "预计上半年净利润为3.2亿元至3.8亿元，同比增长45%至72%；扣非净利润为2.9亿元至3.5亿元。"
    )
    assert first.kind is second.kind is StatisticKind.FORECAST


def test_that_a_gain_behind_several_figures_is_that_of_each() -> None:
    first, second = read("721家公司的平均收入和平均净利润分别较去年同期有10.2%和22.3%的增长。")
    assert (first.direction, second.direction) == (Direction.UP, Direction.UP)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "嘉宾：退货率我印象里是百分之三十五左右，去年还不到三成。",
            ["退货率 35%", "退货率 30%"],
        ),
        ("嘉宾：复购率这个我们内部看是四成二。", ["复购率 42%"]),
        ("嘉宾：工厂那边开工率也就六成。", ["工厂开工率 60%"]),
        ("嘉宾：抖音这边占到六成。", ["抖音 占比 60%"]),
        ("嘉宾：海外今年目标是两千万元，眼下完成了七成。", ["海外 目标 20000000元", "海外 目标完成率 70%"]),
        ("嘉宾：平台扣点五个点，差不多要去掉二十个点。", ["平台扣点 5个百分点"]),
        ("嘉宾：一天能出不少单，旺季两千单。", []),
        ("嘉宾：仓库租金一个月六万元。", ["仓库租金 60000元"]),
    ],
)
def test_that_what_people_put_between_is_no_part_of_a_measure(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "营收30亿元，利润3亿元，去年分别为25亿元和2亿元。",
            ["营收 30亿元", "利润 3亿元", "营收 25亿元", "利润 2亿元"],
        ),
        (
            "净利润为132亿元，净利润率为5.1%，上年同期分别为106亿元和4.3%。",
            ["净利润 132亿元", "净利润率 5.1%", "净利润 106亿元", "净利润率 4.3%"],
        ),
        ("公司现金及现金等价物、短期投资合计为1987亿元。", ["公司 现金及现金等价物、短期投资 1987亿元"]),
        (
            "商家平均月订单量1260单，其中餐饮类商家1580单。",
            ["商家平均月订单量 1260单", "餐饮类商家平均月订单量 1580单"],
        ),
        (
            "有47.6%的商家表示订单量增加，32.1%持平，20.3%减少。",
            ["商家表示订单量增加 47.6%", "持平 32.1%", "减少 20.3%"],
        ),
        ("其中30岁以下人群占比过半，达54.3%。", ["30岁以下人群占比 54.3%"]),
        ("超过四成的企业打算扩大投入。", ["企业打算扩大投入 40%"]),
        ("每位骑手日均配送里程为71公里。", ["每位骑手日均配送里程 71公里"]),
    ],
)
def test_that_what_is_told_together_stays_together(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_a_mean_and_a_number_of_places_begin_and_end_no_name() -> None:
    text = "每位骑手日均配送里程为71公里，上海、北京、深圳三地的订单量合计占全国的31.2%。"
    assert not any(one.subject for one in read(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "快递业务量3860万件，上行2100万件，下行1760万件。",
            ["快递业务量 3860万件", "上行 2100万件", "下行 1760万件"],
        ),
        ("指数上行12点，利率下行0.2个百分点。", ["指数 12点", "利率 0.2个百分点"]),
        (
            "PPI同比下降2.2%，降幅比上月收窄0.3个百分点，环比下降0.1%。",
            ["PPI 2.2%", "PPI降幅 0.3个百分点", "PPI 0.1%"],
        ),
        (
            "全社会用电量同比增长6.8%，分产业看，第一产业增长8.2%，居民生活用电增长10.6%。",
            ["全社会用电量 6.8%", "第一产业用电量 8.2%", "居民生活用电量 10.6%"],
        ),
        ("第一产业增长3.2%，第二产业增长5.1%。", ["第一产业 3.2%", "第二产业 5.1%"]),
        ("12315平台接到投诉举报3.1万件。", ["平台接到投诉举报 3.1万件"]),
    ],
)
def test_that_a_way_a_pace_and_a_part_are_what_they_are_told_of(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("拼多多营收993.5亿元，盘前跌超10%。", ["拼多多 营收 993.5亿元", "拼多多 股价 10%"]),
        ("美团营收885亿元，市场预期879亿元。", ["美团 营收 885亿元"]),
        ("付费用户数同比增长，会员订阅收入44.6亿元。", ["会员订阅收入 44.6亿元"]),
        (
            "SHEIN2023年利润超20亿美元，Temu2024年GMV达500亿美元。",
            ["SHEIN 利润 20亿美元", "Temu GMV 500亿美元"],
        ),
        ("京东广告收入为3亿元，物流成本20亿元。", ["京东 广告收入 3亿元", "京东 物流成本 20亿元"]),
        ("美团和小红书的净利润分别为20亿元和5亿元。", ["美团 净利润 20亿元", "小红书 净利润 5亿元"]),
        ("全年GMV20亿元，DAU1.2亿。", ["GMV 20亿元", "DAU 1.2亿"]),
    ],
)
def test_that_news_of_companies_is_read_by_who_and_what(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_a_year_right_behind_a_latin_name_is_one() -> None:
    first, second = read("SHEIN2023年利润超20亿美元，Temu2024年GMV达500亿美元。")
    assert (first.period.start, second.period.start) == ("2023-01-01", "2024-01-01")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市场规模达5165亿元，年均复合增长率达20.6%。", ["市场规模 5165亿元", "市场规模 20.6%"]),
        (
            "B端占比约80%，C端约20%；华东地区占32%。",
            ["B端占比 80%", "C端占比 20%", "华东地区 占比 32%"],
        ),
        (
            "渗透率在一线城市为21%，二线城市28%，三线及以下城市34%。",
            ["一线城市 渗透率 21%", "二线城市 渗透率 28%", "三线及以下城市 渗透率 34%"],
        ),
        ("物流成本占GDP比重为14.1%，但仍高于美国的8%。", ["物流成本占GDP比重 14.1%"]),
        ("国货美妆市场份额首次超过外资，达50.4%。", ["国货美妆 市场份额 50.4%"]),
        ("电商GMV合计4.9万亿元，其中抖音2.7万亿元。", ["电商GMV 4.9万亿元", "抖音 电商GMV 2.7万亿元"]),
        ("美团收购京东3亿元。", ["美团 收购京东 3亿元"]),
        ("比重由2018年的1%左右提升到2024年的6.1%。", ["比重 6.1%"]),
    ],
)
def test_that_reports_of_a_trade_are_read_by_part_and_whole(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_each_part_of_a_sentence_may_have_a_source_of_its_own() -> None:
    first, second = read("据艾媒咨询数据，2024年用户达9.2亿人；据易观分析，同期用户为8.7亿人。")
    assert (first.source, second.source) == ("艾媒咨询", "易观")
    one, other = read("据商务部统计，出口额为3亿元；进口额为2亿元。")
    assert one.source == other.source == "商务部"


def test_that_the_four_parts_of_the_country_share_figures_out() -> None:
    found = read(
        "东、中、西和东北地区网络零售额占比分别为82.6%、9.9%、6.2%和1.3%，"
        "同比增速分别为7.1%、8.7%、9.2%和10.1%。"
    )
    assert [one.region for one in found] == ["东部地区", "中部地区", "西部地区", "东北地区"] * 2
    assert {one.metric for one in found[:4]} == {"网络零售额占比"}
    assert {(one.metric, one.direction) for one in found[4:]} == {("网络零售额", Direction.UP)}


def test_that_trade_with_one_is_told_by_what_is_traded() -> None:
    assert told("外贸进出口增长4.2%，其中对东盟增长21%。") == ["外贸进出口 4.2%", "对东盟进出口 21%"]
