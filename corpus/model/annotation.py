"""Annotations: what a person marked, wrote and tagged, and how its place is found again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.model.span import Span


class Colour(StrEnum):
    """The eight highlight colours, in the order of the keys 1 to 8."""

    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    ORANGE = "orange"
    GREY = "grey"


class MarkStyle(StrEnum):
    """How a marked place is drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"


class AnchorStatus(StrEnum):
    """How well a note's place was found."""

    PLACED = "placed"
    APPROXIMATE = "approximate"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Selector:
    """A quote with up to 32 characters of context on either side (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a selector was found: ``span`` is ``None`` for an orphan; ``confidence`` from 0 to 1."""

    span: Span | None
    status: AnchorStatus
    confidence: float


Sides = tuple[float, float, float, float]
"""Left, top, right and bottom as shares (0 to 1) of a page's width and height."""


@dataclass(frozen=True, slots=True)
class Region:
    """A box on page ``page`` (from 1) of a file; its sides are shares of the page's width and height.

    ``picture`` is the id of what was drawn of it; ``holds`` tells that the note's span is the text in the box, not
    only the text nearest to it.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    picture: str = ""
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark or note of a person; ``span`` is a span of the article's original.

    ``article`` is empty for a note tied to no place. ``created`` and ``modified`` are ISO times (UTC).
    ``private`` notes stay at home when a report is handed on. ``extra`` is a JSON object of what another program
    told about it and ours has no field for.
    """

    id: str
    article: str
    selector: Selector
    span: Span | None
    colour: Colour = Colour.YELLOW
    style: MarkStyle = MarkStyle.HIGHLIGHT
    note: str = ""
    tags: tuple[str, ...] = ()
    creator: str = ""
    created: str = ""
    modified: str = ""
    status: AnchorStatus = AnchorStatus.PLACED
    confidence: float = 1.0
    private: bool = False
    extra: str = ""
    region: Region | None = None
