"""What is counted of a record: the fields a reference lacks, and those that wait for a nod."""

from __future__ import annotations

import json

from corpus.model.completeness import missing_of
from corpus.model.record import CorrectedFields, Item, record_of, type_of


def count_missing(item: Item, title: str) -> int:
    """Return how many fields a reference to an article of this title lacks."""
    return len(missing_of({"title": title, **item, "type": type_of(item)}))


def fields_missing(derived: str, corrected: str, title: str) -> int:
    """Return how many fields a record kept as JSON lacks; for SQL."""
    return count_missing(
        record_of(json.loads(derived), {}, CorrectedFields(json.loads(corrected))).item, title
    )


def fields_proposed(derived: str, corrected: str) -> int:
    """Return how many fields of a record kept as JSON wait for a nod; for SQL."""
    return len(record_of(json.loads(derived), {}, CorrectedFields(json.loads(corrected))).proposals)
