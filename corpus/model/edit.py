"""Repairs: edits of an article's original text, and the state each one is in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RepairClass(StrEnum):
    """What a repair touches, which decides whether it may be applied unasked."""

    FORM = "form"
    WORDING = "wording"
    FACT = "fact"


class Certainty(StrEnum):
    """How sure a rule is of the repair it proposes."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class RepairState(StrEnum):
    """Where a repair stands in the ledger."""

    APPLIED = "applied"
    OFFERED = "offered"
    UNDONE = "undone"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair of an article: ``original[start:end] == before`` becomes ``after``.

    ``kind`` is a key of the repair table (``corpus.text.repairs``), ``start`` and ``end`` are code points of
    the article's original text. ``after`` is ``None`` where a defect is only reported and nothing can be put
    in its place; such an edit is never applied.
    """

    id: str
    kind: str
    repair_class: RepairClass
    start: int
    end: int
    before: str
    after: str | None
    certainty: Certainty
    state: RepairState = RepairState.OFFERED

    @property
    def applied(self) -> bool:
        """Tell whether the edit is part of the clean text."""
        return self.state is RepairState.APPLIED
