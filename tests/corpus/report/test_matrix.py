"""指标对照: figures side by side, units made equal, contradictions visible."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.model.statistic import Period, StatisticKind
from corpus.report.charts.chart import ChartKind, ChartWish
from corpus.report.charts.choosing import chart_of, family_name
from corpus.report.charts.growth_names import growth_name
from corpus.report.labels import ReportLabels
from corpus.report.matrix import LAYOUTS, matrix_of, matrix_table
from corpus.report.scales import Scale, in_scale
from corpus.text.units import DIMENSIONS, expand, measure
from tests.corpus.report.compared import growth, level, with_growth

ITEMS = [
    level("1", "2.36", "万亿元", article="a", source="统计局"),
    level("2", "23615.1", article="b"),
    level("3", "12000", article="c"),
    level("4", "500", region="天津", when=2024),
    growth("5", "5.5"),
    level("6", "700", region="天津", kind=StatisticKind.FORECAST),
]


def test_that_units_are_made_equal_and_what_differs_stands_side_by_side() -> None:
    matrix = matrix_of(ITEMS)
    assert matrix.columns == (("2024",), ("2025",))
    assert matrix.rows == (
        ("地区生产总值（亿元）", "天津"), ("地区生产总值（亿元）", "岭南"), ("地区生产总值增速（%）", "岭南"),
    )  # fmt: skip
    disputed = matrix.cell(1, 1)
    assert [(value.told, value.figures) for value in disputed.values] == [
        ("23600", ("1", "2")),
        ("12000", ("3",)),
    ]
    assert (disputed.disputed, matrix.disputed, disputed.told) == (True, 1, "23600 ≠ 12000")
    assert disputed.values[0].sources == ("统计局", "文章b")
    assert matrix.cell(0, 0).told == "500"
    assert matrix.cell(2, 0).values == ()
    assert (matrix.cell(0, 1).values[0].forecast, matrix.cell(0, 1).disputed) == (True, False)


def test_that_what_fills_a_line_stands_first_and_whole_years_side_by_side() -> None:
    scattered = [
        level(f"s{n}", "3", "%", metric="收购股权比例", subject=f"甲{n}公司", region="", when=2010 + n)
        for n in range(6)
    ]
    quarter = Period("2024年一季度", "2024-01-01", "2024-03-31")
    together = [
        *(level(f"t{one}", "3", metric="进出口总额", region=one) for one in ("岭南省", "天津", "上海")),
        level("q", "1", metric="进出口总额", region="上海", period=quarter),
        level("p", "5", metric="进出口总额", region="上海", period=Period("", "2021-01-01", "2025-12-31")),
    ]  # fmt: skip
    matrix = matrix_of([*scattered, *together])
    assert [row[0] for row in matrix.rows] == ["进出口总额（亿元）"] * 3 + ["收购股权比例（%）"] * 6
    assert [one[0] for one in matrix.columns][-3:] == ["2021–2025", "2025", "2024 Q1"]


def test_that_what_has_no_time_is_called_so() -> None:
    once = Period("", "", "")
    matrix = matrix_of([*ITEMS, level("l", "906", "公里", metric="运营长度", region="上海", period=once)])
    assert [one[0] for one in matrix.columns] == ["2024", "2025", ReportLabels().timeless]
    assert all(all(name) for name in (*matrix.columns, *matrix.rows))


def test_that_the_names_of_rows_are_headed_by_what_they_name() -> None:
    def head(*items: LocatedStatistic) -> str:
        return matrix_table(matrix_of(items), ReportLabels()).columns[1]

    company = level("c", "68", "%", metric="持股比例", subject="九龙仓", region="")
    here = level("h", "3", metric="进出口总额", subject="海关", region="上海")
    assert head(*ITEMS) == "地区"
    assert head(company) == "对象"
    assert head(company, *ITEMS) == head(here, company) == "对象/地区"
    assert matrix_table(matrix_of([]), ReportLabels()).columns[1] == "地区"


@pytest.mark.parametrize("key", list(LAYOUTS))
def test_that_every_layout_holds_every_figure_once(key: str) -> None:
    matrix = matrix_of(ITEMS, LAYOUTS[key])
    cells = [
        matrix.cell(row, column) for row in range(len(matrix.rows)) for column in range(len(matrix.columns))
    ]
    held = [figure for cell in cells for figure in cell.figures]
    assert sorted(held) == ["1", "2", "3", "4", "5", "6"]
    table = matrix_table(matrix, ReportLabels())
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert len(table.columns) == len(matrix.columns) + len(LAYOUTS[key].rows)


def test_that_sources_stand_side_by_side_where_asked() -> None:
    matrix = matrix_of(ITEMS[:3], LAYOUTS["sources"], unit="亿元")
    assert set(matrix.columns) == {("统计局",), ("文章b",), ("文章c",)}
    assert len(matrix.rows) == 1
    assert sorted(matrix.cell(0, n).told for n in range(3)) == ["12000", "23600", "23615.1"]


def test_that_growth_told_beside_a_level_has_a_row_of_its_own() -> None:
    matrix = matrix_of([with_growth("1", "1000", "5.2")])
    assert [row[0] for row in matrix.rows] == ["地区生产总值（亿元）", "地区生产总值增速（%）"]
    assert [matrix.cell(n, 0).told for n in range(2)] == ["1000", "5.2"]


@pytest.mark.parametrize(
    ("basis", "name"),
    [("同比", "增速"), ("年均", "年均增速"), ("环比", "环比增速"), ("比2020年", "比2020年增速")],
)
def test_that_growth_measured_in_another_way_has_a_row_and_a_chart_of_its_own(basis: str, name: str) -> None:
    figures = [growth("1", "4.1"), growth("2", "4.7", basis=basis)]
    matrix = matrix_of(figures)
    names = {f"地区生产总值{one}（%）" for one in ("增速", name)}
    assert {row[0] for row in matrix.rows} == names
    families = chart_of(figures).families
    assert {f"{family_name(one, ReportLabels())}（%）" for one, _count in families} == names


def test_that_growth_is_named_in_the_language_of_its_metric() -> None:
    labels = ReportLabels(titles={"growth": "Growth", "monthly": "Monthly"})
    assert growth_name("Online retail sales", "growth", labels) == "Online retail sales growth"
    assert (
        growth_name("Online retail sales", "growth monthly", labels) == "Online retail sales monthly growth"
    )
    assert growth_name("地区生产总值", "growth", labels) == "地区生产总值增速"
    assert growth_name("地区生产总值", "growth monthly", labels) == "地区生产总值环比增速"


def test_that_the_unit_of_one_metric_can_be_chosen() -> None:
    matrix = matrix_of(ITEMS[:4], unit="万亿元")
    assert "万亿元" in matrix.units
    assert matrix.rows[1][0] == "地区生产总值（万亿元）"
    assert matrix.cell(1, 1).values[0].told == "2.36"


def test_that_the_unit_of_values_can_be_chosen_with_their_growth_and_other_measures_beside_them() -> None:
    heads = level("7", "21000", "元", metric="人均可支配收入")
    people = level("8", "1200", "万人", metric="常住人口")
    matrix = matrix_of([*ITEMS, heads, people], unit="万亿元")
    assert matrix.units == ("元", "万元", "亿元", "万亿元")
    named = {row[0] for row in matrix.rows}
    assert {
        "地区生产总值（万亿元）",
        "地区生产总值增速（%）",
        "居民人均可支配收入（元）",
        "常住人口（万人）",
    } == named
    assert matrix_of([growth("5", "5.5")]).units == ()


@pytest.mark.parametrize("unit", ["万", "亿", "万亿", "万人", "万亿元", "亿元"])
def test_that_a_number_is_told_in_the_unit_it_was_printed_in_where_none_is_chosen(unit: str) -> None:
    matrix = matrix_of(
        [level("1", "3", unit, metric="市场规模"), level("2", "5", unit, metric="市场规模", when=2024)]
    )
    assert matrix.rows[0][0].endswith(f"规模（{unit}）")
    assert [matrix.cell(0, column).told for column in (0, 1)] == ["5", "3"]


def test_that_what_is_unknown_is_left_out_and_counted() -> None:
    matrix = matrix_of([*ITEMS, level("x", "1", region=""), level("y", "1", region="")])
    assert matrix.left_out == 2
    assert matrix_of([level("x", "1", region="")]).rows == ()


def test_that_a_thing_in_the_name_of_a_metric_is_told_in_the_words_of_the_figures() -> None:
    found = [
        level("1", "9.01", "万亿元", metric="网络零售额", region="全国", subject="全国"),
        level("2", "9.6", "万亿元", metric="网络零售额", region="全国", subject="全国", when=2020,
              kind=StatisticKind.FORECAST),
    ]  # fmt: skip
    matrix = matrix_of(found)
    assert matrix.rows == (("网络零售额（万亿元）", "全国"),)
    table = matrix_table(matrix, ReportLabels(), marked=True)
    assert table.rows[0][2:] == ("9.6（预测值）", "9.01")
    assert chart_of(found).title == "全国 网络零售额"


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (("云亭市", "云亭", "云亭市"), ["云亭市"]),
        (("云亭", "云亭", "云亭市"), ["云亭"]),
        (("云亭市", "云亭县"), ["云亭市", "云亭县"]),
        (("云亭市", "云亭", "云亭县"), ["云亭", "云亭市", "云亭县"]),
        (("吉林省", "吉林市"), ["吉林", "吉林市"]),
        (("杭州", "杭州市", "杭州市"), ["杭州市"]),
    ],
)
def test_that_a_place_has_one_row_and_one_line_however_it_is_called(
    places: tuple[str, ...], told: list[str]
) -> None:
    items = [
        level(f"{number} {year}", "500", region=place, when=year)
        for number, place in enumerate(places)
        for year in (2023, 2024)
    ]
    assert sorted(row[1] for row in matrix_of(items).rows) == sorted(told)
    chart = chart_of(items, ChartWish(kind=ChartKind.YEARS))
    assert sorted(line.name for line in chart.series) == sorted(told)


@pytest.mark.parametrize(
    ("minutes", "hours"), [("8", "0.133"), ("80", "1.33"), ("81.25", "1.354"), ("90", "1.5"), ("6", "0.1")]
)
def test_that_a_size_in_a_unit_that_is_no_power_of_ten_has_no_endless_digits(
    minutes: str, hours: str
) -> None:
    one = level("a", minutes, "分钟").statistic
    assert in_scale(one, Decimal(minutes), Scale("小时", Decimal(60))) == hours


def test_that_units_of_one_sort_laid_in_one_make_no_number_without_end() -> None:
    units = sorted({*DIMENSIONS, *(f"万{unit}" for unit in DIMENSIONS), "小时", "万小时"})
    items = [
        level(
            unit,
            "20.27",
            unit,
            metric=f"量{measure(*expand(Decimal(1), unit))[1]}",
            region="甲省",
            when=1800 + n,
        )
        for n, unit in enumerate(units)
    ]
    longest = {
        unit: max(
            (
                value.told
                for cell in (matrix_of(items, unit=unit).cells or {}).values()
                for value in cell.values
            ),
            key=lambda told: len(told.strip("0").replace(".", "")),
        )
        for unit in ("", "亩", "公顷", "平方公里", "吨", "小时", "公里")
    }
    assert {unit: told for unit, told in longest.items() if len(told.strip("0.")) > len("20.27") + 2} == {}


def test_that_land_printed_in_mu_is_laid_side_by_side_in_mu() -> None:
    items = [
        level("a", "20.27", "万亩", metric="耕地", region="甲省", when=2024),
        level("b", "19", "万亩", metric="耕地", region="乙省", when=2024),
    ]
    matrix = matrix_of(items)
    assert {one.told for one in (matrix.cells or {}).values()} == {"20.27", "19"}
    assert matrix.rows[0][0] == "耕地（万亩）"


@pytest.mark.parametrize("qualifier", ["预计", "预测", "估计", "约"])
def test_that_a_value_that_says_so_itself_is_not_marked_as_foreseen_again(qualifier: str) -> None:
    one = level(
        "1", "9.6", "万亿元", metric="网络零售额", region="全国", when=2020, kind=StatisticKind.FORECAST
    )
    told = matrix_table(
        matrix_of([replace(one, statistic=replace(one.statistic, qualifier=qualifier))]),
        ReportLabels(),
        marked=True,
    ).rows[0][-1]
    assert (told.count("预"), told.count("估")) in {(1, 0), (0, 1)}
