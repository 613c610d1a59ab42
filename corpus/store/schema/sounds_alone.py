"""The step that keeps of what is sorted by the sounds alone, names of companies without a number of their own.

A name stood once more behind its sounds, in the row and in the index. What companies are called in an article is found
by the key of its table, and figures of a status by the index that goes on with how sure they are.
"""

from __future__ import annotations

from typing import Final

_WITHOUT: Final = """UPDATE {0} SET {1} = substr({1}, 1, length({1}) - length({2}) - 1)
        WHERE {2} <> '' AND substr({1}, -length({2}) - 1) = ' ' || {2};"""

SOUNDS_ALONE: Final = f"""
    {_WITHOUT.format("figure_names", "key", "name")}
    {_WITHOUT.format("articles", "title_key", "title")}
    UPDATE articles SET
        origin_key = coalesce((SELECT sound_key(origin_of(r.publisher, r.author, s.path))
            FROM records r JOIN sources s ON s.id = articles.source WHERE r.article = articles.id), ''),
        tags_key = sound_key(coalesce(
            (SELECT group_concat(tag, '、') FROM article_tags t WHERE t.article = articles.id), ''));
    CREATE TABLE new_mentions (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, platform TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (article, start, stop, platform)
    ) WITHOUT ROWID;
    INSERT OR IGNORE INTO new_mentions (article, platform, start, stop, text)
        SELECT article, platform, start, stop, text FROM mentions;
    DROP TABLE mentions;
    ALTER TABLE new_mentions RENAME TO mentions;
    CREATE INDEX mentions_by_platform ON mentions(platform, article, start);
    DROP INDEX figures_by_status;
"""
"""The whole step, in one script."""
