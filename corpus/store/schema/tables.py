"""The tables of ``library.db`` as the newest version has them, and the steps that led there.

A step and its record are one transaction; a library from a newer version is refused by the caller.
"""

from __future__ import annotations

from typing import Final

from corpus.store.schema.columns import COLUMNS
from corpus.store.schema.counts import COUNTS
from corpus.store.schema.figure_names import FIGURE_NAMES
from corpus.store.schema.fingerprints import FINGERPRINTS
from corpus.store.schema.kinds import KINDS
from corpus.store.schema.lineage import LINEAGE
from corpus.store.schema.notes import NOTES
from corpus.store.schema.packing import PACKING
from corpus.store.schema.papers_named import PAPERS_NAMED
from corpus.store.schema.prints import PRINTS
from corpus.store.schema.records import RECORDS
from corpus.store.schema.relations import RELATIONS
from corpus.store.schema.shared_grounds import SHARED_GROUNDS
from corpus.store.schema.short_figures import SHORT_FIGURES
from corpus.store.schema.sounds_alone import SOUNDS_ALONE
from corpus.store.schema.sparing import SPARING

STEPS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (
        id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, path TEXT NOT NULL, format TEXT NOT NULL,
        encoding TEXT NOT NULL, size INTEGER NOT NULL, imported TEXT NOT NULL, text TEXT NOT NULL,
        pieces TEXT NOT NULL, warnings TEXT NOT NULL, pack TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE source_paths (path TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(id));
    CREATE INDEX source_paths_by_source ON source_paths(source);
    CREATE TABLE articles (
        id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(id), position INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, title TEXT NOT NULL, original TEXT NOT NULL,
        characters INTEGER NOT NULL, structure TEXT NOT NULL, metadata TEXT NOT NULL,
        kind TEXT NOT NULL DEFAULT '', as_of TEXT NOT NULL DEFAULT '', pack TEXT NOT NULL DEFAULT '',
        duplicate_of TEXT, similarity REAL NOT NULL DEFAULT 0, batch TEXT NOT NULL DEFAULT '',
        added TEXT NOT NULL, change INTEGER NOT NULL, trashed TEXT NOT NULL DEFAULT '',
        read_state TEXT NOT NULL DEFAULT 'unread', progress INTEGER NOT NULL DEFAULT 0,
        opened TEXT NOT NULL DEFAULT '', star INTEGER NOT NULL DEFAULT 0, shingles TEXT NOT NULL DEFAULT '[]'
    );
    CREATE INDEX articles_by_change ON articles(change);
    CREATE INDEX articles_by_source ON articles(source);
    CREATE TABLE tombstones (article TEXT PRIMARY KEY, change INTEGER NOT NULL);
    CREATE TABLE edits (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, class TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        before TEXT NOT NULL, after TEXT, certainty TEXT NOT NULL, state TEXT NOT NULL,
        decided INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX edits_by_article ON edits(article, start);
    CREATE TABLE article_tags (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, tag TEXT NOT NULL,
        PRIMARY KEY (article, tag)
    ) WITHOUT ROWID;
    CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '');
    CREATE TABLE collection_articles (
        collection TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        PRIMARY KEY (collection, article)
    ) WITHOUT ROWID;
    CREATE TABLE statistics (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        start INTEGER NOT NULL, payload TEXT NOT NULL
    );
    CREATE INDEX statistics_by_article ON statistics(article, start);
    CREATE TABLE fact_decisions (id TEXT PRIMARY KEY, article TEXT NOT NULL, payload TEXT NOT NULL);
    CREATE INDEX fact_decisions_by_article ON fact_decisions(article);
    CREATE TABLE verdicts (key TEXT PRIMARY KEY, verdict TEXT NOT NULL);
    CREATE TABLE mentions (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, platform TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL
    );
    CREATE INDEX mentions_by_article ON mentions(article);
    CREATE INDEX mentions_by_platform ON mentions(platform);
    CREATE TABLE platform_facts (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        platform TEXT NOT NULL, payload TEXT NOT NULL
    );
    CREATE INDEX platform_facts_by_platform ON platform_facts(platform);
    CREATE INDEX platform_facts_by_article ON platform_facts(article);
    CREATE TABLE trend_passages (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, trend TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
        reviewed INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX trend_passages_by_trend ON trend_passages(trend, score);
    CREATE INDEX trend_passages_by_article ON trend_passages(article);
    CREATE TABLE annotations (
        id TEXT PRIMARY KEY, article TEXT NOT NULL, start INTEGER, stop INTEGER, exact TEXT NOT NULL,
        prefix TEXT NOT NULL, suffix TEXT NOT NULL, colour TEXT NOT NULL, style TEXT NOT NULL,
        note TEXT NOT NULL, tags TEXT NOT NULL, creator TEXT NOT NULL, created TEXT NOT NULL,
        modified TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL,
        private INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX annotations_by_article ON annotations(article, start);
    CREATE TABLE drafts (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, template TEXT NOT NULL, items TEXT NOT NULL,
        created TEXT NOT NULL, modified TEXT NOT NULL
    );
    CREATE TABLE searches (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT '', request TEXT NOT NULL,
        ran TEXT NOT NULL
    );
    CREATE TABLE user_words (word TEXT PRIMARY KEY, tag TEXT NOT NULL, frequency INTEGER);
    CREATE TABLE user_corrections (wrong TEXT PRIMARY KEY, right TEXT NOT NULL);
    INSERT INTO meta VALUES ('change', '0');
    """,
    """
    CREATE TABLE own_facts (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        sort TEXT NOT NULL, about TEXT NOT NULL, start INTEGER, stop INTEGER,
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, payload TEXT NOT NULL
    );
    CREATE INDEX own_facts_by_article ON own_facts(article, start);
    CREATE VIEW own_figures AS
        SELECT id, article, start, payload FROM own_facts
        WHERE sort = 'figure' AND start IS NOT NULL AND id NOT IN (SELECT id FROM statistics);
    CREATE VIEW all_statistics AS
        SELECT id, article, start, payload FROM statistics
        UNION ALL
        SELECT id, article, start, payload FROM own_figures;
    CREATE VIEW all_platform_facts AS
        SELECT id, article, platform, payload FROM platform_facts
        UNION ALL
        SELECT id, article, about, payload FROM own_facts WHERE sort = 'platform' AND start IS NOT NULL;
    CREATE VIEW all_trend_passages AS
        SELECT article, trend, start, stop, score, reason, reviewed, '' AS id FROM trend_passages
        UNION ALL
        SELECT article, about, start, stop, 1.0, 'own', 1, id FROM own_facts
        WHERE sort = 'passage' AND start IS NOT NULL;
    """,
    """
    CREATE TABLE versions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, batch TEXT NOT NULL,
        source TEXT NOT NULL REFERENCES sources(id), path TEXT NOT NULL, payload BLOB NOT NULL
    );
    CREATE INDEX versions_by_article ON versions(article, number);
    CREATE INDEX versions_by_batch ON versions(batch);
    CREATE INDEX versions_by_source ON versions(source);
    """,
    COLUMNS,
    """
    ALTER TABLE drafts ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
    CREATE TABLE pictures (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, data BLOB NOT NULL
    );
    ALTER TABLE annotations ADD COLUMN extra TEXT NOT NULL DEFAULT '';
    """,
    RECORDS,
    """
    CREATE TABLE page_numbers (
        source TEXT PRIMARY KEY, proposed TEXT NOT NULL DEFAULT '[]', corrected TEXT
    ) WITHOUT ROWID;
    """,
    PRINTS,
    """
    ALTER TABLE annotations ADD COLUMN region TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE figures ADD COLUMN region_key TEXT NOT NULL DEFAULT '';
    UPDATE figures SET region_key = sound_key(region),
        amount = CASE WHEN direction = 'down' THEN -abs(amount) ELSE amount END;
    CREATE INDEX figures_by_region ON figures(region_key, number);
    CREATE INDEX figures_by_doubt ON figures(status, confidence, number);
    DROP INDEX figures_by_ground;
    CREATE INDEX figures_by_ground ON figures(compared, period_to);
    """,
    """
    CREATE TABLE recognised (
        source TEXT NOT NULL, page INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (source, page)
    ) WITHOUT ROWID;
    CREATE TABLE doubtful (source TEXT PRIMARY KEY, spans TEXT NOT NULL) WITHOUT ROWID;
    """,
    LINEAGE,
    NOTES,
    COUNTS,
    PACKING,
    SPARING,
    RELATIONS,
    FIGURE_NAMES,
    SOUNDS_ALONE,
    SHORT_FIGURES,
    FINGERPRINTS,
    KINDS,
    SHARED_GROUNDS,
    PAPERS_NAMED,
)
"""Step ``n`` leads from version ``n`` to ``n + 1``."""
