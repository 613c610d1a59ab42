"""The extractors and repairs on a bare text, with the built-in pack's knowledge and no library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.edit import Edit
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import NumberMention
from corpus.text.numbers import find_numbers
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose
from corpus.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class BareExtraction:
    """What was found in a text as given; all spans are of that text, ``clean`` is the repaired one."""

    found: Extraction
    numbers: tuple[NumberMention, ...]
    repairs: tuple[Edit, ...]
    clean: str


def extract_bare(text: str) -> BareExtraction:
    """Return everything the extractors find in ``text`` as it is given."""
    knowledge = _knowledge()
    repairs = propose(text, knowledge.corrections)
    return BareExtraction(
        found=extract(text, sentences(text), knowledge),
        numbers=tuple(find_numbers(text)),
        repairs=repairs,
        clean=apply_edits(text, repairs),
    )


@cache
def _knowledge() -> Knowledge:
    return builtin_knowledge()
