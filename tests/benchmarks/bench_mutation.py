"""Change the program at drawn places, one at a time, and see whether its tests notice.

``python -m tests.benchmarks.bench_mutation --parts corpus/store,index --seed 1 --mutants 100 --drawn FILE --covering
FILE --out FILE``. The mutants are mutmut's, so many of each part, drawn once; which tests run which line and how long
each takes, coverage and the clock tell once, in a line a module of tests. Neither library belongs to the program's
environment. The first call learns, the next ones try: each mutant in a child forked from a process in which everything
is loaded, its quickest tests first, until one fails. The tests of the first 20 are run without any mutant too: where
they fail, the score is worth nothing. A mutant in a statement that no test runs is not covered, and not caught. OUT
gets a JSON line a mutant. What stands in a file is not done again, so that a long run is made in pieces; ``--seconds``
ends a piece. The tree that is changed is a copy. Linux.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.benchmarks.mutant_trials import Learning, Trial, Trying, is_learnt, read
from tests.benchmarks.mutants import Mutant, drawn

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("corpus/store", "corpus/annotation", "index", "corpus/library")
SUITE = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "timeout=0")


def learn(to: Path, tests: list[str], seconds: float) -> None:
    """Run the tests and keep which line is run by which."""
    with tempfile.TemporaryDirectory(prefix="watched-") as folder:
        learning = Learning(ROOT, PARTS, Path(folder), to, time.monotonic() + seconds)
        pytest.main([*SUITE, *tests], plugins=[learning])


def in_a_copy(given: argparse.Namespace) -> int:
    """Do the same in a copy of the tree, in which modules may be changed; what is kept lies where it was asked for."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        subprocess.run(["git", "clone", "-q", str(ROOT), folder], check=True)
        kept = [f"--{name}={getattr(given, name).absolute()}" for name in ("drawn", "covering", "out")]
        words = [sys.executable, "-m", "tests.benchmarks.bench_mutation", *sys.argv[1:], *kept, "--here"]
        return subprocess.run(words, cwd=folder, check=False).returncode


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
    parser.add_argument("--here", action="store_true", help="the tree may be changed")
    given = parser.parse_args()
    if not given.here:
        return in_a_copy(given)
    tests = ["-m", given.marked, *given.tests.split(",")]
    if not is_learnt(given.covering):
        learn(given.covering, tests, given.seconds)
        whole = is_learnt(given.covering)  # mutants are tried in a process that is not watched any more
        print(f"learnt; the same again {'tries the mutants' if whole else 'goes on'}")
        return 0
    done = given.out.read_text(encoding="utf-8").splitlines() if given.out.exists() else []
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

        every = drawn(ROOT, given.parts.split(","), given.seed, given.mutants, given.drawn)
        tried = {
            (told["path"], told["line"], told["before"], told["after"]) for told in map(json.loads, done)
        }
        mutants = [one for one in every if (one.path, one.line, one.before, one.after) not in tried]
        controls = 0 if done else given.controls
        trying = Trying(ROOT, mutants, read(given.covering), (given.most, given.length), controls, tell)
        pytest.main([*SUITE, "-s", *tests], plugins=[trying])
    told = list(map(json.loads, given.out.read_text(encoding="utf-8").splitlines()))
    for part in given.parts.split(","):
        ended = Counter(one["ended"] for one in told if one["path"].startswith(f"{part}/"))
        caught = ended["killed"] + ended["endless"]
        print(part, json.dumps({**ended, "score": round(caught / max(1, ended.total()), 3)}))
    return 2 if any(one["ended"] == "control failed" for one in told) else 0


if __name__ == "__main__":
    sys.exit(main())
