"""The step that packs the texts, and lets go of what indexes held twice.

Texts came as bytes that may be damaged: they are told as bytes to the functions that pack them. Every index ends in
the number of its row anyway, and contradictions are listed from their first side only.
"""

from __future__ import annotations

from typing import Final

_SORTED: Final = {
    "metric": "metric_key", "subject": "subject_key", "period": "period_to, period_from", "year": "year",
    "amount": "base_unit, amount", "unit": "unit", "rate": "rate", "kind": "kind", "source": "source_key",
    "status": "status", "sign": "sign", "region": "region_key", "doubt": "status, confidence",
}  # fmt: skip
"""What figures are sorted by."""


def _anew(name: str, columns: str) -> str:
    return f"DROP INDEX figures_by_{name};\n    CREATE INDEX figures_by_{name} ON figures({columns});"


PACKING: Final = f"""
    CREATE TABLE packed_texts (
        article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, shingles BLOB NOT NULL DEFAULT x'',
        headings TEXT NOT NULL DEFAULT '[]', original BLOB NOT NULL
    );
    INSERT INTO packed_texts (article, shingles, headings, original)
        SELECT article, packed_numbers(CAST(shingles AS BLOB)), headings, packed_text(CAST(original AS BLOB))
        FROM article_texts ORDER BY rowid;
    DROP TABLE article_texts;
    ALTER TABLE packed_texts RENAME TO article_texts;
    UPDATE sources SET text = packed_text(CAST(text AS BLOB));
    {chr(10).join(_anew(*one) for one in _SORTED.items())}
    DROP INDEX relations_by_kind;
    CREATE INDEX relations_by_kind ON relations(sort, kind) WHERE first = 1;
"""
"""The whole step, in one script."""
