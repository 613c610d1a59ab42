"""Names of companies in sentences of finance news: how many of those labelled are found, exactly and overlapping.

Only a part of the companies of these sentences is labelled: the share of ours that overlap a labelled name is a lower
bound of precision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.model.knowledge import Knowledge
from corpus.model.span import Span
from corpus.scoring.counts import Counts
from corpus.scoring.others import read
from index.lazy_pattern import LazyPattern

_NUMBER = LazyPattern(r"<N>")
_COMPANY_ROLES = frozenset({"sub-org", "obj-org", "target-company"})
_OTHER_ROLES = frozenset({"sub", "obj", "sub-per", "obj-per", "institution"})


def sentences_of_relations(items: Iterable[Mapping[str, Any]]) -> dict[str, tuple[set[str], set[str]]]:
    """Return the sentences of relations, each with the names it relates."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for item in items:
        names, _ = found.setdefault(_NUMBER.sub("3", item["text"]), (set(), set()))
        names |= {item["head"], item["tail"]}
    return found


def sentences_of_events(items: Iterable[Mapping[str, Any]]) -> dict[str, tuple[set[str], set[str]]]:
    """Return the sentences of events, each with the companies in them and others that act in them."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for item in items:
        names, others = found.setdefault(item["text"], (set(), set()))
        for mention in (one for event in item["events"] for one in event["mentions"]):
            names |= {mention["word"]} if mention["role"] in _COMPANY_ROLES else set()
            others |= {mention["word"]} if mention["role"] in _OTHER_ROLES else set()
    return found


def score_sentences(
    sentences: Mapping[str, tuple[set[str], set[str]]], knowledge: Knowledge
) -> dict[str, Counts]:
    """Return the counts of names found exactly, and of those found at least in part."""
    exact, overlapping = Counts(), Counts()
    for text, (names, others) in sentences.items():
        spans = [one.span for one in read(text, knowledge).mentions]
        places = {name: list(_places(text, name)) for name in names if name and name in text}
        allowed = [place for name in others for place in _places(text, name)]
        held = [place for one in places.values() for place in one]
        _count(exact, text, places, spans, held + allowed, exactly=True)
        _count(overlapping, text, places, spans, held + allowed, exactly=False)
    return {"exact": exact, "overlapping": overlapping}


def _places(text: str, name: str) -> Iterable[Span]:
    return (Span(match.start(), match.end()) for match in re.finditer(re.escape(name), text))


def _count(
    counts: Counts, text: str, places: Mapping[str, list[Span]], ours: list[Span], held: list[Span], *, exactly: bool
) -> None:  # fmt: skip
    for name, spots in places.items():
        hit = any(one == spot if exactly else one.overlaps(spot) for one in ours for spot in spots)
        counts.hits += hit
        counts.missed += not hit
        if not hit:
            counts.notes.append(f"MISSED {name} // {[one.of(text) for one in ours]} | {text}")
    for one in ours:
        if not any(one == spot if exactly else one.overlaps(spot) for spot in held):
            counts.extra += 1
            counts.notes.append(f"EXTRA {one.of(text)} | {text}")
