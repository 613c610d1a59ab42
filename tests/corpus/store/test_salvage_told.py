"""What is told of a rescue is what a person finds there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.store.salvage.salvage import salvage
from corpus.store.store import Store


def test_that_what_is_told_of_a_rescue_is_what_stands_there_afterwards(
    library: Library, tmp_path: Path
) -> None:
    for name in "甲乙丙丁戊己":
        text = f"{name}的网店\n\n" + "".join(f"{name}在{n}年卖了{n * 3}万元。" for n in range(2001, 2020))
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path])
    library.close()
    with closing(sqlite3.connect(library.root / "library.db")) as old, old:
        for (trigger,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            old.execute(f'DROP TRIGGER "{trigger}"')
        ids = [row[0] for row in old.execute("SELECT id FROM articles WHERE pack = '' ORDER BY title")]
        for one in ids[:2]:
            old.execute("DELETE FROM article_texts WHERE article = ?", (one,))
        for one in ids[2:5]:
            old.execute(
                "UPDATE article_texts SET original = substr(original, 1, 60) WHERE article = ?", (one,)
            )
    for name in ("scratch", "new"):
        (tmp_path / name).mkdir()
    done = salvage(library.root / "library.db", tmp_path / "new" / "library.db", tmp_path / "scratch")
    saved = Store(tmp_path / "new", write=False)
    assert done.lost == {"articles": 2, "article_texts": 3}
    assert sorted(done.cut) == sorted(ids[2:5])
    stands = {
        table: saved.database.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"]  # noqa: S608
        for table in done.saved
    }
    assert done.saved == stands
    assert saved.database.rows("PRAGMA foreign_key_check") == []
    saved.close()
