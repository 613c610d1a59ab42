"""Which heads of a table are measures, things, places and times is told by what they are, not by where they stand."""

from __future__ import annotations

import pytest

from corpus.knowledge.extraction import extract
from corpus.knowledge.tables.captions import named_first
from corpus.knowledge.tables.cells import head_of, is_time, number_of, units_told
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def told(text: str) -> list[str]:
    """Return the cells of a text's tables: of whom, what, when as printed, how much and which way."""
    text = text.replace("→", "\t")
    return [
        f"{one.subject or one.region}|{one.metric}|{one.period.text}|{one.value}{one.unit}"
        f"{f'|{one.direction}{one.basis}' if one.direction else ''}"
        for one in extract(text, sentences(text), builtin_knowledge()).statistics
        if one.cell
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # measures in rows, companies in columns, a row of words among them
        (
            (
                "表2 三家农具厂（2023年）\n→丰野农具→禾川机械→大垄科技\n营业收入（亿元）→3.6→2.9→8.2\n"
                "研发投入占营收→4%→3.1%→5%\n主打产品→犁→耙→锄"
            ),
            [
                "丰野农具|营业收入|2023年|3.6亿元",
                "禾川机械|营业收入|2023年|2.9亿元",
                "大垄科技|营业收入|2023年|8.2亿元",
                "丰野农具|研发投入占营收|2023年|4%",
                "禾川机械|研发投入占营收|2023年|3.1%",
                "大垄科技|研发投入占营收|2023年|5%",
            ],
        ),
        # what is spent on, though 项目 stands over it
        (
            "东岭县2024年一般公共预算支出\n单位：万元\n支出项目→预算数→决算数→完成率\n教育→3,100→3,150→101.6%\n农林水→900→870→96.7%",
            [
                "教育|预算数|2024年|3100万元",
                "教育|决算数|2024年|3150万元",
                "教育|完成率|2024年|101.6%",
                "农林水|预算数|2024年|900万元",
                "农林水|决算数|2024年|870万元",
                "农林水|完成率|2024年|96.7%",
            ],
        ),
        # the same heads over taxes, which are measures
        (
            "东岭县2024年收入\n单位：万元\n科目→预算数→执行数\n增值税→310→315\n契税→41→40",
            [
                "东岭县|增值税|2024年|310万元",
                "东岭县|增值税|2024年|315万元",
                "东岭县|契税|2024年|41万元",
                "东岭县|契税|2024年|40万元",
            ],
        ),
        # the same over kinds of loans, of each of which several measures are told
        (
            "青禾银行生息资产\n项目→平均余额（亿元）→收益率（%）\n个人贷款→512→4.1\n公司贷款→730→3.6",
            [
                "个人贷款|平均余额||512亿元",
                "个人贷款|收益率||4.1%",
                "公司贷款|平均余额||730亿元",
                "公司贷款|收益率||3.6%",
            ],
        ),
    ],
)
def test_that_words_and_units_tell_measures_from_what_is_measured(text: str, cells: list[str]) -> None:
    assert told(text) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # a thing with a name of its own, a name before the years, a company before what happened to it
        (
            "表1 澜江地铁历年运营情况\n年份→客流量（亿人次）\n2019→2.1\n2022→1.7",
            ["澜江地铁|客流量|2019|2.1亿人次", "澜江地铁|客流量|2022|1.7亿人次"],
        ),
        (
            "栗果面包近三年经营情况\n年份→营业额（万元）\n2022→87\n2023→91",
            ["栗果面包|营业额|2022|87万元", "栗果面包|营业额|2023|91万元"],
        ),
        (
            "表3 云泽科技停牌前交易\n日期→收盘价（元）→成交量（万手）\n2025-03-03→14.2→21\n2025-03-04→15.1→48",
            [
                "云泽科技|收盘价|2025-03-03|14.2元",
                "云泽科技|成交量|2025-03-03|21万手",
                "云泽科技|收盘价|2025-03-04|15.1元",
                "云泽科技|成交量|2025-03-04|48万手",
            ],
        ),
        # what a table of a trade, a school year or a survey shows is nobody
        (
            "快递业务月度数据\n月份→业务量（万件）\n1月→212\n2月→148",
            ["|业务量|1月|212万件", "|业务量|2月|148万件"],
        ),
    ],
)
def test_that_the_lines_above_tell_whose_a_table_is(text: str, cells: list[str]) -> None:
    assert told(text) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # a unit no list has, which its column tells, beside a smaller one
        (
            "表2 仓容\n仓库→设计容量→周转天数\n一号仓→12.5万托→31天\n恒温仓→6,400托→12天",
            [
                "一号仓|设计容量||12.5万托",
                "一号仓|周转天数||31天",
                "恒温仓|设计容量||6400托",
                "恒温仓|周转天数||12天",
            ],
        ),
        # the currency before a number, the scale behind it; the same told in the money of the country
        (
            "表3 新签合同\n项目→币种→合同额→折合人民币（亿元）\n青川电站→美元→$3.4亿→24.5\n卡托港→欧元→€1.1亿→8.4",
            [
                "青川电站|合同额||3.4亿美元",
                "青川电站|合同额||24.5亿元",
                "卡托港|合同额||1.1亿欧元",
                "卡托港|合同额||8.4亿元",
            ],
        ),
        # the growth in brackets, by its sign or by what is said of it; a note in brackets is none
        (
            "上半年两市集\n市集→客流（万人次）\n东门→38.2（+12.4%）\n西门→21.7（-3.0%）",
            [
                "东门|客流|上半年|38.2万人次",
                "东门|客流|上半年|12.4%|up",
                "西门|客流|上半年|21.7万人次",
                "西门|客流|上半年|3.0%|down",
            ],
        ),
        (
            "两市集\n市集→客流（万人次）\n东门→38.2（12.4%）\n西门→21.7（3.0%）\n注：括号内为占全区比重。",
            ["东门|客流||38.2万人次", "东门|客流占比||12.4%", "西门|客流||21.7万人次", "西门|客流占比||3.0%"],
        ),
        (
            "两市集\n市集→客流（万人次）\n东门→38.2（12.4%）\n西门→21.7（3.0%）",
            ["东门|客流||38.2万人次", "西门|客流||21.7万人次"],
        ),
        # how many were asked and when something was built are no figures; a name may end in a year
        (
            "表2 周均工时（小时）\n职业→2019年（n=1,204）→2024年（n=986）\n骑手→61.5→58.2\n教师→63.0→64.7",
            [
                "骑手|周均工时|2019年|61.5小时",
                "骑手|周均工时|2024年|58.2小时",
                "教师|周均工时|2019年|63.0小时",
                "教师|周均工时|2024年|64.7小时",
            ],
        ),
        ("电站→坝高（米）→投产年份\n石门→98→2006\n龙口→141→2011", ["石门|坝高||98米", "龙口|坝高||141米"]),
        (
            "债券→票面利率（%）\n云杉2026→4.75\n云杉2028→5.10",
            ["云杉2026|票面利率||4.75%", "云杉2028|票面利率||5.10%"],
        ),
        # this week's and last week's
        (
            "2025年5月第2周批发价格\n品种→单位→本周价格→上周价格\n鸡蛋→元/公斤→8.02→7.79",
            ["鸡蛋|价格|本周|8.02元/公斤", "鸡蛋|价格|上周|7.79元/公斤"],
        ),
        # what sorts the rows of a thesis is no bearer
        (
            "表3.1 样本基本特征（N=512）\n变量→类别→人数→百分比（%）\n性别→男→241→47.1\n→女→271→52.9",
            ["男|人数||241人", "男|人数占比||47.1%", "女|人数||271人", "女|人数占比||52.9%"],
        ),
        # a second part below the first, under the same caption
        (
            (
                "表6 白河镇种植（2024年）\n\n甲、产量→\n品种→产量（吨）\n黄精→504\n百合→315\n\n"
                "乙、销售→\n品种→销售额（万元）\n黄精→141\n百合→144"
            ),
            [
                "黄精|产量|2024年|504吨",
                "百合|产量|2024年|315吨",
                "黄精|销售额|2024年|141万元",
                "百合|销售额|2024年|144万元",
            ],
        ),
    ],
)
def test_that_cells_and_heads_tell_units_changes_and_times(text: str, cells: list[str]) -> None:
    assert told(text) == cells


