"""How often the check of a paper is right: `python -m tests.benchmarks.bench_audit [--articles N] [--seed N]`.

200 quotations and 100 figures of the generated family, looked up in a library of so many texts; with --time also how
long one look-up takes there.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.opening import open_library
from tests.benchmarks.audit_family import Case, figures, quotations, sources
from tests.benchmarks.generated import fill


def score(library: Library, cases: list[Case]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many of each kind there are, how many came out right, and what went wrong."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for case in cases:
        total[case.kind] += 1
        found = [one.standing.value for one in audit(library, case.text)]
        if len(found) == 1 and found[0] in case.right:
            right[case.kind] += 1
        else:
            wrong.append(f"{case.kind}: {case.text} -> {found}, right: {sorted(case.right)}")
    return total, right, wrong


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--quotations", type=int, default=200)
    parser.add_argument("--figures", type=int, default=100)
    asked = parser.parse_args()
    texts = sources(asked.articles, asked.seed)
    with tempfile.TemporaryDirectory(prefix="yinde-audit-") as folder:
        library = open_library(Path(folder) / "文库", write=True)
        try:
            fill(library, texts)
            sync_index(library)
            for name, cases in (
                ("quotations", list(quotations(texts, asked.quotations, asked.seed + 1))),
                ("figures", list(figures(texts, asked.figures, asked.seed + 2))),
            ):
                began = time.perf_counter()
                total, right, wrong = score(library, cases)
                each = 1000 * (time.perf_counter() - began) / max(1, len(cases))
                print(f"{name}: {right.total()}/{total.total()} right, {each:.0f} ms each")
                for kind in total:
                    print(f"  {kind}: {right[kind]}/{total[kind]}")
                for one in wrong:
                    print(f"  wrong: {one}")
        finally:
            library.close()


if __name__ == "__main__":
    main()
