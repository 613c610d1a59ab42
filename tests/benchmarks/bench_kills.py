"""Kill the program at drawn moments and look whether anything a person was told is kept is lost.

``python -m tests.benchmarks.bench_kills --from 0 --kills 50``: each number is a seed of its own, so that a long run is
made in pieces. A seed draws what is killed – a command, the worker at its tasks, a window in which somebody types –
and the call on the disk at which it ends, for the window the character. Prints one JSON line a kill and the sums; ends
with 1 where anything was lost, missing or left behind. Linux with a compiler.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

from tests.faults.grounds import WORKS
from tests.faults.shim import can_compile
from tests.faults.trials import Trials, serving

KINDS: Final = (*WORKS, "worker", "worker", "window", "window")


def killed(trials: Trials, seed: int, kinds: tuple[str, ...]) -> dict[str, Any]:
    """Kill what the seed draws; return what was seen."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    kind = chance.choice(kinds)
    if kind in WORKS:
        return {"seed": seed, **trials.tried(kind, "kill", chance.randint(1, trials.counted(kind)))}
    return trials.killed(kind, seed)


def main() -> int:
    """Run the kills asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--kinds", default=",".join(KINDS))
    given = parser.parse_args()
    if not can_compile():
        print("needs Linux and a C compiler")
        return 2
    sums: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder, serving(Path(folder)) as trials:
        for seed in range(given.first, given.first + given.kills):
            seen = killed(trials, seed, tuple(given.kinds.split(",")))
            print(json.dumps(seen, ensure_ascii=False), flush=True)
            ended = "killed" if seen["code"] == -9 else "ended before"
            sums[ended] += 1
            sums[f"{ended}: {seen['work']}"] += 1
            sums.update(one.partition(":")[0] for one in seen["wrong"])
    print(json.dumps(sums, ensure_ascii=False), flush=True)
    return int(any(sums[one] for one in ("lost", "gone", "finding", "left", "not again", "not done")))


if __name__ == "__main__":
    sys.exit(main())
