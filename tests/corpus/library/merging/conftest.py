from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import (
    add_note,
    annotate,
)
from corpus.library.notes.drafts import new_draft
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from tests.copies import copied
from tests.corpus.library.merging.pairs import TEXT, opened


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, library_template: Path) -> Path:
    """Return a library that holds an article, three notes and a draft; tests copy it."""
    root = tmp_path_factory.mktemp("written") / "文库"
    copied(library_template, root)
    with opened(root) as library:
        (article,) = import_text(library, "苹果", TEXT).sources[0].articles
        annotate(library, article.id, Span(3, 9), note="标记", tags=("甲",))
        add_note(library, "第一条")
        add_note(library, "第二条")
        new_draft(library, "文稿", items=(DraftItem("text", text="开头"),))
    return root


@pytest.fixture
def pair(tmp_path: Path, written: Path) -> tuple[Path, Path]:
    """Return two copies of one library."""
    here, there = tmp_path / "一" / "文库", tmp_path / "二" / "文库"
    for root in (here, there):
        root.parent.mkdir()
        copied(written, root)
    return here, there


@pytest.fixture
def strangers(tmp_path: Path, library_template: Path) -> tuple[Path, Path]:
    """Return two libraries that were made by two people."""
    me, colleague = tmp_path / "我", tmp_path / "同事"
    for root in (me, colleague):
        copied(library_template, root)
        with closing(sqlite3.connect(root / "library.db")) as database, database:
            database.execute("UPDATE meta SET value = ? WHERE key = 'library'", (root.name,))
    return me, colleague
