"""What several figures make one chart of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from corpus.model.statistic import FactStatus, Period, StatisticKind
from corpus.report.charts.chart import Chart, ChartKind, ChartWish
from corpus.report.charts.choosing import chart_of, family_name
from corpus.report.charts.drawing import Box, Dot, Rule, Words, lines_of, room_for
from corpus.report.charts.layout import draw
from corpus.report.charts.lines import parted_by
from corpus.report.charts.svg import to_svg
from corpus.report.labels import ReportLabels
from tests.corpus.report.compared import growth, level, with_growth

PLACES = ("甘肃省", "安徽省", "北京市")


def told(chart: Chart) -> list[tuple[str, list[str]]]:
    return [
        (spot.label, [mark.told for mark in spot.marks]) for series in chart.series for spot in series.spots
    ]


def test_that_one_year_of_several_places_makes_bars_in_the_order_of_their_codes() -> None:
    chart = chart_of(growth(str(n), f"5.{n}", region=place) for n, place in enumerate(PLACES))
    assert (chart.kind, chart.title, chart.unit) == (ChartKind.PLACES, "2025 地区生产总值增速", "%")
    assert told(chart) == [("北京", ["5.2"]), ("安徽", ["5.1"]), ("甘肃", ["5.0"])]
    ranked = chart_of((growth(str(n), f"5.{n}", region=place) for n, place in enumerate(PLACES)),
                      ChartWish(ChartKind.RANKING))  # fmt: skip
    assert [label for label, _values in told(ranked)] == ["北京", "安徽", "甘肃"]


def test_that_growth_and_values_are_never_in_one_chart() -> None:
    items = [with_growth(str(n), f"{n + 1}000", f"4.{n}", region=place) for n, place in enumerate(PLACES)]
    chart = chart_of(items)
    assert len(chart.families) == 2
    assert {family.growth for family, _count in chart.families} == {True, False}
    for family, count in chart.families:
        drawn = chart_of(items, ChartWish(family=family))
        assert (drawn.family, count, len(drawn.series[0].spots)) == (family, 3, 3)
        assert drawn.unit == ("%" if family.growth else "亿元")
        assert all("." in value for _label, (value,) in told(drawn)) is family.growth
    assert {family_name(family, ReportLabels()) for family, _ in chart.families} == {
        "地区生产总值", "地区生产总值增速",
    }  # fmt: skip


def test_that_a_quarter_is_never_beside_a_year() -> None:
    quarter = Period("一季度", "2025-01-01", "2025-03-31")
    items = [level("1", "1000", region="北京"), level("2", "300", region="天津", period=quarter),
             level("3", "900", region="河北")]  # fmt: skip
    chart = chart_of(items)
    assert sorted(chart.figures) == ["1", "3"]
    assert chart.left_out == 1
    timeless = level("4", "7", region="天津", period=Period("", "", ""))
    assert chart_of([*items, timeless]).left_out == 2
    elsewhere = level("5", "8", region="天津", metric="常住人口", unit="万人")
    assert chart_of([*items, elsewhere]).left_out == 1  # it is drawn in a chart of its own


def test_that_what_a_thing_has_once_and_for_all_is_drawn_without_a_time() -> None:
    timeless = Period("", "", "")
    heights = [level(str(n), f"{n}0", metric="海拔", unit="米", region=place, period=timeless)
               for n, place in enumerate(PLACES, 1)]  # fmt: skip
    chart = chart_of([*heights, level("4", "1000"), level("5", "900", region="天津")],
                     ChartWish(ChartKind.YEARS, chosen="1"))  # fmt: skip
    assert (chart.title, chart.kind, chart.period, len(told(chart))) == ("海拔", ChartKind.PLACES, "", 3)
    assert chart_of(heights[:1] * 2).series == ()


def test_that_years_make_a_line_dashed_towards_what_is_only_planned() -> None:
    items = [level("1", "1000", when=2023), level("2", "1100", when=2024),
             level("3", "1300", when=2025, kind=StatisticKind.FORECAST)]  # fmt: skip
    chart = chart_of(items)
    assert chart.kind is ChartKind.YEARS
    (line,) = chart.series
    assert [(spot.label, spot.at) for spot in line.spots] == [
        ("2023", 2023.0),
        ("2024", 2024.0),
        ("2025", 2025.0),
    ]
    drawn = [one for one in draw(chart).shapes if isinstance(one, Rule) and one.width == 2]
    assert [one.dashed for one in drawn] == [False, True]


def test_that_both_values_of_a_contradiction_are_drawn_and_a_rounding_is_none() -> None:
    items = [level("1", "2.36", "万亿元", article="a"), level("2", "23615.1", article="b"),
             level("3", "12000", article="c"), level("4", "500", region="天津")]  # fmt: skip
    chart = chart_of(items, ChartWish(ChartKind.PLACES, unit="亿元"))
    (spot,) = [one for one in chart.series[0].spots if one.disputed]
    assert [mark.figures for mark in spot.marks] == [("1", "2"), ("3",)]
    shapes = draw(chart).shapes
    assert [one.text for one in shapes if isinstance(one, Words)].count("≠") == 1
    assert {one.figures for one in shapes if isinstance(one, Box)} == {("1", "2"), ("3",), ("4",)}


def test_that_a_plan_beside_what_came_true_is_no_contradiction() -> None:
    items = [
        level("1", "100"),
        level("2", "120", kind=StatisticKind.FORECAST),
        level("3", "90", region="天津"),
    ]
    (spot,) = [one for one in chart_of(items).series[0].spots if len(one.marks) > 1]
    assert not spot.disputed
    assert [mark.forecast for mark in spot.marks] == [False, True]


@pytest.mark.parametrize(("unit", "values"), [("亿元", ["1000", "23000"]), ("万亿元", ["0.1", "2.3"])])
def test_that_the_unit_can_be_switched_without_another_digit(unit: str, values: list[str]) -> None:
    items = [level("1", "1000", region="北京"), level("2", "23000", region="天津")]
    chart = chart_of(items, ChartWish(unit=unit))
    assert unit in chart.units
    assert (chart.unit, [float(value) for _label, (value,) in told(chart)]) == (
        unit,
        [float(one) for one in values],
    )


def test_that_what_is_unknown_or_rejected_is_in_no_chart() -> None:
    items = [level("1", "1", region=""), level("2", "2", period=Period("近年")), level("3", "3", region="天津"),
             level("4", "4", region="北京", status=FactStatus.REJECTED)]  # fmt: skip
    assert chart_of(items).series == ()
    assert chart_of([]).series == ()


def test_that_parts_of_a_whole_can_be_drawn_as_shares_and_other_ratios_cannot() -> None:
    parts = [level(str(n), value, "%", metric="出口占比", subject=name, region="全国")
             for n, (name, value) in enumerate((("机电产品", "59.3"), ("服装", "6.1"), ("其他", "34.6")))]  # fmt: skip
    chart = chart_of(parts, ChartWish(ChartKind.SHARE))
    assert chart.kind is ChartKind.SHARE
    widths = [
        one.width for one in draw(chart).shapes if isinstance(one, Box) and one.figures and one.height > 20
    ]
    assert [round(width / sum(widths), 2) for width in widths] == [0.59, 0.35, 0.06]
    rates = [
        replace(one, statistic=replace(one.statistic, value=one.statistic.value, base_value=Decimal(90)))
        for one in parts
    ]
    assert ChartKind.SHARE not in chart_of(rates).kinds


def test_that_the_figure_chosen_decides_what_is_compared() -> None:
    people: dict[str, Any] = {"metric": "常住人口", "unit": "万人"}
    items = [level("1", "10", region="北京"), level("2", "11", region="天津"),
             level("3", "9", region="北京", when=2024), level("4", "3", region="北京", **people),
             level("5", "4", **people)]  # fmt: skip
    assert chart_of(items, ChartWish(chosen="4")).title == "2025 常住人口"
    assert chart_of(items, ChartWish(chosen="2", kind=ChartKind.PLACES)).period == "2025"
    assert chart_of(items, ChartWish(named="常住人口")).title == "2025 常住人口"
    assert chart_of(items, ChartWish(named="常住")).family == chart_of(items).family
    lines = chart_of(items, ChartWish(chosen="1"))
    assert (lines.kind, lines.series[0].name) == (ChartKind.YEARS, "北京")


def test_that_no_two_lines_of_a_chart_look_the_same() -> None:
    places = ("北京", "天津", "河北", "山西", "辽宁", "吉林", "上海", "江苏", "浙江", "安徽", "福建", "江西")
    items = [level(f"{place}{when}", f"{n + 1}00", when=when, region=place)
             for n, place in enumerate(places) for when in (2024, 2025)]  # fmt: skip
    for count in (6, 7, 12):
        drawing = draw(chart_of(items[: 2 * count], ChartWish(ChartKind.YEARS)))
        dots = [one for one in drawing.shapes if isinstance(one, Dot)]
        looks = Counter((one.edge, one.square) for one in dots if one.figures)
        assert sorted(looks.values()) == [2] * count
        names = [one for one in drawing.shapes if isinstance(one, Words) and one.bold and one.size == 12]
        keys = [one for one in dots if not one.figures]
        assert len(names) == count
        if count > 6:
            assert {(one.edge, one.square) for one in keys} == set(looks)
            assert [(key.edge, key.y + 4) for key in keys] == [(one.colour, one.y) for one in names]
            assert all(key.x + key.radius < one.x for key, one in zip(keys, names, strict=True))
        squares = ET.fromstring(to_svg(drawing)).iter("{http://www.w3.org/2000/svg}rect")  # noqa: S314 - our own
        assert len(list(squares)) == 3 * max(count - 6, 0)


def test_that_the_drawing_is_whole() -> None:
    items = [growth(str(n), f"{n}.5", region=place, down=n == 0, source="统计<局> & 处")
             for n, place in enumerate(PLACES)]  # fmt: skip
    for kind in ChartKind:
        root = ET.fromstring(to_svg(draw(chart_of(items, ChartWish(kind)))))  # noqa: S314 - our own drawing
        texts = [node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text")]
        assert texts[:2] == ["2025 地区生产总值增速", "%"]
        assert {"北京", "安徽", "甘肃"} <= {text.split("  ")[-1] for text in texts}
        assert "−0.5" in texts
        assert any("统计<局> & 处" in text for text in texts)


def test_that_values_on_the_way_never_cover_each_other() -> None:
    places = ("北京", "天津", "河北", "山西", "山东", "上海")
    items = [
        level(f"{place}{when}", f"10{n}.{when - 2015}", when=when, region=place)
        for n, place in enumerate(places) for when in range(2015, 2026)
    ]  # fmt: skip
    drawing = draw(chart_of(items, ChartWish(ChartKind.YEARS)))
    told = [
        one for one in drawing.shapes if isinstance(one, Words) and one.size == 11 and one.anchor == "middle"
    ]
    assert told
    for one, other in combinations(told, 2):
        apart = (room_for(one.text, 11) + room_for(other.text, 11)) / 2
        assert abs(one.x - other.x) >= apart or abs(one.y - other.y) >= 11
    alone = draw(chart_of(items[:3], ChartWish(ChartKind.YEARS)))
    assert (
        sum(isinstance(one, Words) and one.anchor == "middle" and one.size == 11 for one in alone.shapes) == 2
    )


def test_that_values_and_signs_on_the_way_cover_no_line_and_no_bracket() -> None:
    items = [
        level(f"{place}{when}{end}", f"{10 + (n * 7 + when * 5) % 40}.{end}", when=when, region=place, article=end)
        for n, place in enumerate(("北京", "天津", "河北", "山西", "山东", "上海", "江苏"))
        for when in range(2021, 2026) for end in ("0", "9")[: 1 + (n + when) % 2]
    ]  # fmt: skip
    shapes = draw(chart_of(items, ChartWish(ChartKind.YEARS))).shapes
    values = [one for one in shapes if isinstance(one, Words) and one.size == 11 and one.anchor == "middle"]
    brackets = [one for one in shapes if isinstance(one, Rule) and one.colour == "cinnabar"]
    signs = [one for one in shapes if isinstance(one, Words) and one.text == "≠"]
    assert values
    assert 1 < len(signs) <= len(brackets)
    for value in values:
        half = room_for(value.text, 11) / 2
        assert not any(
            abs(one.x1 - value.x) < half and one.y1 < value.y and value.y - 11 < one.y2 for one in brackets
        )
    assert all(one.x != other.x or abs(one.y - other.y) >= 11 for one, other in combinations(signs, 2))
    ends = {one.x for one in shapes if isinstance(one, Words) and one.bold and one.size == 12}
    assert len(ends) == 1


def test_that_names_at_the_ends_of_lines_never_cover_each_other() -> None:
    items = [level(f"{place}{when}", f"100.{n}", when=when, region=place)
             for n, place in enumerate(("北京", "天津", "河北", "山西")) for when in (2024, 2025)]  # fmt: skip
    drawing = draw(chart_of(items, ChartWish(ChartKind.YEARS)))
    places = sorted(one.y for one in drawing.shapes if isinstance(one, Words) and one.bold and one.size == 12)
    assert len(places) == 4
    assert all(after - one >= 16 for one, after in pairwise(places))
    assert all(0 <= one.x <= drawing.width for one in drawing.shapes if isinstance(one, Dot))


def test_that_a_name_stands_at_the_end_of_its_line_where_no_other_is_near() -> None:
    items = [level(f"{place}{when}", "100", when=when, region=place)
             for place, years in (("北京", (2005, 2010)), ("天津", (2005, 2025))) for when in years]  # fmt: skip
    shapes = draw(chart_of(items, ChartWish(ChartKind.YEARS)), width=900).shapes
    names = [one.y for one in shapes if isinstance(one, Words) and one.bold and one.size == 12]
    assert names == [next(one.y for one in shapes if isinstance(one, Dot)) + 4] * 2


@pytest.mark.parametrize("first", ["9.5", "18.5", "28.5"])
def test_that_the_first_value_covers_no_number_of_the_axis(first: str) -> None:
    items = [
        level(f"{number}", value, when=2021 + number, article=str(part))
        for part, values in enumerate(((first, "30.1"), (f"{first}8888", "39.9")))
        for number, value in enumerate(values)
    ]
    words = [
        one for one in draw(chart_of(items, ChartWish(ChartKind.YEARS))).shapes if isinstance(one, Words)
    ]
    values = [one for one in words if one.size == 11 and one.anchor == "middle"]
    for value in values:
        left = value.x - room_for(value.text, 11) / 2
        assert not any(one.x > left and abs(one.y - value.y) < 11 for one in words if one.anchor == "end")


def test_that_a_value_in_a_dip_stands_below_it_and_on_a_peak_above() -> None:
    told = ("28.2", "8.5", "12.9", "3.1", "5")
    items = [level(f"a{n}", value, when=2013 + 2 * n, region="全国") for n, value in enumerate(told)]
    shapes = draw(chart_of(items, ChartWish(ChartKind.YEARS))).shapes
    dots = {round(one.x): one.y for one in shapes if isinstance(one, Dot)}
    values = {
        one.text: one
        for one in shapes
        if isinstance(one, Words) and one.anchor == "middle" and one.size == 11
    }
    assert values["8.5"].y > dots[round(values["8.5"].x)]
    assert values["12.9"].y < dots[round(values["12.9"].x)]


@pytest.mark.parametrize("room", range(40, 200, 9))
def test_that_lines_part_no_number_and_begin_with_no_comma(room: int) -> None:
    text = (
        "数据出处：2026年政府工作报告、2026年四川省人民政府工作报告、Annual report 2025，31.63万亿是怎么来的"
    )
    lines = lines_of(text, room)
    assert "".join(lines) == text
    assert not any(line[:1] in "、，：" for line in lines)
    assert not any(
        before[-1:].isascii() and behind[:1].isascii() and (before[-1] + behind[0]).isalnum()
        for before, behind in pairwise(lines)
    )
    assert all(room_for(line, 12) <= room for line in lines if len(line) > 10)


@pytest.mark.parametrize(
    ("make", "values", "ends"),
    [
        (growth, ("4.5", "5.2", "6.1"), ("4.0", "6.5")),
        (growth, ("-6.1", "-5.2"), ("−6.5", "−4.5")),
        (growth, ("0.4", "6.1"), ("0", "8")),
        (growth, ("-0.4", "0.6"), ("−0.4", "0.6")),
        (growth, ("5.2", "5.2"), ("0", "6")),
        (level, ("45", "52", "61"), ("0", "80")),
    ],
)
def test_that_only_rates_close_together_are_drawn_without_nought(
    make: Any, values: tuple[str, ...], ends: tuple[str, str]
) -> None:
    items = [make(f"a{n}", value, when=2021 + n, region="全国") for n, value in enumerate(values)]
    shapes = draw(chart_of(items, ChartWish(ChartKind.YEARS))).shapes
    axis = [one for one in shapes if isinstance(one, Words) and one.anchor == "end"]
    assert (axis[0].text, axis[-1].text) == ends
    dots = [one.y for one in shapes if isinstance(one, Dot)]
    assert axis[-1].y - 4 <= min(dots) <= max(dots) <= axis[0].y


def test_that_every_value_on_the_way_stands_nearest_to_its_own_dot() -> None:
    lines = {"甘肃省": ("5.9", "6.8", "4.5", "6.4", "5.8"), "安徽省": ("3.9", "8.3", "3.5", "5.8", "5.7"),
             "北京市": ("4.1", "5.5", "4.7", "5.2", "5.2")}  # fmt: skip
    items = [
        growth(f"{place}{n}", value, when=2020 + n, region=place, article=place)
        for place, values in lines.items()
        for n, value in enumerate(values)
    ]
    chart = chart_of(items, ChartWish(ChartKind.YEARS))
    shapes = draw(chart).shapes
    told = {
        mark.figures: mark.told for series in chart.series for spot in series.spots for mark in spot.marks
    }
    dots = [one for one in shapes if isinstance(one, Dot)]
    values = [one for one in shapes if isinstance(one, Words) and one.size == 11 and one.anchor == "middle"]
    assert len(values) >= 6
    for value in values:
        column = [one for one in dots if abs(one.x - value.x) < 1]
        nearest = min(column, key=lambda one: abs(one.y - (value.y - 5.5)))
        assert told[nearest.figures] == value.text


def test_a_line_is_parted_where_it_runs_behind_a_name() -> None:
    room = (40.0, 10.0, 60.0, 30.0)
    assert list(parted_by((0, 20, 100, 20), [room])) == [(0, 20, 40, 20), (60, 20, 100, 20)]
    assert list(parted_by((0, 0, 100, 0), [room])) == [(0, 0, 100, 0)]
    assert list(parted_by((50, 20, 50, 25), [room])) == []
    assert list(parted_by((0, 20, 50, 20), [room, (20.0, 0.0, 45.0, 40.0)])) == [(0, 20, 20, 20)]


def test_no_line_runs_through_the_name_of_another() -> None:
    short = [level(f"a{n}", "1000", region="北京", when=n) for n in (2016, 2017)]
    long = [level(f"b{n}", str(985 + n % 7), region="天津", when=n) for n in range(2016, 2026)]
    chart = chart_of([*short, *long], ChartWish(ChartKind.YEARS))
    drawing = draw(chart)
    names = [one for one in drawing.shapes if isinstance(one, Words) and one.text.startswith("北京")]
    assert len(names) == 1
    left, right = names[0].x, names[0].x + room_for(names[0].text, 12)
    behind = [
        one
        for one in drawing.shapes
        if isinstance(one, Rule) and one.width == 2 and one.x1 < right and one.x2 > left
        and min(one.y1, one.y2) < names[0].y and max(one.y1, one.y2) > names[0].y - 12
    ]  # fmt: skip
    assert behind == []


def test_that_what_stands_at_the_ends_of_low_lines_never_comes_down_among_the_times() -> None:
    lines = (("北京", "9000"), ("天津", "12"), ("河北", "11"))
    items = [
        level(f"{place}{when}", value, when=when, region=place)
        for place, value in lines
        for when in (2024, 2025)
    ]
    drawing = draw(chart_of(items, ChartWish(ChartKind.YEARS)), width=900)
    words = [one for one in drawing.shapes if isinstance(one, Words)]
    times = [one for one in words if one.text in ("2024", "2025")]
    ends = [one for one in words if one.text.startswith(("天津", "河北", "文章"))]
    assert len(times) == 2
    assert len(ends) == 5
    assert all(end.y <= time.y - time.size for end in ends for time in times)


@pytest.mark.parametrize("most", [0, 400, 600, 2000])
def test_that_lines_are_as_flat_as_the_room_for_them_asks_and_no_flatter_than_can_be_read(most: int) -> None:
    items = [
        level(
            f"{place}{year}", str(year), region=place, when=year, article=f"一份题名很长的报告，{place}{year}"
        )
        for place in ("岭南", "天津", "上海")
        for year in (2021, 2022, 2023)
    ]
    chart = chart_of(items, ChartWish(kind=ChartKind.YEARS))
    least, usual, fitted = (draw(chart, width=1200, most=one).height for one in (0, 10_000, most))
    assert fitted == min(max(most, least), usual)
    assert usual - least > 100
