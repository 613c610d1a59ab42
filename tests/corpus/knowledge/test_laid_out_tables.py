"""Tables as reports print them: merged cells, captions among the rows, times of an account, units in a column."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def told(text: str) -> list[str]:
    """Return the cells of a text's tables: of whom, what, when, how much and which way."""
    text = text.replace("→", "\t")
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    return [
        f"{one.subject or one.region}|{one.metric}|{one.period.start}/{one.period.end}|{one.value}{one.unit}"
        f"{f'|{one.direction}{one.basis}' if one.direction else ''}"
        for one in found
        if one.cell
    ]


HALF, HALF_BEFORE = "2026-01-01/2026-06-30", "2025-01-01/2025-06-30"


@every(
    ("text", "cells"),
    [
        # the time of the account, and of the year before
        (
            (
                "栗原轴承2026年半年度报告\n单位：万元 币种：人民币\n"
                "主要会计数据→本报告期（1－6月）→上年同期→本报告期比上年同期增减（%）\n"
                "营业收入→8,640.5→7,910.2→9.23\n净利润→-215.4→330.8→-165.1"
            ),
            [
                f"栗原轴承|营业收入|{HALF}|8640.5万元",
                f"栗原轴承|营业收入|{HALF_BEFORE}|7910.2万元",
                f"栗原轴承|营业收入|{HALF}|9.23%|up比上年同期",
                f"栗原轴承|净利润|{HALF}|-215.4万元",
                f"栗原轴承|净利润|{HALF_BEFORE}|330.8万元",
                f"栗原轴承|净利润|{HALF}|165.1%|down比上年同期",
            ],
        ),
        # captions in the rows of a sheet, both ends of the year
        (
            (
                "Sheet1\n栗原轴承2025年年度报告→→\n合并资产负债表→→\n2025年12月31日→→\n单位：万元→→\n"
                "项目→期末余额→期初余额\n货币资金→3,562→2,811\n存货→941→887"
            ),
            [
                "栗原轴承|货币资金|2025-12-31/2025-12-31|3562万元",
                "栗原轴承|货币资金|2024-12-31/2024-12-31|2811万元",
                "栗原轴承|存货|2025-12-31/2025-12-31|941万元",
                "栗原轴承|存货|2024-12-31/2024-12-31|887万元",
            ],
        ),
        # cells merged downwards name whose the rows are
        (
            (
                "表4 两市外贸\n单位：亿美元\n城市→项目→2024年→2025年\n临川市→出口→55.1→60.3\n→进口→31.7→29.8\n"
                "白河市→出口→20.4→21.9\n→进口→8.8→10.1"
            ),
            [
                f"{city}|{what}|{year}-01-01/{year}-12-31|{value}亿美元"
                for city, what, year, value in (
                    ("临川市", "出口", 2024, "55.1"),
                    ("临川市", "出口", 2025, "60.3"),
                    ("临川市", "进口", 2024, "31.7"),
                    ("临川市", "进口", 2025, "29.8"),
                    ("白河市", "出口", 2024, "20.4"),
                    ("白河市", "出口", 2025, "21.9"),
                    ("白河市", "进口", 2024, "8.8"),
                    ("白河市", "进口", 2025, "10.1"),
                )
            ],
        ),
        (
            "2025年电池出货\n企业→产品→出货量（GWh）\n宁川电池→动力电池→35.2\n→储能电池→12.1\n启明能源→动力电池→21.4",
            [
                "宁川电池|动力电池出货量|2025-01-01/2025-12-31|35.2GWh",
                "宁川电池|储能电池出货量|2025-01-01/2025-12-31|12.1GWh",
                "启明能源|动力电池出货量|2025-01-01/2025-12-31|21.4GWh",
            ],
        ),
        # cells merged sideways head the columns below them
        (
            (
                "表2 2025年各市经济\n地区→地区生产总值→→财政收入→\n→总量（亿元）→增长（%）→总量（亿元）→增长（%）\n"
                "临川市→312→6.0→28→-1.5"
            ),
            [
                "临川市|地区生产总值|2025-01-01/2025-12-31|312亿元",
                "临川市|地区生产总值|2025-01-01/2025-12-31|6.0%|up",
                "临川市|财政收入|2025-01-01/2025-12-31|28亿元",
                "临川市|财政收入|2025-01-01/2025-12-31|1.5%|down",
            ],
        ),
        # a column of units, months without a year, changes by amount
        (
            "白河市2026年上半年主要指标\n指标→单位→1-6月→同比增长（%）\n固定资产投资→亿元→405.1→-3.6\n实际使用外资→万美元→876→2.5",
            [
                f"白河市|固定资产投资|{HALF}|405.1亿元",
                f"白河市|固定资产投资|{HALF}|3.6%|down同比",
                f"白河市|实际使用外资|{HALF}|876万美元",
                f"白河市|实际使用外资|{HALF}|2.5%|up同比",
            ],
        ),
        (
            "岭东市2025年末存贷款余额\n单位：亿元\n指标→年末数→比年初增加→比上年末增长（%）\n各项存款余额→2,864→215→8.1",
            [
                "岭东市|各项存款余额|2025-12-31/2025-12-31|2864亿元",
                "岭东市|各项存款余额|2025-12-31/2025-12-31|215亿元|up比年初",
                "岭东市|各项存款余额|2025-12-31/2025-12-31|8.1%|up比上年末",
            ],
        ),
        # a row that only tells how the row above has grown
        (
            "财务摘要（单位：百万元）\n会计年度→2025A→2026E\n营业收入→2,210→2,684\n同比（%）→19.3→-1.4",
            [
                "|营业收入|2025-01-01/2025-12-31|2210百万元",
                "|营业收入|2026-01-01/2026-12-31|2684百万元",
                "|营业收入|2025-01-01/2025-12-31|19.3%|up同比",
                "|营业收入|2026-01-01/2026-12-31|1.4%|down同比",
            ],
        ),
        # a quarter behind its year, an amount beside a share, units of any name, a measure before its growth
        (
            "手机出货\n单位：百万台\n厂商→2026年Q2出货量→2026年Q2市场份额\n北辰→58.1→19.6%",
            ["北辰|出货量|2026-04-01/2026-06-30|58.1百万台", "北辰|市场份额|2026-04-01/2026-06-30|19.6%"],
        ),
        (
            "贷款分类\n单位：百万元\n项目→2025年12月31日→\n→金额→占比（%）\n不良贷款→4,871→1.08",
            [
                "|不良贷款|2025-12-31/2025-12-31|4871百万元",
                "|不良贷款占比|2025-12-31/2025-12-31|1.08%",
            ],
        ),
        (
            "2025年测评\n机型→吸力（Pa）→续航（分钟）\n石榴P20→18,500→220",
            ["石榴P20|吸力|2025-01-01/2025-12-31|18500Pa", "石榴P20|续航|2025-01-01/2025-12-31|220分钟"],
        ),
        (
            "2025年分行业情况\n分行业→营业收入（亿元）→毛利率（%）→营业收入比上年增减（%）\n散货→25.9→23.9→-3.5",
            [
                "散货|营业收入|2025-01-01/2025-12-31|25.9亿元",
                "散货|毛利率|2025-01-01/2025-12-31|23.9%",
                "散货|营业收入|2025-01-01/2025-12-31|3.5%|down比上年",
            ],
        ),
        # the corner names the measure of a table of places and months; a caption begins with whose it is
        (
            "轨道\n地铁客运量（万人次）→2025年1月→2025年2月\n岚州→5,210→4,633",
            [
                "岚州|地铁客运量|2025-01-01/2025-01-31|5210万人次",
                "岚州|地铁客运量|2025-02-01/2025-02-28|4633万人次",
            ],
        ),
        (
            "星河乳业2022—2023年主要财务指标→→\n单位：万元→→\n指标→2022年→2023年\n营业收入→91507→88623",
            [
                "星河乳业|营业收入|2022-01-01/2022-12-31|91507万元",
                "星河乳业|营业收入|2023-01-01/2023-12-31|88623万元",
            ],
        ),
        # years in rows, the company in the caption
        (
            "星河乳业近年业绩→→\n年度→营业收入（亿元）→员工数（人）\n2022→3.21→412\n2023→4.08→455",
            [
                "星河乳业|营业收入|2022-01-01/2022-12-31|3.21亿元",
                "星河乳业|员工数|2022-01-01/2022-12-31|412人",
                "星河乳业|营业收入|2023-01-01/2023-12-31|4.08亿元",
                "星河乳业|员工数|2023-01-01/2023-12-31|455人",
            ],
        ),
    ],
)
def test_that_a_cell_says_whose_what_and_when(text: str, cells: list[str]) -> None:
    assert told(text) == cells


@pytest.mark.parametrize(
    ("caption", "whose"),
    [
        ("霁川市冷库建设情况", "霁川市"),
        ("云岭县冷链物流情况", "云岭县"),
        ("栗原建设经营情况", "栗原建设"),
    ],
)
def test_that_a_caption_of_what_is_done_in_a_place_names_no_company(caption: str, whose: str) -> None:
    text = f"表1 {caption}\n指标→2023年→2024年\n用电量（万度）→44.2→48.6\n用水量（万吨）→209→231"
    assert {one.split("|")[0] for one in told(text)} == {whose}
