"""Floors of precision and recall on labelled sets of our own wording: ``labelled/floors.toml`` states them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.knowledge import Knowledge
from corpus.scoring.conflicts import score_conflicts
from corpus.scoring.counts import Counts
from corpus.scoring.figures import score
from corpus.scoring.others import score_firms, score_numbers, score_trends
from corpus.scoring.tables import score_tables

LABELLED = Path(__file__).parent / "labelled"
PARTS = ("genre", "part")
"""By what the items of a set are told apart."""
MEASURED_ELSEWHERE = {"documents", "document_pairs"}
"""Whole documents, which ``test_document_figures`` and ``test_conflicts_in_context`` read."""
Items = Sequence[Mapping[str, Any]]


@cache
def knowledge() -> Knowledge:
    """Return what the built-in pack knows."""
    return builtin_knowledge()


def measured_figures(items: Items) -> dict[str, Counts]:
    """Return how figures of all genres together were read, and each of their fields."""
    genres, fields = score(items, knowledge())
    whole = Counts()
    for one in genres.values():
        whole.add(one)
    return {**fields, "figures": whole}


SCORERS: dict[str, Callable[[Items], Mapping[str, Counts]]] = {
    "figures": measured_figures,
    "numbers": lambda items: {"numbers": score_numbers(items)},
    "names_and_facts": lambda items: score_firms(
        [{"mentions": [], "aliases": [], **one} for one in items], knowledge()
    ),
    "conflicts": lambda items: score_conflicts(items, knowledge()),
    "tables": lambda items: {"cells": score_tables(items, knowledge())},
    "trends": lambda items: score_trends(items, knowledge()),
}


@cache
def table() -> dict[str, list[dict[str, Any]]]:
    """Return the floors as they are written, by the scorer that measures them."""
    return tomllib.loads((LABELLED / "floors.toml").read_text(encoding="utf-8"))


def floors() -> Iterator[Any]:
    """Yield the floors of each set with the scorer that measures it."""
    for scorer, sets in table().items():
        for one in sets:
            name = " ".join([one["set"], *(one[part] for part in PARTS if part in one)])
            yield pytest.param(scorer, one, id=name)


@pytest.mark.parametrize(("scorer", "floor"), list(floors()))
def test_that_a_labelled_set_stays_above_its_floors(scorer: str, floor: dict[str, Any]) -> None:
    wanted = {part: floor[part] for part in PARTS if part in floor}
    lines = (LABELLED / f"{floor['set']}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [one for one in map(json.loads, lines) if all(one[part] == wanted[part] for part in wanted)]
    assert items
    found = SCORERS[scorer](items)
    for measure in floor.keys() - {"set", *PARTS}:
        precision, recall = floor[measure]
        counts, shown = found[measure], "\n".join(found[measure].notes[:40])
        assert (counts.precision >= precision, counts.recall >= recall) == (True, True), shown


def test_that_every_labelled_set_is_measured() -> None:
    named = {one["set"] for sets in table().values() for one in sets}
    assert {one.stem for one in LABELLED.glob("*.jsonl")} - named == MEASURED_ELSEWHERE
