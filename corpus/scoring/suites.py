"""Numbers, amounts and dates against the test suites of other programs: spans, and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from corpus.model.statistic import NumberMention
from corpus.scoring.counts import Counts
from corpus.text.numbers import find_numbers, parse_chinese_number
from corpus.text.numbers.bounded import bounded
from corpus.text.units import expand

_KINDS = {
    "number": {"number"}, "number_range": {"number"}, "currency": {"amount"}, "money_extract": {"amount"},
    "money_parse": {"amount"}, "money": {"amount"}, "percent": {"percent"}, "ordinal": {"ordinal"},
    "dimension": {"quantity"}, "date": {"date", "period"}, "date_period": {"date", "period"},
    "datetime_model": {"date", "period"}, "time_extract": {"date", "period"}, "time_parse": {"date", "period"},
    "time_expr": {"date", "period"}, "duration": {"period"}, "age": {"quantity"}, "temperature": {"quantity"},
}  # fmt: skip
"""What the suites call a number, and the kinds of mention that may stand for it."""
_DATED = frozenset({"time_parse", "time_expr", "date", "date_period"})


def score_suite(items: Iterable[Mapping[str, Any]], suite: str) -> dict[str, Counts]:
    """Return the counts of spans and of values of one suite; ``fit`` marks the items that are ours."""
    spans, values = Counts(), Counts()
    for item in items:
        if not item["fit"]:
            continue
        day, year = _written(item)
        mentions = find_numbers(item["text"], reference=day, written=year)
        if item.get("stage") in {"extract", "model"} or item["kind"].endswith("_extract"):
            _spans(spans, item, suite, mentions)
        right = _parsed(item, suite, mentions)
        if right is not None:
            values.hits += right
            values.missed += not right
            values.extra += not right
            if not right:
                values.notes.append(
                    f"VALUE {item['text']} {str(item['expected'])[:160]} // {_brief(item['text'], mentions)}"
                )
    return {f"{suite} spans": spans, f"{suite} values": values}


def _written(item: Mapping[str, Any]) -> tuple[date | None, int | None]:
    """Return the day of writing of an item, and its year where only that is told."""
    moment, told = item.get("reference_time"), (item.get("extra_args") or [{}])[0]
    if moment:
        return date.fromisoformat(moment[:10]), None
    if isinstance(told, dict) and {"year", "month", "day"} <= told.keys():
        return date(told["year"], told["month"], told["day"]), None
    return None, told.get("year") if isinstance(told, dict) else None


def _spans(counts: Counts, item: Mapping[str, Any], suite: str, mentions: Sequence[NumberMention]) -> None:
    text, kinds = item["text"], _KINDS.get(item["kind"], set())
    gold = {
        tuple(one["offset"][:2]) if suite == "jionlp" else (one["start"], one["end"])
        for one in item["expected"]
    }
    ours = {(one.span.start, one.span.end) for one in mentions if one.kind in kinds}
    if item["kind"] == "number_range":
        ours = {(one.start, one.end) for one in bounded(text, mentions)}
    counts.hits += len(gold & ours)
    counts.extra += len(ours - gold)
    counts.missed += len(gold - ours)
    if gold != ours:
        wanted = [text[start:end] for start, end in sorted(gold)]
        counts.notes.append(f"SPANS {text} {wanted} // {_brief(text, mentions)}")


def _brief(text: str, mentions: Iterable[NumberMention]) -> str:
    return "; ".join(
        f"{one.span.of(text)} {one.kind} {one.value} {one.low}..{one.high} {one.unit} {one.start_date} {one.end_date}"
        for one in mentions
    )


def _base(mention: NumberMention, which: str = "value") -> Decimal | None:
    """Return a value of a mention with its scale multiplied out."""
    value = getattr(mention, which)
    return None if value is None else expand(value, mention.unit)[0]


def _close(left: Decimal | None, right: str) -> bool:
    try:
        wanted = Decimal(right)
    except InvalidOperation:
        return False
    return left is not None and abs(left - wanted) <= abs(wanted) * Decimal("1e-9")


def _parsed(item: Mapping[str, Any], suite: str, mentions: tuple[NumberMention, ...]) -> bool | None:
    """Tell whether the value of an item was read rightly, ``None`` where it has none to compare."""
    kind, expected = item["kind"], item["expected"]
    wanted = [one for one in mentions if one.kind in _KINDS.get(kind, ())]
    if suite == "cn2an":
        if kind not in {"number", "invalid_number"}:
            return None
        value = parse_chinese_number(item["text"])
        return value is None if expected == "error" else _close(value, str(expected))
    if suite == "duckling" and kind in {"number", "money"}:
        number = re.findall(r"-?[\d.]+", expected["expr"])[-1]
        factor = Decimal("0.01") if "Cent" in expected["expr"] else Decimal(1)
        return any(_close(_base(one), str(Decimal(number) * factor)) for one in wanted)
    if kind == "money_parse":
        bounds = expected["num"] if isinstance(expected["num"], list) else [expected["num"]]
        if len(bounds) == 2:
            return any(
                _close(_base(one, "low"), bounds[0]) and _close(_base(one, "high"), bounds[1])
                for one in wanted
            )
        return any(_close(_base(one), bounds[0]) for one in mentions)
    if kind in _DATED:
        return _days(item, suite, wanted)
    if item.get("stage") == "model" and kind in {"number", "currency", "percent", "ordinal", "dimension"}:
        return _each(expected, wanted)
    return None


def _each(expected: Iterable[Mapping[str, Any]], found: Iterable[NumberMention]) -> bool:
    """Tell whether every labelled number was read with its value."""
    have = {(one.span.start, one.span.end): one for one in found}
    for gold in expected:
        value = str((gold.get("resolution") or {}).get("value")).rstrip("%")
        one = have.get((gold["start"], gold["end"]))
        if value != "None" and (
            one is None or not (_close(_base(one), value) or _close(_base(one, "low"), value))
        ):
            return False
    return True


def _days(item: Mapping[str, Any], suite: str, mentions: list[NumberMention]) -> bool | None:
    """Tell whether the days of a date or period are the expected ones."""
    expected = item["expected"]
    if suite == "jionlp":
        if not isinstance(expected["time"], list):
            return None
        first, last = (time[:10] for time in expected["time"])
    elif suite == "duckling":
        found = re.search(r"\((\d+), (\d+), (\d+)", expected["expr"])
        if not found:
            return None
        first, last = str(date(*map(int, found.groups()))), ""
    elif item.get("stage") == "parse":
        value = expected[0]["value"]["PastResolution"]
        first = value.get("date") or value.get("startDate") or ""
        last = value.get("date") or ""
        if "endDate" in value:
            return _through(first, date.fromisoformat(value["endDate"]), mentions)
    else:
        return None
    return any(one.start_date == first and last in {"", one.end_date} for one in mentions)


def _through(first: str, end: date, mentions: list[NumberMention]) -> bool:
    """Tell whether a period begins on a day and ends on or just before another."""
    ours = {one.end_date for one in mentions}
    closes = bool({str(end), str(end - timedelta(days=1))} & ours) or any(
        one[:4] == str(end)[:4] for one in ours
    )
    return closes and any(one.start_date == first for one in mentions)
