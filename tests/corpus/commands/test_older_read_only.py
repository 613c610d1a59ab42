"""A library of an older version on a disk that takes nothing: its daily copies are listed and looked through."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.commands.parsing import parse
from corpus.commands.run import run_command
from corpus.model.errors import LibraryError
from corpus.store.folder.lock import LibraryLock
from tests.corpus.store import first_version


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library of the first version with a copy of it from before a note was deleted, in a folder kept shut."""
    root = tmp_path / "旧"
    first_version.make(root)
    (root / "backups").mkdir()
    shutil.copy(root / "library.db", root / "backups" / "library-2026-05-02.db")
    with closing(sqlite3.connect(root / "library.db")) as database:
        database.execute("DELETE FROM annotations WHERE id = (SELECT min(id) FROM annotations)")
        database.commit()
    acquire = LibraryLock.acquire

    def kept_shut(lock: LibraryLock, *, wait: float = 0.0) -> None:
        if lock._root == root:
            raise LibraryError("library_read_only", path=str(root))
        acquire(lock, wait=wait)

    monkeypatch.setattr(LibraryLock, "acquire", kept_shut)
    return root


def held(root: Path) -> Mapping[str, bytes]:
    return {str(one.relative_to(root)): one.read_bytes() for one in root.rglob("*") if one.is_file()}


def told(root: Path, capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = run_command(parse(["--library", str(root), "--json", *words]))
    return code, json.loads(capfd.readouterr().out)


def test_that_its_copies_are_compared_with_it_and_nothing_of_it_changes(
    older: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = held(older)
    with closing(sqlite3.connect(older / "backups" / "library-2026-05-02.db")) as database:
        (gone,) = database.execute("SELECT min(id) FROM annotations").fetchone()
    code, (copy,) = told(older, capfd, "copies")
    assert (code, copy["date"], copy["readable"]) == (0, "2026-05-02", True)
    assert copy["since"]["notes"] == {"added": 0, "changed": 0, "removed": 1}
    code, lost = told(older, capfd, "copies", "--from", "newest")
    assert (code, [one["id"] for one in lost["notes"]]) == (0, [gone])
    assert held(older) == before


def test_that_what_writes_it_is_refused_in_a_sentence(older: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = held(older)
    for words in (["annotations"], ["copies", "--from", "newest", "--note", "x"]):
        code, answer = told(older, capfd, *words)
        assert (code, answer["error"]["kind"]) in {(3, "library_older"), (3, "library_read_only")}
    assert held(older) == before
