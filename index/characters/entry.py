"""A document ready to be searched: its text, the folded text of the same length, and its sentences."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from index.characters.packing import unpacked
from index.characters.unreadable import CharactersUnreadableError
from index.fold import SAME_LENGTH, fold_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.document import IndexDocument


@dataclass(frozen=True, slots=True)
class Entry:
    """A searchable document; ``starts`` and ``ends`` are those of its sentences, ``folded`` is as long as ``text``."""

    id: str
    change: int
    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    fields: Mapping[str, str]
    _kept: str | bytes = field(repr=False, compare=False)
    """The text as it stands, or what tells it from the folded one: most documents are found by that alone."""

    @classmethod
    def of(cls, document: IndexDocument) -> Entry:
        """Prepare a document; what lies outside its sentences belongs to the sentence before."""
        spans = document.sentences or ((0, len(document.text)),)
        return cls(
            document.id,
            document.change,
            fold_text(document.text, SAME_LENGTH).text,
            tuple(s for s, _ in spans),
            tuple(e for _, e in spans),
            dict(document.fields),
            document.text,
        )

    @property
    def text(self) -> str:
        """Return the text as it stands; CharactersUnreadableError where it was damaged."""
        kept = self._kept
        if isinstance(kept, bytes):
            try:
                kept = unpacked(kept, self.folded)
            except (ValueError, zlib.error) as error:
                raise CharactersUnreadableError("damaged") from error
            object.__setattr__(self, "_kept", kept)
        return kept

    def whole(self) -> Entry:
        """Return the entry with its text unpacked; CharactersUnreadableError where that is damaged."""
        return replace(self, _kept=self.text)

    @property
    def title(self) -> str:
        """Return the title, empty where there is none."""
        return self.fields.get("title", "")

    @property
    def title_end(self) -> int:
        """Return where the title ends that the text begins with, 0 where it begins otherwise."""
        title = fold_text(self.title, SAME_LENGTH).text
        return len(title) if self.folded.startswith(title) else 0

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence an offset lies in."""
        return max(0, bisect_right(self.starts, offset) - 1)
