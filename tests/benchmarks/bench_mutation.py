"""Change the program at drawn places, one at a time, and see whether its tests notice.

``python -m tests.benchmarks.bench_mutation --parts corpus/store,index --seed 1 --mutants 100 --drawn FILE --covering
FILE --out FILE``. The mutants are mutmut's, so many of each part, drawn once; which tests run which line and how long
each takes, coverage and the clock tell once, in a line a module of tests. Neither library belongs to the program's
environment. The first call learns, the next ones try: each mutant in a child forked from a process in which everything
is loaded, its cheapest tests first, until one fails; what tests share counts for each of them, for a child makes it
anew. The tests of the first 20 are run without any mutant too: where they fail, the score is worth nothing. A mutant
in a statement that no test runs is not covered, and not caught. OUT gets a JSON line a mutant. What stands in a file
is not done again, so that a long run is made in pieces; ``--seconds`` ends a piece, ``--workers`` are as many
processes, each with its share. The trees that are changed are copies; with ``TMPDIR=/dev/shm`` no test waits for the
disk. ``mutants_alike.csv`` beside this module names survivors with which the program does the same, and why: they are
taken out of the score. Linux.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from corpus.scoring.counts import interval
from tests.benchmarks.mutant_learning import Learning, is_learnt, read
from tests.benchmarks.mutant_trials import Trial, Trying
from tests.benchmarks.mutants import Mutant, drawn

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("corpus/store", "corpus/annotation", "index", "corpus/library")
ALIKE = Path(__file__).with_name("mutants_alike.csv")
Place = tuple[str, str, str, str]
SUITE = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "timeout=0")


def learn(to: Path, tests: list[str], seconds: float) -> None:
    """Run the tests and keep which line is run by which."""
    with tempfile.TemporaryDirectory(prefix="watched-") as folder:
        learning = Learning(ROOT, PARTS, Path(folder), to, time.monotonic() + seconds)
        pytest.main([*SUITE, *tests], plugins=[learning])


def in_copies(given: argparse.Namespace) -> int:
    """Do the same in copies of the tree, in which modules may be changed; what is kept lies where it was asked for.

    One alone learns and draws, and several try, each its share.
    """
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        kept = [f"--{name}={getattr(given, name).absolute()}" for name in ("drawn", "covering", "out")]
        numbers = range(given.workers if is_learnt(given.covering) and given.drawn.exists() else 1)
        working = []
        for number in numbers:
            copy = Path(folder) / str(number)
            subprocess.run(["git", "clone", "-q", str(ROOT), str(copy)], check=True)
            share = f"--share={number}/{len(numbers)}"
            words = [sys.executable, "-m", "tests.benchmarks.bench_mutation", *sys.argv[1:], *kept, share]
            working.append(subprocess.Popen(words, cwd=copy))
        return max([one.wait() for one in working])


def score(parts: Sequence[str], told: Sequence[Mapping[str, Any]], alike: Collection[Place]) -> Iterator[str]:
    """Yield a line a part: how its mutants ended, and the share that was caught with its 95 % interval.

    ``alike`` are those with which the program does the same.
    """
    for part in parts:
        ended = Counter(
            "alike" if one["ended"] == "survived" and place_of(one) in alike else one["ended"]
            for one in told
            if one["path"].startswith(f"{part}/")
        )
        caught, of = ended["killed"] + ended["endless"], ended.total() - ended["alike"]
        yield f"{part} {json.dumps(ended)} caught {caught} of {of}: {caught / max(1, of):.3f} {interval(caught, of)}"


def place_of(told: Mapping[str, Any]) -> Place:
    """Return by what a mutant is known when lines move: its module, its function, what stood there and what stands."""
    return told["path"], told["name"], told["before"].strip(), told["after"].strip()


def alike() -> set[Place]:
    """Return the mutants that somebody found to do what the program does."""
    with ALIKE.open(encoding="utf-8", newline="") as file:
        return {place_of(row) for row in csv.DictReader(file)}


def main() -> int:
    """Draw, try and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mutants", type=int, default=100, help="of each part")
    parser.add_argument("--drawn", type=Path, required=True, help="where the drawn mutants are kept")
    parser.add_argument("--covering", type=Path, required=True)
    parser.add_argument("--tests", default="tests/corpus,tests/index")
    parser.add_argument("--marked", default="not long", help="which tests, by pytest's markers; '' for all")
    parser.add_argument("--most", type=int, default=200, help="tests a mutant")
    parser.add_argument("--length", type=float, default=60, help="seconds of watched tests a mutant")
    parser.add_argument("--controls", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--share", help="N/OF: the tree may be changed, and every OF-th mutant is tried in it"
    )
    given = parser.parse_args()
    if given.share is None:
        ended = in_copies(given)
        for line in score(given.parts.split(","), _lines(given.out), alike()):
            print(line)
        return ended
    number, of = map(int, given.share.split("/"))
    tests = ["-m", given.marked, *given.tests.split(",")]
    if not is_learnt(given.covering):
        learn(given.covering, tests, given.seconds)
        whole = is_learnt(given.covering)  # mutants are tried in a process that is not watched any more
        print(f"learnt; the same again {'tries the mutants' if whole else 'goes on'}")
        return 0
    done = _lines(given.out)
    end = time.monotonic() + given.seconds
    with given.out.open("a", encoding="utf-8") as file:

        def tell(mutant: Mutant, trial: Trial) -> None:
            told = {
                "path": mutant.path, "line": mutant.line, "name": mutant.name, "before": mutant.before,
                "after": mutant.after, **asdict(trial),
            }  # fmt: skip
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
            file.flush()
            if time.monotonic() > end:
                pytest.exit("the time is over")

        every = drawn(ROOT, given.parts.split(","), given.seed, given.mutants, given.drawn)[number::of]
        tried = {(told["path"], told["line"], told["before"], told["after"]) for told in done}
        mutants = [one for one in every if (one.path, one.line, one.before, one.after) not in tried]
        controls = 0 if done else given.controls // of
        trying = Trying(ROOT, mutants, read(given.covering), (given.most, given.length), controls, tell)
        pytest.main([*SUITE, "-s", *tests], plugins=[trying])
    return 2 if any(one["ended"] == "control failed" for one in _lines(given.out)) else 0


def _lines(path: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, path.read_text(encoding="utf-8").splitlines())) if path.exists() else []


if __name__ == "__main__":
    sys.exit(main())