def test_that_only_a_whole_column_tells_a_unit() -> None:
    assert units_told([["3托", "1.2万托", "—"], ["3号", "4号"], ["8托盘", "9箱"], ["7盘"]]) == {"托"}
    assert number_of("6,400托") is None
    assert str(number_of("6,400托", frozenset({"托"}))) == str(number_of("6,400件")).replace("件", "托")


@every(
    ("head", "words", "unit"),
    [
        ("持股数量（万股）", "持股数量", "万股"),
        ("煤耗（千克标准煤）", "煤耗", "千克标准煤"),
        ("PM2.5（μg/m³）", "PM2.5", "μg/m³"),
        ("噪声（dB(A)）", "噪声", "dB(A)"),
        ("发病率（1/10万）", "发病率", "1/10万"),
        ("排放总量（万吨CO2）", "排放总量", "万吨CO2"),
        ("单位能耗（吨标煤/万元）", "单位能耗", "吨标煤/万元"),
        ("进出口（亿元，%）", "进出口", "亿元"),
        ("社零（单位：亿元/%）", "社零", "亿元"),
        ("载重/t", "载重", "t"),
        ("面积 km²", "面积", "km²"),
        ("产量，万吨", "产量", "万吨"),
        ("票房:万元", "票房", "万元"),
        ("上座率%", "上座率", "%"),
        ("产量<br>（万吨）", "产量", "万吨"),
        ("上行/下行", "上行/下行", ""),
        ("CPU/GPU", "CPU/GPU", ""),
        ("东站 西站", "东站 西站", ""),
        ("产量（估计）", "产量（估计）", ""),
    ],
)
def test_that_brackets_hold_units_and_not_any_word(head: str, words: str, unit: str) -> None:
    told_head = head_of(head)
    assert (told_head.words, told_head.unit) == (words, unit)


