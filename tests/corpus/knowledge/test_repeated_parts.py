"""What stands again in a text is read once, and told at every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.knowledge import statistics
from corpus.knowledge.document.frames import Frame, year_period
from corpus.knowledge.statistics import dated_numbers
from corpus.model.context import DocumentContext
from corpus.model.statistic import NumberMention
from corpus.text.numbers import find_numbers
from corpus.text.sentences import sentences

if TYPE_CHECKING:
    import pytest


def test_that_the_numbers_of_a_part_pasted_again_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, **known: int | None) -> tuple[NumberMention, ...]:
        read.append(text)
        return find_numbers(text, year=known["year"])

    monkeypatch.setattr(statistics, "find_numbers", counted)
    text = "5月增长3%。6月降2%。" * 3
    parts = sentences(text)
    stand = [Frame(year_period(2022 + place % 2)) for place in range(len(parts))]
    found = dated_numbers(text, parts, stand, DocumentContext())
    assert read == ["5月增长3%。", "6月降2%。"]
    assert [one.span.of(text) for one in found] == ["5月", "3%", "6月", "2%"] * 3
    assert [one.start_date[:7] for one in found if one.start_date] == ["2022-05", "2023-06"] * 3
