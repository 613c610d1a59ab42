"""Contradictions, agreements and neither, between short texts of several documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_agreements, find_conflicts
from corpus.knowledge.comparing.origin import StatedFigure, borne_out
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.model.source import Metadata
from corpus.scoring.counts import Counts
from corpus.scoring.figures import told
from corpus.text.sentences import sentences


def located(texts: Iterable[Mapping[str, str]], knowledge: Knowledge) -> list[LocatedStatistic]:
    """Return the figures of several documents, each with its own context."""
    found = []
    for place, one in enumerate(texts):
        text = f"{one['title']}\n{one['text']}"
        context = derive_context(text, title=one["title"], metadata=Metadata(date=one["date"]))
        read = extract(text, sentences(text), knowledge, context).statistics
        found += [
            LocatedStatistic(
                str(place), replace(figure, id=f"{place}:{figure.id}"), one["title"], one["date"]
            )
            for figure in read
        ]
    return found


def _agreements(item: Mapping[str, Any], figures: Sequence[LocatedStatistic]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of figures that agree, none of them in a sentence copied from the other's."""
    known = {one.statistic.id: _stated(one, item["texts"][int(one.article)]) for one in figures}
    return borne_out(find_agreements(figures), known)


def _stated(one: LocatedStatistic, text: Mapping[str, str]) -> StatedFigure:
    sentence = one.statistic.evidence.of(f"{text['title']}\n{text['text']}")
    return StatedFigure(one.statistic.id, one.article, one.title, one.written, sentence, one.statistic.source)


def score_conflicts(items: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> dict[str, Counts]:
    """Return the counts of contradictions and of agreements found between documents."""
    result = {"contradiction": Counts(), "agreement": Counts()}
    for item in items:
        figures = located(item["texts"], knowledge)
        conflicts, agreements = find_conflicts(figures), _agreements(item, figures)
        ours = "contradiction" if conflicts else "agreement" if agreements else "neither"
        for relation, counts in result.items():
            counts.hits += ours == relation == item["relation"]
            counts.extra += ours == relation != item["relation"]
            counts.missed += ours != relation == item["relation"]
            if (ours == relation) != (item["relation"] == relation):
                counts.notes.append(
                    f"{item['relation']} → {ours} {item['kind']} {[one.sum for one in conflicts]} "
                    f"{[one['text'] for one in item['texts']]}\n        "
                    + "\n        ".join(
                        f"{told(one.statistic)} {one.statistic.period.start}–{one.statistic.period.end}"
                        for one in figures
                    )
                )
    return result
