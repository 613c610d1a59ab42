"""Figures of single sentences against their labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import Change, Statistic
from corpus.scoring.counts import Counts, decimal, overlap, size
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_AMOUNT = LazyPattern(r"(?P<low>-?[\d.,]+)(?P<one>[^\d—-]*)(?:—(?P<high>-?[\d.,]+)(?P<unit>.*))?")


def found_in(text: str, knowledge: Knowledge) -> list[Statistic]:
    """Return the figures of a text without a document around it."""
    return list(extract(text, sentences(text), knowledge).statistics)


def same_amount(wanted: str, moved: Change | None) -> bool:
    """Tell whether a printed amount (7%, 3.4千公顷) is that of a movement."""
    match = _AMOUNT.fullmatch(wanted)
    if match is None or moved is None:
        return False
    if match["high"]:
        return True
    number = decimal(match["low"])
    if number is None or moved.value is None:
        return False
    one, other = size(abs(number), match["one"]), size(abs(moved.value), moved.unit)
    return one[1] == other[1] and abs(one[0] - other[0]) <= abs(one[0]) * Decimal("0.005")


def _values(gold: Mapping[str, Any]) -> list[str]:
    return [str(one) for one in (gold["value"], *(gold.get("value_also") or ())) if one is not None]


def same_value(gold: Mapping[str, Any], found: Statistic) -> bool:
    """Tell whether a figure is the one labelled: the value with its unit, or the movement that stands alone."""
    if gold["value"] is None:
        amount = (gold["change"] or {}).get("amount")
        if found.direction is None:
            return False
        return amount is None or same_amount(amount, found.movement)
    if found.direction is not None:
        return False
    unit = gold["unit"]
    if "—" in str(gold["value"])[1:]:
        if found.low is None or found.high is None:
            return False
        low, high = (decimal(part) or Decimal(0) for part in re.split(r"(?<=\d)—", str(gold["value"])))
        return size(low, unit) == size(found.low, found.unit) and size(high, unit) == size(
            found.high, found.unit
        )
    if found.value is None:
        return False
    return any(
        size(number, unit) == size(found.value, found.unit)
        for text in _values(gold)
        if (number := decimal(text)) is not None
    )


def same_metric(gold: Mapping[str, Any], found: Statistic) -> bool:
    """Tell whether the metric is one of the labelled forms, by half of its characters."""
    forms = (gold["metric"], *(gold.get("metric_also") or ()))
    return any(overlap(form, found.metric) >= 0.5 for form in forms)


def score(
    items: Iterable[Mapping[str, Any]], knowledge: Knowledge
) -> tuple[dict[str, Counts], dict[str, Counts]]:
    """Return the counts of figure and metric by genre, and those of the fields of the figures found."""
    genres: dict[str, Counts] = {}
    fields: dict[str, Counts] = {}
    for item in items:
        counts = genres.setdefault(item.get("genre") or "all", Counts())
        left = found_in(item["sentence"], knowledge)
        for gold in sorted(
            item["statistics"], key=lambda one: bool(one.get("optional") or one.get("alternative"))
        ):
            loose = bool(gold.get("optional") or gold.get("alternative"))
            match = next((one for one in left if same_value(gold, one) and same_metric(gold, one)), None)
            if match is None:
                if not loose:
                    counts.missed += 1
                    counts.notes.append(
                        f"MISSED {gold['metric']} {gold['value']}{gold['unit']} {gold['change']}"
                        f" | {item['sentence']}"
                    )
                continue
            left.remove(match)
            if not loose:
                counts.hits += 1
                _fields(fields, gold, match, item["sentence"])
        counts.extra += len(left)
        counts.notes += [f"EXTRA {told(one)} | {item['sentence']}" for one in left]
    return genres, fields


def told(one: Statistic) -> str:
    """Return a figure as a line."""
    moved = one.movement
    change = f" {moved.direction} {moved.value}{moved.unit} {moved.basis}" if moved else ""
    about = f"{one.subject}/{one.region}|{one.metric}|{one.period.text}"
    return f"{about}|{one.qualifier}{one.value} [{one.low},{one.high}] {one.unit} {one.kind}{change}"


def _fields(fields: dict[str, Counts], gold: Mapping[str, Any], found: Statistic, sentence: str) -> None:
    """Count each field as right or missed, and as found too much where what is given is not what is labelled."""
    change, moved = gold["change"] or {}, found.movement
    same_change = (
        moved is not None and moved.direction == change["direction"]
        and (change.get("amount") is None or same_amount(change["amount"], moved))
        if change
        else moved is None
    )  # fmt: skip
    subject, forecast = gold.get("subject") or "", found.kind == "forecast"
    ours = (found.subject, found.region)
    period = found.period.text.replace(" ", "")
    told_of = {
        "change": (same_change, moved is not None),
        "period": ((gold["period"] or "").replace(" ", "") == period, bool(period)),
        "qualifier": ((gold["qualifier"] or "") == found.qualifier, bool(found.qualifier)),
        "subject": (subject in ours if subject else not found.subject, any(ours)),
        "forecast": (bool(gold.get("target_or_forecast")) == forecast, forecast),
    }
    for name, (good, given) in told_of.items():
        counts = fields.setdefault(name, Counts())
        counts.hits += good
        counts.missed += not good
        counts.extra += given and not good
        if not good:
            wanted = "|".join(str(gold[key]) for key in ("subject", "metric", "period", "qualifier"))
            counts.notes.append(
                f"{'WRONG' if given else 'UNSAID'} {name}: {wanted} {change} // {told(found)} | {sentence}"
            )
