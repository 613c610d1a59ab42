"""What a figure is called in one line: each thing once."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.document.places import COUNTRY
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from desktop.wording.headlines import headline, region_beside


def figure(region: str, subject: str) -> Statistic:
    return Statistic("f", "网络零售额", None, "亿元", Span(0, 9), Span(2, 5), subject, region)


@pytest.mark.parametrize(("region", "subject"), [*product(sorted(COUNTRY), repeat=2), ("山城", "山城")])
def test_a_place_that_the_subject_names_is_not_named_twice(region: str, subject: str) -> None:
    one = figure(region, subject)
    assert region_beside(one) == ""
    assert headline(one) == f"{subject} · 网络零售额"


@pytest.mark.parametrize(
    ("region", "subject"), [("全国", "山城"), ("山城", "全国"), ("全国", ""), ("", "全国")]
)
def test_a_place_that_the_subject_does_not_name_is_told(region: str, subject: str) -> None:
    assert region_beside(figure(region, subject)) == region
