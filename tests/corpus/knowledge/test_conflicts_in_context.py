"""Contradictions and agreements between short documents that name their place, thing or company in other ways."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.knowledge.comparing.comparable import comparables
from corpus.knowledge.comparing.comparison import FORECAST_DIFFERS, VALUES_DIFFER
from corpus.knowledge.comparing.conflicts import find_agreements, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.library.core.knowledge import builtin_knowledge
from corpus.report.matrix import matrix_of
from corpus.scoring.conflicts import located
from tests.lines import every

Text = tuple[str, str, str]


def labelled(name: str) -> list[dict[str, Any]]:
    """Return the pairs of documents of a labelled set."""
    lines = (Path(__file__).parent / f"labelled/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


PAIRS = labelled("document_pairs")


def relation(texts: list[dict[str, str]]) -> str:
    """Return what the figures of some documents say of one another."""
    figures = located(texts, builtin_knowledge())
    if find_conflicts(figures):
        return "contradiction"
    return "agreement" if find_agreements(figures) else "neither"


@every("pair", PAIRS, ids=[one["texts"][0]["title"] for one in PAIRS])
def test_that_documents_contradict_agree_or_do_neither(pair: dict[str, Any]) -> None:
    assert relation(pair["texts"]) == pair["relation"]


@pytest.mark.parametrize("days", [20, 200])
def test_that_figures_without_a_time_are_compared_over_a_few_weeks_only(days: int) -> None:
    written = {20: "2022-05-21", 200: "2022-11-17"}[days]
    texts = [
        {"title": "枫林镇概况", "date": "2022-05-01", "text": "枫林镇常住人口8.2万人。"},
        {"title": "枫林镇手记", "date": written, "text": "枫林镇常住人口9.6万人。"},
    ]
    assert relation(texts) == ("contradiction" if days == 20 else "neither")


def test_that_what_happens_from_day_to_day_is_not_compared_without_a_time() -> None:
    texts = [
        {"title": "枫林镇集市", "date": "2022-05-01", "text": "枫林镇卖出草莓8.2万斤。"},
        {"title": "枫林镇手记", "date": "2022-05-21", "text": "枫林镇卖出草莓9.6万斤。"},
    ]
    assert relation(texts) == "neither"


def test_that_towns_and_counties_of_one_name_are_two() -> None:
    texts = [
        {"title": "长林市统计公报", "date": "2022-02-01", "text": "2021年，长林市常住人口92万人。"},
        {"title": "长林县统计公报", "date": "2022-02-01", "text": "2021年，长林县常住人口31万人。"},
    ]
    assert relation(texts) == "neither"


def test_that_what_belongs_to_towns_and_counties_of_one_name_is_two() -> None:
    texts = [
        {"title": "长林市法院", "date": "2022-02-01", "text": "长林市法院2021年受理案件9.2万件。"},
        {"title": "长林县法院", "date": "2022-02-01", "text": "长林县法院2021年受理案件3.1万件。"},
    ]
    assert relation(texts) == "neither"


@pytest.mark.parametrize("title", ["阅读软件比较", "居民消费价格同比", "与往年相比"])
def test_that_a_heading_that_ends_in_a_comparison_takes_no_time_from_the_next_line(title: str) -> None:
    text = {"title": title, "date": "2024-07-20", "text": "2024年6月，小舟阅读的月活用户为2260万。"}
    assert [one.statistic.period.text for one in located([text], builtin_knowledge())] == ["2024年6月"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "2023年，溪口市地区生产总值2468亿元，按不变价格计算，比上年增长5.6%。",
            "2023年，溪口市GDP为2586亿元。",
        ),
        ("年内，星屿汽车6月卖出电动卡车2100辆。", "星屿汽车6月电动卡车销量1800辆。"),
        ("2023年，溪口体育馆可容纳观众8200人。", "溪口体育馆能同时容纳观众6000人。"),
        (
            "2023年，青溪河流域国控断面水质优良比例为92.6%。",
            "2023年，青溪河流域国控断面优良水质比例为85.2%。",
        ),
        ("2023年，溪口市汽车出口量为32万辆。", "2023年，溪口市汽车出口28万辆。"),
        ("2023年，青溪油田生产原油1008万吨。", "青溪油田2023年原油产量为960万吨。"),
        ("2023年，青溪大桥公园接待游客320万人次。", "青溪大桥公园2023年接待了260万游客。"),
        ("2023年，溪口市茶园面积3.2万亩。", "2023年，溪口市茶园面积1860公顷。"),
        ("2023年末，青溪银行各项存款余额286亿元。", "截至2023年末，青溪银行存款余额268亿元。"),
        ("2023年，溪口市实际使用外资6.2亿美元。", "2023年，溪口市实际利用外资5.4亿美元。"),
        ("青岚县地处深山。2023年，全县接待游客320万人次。", "2023年，青岚县接待游客260万人次。"),
    ],
)
def test_that_the_same_told_in_other_words_is_compared(one: str, other: str) -> None:
    texts = [
        {"title": name, "date": "2024-03-01", "text": text} for name, text in (("甲", one), ("乙", other))
    ]
    assert relation(texts) == "contradiction"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("按不变价格计算，2023年溪口市工业增加值468亿元。", "2023年，溪口市工业增加值为486亿元。"),
        ("青岚县和白石县地处深山。2023年，全县接待游客320万人次。", "2023年，青岚县接待游客260万人次。"),
        ("2023年，溪口市机电产品（不含汽车）出口额为32亿元。", "2023年，溪口市机电产品出口额为38亿元。"),
    ],
)
def test_that_another_basis_or_a_place_in_doubt_is_not_compared(one: str, other: str) -> None:
    texts = [
        {"title": name, "date": "2024-03-01", "text": text} for name, text in (("甲", one), ("乙", other))
    ]
    assert relation(texts) == "neither"


def test_that_what_a_body_calls_itself_is_no_part_of_what_it_has() -> None:
    texts = [
        {"title": "溪口大学质量报告", "date": "2024-03-01", "text": "2023年，学校招收研究生3200人。"},
        {"title": "江边校园", "date": "2024-03-02", "text": "2023年，溪口大学招收研究生2800人。"},
    ]
    assert relation(texts) == "contradiction"


@pytest.mark.parametrize("title", ["驰屿商用车2023年销量公告", "驰屿商用车召回公告"])
def test_that_a_notice_titled_with_a_name_speaks_of_who_that_is(title: str) -> None:
    text = {"title": title, "date": "2024-01-05", "text": "2023年，公司销售重卡6.8万辆。"}
    assert [one.statistic.subject for one in located([text], builtin_knowledge())] == ["驰屿商用车"]


@pytest.mark.parametrize("title", ["青海省2023年食品安全公告", "新能源汽车行业2023年度报告"])
def test_that_a_notice_of_a_place_or_a_trade_is_of_no_company(title: str) -> None:
    assert derive_context(f"{title}\n公司数量在增长，公司销售重卡6.8万辆。", title=title).about == ""


def test_that_what_is_sold_from_week_to_week_is_not_compared_without_a_time() -> None:
    texts = [
        {"title": "周报", "date": "2024-05-12", "text": "第18周，星屿手机销量28.6万台。"},
        {"title": "又一周", "date": "2024-05-19", "text": "第19周，星屿手机销量31.2万台。"},
    ]
    assert relation(texts) == "neither"


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("2023年，兰屿港吞吐量位居全国第七。", "2023年兰屿港吞吐量位列全国第十。", True),
        ("2023年，兰屿港吞吐量位居全国第七。", "2023年兰屿港吞吐量位列全省第二。", False),
        ("2023年，兰屿港吞吐量位居第七。", "2023年兰屿港吞吐量位列第二。", False),
        ("雾灵隧道全长7.86公里。", "全长9.14公里的雾灵隧道历时四年贯通。", True),
        ("2023年末，云溪城市常住人口38.7万人。", "2023年末，云溪城市常住人口45.1万人。", True),
        ("2023年末，沿海城市常住人口812万人。", "2023年末，沿海城市常住人口1034万人。", False),
    ],
)
def test_that_ranks_lengths_and_towns_contradict_only_where_they_are_of_one(
    one: str, other: str, contradicts: bool
) -> None:
    texts = [{"title": "纪事", "date": "2024-03-01", "text": text} for text in (one, other)]
    assert (relation(texts) == "contradiction") is contradicts


@pytest.mark.parametrize("name", ["conflicts_of_genres", "conflicts_of_accounts", "conflicts_of_many_fields"])
def test_that_the_list_and_the_matrix_tell_the_same_contradictions(name: str) -> None:
    for item in labelled(name):
        figures = located(item["texts"], builtin_knowledge())
        known = {one.statistic.id for one in comparables(figures)}
        listed = [
            one
            for one in find_conflicts(figures)
            if one.kind in (VALUES_DIFFER, FORECAST_DIFFERS) and {one.left, one.right} <= known
        ]
        assert bool(matrix_of(figures).disputed) is bool(listed), item["texts"]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (
            "农村网络零售额1286.4亿元，占比较上年提高2.1个百分点。",
            "文化娱乐支出3126元，占比比上年上升0.6个百分点。",
            "neither",
        ),
        ("2024年，枫林镇绿化率为38.2%。", "2024年，枫林镇绿化率为33.2%。", "contradiction"),
    ],
    ids=["bare share", "rate"],
)
def test_that_two_shares_of_nobody_knows_what_are_not_compared(one: str, other: str, wanted: str) -> None:
    texts = [
        {"title": f"2024年枫林镇{name}", "date": "2025-01-20", "text": f"2024年，枫林镇有新变化。{text}"}
        for name, text in (("零售报告", one), ("消费分析", other))
    ]
    assert relation(texts) == wanted


@pytest.mark.parametrize(
    ("aimed", "came", "stands"),
    [
        ("预计2022年澄光电子净利润4.5亿元—5.2亿元。", "2022年，澄光电子净利润4.83亿元。", "agreement"),
        ("预计2022年澄光电子净利润4.5亿元—5.2亿元。", "2022年，澄光电子净利润5.83亿元。", "contradiction"),
        ("预计2022年澄光电子净利润1亿元—9亿元。", "2022年，澄光电子净利润4.83亿元。", "neither"),
        ("预计2022年安川市快递业务量38亿至40亿件。", "2022年，安川市快递业务量39.2亿件。", "agreement"),
        (
            "预计2022年安川市用电量增长4%—5%。",
            "2022年，安川市用电量2168亿千瓦时，同比增长4.6%。",
            "agreement",
        ),
        ("预计2022年安川市用电量增长4%—5%。", "预计2022年安川市用电量增长4%—5%。", "neither"),
    ],
)
def test_that_what_came_true_bears_out_a_narrow_range_that_was_foreseen(
    aimed: str, came: str, stands: str
) -> None:
    texts = [
        {"title": "展望", "date": "2022-03-01", "text": aimed},
        {"title": "回顾", "date": "2023-03-01", "text": came},
    ]
    assert relation(texts) == stands


@pytest.mark.parametrize(
    ("counted", "stands"), [(91, "agreement"), (74, "agreement"), (112, "contradiction")]
)
def test_that_what_lies_in_the_range_told_with_a_figure_does_not_contradict_it(
    counted: int, stands: str
) -> None:
    texts = [
        {
            "title": "种群",
            "date": "2023-05-18",
            "text": "2022年昂措保护区雪豹数量估计为86只（95%置信区间：74—99只）。",
        },
        {"title": "粪便", "date": "2023-11-06", "text": f"2022年昂措保护区的雪豹为{counted}只。"},
    ]
    assert relation(texts) == stands
