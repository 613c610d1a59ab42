"""A metric is what is measured or counted: nothing that only leads to it, says for how long, or of which sort it is."""

from __future__ import annotations

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
