"""Measures the statistics extractor against the hand-labelled sentences beside the repository, where present.

Run: python tests/benchmarks/bench_statistics.py [-v]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.knowledge.statistics import extract_statistics  # noqa: E402
from corpus.model.span import Span  # noqa: E402
from corpus.model.statistic import Change, Statistic  # noqa: E402
from corpus.text.units import expand  # noqa: E402

GOLD = ROOT.parent / "shared" / "samples" / "open" / "02_business" / "statistics_gold.jsonl"


def overlap(left: str, right: str) -> float:
    """Return how much of the shorter of two phrases stands in the other, by characters (0 to 1)."""
    strip = str.maketrans("", "", "“”\"' 的")
    left, right = left.translate(strip), right.translate(strip)
    if not left or not right:
        return 0.0
    return len(set(left) & set(right)) / min(len(set(left)), len(set(right)))


def same_value(gold: dict[str, object], found: Statistic) -> bool:
    """Tell whether value and unit are the gold ones, or the change where there is no value."""
    if gold["value"] is None:
        change = gold["change"] or {}
        assert isinstance(change, dict)
        amount = str(change.get("amount") or "")
        return (
            found.direction is not None
            and found.movement is not None
            and f"{found.movement.value}{found.movement.unit}" == amount
        )
    if found.value is None or found.direction is not None:
        return False
    return expand(Decimal(str(gold["value"])), str(gold["unit"] or "")) == expand(found.value, found.unit)


def same_change(gold: Mapping[str, str | None], found: Change | None) -> bool:
    """Tell whether direction and, where it is printed, amount of a change are the gold ones."""
    if found is None or not gold:
        return found is None and not gold
    amount = gold.get("amount")
    return found.direction == gold["direction"] and amount in {None, f"{found.value}{found.unit}"}


def main() -> int:
    """Print precision, recall and F1 of figures, and how often metric, change and period are right."""
    if not GOLD.exists():
        print("skipped: no labelled sentences here")
        return 0
    hits = extra = missed = 0
    fields = {"metric": 0, "change": 0, "period": 0, "qualifier": 0, "subject": 0}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        sentence = item["sentence"]
        found = list(extract_statistics(sentence, (Span(0, len(sentence)),)))
        for gold in item["statistics"]:
            match = next(
                (
                    one
                    for one in found
                    if same_value(gold, one) and overlap(gold["metric"], one.metric) >= 0.5
                ),
                None,
            )
            match = match or next((one for one in found if same_value(gold, one)), None)
            if match is None:
                missed += not gold["optional"]
                if not gold["optional"]:
                    show(
                        "MISSED", f"{gold['metric']} {gold['value']}{gold['unit']} {gold['change']}", sentence
                    )
                continue
            found.remove(match)
            if gold["optional"]:
                continue
            hits += 1
            change = gold["change"] or {}
            right = {
                "metric": overlap(gold["metric"], match.metric) >= 0.5,
                "change": same_change(change, match.movement),
                "period": (gold["period"] or "") == match.period.text,
                "qualifier": (gold["qualifier"] or "") == match.qualifier,
                "subject": (gold["subject"] or "") == match.subject,
            }
            for name, good in right.items():
                fields[name] += good
                if not good:
                    show(
                        f"WRONG {name}",
                        f"{gold} // {match.metric}|{match.movement}|{match.period.text}|{match.qualifier}"
                        f"|{match.subject}",
                        sentence,
                    )
        extra += len(found)
        for one in found:
            show("EXTRA", f"{one.metric} {one.value}{one.unit} {one.movement}", sentence)
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"figures: precision {precision:.3f} recall {recall:.3f} F1 {score:.3f}")
    print({name: f"{count}/{hits}" for name, count in fields.items()})
    return 0


def show(*words: str) -> None:
    """Print details when asked for."""
    if "-v" in sys.argv:
        print(*words, sep="\n    ")


if __name__ == "__main__":
    raise SystemExit(main())
