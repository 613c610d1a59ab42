"""Give the program inputs made to take it down, one command each, and see what each costs and says.

``python -m tests.benchmarks.bench_hostile [--only NAME]`` prints one JSON line an input – exit code, CPU seconds, peak
memory, what is ill – and the sums; ends with 1 where a command ended without a sentence or took more than 5 s of CPU
or 500 MB. With ``--window`` the real window is given them instead, off-screen, and the longest pauses of its thread are
told, in milliseconds of the clock and of its own work, what all its processes spent and the most memory one of them
held, the window itself included (Linux); what it takes in is opened too.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tests.hostile.ground import MEGABYTES, SECONDS, Ground, made_apart
from tests.hostile.inputs import all_inputs

_GAP: Final = 100
"""Milliseconds the window's thread may work without answering."""


def in_the_window(folder: Path, only: str) -> int:
    """Give the inputs to the window."""
    from tests.hostile.watched_window import WatchedWindow

    seen = []
    with WatchedWindow(made_apart(folder)) as window:
        for one in all_inputs():
            for beats in window.tried(one, folder) if _asked(one.name, only) else ():
                seen.append(beats)
                print(json.dumps(asdict(beats), ensure_ascii=False), flush=True)
    print(json.dumps({
        "watched": len(seen), "clock at most": max(one.clock for one in seen),
        "own at most": max(one.own for one in seen),
        "own over 100": sum(one.own > _GAP for one in seen),
        "spent at most": max(one.spent for one in seen), "dear": sum(one.spent > SECONDS for one in seen),
        "megabytes at most": max(one.megabytes for one in seen),
    }))  # fmt: skip
    return int(any(one.own > _GAP or one.spent > SECONDS or one.megabytes > MEGABYTES for one in seen))


def _asked(name: str, parts: str) -> bool:
    return any(part in name for part in parts.split("|"))


def main() -> int:
    """Run the inputs asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="parts of names, with | between them")
    parser.add_argument("--window", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        if given.window:
            return in_the_window(Path(folder), given.only)
        ground = Ground(Path(folder))
        seen = []
        for one in all_inputs():
            if _asked(one.name, given.only):
                seen.append(ground.tried(one))
                print(json.dumps(asdict(seen[-1]), ensure_ascii=False), flush=True)
    print(json.dumps({
        "inputs": len(seen), "wrong": sum(bool(one.wrong) for one in seen),
        "seconds at most": max(one.seconds for one in seen), "megabytes at most": max(one.megabytes for one in seen),
    }))  # fmt: skip
    return int(any(one.wrong for one in seen))


if __name__ == "__main__":
    sys.exit(main())
