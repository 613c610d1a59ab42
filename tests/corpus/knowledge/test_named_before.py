"""Whose a figure is whose own clause names nobody, and what it measures when its time stands within its metric."""

from __future__ import annotations

import pytest

from corpus.knowledge.comparing.conflicts import find_agreements, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.source import Metadata
from corpus.model.statistic import Statistic
from corpus.scoring.conflicts import located
from corpus.text.sentences import sentences
from tests.lines import every

TOLD_OF = [
    ("岚谷县", "森林覆盖率", "61.3%", "54.8%"),
    ("荔塘镇", "荔枝产量", "4.2万吨", "5.9万吨"),
    ("柳溪大学", "研究生招生人数", "2340人", "3240人"),
    ("云溪博物馆", "接待观众", "85.6万人次", "91.4万人次"),
    ("青禾科技", "营业收入", "46.2亿元", "52.8亿元"),
]
"""Bodies and places with what they have, and two figures of it that cannot both stand."""
FRAMES = [
    "{who}日前公布了年度数据。2023年，其{what}为{much}。",
    "记者从{who}获悉，2023年其{what}为{much}。",
    "在{who}，2023年的{what}是{much}。",
    "{who}并不起眼，2023年{what}也不过{much}。",
    "这一年，{who}交出了答卷——2023年{what}{much}。",
    "{who}（2023年{what}{much}）今年另有打算。",
]
NOBODYS = [
    "{who}与云岭科技签约。2023年，其{what}为{much}。",
    "云岭科技落户{who}。2023年，其{what}为{much}。",
    "{who}的对手不少，2023年{what}为{much}。",
    "{who}附近很热闹，2023年{what}为{much}。",
    "与{who}相比，2023年{what}高出不少，为{much}。",
    "{who}、云岭科技都不起眼，2023年{what}为{much}。",
    "{who}不远。那一带，2023年{what}为{much}。",
]
"""Where two may be meant, or somebody else is."""


def first(text: str) -> Statistic:
    """Return the first figure of a text written in June 2024."""
    context = derive_context(text, title="见闻", metadata=Metadata(date="2024-06-11"))
    return extract(text, sentences(text), builtin_knowledge(), context).statistics[0]


def relation(told: str, other: str) -> str:
    """Return what the figures of two texts of one year say of one another."""
    texts = [
        {"title": title, "text": text, "date": "2024-06-11"}
        for title, text in (("简报", told), ("见闻", other))
    ]
    figures = located(texts, builtin_knowledge())
    if find_conflicts(figures):
        return "contradiction"
    return "agreement" if find_agreements(figures) else "neither"


@every("frame", FRAMES)
@every(("who", "what", "much", "other"), TOLD_OF, ids=[one[0] for one in TOLD_OF])
def test_that_a_figure_is_of_whom_it_points_back_to(
    frame: str, who: str, what: str, much: str, other: str
) -> None:
    plain = f"2023年{who}{what}{much}。"
    assert relation(plain, frame.format(who=who, what=what, much=other)) == "contradiction"
    assert relation(plain, frame.format(who=who, what=what, much=much)) == "agreement"


@pytest.mark.parametrize(("who", "what", "much", "other"), [*TOLD_OF[:2], TOLD_OF[-1]])
def test_that_what_a_place_or_a_firm_tells_a_reporter_is_its_own(
    who: str, what: str, much: str, other: str
) -> None:
    assert (
        relation(f"2023年{who}{what}{much}。", f"记者从{who}了解到，去年{what}为{other}。") == "contradiction"
    )


@every("frame", NOBODYS)
@every(("who", "what", "much", "other"), TOLD_OF, ids=[one[0] for one in TOLD_OF])
def test_that_a_figure_two_may_have_is_held_against_none(
    frame: str, who: str, what: str, much: str, other: str
) -> None:
    plain = f"2023年{who}{what}{much}。"
    assert relation(plain, frame.format(who=who, what=what, much=other)) == "neither"


def test_that_what_is_taken_from_a_sentence_before_is_named_as_inherited() -> None:
    assert "subject" in first("青禾科技日前公布了数据。2023年，其营业收入为52.8亿元。").inherited
    assert "region" in first("岚谷县并不起眼，2023年森林覆盖率也不过54.8%。").inherited


def test_that_what_points_back_does_not_reach_over_a_paragraph() -> None:
    assert not first("柳溪大学日前公布了数据。\n2023年，其研究生招生人数为3240人。").subject


@pytest.mark.parametrize("when", ["11月", "2023年11月", "上半年", "第三季度", "1—10月"])
def test_that_the_time_within_a_metric_is_no_part_of_it(when: str) -> None:
    assert "成交均价" in first(f"江阙市新建商品住宅{when}成交均价，21300元/平方米。").metric
    assert when not in first(f"江阙市新建商品住宅{when}成交均价，21300元/平方米。").metric


@pytest.mark.parametrize("what", ["营业收入", "净利润", "研发投入", "销量", "产量", "旅客吞吐量"])
def test_that_a_year_told_by_two_digits_is_one_near_the_day_of_writing(what: str) -> None:
    assert first(f"青禾科技22年{what}为5.3亿元。").period.start == "2022-01-01"
    assert not first(f"青禾科技41年{what}为5.3亿元。").period.start
    for told in ("用了", "花", "成立", "连续"):
        assert not first(f"青禾科技{told}22年{what}达5.3亿元。").period.start
