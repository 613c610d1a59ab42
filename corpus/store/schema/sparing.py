"""The step that keeps a thing once: the text of a file that has one article, and what two figures say of each other.

Of such a file's text only what is not its article's is kept (see ``packing``). Triggers put both together again before
the article goes, gets another text, place or source, or is joined by a second one, so that no way of writing forgets
to. What packs bring stays whole: no file lies beside it from which it could be read again.
"""

from __future__ import annotations

from typing import Final

_WHOLE: Final = """CAST(x'08' || printf('%08x%08x', {start}, length(text) - 1) || substr(text, 2) || {original}
                AS BLOB)"""
"""A text and its article's, one behind the other, as ``packing`` reads them."""
_APART: Final = "substr(text, 1, 1) = x'04'"
_OLD: Final = "(SELECT original FROM article_texts WHERE article = OLD.id)"
_GIVE_BACK: Final = f"""UPDATE sources SET text = coalesce({_WHOLE.format(start="OLD.start", original=_OLD)}, text)
            WHERE id = OLD.source AND {_APART};"""
_FREE_FOR_NEW: Final = f"""UPDATE sources SET text = coalesce((
                SELECT {_WHOLE.format(start="a.start", original="t.original")}
                FROM articles a JOIN article_texts t ON t.article = a.id
                WHERE a.source = NEW.source AND a.id <> NEW.id), text)
            WHERE id = NEW.source AND {_APART};"""
_OF_TEXT: Final = "(SELECT start FROM articles WHERE id = OLD.article)"

SPARING: Final = f"""
    CREATE TABLE new_relations (
        number INTEGER PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL, sort TEXT NOT NULL, kind TEXT NOT NULL,
        key TEXT NOT NULL, sum TEXT NOT NULL, ground TEXT NOT NULL
    );
    INSERT INTO new_relations (one, other, sort, kind, key, sum, ground)
        SELECT figure, other, sort, kind, key, sum, ground
        FROM relations WHERE first = 1 ORDER BY figure, sort, key, other;
    DROP TABLE relations;
    ALTER TABLE new_relations RENAME TO relations;
    CREATE INDEX relations_of_one ON relations(one);
    CREATE INDEX relations_of_other ON relations(other);
    CREATE INDEX relations_by_key ON relations(key);
    CREATE INDEX relations_by_ground ON relations(ground);
    CREATE INDEX relations_by_kind ON relations(kind, one, key) WHERE sort = 'conflict';
    UPDATE sources SET text = coalesce((SELECT text_apart(sources.text, t.original, a.start) FROM articles a
        JOIN article_texts t ON t.article = a.id WHERE a.source = sources.id), text)
        WHERE pack = '' AND (SELECT count(*) FROM articles a WHERE a.source = sources.id) = 1;
    CREATE TRIGGER texts_differ BEFORE UPDATE OF original ON article_texts WHEN OLD.original <> NEW.original BEGIN
        UPDATE sources SET text = {_WHOLE.format(start=_OF_TEXT, original="OLD.original")}
            WHERE id = (SELECT source FROM articles WHERE id = OLD.article) AND {_APART};
    END;
    CREATE TRIGGER texts_go BEFORE DELETE ON articles BEGIN
        {_GIVE_BACK}
    END;
    CREATE TRIGGER texts_move BEFORE UPDATE OF source, start ON articles
    WHEN OLD.source <> NEW.source OR OLD.start <> NEW.start BEGIN
        {_GIVE_BACK}
        {_FREE_FOR_NEW}
    END;
    CREATE TRIGGER texts_come BEFORE INSERT ON articles BEGIN
        {_FREE_FOR_NEW}
    END;
"""
"""The whole step, in one script."""
