"""A deal that is only announced tells what is planned, in the later clauses of its sentence too."""

from __future__ import annotations

import pytest

from corpus.knowledge.sentences.plans import is_announced


@pytest.mark.parametrize(
    ("before", "metric"),
    [
        ("陆某计划以集中竞价方式，于6月1日至8月31日减持股份不超过300万股", "减持股份"),
        ("青禾科技拟收购蓝田材料51%股权，交易作价2.4亿元", "交易作价"),
        ("公司拟通过子公司要约收购蓝田机器的股份，要约收购价格为每股12欧元", "要约收购价格"),
        ("青禾科技拟发行股份购买云亭港务，预计募集配套资金8000万元", "募集配套资金"),
    ],
)
def test_that_a_term_of_an_announced_deal_is_planned(before: str, metric: str) -> None:
    assert is_announced(before, metric)


@pytest.mark.parametrize(
    ("before", "metric"),
    [
        ("青禾科技拟收购蓝田材料51%股权，截至10月末已支付交易价款2亿元", "交易价款"),
        ("公司拟收购的蓝田材料去年营业收入2.4亿元", "营业收入"),
        ("青禾科技拟收购蓝田材料，后者净利润为3000万元", "净利润"),
        ("员工持股计划减持股份120万股", "减持股份"),
        ("公司拟收购蓝田材料；本次交易作价由双方定为2亿元", "交易作价"),
        ("青禾科技收购蓝田材料51%股权，交易作价2.4亿元", "交易作价"),
        ("公司拟收购蓝田材料，此前转让价格为1.2亿元", "转让价格"),
    ],
)
def test_that_what_is_done_or_of_another_is_not_planned(before: str, metric: str) -> None:
    assert not is_announced(before, metric)
