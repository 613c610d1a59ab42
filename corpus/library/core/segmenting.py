"""The segmenter as a library has it: jieba with the words of packs and of the person."""

from __future__ import annotations

from pathlib import Path

from corpus.model.knowledge import Knowledge
from index.segment import Segmenter, Word


def segmenter_of(knowledge: Knowledge, cache: Path) -> Segmenter:
    """Return a segmenter that knows the words and names of ``knowledge``; it loads when first used."""
    words = [Word(one.word, one.frequency) for one in knowledge.words]
    names = [Word(name) for one in knowledge.platforms for name in (one.name, *one.aliases)]
    return Segmenter((*words, *names), cache)
