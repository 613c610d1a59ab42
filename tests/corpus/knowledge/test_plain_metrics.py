"""A metric is what is measured or counted: nothing that only leads to it, says for how long, or of which sort it is."""

from __future__ import annotations

from corpus.model.statistic import StatisticKind
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

_THINGS = ("变电站", "标准厂房", "生态廊道", "养老驿站", "灌区")


def _metrics(text: str) -> list[str]:
    return [one.metric for one in figures_of(text)]


@every("thing", _THINGS)
@every("lead", ["推动", "抓好", "做好", "抓实", "着力推动", "全力抓好"])
def test_that_what_is_only_furthered_is_told_without_the_furthering(lead: str, thing: str) -> None:
    assert _metrics(f"今年，{lead}26座{thing}建设。") == [f"{thing}建设"]


@every("thing", _THINGS)
def test_that_things_furthered_are_no_number_of_all_there_are(thing: str) -> None:
    assert _metrics(f"今年，抓好26座{thing}。") == [f"抓好{thing}"]


@every("deed", ["新建", "改造", "修复", "整治"])
@every("years", ["五年", "三年", "过去五年", "近三年"])
def test_that_how_long_something_was_done_is_no_part_of_it(years: str, deed: str) -> None:
    assert _metrics(f"{years}{deed}供水管网260公里，加装护栏85公里。")[0] == f"{deed}供水管网"


@every(
    ("deed", "thing"),
    [
        ("化解", "矛盾纠纷"),
        ("救助", "困难家庭"),
        ("查获", "走私车辆"),
        ("记录", "候鸟种群"),
        ("收治", "住院病人"),
    ],
)
def test_that_together_is_no_part_of_what_was_done(deed: str, thing: str) -> None:
    assert _metrics(f"今年以来，全县共{deed}{thing}260起。") in ([f"{deed}{thing}"], [thing])


@every("measure", ["北美票房", "海外票房", "累计票房"])
def test_that_now_is_no_part_of_a_measure(measure: str) -> None:
    assert _metrics(f"该片目前{measure}已超400万美元。") == [measure]


@every(
    ("text", "metric"),
    [
        ("本次借款利率为年化15%。", "借款利率"),
        ("本次借款利率为固定利率5.2%。", "借款利率"),
        ("最高点为双塔峰，高度为海拔406米。", "高度"),
        ("青禾电气中标该项目，中标价合计人民币约5994万元。", "中标价"),
        ("主流机型的起售价早已超过3000元。", "起售价"),
        ("这类电池的容量一般维持在4500毫安时。", "容量"),
        ("这使得销售费用率达到了34%。", "销售费用率"),
    ],
)
def test_that_a_measure_stands_without_its_sort_or_what_leads_to_it(text: str, metric: str) -> None:
    assert _metrics(text)[-1] == metric


def test_that_platforms_are_counted_and_not_what_they_do() -> None:
    assert _metrics("发挥3个消费试点带动作用。") == ["消费试点"]


@every("before", ["居民收入", "就业形势", "主要指标"])
@every(("measure", "unit"), [("城镇新增就业", "万人"), ("货物进出口顺差", "亿元"), ("参保率", "%")])
def test_that_a_heading_before_a_blank_is_no_part_of_a_measure(before: str, measure: str, unit: str) -> None:
    assert _metrics(f"{before} {measure}为81{unit}。") == [measure]


@every("torn", ["晚会总共累积110亿次观看", "队长作为3届世锦赛冠军", "青禾公司连第一步的1111797元都没有还上"])
def test_that_what_is_torn_from_a_clause_names_nothing(torn: str) -> None:
    assert _metrics(f"{torn}。") == []


@every("what", ["商誉减值", "营业收入", "净利润"])
def test_that_what_a_bought_firm_has_is_not_what_was_paid_for_it(what: str) -> None:
    assert "收购金额" not in _metrics(f"收购的云溪置业{what}2.41亿元。")


@every("how", ["全面实现", "圆满完成", "顺利达成"])
def test_that_results_behind_aims_attained_are_no_aims(how: str) -> None:
    found = figures_of(f"2021年，主要预期目标{how}，城镇新增就业超过1100万人，调查失业率低于5.5%。")
    assert [one.kind for one in found] == [StatisticKind.ACTUAL, StatisticKind.SHARE]


def test_that_aims_are_no_results() -> None:
    (one,) = figures_of("今年主要预期目标是：城镇调查失业率低于5.5%。")
    assert one.kind is StatisticKind.FORECAST


@every("what", ["社区得到了赞助", "公园实现全天开放", "收入来自线下渠道", "岗位受到影响"])
@every("how", ["", "以上"])
def test_that_a_part_of_anything_that_does_something_is_a_share(what: str, how: str) -> None:
    (one,) = figures_of(f"目前，63%{how}的{what}。")
    assert one.kind is StatisticKind.SHARE


@every("pace", ["增速", "年增长率", "涨幅"])
def test_that_a_pace_told_before_its_noun_is_no_share(pace: str) -> None:
    assert all(one.kind is not StatisticKind.SHARE for one in figures_of(f"产值实现了8.1%的{pace}。"))
