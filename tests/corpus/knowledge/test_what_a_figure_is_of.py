"""What a figure is of, where its sentence names several times, bands, sums, parts or effects: families of sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every

_FIRMS = ("美团", "京东", "拼多多", "比亚迪", "快手")
_PLACES = ("云溪市", "青川县", "浙江省", "南屏县")
_SUMS = ("营收", "净利润", "研发费用", "成交额")


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")).statistics


def told(text: str) -> list[str]:
    """Return whose, measure, value and unit of the figures of a text."""
    return [f"{one.subject or one.region} {one.metric} {one.value}{one.unit}".strip() for one in read(text)]


@pytest.mark.parametrize(
    ("text", "metric", "kind"),
    [
        (
            "2024年{p}工业增加值拉动全国经济增长0.6个百分点。",
            "工业增加值拉动全国经济增长",
            "actual",
        ),
        (
            "{p}新能源汽车零售额增长42%，拉动零售总额增长1.3个百分点。",
            "新能源汽车零售额拉动零售总额增长",
            "actual",
        ),
        (
            "{p}猪肉价格下降12.6%，影响CPI下降约0.2个百分点。",
            "猪肉价格影响CPI下降",
            "actual",
        ),
        ("{p}2024年毛利率上升1.3个百分点。", "毛利率", "growth"),
    ],
)
def test_that_points_of_another_measure_are_no_growth_of_it(text: str, metric: str, kind: str) -> None:
    for place in _PLACES:
        last = read(text.format(p=place))[-1]
        assert (last.metric.removeprefix(place), last.kind.value, last.subject or last.region) == (
            metric,
            kind,
            place,
        )


def test_that_a_rate_something_brings_up_is_what_moves() -> None:
    (moved,) = read("降本推动毛利率提升2个百分点。")
    assert (moved.metric, moved.kind.value) == ("毛利率", "growth")


@pytest.mark.parametrize("joined", ["{a}、{b}两地", "{a}和{b}两地", "{a}与{b}两地"])
def test_that_a_measure_of_several_counted_together_is_of_none_of_them(joined: str) -> None:
    for a, b in pairwise(_PLACES):
        (one,) = read(f"2024年{joined.format(a=a, b=b)}进出口总额合计4200亿元。")
        assert (one.metric, one.subject) == ("进出口总额", joined.format(a=a, b=b).removesuffix("两地"))
        assert one.region not in (a, b)


@pytest.mark.parametrize("rest", ["其余", "其他品牌", "其他厂商", "其余企业"])
def test_that_what_is_left_is_of_none_of_those_named(rest: str) -> None:
    for a, b in pairwise(_FIRMS):
        left = read(f"2024年末，储能电池市场中，{a}占37%，{b}占21%，{rest}占42%。")[-1]
        assert (left.metric, left.subject, f"{left.value}") == (rest, "", "42")


def test_that_all_so_far_is_not_what_was_new() -> None:
    assert told("2024年，云溪市新建充电桩320个，累计达1800个。") == [
        "云溪市 新建充电桩 320个",
        "云溪市 累计新建充电桩 1800个",
    ]
    assert told("云溪市累计新增就业12万人。") == ["云溪市 新增就业 12万人"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("手机6000元以下机型2024年销量占比为71%。", "6000元以下机型销量占比"),
        ("选择3000元以上机型的占46%。", "3000元以上机型"),
        ("售价20万元以上的车型2024年销量增长18%。", "20万元以上的车型销量"),
        ("100平方米以下户型成交占比为32%。", "100平方米以下户型成交占比"),
        ("100—140平方米户型占41%。", "100—140平方米户型"),
        ("规模以上工业企业利润增长3%。", "规模以上工业企业利润"),
        ("机型超过3000元，销量增长3%。", "销量"),
        ("2026至2028年，机型销量增长3%。", "机型销量"),
    ],
)
def test_that_what_is_told_of_a_band_keeps_it(text: str, metric: str) -> None:
    assert read(text)[-1].metric == metric
    assert len(read(text)) == 1 or "超过" in text


def test_that_a_year_before_what_is_looked_ahead_to_is_over_and_one_to_come_is_not() -> None:
    to_come = date.today().year + 2  # noqa: DTZ011 - the reader's day
    ahead, still, now = read(
        f"据测算，{to_come + 4}年全国市场规模有望突破1.2万亿元，{to_come}年为8600亿元，2024年为3900亿元。"
    )
    assert [one.kind.value for one in (ahead, still, now)] == ["forecast", "forecast", "actual"]
    aimed, was = read("青川县力争2025年财政收入突破30亿元，这一数字在2020年还只有14亿元。")
    assert (aimed.kind.value, was.kind.value, was.metric) == ("forecast", "actual", "财政收入")
    kinds = [
        one.kind.value for one in read("预计快手2027年销量将达80万辆，2025年、2024年分别为52万辆和41万辆。")
    ]
    assert kinds == ["forecast", "actual", "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "回归结果显示，物流成本每下降1%，农产品价格平均下降0.23%。",
        "公司2024年售出的每10辆车中，有4辆是纯电车型。",
        "除云溪市下降2.1%外，其余各地均有增长。",
        "没有数据表明京东2024年的退货率达到30%。",
        "比亚迪是国内第三家营收超千亿元的车企。",
        "各地进出口均有增长，湖北增幅最大，达18.4%。",
    ],
)
def test_that_what_is_of_something_else_is_not_told(text: str) -> None:
    assert read(text) == ()


@every(
    ("text", "figures"),
    [
        ("美团2024年净利润为8.7亿元，而非公告的11.2亿元。", ["美团 净利润 8.7亿元"]),
        ("美团2026年营收预测为310亿元（原为345亿元）。", ["美团 营收预测 310亿元"]),
        ("样本中，农户户均耕地8.6亩，最多的达120亩，最少的不足1亩。", ["农户 户均耕地 8.6亩"]),
        ("美团开盘报45.2元，盘中最高触及48.6元。", ["美团 开盘 45.2元"]),
        ("实验组的转化率（4.7%）高于对照组（3.9%）。", ["实验组 转化率 4.7%", "对照组 转化率 3.9%"]),
        ("京东2024年的研发费用高出一截，达到46亿元。", ["京东 研发费用 46亿元"]),
        (
            "美团计提减值4.2亿元，致净利润由盈转亏，为-1.7亿元。",
            ["美团 计提减值 4.2亿元", "美团 净利润 -1.7亿元"],
        ),
        ("2024年京东现金流净额为-3.4亿元，上年为正的1.9亿元。", ["京东 现金流净额 -3.4亿元"]),
        (
            "线上渠道贡献了京东2024年营收的63%，线下门店则不足四成。",
            ["京东 线上渠道占营收 63%", "京东 线下门店占营收 40%"],
        ),
        ("小米11月销量环比持平、同比微降1.2%，仍为3.3万台。", ["小米 销量 3.3万台"]),
        (
            "美团2024年末负债合计312亿元，其中一年内到期的为97亿元。",
            ["美团 负债 312亿元", "美团 一年内到期的负债 97亿元"],
        ),
        ("美团股价今年以来涨了48%，而同期大盘只涨7%。", ["美团 股价 48%", "大盘 7%"]),
        ("2023年美团亏了12亿元，2024年少亏了5亿元。", ["美团 亏损 12亿元"]),
        ("2024年湖南的PMI有七个月低于50%，12月回升至50.6%。", ["湖南 PMI 50.6%"]),
        ("南屏县在全省的经济占比从11.2%降到10.4%。", ["南屏县 全省的经济占比 10.4%"]),
        ("调查覆盖南屏县42个乡镇，留守老人占老年人口的36.5%。", ["留守老人占老年人口 36.5%"]),
        ("近九成受访家长表示，孩子每天使用手机不超过1小时。", []),
        ("2024年合肥全社会用电量达1032亿千瓦时。", ["合肥 全社会用电量 1032亿千瓦时"]),
        ("从不点外卖的只有3.5%。", ["从不点外卖 3.5%"]),
        ("湖南2024年的GDP增速（5.1%）快于江西（4.6%）。", ["湖南 GDP增速 5.1%", "江西 GDP增速 4.6%"]),
        (
            "2024年全国零售额48.8万亿元，湖南占4.1%。",
            ["全国 零售额 48.8万亿元", "湖南 零售额占比 4.1%"],
        ),
        (
            "湖南2024年业务量为21.7亿件，不含长沙则为18.3亿件。",
            ["湖南 业务量 21.7亿件", "湖南 业务量 18.3亿件"],
        ),
        ("尽管营收微降0.6%至212亿元，京东净利润仍增长两成。", ["营收 212亿元", "京东 净利润 20%"]),
        ("公司在手订单达61亿元。", ["公司 在手订单 61亿元"]),
        (
            "2024年云溪市投资完成46亿元，占全年目标的61%。",
            ["云溪市 投资 46亿元", "云溪市 投资占全年目标 61%"],
        ),
    ],
)
def test_that_a_figure_keeps_its_own_measure_and_no_other(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_that_how_much_of_an_aim_is_done_is_no_forecast() -> None:
    assert read("2024年云溪市投资完成46亿元，占全年目标的61%。")[-1].kind.value == "share"


@pytest.mark.parametrize(
    ("time", "starts"),
    [
        ("2024年四个季度的", ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
        ("2024年各季度", ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
        ("2024年一至四季度", ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
        ("2024年3—6月，各月", ["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"]),
    ],
)
def test_that_quarters_and_months_share_out_what_is_told_of_each(time: str, starts: list[str]) -> None:
    for measure in _SUMS:
        found = read(f"{time}{measure}分别为81亿元、88亿元、79亿元和102亿元。")
        assert [one.period.start for one in found] == starts
        assert {one.metric for one in found} == {measure}


def test_that_a_range_between_two_ends_is_one_whichever_is_told_first() -> None:
    (one,) = read("美团的估值在924亿至904亿美元之间。")
    assert (one.low, one.high, one.unit) == (Decimal(904), Decimal(924), "亿美元")
    (loss,) = read("预计净利润为-8500万元至-10500万元。")
    assert (loss.low, loss.high) == (Decimal(-10500), Decimal(-8500))


def test_that_what_came_so_far_of_an_aim_is_done_and_a_draft_is_none_yet() -> None:
    aimed, done = read("比亚迪把全年销量指引上调到58万辆，上半年已完成27.6万辆。")
    assert (aimed.kind.value, done.kind.value, done.metric) == ("forecast", "actual", "销量")
    planned, begun = read("南屏县2025年计划新建学校12所，截至10月底已开工9所。")
    assert (planned.kind.value, begun.kind.value) == ("forecast", "actual")
    assert read("美团年内将关闭约60家亏损门店。")[0].kind.value == "forecast"
    assert read("碳排放强度累计下降14.8%，超额完成13.5%的进度目标。")[-1].kind.value == "forecast"
    (price,) = read("京东董事会通过了定增预案，发行价不低于15.6元/股。")
    assert (price.metric, price.kind.value) == ("发行价", "forecast")


def test_that_a_level_told_without_a_part_says_so() -> None:
    assert read("湖南2024年业务量为21.7亿件，不含长沙则为18.3亿件。")[-1].basis == "不含长沙"


@pytest.mark.parametrize("bound", ["不超过", "超过", "约", "不足", "不到"])
def test_that_the_bound_of_a_share_is_no_part_of_its_measure(bound: str) -> None:
    for name in _FIRMS:
        share = read(f"{name}拟减持公司股份200万股，占公司总股本的比例{bound}0.87%。")[-1]
        assert (share.metric, share.value) == ("减持公司股份占总股本", Decimal("0.87"))


def test_that_a_share_told_with_the_older_particle_has_its_whole() -> None:
    assert read("全县户籍人口54万人，占全省人口之2.15%。")[-1].metric.endswith("占全省人口")


def test_that_what_uses_energy_is_a_measure_whole() -> None:
    assert [one.metric for one in read("全年保障重大项目用能1302万吨标准煤。")] == ["保障重大项目用能"]
