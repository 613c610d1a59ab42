"""Thirty planted contradictions among a hundred pairs that only look like one."""

from __future__ import annotations

from corpus.knowledge.comparing.conflicts import find_agreements
from corpus.scoring.planted import figures, look_alikes, planted, score_planted


def test_that_planted_contradictions_are_found_among_those_that_only_look_so() -> None:
    assert (len(list(planted())), len(list(look_alikes()))) == (30, 100)
    (counts,) = score_planted().values()
    assert counts.precision >= 0.95, counts.notes
    assert counts.recall >= 0.8, counts.notes


def test_that_what_is_told_on_the_word_of_a_document_does_not_bear_it_out() -> None:
    origin = ("白河市外贸年报", "2021年白河市进出口总额为420亿元。")
    alone = ("另一份统计", "2021年，白河市进出口总额为420亿元。")
    citing = ("外贸随笔", "《白河市外贸年报》显示，2021年白河市进出口总额为420亿元。")
    assert find_agreements(figures((origin, alone)))
    assert not find_agreements(figures((origin, citing)))
