"""The step that keeps, of every article, the kind it is chosen by: a pack's, or else the type of its record."""

from __future__ import annotations

from typing import Final

_TYPE: Final = "coalesce(json_extract(r.corrected, '$.type'), json_extract(r.derived, '$.type'), '')"

KINDS: Final = f"""
    UPDATE contexts SET kind = coalesce((SELECT coalesce(nullif(a.kind, ''), {_TYPE})
        FROM articles a JOIN records r ON r.article = a.id WHERE a.id = contexts.article), '');
    CREATE INDEX contexts_by_kind ON contexts(kind);
"""
