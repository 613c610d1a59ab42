"""Have the disk fail below SQLite and below our own writes, and look whether a sentence is told and nothing is lost.

``python -m tests.benchmarks.bench_faults --trials 200`` tries, of each command, the first call it makes on its files,
the last and 200 drawn by seed, each with a fault drawn by seed: EIO or ENOSPC once or from then on, a short write.
With ``--reads`` the calls that read fail instead: once, from then on, or wherever the same place is read again.
``--from`` goes on where an earlier run ended, ``--works annotate,import`` takes a part. Prints one JSON line a trial in
which something is not well and the sums of each command; ends with 1 where anything is not. Linux with a compiler.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from tests.faults.grounds import WORKS
from tests.faults.shim import FAULTS, READ_FAULTS, can_compile
from tests.faults.trials import Trials, serving


def drawn(
    work: str, calls: int, first: int, trials: int, faults: Collection[str]
) -> Iterator[tuple[str, int]]:
    """Yield fault and call: both ends with every fault, then the drawn ones from ``first`` on."""
    if first == 0:
        for fault in faults:
            yield from ((fault, 1), (fault, calls))
    for number in range(first, first + trials):
        chance = random.Random(f"{work} {number}")  # noqa: S311 - places, no secrets
        yield chance.choice(sorted(faults)), chance.randint(1, calls)


def tried(trials: Trials, work: str, first: int, number: int, *, reads: bool) -> bool:
    """Try one command; return whether all was well."""
    calls = trials.counted(work, reads=reads)
    kinds: Counter[str] = Counter()
    wrong = 0
    for fault, at in drawn(work, calls, first, number, READ_FAULTS if reads else FAULTS):
        seen = trials.tried(work, fault, at)
        kinds[seen["kind"] or ("done" if seen["code"] == 0 else f"exit {seen['code']}")] += 1
        if seen["wrong"]:
            wrong += 1
            print(json.dumps(seen, ensure_ascii=False), flush=True)
    sums = {"work": work, "calls": calls, "trials": kinds.total(), "wrong": wrong, "ended": dict(kinds)}
    print(json.dumps(sums, ensure_ascii=False), flush=True)
    return wrong == 0


def main() -> int:
    """Run the trials asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", default="annotate,import,repair,export,backup,restore,migrate")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--reads", action="store_true")
    given = parser.parse_args()
    if not can_compile():
        print("needs Linux and a C compiler")
        return 2
    names = list(WORKS) if given.works == "all" else given.works.split(",")
    with tempfile.TemporaryDirectory(prefix="faults-") as folder, serving(Path(folder)) as trials:
        well = [tried(trials, name, given.first, given.trials, reads=given.reads) for name in names]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
