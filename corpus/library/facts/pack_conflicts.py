"""The contradictions a pack has looked into, tied to the articles and figures of the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.library.core.knowledge import installed_packs
from corpus.library.core.library import Library
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic


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


def pack_conflicts(library: Library) -> tuple[PackConflict, ...]:
    """Return the contradictions of all installed packs whose articles are in the library."""
    change = library.store.facts.last_change()
    kept = library.derived.get("pack_conflicts")
    if kept is None or kept[0] != change:
        found = tuple(
            conflict
            for pack in installed_packs(library.store)
            for record in pack.conflicts
            if (conflict := _tied(library, pack.name, record)) is not None
        )
        kept = (change, found)
        library.derived["pack_conflicts"] = kept
    tied: tuple[PackConflict, ...] = kept[1]
    return tied


def _tied(library: Library, pack: str, record: Mapping[str, Any]) -> PackConflict | None:
    left, right = (_side(library, pack, record[side]) for side in ("left", "right"))
    if left is None or right is None:
        return None
    key = f"{pack}:{record['key']}"
    return PackConflict(
        key, record["kind"], record["title"], left, right, record.get("sum", ""), record.get("conclusion", "")
    )


def _side(library: Library, pack: str, record: Mapping[str, Any]) -> PackSide | None:
    """Return the figure a side names, or its sentence as a statement; ``None`` where the article is gone."""
    article = _articles(library).get(f"pack:{pack}/{record['article']}")
    if article is None:
        return None
    original = library.texts.get(article).article.original
    start = original.find(record["quote"])
    if start < 0:
        return None
    evidence = Span(start, start + len(record["quote"]))
    figure = _figure(evidence, record)
    stated = next(
        (
            one
            for one in library.store.facts.statistics_of(article)
            if one.figure == figure and one.evidence == evidence
        ),
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


def _articles(library: Library) -> dict[str, str]:
    """Return the ids of pack articles by their path."""
    return {one.path: one.id for one in library.store.articles.summaries("a.pack <> '' AND a.trashed = ''")}
