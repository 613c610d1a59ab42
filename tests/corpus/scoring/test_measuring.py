"""The program measures itself: what was timed, how often, and in what it is told."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from corpus.library.core.library import Library
from corpus.library.finding.search import BEST_PLACES, SearchRequest
from corpus.library.intake.opening import open_library
from corpus.library.upkeep import benchmark, labelled
from corpus.library.upkeep.benchmark import EXACT, RANKED, bench, machine
from corpus.library.upkeep.labelled import Cost, cost_of_reading
from corpus.model.progress import Progress
from tests.copies import copied

if TYPE_CHECKING:
    import pytest

    from index.query.request import Mode


@dataclass
class Clock:
    """Goes on by some of a second whenever it is looked at, and by what work takes."""

    now: float = 0.0

    def look(self) -> float:
        """Return the time."""
        self.now += 0.1234567
        return self.now

    def work(self, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds


def test_what_is_told_of_a_measured_library(
    library_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, asked, roots, told = Clock(), list[SearchRequest](), list[Path](), list[Progress]()
    seen: dict[str, int] = {}

    def opened(root: Path, *, write: bool) -> Library:
        assert write
        if not roots:
            copied(library_template, root)
        roots.append(root)
        return open_library(root, write=True)

    def indexed(library: Library, *, rebuild: bool) -> None:
        assert rebuild
        clock.work(0.25)
        seen.update(
            articles=len(library.documents.ids()),
            characters=sum(len(library.texts.get(one).clean) for one in library.documents.ids()),
            bytes=sum(one.stat().st_size for one in library.index_folder.rglob("*") if one.is_file()),
        )

    def searched(_library: Library, request: SearchRequest) -> None:
        asked.append(request)
        clock.work(1.0 if request.mode == "exact" else 2.0)

    environment = tmp_path / "environment"
    (environment / "lib").mkdir(parents=True)
    (environment / "lib" / "module.py").write_text("1234567")
    (environment / "lib64").symlink_to(environment / "lib" / "module.py")
    monkeypatch.setattr(benchmark, "open_library", opened)
    monkeypatch.setattr(benchmark, "sync_index", indexed)
    monkeypatch.setattr(benchmark, "search", searched)
    monkeypatch.setattr(benchmark, "ROUNDS", 2)
    monkeypatch.setattr(benchmark, "time", SimpleNamespace(perf_counter=clock.look))
    monkeypatch.setattr(benchmark, "sys", SimpleNamespace(prefix=str(environment), base_prefix="x"))
    report = bench(progress=told.append)
    assert len(roots) == 2
    assert not roots[0].exists()
    assert told == [
        Progress("bench", n, 4, item) for n, item in enumerate(("index", "exact", "ranked"), start=1)
    ]
    modes: tuple[tuple[tuple[str, ...], Mode], ...] = ((EXACT, "exact"), (RANKED, "auto"))
    assert asked == [
        SearchRequest(text, mode, limit=BEST_PLACES, whole=False) for texts, mode in modes for text in texts * 3
    ]  # fmt: skip
    assert report == benchmark.BenchReport(
        machine(), seen["articles"], seen["characters"], 0.123, 0.373, 123.457, 1123.457, 9.1, 2123.457, 17.2,
        seen["bytes"], 7,
    )  # fmt: skip
    assert (report.machine.system, report.machine.python) == (platform.platform(), platform.python_version())
    assert report.machine.cores >= 1
    assert report.machine.memory_gib >= 0
    monkeypatch.setattr(benchmark, "os", SimpleNamespace(cpu_count=lambda: None))
    assert (machine().cores, machine().memory_gib) == (0, 0.0)


def test_what_is_told_of_the_cost_of_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(labelled, "time", SimpleNamespace(process_time=clock.look))
    monkeypatch.setattr(labelled, "extract", lambda *_: clock.work(1.0))
    assert cost_of_reading(tmp_path) == Cost(0, 0.0, 0.0, 0.0)
    folder = tmp_path / "open" / "07_reports" / "_plain"
    folder.mkdir(parents=True)
    (folder / "甲.txt").write_text("第一份。", encoding="utf-8")
    (folder / "乙.txt").write_text("第二份说的话。", encoding="utf-8")
    (folder / "丙.md").write_text("不算。", encoding="utf-8")
    assert cost_of_reading(tmp_path) == Cost(11, 2.123, 0.123, 17.2)
