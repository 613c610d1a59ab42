"""A document ready to be searched: its text, the folded text of the same length, and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.fold import SAME_LENGTH, fold_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.document import IndexDocument


@dataclass(frozen=True, slots=True)
class Entry:
    """A searchable document; ``starts`` and ``ends`` are those of its sentences, ``folded`` is as long as ``text``."""

    id: str
    change: int
    text: str
    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    fields: Mapping[str, str]

    @classmethod
    def of(cls, document: IndexDocument) -> Entry:
        """Prepare a document; what lies outside its sentences belongs to the sentence before."""
        spans = document.sentences or ((0, len(document.text)),)
        return cls(
            document.id,
            document.change,
            document.text,
            fold_text(document.text, SAME_LENGTH).text,
            tuple(s for s, _ in spans),
            tuple(e for _, e in spans),
            dict(document.fields),
        )

    @property
    def title(self) -> str:
        """Return the title, empty where there is none."""
        return self.fields.get("title", "")

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence an offset lies in."""
        return max(0, bisect_right(self.starts, offset) - 1)
