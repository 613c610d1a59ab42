"""A sentence without an end: its numbers are read in what stands near them, and that is read once for many."""

from __future__ import annotations

from typing import Final

import pytest

from corpus.audit.paper import paper_figures
from corpus.audit.paper.paper_figures import figures_in

THINGS: Final = ("产量", "销售额", "用户规模", "门店数", "出口额")


def paper(many: int) -> str:
    """Return one sentence with so many numbers."""
    return "，".join(f"青禾县{THINGS[at % 5]}增长{at + 1}.{at % 9 + 1}%" for at in range(many)) + "。"


@pytest.mark.parametrize("many", [10, 100, 280])
def test_that_numbers_of_a_long_sentence_share_their_surroundings(many: int) -> None:
    told = paper(many)
    found = figures_in(told, (), ())
    assert len(found) == many
    most = len(told) // paper_figures._STRETCH + 1
    assert len({one.sentence for one in found}) <= most


@pytest.mark.parametrize("many", [10, 100, 280])
def test_that_a_number_stands_amid_whole_clauses_near_it(many: int) -> None:
    told = paper(many)
    for one in figures_in(told, (), ()):
        first = one.start - one.number.span.start
        last = first + len(one.sentence)
        assert told[first:last] == one.sentence
        assert first == 0 or (told[first - 1] == "，" and one.start - first >= paper_figures._NEAR)
        assert last == len(told) or (told[last] == "，" and last - one.start >= paper_figures._NEAR)
        assert one.number.span.of(one.sentence) in told[one.span.start : one.span.end]
