"""Give the program inputs made to take it down, one command each, and see what each costs and says.

``python -m tests.benchmarks.bench_hostile [--only NAME]`` prints one JSON line an input – exit code, CPU seconds, peak
memory, what is ill – and the sums; ends with 1 where a command ended without a sentence or took more than 5 s of CPU
or 500 MB.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.hostile.ground import Ground
from tests.hostile.inputs import all_inputs


def main() -> int:
    """Run the inputs asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of the name")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        ground = Ground(Path(folder))
        seen = []
        for one in all_inputs():
            if given.only in one.name:
                seen.append(ground.tried(one))
                print(json.dumps(asdict(seen[-1]), ensure_ascii=False), flush=True)
    print(json.dumps({
        "inputs": len(seen), "wrong": sum(bool(one.wrong) for one in seen),
        "seconds at most": max(one.seconds for one in seen), "megabytes at most": max(one.megabytes for one in seen),
    }))  # fmt: skip
    return int(any(one.wrong for one in seen))


if __name__ == "__main__":
    sys.exit(main())
