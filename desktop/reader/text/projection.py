"""An article as one of its two texts, and the way between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from corpus.library.reading.articles import Reading
from corpus.model.source import Table
from corpus.model.span import Span
from desktop.reader.text.document import ShownText

Version = Literal["clean", "original"]


@dataclass(frozen=True, slots=True)
class Projection:
    """``reading`` shown as its clean text (校订文) or its original (原文)."""

    reading: Reading
    version: Version = "clean"

    @property
    def text(self) -> str:
        """Return the text shown."""
        return self.reading.text if self.version == "clean" else self.reading.original

    def to_shown(self, span: Span) -> Span:
        """Return where a span of the clean text is shown."""
        return span if self.version == "clean" else self.reading.offsets.to_original(span)

    def to_clean(self, span: Span) -> Span:
        """Return which span of the clean text is meant by one that is shown."""
        return span if self.version == "clean" else self.reading.offsets.to_clean(span)

    def offset_to_clean(self, offset: int) -> int:
        """Return the offset in the clean text of one that is shown."""
        return self.to_clean(Span(offset, min(offset + 1, len(self.text)))).start

    def offset_to_shown(self, offset: int) -> int:
        """Return where an offset of the clean text is shown."""
        return self.to_shown(Span(offset, min(offset + 1, len(self.reading.text)))).start

    def shown(self) -> ShownText:
        """Return the text with its structure, ready to be set."""
        reading = self.reading
        return ShownText(
            self.text,
            tuple(replace(one, start=self.offset_to_shown(one.start)) for one in reading.headings),
            tuple(Table(self.to_shown(one.span)) for one in reading.tables),
            tuple(replace(one, start=self.offset_to_shown(one.start)) for one in reading.pages),
            bullets=self.version == "clean",
        )
