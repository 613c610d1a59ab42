"""Floors of precision and recall on labelled sets of our own wording, one for each set and genre."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.knowledge import Knowledge
from tests.scoring.conflicts import score_conflicts
from tests.scoring.counts import Counts
from tests.scoring.figures import score
from tests.scoring.others import score_firms, score_numbers, score_trends
from tests.scoring.tables import score_tables

LABELLED = Path(__file__).parent / "labelled"


@cache
def knowledge() -> Knowledge:
    """Return what the built-in pack knows."""
    return builtin_knowledge()


def labelled(name: str) -> list[dict[str, Any]]:
    """Return the labelled items of a set."""
    return [
        json.loads(line) for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def assert_at_least(counts: Counts, precision: float, recall: float) -> None:
    """Fail where a set falls below its floor, and show what was wrong."""
    shown = "\n".join(counts.notes[:40])
    assert counts.precision >= precision, shown
    assert counts.recall >= recall, shown


@pytest.mark.parametrize(
    ("genre", "precision", "recall"),
    [
        ("finance flash", 0.85, 0.92),
        ("company notice", 0.95, 0.92),
        ("industry report", 0.87, 0.87),
        ("survey", 0.8, 0.74),
        ("interview and feature", 0.9, 0.77),
        ("communique", 0.95, 0.93),
        ("platform and brand", 0.96, 0.93),
        ("academic and yearbook", 0.95, 0.92),
    ],
)
def test_that_figures_and_metrics_of_a_genre_stay_above_their_floor(
    genre: str, precision: float, recall: float
) -> None:
    items = [one for one in labelled("statistics") if one["genre"] == genre]
    genres, _ = score(items, knowledge())
    assert_at_least(genres[genre], precision, recall)


def test_that_numbers_stay_above_their_floor() -> None:
    assert_at_least(score_numbers(labelled("numbers")), 0.78, 0.9)


def test_that_names_and_their_other_forms_stay_above_their_floor() -> None:
    found = score_firms(labelled("firms"), knowledge())
    assert_at_least(found["mentions"], 0.92, 0.72)
    assert_at_least(found["aliases"], 0.85, 0.6)


def test_that_contradictions_and_agreements_stay_above_their_floor() -> None:
    found = score_conflicts(labelled("conflicts"), knowledge())
    assert_at_least(found["contradiction"], 0.95, 0.55)
    assert_at_least(found["agreement"], 0.95, 0.45)


def test_that_cells_of_tables_stay_above_their_floor() -> None:
    assert_at_least(score_tables(labelled("tables"), knowledge()), 0.95, 0.95)


def test_that_sentences_of_a_trend_stay_above_their_floor() -> None:
    assert_at_least(score_trends(labelled("trends"), knowledge())["told"], 0.95, 0.9)