@pytest.mark.parametrize(
    "words",
    [
        "2023/24榨季",
        "2023—2024学年",
        "2024年秋季",
        "2024年第15周",
        "FY2023",
        "2024年初",
        "Q1 2024",
        "2024年 3月",
        "十三五末",
        "2025-03-03",
    ],
)
def test_that_seasons_weeks_and_days_are_times(words: str) -> None:
    assert is_time(words)
    assert head_of(words).words == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("澜江地铁客流", "澜江地铁"),
        ("岷江化工碳排放与能耗", "岷江化工"),
        ("城市社区服务", ""),
        ("养老机构运营情况", ""),
        ("我国社区食堂", ""),
        ("民营书店", ""),
        ("快递业务月度数据", ""),
        ("人口主要指标", ""),
        ("财务摘要", ""),
    ],
)
def test_that_a_line_names_somebody_only_by_a_name(line: str, name: str) -> None:
    assert named_first(line) == name


@pytest.mark.parametrize("words", ["2024年初步数", "2024年中标额", "2024年秋粮产量"])
def test_that_a_year_before_other_words_is_no_longer_time(words: str) -> None:
    assert not is_time(words)
    assert head_of(words).time == "2024年"


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("12.3[1]", "12.3", ""),
        ("12.3ᵃ", "12.3", ""),
        ("1 234.5", "1234.5", ""),
        ("12.3pct", "12.3", "个百分点"),
        ("↓3.1%", "-3.1", "%"),
        ("$3.4亿", "3.4", "亿美元"),
    ],
)
def test_that_marks_and_arrows_leave_a_number_one(cell: str, value: str, unit: str) -> None:
    found = number_of(cell)
    assert found is not None
    assert (str(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize("cell", ["↑2", "2019 2020", "3.5—4.2", "3号", "n.a."])
def test_that_moves_in_rank_ranges_and_numbers_of_things_are_no_numbers(cell: str) -> None:
    assert number_of(cell) is None


@pytest.mark.parametrize("first", ["71.3→38.9→18.6", "1,204→877→95", "71.3%→38.9%→18.6%"])
@pytest.mark.parametrize("lost", ["服务类型知晓率需求率使用率", "服务类型 知晓率 需求率 使用率"])
def test_that_a_row_of_figures_whose_heads_were_lost_names_no_measure(first: str, lost: str) -> None:
    text = (
        f"表1 各类服务的知晓率、需求率与使用率（%）\n{lost}\n"
        f"送餐→{first}\n巡诊→46.5→54.2→12.1\n陪护→63.8→22.4→6.7"
    )
    assert not [cell for cell in told(text) if cell.split("|")[1][:1].isdecimal()]


def test_that_years_and_names_with_numbers_still_head_columns() -> None:
    assert told("表1 产量（万吨）\n品种→2021→2022\n小麦→3.1→3.3\n玉米→4.2→4.5") == [
        "小麦|产量|2021|3.1万吨", "小麦|产量|2022|3.3万吨", "玉米|产量|2021|4.2万吨", "玉米|产量|2022|4.5万吨",
    ]  # fmt: skip
