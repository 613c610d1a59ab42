"""Measures the extractors against labelled sets: precision, recall, n and 95 % interval per set and genre.

Run: python tests/benchmarks/bench_extraction.py --samples DIR [--set NAME] [--half even|odd] [-v]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.library.core.knowledge import builtin_knowledge  # noqa: E402
from corpus.model.knowledge import Knowledge  # noqa: E402
from tests.scoring.conflicts import score_conflicts  # noqa: E402
from tests.scoring.counts import Counts  # noqa: E402
from tests.scoring.figures import score  # noqa: E402
from tests.scoring.others import score_firms, score_numbers, score_trends  # noqa: E402
from tests.scoring.provinces import score_provinces  # noqa: E402
from tests.scoring.tables import score_tables  # noqa: E402

SETS = ("statistics", "gold", "numbers", "firms", "trends", "conflicts", "provinces", "tables")


def lines(path: Path, half: str) -> list[dict[str, Any]]:
    """Return the labelled items of a file, all or every other one."""
    if not path.exists():
        return []
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return items if not half else items[half == "odd" :: 2]


def measured(name: str, samples: Path, half: str) -> dict[str, Counts]:
    """Return the counts of one set by part."""
    knowledge = builtin_knowledge()
    own = samples / "own"
    if name in {"statistics", "gold"}:
        path = (
            own / "statistics.jsonl"
            if name == "statistics"
            else samples / "open/02_business/statistics_gold.jsonl"
        )
        genres, fields = score(lines(path, half), knowledge)
        whole = Counts()
        for one in genres.values():
            whole.add(one)
        whole.notes.clear()
        return {
            **(genres if len(genres) > 1 else {}),
            "all": whole if len(genres) > 1 else next(iter(genres.values()), whole),
            **fields,
        }
    if name == "numbers":
        return {"all": score_numbers(lines(own / "numbers.jsonl", half))}
    if name == "firms":
        return score_firms(lines(own / "firms.jsonl", half), knowledge)
    if name == "conflicts":
        return score_conflicts(lines(own / "conflicts.jsonl", half), knowledge)
    if name == "tables":
        return {"all": score_tables(lines(own / "tables.jsonl", half), knowledge)}
    if name == "provinces":
        return _provinces(samples, knowledge)
    return score_trends(lines(own / "trends.jsonl", half), knowledge)


def _provinces(samples: Path, knowledge: Knowledge) -> dict[str, Counts]:
    """Return the counts of the provincial reports in plain text."""
    labels, root = samples / "labels" / "provinces.json", samples / "open" / "07_reports"
    if not labels.exists():
        return {}
    files = {match[1]: path for path in (*root.glob("*.txt"), *root.glob("_plain/*.txt"))
             if (match := re.search(r"2026_\d\d_(黑龙江|内蒙古|..)", path.name))}  # fmt: skip
    return score_provinces(json.loads(labels.read_text(encoding="utf-8")), files, knowledge)


def main() -> int:
    """Print the figures of every set asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("--half", choices=("even", "odd"), default="")
    parser.add_argument("-v", dest="verbose", action="store_true")
    options = parser.parse_args()
    for name in (options.set,) if options.set else SETS:
        for part, counts in measured(name, options.samples, options.half).items():
            print(f"{name:11} {part:22} {counts.line()}")
            if options.verbose:
                print(*(f"    {note}" for note in counts.notes), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
