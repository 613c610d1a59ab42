"""Facts as JSON: what is as usual is not written, and read all the same where a version before wrote it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.payload import fact_from_json, fact_to_json

PLAIN = PlatformFact("p1", "拼多多", "founded", "出身", {"text": "2015年成立"}, Span(3, 9))
WHOLE = {
    "id": "p1", "platform": "拼多多", "predicate": "founded", "label": "出身", "value": {"text": "2015年成立"},
    "evidence": {"start": 3, "end": 9}, "article": "", "date": "", "inferred": False, "status": "extracted",
    "own": False,
}  # fmt: skip


@pytest.mark.parametrize(
    "fact",
    [
        PLAIN,
        replace(PLAIN, article="a1", date="2015-09", inferred=True, status=FactStatus.EDITED, own=True),
    ],
)
def test_that_a_fact_comes_back(fact: PlatformFact) -> None:
    assert fact_from_json(fact_to_json(fact)) == fact


def test_that_what_is_as_usual_is_not_written_but_read() -> None:
    assert len(fact_to_json(PLAIN)) < len(json.dumps(WHOLE, ensure_ascii=False)) * 2 / 3
    assert fact_from_json(json.dumps(WHOLE)) == PLAIN
