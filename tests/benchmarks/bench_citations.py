"""Score of the GB/T 7714 formatter on the open items: `python tests/benchmarks/bench_citations.py`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.report.citations import cite

SAMPLES = Path(__file__).resolve().parents[3] / "shared/samples/open/06_chinese/gbt7714_2015.jsonl"


def main() -> None:
    """Print how many references come out right, the wrong ones, and how long one takes."""
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    for key in ("numeric", "author_date"):
        style = f"gbt7714-2015-{key.replace('_', '-')}"
        began = time.perf_counter()
        texts = [cite([row["item"]], style)[0].text for row in rows]
        each = 1000 * (time.perf_counter() - began) / len(rows)
        wrong = [(row, text) for row, text in zip(rows, texts, strict=True) if text != row["expected"][key]]
        print(f"{style}: {len(rows) - len(wrong)} right of {len(rows)}, {each:.2f} ms each")
        for row, text in wrong:
            print(f"  {row['id']}\n    is  {text}\n    not {row['expected'][key]}")


if __name__ == "__main__":
    main()
