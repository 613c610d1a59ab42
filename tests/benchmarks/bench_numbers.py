"""Measures the number finder against public test suites beside the repository, where present.

Run: python tests/benchmarks/bench_numbers.py [-v [KIND]]
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.model.statistic import NumberMention  # noqa: E402
from corpus.text.numbers import find_numbers, parse_chinese_number  # noqa: E402
from corpus.text.units import expand  # noqa: E402

GOLD = ROOT.parent / "shared" / "samples" / "open" / "01_numbers"
KINDS = {
    "number": {"number"}, "number_range": {"number"}, "currency": {"amount"}, "money_extract": {"amount"},
    "money_parse": {"amount"}, "money": {"amount"}, "percent": {"percent"}, "ordinal": {"ordinal"},
    "dimension": {"quantity"}, "date": {"date", "period"}, "date_period": {"date", "period"},
    "datetime_model": {"date", "period"}, "time_extract": {"date", "period"}, "time_parse": {"date", "period"},
    "time_expr": {"date", "period"}, "duration": {"period"}, "age": {"quantity"}, "temperature": {"quantity"},
}  # fmt: skip


def items() -> Iterator[dict[str, Any]]:
    """Yield the test items that are ours."""
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["fit"]:
                yield {**item, "set": path.stem}


def base(mention: NumberMention, which: str = "value") -> Decimal | None:
    """Return a value of a mention with its scale multiplied out."""
    value = getattr(mention, which)
    return None if value is None else expand(value, mention.unit)[0]


def expected_spans(item: Mapping[str, Any]) -> set[tuple[int, int]]:
    """Return the spans an item expects."""
    found = item["expected"]
    if item["set"] == "jionlp":
        return {(one["offset"][0], one["offset"][1]) for one in found}
    return {(one["start"], one["end"]) for one in found}


def close(left: Decimal | None, right: str) -> bool:
    """Tell whether a value is the expected one."""
    try:
        wanted = Decimal(right)
    except InvalidOperation:
        return False
    return left is not None and abs(left - wanted) <= abs(wanted) * Decimal("1e-9")


def parsed(item: Mapping[str, Any], mentions: tuple[NumberMention, ...]) -> bool | None:
    """Tell whether the value of an item was read rightly, ``None`` where it has none to compare."""
    kind, expected = item["kind"], item["expected"]
    if item["set"] == "cn2an":
        if kind not in {"number", "invalid_number"}:
            return None
        value = parse_chinese_number(item["text"])
        return value is None if expected == "error" else close(value, str(expected))
    wanted = [one for one in mentions if one.kind in KINDS.get(kind, ())]
    if kind in {"number", "money"} and item["set"] == "duckling":
        number = re.findall(r"-?[\d.]+", expected["expr"])[-1]
        factor = Decimal("0.01") if "Cent" in expected["expr"] else Decimal(1)
        return any(close(base(one), str(Decimal(number) * factor)) for one in wanted)
    if kind == "money_parse":
        numbers = expected["num"] if isinstance(expected["num"], list) else [expected["num"]]
        if len(numbers) == 2:
            return any(
                close(base(one, "low"), numbers[0]) and close(base(one, "high"), numbers[1]) for one in wanted
            )
        return any(close(base(one), numbers[0]) for one in mentions)
    if kind in {"time_parse", "time_expr", "date", "date_period"}:
        return dates(item, wanted)
    if item.get("stage") == "model" and kind in {"number", "currency", "percent", "ordinal", "dimension"}:
        values = [str((one.get("resolution") or {}).get("value")).rstrip("%") for one in expected]
        have = {(one.span.start, one.span.end): one for one in wanted}
        return all(
            (one := have.get((gold["start"], gold["end"]))) is not None
            and (close(base(one), value) or close(base(one, "low"), value))
            for gold, value in zip(expected, values, strict=True)
            if value != "None"
        )
    return None


def dates(item: Mapping[str, Any], mentions: list[NumberMention]) -> bool | None:
    """Tell whether the days of a date or period are the expected ones."""
    expected = item["expected"]
    if item["set"] == "jionlp":
        if not isinstance(expected["time"], list):
            return None
        first, last = (time[:10] for time in expected["time"])
    elif item["set"] == "duckling":
        found = re.search(r"\((\d+), (\d+), (\d+)", expected["expr"])
        if not found:
            return None
        first, last = str(date(*map(int, found.groups()))), ""
    elif item.get("stage") == "parse":
        value = expected[0]["value"]["PastResolution"]
        first = value.get("date") or value.get("startDate") or ""
        last = value.get("date") or ""
        if "endDate" in value:
            end = date.fromisoformat(value["endDate"])
            ours = {one.end_date for one in mentions}
            return any(one.start_date == first for one in mentions) and bool(
                {str(end), str(end - timedelta(days=1))} & ours
                or any(one[:4] == str(end)[:4] for one in ours)
            )
    else:
        return None
    return any(one.start_date == first and last in {"", one.end_date} for one in mentions)


def brief(text: str, mentions: tuple[NumberMention, ...]) -> str:
    """Return mentions in one line."""
    return "; ".join(
        f"{one.span.of(text)} {one.kind} {one.value} {one.low}..{one.high} {one.unit} {one.start_date} {one.end_date}"
        for one in mentions
    )


def main() -> int:
    """Print extraction F1 by span and accuracy of the values, by kind."""
    if not GOLD.is_dir():
        print("skipped: no test suites here")
        return 0
    spans: defaultdict[str, Counter[str]] = defaultdict(Counter)
    values: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in items():
        kind, text = item["kind"], item["text"]
        moment = item.get("reference_time")
        mentions = find_numbers(text, reference=date.fromisoformat(moment[:10]) if moment else None)
        name = f"{item['set']}:{kind}"
        if item.get("stage") in {"extract", "model"} or kind.endswith("_extract"):
            gold = expected_spans(item)
            ours = {(one.span.start, one.span.end) for one in mentions if one.kind in KINDS.get(kind, ())}
            spans[name].update(hit=len(gold & ours), extra=len(ours - gold), missed=len(gold - ours))
            if gold != ours:
                show(
                    name,
                    f"{text} gold={[text[a:b] for a, b in sorted(gold)]} ours={brief(text, mentions)}",
                )
        good = parsed(item, mentions)
        if good is not None:
            values[name].update(right=good, all=1)
            if not good:
                show(
                    f"VALUE {name}",
                    f"{text} gold={str(item['expected'])[:160]} ours={brief(text, mentions)}",
                )
    report("spans", spans)
    total = sum(count["all"] for count in values.values())
    right = sum(count["right"] for count in values.values())
    for name, count in sorted(values.items()):
        print(f"values {name:32} {count['right']}/{count['all']}")
    print(f"values in all: {right}/{total} = {right / total:.3f}")
    return 0


def report(title: str, groups: Mapping[str, Counter[str]]) -> None:
    """Print precision, recall and F1 of each group and of all."""
    whole: Counter[str] = Counter()
    for name, count in [*sorted(groups.items()), ("in all", whole)]:
        if count is not whole:
            whole.update(count)
        precision = count["hit"] / max(1, count["hit"] + count["extra"])
        recall = count["hit"] / max(1, count["hit"] + count["missed"])
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{title} {name:32} P {precision:.3f} R {recall:.3f} F1 {score:.3f} ({count['hit']})")


def show(name: str, words: str) -> None:
    """Print details when asked for."""
    if "-v" in sys.argv and (sys.argv[-1] == "-v" or sys.argv[-1] in name):
        print(f"{name}: {words}")


if __name__ == "__main__":
    raise SystemExit(main())
