"""The step that writes figures short: what they are, what is thought of them, and the time of a whole year.

Statuses and kinds are told by numbers, a year by itself and not by its first and last day and its name once more, how
sure a figure is in hundredths. What was written in full before is computed where a row is read.
"""

from __future__ import annotations

from typing import Final

from corpus.store.schema.columns import FIGURE_TRIGGERS
from corpus.store.schema.told_by_numbers import KINDS, STATUSES


def _number_of(column: str, known: tuple[str, ...], otherwise: str) -> str:
    told = " ".join(f"WHEN '{one}' THEN {number}" for number, one in enumerate(known))
    return f"CASE {column} {told} ELSE {known.index(otherwise)} END"


def _word_of(column: str, known: tuple[str, ...]) -> str:
    told = " ".join(f"WHEN {number} THEN '{one}'" for number, one in enumerate(known))
    return f"CASE {column} {told} END"


_HUNDREDTHS: Final = "CAST(round(confidence * 100) AS INTEGER)"
FROM_BEFORE: Final = {
    "status_number": _number_of("status", STATUSES, "extracted"),
    "kind_number": _number_of("kind", KINDS, "actual"),
    "period_told": "nullif(period, year || '年')",
    "first_day": "nullif(period_from, year || '-01-01')",
    "last_day": "nullif(period_to, year || '-12-31')",
    "doubt": _HUNDREDTHS,
    "exactly": f"nullif(confidence, {_HUNDREDTHS} / 100.0)",
}  # fmt: skip
"""What stands in a column that is new, told by the columns a figure had before."""
_KEPT: Final = """number, id, article, start, stop, evidence_start, evidence_stop, metric, subject, region, year, value,
            low, high, unit, base_value, base_unit, qualifier, direction, basis, change_direction, change_value,
            change_unit, change_basis, source, inferred, reviewed, own, inherited, cell_row, cell_column, amount, rate,
            metric_number, subject_number, region_number, source_number, compared, sign, shown"""
_INDEXES: Final = {
    "by_article": "article, start", "by_metric": "metric_number", "by_subject": "subject_number",
    "by_region": "region_number", "by_source": "source_number",
    "by_period": "year, (last_day IS NULL), last_day, first_day", "by_amount": "base_unit, amount", "by_unit": "unit",
    "by_rate": "rate", "by_kind": "kind_number", "by_doubt": "status_number, doubt", "by_sign": "sign",
    "by_ground": "compared, year",
}  # fmt: skip
_SORTED: Final = {
    "origin": "origin_key", "date": "dated", "tags": "tags_key", "length": "characters", "figures": "figures",
    "notes": "notes", "state": "read_state", "star": "star", "missing": "missing",
}  # fmt: skip
"""What articles are sorted by; an index ends in the number of its row anyway."""


def _anew(index: tuple[str, str]) -> str:
    name, column = index
    return f"DROP INDEX articles_by_{name}; CREATE INDEX articles_by_{name} ON articles({column});"


_ALIKE: Final = "status_number = {0}.status_number AND kind_number = {0}.kind_number AND sign = {0}.sign"
_IN: Final = f"""INSERT INTO figure_counts SELECT NEW.status_number, NEW.kind_number, NEW.sign, 0
            WHERE NOT EXISTS (SELECT 1 FROM figure_counts WHERE {_ALIKE.format("NEW")});
        UPDATE figure_counts SET figures = figures + 1 WHERE {_ALIKE.format("NEW")} AND NEW.shown = 1;"""
_OUT: Final = (
    f"UPDATE figure_counts SET figures = figures - 1 WHERE {_ALIKE.format('OLD')} AND OLD.shown = 1;"
)
RECOUNT: Final = """
    DELETE FROM figure_counts;
    INSERT INTO figure_counts SELECT status_number, kind_number, sign, count(*) FROM figures WHERE shown = 1
        GROUP BY 1, 2, 3;
"""
"""The statements that count all figures anew."""

