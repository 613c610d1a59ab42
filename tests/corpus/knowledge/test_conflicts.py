"""Figures that contradict each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_conflicts
from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import FactStatus
from corpus.text.sentences import sentences


def located(*texts: str) -> list[LocatedStatistic]:
    """Return the statistics of texts, each an article of its own."""
    return [
        LocatedStatistic(str(number), statistic)
        for number, text in enumerate(texts)
        for statistic in extract_statistics(text, sentences(text))
    ]


def told(*texts: str) -> list[tuple[str, str]]:
    """Return kind and sum of the conflicts of texts."""
    return [(conflict.kind, conflict.sum) for conflict in find_conflicts(located(*texts))]


def test_that_two_values_of_one_thing_conflict_with_their_difference() -> None:
    left, right = "2018年茶叶市场规模为1250.5亿元。", "2018年，茶叶市场规模达1100.5亿元。"
    assert told(left, right) == [("数值不一致", "1250.5 − 1100.5 = 150 亿元（13.6%）")]


def test_that_a_forecast_conflicts_with_what_came_true() -> None:
    left, right = "预计2018年茶叶市场规模达到1100亿元。", "2018年茶叶市场规模为1250亿元。"
    assert told(left, right) == [("预测与实际不符", "1250 − 1100 = 150 亿元（13.6%）")]


def test_that_rounding_words_and_other_years_or_places_do_not_conflict() -> None:
    base = "2018年全国网络零售额为9.01万亿元。"
    assert told(base, "2018年，全国网络零售额为9万亿元。") == []
    assert told(base, "2018年全国网络零售额约9.2万亿元。") == []
    assert told(base, "2018年全国网络零售额超过8万亿元。") == []
    assert told(base, "2017年全国网络零售额为7.2万亿元。") == []
    assert told(base, "2018年浙江网络零售额为1.7万亿元。") == []


@pytest.mark.parametrize("scope", ["全县", "我市", "该县", "全省", "全镇"])
def test_that_a_place_nobody_names_is_neither_the_country_nor_another_such_place(scope: str) -> None:
    here = f"2018年{scope}网络零售额达到3.7亿元。"
    assert told(here, "2018年全国网络零售额为9.01万亿元。") == []
    assert told(here, "2018年，网络零售额为9.01万亿元。") == []
    assert told(here, f"2018年{scope}网络零售额达到5.2亿元。") == []


def test_that_parts_must_add_up_to_their_total() -> None:
    text = "2018年茶叶交易额为12.4亿元。其中，绿茶交易额7.1亿元；红茶交易额5.7亿元。"
    assert told(text) == [("合计不符", "7.1 + 5.7 = 12.8 ≠ 12.4 亿元")]
    assert told(text.replace("5.7", "5.3")) == []


def test_that_growth_must_fit_the_year_before() -> None:
    before = "2017年茶叶交易额为10.4亿元。"
    assert told(before, "2018年茶叶交易额为13.6亿元，同比增长20%。") == [
        ("推算不符", "13.6 ÷ 10.4 − 1 = 30.8% ≠ 20%")
    ]
    assert told(before, "2018年茶叶交易额为12.5亿元，同比增长20%。") == []


def test_that_a_difference_must_fit_the_year_before() -> None:
    before = "2021年末渡口镇户籍人口5.2万人。"
    assert told(before, "2022年末渡口镇户籍人口5.6万人，比上年末减少0.3万人。") == [
        ("推算不符", "5.6 − 5.2 = 0.4 ≠ -0.3 万人")
    ]
    for fits in ("5.5万人，比上年末增加0.3万人", "5.6万人，比上年末增加0.3万人", "5.6万人，比上年末增加3.1%"):
        assert [kind for kind, _ in told(before, f"2022年末渡口镇户籍人口{fits}。")] == (
            ["推算不符"] if "%" in fits else []
        )


@pytest.mark.parametrize(
    "metric", ["地区生产总值", "GDP", "第三产业增加值", "规模以上工业增加值", "农林牧渔业总产值"]
)
def test_that_growth_at_constant_prices_is_no_quotient_of_two_values(metric: str) -> None:
    before = f"2024年云岭省{metric}为64697亿元。"
    assert told(before, f"2025年云岭省{metric}为67000亿元，同比增长5.5%。") == []
    assert told(before, f"2025年云岭省{metric}为67000亿元，按可比价格计算增长5.5%。") == []


def test_that_growth_of_parts_must_fit_the_growth_of_the_whole() -> None:
    text = "2018年茶叶交易额为10亿元，增长10%。其中，绿茶交易额6亿元，增长50%；红茶交易额4亿元，增长50%。"
    assert [kind for kind, _ in told(text)] == ["推算不符"]


def test_that_rejected_figures_are_left_out_and_keys_are_stable() -> None:
    items = located("2018年茶叶市场规模为1250亿元。", "2018年茶叶市场规模为1100亿元。")
    (conflict,) = find_conflicts(items)
    (again,) = find_conflicts(list(reversed(items)))
    assert conflict.key == again.key
    rejected = replace(items[0], statistic=replace(items[0].statistic, status=FactStatus.REJECTED))
    assert find_conflicts([rejected, items[1]]) == ()


def test_that_thousands_of_figures_of_one_name_are_neither_paired_nor_waited_for() -> None:
    (one,) = located("2018年茶叶市场规模为1250亿元。")

    def valued(value: int) -> LocatedStatistic:
        return replace(one, statistic=replace(one.statistic, id=f"s{value}", base_value=Decimal(value)))

    assert find_conflicts([valued(10**12 * value) for value in range(1, 5000)]) == ()
    repeated = [replace(valued(10**12 * (1 + n % 2)), article=str(n)) for n in range(5000)]
    assert [conflict.kind for conflict in find_conflicts(repeated)] == ["数值不一致"]
