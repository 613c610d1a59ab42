"""Figures that take the thing they are of from behind them, from their metric or from the clause before."""

from __future__ import annotations

import pytest

from corpus.knowledge.comparing.comparison import Topic, topic_of
from corpus.knowledge.comparing.conflicts import find_conflicts
from corpus.knowledge.phrases.metrics import key_of
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located


def topics(sentence: str) -> list[Topic | None]:
    """Return what the figures of a sentence, of a text without a title of its own, speak of."""
    text = {"title": "手记", "date": "2023-05-06", "text": sentence}
    return [topic_of(one.statistic) for one in located([text], builtin_knowledge())]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("2022年，藏书30万册的云亭图书馆。", "云亭图书馆"),
        ("今年云杉湖捕捞季收网，起鱼48吨。", "云杉湖"),
        ("2022年走进云亭博物馆的观众有300万人次。", "云亭博物馆"),
        ("1月8日，调查队在雁鸣泽记录到白鹤1270只。", "雁鸣泽"),
        ("1月8日，雁鸣泽白鹤为1263只。", "雁鸣泽"),
        ("以青禾股份为例，其2022年研发费用率为15%。", "青禾股份"),
        ("云亭大桥有3.2公里长。", "云亭大桥"),
        ("站在388米高的云亭电视塔上。", "云亭电视塔"),
    ],
)
def test_that_a_figure_is_of_the_thing_its_sentence_says_it_is(sentence: str, whose: str) -> None:
    (topic,) = topics(sentence)
    assert topic is not None
    assert topic.about == whose


@pytest.mark.parametrize(
    "sentence",
    [
        "记者从云亭图书馆获悉，2022年借出图书30万册。",
        "云亭图书馆和青溪图书馆先后开放，2022年借出图书30万册。",
        "市图书馆重新开放，2022年借出图书30万册。",
        "2022年，青禾港务开港，完成装卸48吨。",
    ],
)
def test_that_whose_account_it_is_and_a_thing_without_a_name_bear_nothing(sentence: str) -> None:
    assert [one for one in topics(sentence) if one is not None and "图书馆" in one.about + one.key] == []


@pytest.mark.parametrize("kind", ["号线长度", "号楼高度", "号机组"])
def test_that_numbered_things_are_one_however_the_number_is_written(kind: str) -> None:
    numerals = ("一", "三", "五", "十", "十二", "二十一")
    keys = {key_of(f"云亭地铁{one}{kind}") for one in numerals}
    assert keys == {key_of(f"云亭地铁{one}{kind}") for one in (1, 3, 5, 10, 12, 21)}
    assert len(keys) == len(numerals)


def test_that_what_an_unnamed_place_has_is_nobodys() -> None:
    assert topics("2022年，某县接待游客60万人次。") == [None]


@pytest.mark.parametrize("written", ["五一", "“五一”"])
@pytest.mark.parametrize("called", ["假期", "小长假"])
def test_that_a_holiday_in_quotation_marks_is_the_same_time(written: str, called: str) -> None:
    (topic,) = topics(f"{written}{called}，云亭古镇接待游客83.2万人次。")
    assert topic is not None
    assert (topic.start, topic.end) == ("2023-05-01", "2023-05-05")


def test_that_a_holiday_just_over_is_known_by_its_length() -> None:
    (topic,) = topics("五天假期，云亭古镇接待游客83.2万人次。")
    assert topic is not None
    assert (topic.start, topic.end) == ("2023-05-01", "2023-05-05")
    assert topics("八天假期，云亭古镇接待游客83.2万人次。") == [None]


@pytest.mark.parametrize("people", ["新增常住人口26万人", "60岁及以上人口260万人", "常住人口8.1万人"])
def test_that_a_sum_a_head_is_held_against_all_the_people_and_no_misreading(people: str) -> None:
    text = f"2022年，云岭市地区生产总值2912.9亿元，人均地区生产总值9.1万元。2022年，云岭市{people}。"
    figures = located([{"title": "云岭市公报", "date": "2023-01-20", "text": text}], builtin_knowledge())
    assert find_conflicts(figures) == ()


def test_that_a_sum_a_head_that_does_not_come_out_is_told() -> None:
    text = "2022年，云岭市地区生产总值2912.9亿元，人均地区生产总值9.1万元。2022年，云岭市常住人口520万人。"
    figures = located([{"title": "云岭市公报", "date": "2023-01-20", "text": text}], builtin_knowledge())
    assert [one.kind for one in find_conflicts(figures)] == ["推算不符"]
