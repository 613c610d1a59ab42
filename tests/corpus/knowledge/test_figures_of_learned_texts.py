"""Figures of encyclopedias, recipes, votes and surveys: what a thing holds, who ranks, of whom a carried measure is."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.metrics.loose_ends import LOOSE_ENDS, without_loose_end
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge()).statistics


def told(text: str) -> list[str]:
    """Return whose, measure and what is printed of the figures of a text."""
    return [
        f"{one.subject or one.region or '-'} {one.metric} {text[one.figure.start : one.figure.end]}"
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "床位使用率呈“两头热”：公办养老院82.4%、高端社区79%。",
            ["公办养老院 床位使用率 82.4%", "高端社区 床位使用率 79%"],
        ),
        (
            "本地就业者月均收入4,618元，外出者5,530元。",
            ["- 本地就业者月均收入 4,618元", "外出者 月均收入 5,530元"],
        ),
        (
            "中小学生总体近视率51.6%，其中小学36.3%、初中72%。",
            ["- 中小学生总体近视率 51.6%", "小学 总体近视率 36.3%", "初中 总体近视率 72%"],
        ),
        (
            "城区居民人均到访书店3.4次/年，乡镇只有0.9次。",
            ["- 城区居民人均到访书店 3.4次/年", "乡镇 人均到访书店 0.9次"],
        ),
        ("老年人独居比例，城区为23.8%，乡村31.5%。", ["城区 老年人独居比例 23.8%", "乡村 独居比例 31.5%"]),
        (
            "三线及以下贡献了新增会员的58%，一线只占11%。",
            ["- 三线及以下占新增会员 58%", "- 一线占新增会员 11%"],
        ),
    ],
)
def test_that_a_part_has_the_measure_told_of_the_part_before(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # Another measure, and no part of the one before.
        ("失业率5.5%左右，居民消费价格涨幅2%左右。", ["- 失业率 5.5%", "- 居民消费价格涨幅 2%"]),
        ("不良贷款率1.2%，拨备覆盖率180%。", ["- 不良贷款率 1.2%", "- 拨备覆盖率 180%"]),
        # Of a share no part has its own.
        ("医生薪酬吃掉35%，耗材15%。", ["- 医生薪酬占比 35%", "- 耗材 15%"]),
    ],
)
def test_that_what_is_no_part_keeps_its_own_measure(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    ("text", "figures"),
    [
        ("每100克红薯仅含0.2克脂肪，产生99千卡热能。", ["红薯 脂肪含量 0.2克", "- 产生热能 99千卡"]),
        ("该党提名的林岸，以575,590票(42.29%)当选市长。", ["林岸 得票数 575,590票", "- 得票率 42.29%"]),
        ("进出川大通道新增16条、达到54条。", ["- 进出川大通道新增 16条", "- 进出川大通道 54条"]),
        ("军事费用在2009年大概占GDP的1.65%。", ["- 军事费用占GDP 1.65%"]),
        ("研发投入在营收中占8.5%。", ["- 研发投入占营收 8.5%"]),
        ("女性在管理层中占三成。", ["- 女性占管理层 三成"]),
        ("我国研发强度在世界主要国家中排名第12位。", ["我国 我国研发强度 第12位"]),
        ("大学部学院中的华亭商学院在同类项目中排名第一。", ["- 华亭商学院 第一"]),
        ("云溪科技连续三个交易日股价下跌近30%。", ["云溪科技 股价 30%"]),
        ("一个32万人口的小县城。", ["小县城 人口 32万人"]),
        ("全县拥有32万人口。", ["全县 人口 32万人"]),
        ("样本企业库存6,310万重箱。", ["- 样本企业库存 6,310万重箱"]),
        (
            "另外两名候选人仅得到14000余票和8000余票。",
            ["两名候选人 得票数 14000余票", "两名候选人 得票数 8000余票"],
        ),
        ("全县耕地包括水田12万亩、旱地8万亩。", ["全县 水田 12万亩", "全县 旱地 8万亩"]),
        ("2010年庙宇委员会斥资600万港元修缮。", ["庙宇委员会 斥资 600万港元"]),
        ("食盐5克 生抽半勺 料酒4克", ["- 食盐 5克", "- 料酒 4克"]),
        ("云溪公告，其此前收购的和然节能51%股份登记完成。", ["和然节能 收购股权比例 51%"]),
        (
            "2019年到馆读者34.6万人次，2022年跌到谷底，只有11万。",
            ["- 到馆读者 34.6万人次", "- 到馆读者 11万"],
        ),
        ("出口单价持续抬升，2024—2025年依次为301、326美元/辆。", ["- 出口单价 301", "- 出口单价 326美元/辆"]),
        (
            "城镇老人独居比例19.3%，农村高出5.5个百分点；照料靠配偶的，两地分别占58%与66%。",
            [
                "- 城镇老人独居比例 19.3%",
                "农村 老人独居比例 5.5个百分点",
                "城镇 照料靠配偶 58%",
                "农村 照料靠配偶 66%",
            ],
        ),
        ("上游毛利率动辄九成，中游机构却只有50%。", ["- 上游毛利率 九成", "中游机构 毛利率 50%"]),
        ("病区共有48张床，护士22人。", ["- 床位 48张", "- 护士 22人"]),
        ("省下来的坐席成本据说有1.3亿元。", ["- 省下来的坐席成本 1.3亿元"]),
        ("至此近期受罚的球手已达到10人。", ["- 受罚的球手 10人"]),
        ("国家统计局仍称中国GDP3%的增速较快。", ["- 中国GDP 3%"]),
        ("全县拥有图书馆、文化馆各1座。", ["全县 图书馆 1座", "全县 文化馆 1座"]),
        ("两市新增公园、绿道各12处。", ["- 新增公园 12处", "- 新增绿道 12处"]),
        ("南屏市、青州市各5家门店。", ["南屏市 门店 5家", "青州市 门店 5家"]),
        ("这个数字使他在中国富豪中列第16位。", ["- 中国富豪排名 第16位"]),
        ("A.青州自驾线路：全程约80公里。", ["- 全程 80公里"]),
    ],
)
def test_that_a_figure_is_of_what_its_words_make_together(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "举办创业青年50人论坛等活动。",
        "家中有几台电脑？A. 没有　B. 1台　C. 2台",
        "暂按不超过3.5亿元计提。",
        "甲队、乙队各得3分。",
        "女性比男性多1.7小时。",
        "您还可以在114票务网订票。",
        "成千成万的事情。",
        "获得500米速滑的银牌。",
        "弓长为七尺三寸（约221公分）。",
        "比热容为29.73 J/mol*k。",
    ],
)
def test_that_numbers_in_names_and_sayings_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_that_a_purchasing_power_is_no_purchase() -> None:
    figures = read("尼日利亚的GDP按购买力平价算自2005年的1707亿美元到2007年的2926亿美元。")
    assert {one.metric for one in figures} == {"GDP"}


def test_that_who_found_something_out_does_not_place_it() -> None:
    (figure,) = read("根据英国经济学人智库的统计，尼日利亚的GDP在2007年达到2926亿美元。")
    assert figure.region == ""
    (placed,) = read("据海南省统计局数据，海南省社会消费品零售总额2400亿元。")
    assert placed.region == "海南省"


def test_that_a_season_in_the_name_of_games_is_no_time() -> None:
    (figure,) = read("1990年在第七届全国冬季运动会上获4枚金牌。")
    assert figure.period.text == "1990年"


def test_that_the_time_of_where_a_level_came_from_is_not_that_of_what_follows() -> None:
    level, rate = read("场均观看从去年这时候的4万跌到1.5万，转化率0.8%。")
    assert (str(level.value), level.period.text) == ("1.5", "")
    assert rate.period.text == ""


def test_that_what_is_only_supposed_is_nobody() -> None:
    figures = read("盈利预测与假设：假设2026年销量增速15%，单车收入12.6万元。")
    assert {one.subject for one in figures} == {""}


def test_that_a_firm_of_an_earlier_clause_has_no_figure_of_a_work_report() -> None:
    report = "政府工作报告\n\n各位代表：\n\n{}\n"
    text = report.format(
        "新央企岚谷汽车集团落户，云驰、蓝岸等品牌竞争力提升，全年新能源汽车产量达到129.6万辆。"
    )
    context = derive_context(text, path="2026年南屏市政府工作报告.txt")
    (figure,) = extract(text, sentences(text), builtin_knowledge(), context).statistics
    assert figure.subject != "岚谷汽车集团"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        # A day on which something happened is none of what is told behind it.
        ("2010年10月26日，车站启用。车站有候车室3间，检票口12个。", ["", ""]),
        ("2020年7月，该舰下水。全舰定员400人。", [""]),
        ("1871年，藩主移封。全藩有领民5万人。", [""]),
        # A year of statistics goes on, and so does a month where it tells how measures moved.
        ("2024年，全市经济平稳。粮食产量30万吨。", ["2024-01-01"]),
        ("10月份，全市工业生产加快。工业增加值同比增长5.2%。", [""]),
        ("2024年10月，全市工业生产加快。工业增加值同比增长5.2%。", ["2024-10-01"]),
    ],
)
def test_that_only_a_year_of_statistics_goes_on_to_later_sentences(text: str, times: list[str]) -> None:
    assert [one.period.start for one in read(text)] == times


@pytest.mark.parametrize(("pattern", "example"), LOOSE_ENDS, ids=[example for _, example in LOOSE_ENDS])
def test_that_what_clings_to_a_metric_is_taken_off(pattern: LazyPattern[str], example: str) -> None:
    told = pattern.fullmatch(example)
    assert told is not None
    assert 1 < len(told["what"]) < len(example)
    assert without_loose_end(example) == told["what"]
    assert without_loose_end(told["what"]) is None


def test_that_a_compound_rate_over_so_many_years_is_one_of_what_was_told() -> None:
    level, rate = read("全球需求达到614GWh，五年 CAGR 超过 90%。")
    assert (level.metric, rate.metric, rate.direction) == ("需求", "需求", Direction.UP)


def test_that_things_that_share_a_number_are_figures_of_their_own() -> None:
    first, second = read("图书馆、文化馆各1座。")
    assert first.figure == second.figure
    assert first.id != second.id


@every("what", ["交货期", "全生育期", "任期", "租期", "最长等候", "停产", "实休", "地铁候车"])
@every("length", ["18天", "三个月", "2.5小时"])
def test_that_how_long_something_takes_is_a_figure(what: str, length: str) -> None:
    assert told(f"经核实，{what}{length}，其余不变。") == [f"- {what} {length}"]


@pytest.mark.parametrize(
    "text",
    [
        "学期三个月后开始。",
        "国庆假期7天，景区爆满。",
        "近期三个月走势平稳。",
        "住院3天后出院。",
        "7天内无理由退货。",
    ],
)
def test_that_a_time_in_which_something_happens_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("样地内林下郁闭度0.71。", ["- 样地内林下郁闭度 0.71"]),
        ("灵敏度0.91，特异度0.87，约登指数0.78。", ["- 灵敏度 0.91", "- 特异度 0.87", "- 约登指数 0.78"]),
        ("宗地容积率不高于2.2。", ["- 宗地容积率 2.2"]),
        # A number that goes on into something else is no value.
        ("公式中相关度0.71的变量。", []),
    ],
)
def test_that_a_decimal_that_closes_its_clause_is_the_value_of_what_it_measures(
    text: str, figures: list[str]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "opening",
    ["诊疗次数的国际比较——", "诊疗次数前三：", "分地区看诊疗次数，", "诊疗次数分别为：", "诊疗次数的对比："],
)
def test_that_a_row_may_be_introduced_as_a_comparison(opening: str) -> None:
    assert told(f"{opening}华东91次、华南52次、西北47次。") == [
        "华东 诊疗次数 91次", "华南 诊疗次数 52次", "西北 诊疗次数 47次",
    ]  # fmt: skip
