"""What heads, rows and columns of a table are: told by the whole table, not by the place of one cell."""

from __future__ import annotations

import re
from typing import Any

import pytest

from corpus.knowledge.extraction import extract
from corpus.knowledge.tables import cells
from corpus.knowledge.tables.cells import dated, head_of, is_time
from corpus.knowledge.tables.grid import grids
from corpus.knowledge.tables.reading import figures_of_grid
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def read(caption: str, *rows: str) -> list[Statistic]:
    """Return the figures of a table whose cells strokes part."""
    text = "\n".join([caption, *(row.replace("/", "\t") for row in rows), ""])
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    return [one for one in found if one.cell is not None]


def told(caption: str, *rows: str) -> list[str]:
    """Return of whom, what, when and how much the cells of a table tell."""
    return [
        f"{one.subject}|{one.metric}|{one.period.text}|{one.value}{one.unit}|{one.kind}"
        for one in read(caption, *rows)
    ]


@pytest.mark.parametrize("beside", [2, 3])
@pytest.mark.parametrize("rows", [2, 5])
@pytest.mark.parametrize("heads", [("客运量（万人次）",), ("客运量（万人次）", "货运量（万吨）")])
def test_that_tables_side_by_side_tell_what_one_table_does(
    beside: int, rows: int, heads: tuple[str, ...]
) -> None:
    places = [f"东岭{one}市" for one in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"]
    caption = "2023年分市客货运输量"
    records = [
        [places[at], *(f"{at + 11}{column}.5" for column in range(len(heads)))] for at in range(beside * rows)
    ]
    one = told(caption, "/".join(["城市", *heads]), *("/".join(record) for record in records))
    folded = ["/".join(["城市", *heads] * beside)]
    folded += ["/".join("/".join(record) for record in records[row::rows]) for row in range(rows)]
    assert sorted(told(caption, *folded)) == sorted(one)
    assert len(one) == beside * rows * len(heads)
    text = "\n".join([caption, *(row.replace("/", "\t") for row in folded)])
    (grid,) = grids(text)
    for figure in figures_of_grid(text, grid):
        assert figure.cell is not None
        assert grid.rows[figure.cell.row - 1][figure.cell.column - 1] == figure.figure


def test_that_a_part_of_a_table_has_heads_of_its_own() -> None:
    found = told(
        "2023年主要指标",
        "指标/数量/同比（%）",
        "旅客量（万人次）/418/3.1",
        "货运量（万吨）/2206/-1.4",
        "企业/营业收入（亿元）/净利润（亿元）",
        "霁川港口集团/12.5/1.3",
        "云岭物流集团/8.4/0.7",
    )
    assert "霁川港口集团|营业收入|2023年|12.5亿元|actual" in found
    assert "|旅客量|2023年|418万人次|actual" in found
    assert not any("数量" in one for one in found)


@every("unit", ["万元", "亿元", "人", "万吨"])
@every("ratio", ["毛利率", "资产负债率", "回收利用率", "研发费用占比"])
@every("turned", [False, True])
def test_that_no_ratio_is_told_in_the_unit_of_amounts(unit: str, ratio: str, turned: bool) -> None:
    rows = ["项目/2022年/2023年", "营业收入/1204/1310", f"{ratio}/41.2/44.6"]
    if turned:
        rows = ["/".join(column) for column in zip(*(row.split("/") for row in rows), strict=True)]
    found = {one.metric: one.unit for one in read(f"主要数据（单位：{unit}）", *rows)}
    assert found["营业收入"] == unit
    assert {of for metric, of in found.items() if metric != "营业收入"} == {"%"}


@pytest.mark.parametrize(
    ("measure", "unit"), [("PE", "倍"), ("市盈率", "倍"), ("流动比率", ""), ("存货周转率", "")]
)
def test_that_a_multiple_has_no_money(measure: str, unit: str) -> None:
    rows = ("项目/2022A/2023A", f"{measure}/24.1/19.7", "营业收入/3120/3655")
    found = {one.metric: one.unit for one in read("盈利预测（百万元）", *rows)}
    assert found == {measure: unit, "营业收入": "百万元"}


def test_that_what_a_share_earns_is_not_scaled() -> None:
    units = {one.unit for one in read("盈利预测（百万元）", "项目/2022A/2023A", "每股收益/0.82/1.00")}
    assert units == {"元"}


@every("quarter", range(1, 5))
@every("form", ["{q}Q{y}", "{y}Q{q}", "Q{q}'{y}", "{q}q{y}", "20{y}Q{q}", "Q{q} 20{y}"])
def test_that_every_short_form_of_a_quarter_is_a_time(quarter: int, form: str) -> None:
    printed = form.format(q=quarter, y=23)
    assert is_time(printed)
    assert dated(printed)[0] == f"2023-{quarter * 3 - 2:02}-01"
    assert head_of(f"{printed}出货量（百万台）").words == "出货量"


@pytest.mark.parametrize("base", ["上年同月=100", "上年同期＝100", "上年=100", "上月=100", "2020年=100"])
def test_that_the_base_of_an_index_is_no_time_and_no_growth(base: str) -> None:
    found = read("2023年12月居民消费价格指数", f"地区/同比（{base}）", "东岭市/101.7", "北山市/99.6")
    assert [(one.value, one.unit, one.kind, one.direction) for one in found] == [
        (one.value, "", StatisticKind.ACTUAL, None) for one in found
    ]
    assert {one.period.start for one in found} == {"2023-12-01"}
    assert len(found) == 2


@pytest.mark.parametrize("years", [("2023年", "2022年"), ("2022年", "2023年")])
def test_that_the_only_change_is_of_the_last_year(years: tuple[str, str]) -> None:
    found = read("各厂产量（吨）", f"厂/{years[0]}/{years[1]}/同比", "东岭厂/42/40/5.0%", "北山厂/31/30/3.3%")
    grown = [one for one in found if one.kind is StatisticKind.GROWTH]
    assert [one.period.text for one in grown] == ["2023年", "2023年"]


def test_that_a_change_in_points_is_of_the_share() -> None:
    found = read(
        "单位：人",
        "原因/人数（人）/占比（%）/较上次调查（百分点）",
        "运费太贵/1204/48.2/+5.1",
        "看到差评/1061/42.5/-2.3",
    )
    moved = [one for one in found if one.direction is not None]
    assert [(one.metric, one.direction) for one in moved] == [
        ("人数占比", Direction.UP),
        ("人数占比", Direction.DOWN),
    ]


@pytest.mark.parametrize(
    "headline",
    ["中奥到家公告称子公司以近4000万元收购济南快勤服务", "京东宣布与云杉物流合作", "青禾科技获1.2亿元融资"],
)
def test_that_what_a_headline_tells_of_owns_no_table(headline: str) -> None:
    found = read(f"{headline}\n主要指标", "指标/2022年/2023年", "网上零售额（亿元）/137853/154264")
    assert {one.subject for one in found} == {""}


def test_that_a_part_goes_on_below_the_first_one() -> None:
    found = told(
        "2023年进出口",
        "指标/金额（亿元）",
        "货物出口额/237726",
        "其中：一般贸易/153530",
        "加工贸易/49062",
        "货物进口额/179842",
    )
    assert [one.split("|")[1] for one in found] == [
        "货物出口额",
        "一般贸易出口额",
        "加工贸易出口额",
        "货物进口额",
    ]


def test_that_names_under_the_word_for_unit_are_no_units() -> None:
    found = told(
        "分公司经营情况", "单位/2023年收入/2024年收入", "华北分公司/1200/1350", "华南分公司/980/1010"
    )
    assert [one.split("|")[-2] for one in found] == ["1200", "1350", "980", "1010"]


def test_that_a_column_measures_as_those_beside_it_do() -> None:
    found = told(
        "2023年各类学校基本情况", "学校类别/学校数（所）/在校生数（人）/生师比", "普通高中/24/38120/12.9"
    )
    assert found[-1] == "普通高中|生师比|2023年|12.9|actual"


def test_that_heads_below_merged_ones_are_heads() -> None:
    found = told(
        "2024年基金预算收支表（单位：万元）",
        "收入///支出//",
        "项目/2023年执行数/2024年预算数/项目/2023年执行数/2024年预算数",
        "土地出让收入/120400/110000/城乡社区支出/98330/91000",
        "收入合计/121603/111250/支出合计/106430/100300",
    )
    assert "|土地出让收入|2023年|120400万元|actual" in found
    assert "|城乡社区支出|2024年|91000万元|forecast" in found
    assert len(found) == 8


def test_that_a_change_printed_in_words_is_read() -> None:
    found = read(
        "分行业情况",
        "行业/毛利率（%）/毛利率比上年增减（%）",
        "白酒/76.17/增加0.49个百分点",
        "其他/15.42/减少1.72个百分点",
    )
    moved = [(str(one.value), one.unit, one.direction) for one in found if one.direction]
    assert moved == [("0.49", "个百分点", Direction.UP), ("1.72", "个百分点", Direction.DOWN)]


def test_that_a_natural_rate_is_a_measure_and_no_growth() -> None:
    found = told("人口", "年份/死亡人口（万人）/自然增长率（‰）", "2022/1041/-0.60", "2023/1110/-1.48")
    assert "|自然增长率|2023|-1.48‰|actual" in found


def test_that_a_row_of_growth_tells_what_has_grown() -> None:
    found = read("东岭市主要指标", "指标/2022年/2023年", "GDP增速（%）/4.1/5.2", "工业增加值（亿元）/102/110")
    grown = [(one.metric, one.kind) for one in found if one.unit == "%"]
    assert grown == [("GDP", StatisticKind.GROWTH)] * 2


def test_that_several_changes_are_each_of_their_own_level() -> None:
    found = read(
        "房地产投资",
        "地区/投资额（亿元）//比上年增长（%）/",
        "//住宅//住宅",
        "东部/31180/23621/-7.7/-8.6",
        "中部/10112/8205/-10.5/-9.7",
    )
    grown = [one.metric for one in found if one.kind is StatisticKind.GROWTH]
    assert grown == [one.metric for one in found if one.kind is not StatisticKind.GROWTH]


def test_that_a_plan_is_of_the_rows_and_its_completion_no_level() -> None:
    rows = ["一般公共预算收入/120/123.4/102.8/5.1", "税收收入/88/86.2/98.0/-1.3"]
    found = read("青溪市2024年财政收支（亿元）", "项目/预算/执行/完成预算%/比上年%", *rows)
    kinds = [one.kind for one in found[:4]]
    assert kinds == [StatisticKind.FORECAST, StatisticKind.ACTUAL, StatisticKind.ACTUAL, StatisticKind.GROWTH]
    assert [one.metric for one in found[:2]] == ["一般公共预算收入"] * 2
    assert found[3].metric == "一般公共预算收入"
    assert {one.period.text for one in found} == {"2024年"}


def test_that_money_is_told_in_that_of_its_row_and_a_rate_in_none() -> None:
    found = read(
        "外汇资产",
        "币种/期末汇率/外币金额（万）/折人民币（万元）",
        "美元/7.0827/1204/8527.6",
        "港元/0.9062/3310/2999.5",
    )
    assert [one.unit for one in found] == ["", "万美元", "万元", "", "万港元", "万元"]


class _Counted:
    """A pattern that counts how often a cell is held against it."""

    def __init__(self, pattern: Any) -> None:
        self.pattern, self.calls = pattern, 0

    def fullmatch(self, words: str) -> re.Match[str] | None:
        """Return the match, counted."""
        self.calls += 1
        found: re.Match[str] | None = self.pattern.fullmatch(words)
        return found


def test_that_cells_are_looked_at_a_fixed_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = _Counted(cells._NUMBER)
    monkeypatch.setattr(cells, "_NUMBER", counted)
    calls = []
    for rows in (20, 80):
        counted.calls = 0
        lines = [
            "\t".join([f"东岭{row}厂", *(f"{row + 10}.{column}" for column in range(8))])
            for row in range(rows)
        ]
        text = "\n".join(["产量（吨）", "\t".join(["厂", *(f"{2015 + one}年" for one in range(8))]), *lines])
        (grid,) = grids(text)
        assert len(list(figures_of_grid(text, grid))) == rows * 8
        calls.append(counted.calls / (rows * 9))
    assert calls[1] <= calls[0] * 1.05
    assert calls[1] < 16
