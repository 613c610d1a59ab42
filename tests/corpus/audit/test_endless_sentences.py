"""A sentence without an end: what is read for one of its numbers does not grow with it."""

from __future__ import annotations

import pytest

from corpus.audit.numbers import amounts, stated_numbers, told_with, topics
from corpus.audit.numbers.clauses import clause_around
from corpus.audit.paper.paper_figures import figures_in, unread_in
from corpus.model.span import Span
from corpus.model.statistic import NumberMention


@pytest.mark.parametrize("part", ["户数增加{} ", "入库{}、", "店员{}，"])
def test_that_what_is_read_for_a_number_does_not_grow_with_its_sentence(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    told = topics.topics_in

    def counted(text: str, mentions: tuple[NumberMention, ...], start: int, end: int) -> frozenset[str]:
        read.append(end - start)
        return told(text, mentions, start, end)

    for module in (amounts, told_with):
        monkeypatch.setattr(module, "topics_in", counted)
    sums = []
    for many in (75, 300):
        read.clear()
        found = stated_numbers.numbers_in("".join(part.format(1001 + n) for n in range(many)))
        assert len(found) == many
        sums.append(sum(read) / many)
    assert sums[1] < 1.3 * sums[0]


def test_that_a_clause_without_marks_ends() -> None:
    start, end = clause_around("字" * 5000, Span(2000, 2004))
    assert end - start < 1000


def test_that_a_number_of_which_nothing_says_what_it_is_is_not_looked_up() -> None:
    assert figures_in("1. 2. 7. 8. 9", (), ()) == ()
    assert [one.number.value for one in figures_in("网店有7家，2318", (), ())] == [7, 2318]


def test_that_what_goes_on_after_too_many_numbers_is_named_not_read() -> None:
    some = "".join(f"入库{1001 + n}件、" for n in range(600))
    paper = f"店员有52人。{some}。店员有53人。"
    read = [one for one in figures_in(paper, (), ()) if one.start < len(paper) - 9]
    (rest,) = unread_in(paper)
    assert 300 <= len(read) < 600
    assert read[-1].number.value + 1 == int(rest.of(paper)[:4])
    assert rest.end == paper.index("店员有53人")
    assert [one.number.value for one in figures_in(paper, (), ())][-1] == 53
    assert unread_in("".join(f"入库{1001 + n}件。" for n in range(600))) == ()


def test_that_a_sentence_that_goes_on_with_an_endless_one_is_read() -> None:
    before = "".join(f"入库{1001 + n}件、" for n in range(900))
    found = stated_numbers.numbers_in(f"{before}。其中店员有52人。", len(before) + 1)
    assert [one.value for one in found] == [52]
    assert "店员" in found[0].near


def test_that_of_an_endless_sentence_only_what_is_near_goes_with_a_number() -> None:
    paper = f"{'字' * 30_000}，店员有52人{'，再无别的话' * 5000}，网店有73家。"
    found = figures_in(paper, (), ())
    assert [one.number.span.of(one.sentence) for one in found] == ["52", "73"]
    assert all(len(one.sentence) < 3000 for one in found)
    assert [paper[one.start : one.start + 2] for one in found] == ["52", "73"]
    assert [one.span.of(paper) for one in found] == ["店员有52人", "网店有73家"]
