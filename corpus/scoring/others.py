"""Numbers, names, facts and trends against their labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from corpus.knowledge.extraction import Extraction, extract
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import NumberMention
from corpus.scoring.counts import Counts, decimal
from corpus.text.numbers import find_numbers
from corpus.text.sentences import sentences
from corpus.text.units import expand

_LOOSE_KINDS = {
    "amount": {"number", "quantity", "period"},
    "number": {"amount", "quantity", "ordinal"},
    "date": {"period"},
    "period": {"date"},
}


def _equal(wanted: object, value: Decimal | None, unit: str) -> bool:
    number = decimal(wanted) if wanted is not None else None
    if number is None:
        return True
    if value is None:
        return False
    return (
        number in {expand(value, unit)[0], value * 10, value * 100}
        if unit == "%"
        else expand(value, unit)[0] == number
    )


def _only_unit(gold: Mapping[str, Any], one: NumberMention) -> bool:
    """Tell whether nothing but the unit, or a part of it, stands behind a mention in the labelled span."""
    return len(gold["text"][one.span.end - gold["start"] :].strip()) <= len(gold["unit"])


def _same_number(gold: Mapping[str, Any], one: NumberMention) -> bool:
    if one.kind != gold["kind"] and one.kind not in _LOOSE_KINDS.get(gold["kind"], ()):
        return False
    if (one.span.start, one.span.end) != (gold["start"], gold["end"]) and not (
        one.span.start == gold["start"] and gold["unit"] and _only_unit(gold, one)
    ):
        return False
    dates = [(gold.get("from") or "", gold.get("to") or ""), *map(tuple, gold.get("also") or ())]
    if any(dates[0]) and (one.start_date, one.end_date) not in dates:
        return False
    if gold.get("base_value") is not None and gold.get("low") is None and gold.get("high") is None:
        return _equal(gold["base_value"], one.value if one.value is not None else one.low, one.unit)
    scale = gold["unit"] or ""
    for bound, value in ((gold.get("low"), one.low), (gold.get("high"), one.high)):
        number = decimal(bound) if bound is not None else None
        if number is not None and (value is None or expand(value, one.unit)[0] != expand(number, scale)[0]):
            return False
    return True


def score_numbers(items: Iterable[Mapping[str, Any]]) -> Counts:
    """Return the counts of numbers with span and value."""
    counts = Counts()
    for item in items:
        day = item.get("reference_date")
        left = list(find_numbers(item["text"], reference=date.fromisoformat(day) if day else None))
        for gold in item["expected"]:
            match = next((one for one in left if _same_number(gold, one)), None)
            if match is not None:
                left.remove(match)
            if gold.get("optional"):
                left = [
                    one for one in left if not (one.span.start < gold["end"] and gold["start"] < one.span.end)
                ]
                continue
            counts.hits += match is not None
            counts.missed += match is None
            if match is None:
                wanted = [gold[key] for key in ("text", "kind", "low", "high", "from", "to")]
                counts.notes.append(f"MISSED {wanted} // {_near(gold, left)} | {item['text']}")
        tolerated = item.get("tolerate")
        for one in left:
            text = one.span.of(item["text"])
            if one.kind != tolerated or one.unit:
                counts.extra += 1
                counts.notes.append(f"EXTRA {text} {_shown(one)} | {item['text']}")
    return counts


def _near(gold: Mapping[str, Any], found: list[NumberMention]) -> str:
    near = [one for one in found if one.span.start < gold["end"] and gold["start"] < one.span.end]
    return "; ".join(f"{one.span.start}-{one.span.end} {_shown(one)}" for one in near)


def _shown(one: NumberMention) -> str:
    return f"{one.kind} {one.value} {one.low}–{one.high} {one.unit} {one.start_date} {one.end_date}"


def read(text: str, knowledge: Knowledge) -> Extraction:
    """Return everything found in a text without a document around it."""
    return extract(text, sentences(text), knowledge)


def score_firms(items: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> dict[str, Counts]:
    """Return the counts of mentions, of names that belong together, and of facts."""
    result = {name: Counts() for name in ("mentions", "aliases", "facts")}
    for item in items:
        text = item["text"]
        found = read(text, knowledge)
        _compare(
            result["mentions"],
            {(m["start"], m["end"]): m["text"] for m in item["mentions"] if m.get("type") != "institution"},
            {(m.span.start, m.span.end): m.text for m in found.mentions},
            text,
            {(m["start"], m["end"]) for m in item["mentions"] if m.get("type") == "institution"},
        )
        pairs = {frozenset((a["name"], a["alias"])): f"{a['name']}={a['alias']}" for a in item["aliases"]}
        ours = {
            frozenset((one.platform, one.text)): f"{one.platform}={one.text}"
            for one in found.mentions
            if one.text != one.platform
        }
        _compare(result["aliases"], pairs, ours, text, set())
        gold = {
            (f["predicate"], f["company"]): f"{f['predicate']} {f['company']} {f['value']}"
            for f in item["facts"]
        }
        told = {
            (f.predicate, f.platform): f"{f.predicate} {f.platform} {dict(f.value)} {f.date}"
            for f in found.facts
        }
        _compare(result["facts"], gold, told, text, set())
    return result


def _compare(
    counts: Counts, gold: Mapping[Any, str], ours: Mapping[Any, str], text: str, allowed: set[Any]
) -> None:
    for key, words in gold.items():
        counts.hits += key in ours
        counts.missed += key not in ours
        if key not in ours:
            counts.notes.append(f"MISSED {words} | {text}")
    for key, words in ours.items():
        if key not in gold and key not in allowed:
            counts.extra += 1
            counts.notes.append(f"EXTRA {words} | {text}")


def score_trends(items: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> dict[str, Counts]:
    """Return the counts of sentences that tell of a trend, and of their categories."""
    told, sorted_under = Counts(), Counts()
    names = {trend.key: trend.name for trend in knowledge.trends}
    for item in items:
        label = item["label"]
        passages = read(item["text"], knowledge).passages
        categories = {names.get(one.trend, "其他") for one in passages}
        if label == "borderline":
            continue
        found = bool(passages)
        told.hits += found and label == "trend"
        told.extra += found and label != "trend"
        told.missed += not found and label == "trend"
        if found != (label == "trend"):
            told.notes.append(
                f"{'EXTRA' if found else 'MISSED'} {item.get('category') or ''}"
                f" {[one.reason for one in passages]} | {item['text']}"
            )
        if label == "trend" and item.get("category"):
            right = item["category"] in categories
            sorted_under.hits += right
            sorted_under.missed += not right
            sorted_under.extra += found and not right
            if not right:
                sorted_under.notes.append(
                    f"WRONG {item['category']} // {sorted(categories)} | {item['text']}"
                )
    return {"told": told, "category": sorted_under}
