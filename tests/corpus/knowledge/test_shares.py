"""Shares say of what they are shares, and who deals in them."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def told(text: str) -> dict[str, Statistic]:
    """Return the figures of a text by their print."""
    found = extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics
    return {one.figure.of(text): one for one in found}


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("对外担保总额为2.6亿元，占公司最近一期经审计净资产的比例为31.6%。", "31.6%", "对外担保总额占经审计净资产"),
        ("累计质押2100万股，占其所持有股份比例为63.8%，占公司总股本比例为21.3%。", "63.8%", "累计质押股份占所持有股份"),
        ("累计质押2100万股，占其所持有股份比例为63.8%，占公司总股本比例为21.3%。", "21.3%", "累计质押股份占总股本"),
        ("周某持有青禾科技有限公司16.4亿股，质押比例达96.8%，占总股本的37.4%。", "37.4%", "质押股份占总股本"),
        ("陆某所持股份的质押比例高达78.1%，为5.8亿股。", "5.8亿股", "质押股份"),
        ("公司拟拍卖陆某所持有的3400万股，该股份数占公司总股本的5.1%。", "5.1%", "持有股份占总股本"),
        ("公司为该工程的中标人，中标总额1.4亿元，约占公司2024年度营业总收入的1.6%。", "1.6%", "中标总额占营业总收入"),
        ("进出口总额达4.1万亿元，占全国份额从14.2%提升到15.3%。", "15.3%", "进出口总额占全国份额"),
        ("工业增加值占地区生产总值比重达28%。", "28%", "工业增加值占地区生产总值比重"),
        ("场馆占地面积3.2万平方米，市场占有率为12%。", "12%", "市场占有率"),
        ("受访者中，骑车上班的占41%。", "41%", "骑车上班"),
    ],
)  # fmt: skip
def test_that_a_share_names_its_part_and_its_whole(text: str, number: str, metric: str) -> None:
    assert told(text)[number].metric == metric


def test_that_a_share_has_no_time_of_its_whole_and_keeps_how_near_it_is() -> None:
    share = told("中标价合计约28.4亿元，约占公司2018年营业收入的3.9%。")["3.9%"]
    assert (share.period.text, share.qualifier, share.kind) == ("", "约", StatisticKind.SHARE)


@every(
    ("text", "number", "who"),
    [
        ("6月4日，青禾科技公告，公司控股股东沈锦和向白河银行质押800万股，用于担保。", "800万股", "沈锦和"),
        ("股东徐强与徐敏计划2024年6月1日至2024年8月31日期间合计减持不超过320万股。", "320万股", "徐强与徐敏"),
        ("截至三季度末，青禾科技董事长陆清和持有上市公司约16.4亿股，持股比例为38.6%。", "38.6%", "陆清和"),
        ("截至三季度末，青禾科技董事长陆清和持有上市公司约16.4亿股；其中约2亿股处于质押状态。", "2亿股", "陆清和"),
        ("法院拍卖控股股东陆清和所持有的青禾科技3400万股股份。", "3400万股", "陆清和"),
        ("周某持有青禾科技有限公司16.4亿股，质押比例达96.8%，占总股本的37.4%。", "37.4%", "周某"),
        ("嘉沅投资持有公司股份8780万股，占公司总股本的20%。", "20%", "嘉沅投资"),
        ("陆清和持股比例降至12%，青禾科技有限公司持股比例则增至15.2%。", "15.2%", "青禾科技有限公司"),
        ("青禾科技控股股东傅利全曾宣布减持计划，最多计划减持2898万股。", "2898万股", "傅利全"),
        ("白河证券将处置陆清和质押的股份，可能导致陆清和减持3954万股，其持股比例减少0.9%。", "0.9%", "陆清和"),
        (
            "青禾科技公告，公司财务总监胡春和计划6个月内，以集中竞价方式减持不超过4.05万股。",
            "4.05万股",
            "胡春和",
        ),
        ("平原系在二级市场大举减持青禾科技3132万股。", "3132万股", "平原系"),
        ("截至公告日，杜若谦和青禾科技合计持有公司股份1200万股。", "1200万股", "杜若谦和青禾科技"),
        ("本次质押后股份总数为3200万股。", "3200万股", ""),
        ("其计划减持公司股份不超过19万股。", "19万股", ""),
        ("大股东累计质押320万股。", "320万股", ""),
    ],
)  # fmt: skip
def test_that_shares_are_told_of_who_deals_in_them(text: str, number: str, who: str) -> None:
    assert told(text)[number].subject == who
