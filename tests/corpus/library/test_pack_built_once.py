"""What tests are given of the built-in pack is what the program builds, and only as long as it builds that."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from corpus.importing.text_files.markdown import read_markdown
from corpus.knowledge import extraction
from corpus.library.intake.building import build
from corpus.library.intake.opening import open_library
from corpus.library.intake.packs import installing
from corpus.library.reading.articles import list_articles
from corpus.store.store import Store
from tests.pack_built_once import PackBuiltOnce


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a library but what tells it from others."""
    rows = store.database.rows
    names = [row[0] for row in rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: sorted(map(tuple, rows(f"SELECT * FROM {name}")), key=repr)  # noqa: S608 - a table of ours
        for name in names
        if name != "meta"
    }


def test_that_a_library_of_what_is_kept_is_that_of_what_is_built(
    built_pack: PackBuiltOnce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "now", lambda: "2026-03-01T04:00:00.000+00:00")
    before = built_pack.given_back
    kept = open_library(tmp_path / "kept", write=True)
    assert built_pack.given_back - before == len(list_articles(kept))
    monkeypatch.setattr(installing, "build", build.build)
    monkeypatch.setattr(installing, "read_markdown", read_markdown)
    anew = open_library(tmp_path / "anew", write=True)
    assert rows(kept.store) == rows(anew.store)
    kept.close()
    anew.close()


@pytest.mark.parametrize(
    ("module", "name"),
    [(extraction, "all_names"), (build, "extract"), (build, "fingerprint"), (build, "_MOST_BLANK")],
)
def test_that_all_is_built_anew_where_a_test_builds_otherwise(
    module: object, name: str, built_pack: PackBuiltOnce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, held = built_pack.given_back, getattr(module, name)
    monkeypatch.setattr(module, name, held + 1 if isinstance(held, int) else partial(held))
    open_library(tmp_path / "library", write=True).close()
    assert built_pack.given_back == before
