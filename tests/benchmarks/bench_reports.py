"""How much of real reports the readers bring in: `python tests/benchmarks/bench_reports.py SAMPLES`.

``SAMPLES`` holds reports in several formats and, below ``_plain``, their true text. For each report: the share of
the true text's runs of twelve characters (blanks left out) that stand in what was read, for the whole text and from
the title line on; the headings of the outline; the seconds it took.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.importing.table import read
from corpus.text.offsets import apply_edits
from corpus.text.repairs.layers import known_edits

RUN: Final = 12
WANTED: Final[Mapping[str, float]] = {"txt": 0.999, "docx": 0.999, "epub": 0.999, "html": 0.99, "pdf": 0.99}


def bare(text: str) -> str:
    """Return a text without blanks, in one form."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def runs(text: str) -> set[str]:
    """Return the runs of twelve characters of a text."""
    whole = bare(text)
    return {whole[place : place + RUN] for place in range(len(whole) - RUN + 1)}


def share(true: str, found: set[str]) -> float:
    """Return which share of the true text's runs was found."""
    wanted = runs(true)
    return len(wanted & found) / max(1, len(wanted))


def report(path: Path, true: str, title: str) -> tuple[float, float, int, float]:
    """Return the share of the whole text, that from the title on, the number of headings, and the seconds."""
    started = time.process_time()
    document = read(path)
    seconds = time.process_time() - started
    found = runs(apply_edits(document.text, known_edits(document.text, document.repairs)))
    begin = max(0, true.find(title[:8]))
    return share(true, found), share(true[begin:], found), len(document.headings), seconds


def main() -> None:
    """Print a line for each report and whether the goal of its format is reached."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("samples", type=Path)
    given = parser.parse_args()
    lines = (given.samples / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    for one in map(json.loads, lines):
        case: Mapping[str, Any] = one
        plain = given.samples / "_plain" / f"{case['file'].partition('.')[0]}.txt"
        if not plain.exists():
            continue
        path = given.samples / case["file"]
        whole, titled, headings, seconds = report(path, plain.read_text(encoding="utf-8"), case["title"])
        goal = WANTED[path.suffix[1:]]
        reached = "reached" if titled >= goal else f"goal {goal}"
        told = f"{whole:.5f}, from the title {titled:.5f} ({reached})"
        print(f"{case['file']}: {told}, {headings} headings, {seconds:.1f} s")


if __name__ == "__main__":
    main()
