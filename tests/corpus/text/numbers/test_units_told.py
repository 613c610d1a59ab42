"""A scale word in the name of a unit counts nothing."""

from __future__ import annotations

import pytest

from corpus.text.numbers import find_numbers
from tests.lines import every

SCALES = ["百", "千", "十万", "百万", "千万", "亿", "百亿", "万亿"]


@every("scale", SCALES)
@every("unit", ["元", "吨", "人", "件", "户", "美元"])
@every("label", ["单位：{}", "表2 产量（单位：{}）", "(单位:{})", "单位： {}", "计量单位：人民币{}"])
def test_that_the_name_of_a_unit_is_no_number(scale: str, unit: str, label: str) -> None:
    told = label.format(scale + unit)
    assert not [one for one in find_numbers(told) if one.span.of(told).startswith(scale)]


@pytest.mark.parametrize("told", ["规模达万亿元", "上百家单位", "单位：3百万元", "增至十万吨"])
def test_that_scale_words_elsewhere_still_count(told: str) -> None:
    assert find_numbers(told)
