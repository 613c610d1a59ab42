"""What a check finds: one verdict for a quotation or a figure, with the place it was compared to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.model.span import Span


class Verdict(StrEnum):
    """How a quotation or a figure of a paper stands to a source."""

    SAME = "same"
    CHANGED = "changed"
    CUT = "cut"
    NOT_FOUND = "not_found"


class Checked(StrEnum):
    """What was checked."""

    QUOTATION = "quotation"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on ``paper`` (a span of the paper); ``source`` is the span of the source it was compared to."""

    checked: Checked
    verdict: Verdict
    paper: Span
    source: Span | None = None
