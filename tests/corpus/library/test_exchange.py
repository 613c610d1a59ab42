"""Whatever a sudden end left of an exchange, one library stands afterwards, and it is told which."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.library.core import exchange as exchanging
from corpus.library.core.exchange import exchange, recover, staging, sweep
from corpus.library.intake.opening import open_library
from corpus.model.errors import InputError, LibraryError
from corpus.store.folder.failing import telling
from corpus.store.folder.steps import listen
from tests.copies import copied

STAGING, ASIDE = ".库.exchange-1", "库.旧"
OLD, NEW = "old", "new"


def library_at(folder: Path, told: str) -> None:
    folder.mkdir(parents=True, exist_ok=folder.is_symlink())
    (folder / "library.db").write_text(told)


def standing(folder: Path) -> str | None:
    file = folder / "library.db"
    return file.read_text() if file.exists() else None


def journal(root: Path, told: object) -> None:
    text = told if isinstance(told, str) else json.dumps(told)
    root.with_name(f".{root.name}.exchange").write_text(text)


@pytest.mark.parametrize(
    ("root_is", "ready", "aside", "kind", "stands"),
    [
        (OLD, True, False, "restore_undone", OLD),
        (OLD, True, True, "restore_undone", OLD),
        (NEW, False, True, "restore_finished", NEW),
        (NEW, False, False, "restore_finished", NEW),
        (None, True, True, "restore_finished", NEW),
        ("", True, True, "restore_finished", NEW),
        (None, True, False, "restore_finished", NEW),
        (None, False, True, "restore_undone", OLD),
    ],
)
def test_that_one_library_stands_after_an_exchange_that_was_ended(
    tmp_path: Path, root_is: str | None, *, ready: bool, aside: bool, kind: str, stands: str
) -> None:
    root = tmp_path / "库"
    if root_is:
        library_at(root, root_is)
    elif root_is is not None:
        root.mkdir()
    (tmp_path / STAGING).mkdir()
    if ready:
        library_at(tmp_path / STAGING / "library", NEW)
    if aside:
        library_at(tmp_path / ASIDE, OLD)
    journal(root, {"staging": f"elsewhere/{STAGING}", "aside": ASIDE if aside else ""})
    assert sweep(root) == 0
    caution = recover(root)
    assert caution is not None
    assert (caution.kind, caution.values) == (kind, {"path": str(root)})
    assert standing(root) == stands
    kept = {ASIDE} if aside and (root_is or stands == NEW) else set()
    assert {one.name for one in tmp_path.iterdir()} == {"库"} | kept
    assert recover(root) is None


@pytest.mark.parametrize(
    "told",
    [
        "",
        "{",
        '"x"',
        [],
        {"staging": STAGING},
        {"staging": 3, "aside": ""},
        {"staging": STAGING, "aside": ASIDE},
    ],
)
def test_that_a_plan_nobody_can_follow_is_told_and_nothing_touched(tmp_path: Path, told: object) -> None:
    root = tmp_path / "库"
    journal(root, told)
    with pytest.raises(LibraryError) as caught:
        recover(root)
    assert (caught.value.kind, caught.value.values["path"]) == ("library_gone", str(root))
    assert not root.exists()


def test_that_somebody_who_is_at_it_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchanging, "_WAIT_SECONDS", 0.0)
    root = tmp_path / "库"
    with staging(root) as ready:
        library_at(ready, NEW)
        journal(root, {"staging": ready.parent.name, "aside": ""})
        with pytest.raises(LibraryError) as caught:
            recover(root)
        assert caught.value.kind == "library_locked"
        assert caught.value.values == {"path": str(root), "holder": "restore"}
        root.with_name(".库.exchange").unlink()
        (tmp_path / ".库.exchange-left").mkdir()
        assert sweep(root) == 1
        assert standing(ready) == NEW
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("before", [None, "", OLD])
def test_that_what_was_made_ready_takes_the_place_of_what_stood_there(
    tmp_path: Path, before: str | None, *, linked: bool
) -> None:
    root = tmp_path / "处" / "库"
    if linked:
        link = tmp_path / "链接"
        link.symlink_to(root, target_is_directory=True)
        root, real = link, root
    else:
        real = root
    if linked and before is not None:
        real.mkdir(parents=True)
    if before:
        library_at(root, before)
    elif before is not None:
        real.mkdir(parents=True, exist_ok=True)
    with staging(root) as ready:
        library_at(ready, NEW)
        aside = exchange(ready, root)
    assert standing(root) == NEW
    assert (aside is not None and standing(aside)) == (before or False)
    assert root.is_symlink() == linked
    assert [one.name for one in real.parent.iterdir() if one not in {real, aside}] == []


def test_that_an_exchange_that_fails_leaves_what_stood_there(tmp_path: Path) -> None:
    root = tmp_path / "库"
    library_at(root, OLD)
    with staging(root) as ready, pytest.raises(OSError, match="库"):
        exchange(ready, root)  # nothing was made ready
    assert standing(root) == OLD
    with FileLock(root / "library.lock"), staging(root) as ready:
        library_at(ready, NEW)
        with pytest.raises(LibraryError) as caught:
            exchange(ready, root)
    assert caught.value.kind == "library_locked"
    assert standing(root) == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["库"]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("at", [1, 2])
def test_that_a_disk_that_gives_no_name_is_told_as_the_library_people_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, code: int
) -> None:
    root = tmp_path / "库"
    library_at(root, OLD)
    calls = 0
    sound = Path.rename

    def rename(source: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(code, os.strerror(code), str(source), None, str(target))
        return sound(source, target)

    monkeypatch.setattr(Path, "rename", rename)
    with staging(root) as ready:
        library_at(ready, NEW)
        with pytest.raises(LibraryError) as caught, telling(root):
            exchange(ready, root)
    assert caught.value.kind in {"disk_failed", "disk_full"}
    assert caught.value.values["path"] == str(root)
    assert standing(root) == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["库"]


@pytest.mark.parametrize("made_ready", [True, False])
def test_that_a_disk_that_ends_no_exchange_either_is_told_as_that_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, made_ready: bool
) -> None:
    root = tmp_path / "库"
    library_at(tmp_path / ASIDE, OLD)
    library_at(tmp_path / STAGING / ("library" if made_ready else "nothing"), NEW)
    journal(root, {"staging": STAGING, "aside": ASIDE})

    def rename(source: Path, target: Path) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(source), None, str(target))

    with monkeypatch.context() as failing:
        failing.setattr(Path, "rename", rename)
        with pytest.raises(LibraryError) as caught:
            recover(root)
    assert (caught.value.kind, caught.value.values["path"]) == ("disk_failed", str(root))
    assert recover(root) is not None
    assert standing(root) == (NEW if made_ready else OLD)


@pytest.mark.parametrize("over", [True, False])
def test_that_of_two_at_it_one_waits_for_the_other_and_both_libraries_stay(
    tmp_path: Path, *, over: bool
) -> None:
    root = tmp_path / "库"
    second: list[Future[Path | None]] = []

    def exchanged(told: str) -> Path | None:
        with staging(root) as ready:
            library_at(ready, told)
            return exchange(ready, root, over=over)

    with ThreadPoolExecutor(1) as others:

        def start_another(step: str) -> None:
            if step == "exchange:told" and not second:
                second.append(others.submit(exchanged, NEW))

        end = listen(start_another)
        try:
            assert exchanged(OLD) is None
        finally:
            end()
        if over:
            aside = second[0].result()
            assert aside is not None
            assert (standing(root), standing(aside)) == (NEW, OLD)
        else:
            with pytest.raises(InputError, match="not_empty"):
                second[0].result()
            assert standing(root) == OLD
    assert len(list(tmp_path.iterdir())) == 1 + over


def test_that_a_lock_taken_away_with_its_place_tells_that_the_other_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, journal = tmp_path / "库", tmp_path / ".库.exchange"
    library_at(root, OLD)
    journal.write_text(json.dumps({"staging": ".库.exchange-1", "aside": ""}), encoding="utf-8")

    def gone(_lock: FileLock) -> None:
        journal.unlink()
        raise FileNotFoundError

    monkeypatch.setattr(FileLock, "__enter__", gone)
    assert recover(root) is None
    assert standing(root) == OLD


def test_that_an_exchange_does_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_names: Path) -> None:
        raise PermissionError(1, "no second names")

    monkeypatch.setattr("os.link", refused)
    test_that_of_two_at_it_one_waits_for_the_other_and_both_libraries_stay(tmp_path, over=True)


def test_that_a_place_the_disk_would_not_let_go_is_swept_when_the_library_is_opened(
    library_template: Path, tmp_path: Path
) -> None:
    root = copied(library_template, tmp_path / "库")
    left, other = tmp_path / ".库.exchange-abcd1234", tmp_path / ".别的.exchange-abcd1234"
    for one in (left, other):
        one.mkdir()
    open_library(root, write=False).close()
    assert left.exists()
    open_library(root, write=True).close()
    assert (left.exists(), other.exists()) == (False, True)
