from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.words.questions import is_question, without_asking
from index.words.terms import Terms

if TYPE_CHECKING:
    from index.segment import Segmenter

ASKED: dict[str, set[str]] = {
    "2025年哪个省gdp增长最快": {"2025", "gdp", "增长", "最快"},
    "哪家公司市值最高": {"公司", "市值", "最高"},
    "哪类商品卖得最好": {"商品", "卖得", "最好"},
    "哪省的房价最高": {"房价", "最高"},
    "第几届进博会": set(),
    "多少家企业上市": {"企业", "上市"},
    "有多少人失业": {"失业"},
    "最低工资是多少钱": {"最低工资"},
    "什么时候开工": {"开工"},
    "直播是不是广告吗？": {"直播", "广告"},
}


@pytest.mark.parametrize(("asked", "words"), ASKED.items())
def test_what_only_says_how_is_asked_leaves_no_piece_among_the_words(
    asked: str, words: set[str], segmenter: Segmenter
) -> None:
    # Every string stands somewhere: a piece wrongly cut out would be looked for.
    terms = Terms(segmenter, {}, lambda _: (), lambda _: True)
    assert {s.text for s in terms.scored(asked)} >= words
    pieces = "".join(s.text for s in terms.scored(asked))
    assert not set("哪几个家类省届多少么钱吗") & set(pieces) - {c for w in words for c in w}
    assert is_question(asked)


@pytest.mark.parametrize(
    "told", ["几何平均数", "十几个城市", "好几家企业", "市场规模", "呢绒出口", "近几年的增长"]
)
def test_what_asks_nothing_stays_whole(told: str) -> None:
    assert without_asking(told) == told
    assert not is_question(told)


def test_a_question_of_nothing_else_keeps_its_words() -> None:
    assert without_asking("什么") == "什么"


def test_what_counts_a_number_is_no_piece_of_a_name(segmenter: Segmenter) -> None:
    terms = Terms(segmenter, {}, lambda _: (), lambda _: True)
    assert not {"年粮", "6年", "吨小"} & {s.text for s in terms.scored("2026年粮食产量58吨小麦")}
