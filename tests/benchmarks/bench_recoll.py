"""Importing a folder of generated articles, beside `recollindex` on the same folder in the same run.

Run ``.venv/bin/python -m tests.benchmarks.bench_recoll [--articles 1000]``; Recoll is Debian's `recollcmd`. Both run
at the same niceness, jieba's cutting of the same texts beside them. Seconds of the clock and of all processors, the
most memory of one process and of all together, and the size on the disk are printed; the ratio of the clock says
something on an idle machine only.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.benchmark import machine
from index.segment import Segmenter
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


def size_at(path: Path) -> int:
    return path.stat().st_size if path.is_file() else size_of(path)


def tree() -> Iterator[int]:
    """Yield the memory in bytes of this process and of all it started, as Linux tells; what is shared counts again."""
    parents: dict[int, int] = {}
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(one.parent.name)] = int(one.read_text().rpartition(")")[2].split()[1])
    for process in parents:
        above = process
        while above not in {0, os.getpid()}:
            above = parents.get(above, 0)
        with suppress(OSError):
            if above:
                pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
                yield pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def watched() -> Iterator[list[int]]:
    """Note the memory of all processes together twice a second while the block lasts."""
    ended, seen = Event(), [0]

    def watch() -> None:
        while not ended.wait(0.5):
            seen.append(sum(tree()))

    thread = Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


def measure(name: str, work: Callable[[], object], folder: Path, text: int) -> tuple[float, float]:
    """Do it, print what it took, return seconds of the clock and of the processors."""
    begun, before = time.perf_counter(), spent()
    with watched() as seen:
        work()
    clock, processors = time.perf_counter() - begun, spent() - before
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(
        f"{name:8} {clock:8.1f} s, {processors:8.1f} s of processors, {most // 1024} MB at most in one process,"
        f" {max(seen) >> 20} MB in all together, {size_of(folder) / text:.1f} x the text on the disk\n"
    )
    sys.stdout.flush()
    return clock, processors


def recoll(texts: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "recoll.conf").write_text(RECOLL.format(texts=texts), encoding="utf-8")
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    subprocess.run(["recollindex", "-c", folder], check=True, capture_output=True, env=environment)


def jieba(texts: Path, folder: Path) -> None:
    """Cut every text as jieba does, the dictionary read before."""
    folder.mkdir()
    segmenter = Segmenter((), folder)
    for one in sorted(texts.iterdir()):
        segmenter.words(one.read_text(encoding="utf-8"))


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
        measure("jieba", lambda: jieba(texts, Path(made) / "jieba"), Path(made) / "jieba", text)
        own = measure("Yinde", lambda: yinde(texts, Path(made) / "library"), Path(made) / "library", text)
        parts = ("library.db", "index", "originals")
        sizes = {one: size_at(Path(made) / "library" / one) / text for one in parts}
        sys.stdout.write(", ".join(f"{one} {size:.1f} x" for one, size in sizes.items()) + "\n")
        if all(beside):
            sys.stdout.write(f"ratios: clock {own[0] / beside[0]:.2f}, processors {own[1] / beside[1]:.2f}\n")


if __name__ == "__main__":
    main()
