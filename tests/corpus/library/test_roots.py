"""Where libraries, settings and logs lie, and what else lies there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path

from corpus.library.core import roots
from corpus.library.core.library import Library
from corpus.library.core.twins import put_away, twins_of

if TYPE_CHECKING:
    import pytest


def test_where_things_lie_unless_a_person_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roots, "portable_folder", lambda: tmp_path)
    assert roots.default_root() == tmp_path / "引得文库"
    assert (roots.settings_folder(), roots.log_folder()) == (tmp_path / "settings", tmp_path / "logs")
    monkeypatch.setattr(roots, "portable_folder", lambda: None)
    assert roots.default_root().name == "引得文库"
    assert roots.default_root().parent == user_documents_path()
    assert roots.settings_folder().name == "yinde"
    assert "yinde" in roots.log_folder().parts
    assert not roots.may_be_in_use(tmp_path)


def test_other_databases_beside_a_librarys_own_are_found_and_put_away(library: Library) -> None:
    root = library.root
    assert twins_of(root) == twins_of(root / "nothing") == ()
    library.store.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (root / "library.db").read_bytes()
    for name in ("library (冲突副本).db", "other", "library.v1.bak.db", "library-x.db.part"):
        (root / name).write_bytes(data)
    (root / "strange.db").write_bytes(b"no database")
    twin, other = root / "library (冲突副本).db", root / "other"
    (root / "LIBRARY.DB").hardlink_to(root / "library.db")  # another name of the very file is none
    assert twins_of(root) == (twin, other)
    assert put_away(root, root / "strange.db") is None
    Path(f"{twin}-wal").write_bytes(b"")
    Path(f"{twin}-shm").write_bytes(b"x")
    target = put_away(root, twin)
    assert target is not None
    assert target.name == "merged-library (冲突副本).db"
    assert not Path(f"{twin}-wal").exists()
    assert Path(f"{target}-shm").exists()
    assert target.read_bytes() == data
    twin.write_bytes(data)
    second = put_away(root, twin)
    assert second is not None
    assert second.name == "merged-library (冲突副本)-2.db"
