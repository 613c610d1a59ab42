"""Measuring the program on this machine: ratios to a plain scan in the same run, and counts."""

from __future__ import annotations

import os
import platform
import statistics as medians
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import BEST_PLACES, SearchAnswer, SearchRequest, search
from corpus.library.intake.opening import open_library
from corpus.model.progress import Progress, ProgressCallback, unobserved
from index.query.request import Mode

EXACT = ("12624.7", "下一处流量红利", "社交电商", "推断", "拼多多")
RANKED = ("社交电商占比", "流量红利 消失", "东部为什么领先", "传销 分销 规则", "移动购物的增长有哪些原因")
ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine a figure was measured on."""

    system: str
    python: str
    cores: int
    memory_gib: float


@dataclass(frozen=True, slots=True)
class BenchReport:
    """What was measured: seconds are medians of one run; ratios compare with a plain scan in the same run."""

    machine: Machine
    articles: int
    characters: int
    create_seconds: float
    index_seconds: float
    scan_milliseconds: float
    exact_milliseconds: float
    exact_to_scan: float
    ranked_milliseconds: float
    ranked_to_scan: float
    index_bytes: int
    environment_bytes: int


def bench(*, progress: ProgressCallback = unobserved) -> BenchReport:
    """Build a library of the built-in pack in a temporary folder, index it and search it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "library"
        created = _timed(lambda: open_library(root, write=True).close())
        library = open_library(root, write=True)
        try:
            library.segmenter.load()
            progress(Progress("bench", 1, 4, "index"))
            indexed = _timed(lambda: sync_index(library, rebuild=True))
            texts = [library.texts.get(key).clean for key in library.documents.ids()]
            progress(Progress("bench", 2, 4, "exact"))
            scan = _median(EXACT, lambda query: [query in text for text in texts])
            exact = _median(EXACT, partial(_first_places, library, "exact"))
            progress(Progress("bench", 3, 4, "ranked"))
            ranked = _median(RANKED, partial(_first_places, library, "auto"))
            return BenchReport(
                machine=machine(),
                articles=len(texts),
                characters=sum(len(text) for text in texts),
                create_seconds=round(created, 3),
                index_seconds=round(indexed, 3),
                scan_milliseconds=round(scan * 1000, 3),
                exact_milliseconds=round(exact * 1000, 3),
                exact_to_scan=round(exact / scan, 1),
                ranked_milliseconds=round(ranked * 1000, 3),
                ranked_to_scan=round(ranked / scan, 1),
                index_bytes=_size(library.index_folder),
                environment_bytes=_size(Path(sys.prefix)) if sys.prefix != sys.base_prefix else 0,
            )
        finally:
            library.close()


def _first_places(library: Library, mode: Mode, text: str) -> SearchAnswer:
    """Search as the window does when something was typed: the first places, and what stands beside them."""
    return search(library, SearchRequest(text, mode, limit=BEST_PLACES, whole=False))


def machine() -> Machine:
    """Return what machine this is; memory is 0 where the system does not say."""
    memory = 0.0
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return Machine(platform.platform(), platform.python_version(), os.cpu_count() or 0, round(memory, 1))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _median(queries: tuple[str, ...], ask: Callable[[str], object]) -> float:
    """Return the median time of a query, each asked several times after a first one."""
    for query in queries:
        ask(query)
    return medians.median(_timed(partial(ask, query)) for _ in range(ROUNDS) for query in queries)


def _size(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
