"""A line of the list of articles as a row."""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from corpus.model.article import ArticleSummary, ReadState
from corpus.model.source import NO_TEXT, RECOGNISED, Metadata
from corpus.store.sqlite.boundary import from_row

_LAYERS: Final = (NO_TEXT, RECOGNISED)
SHARED: Final = """EXISTS (SELECT 1 FROM articles b
    WHERE b.title_key = a.title_key AND b.title = a.title AND b.id <> a.id AND b.trashed = '')"""
"""Whether another article has the title of article ``a``, found by its sounds: 山西 sounds as 陕西."""
_MOST_NAMESAKES: Final = 64
"""With so many others of its title an article is compared; beyond, the same folder and file may be named twice."""
_PATH: Final = "(SELECT path FROM sources WHERE sources.id = a.source)"
_PATHS: Final = f"""(SELECT group_concat(path, char(10)) FROM (
    SELECT p.path FROM articles b JOIN sources p ON p.id = b.source
    WHERE b.title_key = a.title_key AND b.title = a.title AND b.id <> a.id AND b.trashed = ''
    LIMIT {_MOST_NAMESAKES}))"""
FILE_BESIDE: Final = (
    f"CASE WHEN a.pack = '' AND {SHARED} THEN file_beside(a.title, {_PATH}, {_PATHS}) ELSE '' END"
)
"""What tells article ``a`` apart from others of its title, as ``ArticleSummary.file_beside``."""
YEAR: Final = "coalesce((SELECT year FROM contexts c WHERE c.article = a.id), '')"
"""The year article ``a`` is about, empty where nothing tells it."""
KIND: Final = "coalesce((SELECT kind FROM contexts c WHERE c.article = a.id), '')"
"""What kind an article ``a`` of a pack is of; of any other the type its record tells."""
SUMMARY: Final = f"""
    SELECT a.*, s.path, s.warnings, r.author, r.publisher, r.issued, r.language, r.address,
        json_extract(r.derived, '$.title') AS stated_title,
        {FILE_BESIDE} AS file_beside,
        CASE WHEN instr(s.warnings, '"{NO_TEXT}"') THEN (SELECT count(*) FROM pages p WHERE p.article = a.id) ELSE 0 END
            AS bare_pages,
        (SELECT json_group_array(path) FROM source_paths p WHERE p.source = a.source) AS paths,
        (SELECT json_group_array(tag) FROM article_tags t WHERE t.article = a.id) AS tags,
        (SELECT json_group_array(collection) FROM collection_articles c WHERE c.article = a.id) AS collections
    FROM articles a JOIN sources s ON s.id = a.source JOIN records r ON r.article = a.id
"""


@from_row
def summary_of(row: sqlite3.Row) -> ArticleSummary:
    """Return the article of a row of ``SUMMARY``."""
    metadata = Metadata(
        row["stated_title"] or "",
        row["author"],
        row["publisher"],
        row["issued"],
        row["language"],
        row["address"],
    )
    return ArticleSummary(
        id=row["id"], title=row["title"], source=row["source"], path=row["path"],
        paths=tuple(json.loads(row["paths"])), characters=row["characters"], metadata=metadata, kind=row["kind"],
        as_of=row["as_of"], pack=row["pack"], duplicate_of=row["duplicate_of"], similarity=row["similarity"],
        added=row["added"], batch=row["batch"], read_state=ReadState(row["read_state"]),
        progress=row["progress"], star=bool(row["star"]), trashed=row["trashed"],
        tags=tuple(json.loads(row["tags"])), collections=tuple(json.loads(row["collections"])),
        repairs_applied=row["applied"], repairs_offered=row["offered"], annotations=row["notes"],
        figures=row["figures"], missing=row["missing"], proposed=row["proposed"], part_of=row["part_of"],
        file_beside=row["file_beside"],
        layer=next((one for one in json.loads(row["warnings"]) if one in _LAYERS), ""), pages=row["bare_pages"],
    )  # fmt: skip
