"""What can be done with a selection or a mark: the commands between bar, menus, keys and the one who does them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from corpus.model.annotation import Colour


class Wish(Enum):
    """Something done with what is selected; the value is the end of its action's key (``reader.…``)."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    NOTE = "note"
    TAG = "tag"
    COPY = "copy"
    COPY_MARK = "copy_mark"
    LINK = "link"
    DRAFT = "draft"
    SEARCH = "search"
    FIGURE = "figure"
    FACT = "fact"
    WORD = "word"
    CORRECT = "correct"
    TITLE = "title"
    SPLIT = "split"

    @property
    def action(self) -> str:
        """Return the key of its action in the keymap."""
        return f"reader.{self.value}"


@dataclass(frozen=True, slots=True)
class UnderTrend:
    """Put the passage under the trend with this key, or take it out where a person put it there."""

    trend: str


class NoteWish(Enum):
    """Something done with a mark that stands already."""

    OPEN = "open"
    TAG = "tag"
    COPY = "copy"
    COPY_MARK = "copy_mark"
    LINK = "link"
    DRAFT = "draft"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Recolour:
    """Give a mark another colour."""

    colour: Colour
