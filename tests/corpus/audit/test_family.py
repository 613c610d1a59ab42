"""A generated family of quotations and figures: the verdict is right, and nothing invented is called right."""

from __future__ import annotations

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.auditing import audit
from tests.benchmarks.audit_family import Case, figures, quotations, sources
from tests.benchmarks.generated import fill

FLOOR = 0.97
TEXTS, QUOTATIONS, FIGURES = 12, 40, 20


@pytest.fixture
def cases(library: Library) -> list[Case]:
    texts = sources(TEXTS, 23)
    fill(library, texts)
    return [*quotations(texts, QUOTATIONS, 3), *figures(texts, FIGURES, 5)]


def test_that_verdicts_are_right_and_nothing_invented_is_called_right(
    library: Library, cases: list[Case]
) -> None:
    right = 0
    for case in cases:
        found = [one.standing.value for one in audit(library, case.text)]
        right += len(found) == 1 and found[0] in case.right
        if case.kind in {"invented", "unheard", "other"}:
            assert set(found) <= {"not_found", "changed"}, case.text
    assert right / len(cases) >= FLOOR
