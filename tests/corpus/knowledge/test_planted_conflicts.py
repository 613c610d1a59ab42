"""Thirty planted contradictions among a hundred pairs that only look like one."""

from __future__ import annotations

from corpus.scoring.planted import look_alikes, planted, score_planted


def test_that_planted_contradictions_are_found_among_those_that_only_look_so() -> None:
    assert (len(list(planted())), len(list(look_alikes()))) == (30, 100)
    (counts,) = score_planted().values()
    assert counts.precision >= 0.95, counts.notes
    assert counts.recall >= 0.8, counts.notes
