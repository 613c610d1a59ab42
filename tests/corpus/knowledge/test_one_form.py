"""Figures of one thing told in several forms: a pace or a growth, a part of its whole from either side."""

from __future__ import annotations

import pytest

from corpus.knowledge.comparing.conflicts import find_agreements, find_conflicts
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located
from tests.lines import every


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


GROWN = "2023年，黎川省{what}比上年{moved}{much}%。"
RISES = [
    "2023年，黎川省{what}{pace}为{much}%。",
    "黎川省2023年{what}{pace}达{much}%。",
    "黎川省2023年{what}同比{pace}{much}%。",
]


@every("form", RISES)
@every(
    ("what", "moved", "pace"),
    [
        ("居民消费价格", "上涨", "涨幅"),
        ("工业生产者出厂价格", "下降", "降幅"),
        ("新房价格", "下跌", "跌幅"),
        ("地区生产总值", "增长", "增速"),
        ("地区生产总值", "增长", "增幅"),
    ],
)
def test_that_a_pace_is_held_against_the_growth_it_tells(form: str, what: str, moved: str, pace: str) -> None:
    told = GROWN.format(what=what, moved=moved, much="2.9")
    assert relation(told, form.format(what=what, pace=pace, much="1.2")) == "contradiction"
    assert relation(told, form.format(what=what, pace=pace, much="2.9")) == "agreement"


def test_that_a_rise_and_a_fall_by_so_much_are_two() -> None:
    told = GROWN.format(what="新房价格", moved="上涨", much="2.9")
    assert relation(told, "2023年，黎川省新房价格跌幅为2.9%。") == "contradiction"


def test_that_the_economy_of_a_place_grows_as_its_product_does() -> None:
    told = GROWN.format(what="地区生产总值", moved="增长", much="6.2")
    assert relation(told, "2023年，黎川省经济增长4.8%。") == "contradiction"
    assert relation(told, "黎川省2023年经济增速为6.2%。") == "agreement"
    assert relation(told, "黎川省2023年数字经济增长4.8%。") == "neither"


@pytest.mark.parametrize(
    "other",
    [
        "2023年，黎川省居民消费价格累计涨幅为1.2%。",
        "2023年，黎川省居民消费价格最高涨幅为1.2%。",
        "2023年，黎川省居民消费价格平均涨幅为1.2%。",
        "2023年，黎川省涨幅为1.2%。",
        "2023年，黎川省居民消费价格和出厂价格涨幅为1.2%。",
    ],
)
def test_that_a_pace_of_another_time_or_thing_is_held_against_none(other: str) -> None:
    assert relation(GROWN.format(what="居民消费价格", moved="上涨", much="2.9"), other) == "neither"


@pytest.mark.parametrize(
    "form",
    [
        "2023年末，云麓省发电总装机中可再生能源装机占{much}%。",
        "2023年末，云麓省可再生能源装机占全部发电装机的比例为{much}%。",
        "2023年末，云麓省可再生能源装机占发电装机的比重达{much}%。",
    ],
)
def test_that_a_part_and_its_whole_are_one_share_from_either_side(form: str) -> None:
    told = "2023年末，云麓省可再生能源装机占发电总装机的51.7%。"
    assert relation(told, form.format(much="43.2")) == "contradiction"
    assert relation(told, form.format(much="51.7")) == "agreement"
    assert relation(told, "2023年末，云麓省风电装机占发电总装机的43.2%。") == "neither"
    assert relation(told, "2023年末，云麓省可再生能源装机占全国发电总装机的4.2%。") == "neither"
