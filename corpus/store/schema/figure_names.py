"""The step that tells what figures are named by numbers, and keeps of a platform fact once what stands in its columns.

A few thousand names, each with what it is sorted by, stood in every row of the figures and in two indexes of each
field. Numbers of figures are never given twice, so what was given last is taken over with the rows.
"""

from __future__ import annotations

from typing import Final

from corpus.store.schema.columns import FIGURE_TRIGGERS
from corpus.store.schema.counts import COUNTING
from corpus.store.schema.told_by_numbers import NAMED

_KEPT: Final = """number, id, article, start, stop, evidence_start, evidence_stop, metric, subject, region,
            period, period_from, period_to, value, low, high, unit, base_value, base_unit, qualifier, kind, direction,
            basis, change_direction, change_value, change_unit, change_basis, source, confidence, status, inferred,
            reviewed, own, inherited, cell_row, cell_column, amount, rate, year, compared, sign, shown"""
_INDEXES: Final = {
    "by_article": "article, start", "by_metric": "metric_number", "by_subject": "subject_number",
    "by_region": "region_number", "by_source": "source_number", "by_period": "period_to, period_from",
    "by_year": "year", "by_amount": "base_unit, amount", "by_unit": "unit", "by_rate": "rate", "by_kind": "kind",
    "by_status": "status", "by_doubt": "status, confidence", "by_sign": "sign", "by_ground": "compared, period_to",
}  # fmt: skip


def _number(field: str) -> str:
    place = NAMED.index(field)
    return f"(SELECT number FROM figure_names n WHERE n.field = {place} AND n.name = f.{field})"


_NUMBERS: Final = ", ".join(map(_number, NAMED))
NUMBERED: Final = "".join(
    f"INSERT OR IGNORE INTO figure_names (field, name, key) SELECT DISTINCT {place}, {field}, sound_key({field})"
    f" FROM figures ORDER BY {field};\n    "
    for place, field in enumerate(NAMED)
)
"""The statements that have every name of the figures among the names."""
RENUMBER: Final = f"""DELETE FROM figure_names;
    {NUMBERED}
    UPDATE figures AS f SET ({", ".join(f"{field}_number" for field in NAMED)}) = (SELECT {_NUMBERS})
"""
"""The statements that number all names anew."""

FIGURE_NAMES: Final = f"""
    CREATE TABLE figure_names (
        number INTEGER PRIMARY KEY, field INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
        UNIQUE (field, name)
    );
    {NUMBERED}
    CREATE INDEX figure_names_by_key ON figure_names(field, key);
    CREATE TABLE new_figures (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        evidence_start INTEGER NOT NULL, evidence_stop INTEGER NOT NULL,
        metric TEXT NOT NULL, subject TEXT NOT NULL, region TEXT NOT NULL,
        period TEXT NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL,
        value TEXT, low TEXT, high TEXT, unit TEXT NOT NULL, base_value TEXT, base_unit TEXT NOT NULL,
        qualifier TEXT NOT NULL, kind TEXT NOT NULL, direction TEXT, basis TEXT NOT NULL,
        change_direction TEXT, change_value TEXT, change_unit TEXT, change_basis TEXT,
        source TEXT NOT NULL, confidence REAL NOT NULL, status TEXT NOT NULL, inferred INTEGER NOT NULL,
        reviewed INTEGER NOT NULL, own INTEGER NOT NULL, inherited TEXT NOT NULL DEFAULT '[]',
        cell_row INTEGER, cell_column INTEGER, amount REAL, rate REAL, year TEXT NOT NULL,
        metric_number INTEGER NOT NULL DEFAULT 0, subject_number INTEGER NOT NULL DEFAULT 0,
        region_number INTEGER NOT NULL DEFAULT 0, source_number INTEGER NOT NULL DEFAULT 0,
        compared TEXT NOT NULL DEFAULT '', sign INTEGER NOT NULL DEFAULT 2, shown INTEGER NOT NULL DEFAULT 1
    );
    INSERT INTO new_figures ({_KEPT}, metric_number, subject_number, region_number, source_number)
        SELECT {_KEPT}, {_NUMBERS} FROM figures f ORDER BY number;
    DELETE FROM sqlite_sequence WHERE name = 'new_figures';
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_figures', seq FROM sqlite_sequence WHERE name = 'figures';
    DROP TRIGGER articles_hide;
    DROP TRIGGER articles_repeat;
    DROP TABLE figures;
    ALTER TABLE new_figures RENAME TO figures;
    {"".join(f"CREATE INDEX figures_{name} ON figures({columns});" for name, columns in _INDEXES.items())}
    CREATE INDEX figures_own ON figures(own) WHERE own = 1;
    {FIGURE_TRIGGERS}
    {COUNTING}
    UPDATE platform_facts
        SET payload = beside_columns(payload, id, article, platform, predicate, date, start, stop);
"""
"""The whole step, in one script."""
