"""What a pack states of its articles: reviewed figures, facts and proofs, each with the quote that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from corpus.library.intake.building.build import BuiltArticle, part_id
from corpus.model.errors import LibraryError
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.model.trend import TrendPassage
from corpus.packs.pack import Pack
from corpus.store.facts.facts import StoredFacts


def stated_facts(built: BuiltArticle, pack: Pack, file: str) -> StoredFacts:
    """Return what was found in an article of a pack, with the pack's own figures, facts and proofs in its place."""
    original, identity = built.article.original, built.article.id
    proofs = tuple(
        TrendPassage(one["trend"], _span(original, one["quote"]), 1.0, "pack")
        for one in pack.evidence
        if one["article"] == file
    )
    proven = {(one.trend, one.span) for one in proofs}
    others = tuple(one for one in built.facts.passages if (one.trend, one.span) not in proven)
    return replace(
        built.facts,
        statistics=tuple(
            _statistic(one, original, identity) for one in pack.statistics if one["article"] == file
        ),
        facts=facts_of(pack, file, original, identity),
        passages=(*proofs, *others),
        reviewed=frozenset(range(len(proofs))),
    )


def facts_of(pack: Pack, file: str, original: str, identity: str) -> tuple[PlatformFact, ...]:
    """Return the facts a pack states of platforms in one of its articles, under the names the pack gives them."""
    return tuple(
        _fact(one, original, identity, number)
        for number, one in enumerate(pack.facts)
        if one["article"] == file
    )


def _span(original: str, quote: str) -> Span:
    start = original.find(quote)
    if start < 0:
        raise LibraryError("library_damaged", path=quote)
    return Span(start, start + len(quote))


def _decimal(record: Mapping[str, Any], key: str) -> Decimal | None:
    return Decimal(record[key]) if record.get(key) else None


def _statistic(record: Mapping[str, Any], original: str, identity: str) -> Statistic:
    evidence = _span(original, record["quote"])
    offset = record.get("at", record["quote"].find(record["figure"]))
    figure = Span(evidence.start + offset, evidence.start + offset + len(record["figure"]))
    period = record.get("period", {})
    moved = _change(record["change"]) if record.get("change") else None
    rate = moved if record.get("kind") == StatisticKind.GROWTH and record.get("value") else None
    return Statistic(
        id=part_id(
            "f",
            identity,
            f"{record['metric']}:{record.get('subject', '')}:{figure.start}:{record.get('ref')}",
        ),
        metric=record["metric"],
        value=_decimal(record, "value"),
        unit=record.get("unit", ""),
        evidence=evidence,
        figure=figure,
        subject=record.get("subject", ""),
        region=record.get("region", ""),
        period=Period(period.get("text", ""), period.get("from", ""), period.get("to", "")),
        low=_decimal(record, "low"),
        high=_decimal(record, "high"),
        base_value=_decimal(record, "base_value"),
        base_unit=record.get("base_unit", ""),
        qualifier=record.get("qualifier", ""),
        kind=StatisticKind(record.get("kind", "actual")),
        direction=rate.direction
        if rate
        else Direction(record["direction"])
        if record.get("direction")
        else None,
        basis=rate.basis if rate else record.get("basis", ""),
        change=None if rate else moved,
        source=record.get("source", ""),
        confidence=1.0,
        status=FactStatus(record.get("status", FactStatus.CONFIRMED)),
        inferred=record.get("inferred", False),
        reviewed=True,
    )


def _change(record: Mapping[str, Any]) -> Change:
    return Change(
        Direction(record["direction"]),
        _decimal(record, "value"),
        record.get("unit", ""),
        record.get("basis", ""),
    )


def _fact(record: Mapping[str, Any], original: str, identity: str, number: int) -> PlatformFact:
    return PlatformFact(
        id=part_id("p", identity, f"{record['platform']}:{record['predicate']}:{number}"),
        platform=record["platform"],
        predicate=record["predicate"],
        label=record.get("label", ""),
        value={key: str(value) for key, value in record.get("value", {}).items()},
        evidence=_span(original, record["quote"]),
        article=identity,
        date=record.get("date", ""),
        inferred=record.get("inferred", False),
        status=FactStatus.CONFIRMED,
    )
