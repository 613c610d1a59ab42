"""What is known before a text is read."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.platform import Correction, LexiconEntry, Platform
from corpus.model.trend import Trend


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before reading: names, trends, wrong forms, and words for the segmenter."""

    platforms: tuple[Platform, ...] = ()
    trends: tuple[Trend, ...] = ()
    corrections: tuple[Correction, ...] = ()
    words: tuple[LexiconEntry, ...] = ()
