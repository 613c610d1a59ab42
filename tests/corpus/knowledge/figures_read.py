"""The figures of a text, as the program reads them with what it knows itself."""

from __future__ import annotations

from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences


def figures_of(text: str) -> tuple[Statistic, ...]:
    """Return the figures of a text, in order."""
    return extract(text, sentences(text), builtin_knowledge()).statistics
