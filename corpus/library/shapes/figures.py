"""Figures, and what is found in a bare text, as JSON in the shapes of the headless contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.reading.articles import ShownEdit
from corpus.library.shapes.plain import Json, plain
from corpus.library.shapes.spans import place_fields, span_fields, unread
from corpus.library.shapes.texts import repair
from corpus.model.span import Span

if TYPE_CHECKING:
    from corpus.library.core.views import StatisticView
    from corpus.library.intake.building.extracting import BareExtraction
    from corpus.model.statistic import NumberMention, Statistic


def statistic(view: StatisticView) -> Json:
    """Return a figure with the place of its sentence."""
    return {
        **_statistic(view.statistic),
        **place_fields(view.place),
        "quote": view.place.quote,
        "figure": span_fields(view.figure),
        "conflicts": list(view.conflicts),
        "agrees": list(view.agrees),
        "as_of": view.as_of,
    }


def _bare_statistic(one: Statistic, text: str) -> Json:
    return {
        **_statistic(one),
        **span_fields(one.evidence),
        "quote": one.evidence.of(text),
        "figure": span_fields(one.figure),
        "conflicts": [],
    }


def _statistic(one: Statistic) -> Json:
    change = one.movement
    return {
        "id": one.id,
        "metric": one.metric,
        "subject": one.subject,
        "region": one.region,
        "period": {"text": one.period.text, "from": one.period.start or None, "to": one.period.end or None},
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "unit": one.unit,
        "base_value": plain(one.base_value),
        "base_unit": one.base_unit,
        "qualifier": one.qualifier,
        "kind": one.kind.value,
        "change": None
        if change is None
        else {
            "direction": change.direction.value,
            "value": plain(change.value),
            "unit": change.unit,
            "basis": change.basis,
        },
        "source": one.source,
        "confidence": round(one.confidence, 4),
        "status": one.status.value,
        "direction": None if one.direction is None else one.direction.value,
        "basis": one.basis,
        "inferred": one.inferred,
        "inherited": list(one.inherited),
        "cell": None if one.cell is None else {"row": one.cell.row, "column": one.cell.column},
        "own": one.own,
    }


def bare(one: BareExtraction, text: str) -> Json:
    """Return what was found in a text that belongs to no library."""
    found = one.found
    return {
        "statistics": [_bare_statistic(figure, text) for figure in found.statistics],
        "platforms": [
            {"platform": m.platform, **span_fields(m.span), "text": m.text} for m in found.mentions
        ],
        "facts": [
            {"platform": f.platform, "predicate": f.predicate, "value": dict(f.value), "date": f.date}
            | {**span_fields(f.evidence), "quote": f.evidence.of(text)}
            for f in found.facts
        ],
        "trends": [
            {"trend": p.trend, **span_fields(p.span), "text": p.span.of(text), "score": round(p.score, 4)}
            | {"reason": p.reason}
            for p in found.passages
        ],
        "numbers": [_number(number, text) for number in one.numbers],
        "repairs": [repair(ShownEdit(edit, Span(edit.start, edit.end))) for edit in one.repairs],
        "clean": one.clean,
        "unread": [unread(left) for left in one.unread],
    }


def _number(one: NumberMention, text: str) -> Json:
    return {
        **span_fields(one.span),
        "text": one.span.of(text),
        "kind": one.kind,
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "unit": one.unit,
        "from": one.start_date or None,
        "to": one.end_date or None,
    }
