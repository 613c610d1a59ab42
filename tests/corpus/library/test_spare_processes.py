"""Work in other processes: in order, however it ends there, and the same as here."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from functools import partial
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.core.spare_processes import Lost, Overdue, Settled, SpareProcesses
from corpus.library.finding import indexing
from corpus.library.intake import importing
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.progress import Cancelled, Progress
from tests.benchmarks.generated import articles, write_files
from tests.processes.doubling import doubling


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_that_what_comes_back_is_in_order_and_a_death_costs_at_most_its_task(tmp_path: Path) -> None:
    tasks: list[int | Settled[int | Lost | Overdue]] = [1, 2, Settled(-1), 3, 4, 5, 6]
    with SpareProcesses(partial(doubling, tmp_path / "once"), 2) as spare:
        made = list(spare.map(tasks))
    assert made == [2, 4, -1, 6, 8, Lost(), 12]


@pytest.mark.skipif(os.name != "posix", reason="limits of the system")
def test_that_a_task_without_end_or_measure_ends_alone(tmp_path: Path) -> None:
    with SpareProcesses(partial(doubling, tmp_path / "once"), 1, seconds=_little) as spare:
        assert list(spare.map([1, 7, 9, 4])) == [2, Overdue(), 0, 8]


@pytest.mark.parametrize(("failures", "made"), [(1, [2, 4]), (10**6, [Lost(), Lost()])])
def test_that_a_machine_without_room_for_a_process_is_no_end_of_waiting(
    failures: int, made: list[int | Lost], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, start = [OSError(errno.EAGAIN, "no room")] * failures, SpawnProcess.start

    def started(self: SpawnProcess) -> None:
        if left:
            raise left.pop()
        start(self)

    monkeypatch.setattr(SpawnProcess, "start", started)
    with SpareProcesses(partial(doubling, tmp_path / "once"), 1) as spare:
        assert list(spare.map([1, 2])) == made


def _little(_number: int) -> float:
    return 0.2


def test_that_tasks_are_taken_as_they_are_needed_and_leaving_ends_all(tmp_path: Path) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(10, 10_000):
            taken.append(number)
            yield number

    with SpareProcesses(partial(doubling, tmp_path / "once"), 1) as spare:
        results = spare.map(tasks())
        assert [next(results), next(results)] == [20, 22]
    assert len(taken) < 100


def listed(library: Library) -> list[tuple[object, ...]]:
    """All that an import made of every article, in an order of its own."""
    store = library.store
    return sorted(
        (
            one.id, one.title, one.duplicate_of, one.figures, one.repairs_offered,
            store.articles.original_of(one.id), store.facts.statistics_of(one.id), store.facts.mentions_of(one.id),
        )
        for one in store.articles.summaries(packed=False)
    )  # fmt: skip


@pytest.mark.long
def test_that_other_processes_make_of_files_what_this_one_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    write_files(files, articles(5))
    (files / "again.txt").write_bytes(min(files.iterdir()).read_bytes() + "。又及。".encode())
    (files / "empty.txt").touch()
    found = []
    for name, least in (("here", 10**9), ("there", 0)):
        monkeypatch.setattr(importing, "_WORTH_PROCESSES", least)
        monkeypatch.setattr(indexing, "_WORTH_PROCESSES", least)
        library = open_library(tmp_path / name, write=True)
        report = import_paths(library, [files])
        statuses = [(Path(one.path).name, one.status) for one in report.sources]
        found.append((statuses, report.index_error, listed(library)))
        assert library.finder.state().indexed == len(library.documents.ids())
        library.close()
    assert found[0] == found[1]
    assert ("empty.txt", "failed") in found[0][0]
    assert [one[2] for one in found[0][2]].count(None) == 5


@pytest.mark.long
def test_that_a_cancelled_import_by_other_processes_keeps_what_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_WORTH_PROCESSES", 0)
    files = write_files(tmp_path / "files", articles(4))
    library = open_library(tmp_path / "library", write=True)

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    report = import_paths(library, list(files), progress=stop)
    assert [one.status for one in report.sources] == ["added", "added"]
    assert len(report.unread) == 2
    again = import_paths(library, list(files))
    assert [one.status for one in again.sources] == ["same", "same", "added", "added"]
    library.close()
