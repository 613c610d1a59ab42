"""The step that keeps how many figures there are of each status, kind and sign: the whole list is never counted.

What a trigger does about a conflict is decided by the statement that sets it off: no row is written on another here.
"""

from __future__ import annotations

from typing import Final

_IN: Final = """INSERT INTO figure_counts SELECT NEW.status, NEW.kind, NEW.sign, 0 WHERE NOT EXISTS (
            SELECT 1 FROM figure_counts WHERE status = NEW.status AND kind = NEW.kind AND sign = NEW.sign);
        UPDATE figure_counts SET figures = figures + 1
            WHERE status = NEW.status AND kind = NEW.kind AND sign = NEW.sign AND NEW.shown = 1;"""
_OUT: Final = """UPDATE figure_counts SET figures = figures - 1
            WHERE status = OLD.status AND kind = OLD.kind AND sign = OLD.sign AND OLD.shown = 1;"""
RECOUNT: Final = """
    DELETE FROM figure_counts;
    INSERT INTO figure_counts SELECT status, kind, sign, count(*) FROM figures WHERE shown = 1 GROUP BY 1, 2, 3;
"""
"""The statements that count all figures anew."""
COUNTING: Final = f"""
    CREATE TRIGGER figures_counted_in AFTER INSERT ON figures BEGIN
        {_IN}
    END;
    CREATE TRIGGER figures_counted_out AFTER DELETE ON figures BEGIN
        {_OUT}
    END;
    CREATE TRIGGER figures_counted_anew AFTER UPDATE OF status, kind, sign, shown ON figures BEGIN
        {_OUT}
        {_IN}
    END;
"""
"""The triggers that keep the counts."""
COUNTS: Final = f"""
    CREATE TABLE figure_counts (
        status TEXT NOT NULL, kind TEXT NOT NULL, sign INTEGER NOT NULL, figures INTEGER NOT NULL,
        PRIMARY KEY (status, kind, sign)
    ) WITHOUT ROWID;
    {RECOUNT}
    {COUNTING}
"""
