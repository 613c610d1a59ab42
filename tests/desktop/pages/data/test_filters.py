from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from corpus.library.core.views import StatisticView
from corpus.model.errors import UsageError
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Period, Statistic, StatisticKind
from desktop.operations.figures import corrected, number_of
from desktop.pages.data.filters import FigureFilter, agreeing
from desktop.pages.data.series import drawing_for


def figure(name: str, value: str = "10", article: str = "a", **fields: Any) -> StatisticView:
    base: dict[str, Any] = {
        "metric": "市场规模",
        "unit": "亿元",
        "subject": "社交电商",
        "period": Period("2018 年", "2018-01-01", "2018-12-31"),
        "base_value": Decimal(value) * 10**8,
        "base_unit": "元",
    }
    made = Statistic(
        id=name, value=Decimal(value), evidence=Span(0, 8), figure=Span(2, 5), **{**base, **fields}
    )
    return StatisticView(made, Place(article, f"文章{article}", Span(0, 8), "规模为十亿元整。"), Span(2, 5))


def test_rejected_figures_and_anecdotes_are_shown_only_where_asked_for() -> None:
    rejected = figure("r", status=FactStatus.REJECTED)
    anecdote = figure("n", kind=StatisticKind.ANECDOTE)
    assert not FigureFilter().passes(rejected)
    assert FigureFilter(status="rejected").passes(rejected)
    assert not FigureFilter().passes(anecdote)
    assert FigureFilter(anecdotes=True).passes(anecdote)
    assert FigureFilter(kind="anecdote").passes(anecdote)


def test_every_word_of_a_filter_must_stand_somewhere_in_the_figure_or_its_sentence() -> None:
    view = figure("x", source="商务部")
    assert FigureFilter("社交 商务部").passes(view)
    assert FigureFilter("十亿 文章a").passes(view)
    assert not FigureFilter("社交 统计局").passes(view)
    assert FigureFilter(year="2018").passes(view)
    assert not FigureFilter(year="2019").passes(view)


def test_equal_figures_of_other_articles_or_sources_agree_and_others_do_not() -> None:
    views = [
        figure("1"),
        figure("2", article="b"),
        figure("3", source="商务部"),
        figure("4", "11", article="c"),
        figure("5", article="d", period=Period("2019 年", "2019-01-01", "2019-12-31")),
    ]
    assert agreeing(views) == {"1": ("2", "3"), "2": ("1", "3"), "3": ("1", "2")}


def test_a_chart_runs_over_time_where_there_are_times_and_else_compares_subjects() -> None:
    later = Period("2019 年", "2019-01-01", "2019-12-31")
    first, second = figure("1"), figure("2", "20", period=later, kind=StatisticKind.FORECAST)
    over_time = drawing_for(first, [second, first, figure("other", metric="用户数")])
    assert over_time.unit == "亿元"
    assert not over_time.bars
    assert [(p.x, p.y, p.label, p.forecast) for p in over_time.series[0].points] == [
        (2018.0, 10.0, "2018", False),
        (2019.0, 20.0, "2019", True),
    ]
    side_by_side = drawing_for(first, [first, figure("3", "30", subject="直播电商")])
    assert side_by_side.bars
    assert [(p.label, p.y) for p in side_by_side.series[0].points] == [("直播电商", 30.0), ("社交电商", 10.0)]
    assert drawing_for(first, [first]).series == ()


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
    made = corrected(figure("1").statistic, typed())
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


def test_what_is_no_number_is_refused() -> None:
    assert number_of(" ") is None
    for text in ("很多", "nan", "1e999999999999"):
        with pytest.raises(UsageError):
            number_of(text)
