"""The extractors and repairs on a bare text, with the built-in pack's knowledge and no library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.careful_reading import read_carefully
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.intake.building.spared_steps import SparedSteps
from corpus.model.edit import Edit
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import NumberMention
from corpus.model.unread import Unread
from corpus.text.numbers import find_numbers
from corpus.text.offsets import apply_edits
from corpus.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class BareExtraction:
    """What was found in a text as given; all spans are of that text, ``clean`` is the repaired one."""

    found: Extraction
    numbers: tuple[NumberMention, ...]
    repairs: tuple[Edit, ...]
    clean: str
    unread: tuple[Unread, ...] = ()


def extract_bare(text: str) -> BareExtraction:
    """Return everything the extractors find in ``text`` as it is given."""
    knowledge = _knowledge()
    steps = SparedSteps()
    repairs = steps.repairs(text, knowledge.corrections)
    reading = read_carefully(lambda words, those: extract(words, those, knowledge), text, sentences(text))
    return BareExtraction(
        found=reading.found or Extraction(),
        numbers=steps.take("numbers", lambda: tuple(find_numbers(text)), ()),
        repairs=repairs,
        clean=apply_edits(text, repairs),
        unread=reading.unread,
    )


@cache
def _knowledge() -> Knowledge:
    return builtin_knowledge()
