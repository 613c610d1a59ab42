"""The step that tells relations by numbers: of their figures, their ground and their kind.

Ids, grounds and kinds stood in every row and in its indexes; a library of figures told over and over by different
sources was half made of them. Numbers of figures are never given twice: what went is not taken for another.
"""

from __future__ import annotations

from typing import Final

RELATIONS: Final = """
    CREATE TABLE relation_words (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
    INSERT INTO relation_words (word) SELECT DISTINCT kind FROM relations ORDER BY kind;
    INSERT OR IGNORE INTO relation_words (word) SELECT DISTINCT ground FROM relations ORDER BY ground;
    CREATE TABLE new_relations (
        number INTEGER PRIMARY KEY, one INTEGER NOT NULL, other INTEGER NOT NULL, sort INTEGER NOT NULL,
        kind INTEGER NOT NULL, key TEXT NOT NULL, sum TEXT NOT NULL, ground INTEGER NOT NULL
    );
    INSERT INTO new_relations (one, other, sort, kind, key, sum, ground)
        SELECT l.number, o.number, r.sort <> 'conflict', k.number, r.key, r.sum, g.number FROM relations r
        JOIN figures l ON l.id = r.one JOIN figures o ON o.id = r.other
        JOIN relation_words k ON k.word = r.kind JOIN relation_words g ON g.word = r.ground ORDER BY r.number;
    DROP TABLE relations;
    ALTER TABLE new_relations RENAME TO relations;
    CREATE INDEX relations_of_one ON relations(one);
    CREATE INDEX relations_of_other ON relations(other);
    CREATE INDEX relations_by_key ON relations(key);
    CREATE INDEX relations_by_ground ON relations(ground);
    CREATE INDEX relations_by_kind ON relations(kind, one, other) WHERE sort = 0;
"""
"""The whole step, in one script."""
