"""The step that lets two libraries be merged: who a library is, which states its things had, and what was deleted.

Triggers keep it, so that no way of writing forgets to. ``past`` holds states a thing had before it was changed again
at least a minute later: what is typed in one go is one state. ``gone`` tells that a thing was deleted, and as what.
"""

from __future__ import annotations

from typing import Final

_NOW: Final = "strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')"
_A_MINUTE: Final = "1.0 / 1440"


def _kept(table: str, kind: str, state: str = "''") -> str:
    """Return the triggers that note what of a table goes, and that it is back."""
    return f"""
    CREATE TRIGGER {table}_leave AFTER DELETE ON {table} BEGIN
        INSERT OR REPLACE INTO gone VALUES ('{kind}', OLD.id, {_NOW}, {state});
    END;
    CREATE TRIGGER {table}_return AFTER INSERT ON {table} BEGIN
        DELETE FROM gone WHERE kind = '{kind}' AND id = NEW.id;
    END;"""


def _remembered(table: str, kind: str) -> str:
    """Return the trigger that notes the state a row had before it is written anew."""
    return f"""
    CREATE TRIGGER {table}_change BEFORE INSERT ON {table} BEGIN
        INSERT OR REPLACE INTO past SELECT '{kind}', id, modified FROM {table}
        WHERE id = NEW.id AND modified <> NEW.modified
            AND abs(coalesce(julianday(NEW.modified) - julianday(modified), 1)) >= {_A_MINUTE};
    END;"""


LINEAGE: Final = f"""
    CREATE TABLE past (
        kind TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (kind, id, state)
    ) WITHOUT ROWID;
    CREATE TABLE gone (
        kind TEXT NOT NULL, id TEXT NOT NULL, time TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    INSERT OR IGNORE INTO meta SELECT 'library', coalesce(
        (SELECT 'since ' || min(imported) FROM sources WHERE imported <> ''), lower(hex(randomblob(16))));
    {_kept("annotations", "note", "OLD.modified")}
    {_kept("drafts", "draft", "OLD.modified")}
    {_kept("articles", "article")}
    {_kept("own_facts", "fact")}
    {_kept("collections", "collection")}
    {_remembered("annotations", "note")}
    {_remembered("drafts", "draft")}
"""
"""The whole step, in one script."""
