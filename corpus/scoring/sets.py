"""The labelled sets, each with where it lies under a folder of samples and how it is measured."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.knowledge.trends.direction import asserts_direction
from corpus.model.knowledge import Knowledge
from corpus.scoring.audits import score_audits
from corpus.scoring.conflicts import score_conflicts
from corpus.scoring.counts import Counts
from corpus.scoring.figures import score
from corpus.scoring.finance import score_sentences, sentences_of_events, sentences_of_relations
from corpus.scoring.invented_reports import score_invented_reports
from corpus.scoring.others import score_firms, score_numbers, score_trends
from corpus.scoring.planted import score_planted
from corpus.scoring.provinces import score_provinces
from corpus.scoring.records import score_heads, score_references
from corpus.scoring.suites import score_suite
from corpus.scoring.tables import score_tables
from index.lazy_pattern import LazyPattern

_ASSERTED: Final = 0.5
_SUITES: Final = ("cn2an", "duckling", "jionlp", "recognizers")
_PROVINCE = LazyPattern(r"2026_\d\d_(黑龙江|内蒙古|..)")


@dataclass(frozen=True, slots=True)
class Samples:
    """A folder of labelled sets; ``half`` is empty, ``even`` or ``odd``: every other line only."""

    folder: Path
    half: str = ""

    def lines(self, path: str) -> list[dict[str, Any]]:
        """Return the labelled items of a file; none where it does not exist."""
        whole = self.folder / path
        if not whole.is_file():
            return []
        items = [json.loads(line) for line in whole.read_text(encoding="utf-8").splitlines() if line.strip()]
        return items if not self.half else items[self.half == "odd" :: 2]


Measured = dict[str, Counts]


def _figures(samples: Samples, knowledge: Knowledge, path: str) -> Measured:
    genres, fields = score(samples.lines(path), knowledge)
    whole = Counts()
    for one in genres.values():
        whole.add(one)
    whole.notes.clear()
    if len(genres) == 1:
        return {"all": next(iter(genres.values())), **fields}
    return {**genres, "all": whole, **fields}


def _suites(samples: Samples, _knowledge: Knowledge) -> Measured:
    found: Measured = {}
    spans, values = Counts(), Counts()
    for suite in _SUITES:
        parts = score_suite(samples.lines(f"open/01_numbers/{suite}.jsonl"), suite)
        for name, counts in parts.items():
            if counts.hits + counts.missed + counts.extra:
                found[name] = counts
                (spans if name.endswith("spans") else values).add(counts)
    for whole in (spans, values):
        whole.notes.clear()
    return {**found, "all spans": spans, "all values": values}


def _directions(samples: Samples, _knowledge: Knowledge) -> Measured:
    counts = Counts()
    for item in samples.lines("open/02_business/trend_gold.jsonl"):
        if item["label"] == "borderline":
            continue
        found, wanted = asserts_direction(item["text"]) >= _ASSERTED, item["label"] == "trend"
        counts.hits += found and wanted
        counts.extra += found and not wanted
        counts.missed += not found and wanted
        if found != wanted:
            counts.notes.append(f"{'EXTRA' if found else 'MISSED'} {item['text']}")
    return {"direction": counts}


def _provinces(samples: Samples, knowledge: Knowledge) -> Measured:
    labels, root = samples.folder / "labels/provinces.json", samples.folder / "open/07_reports"
    if not labels.is_file():
        return {}
    files = {
        match[1]: path
        for path in (*root.glob("*.txt"), *root.glob("_plain/*.txt"))
        if (match := _PROVINCE.search(path.name))
    }
    return score_provinces(json.loads(labels.read_text(encoding="utf-8")), files, knowledge)


def _finance(
    read: Callable[[Iterable[Mapping[str, Any]]], dict[str, tuple[set[str], set[str]]]], path: str
) -> Callable[[Samples, Knowledge], Measured]:
    return lambda samples, knowledge: score_sentences(read(samples.lines(path)), knowledge)


SETS: Final[Mapping[str, Callable[[Samples, Knowledge], Measured]]] = {
    "statistics": lambda samples, knowledge: _figures(samples, knowledge, "own/statistics.jsonl"),
    "statistics_gold": lambda samples, knowledge: _figures(
        samples, knowledge, "open/02_business/statistics_gold.jsonl"
    ),
    "numbers": lambda samples, _knowledge: {"all": score_numbers(samples.lines("own/numbers.jsonl"))},
    "number_suites": _suites,
    "firms": lambda samples, knowledge: score_firms(samples.lines("own/firms.jsonl"), knowledge),
    "finre": _finance(sentences_of_relations, "open/02_business/finre_relations.jsonl"),
    "fewfc": _finance(sentences_of_events, "open/02_business/fewfc_sentences.jsonl"),
    "trends": lambda samples, knowledge: score_trends(samples.lines("own/trends.jsonl"), knowledge),
    "directions": _directions,
    "conflicts": lambda samples, knowledge: score_conflicts(samples.lines("own/conflicts.jsonl"), knowledge),
    "planted": lambda _samples, _knowledge: score_planted(),
    "provinces": _provinces,
    "invented_reports": lambda _samples, knowledge: score_invented_reports(knowledge),
    "tables": lambda samples, knowledge: {"all": score_tables(samples.lines("own/tables.jsonl"), knowledge)},
    "heads": lambda samples, _knowledge: score_heads(samples.lines("own/heads.jsonl")),
    "references": lambda samples, _knowledge: score_references(samples.lines("own/references.jsonl")),
    "audit": lambda samples, _knowledge: score_audits(samples.lines("own/audit.jsonl")),
}
"""What is measured, by name, in the order it is shown."""


def measured(name: str, samples: Samples, knowledge: Knowledge) -> Measured:
    """Return the counts of one set by part; none of one that does not exist."""
    parts = SETS[name](samples, knowledge)
    return parts if any(one.hits or one.extra or one.missed for one in parts.values()) else {}
