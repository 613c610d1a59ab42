"""Sums that are owed: told of who owes them or stands for them, and of nobody who decides or only gets them."""

from __future__ import annotations

import pytest

from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

FIRMS = ("澜川股份", "景禾科技", "江州星霁实业有限公司", "岭泰电子股份有限公司")
PERSONS = ("林若澄", "苏文谦", "郑晓岚", "周启明")
TO = ("云溪银行", "青州汉屿贸易有限公司", "原告冠霖能源")
FRAMES = (
    "法院判令{who}于十日内归还{to}借款本金5200万元。",
    "法院判决被告{who}向{to}支付货款5200万元。",
    "江州市中级人民法院于2019年10月17日作出判决，{who}应赔偿{to}经济损失5200万元。",
    "判决结果显示，被告{who}应在判决生效之日起十日内向{to}支付汇票金额5200万元。",
    "仲裁委裁决{who}返还{to}预付款5200万元。",
    "法院驳回上诉，{who}需向{to}支付赔偿款5200万元。",
)


@every("frame", FRAMES)
def test_that_a_sum_is_owed_by_who_is_to_pay_it(frame: str) -> None:
    wrong = []
    pairs = (f"{FIRMS[0]}、{FIRMS[1]}", f"{PERSONS[0]}及其配偶{PERSONS[1]}")
    for who in (*FIRMS, *PERSONS, *pairs):
        for to in TO:
            text = frame.format(who=who, to=to)
            told = [one.subject for one in figures_of(text) if one.unit == "万元"]
            if told != [who]:
                wrong.append((text, told))
    assert not wrong


@pytest.mark.parametrize("whom", ["江州星霁实业有限公司", "江州星霁实业有限公司（以下简称“星霁”）向云溪银行"])
def test_that_a_surety_stands_for_what_it_gives(whom: str) -> None:
    (one,) = (
        one for one in figures_of(f"澜川股份为{whom}的借款提供5200万元最高额保证担保。") if one.unit == "万元"
    )
    assert one.subject == "澜川股份"


def test_that_a_court_bears_no_sum_it_decides_on_and_what_it_collects() -> None:
    texts = {
        "江州市中级人民法院作出判决，由两家公司支付本金320万元。": "",
        "江州市中级人民法院全年执行到位金额3.2亿元。": "江州市中级人民法院",
    }
    assert {text: next(iter(figures_of(text))).subject for text in texts} == texts


def test_that_a_later_clause_tells_of_its_own() -> None:
    text = "法院判令澜川股份返还云溪银行本金5200万元，截至公告日，景禾科技已收到还款400万元。"
    assert [one.subject for one in figures_of(text)] == ["澜川股份", "景禾科技"]
