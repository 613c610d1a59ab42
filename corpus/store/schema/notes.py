"""The step that lets notes be grouped and sorted: their tags in a table of their own, and the orders of the list."""

from __future__ import annotations

from typing import Final

# A tag list that cannot be read counts as empty: a note is kept whatever became of its tags.
_TAGS: Final = """INSERT OR IGNORE INTO note_tags SELECT value, NEW.id
            FROM json_each(CASE WHEN json_valid(NEW.tags) THEN NEW.tags ELSE '[]' END)
            WHERE type = 'text' AND value <> '';"""
NOTES: Final = f"""
    CREATE TABLE note_tags (tag TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (tag, note)) WITHOUT ROWID;
    CREATE INDEX note_tags_by_note ON note_tags(note);
    INSERT OR IGNORE INTO note_tags SELECT t.value, n.id FROM annotations n,
        json_each(CASE WHEN json_valid(n.tags) THEN n.tags ELSE '[]' END) t WHERE t.type = 'text' AND t.value <> '';
    CREATE TRIGGER notes_come AFTER INSERT ON annotations BEGIN
        DELETE FROM note_tags WHERE note = NEW.id;
        {_TAGS}
    END;
    CREATE TRIGGER notes_differ AFTER UPDATE OF tags ON annotations BEGIN
        DELETE FROM note_tags WHERE note = NEW.id;
        {_TAGS}
    END;
    CREATE TRIGGER notes_go AFTER DELETE ON annotations BEGIN
        DELETE FROM note_tags WHERE note = OLD.id;
    END;
    DROP INDEX annotations_by_colour;
    CREATE INDEX annotations_by_colour ON annotations(colour, article, start);
    CREATE INDEX annotations_by_created ON annotations(created);
"""
