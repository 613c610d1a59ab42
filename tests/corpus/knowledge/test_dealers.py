"""Who deals: holders with who acts in concert, each of several with its own share, who bid together, segments."""

from __future__ import annotations

import pytest

from tests.corpus.knowledge.figures_read import figures_of

FIRMS = ("澜川股份", "景禾科技", "远驰集团")
PERSONS = ("林若澄", "苏文谦", "周启明")


def subjects(text: str) -> list[str]:
    """Return whose the figures of a text are, in order."""
    return [one.subject for one in figures_of(text)]


@pytest.mark.parametrize("who", [*PERSONS, "江州星霁实业有限公司"])
def test_that_a_notice_of_a_holder_tells_of_the_holder(who: str) -> None:
    notice = (
        f"澜川股份接到股东{who}的通知，其将所持有的公司3916万股股份（占公司总股本的4.37%）质押给云溪银行。"
    )
    assert subjects(notice) == [who, who]
    together = f"截至8月9日，{who}及其一致行动人合计质押澜川股份7651万股，占其所持股份的7.78%。"
    assert subjects(together) == [f"{who}及其一致行动人"] * 2


def test_that_each_of_several_holders_has_its_own_share() -> None:
    for first, second in ((PERSONS[0], PERSONS[1]), (PERSONS[2], PERSONS[0])):
        shared = figures_of(f"{first}、{second}分别持有澜川股份5.72%、5.49%股份。")
        assert [(one.subject, one.metric) for one in shared] == [(first, "持股比例"), (second, "持股比例")]
        apart = figures_of(f"{first}持有澜川股份7.76%的股份，{second}持有6.80%。")
        assert [(one.subject, one.metric) for one in apart] == [(first, "持股比例"), (second, "持股比例")]


@pytest.mark.parametrize("firm", FIRMS)
def test_that_who_bids_together_bears_the_bid_and_a_project_its_costs(firm: str) -> None:
    bid = f"{firm}(603826)9月12日晚间公告，公司与岭泰电子股份有限公司组成的联合体为第一中标候选人，投标报价5.72亿元。"
    assert subjects(bid) == [f"{firm}与岭泰电子股份有限公司"]
    assert subjects(f"{firm}公告，公司中标江州市综合整治项目，工程总投资约1549万元。") == [""]
    assert subjects(f"{firm}：子公司卓森医药中标7.76亿元风电项目") == ["卓森医药"]


@pytest.mark.parametrize("firm", FIRMS)
def test_that_a_segment_bears_what_it_earns(firm: str) -> None:
    (one,) = figures_of(f"{firm}环保板块实现利润总额7.76亿元，同比增长6.80%。")
    assert (one.subject, one.metric) == (f"{firm}环保板块", "利润总额")


def test_that_a_share_that_falls_is_told_of_its_firm() -> None:
    text = "卓森实业股价上涨7.78%，报36元；远驰实业下跌6.57%。"
    assert subjects(text)[-1] == "远驰实业"


def test_that_a_holder_before_a_comma_holds_what_is_sold() -> None:
    text = "澜川股份公告，公司董事林若澄，计划6个月内以集中竞价方式减持公司股份不超过179万股（占公司总股本的1.28%）。"
    assert subjects(text) == ["林若澄", "林若澄"]


@pytest.mark.parametrize("index", ["沪深300", "标普500", "中证1000", "日经225", "科创50", "纳斯达克100"])
def test_that_a_number_in_the_name_of_an_index_is_none(index: str) -> None:
    (one,) = figures_of(f"截至收盘，{index}指数上涨2.3%。")
    assert (one.metric, str(one.value)) == (f"{index}指数", "2.3")


def test_that_the_time_of_a_place_is_no_place() -> None:
    assert [one.region for one in figures_of("北京时间6月7日，比赛吸引观众1.2万人。")] == [""]
