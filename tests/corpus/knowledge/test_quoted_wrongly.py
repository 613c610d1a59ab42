"""Figures told on the word of another paper: however that is named, and only where it surely says otherwise."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.comparing.conflicts import find_conflicts
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located
from tests.lines import every

NAMING = [
    "据统计部门8月14日公布的《{}》，",
    "翻开那份《{}》，",
    "《{}》里写得清清楚楚，",
    "刚出炉的《{}》写得明明白白：",
    "《{}》出来了，划重点：",
    "一项调查（《{}》，2017）发现，",
    "本报的《{}》一文曾报道，",
]
KINDS = ["云岭县食堂运营评估", "云岭县农户生活状况调查", "云岭县稻虾产业情况", "青年居住蓝皮书（2022）"]
FINDINGS = [
    ("平均客单价为18.5元", "平均客单价只有{}元", "18.5", "15.8"),
    ("户均贷款余额46万元", "户均贷款余额{}万元", "46", "64"),
    ("小龙虾年产量3.4万吨", "小龙虾年产量{}万吨", "3.4", "34"),
    ("学生近视率较上年上升2.3个百分点", "学生近视率较上年上升{}个百分点", "2.3", "3.2"),
]


def sums(paper: str, said: str, quoting: str) -> list[tuple[str, str]]:
    """Return kind and sum of what a paper of a title and a text that quotes it contradict each other in."""
    texts = [
        {"title": paper, "date": "2020-05-06", "text": said},
        {"title": "手记", "date": "2023-02-06", "text": quoting},
    ]
    return [(one.kind, one.sum) for one in find_conflicts(located(texts, builtin_knowledge()))]


@every(("naming", "paper"), [*product(NAMING, KINDS)])
def test_that_a_paper_named_in_any_way_is_the_one_whose_word_it_is(naming: str, paper: str) -> None:
    for said, told, right, wrong in FINDINGS:
        begun = naming.format(paper)
        assert [kind for kind, _ in sums(paper, f"{said}。", f"{begun}{told.format(wrong)}。")] == [
            "转引有误"
        ]
        assert sums(paper, f"{said}。", f"{begun}{told.format(right)}。") == []
        assert sums(f"另一份{paper}", f"{said}。", f"{begun}{told.format(wrong)}。") == []


def test_that_a_share_of_a_thousand_is_not_quoted_as_one_of_a_hundred() -> None:
    paper = "云岭县妇幼健康监测报告"
    said = "出生缺陷发生率5.6‰。"
    quoting = f"《{paper}》里写得清清楚楚，出生缺陷发生率{{}}。"
    assert sums(paper, said, quoting.format("5.6%")) == [("转引有误", "5.6 − 0.56 = 5.04%")]
    assert sums(paper, said, quoting.format("5.6‰")) == []
    assert sums(paper, said, quoting.format("0.56%")) == []


def test_that_what_a_quotation_ends_in_is_what_it_quotes_where_one_finding_is_that() -> None:
    paper = "农村住户耐用品情况"
    quoting = f"《{paper}》显示，当地农村每百户已有空调{{}}台。"
    assert sums(paper, "每百户拥有：洗碗机1台，空调37台，电冰箱96台。", quoting.format(73))
    assert sums(paper, "每百户拥有：洗碗机1台，空调37台，电冰箱73台。", quoting.format(73)) == []


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("2018年，云岭县粮食产量46万吨。", "2019年，云岭县粮食产量64万吨"),
        ("云岭县粮食产量46万吨，青岚县粮食产量64万吨。", "粮食产量64万吨"),
        ("云岭县粮食产量46万吨。", "青岚县粮食产量64万吨"),
        ("云岭县粮食产量同比增长4.6%。", "云岭县粮食产量环比增长6.4%"),
        ("云岭县粮食产量增长4.6%。", "云岭县粮食产量占全省的6.4%"),
    ],
)
def test_that_another_year_place_or_measure_of_a_paper_is_not_what_was_quoted(said: str, quoted: str) -> None:
    assert sums("粮食生产情况", said, f"翻开《粮食生产情况》，{quoted}。") == []


@pytest.mark.parametrize(
    "told",
    [
        "共收到64万元贷款，登记在《云岭县农户生活状况调查》里",
        "《云岭县农户生活状况调查》、《云岭县食堂运营评估》等2份文件说户均贷款余额64万元",
        "《云岭县民宿管理办法》施行，户均贷款余额64万元",
    ],
)
def test_that_no_paper_is_the_source_of_what_it_is_not_named_for(told: str) -> None:
    text = {"title": "手记", "date": "2023-02-06", "text": f"{told}。"}
    assert {one.statistic.source for one in located([text], builtin_knowledge())} <= {""}
