"""Sentences that look like those of bearers named alone, of sums, bounds and parts, and are read without the rules."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.names.finding import find_names
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


def told(text: str) -> list[str]:
    """Return whose, metric, value and unit of the figures of a text."""
    return [f"{one.subject} {one.metric} {one.value}{one.unit}".strip() for one in read(text)]


def names(text: str) -> list[str]:
    return [one.text for one in find_names(text)]


@pytest.mark.parametrize(
    ("sum_of", "thing"),
    [
        ("公司投资超10亿元建设工厂3座", "建设工厂 3座"),
        ("总投资超过100亿元涉及项目30个", "涉及项目 30个"),
        ("该行发放贷款超过300亿元支持企业2000家", "支持企业 2000家"),
        ("成交额突破1000亿元参与商家30000家", "参与商家 30000家"),
        ("减税超过300亿元受益企业20000家", "受益企业 20000家"),
        ("培育100家以上特色企业和100个以上智能体", "智能体 100个"),
    ],
)
def test_that_a_sum_something_was_done_with_is_no_bound_of_things(sum_of: str, thing: str) -> None:
    found = told(f"{sum_of}。")
    assert len(found) == 2
    assert found[1].endswith(thing)


@pytest.mark.parametrize(
    ("parts", "one", "other"),
    [
        ("毛利率32%，净利率12%，两者合计44%", "毛利率 32%", "净利率 12%"),
        ("男性占52%，女性占48%，合计100%", "男性 52%", "女性 48%"),
        ("出口3亿元，进口2亿元，合计5亿元", "出口 3亿元", "进口 2亿元"),
        ("本科生300人，研究生200人，合计500人", "本科生 300人", "研究生 200人"),
        ("北京营收3亿元，上海营收2亿元，合计5亿元", "北京 营收 3亿元", "上海 营收 2亿元"),
    ],
)
def test_that_a_sum_of_several_kinds_is_none_of_them(parts: str, one: str, other: str) -> None:
    assert told(f"{parts}。") == [one, other]


def test_that_a_sum_of_two_times_is_of_neither_and_named_in_whole_words() -> None:
    summed = read("一季度营收10亿元，二季度营收12亿元，合计22亿元。")[-1]
    assert (summed.metric, summed.period.text) == ("营收合计", "")
    assert told("第一产业增加值300亿元，第二产业增加值800亿元，合计1100亿元。")[-1] == "增加值合计 1100亿元"
    assert told("甲公司营收30亿元，乙公司营收20亿元，两家合计50亿元。")[-1] == "营收合计 50亿元"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("负债率为60%，存货周转较慢，为120%。", "负债率 60%"),
        ("产能为300万吨，需求更大，为500万吨。", "产能 300万吨"),
        ("预算3亿元，实际更高，达4亿元。", "预算 3亿元"),
    ],
)
def test_that_another_measure_above_or_below_is_no_part_of_it(text: str, found: str) -> None:
    first, second = told(text)
    assert first == found
    assert first.split()[0] not in second


def test_that_whoever_stands_above_all_has_their_measure_and_not_their_mean() -> None:
    assert told("行业平均毛利率30%，公司则更高，为45%。")[-1] == "公司 毛利率 45%"
    assert told("全国失业率为5.1%，青年则偏高，为15%。")[-1] == "青年 失业率 15%"


@pytest.mark.parametrize(
    "text", ["公司向苏州投资30亿元，无锡20亿元。", "从上海到北京高铁票价553元，南京380元。"]
)
def test_that_a_place_has_no_measure_that_names_another(text: str) -> None:
    assert len(told(text)) == 1


def test_that_the_latter_has_the_measure_told_of_it() -> None:
    assert told("苏州和无锡人口分别为1296万人和750万人，后者的GDP为1.5万亿元。")[-1] == "无锡 GDP 1.5万亿元"
    found = told("公司收购了云溪科技和青禾股份，前者2023年营收3亿元，后者亏损1亿元。")
    assert not any("者" in one for one in found)


def test_that_things_of_some_place_keep_whose_they_are() -> None:
    assert told("公司共有门店300家，其中有120家位于华东。") == [
        "公司 门店 300家",
        "公司 位于华东的门店 120家",
    ]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("其中特大桥10座，大桥47座。", "大桥 47座"),
        ("改造老旧小区196个、城中村6万户。", "城中村 6万户"),
        ("改造3000个老旧小区、120个老旧街区（厂区）。", "老旧街区 120个"),
        ("全省经营主体达900万户，其中企业200万户。", "企业 200万户"),
    ],
)
def test_that_a_sort_of_places_is_counted_and_no_name(text: str, thing: str) -> None:
    assert told(text)[-1].endswith(thing)


def test_that_what_each_home_holds_is_no_number_of_homes() -> None:
    assert told("居民户均2.6人。") == ["居民户均 2.6人"]


def test_that_a_count_of_shops_come_to_is_not_of_new_ones() -> None:
    assert told("公司去年开到300家。") == ["公司 开到 300家"]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("计划投资3亿元，实际完成4亿元。", "投资 4亿元"),
        ("全年预算收入300亿元，实际完成320亿元。", "收入 320亿元"),
    ],
)
def test_that_what_was_done_is_not_called_what_was_planned(text: str, done: str) -> None:
    last = read(text)[-1]
    assert f"{last.metric} {last.value}{last.unit}" == done
    assert last.kind.value == "actual"


def test_that_a_year_before_the_one_looked_ahead_to_is_no_forecast() -> None:
    ahead, now = read("预计2030年市场规模将达到300亿元，2024年为120亿元。")
    assert (ahead.kind.value, now.kind.value) == ("forecast", "actual")
    row = read("预计2025年营收为30亿元，2026年为40亿元，2027年为50亿元。")
    assert {one.kind.value for one in row} == {"forecast"}


@pytest.mark.parametrize("joined", ["5%和下降3%", "5%、下降3%"])
def test_that_two_bases_told_together_are_of_one_measure(joined: str) -> None:
    found = read(f"进出口总额300亿元，同比、环比分别增长{joined}。")[1:]
    assert [(one.metric, one.basis, str(one.direction)) for one in found] == [
        ("进出口总额", "同比", "up"),
        ("进出口总额", "环比", "down"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("营收30亿元，净利润3亿元，同比增长5%和8%。", ["营收 30亿元", "净利润 3亿元"]),
        ("公司没有实现30%的增长目标，只增长20%。", []),
        ("商圈 1.2 元宇宙产业规模达300亿元。", ["元宇宙产业规模 300亿元"]),
        ("人工智能与大模型 1.1 人工智能企业达300家。", ["人工智能企业 300家"]),
        ("公司自第二季度至今累计中标项目约5.23亿元。", ["公司 中标项目 5.23亿元"]),
    ],
)
def test_that_what_is_unsure_is_not_told(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_a_level_of_somebody_held_against_is_not_ones_own() -> None:
    assert told("公司产能利用率低于宁德时代的82%，仅为60%。") == ["公司 产能利用率 60%"]


def test_that_words_of_trade_and_measures_are_no_names() -> None:
    assert names("开源软件企业融资3亿元，京东营收增长5%，开源软件营收增长5%。") == ["京东"]
    assert names("快手成交总额、抖音成交总额同比分别增长5%和8%。") == ["快手", "抖音"]
    assert names("据美团公告，成交总额增长5%。") != ["据美团"]
    assert "货箱" not in names("现代货箱码头有限公司成立，现代货箱的货柜处理量达211万个。")


@pytest.mark.parametrize("thing", ["普通高中 11所", "城镇人口 19万人", "惠及 4120户"])
def test_that_two_plain_words_listed_as_a_place_are_counted(thing: str) -> None:
    assert told(f"{thing.replace(' ', '')}。") == [thing]


def test_that_a_length_an_index_and_a_firm_of_electronics_stay_what_they_are() -> None:
    assert told("南屏隧道长9.1公里，穿越三条断层。") == ["南屏隧道 长度 9.1公里"]
    assert told("标普500指数跌1.06%，特斯拉跌逾5%。")[1:] == []
