"""What a person recorded of a passage: a figure, a fact of a platform, that it speaks of a trend or of none."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.annotation import Selector
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import RemovedPassage, TrendPassage

Stated = Statistic | PlatformFact | TrendPassage | RemovedPassage


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact with the passage that proves it: ``span`` of the article's original, and its words.

    ``span`` is ``None`` while the words stand nowhere in the article: an updated file may lack them. The fact is
    kept and shown again when they are back.
    """

    id: str
    article: str
    selector: Selector
    span: Span | None
    fact: Stated
