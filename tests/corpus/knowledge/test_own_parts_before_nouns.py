"""Names told by their own part with a noun of companies right behind them: figures, posts and courts."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every

NAMES = ("云峤生物", "石枫光电", "砚溪科技", "沐岭食品")
SAID = (
    "{}纯利2.3亿港元。",
    "{}巨亏12亿元。",
    "{}账面亏了4700万元。",
    "{}销量达3.2万辆。",
    "{}广告收入2.04亿元。",
    "{}一审败诉。",
    "{}新推燕麦奶“夏禾”。",
    "{}二月底撤出了老街。",
    "{}装机量冲到210万。",
)


@every(("said", "name"), list(product(SAID, NAMES)))
def test_that_a_name_is_found_before_a_noun_of_companies(said: str, name: str) -> None:
    assert [one.text for one in find_names(said.format(name))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "进口食品销量达3.2万吨。",
        "全国生物制品收入增长两成。",
        "本地家电销量达3.2万台。",
        "农村食品一审案件减少。",
    ],
)
def test_that_a_trade_before_such_a_noun_is_none(text: str) -> None:
    assert [one.text for one in find_names(text)] == []