SHORT_FIGURES: Final = f"""
    CREATE TABLE new_figures (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        evidence_start INTEGER NOT NULL, evidence_stop INTEGER NOT NULL,
        metric TEXT NOT NULL, subject TEXT NOT NULL, region TEXT NOT NULL,
        year TEXT NOT NULL, period_told TEXT, first_day TEXT, last_day TEXT,
        value TEXT, low TEXT, high TEXT, unit TEXT NOT NULL, base_value TEXT, base_unit TEXT NOT NULL,
        qualifier TEXT NOT NULL, kind_number INTEGER NOT NULL, direction TEXT, basis TEXT NOT NULL,
        change_direction TEXT, change_value TEXT, change_unit TEXT, change_basis TEXT,
        source TEXT NOT NULL, status_number INTEGER NOT NULL, doubt INTEGER NOT NULL, exactly REAL,
        inferred INTEGER NOT NULL, reviewed INTEGER NOT NULL, own INTEGER NOT NULL,
        inherited TEXT NOT NULL DEFAULT '[]', cell_row INTEGER, cell_column INTEGER, amount REAL, rate REAL,
        metric_number INTEGER NOT NULL DEFAULT 0, subject_number INTEGER NOT NULL DEFAULT 0,
        region_number INTEGER NOT NULL DEFAULT 0, source_number INTEGER NOT NULL DEFAULT 0,
        compared TEXT NOT NULL DEFAULT '', sign INTEGER NOT NULL DEFAULT 2, shown INTEGER NOT NULL DEFAULT 1,
        period TEXT AS (coalesce(period_told, year || '年')),
        period_from TEXT AS (coalesce(first_day, year || '-01-01')),
        period_to TEXT AS (coalesce(last_day, year || '-12-31')),
        kind TEXT AS ({_word_of("kind_number", KINDS)}),
        status TEXT AS ({_word_of("status_number", STATUSES)}),
        confidence REAL AS (coalesce(exactly, doubt / 100.0))
    );
    INSERT INTO new_figures ({_KEPT}, {", ".join(FROM_BEFORE)})
        SELECT {_KEPT}, {", ".join(FROM_BEFORE.values())} FROM figures ORDER BY number;
    DELETE FROM sqlite_sequence WHERE name = 'new_figures';
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_figures', seq FROM sqlite_sequence WHERE name = 'figures';
    DROP TRIGGER articles_hide;
    DROP TRIGGER articles_repeat;
    DROP TABLE figures;
    ALTER TABLE new_figures RENAME TO figures;
    {"".join(f"CREATE INDEX figures_{name} ON figures({columns});" for name, columns in _INDEXES.items())}
    CREATE INDEX figures_own ON figures(own) WHERE own = 1;
    {FIGURE_TRIGGERS.replace("UPDATE OF status,", "UPDATE OF status_number,")}
    DROP TABLE figure_counts;
    CREATE TABLE figure_counts (
        status_number INTEGER NOT NULL, kind_number INTEGER NOT NULL, sign INTEGER NOT NULL, figures INTEGER NOT NULL,
        PRIMARY KEY (status_number, kind_number, sign)
    ) WITHOUT ROWID;
    {RECOUNT}
    CREATE TRIGGER figures_counted_in AFTER INSERT ON figures BEGIN
        {_IN}
    END;
    CREATE TRIGGER figures_counted_out AFTER DELETE ON figures BEGIN
        {_OUT}
    END;
    CREATE TRIGGER figures_counted_anew AFTER UPDATE OF status_number, kind_number, sign, shown ON figures BEGIN
        {_OUT}
        {_IN}
    END;
    {"".join(map(_anew, _SORTED.items()))}
    DROP INDEX relations_by_key;
    CREATE INDEX relations_by_key ON relations(substr(key, 1, 6));
"""
"""The whole step, in one script. Six signs of a key tell it from nearly all others."""
