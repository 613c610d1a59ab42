"""Measuring the extractors against labelled sets, and what reading costs beside plain segmenting."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.counts import Counts, bounds
from corpus.scoring.provinces import plain_text
from corpus.scoring.sets import SETS, Samples, measured
from corpus.text.sentences import sentences
from index.segment import Segmenter

SET_NAMES: Final = tuple(SETS)
_ROUNDS: Final = 3
_REPORTS: Final = 6


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of reading some texts with context, names and tables, and of segmenting them with plain jieba."""

    characters: int
    reading_seconds: float
    segmenting_seconds: float
    ratio: float


def counted(name: str, folder: Path, half: str = "") -> dict[str, Counts]:
    """Return the counts of one labelled set by part; none where the folder does not hold it."""
    return measured(name, Samples(folder, half), builtin_knowledge())


def shape_of(counts: Counts, *, faults: bool = False) -> dict[str, Any]:
    """Return counts as the headless contract shows them; intervals are Wilson's at 95 %."""
    found, there = counts.hits + counts.extra, counts.hits + counts.missed
    shown: dict[str, Any] = {
        "n": there,
        "found": found,
        "right": counts.hits,
        "precision": round(counts.precision, 4) if found else None,
        "precision_interval": bounds(counts.hits, found),
        "recall": round(counts.recall, 4) if there else None,
        "recall_interval": bounds(counts.hits, there),
        "f1": round(counts.f1, 4),
    }
    return {**shown, "faults": counts.notes} if faults else shown


def cost_of_reading(folder: Path) -> Cost:
    """Measure reading against plain segmenting, in turns on the same reports; nought where the folder holds none."""
    texts = [(str(path), text) for path, text in _reports(folder)]
    knowledge = builtin_knowledge()
    segmenter = Segmenter((), folder)
    segmenter.load()

    def read() -> None:
        for path, text in texts:
            extract(text, sentences(text), knowledge, derive_context(text, path=path))

    def segment() -> None:
        for _, text in texts:
            deque(segmenter.cut(text), maxlen=0)

    rounds = [(_cpu(read), _cpu(segment)) for _ in range(_ROUNDS + 1)][1:] if texts else [(0.0, 0.0)]
    reading, segmenting = (median(times) for times in zip(*rounds, strict=True))
    ratio = reading / segmenting if segmenting else 0.0
    return Cost(sum(len(text) for _, text in texts), round(reading, 3), round(segmenting, 3), round(ratio, 2))


def _reports(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted((folder / "open/07_reports/_plain").glob("*.txt"))[:_REPORTS]:
        yield path, plain_text(path)


def _cpu(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
