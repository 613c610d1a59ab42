"""Facts as JSON: what is as usual is not written, and read all the same where a version before wrote it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.sqlite.payload import (
    FACT_COLUMNS,
    beside_columns,
    fact_from_json,
    fact_of_row,
    fact_to_json,
    row_of_fact,
)

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


@pytest.mark.parametrize(
    ("fact", "stands"),
    [
        (PLAIN, ()),
        (replace(PLAIN, article="a1", date="2015-09", status=FactStatus.EDITED, own=True), ()),
        (PLAIN, ("o1", "a1", Span(5, 11))),
    ],
)
def test_that_a_fact_comes_back_of_its_row_where_what_its_columns_tell_is_told_once(
    fact: PlatformFact, stands: tuple[str, str, Span] | tuple[()]
) -> None:
    row = dict(zip(FACT_COLUMNS, row_of_fact(fact, *stands), strict=True))
    assert fact_of_row(row) == fact  # type: ignore[arg-type]  # a row is asked by names only
    assert fact_of_row(row | {"payload": json.dumps(json.loads(fact_to_json(fact)))}) == fact or stands  # type: ignore[arg-type]
    assert not {"platform", "predicate"} & json.loads(str(row["payload"])).keys()
    assert ("evidence" in str(row["payload"])) is bool(stands)


@pytest.mark.parametrize("payload", ["", "no JSON", "[1]", "7"])
def test_that_a_payload_that_cannot_be_read_stays_as_it_is(payload: str) -> None:
    assert beside_columns(payload, "p1", "a1", "拼多多", "founded", "", 3, 9) == payload


def test_that_what_is_as_usual_is_not_written_but_read() -> None:
    assert len(fact_to_json(PLAIN)) < len(json.dumps(WHOLE, ensure_ascii=False)) * 2 / 3
    assert fact_from_json(json.dumps(WHOLE)) == PLAIN
