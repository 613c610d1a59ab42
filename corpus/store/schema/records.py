"""The step that gives records, contexts and sources what a person says of them, and articles what is asked for.

The function ``fields_missing`` is given to the connection by the one who migrates.
"""

from __future__ import annotations

from typing import Final

RECORDS: Final = """
    ALTER TABLE records ADD COLUMN given TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE sources ADD COLUMN reader TEXT NOT NULL DEFAULT '';
    ALTER TABLE articles ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE articles ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE articles ADD COLUMN part_of TEXT;
    UPDATE articles SET dated = CASE WHEN as_of <> '' THEN as_of
            ELSE coalesce((SELECT issued FROM records r WHERE r.article = articles.id), '') END,
        missing = coalesce((SELECT fields_missing(r.derived, r.corrected, articles.title)
            FROM records r WHERE r.article = articles.id), 0),
        proposed = coalesce((SELECT fields_proposed(r.derived, r.corrected)
            FROM records r WHERE r.article = articles.id), 0);
    CREATE INDEX articles_by_missing ON articles(missing, id);
"""
