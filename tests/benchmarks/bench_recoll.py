"""Importing a folder of generated articles, beside `recollindex` on the same folder in the same run.

Run ``.venv/bin/python -m tests.benchmarks.bench_recoll [--articles 1000]``; Recoll is Debian's `recollcmd`. Both run
at the same niceness. Seconds of the clock and of all processors, the most memory of one process, and the size on the
disk are printed; the ratio of the clock says something on an idle machine only.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.benchmark import machine
from tests.benchmarks.generated import articles, write_files

RECOLL = "topdirs = {texts}\ndefaultcharset = UTF-8\nloglevel = 2\nidxflushmb = 200\nidxniceprio = 0\n"
"""The whole configuration of Recoll."""


def spent() -> float:
    """Seconds of all processors so far, children that ended included."""
    whole = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        whole += used.ru_utime + used.ru_stime
    return whole


def size_of(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def measure(name: str, work: Callable[[], object], folder: Path, text: int) -> tuple[float, float]:
    """Do it, print what it took, return seconds of the clock and of the processors."""
    begun, before = time.perf_counter(), spent()
    work()
    clock, processors = time.perf_counter() - begun, spent() - before
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(
        f"{name:8} {clock:8.1f} s, {processors:8.1f} s of processors, {most // 1024} MB at most in one process,"
        f" {size_of(folder) / text:.1f} x the text on the disk\n"
    )
    sys.stdout.flush()
    return clock, processors


def recoll(texts: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "recoll.conf").write_text(RECOLL.format(texts=texts), encoding="utf-8")
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    subprocess.run(["recollindex", "-c", folder], check=True, capture_output=True, env=environment)


def yinde(texts: Path, folder: Path) -> None:
    library = open_library(folder, write=True)
    try:
        report = import_paths(library, [texts])
        if report.index_error is not None or any(one.error for one in report.sources):
            raise RuntimeError("the import did not go through")
    finally:
        library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    sys.stdout.write(f"{machine()}; {count} articles\n")
    with tempfile.TemporaryDirectory() as made:
        texts = Path(made) / "texts"
        write_files(texts, articles(count))
        text = size_of(texts)
        beside = (0.0, 0.0)
        if shutil.which("recollindex"):
            beside = measure(
                "Recoll", lambda: recoll(texts, Path(made) / "recoll"), Path(made) / "recoll", text
            )
        own = measure("Yinde", lambda: yinde(texts, Path(made) / "library"), Path(made) / "library", text)
        if all(beside):
            sys.stdout.write(f"ratios: clock {own[0] / beside[0]:.2f}, processors {own[1] / beside[1]:.2f}\n")


if __name__ == "__main__":
    main()
