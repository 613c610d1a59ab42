"""What the check of a paper costs in small and large libraries: `python -m tests.benchmarks.bench_audit_cost [SIZES]`.

A paper of 30 quotations and 60 figures, all of them of texts that every library holds, is gone through in each; told
are the CPU time of a quotation and of a figure, each the second time round, and how many articles were read for it.
With --profile also where the largest spends it.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from tests.benchmarks.audit_family import figures, quotations, sources
from tests.benchmarks.bench_search import library_of
from tests.benchmarks.generated import SEED

DRAWN = 11
KNOWN = 300
"""Texts the paper is written from."""
QUOTATIONS, FIGURES = 30, 60


def paper() -> tuple[str, str]:
    """Return the quotations and the figures of the paper, a paragraph each."""
    texts = sources(KNOWN, SEED)
    quoted = "\n".join(one.text for one in quotations(texts, QUOTATIONS, DRAWN))
    told = "\n".join(one.text for one in figures(texts, FIGURES, DRAWN))
    return quoted, told


def spent(library: Library, text: str) -> tuple[float, int]:
    """Return the CPU seconds a text costs, and how many things of it were looked up."""
    began = time.process_time()
    found = audit(library, text)
    return time.process_time() - began, len(found)


def measure(sizes: Sequence[int], folder: Path, *, profile: bool) -> None:
    """Print what the paper costs in libraries of these sizes."""
    quoted, told = paper()
    for size in sizes:
        library = library_of(size, folder)
        try:
            audit(library, f"{quoted}\n{told}")
            for name, text in (("quotation", quoted), ("figure", told)):
                seconds, many = spent(library, text)
                print(f"{size}: {1000 * seconds / max(1, many):.1f} ms of CPU a {name} ({many})")
        finally:
            library.close()
    if profile:
        _profiled(folder / str(max(sizes)), f"{quoted}\n{told}")


def _profiled(root: Path, text: str) -> None:
    library = open_library(root, write=False)
    watched = cProfile.Profile()
    watched.runcall(audit, library, text)
    pstats.Stats(watched, stream=sys.stdout).sort_stats("tottime").print_stats(30)
    library.close()


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path, help="where the libraries lie, and are kept")
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="yinde-audit-") as made:
        measure(asked.sizes, asked.folder or Path(made), profile=asked.profile)


if __name__ == "__main__":
    main()
