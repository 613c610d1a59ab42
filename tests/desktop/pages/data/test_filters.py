"""Corrections as typed, and what can be chosen to filter by."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.store.facts.figure_query import FigureQuery
from desktop.operations.figures import corrected, number_of
from desktop.pages.data.filters import plain_query, query_from, query_of
from desktop.pages.facet_button import FacetButton, Offer, joined
from desktop.services.targets import DataTarget
from desktop.theme import ThemeManager


def figure(name: str, value: str = "10", **fields: Any) -> Statistic:
    base: dict[str, Any] = {
        "metric": "市场规模",
        "unit": "亿元",
        "subject": "社交电商",
        "period": Period("2018 年", "2018-01-01", "2018-12-31"),
        "base_value": Decimal(value) * 10**8,
        "base_unit": "元",
    }
    return Statistic(
        id=name, value=Decimal(value), evidence=Span(0, 8), figure=Span(2, 5), **{**base, **fields}
    )


def test_a_query_comes_back_from_the_plain_values_of_a_page() -> None:
    query = FigureQuery(
        text="增长", metrics=("GDP", "生产总值"), years=("2025",), disputed=True, order="value"
    )
    assert query_from(plain_query(query)) == query
    assert query_from({**plain_query(query), "metrics": ["GDP", "生产总值"]}) == query
    assert query_of(DataTarget(article="a", year="2018", disputed=True)) == FigureQuery(
        years=("2018",), articles=("a",), disputed=True
    )


def test_forms_of_one_name_are_offered_as_one_with_their_sum() -> None:
    counts = [("GDP", "GDP", 5), ("用户数", "用户数", 7), ("生产总值", "生产总值", 3), ("", "", 0)][:3]
    offers = joined(
        counts, lambda value: "GDP" if value == "生产总值" else value, lambda value, _title: value
    )
    assert offers == (Offer(("GDP", "生产总值"), "GDP", 8), Offer(("用户数",), "用户数", 7))


def typed() -> dict[str, str]:
    return {
        "metric": " 用户数 ",
        "subject": "拼多多",
        "region": " 全国 ",
        "period": "2019年",
        "value": "1,200.5",
        "unit": "万人",
        "kind": "estimate",
        "source": "",
    }


def test_a_typed_correction_is_dated_and_its_unit_multiplied_out() -> None:
    made = corrected(figure("1"), typed())
    assert (made.metric, made.subject, made.region, made.value, made.unit) == (
        "用户数",
        "拼多多",
        "全国",
        Decimal("1200.5"),
        "万人",
    )
    assert made.period == Period("2019年", "2019-01-01", "2019-12-31")
    assert (made.base_value, made.base_unit) == (Decimal(12005000), "人")
    assert made.status is FactStatus.EDITED
    assert made.kind is StatisticKind.ESTIMATE


def test_only_what_is_typed_changes_and_is_inherited_no_more() -> None:
    before = figure("1", region="四川省", inherited=("region", "period"))
    after = corrected(before, {"region": "新疆"})
    assert (after.region, after.inherited, after.value, after.period) == (
        "新疆", ("period",), before.value, before.period,
    )  # fmt: skip
    assert corrected(before, {"region": "四川省"}).inherited == ("region", "period")


def test_growth_is_typed_with_its_sign_beside_a_level_and_as_a_rate() -> None:
    level = corrected(figure("1"), {"change": "-3.2"})
    assert level.change == Change(Direction.DOWN, Decimal("3.2"), "%")
    assert corrected(level, {"change": ""}).change is None
    rate = figure("2", "5", unit="%", direction=Direction.UP, base_value=Decimal(5), base_unit="%")
    fallen = corrected(rate, {"value": "−4.1"})
    assert (fallen.value, fallen.direction, fallen.base_value) == (
        Decimal("4.1"),
        Direction.DOWN,
        Decimal("4.1"),
    )


def test_what_is_no_number_is_refused() -> None:
    assert number_of(" ") is None
    for text in ("很多", "nan", "1e999999999999"):
        with pytest.raises(UsageError):
            number_of(text)


@pytest.mark.parametrize("names", [("年度",), ("广西壮族自治区2022年国民经济和社会发展统计公报", "又一篇")])
def test_a_button_shows_what_is_chosen_cut_with_an_ellipsis_and_that_it_opens(
    qapp: QApplication, names: tuple[str, ...]
) -> None:
    assert qapp is not None
    button = FacetButton(ThemeManager("light"), "文章")
    button.choose(("a1",), names)
    words = button.text()
    assert words.startswith(names[0][:2])
    assert words.endswith("▾")
    assert ("…" in words) == (len(names) > 1)
    assert button.fontMetrics().horizontalAdvance(words) <= button.sizeHint().width()
