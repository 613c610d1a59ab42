"""Imports that are cut off: what was to come is known, comes when one goes on, and leaves as one import."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, Self

import pytest

from corpus.library.core.library import Library
from corpus.library.core.spare_processes import Lost, Made, Overdue, Task
from corpus.library.intake import importing
from corpus.library.intake.files.resuming import unfinished_import
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.files.wishes import Wishes
from corpus.library.intake.importing import import_paths, resume_import
from corpus.model.errors import UsageError
from corpus.model.progress import Cancelled, Ended, Progress


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of five short texts."""
    files = tmp_path / "来稿"
    files.mkdir()
    for number in range(5):
        (files / f"{number}.txt").write_text(f"第{number}号来稿\n{number}月的米价涨了。", encoding="utf-8")
    return files


def cut_off(by: type[BaseException], after: int) -> Any:
    """Return progress that is cut off at a file."""

    def told(made: Progress) -> None:
        if made.stage == "import" and made.done == after:
            raise by

    return told


def titles(library: Library) -> list[str]:
    """Return the titles of what lies in the library, apart from packs."""
    return sorted(one.title for one in library.store.articles.summaries(packed=False, trashed=False))


@pytest.mark.parametrize("by", [KeyboardInterrupt, Ended])
def test_what_was_cut_off_goes_on_as_the_same_import(
    library: Library, folder: Path, by: type[BaseException]
) -> None:
    with pytest.raises(by):
        import_paths(library, [folder], progress=cut_off(by, 3))
    left = unfinished_import(library)
    assert left is not None
    assert left.paths == (folder,)
    report = resume_import(library)
    assert [one.status for one in report.sources] == ["same", "same", "same", "added", "added"]
    assert report.batch == left.batch
    assert titles(library) == [f"第{number}号来稿" for number in range(5)]
    assert unfinished_import(library) is None
    undo_import(library, report.batch)
    assert titles(library) == []


def test_what_ended_or_was_given_up_does_not_wait(library: Library, folder: Path) -> None:
    report = import_paths(library, [folder], progress=cut_off(Cancelled, 2))
    assert len(report.unread) == 3
    assert unfinished_import(library) is None
    import_paths(library, [folder])
    with pytest.raises(UsageError) as told:
        resume_import(library)
    assert told.value.kind == "nothing_to_resume"


def test_the_rest_of_what_was_given_up_may_be_taken_in_under_its_name(library: Library, folder: Path) -> None:
    report = import_paths(library, [folder], progress=cut_off(Cancelled, 2))
    rest = import_paths(library, [Path(one) for one in report.unread], batch=report.batch)
    assert rest.batch == report.batch
    assert len(titles(library)) == 5
    undo_import(library, rest.batch)
    assert titles(library) == []


def test_what_was_wished_of_an_import_is_wished_of_its_rest(library: Library, folder: Path) -> None:
    wishes = Wishes("gb18030", "旧稿")
    with pytest.raises(Ended):
        import_paths(library, [folder], progress=cut_off(Ended, 1), wishes=wishes)
    left = unfinished_import(library)
    assert left is not None
    assert left.wishes == wishes


def test_another_import_does_not_end_the_one_that_waits(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(Ended):
        import_paths(library, [folder], progress=cut_off(Ended, 1))
    other = tmp_path / "别的.txt"
    other.write_text("别的\n别的事。", encoding="utf-8")
    import_paths(library, [other])
    assert unfinished_import(library) is not None


def test_a_file_that_takes_too_long_is_told_of_and_the_rest_goes_on(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: dict[str, Overdue | Lost] = {}

    class Processes(Generic[Task, Made]):
        def __init__(self, prepare: Any, **_rest: Any) -> None:
            self.prepare = prepare

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_error: object) -> None:
            return None

        def map(self, files: Iterable[Any]) -> Iterator[Any]:
            with self.prepare() as build:
                for number, file in enumerate(files):
                    if not file.unread and number in {1, 3}:
                        ends[file.place] = Overdue() if number == 1 else Lost()
                    yield ends.get(file.place) or build(file)

    monkeypatch.setattr(importing, "SpareProcesses", Processes)
    monkeypatch.setattr(importing, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    report = import_paths(library, [folder])
    told = [one.error.kind if one.error else one.status for one in report.sources]
    assert told == ["added", "limit", "added", "damaged", "added"]
