"""The contradictions a pack has looked into, tied to the articles and figures of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.library.core.pack_versions import installed_names
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from corpus.packs.conflicts import conflicts_of
from corpus.packs.version import pack_version
from corpus.store.store import Store

Figures = Callable[[str], tuple[Statistic, ...]]
"""The figures of an article by its id."""


@dataclass(frozen=True, slots=True)
class PackSide:
    """One side of a contradiction; ``statistic`` has no id where it is a statement without a figure."""

    article: str
    statistic: Statistic


@dataclass(frozen=True, slots=True)
class PackConflict:
    """A contradiction with the pack's sum and what it concludes."""

    key: str
    kind: str
    title: str
    left: PackSide
    right: PackSide
    sum: str
    conclusion: str


def pack_conflicts(store: Store) -> tuple[PackConflict, ...]:
    """Return the contradictions of all installed packs whose articles are in the library."""
    articles = {one.path: one.id for one in store.articles.summaries(packed=True, trashed=False)}
    stated = cache(store.facts.statistics_of)
    return tuple(
        conflict
        for name in installed_names(store)
        for record in _records(store, name)
        if (conflict := _tied(store, stated, articles, name, record)) is not None
    )


def _records(store: Store, name: str) -> Sequence[Mapping[str, Any]]:
    """Return the contradictions of an installed pack; one that came in a file is read whole for them."""
    if pack_version(name):
        return conflicts_of(name)
    from corpus.library.core.knowledge import installed_pack

    pack = installed_pack(store, name)
    return pack.conflicts if pack is not None else ()


def _tied(
    store: Store, figures: Figures, articles: Mapping[str, str], pack: str, record: Mapping[str, Any]
) -> PackConflict | None:
    left, right = (
        _side(store, figures, articles.get(f"pack:{pack}/{record[side]['article']}"), record[side])
        for side in ("left", "right")
    )
    if left is None or right is None:
        return None
    key = f"{pack}:{record['key']}"
    return PackConflict(
        key, record["kind"], record["title"], left, right, record.get("sum", ""), record.get("conclusion", "")
    )


def _side(store: Store, figures: Figures, article: str | None, record: Mapping[str, Any]) -> PackSide | None:
    """Return the figure a side names, or its sentence as a statement; ``None`` where the article is gone."""
    if article is None:
        return None
    start = store.articles.original_of(article).find(record["quote"])
    if start < 0:
        return None
    evidence = Span(start, start + len(record["quote"]))
    figure = _figure(evidence, record)
    stated = next(
        (one for one in figures(article) if one.figure == figure and one.evidence == evidence),
        None,
    )
    if stated is not None:
        return PackSide(article, stated)
    return PackSide(article, Statistic("", "", None, "", evidence, figure, status=FactStatus.CONFIRMED))


def _figure(evidence: Span, record: Mapping[str, Any]) -> Span:
    offset = record["quote"].find(record.get("figure", ""))
    if not record.get("figure") or offset < 0:
        return evidence
    return Span(evidence.start + offset, evidence.start + offset + len(record["figure"]))
