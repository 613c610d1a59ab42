"""Give the program drawn hostile inputs – files, queries, notes, styles, backups – and see what each costs and says.

``python -m tests.benchmarks.bench_fuzz --cases 300 --seed 1`` draws as many of each kind; the same seed draws the same
inputs, so a long run is made in pieces of several seeds. Prints a JSON line for each input that ended without a
sentence, took more than 5 s of CPU or 500 MB, keeps its files under ``--keep FOLDER``, and the sums; ends with 1 where
there were any.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from corpus.library.intake.opening import open_library
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from tests.hostile.drawn import all_kinds
from tests.hostile.ground import Ground, Tried
from tests.hostile.inputs import Hostile

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_FORMATS = ("docx", "odt", "epub", "html", "md", "csv", "xlsx", "pdf")


def sound_files(folder: Path) -> dict[str, bytes]:
    """Return a small sound file of each format the program writes."""
    library = open_library(folder / "files", write=False)
    made = {}
    for suffix in _FORMATS:
        out = folder / f"sound.{suffix}"
        export(library, ExportRequest(suffix, out, what="statistics"))
        made[suffix] = out.read_bytes()
    library.close()
    return made


def _draw(drawn: SearchStrategy[Hostile], cases: int, number: int, tried: Callable[[Hostile], None]) -> None:
    """Draw so many cases of one kind; the same ``number`` draws the same."""
    few = settings(
        max_examples=cases, phases=[Phase.generate], deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    seed(number)(few(given(drawn)(tried)))()


def main() -> int:
    """Run the cases asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of the name of a kind")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    seen: list[Tried] = []
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        files = sound_files(folder)
        ground = Ground(folder)

        def tried(hostile: Hostile) -> None:
            seen.append(ground.tried(hostile))
            if not seen[-1].wrong:
                return
            print(json.dumps(asdict(seen[-1]), ensure_ascii=False), flush=True)
            if asked.keep is not None:
                place = asked.keep / f"{asked.seed}-{len(seen)}"
                place.mkdir(parents=True, exist_ok=True)
                (place / "words.txt").write_text(
                    "\n".join(hostile.given(place)), encoding="utf-8", errors="replace"
                )

        kinds = all_kinds(files, ground.backup)
        for number, (kind, drawn) in enumerate(kinds.items()):
            cases = asked.cases // len(kinds) + (number < asked.cases % len(kinds))
            if cases and asked.only in kind:
                _draw(drawn, cases, asked.seed, tried)
    ended = Counter(f"{one.name.partition('.')[0]} {one.kind or one.code}" for one in seen)
    print(json.dumps({
        "cases": len(seen), "wrong": sum(bool(one.wrong) for one in seen), "ended": dict(ended),
        "seconds at most": max(one.seconds for one in seen), "megabytes at most": max(one.megabytes for one in seen),
    }, ensure_ascii=False))  # fmt: skip
    return int(any(one.wrong for one in seen))


if __name__ == "__main__":
    sys.exit(main())
