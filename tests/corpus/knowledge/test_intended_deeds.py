"""What is only meant to be done is no actual figure, whatever word says so and wherever its number stands."""

from __future__ import annotations

from corpus.model.statistic import StatisticKind
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

MEANS = (
    "拟", "计划", "打算", "准备", "将", "或将", "有意", "欲", "筹划", "筹备", "考虑", "酝酿", "提议", "承诺", "申请",
    "有望", "可能", "意在",
)  # fmt: skip
MEASURES = ("计划", "承诺", "申请")
"""Words that are part of a measure too: 计划招生."""
PLANS = (
    "青禾电子公告，{means}以自有资金5亿元收购海川仪表。",
    "青禾电子{means}通过银行向子公司提供不超过5亿元的委托贷款。",
    "青禾电子{means}向海川集团发行股份，购买其持有的资产，交易作价5亿元。",
    "青禾电子{means}在明年年底前向海川客车采购公交车300辆，总额为10.8亿元。",
    "青禾电子{means}发行公司债券，规模5亿元，期限3年。",
    "青禾电子{means}投资5亿元建设海川生产基地。",
    "青禾电子{means}在海川建设生产基地，总投资5亿元，占地300亩。",
    "青禾电子{means}向子公司增资5亿元。",
    "因经营需要，青禾电子{means}出售所持海川仪表的全部股份，套现5亿元。",
    "青禾电子{means}裁员3000人。",
    "青禾电子{means}新开门店300家。",
)
DONE = (
    "青禾电子将持有的海川仪表股份质押，融资5亿元。",
    "青禾电子将提名数扩大到10部。",
    "青禾电子拟收购海川仪表，后者去年净利润5亿元。",
    "青禾电子拟收购海川仪表，截至6月底已支付5亿元。",
    "青禾电子拟收购海川仪表，海川仪表2023年营业收入5亿元。",
    "年内的计划新开工项目全部开工，完成投资428亿元。",
    "模拟运行的机组有300台。",
    "青禾电子年度计划投资已完成5亿元。",
    "全省争取中央预算内投资237亿元。",
    "今年招生计划为6100人。",
    "意向成交金额5亿元。",
)


@every(("frame", "means"), [(frame, means) for frame in PLANS for means in MEANS])
def test_that_a_deed_that_is_only_meant_is_no_actual_figure(frame: str, means: str) -> None:
    found = figures_of(frame.format(means=means))
    assert found
    assert {one.kind for one in found} == {StatisticKind.FORECAST}
    assert not any(one.metric.startswith(means) for one in found if means not in MEASURES)


@every("text", DONE)
def test_that_what_was_done_is_no_plan(text: str) -> None:
    assert all(one.kind is not StatisticKind.FORECAST for one in figures_of(text))
