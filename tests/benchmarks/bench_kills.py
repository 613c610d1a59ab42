"""Kill commands at random moments and look whether anything a person was told is kept is lost.

``python -m tests.benchmarks.bench_kills --library COPY --from 0 --kills 50``: each number is a seed of its own, so
that a long run is made in pieces. Prints one JSON line a kill and the sums at the end; ends with 1 where anything
was lost, missing or left behind.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 4.0
KINDS = ("annotate", "import", "backup", "restore", "export", "index", "update")


def command(root: Path, *arguments: str) -> list[str]:
    """Return the words of a command on the library."""
    return [sys.executable, "main.py", "--library", str(root), "--json", *arguments]


def asked(root: Path, *arguments: str) -> Any:
    """Run a command to its end and return its document."""
    ended = subprocess.run(command(root, *arguments), cwd=ROOT, capture_output=True, check=False)
    return json.loads(ended.stdout or b"null")


def work_of(kind: str, root: Path, seed: int) -> list[str]:
    """Return the command to be killed."""
    folder = root.parent
    page = folder / ("page.txt" if kind == "update" else f"page-{seed}.txt")
    if kind in {"import", "update"}:
        page.write_text(f"第{seed}篇\n\n" + f"第{seed}句，增长{seed % 90}%。\n" * 200, encoding="utf-8")
    article = asked(root, "articles")[0]["id"]
    return {
        "annotate": ["annotate", article, "--start", "0", "--end", "4", "--note", f"记{seed}"],
        "import": ["import", str(page)],
        "update": ["import", str(page)],
        "backup": ["backup", str(folder / "killed.zip")],
        "restore": ["restore", str(folder / "good.zip")],
        "export": ["export", "--format", "md", "--out", str(folder / "out.md")],
        "index": ["index", "--rebuild"],
    }[kind]


def trial(root: Path, seed: int) -> dict[str, Any]:
    """Kill one command; return what was found afterwards."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    kind = chance.choice(KINDS)
    before = {one["id"] for one in asked(root, "annotations")}
    if kind == "restore":
        asked(root, "backup", str(root.parent / "good.zip"))
    process = subprocess.Popen(
        command(root, *work_of(kind, root, seed)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    time.sleep(chance.uniform(0.05, LONGEST_SECONDS))
    process.kill()
    told = process.communicate()[0]
    if kind == "annotate" and told:
        before.add(json.loads(told)["id"])
    found = asked(root, "annotations")
    missing = not isinstance(found, list)
    after = set() if missing else {one["id"] for one in found}
    report = asked(root, "check")
    asked(
        root, "export", "--format", "md", "--out", str(root.parent / "out.md")
    )  # the next to write there sweeps
    return {
        "seed": seed, "kind": kind, "ended": process.returncode != -9, "missing": missing,
        "lost": len(before - after), "findings": report.get("findings", ["no report"]),
        "left": sorted(one.name for one in root.parent.iterdir() if one.name.startswith(".")),
    }  # fmt: skip


def main() -> int:
    """Run the trials asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True, help="a folder in a folder of its own")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--kills", type=int, default=10)
    given = parser.parse_args()
    root: Path = given.library.absolute()
    root.parent.mkdir(parents=True, exist_ok=True)
    sums = {"kills": 0, "ended before": 0, "missing": 0, "lost": 0, "findings": 0, "left": 0}
    for seed in range(given.first, given.first + given.kills):
        seen = trial(root, seed)
        print(json.dumps(seen, ensure_ascii=False), flush=True)
        sums["ended before" if seen["ended"] else "kills"] += 1
        sums["missing"] += seen["missing"]
        for name in ("findings", "left"):
            sums[name] += len(seen[name])
        sums["lost"] += seen["lost"]
    print(json.dumps(sums), flush=True)
    return int(any(sums[name] for name in ("missing", "lost", "findings", "left")))


if __name__ == "__main__":
    sys.exit(main())
