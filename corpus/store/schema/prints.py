"""The step that keeps the smallest numbers of every fingerprint where they can be looked up."""

from __future__ import annotations

from typing import Final

PRINTS: Final = """
    CREATE TABLE prints (
        number INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (number, article)
    ) WITHOUT ROWID;
    INSERT OR IGNORE INTO prints
        SELECT p.value, t.article FROM article_texts t, json_each(t.shingles) p WHERE p.key < 12;
"""
