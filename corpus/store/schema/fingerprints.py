"""The step that keeps fingerprints in a table of their own, told by the steps from one number to the next.

Beside its text a fingerprint made a row so long that a page held two; few rows of the texts are asked for it.
The function ``packed_steps`` is given to the connection by the one who migrates.
"""

from __future__ import annotations

from typing import Final

FINGERPRINTS: Final = """
    CREATE TABLE fingerprints (
        article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, numbers BLOB NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO fingerprints SELECT article, packed_steps(shingles) FROM article_texts
        WHERE length(shingles) > 0 ORDER BY article;
    ALTER TABLE article_texts DROP COLUMN shingles;
"""
"""The whole step, in one script."""
