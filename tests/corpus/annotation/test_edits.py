"""Notes through kinds of edit of their text: found again where their words stand, never silently wrong."""

from __future__ import annotations

import pytest

from tests.benchmarks.generated import generate
from tests.benchmarks.text_edits import FUZZY, KINDS, survey

SPANS = 30
FLOORS = dict.fromkeys(FUZZY, 0.97)
"""Shares found again; of every other kind all, and of what was deleted nothing: it waits in the inbox."""


@pytest.mark.parametrize("spans", [SPANS, pytest.param(300, marks=pytest.mark.long)])
@pytest.mark.parametrize("kind", KINDS)
def test_that_notes_are_found_again(kind: str, spans: int) -> None:
    found = survey(kind, generate(9).text, spans)
    assert found.wrong == 0
    assert found.right >= spans * FLOORS.get(kind, 1)
