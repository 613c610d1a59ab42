"""Measures which sentences are told to assert a direction, against the hand-labelled ones beside the repository.

Run: python tests/benchmarks/bench_trends.py [-v]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.knowledge.direction import asserts_direction  # noqa: E402

GOLD = ROOT.parent / "shared" / "samples" / "open" / "02_business" / "trend_gold.jsonl"
ASSERTED = 0.5


def main() -> int:
    """Print precision, recall and F1; sentences labelled borderline do not count."""
    if not GOLD.exists():
        print("skipped: no labelled sentences here")
        return 0
    hits = extra = missed = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["label"] == "borderline":
            continue
        told, wanted = asserts_direction(item["text"]), item["label"] == "trend"
        hits += told >= ASSERTED and wanted
        extra += told >= ASSERTED and not wanted
        missed += told < ASSERTED and wanted
        if (told >= ASSERTED) != wanted and "-v" in sys.argv:
            print(f"{item['label']} {told:.2f} {item['text']}")
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"directions: precision {precision:.3f} recall {recall:.3f} F1 {score:.3f} ({hits})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
