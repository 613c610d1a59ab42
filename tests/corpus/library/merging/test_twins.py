"""What is merged: refused where it is no library, noticed where a twin lies beside; what comes with a company."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.commands.command import CommandContext
from corpus.commands.table import command
from corpus.library.core.twins import twins_of
from corpus.library.facts.platforms import find_platform
from corpus.library.intake.building.found_by import is_outdated
from corpus.library.intake.building.refinding import find_all_anew
from corpus.library.intake.vocabulary.companies import add_company, alias_company
from corpus.library.intake.vocabulary.own_trends import TrendWishes, add_trend
from corpus.library.notes.annotating import (
    add_note,
)
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.merging.merge import merge
from corpus.model.errors import InputError, UsageError
from corpus.store.folder.names import HOLDER
from tests.corpus.library.merging.pairs import WORDS, merged, opened, texts


def _not_there(root: Path) -> Path:
    return root / "nothing"


def _empty(root: Path) -> Path:
    (root / "empty").mkdir()
    return root / "empty"


def _garbage(root: Path) -> Path:
    (root / "x.db").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 20)
    return root / "x.db"


def _text(root: Path) -> Path:
    (root / "x.txt").write_text("无关", encoding="utf-8")
    return root / "x.txt"


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (_not_there, "missing"),
        (_empty, "not_a_library"),
        (_garbage, "not_a_library"),
        (_text, "not_a_library"),
    ],
)
def test_that_what_is_no_library_is_refused(
    made: Callable[[Path], Path], kind: str, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    with opened(pair[0]) as library, pytest.raises(InputError) as raised:
        merge(library, made(tmp_path), WORDS)
    assert raised.value.kind == kind
    by_another_name = tmp_path / "又名"
    by_another_name.symlink_to(pair[0], target_is_directory=True)
    (tmp_path / "又名.db").hardlink_to(pair[0] / "library.db")
    for itself in (pair[0], by_another_name, pair[0] / "library.db", tmp_path / "又名.db"):
        with opened(pair[0]) as library, pytest.raises(UsageError):
            merge(library, itself, WORDS)


TWINS = (
    "library (冲突副本).db",
    "library-DESKTOP-4711.db",
    "library.sync-conflict-20260102-030405-ABCDEFG.db",
    "library (王小明's conflicted copy 2026-01-02).db",
    "library(1).db",
    "library 2.db",
    "library.db (1)",
    "冲突_library.db",
)


@pytest.mark.parametrize("name", TWINS)
def test_that_a_twin_is_noticed_told_checked_and_merged(name: str, pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        add_note(library, "那边写的")
    shutil.copyfile(there / "library.db", here / name)
    with opened(here) as library:
        (caution,) = (one for one in library.take_cautions() if one.kind == "twins")
        assert caution.values["names"] == name
        assert [one.kind for one in check(library).findings] == ["twin"]
        report = merge(library, here / name, WORDS)
        assert "那边写的" in texts(library)
        assert twins_of(here) == ()
        assert check(library).findings == ()
    assert Path(report.put_away).is_file()
    assert [one.name for one in here.iterdir() if one.name.startswith(name)] == []
    assert {one.suffix for one in (here / "backups").iterdir()} == {".db"}


def test_that_other_files_are_no_twins(pair: tuple[Path, Path]) -> None:
    here, _ = pair
    (here / "library (1).db").write_bytes(b"")
    (here / "说明.txt").write_text("library", encoding="utf-8")
    shutil.copyfile(here / "library.db", here / "library.v3.bak.db")
    shutil.copyfile(here / "library.db", here / "library.part")
    assert twins_of(here) == ()


def test_that_the_command_merges_all_twins(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        add_note(library, "那边写的")
    for name in TWINS[:2]:
        shutil.copyfile(there / "library.db", here / name)
    outcome = command("merge").run(argparse.Namespace(other=""), CommandContext(here))
    assert [one["parts"]["notes"]["added"] for one in outcome.payload["merged"]] == [1, 0]
    assert twins_of(here) == ()


def test_that_names_of_companies_and_categories_of_trends_come_too(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        add_company(library, "青禾果业", ("青禾",))
        alias_company(library, "拼多多", "拼夕夕")
        add_trend(library, TrendWishes("果园化", words=("苹果",)))
    with opened(here) as library:
        add_company(library, "青禾果业", ("禾果",))
    merged(here, there)
    with opened(here) as library:
        assert set(find_platform(library, "青禾").aliases) == {"禾果", "青禾"}
        assert find_platform(library, "拼夕夕").name == "拼多多"
        assert [one.name for one in library.store.own_trends.all()] == ["果园化"]
        assert is_outdated(library.store)
        find_all_anew(library)
    assert not merged(here, there).changed


def test_that_a_name_that_is_another_companys_here_stays_so_and_is_told(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        add_company(library, "青禾果业", ("青禾",))
    with opened(here) as library:
        add_company(library, "青禾茶业", ("青禾",))
    report = merged(here, there)
    assert [one.kind for one in report.apart] == ["company"]
    with opened(here) as library:
        assert find_platform(library, "青禾").name == "青禾茶业"
        assert find_platform(library, "青禾果业").aliases == ()


def test_what_a_killed_program_wrote_goes_with_its_file_when_another_took_its_place(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    mine, theirs = pair
    with opened(theirs) as library:
        add_note(library, "别的电脑写的")
    with opened(mine) as library:
        add_note(library, "这台电脑写的")
        assert (mine / "library.db-wal").stat().st_size
        killed = tmp_path / "断电"
        shutil.copytree(mine, killed)
    record = json.loads((killed / HOLDER).read_text(encoding="utf-8"))
    twin = (killed / "library.db").rename(killed / "library (冲突副本).db")
    (killed / HOLDER).write_text(json.dumps({**record, "database": twin.stat().st_ino}), encoding="utf-8")
    shutil.copyfile(theirs / "library.db", killed / "library.db")

    with opened(killed) as library:
        assert "别的电脑写的" in texts(library)
        assert "这台电脑写的" not in texts(library)
        merge(library, twin, WORDS)
        assert {"别的电脑写的", "这台电脑写的"} <= set(texts(library))
        assert check(library).findings == ()


def test_a_copy_of_a_folder_keeps_the_log_of_its_database(pair: tuple[Path, Path], tmp_path: Path) -> None:
    with opened(pair[0]) as library:
        add_note(library, "断电前写的")
        shutil.copytree(pair[0], tmp_path / "抄走")
    with opened(tmp_path / "抄走") as library:
        assert "断电前写的" in texts(library)
