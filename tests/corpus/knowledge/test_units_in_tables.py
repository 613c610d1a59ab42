"""Units of tables: behind a measure, in the lines above for all cells or for some, and marks beside numbers."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.tables.captions import caption_of
from corpus.knowledge.tables.cells import head_of, number_of
from corpus.knowledge.tables.unit_lines import UnitsAbove, units_above
from corpus.knowledge.tables.unit_words import is_unit, is_unit_of_head
from tests.corpus.knowledge.test_heads_of_tables import told
from tests.lines import every

PREFIXES = ("", "千", "兆", "毫", "微")
MEASURES = ("瓦", "伏安", "克", "升", "帕", "赫兹", "焦", "瓦时")
SIGNS = ("W", "VA", "g", "L", "Pa", "Hz", "J", "Wh")
SIGN_PREFIXES = ("k", "M", "m", "μ")
COUNTERS = ("级", "道", "间夜", "学时", "册次", "架次", "台班", "年", "个月", "周")
NO_UNITS = (
    "市", "路基", "地区", "计划", "预测", "未税", "男", "女", "新", "期末",
    "增速", "前四", "亏损", "注", "2024年", "本级",
)  # fmt: skip


@every("unit", [f"{a}{b}" for a, b in product(PREFIXES, MEASURES)])
def test_that_a_measure_with_any_prefix_is_a_unit(unit: str) -> None:
    assert is_unit(unit)
    assert head_of(f"报装容量（{unit}）").unit == unit
    assert head_of(f"含量（{unit}/立方米）").unit == f"{unit}/立方米"


@every("unit", [f"{a}{b}" for a, b in product(SIGN_PREFIXES, SIGNS)])
def test_that_signs_with_any_prefix_are_units(unit: str) -> None:
    assert number_of(f"3.5 {unit}") is not None
    assert head_of(f"额定值（{unit}）") == head_of(f"额定值({unit})")
    assert head_of(f"额定值（{unit}）").unit == unit


@pytest.mark.parametrize("unit", COUNTERS)
def test_that_what_things_are_counted_by_is_a_unit_behind_a_measure(unit: str) -> None:
    assert head_of(f"平均值（{unit}）") == head_of(f"平均值({unit})")
    assert head_of(f"平均值（{unit}）").unit == unit
    assert head_of(f"平均值（万{unit}）").unit == f"万{unit}" or len(unit) == 1 or unit == "个月"


@every("words", NO_UNITS)
def test_that_other_words_in_brackets_are_no_units(words: str) -> None:
    assert not is_unit_of_head(words)


def test_that_a_year_is_no_number_of_years() -> None:
    assert number_of("2023年") is None
    assert number_of("2023级") is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("下表汇总各线日均客运量，单位为千人次。", "千人次"),
        ("主要子公司（2023年，未标单位者均为万元）", "万元"),
        ("金额均以万元计。", "万元"),
        ("数据以百万美元为单位。", "百万美元"),
        ("金额单位：万元", "万元"),
        ("编制单位：云杉股份　　单位：元", "元"),
        ("单位：亿元、%", "亿元"),
        ("审批单位：省水利厅", ""),
        ("各单位为民服务情况", ""),
        ("单位：户、万元", ""),
    ],
)
def test_that_a_line_tells_the_unit_of_all_cells(line: str, unit: str) -> None:
    assert caption_of([line]).unit == unit


@pytest.mark.parametrize(
    "line",
    [
        "用水（用水量单位：万吨；户数单位：户）",
        "用水（用水量：万吨；户数：户）",
        "单位：用水量—万吨，户数—户",
    ],
)
def test_that_a_line_tells_the_unit_of_each_measure(line: str) -> None:
    found = units_above([line])
    assert [found.of("用水量"), found.of("居民户数"), found.of("水价")] == ["万吨", "户", ""]


@pytest.mark.parametrize(
    ("units", "metric", "unit"),
    [
        (("户", "万元"), "低保户数", "户"),
        (("户", "万元"), "救助资金", "万元"),
        (("公顷", "吨"), "播种面积", "公顷"),
        (("公顷", "吨"), "总产量", "吨"),
        (("万人", "亿元"), "常住人口", "万人"),
        (("人", "万人次"), "游客", ""),
        (("个", "万元"), "满意度", ""),
        (("万元", "个", "%"), "毛利率", "%"),
    ],
)
def test_that_of_several_units_a_measure_takes_the_one_that_fits(
    units: tuple[str, ...], metric: str, unit: str
) -> None:
    assert UnitsAbove(units).of(metric) == unit


@pytest.mark.parametrize("mark", ["a", "[b]", "［1］", "#", "*", "①", "（注1）"])
def test_that_a_mark_of_a_note_is_no_part_of_a_number(mark: str) -> None:
    number = number_of(f"57.8{mark}")
    assert number is not None
    assert (str(number.value), number.unit) == ("57.8", "")


@pytest.mark.parametrize(
    ("cell", "bound"),
    [("68左右", "约"), ("约68", "约"), ("近68", "约"), ("不少于68", "≥"), ("＞68", "≥"), ("不超过68", "≤")],
)
def test_that_a_bound_in_words_stands_beside_a_number(cell: str, bound: str) -> None:
    number = number_of(cell)
    assert number is not None
    assert (str(number.value), number.bound) == ("68", bound)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # one unit for each measure above the heads
        (
            "表3 用水（用水量单位：万吨；户数单位：户）\n地区→用水量→户数\n甲县→12.5→803\n乙县→9.1→677",
            ["甲县|用水量||12.5万吨", "甲县|用水户数||803户", "乙县|用水量||9.1万吨", "乙县|用水户数||677户"],
        ),
        # the price of so much of a thing
        (
            "2023年12月矿产品\n品种→进口均价\n铜精矿→US$2,140/吨\n锂辉石→US$1,060/吨",
            ["铜精矿|进口均价|2023年12月|2140美元/吨", "锂辉石|进口均价|2023年12月|1060美元/吨"],
        ),
        # lines of a sheet above the heads, their words in whatever cell
        (
            (
                "2024年3月各门店经营情况表→→→\n制表日期：2024-04-02→→→单位：元、人次、%\n"
                "门店→营业额→客流量→毛利率\n甲店→1,203→210→41.2\n乙店→893→172→39.9"
            ),
            [
                "甲店|营业额|2024年3月|1203元",
                "甲店|客流量|2024年3月|210人次",
                "甲店|毛利率|2024年3月|41.2%",
                "乙店|营业额|2024年3月|893元",
                "乙店|客流量|2024年3月|172人次",
                "乙店|毛利率|2024年3月|39.9%",
            ],
        ),
        # this month is the one the caption tells
        (
            "2024年1月空气质量\n县区→优良天数比例（%）→优良天数比例（%）\n县区→本月→同比\n东县→87.1→3.2个百分点\n西县→93.5→1.1个百分点",
            [
                "东县|优良天数比例|2024年1月|87.1%",
                "东县|优良天数比例|2024年1月|3.2个百分点|up同比",
                "西县|优良天数比例|2024年1月|93.5%",
                "西县|优良天数比例|2024年1月|1.1个百分点|up同比",
            ],
        ),
        # measures in rows, whose unit stands over the columns of those who have them
        (
            "2023年人均收支\n指标→城镇居民→农村居民\n指标→绝对数（元）→绝对数（元）\n可支配收入→28310→19820\n消费支出→18420→14010",
            [
                "城镇居民|可支配收入|2023年|28310元",
                "农村居民|可支配收入|2023年|19820元",
                "城镇居民|消费支出|2023年|18420元",
                "农村居民|消费支出|2023年|14010元",
            ],
        ),
        # a title merged across all columns, as readers repeat it
        (
            "岚屿镇民宿→岚屿镇民宿→岚屿镇民宿\n年份→民宿（家）→床位（张）\n2019年→38→402\n2020年→35→377",
            [
                "岚屿镇|民宿|2019年|38家",
                "岚屿镇|床位|2019年|402张",
                "岚屿镇|民宿|2020年|35家",
                "岚屿镇|床位|2020年|377张",
            ],
        ),
        # a year over its halves
        (
            (
                "青禾优选运营数据\n期间→期间→会员（人）\n2022年→上半年→6,120\n"
                "2022年→下半年→7,035\n2023年→上半年→7,288\n2023年→下半年→8,914"
            ),
            [
                "青禾优选|会员|2022年上半年|6120人",
                "青禾优选|会员|2022年下半年|7035人",
                "青禾优选|会员|2023年上半年|7288人",
                "青禾优选|会员|2023年下半年|8914人",
            ],
        ),
    ],
)
def test_that_cells_are_told_with_their_units(text: str, cells: list[str]) -> None:
    assert told(text) == cells
