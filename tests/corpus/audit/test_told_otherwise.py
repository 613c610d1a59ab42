"""Opposites, accounts, losses and places that a figure of a paper is never confirmed by in place of its own."""

from __future__ import annotations

import pytest

from corpus.audit.compared.figures import compare_figures
from corpus.audit.verdict import Verdict
from corpus.knowledge.phrases.metrics import opposites
from tests.lines import every


@every(("one", "other"), [*opposites(), *(pair[::-1] for pair in opposites())])
def test_that_a_word_is_never_told_for_its_opposite(one: str, other: str) -> None:
    told = [compare_figures(f"渡口{word}的有4186人。", f"渡口{other}的有4186人。") for word in (one, other)]
    assert [found is not None and found.verdict is Verdict.SAME for found in told] == [False, True]


@pytest.mark.parametrize("one", ["收入", "利润", "成本", "支出", "资产", "负债", "市值", "纳税", "工资"])
def test_that_a_sum_of_one_account_is_none_of_another(one: str) -> None:
    for other in ("收入", "利润", "成本", "支出", "资产", "负债", "市值", "纳税", "工资"):
        found = compare_figures(f"渡口公司的{one}为41.86亿元。", f"渡口公司的{other}为41.86亿元。")
        assert (found is not None and found.verdict is Verdict.SAME) is (one == other)


@pytest.mark.parametrize("word", ["净亏损", "亏损"])
def test_that_a_loss_that_narrows_is_told_of_itself_and_not_of_what_the_clause_before_tells(
    word: str,
) -> None:
    stated = f"鹭江公司营业收入增长12.4%，{word}同比收窄三分之一。"
    for known in (
        f"鹭江公司{word}同比收窄三分之一，营业收入增长12.4%。",
        f"鹭江公司营业收入增长12.4%，毛利率上升5.1个百分点，{word}收窄约三分之一。",
    ):
        found = compare_figures(stated, known)
        assert found is not None
        assert found.verdict is Verdict.SAME
    less = compare_figures(stated, f"鹭江公司营业收入增长12.4%，{word}同比收窄五分之一。")
    assert less is not None
    assert less.verdict is Verdict.CHANGED


@pytest.mark.parametrize("joint", ["，而", "，", "，但"])
def test_that_a_clause_of_another_place_is_compared_with_what_is_told_of_that(joint: str) -> None:
    stated = f"2025年，浙江一般公共预算收入增长4.2%{joint}吉林省一般公共预算收入增长13.5%。"
    for known, wanted in (("13.5%", Verdict.SAME), ("13.3%", Verdict.CHANGED)):
        found = compare_figures(stated, f"2025年，吉林省一般公共预算收入增长{known}。")
        assert found is not None
        assert found.verdict is wanted
