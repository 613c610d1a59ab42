"""The step to version 4: what is filtered, counted, sorted and compared has columns of its own.

Texts leave the table of articles, so that a line of it is small; figures leave their JSON; counts are kept. The
functions ``sound_key``, ``filter_words`` and ``part_of`` are given to the connection by the one who migrates.
"""

from __future__ import annotations

from typing import Final

_TABLES: Final = """
    CREATE TABLE new_articles (
        id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(id), position INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, title TEXT NOT NULL, characters INTEGER NOT NULL,
        kind TEXT NOT NULL DEFAULT '', as_of TEXT NOT NULL DEFAULT '', pack TEXT NOT NULL DEFAULT '',
        duplicate_of TEXT, similarity REAL NOT NULL DEFAULT 0, batch TEXT NOT NULL DEFAULT '',
        added TEXT NOT NULL, change INTEGER NOT NULL, fields_change INTEGER NOT NULL DEFAULT 0,
        trashed TEXT NOT NULL DEFAULT '', read_state TEXT NOT NULL DEFAULT 'unread',
        progress INTEGER NOT NULL DEFAULT 0, opened TEXT NOT NULL DEFAULT '', star INTEGER NOT NULL DEFAULT 0,
        title_key TEXT NOT NULL DEFAULT '', origin_key TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '',
        tags_key TEXT NOT NULL DEFAULT '', applied INTEGER NOT NULL DEFAULT 0, offered INTEGER NOT NULL DEFAULT 0,
        notes INTEGER NOT NULL DEFAULT 0, figures INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0,
        words INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE article_texts (
        article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, shingles TEXT NOT NULL DEFAULT '[]',
        headings TEXT NOT NULL DEFAULT '[]', original TEXT NOT NULL
    );
    CREATE TABLE pages (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, number INTEGER NOT NULL,
        start INTEGER NOT NULL, label TEXT NOT NULL, PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE TABLE tables (
        article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, number INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, structure TEXT NOT NULL DEFAULT '{}',
        PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE TABLE records (
        article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, derived TEXT NOT NULL,
        corrected TEXT NOT NULL DEFAULT '{}', origins TEXT NOT NULL DEFAULT '{}',
        state TEXT NOT NULL DEFAULT 'proposed', author TEXT NOT NULL DEFAULT '',
        publisher TEXT NOT NULL DEFAULT '', issued TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
        address TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE contexts (
        article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, context TEXT NOT NULL DEFAULT '{}',
        who TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', year TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX contexts_by_year ON contexts(year);
    CREATE TABLE companies (
        name TEXT PRIMARY KEY, english TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID;
    CREATE TABLE company_aliases (
        alias TEXT PRIMARY KEY, company TEXT NOT NULL REFERENCES companies(name) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE figures (
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
        cell_row INTEGER, cell_column INTEGER,
        amount REAL, rate REAL, year TEXT NOT NULL, metric_key TEXT NOT NULL, subject_key TEXT NOT NULL,
        source_key TEXT NOT NULL, compared TEXT NOT NULL DEFAULT '', sign INTEGER NOT NULL DEFAULT 2,
        shown INTEGER NOT NULL DEFAULT 1
    );
    CREATE TABLE relations (
        figure TEXT NOT NULL, other TEXT NOT NULL, sort TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
        sum TEXT NOT NULL, ground TEXT NOT NULL, first INTEGER NOT NULL,
        PRIMARY KEY (figure, sort, key, other)
    ) WITHOUT ROWID;
    CREATE TABLE stale_grounds (ground TEXT NOT NULL);
    CREATE INDEX stale_grounds_by_name ON stale_grounds(ground);
    CREATE TABLE uncompared (article TEXT NOT NULL);
    CREATE INDEX uncompared_by_article ON uncompared(article);
    CREATE TABLE totals (
        part TEXT PRIMARY KEY, articles INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
        repairing INTEGER NOT NULL DEFAULT 0, offered INTEGER NOT NULL DEFAULT 0,
        figures INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    INSERT INTO totals (part) VALUES ('own'), ('pack'), ('trash');
    CREATE VIRTUAL TABLE article_words USING fts5(words, content='', tokenize="unicode61 tokenchars '_'");
    CREATE VIRTUAL TABLE figure_words USING fts5(words, content='', tokenize="unicode61 tokenchars '_'");
    CREATE VIRTUAL TABLE note_words USING fts5(words, content='', tokenize="unicode61 tokenchars '_'");
    ALTER TABLE fact_decisions ADD COLUMN found TEXT NOT NULL DEFAULT '';
    ALTER TABLE annotations ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE platform_facts ADD COLUMN predicate TEXT NOT NULL DEFAULT '';
    ALTER TABLE platform_facts ADD COLUMN date TEXT NOT NULL DEFAULT '';
    ALTER TABLE platform_facts ADD COLUMN start INTEGER;
    ALTER TABLE platform_facts ADD COLUMN stop INTEGER;
    ALTER TABLE platform_facts ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE trend_passages ADD COLUMN id TEXT NOT NULL DEFAULT '';
"""

_TEXTS: Final = """
    DROP VIEW own_figures;
    DROP VIEW all_statistics;
    DROP VIEW all_platform_facts;
    DROP VIEW all_trend_passages;
    INSERT INTO article_texts (article, shingles, headings, original)
        SELECT id, shingles, json_extract(structure, '$.headings'), original FROM articles ORDER BY rowid;
    INSERT INTO pages (article, number, start, label)
        SELECT a.id, p.key, json_extract(p.value, '$[1]'), json_extract(p.value, '$[0]')
        FROM articles a, json_each(a.structure, '$.pages') p;
    INSERT INTO tables (article, number, start, stop)
        SELECT a.id, t.key, json_extract(t.value, '$[0]'), json_extract(t.value, '$[1]')
        FROM articles a, json_each(a.structure, '$.tables') t;
    CREATE TEMP TABLE stated AS
        SELECT id AS article, json_remove(metadata, '$.corrected') AS stated,
            coalesce(json_extract(metadata, '$.corrected'), '{}') AS corrected,
            json_patch(json_remove(metadata, '$.corrected'), coalesce(json_extract(metadata, '$.corrected'), '{}'))
                AS whole
        FROM articles;
    CREATE INDEX temp.stated_by_article ON stated(article);
    INSERT INTO records (article, derived, corrected, origins, author, publisher, issued, language, address)
        SELECT article, stated, corrected, '{}', coalesce(json_extract(whole, '$.author'), ''),
            coalesce(json_extract(whole, '$.publisher'), ''), coalesce(json_extract(whole, '$.date'), ''),
            coalesce(json_extract(whole, '$.language'), ''), coalesce(json_extract(whole, '$.address'), '')
        FROM stated;
    UPDATE records SET derived = csl_record(derived), corrected = csl_record(corrected),
        state = CASE WHEN corrected = '{}' THEN 'proposed' ELSE 'confirmed' END;
    UPDATE records SET origins = file_origins(derived);
    INSERT INTO new_articles (id, source, position, start, stop, title, characters, kind, as_of, pack,
            duplicate_of, similarity, batch, added, change, trashed, read_state, progress, opened, star,
            title_key, origin_key, dated, tags_key)
        SELECT a.id, a.source, a.position, a.start, a.stop, a.title, a.characters, a.kind, a.as_of, a.pack,
            a.duplicate_of, a.similarity, a.batch, a.added, a.change, a.trashed, a.read_state, a.progress, a.opened,
            a.star, sound_key(a.title), sound_key(origin_of(r.publisher, r.author, s.path)),
            CASE WHEN a.as_of <> '' THEN a.as_of WHEN r.issued <> '' THEN r.issued ELSE substr(a.added, 1, 10) END,
            sound_key(coalesce((SELECT group_concat(tag, '、') FROM article_tags t WHERE t.article = a.id), ''))
        FROM articles a JOIN records r ON r.article = a.id JOIN sources s ON s.id = a.source ORDER BY a.rowid;
    INSERT INTO contexts (article, who, year, kind, language)
        SELECT n.id, r.publisher, substr(CASE WHEN n.as_of <> '' THEN n.as_of ELSE r.issued END, 1, 4), n.kind,
            r.language
        FROM new_articles n JOIN records r ON r.article = n.id;
    DROP TABLE temp.stated;
    DROP TABLE articles;
    ALTER TABLE new_articles RENAME TO articles;
    CREATE INDEX articles_by_change ON articles(change);
    CREATE INDEX articles_by_fields_change ON articles(fields_change);
    CREATE INDEX articles_by_source ON articles(source);
    CREATE INDEX articles_by_batch ON articles(batch);
    CREATE INDEX articles_by_pack ON articles(pack) WHERE pack <> '';
    CREATE INDEX articles_by_words ON articles(words);
    CREATE INDEX articles_in_trash ON articles(trashed) WHERE trashed <> '';
    CREATE INDEX articles_starred ON articles(star) WHERE star = 1;
    CREATE INDEX articles_repeating ON articles(duplicate_of) WHERE duplicate_of IS NOT NULL;
    CREATE INDEX articles_opened ON articles(opened) WHERE opened <> '';
    CREATE INDEX articles_offering ON articles(offered) WHERE offered > 0;
    CREATE INDEX articles_by_added ON articles(added, id);
    CREATE INDEX articles_by_title ON articles(title_key, id);
    CREATE INDEX articles_by_origin ON articles(origin_key, id);
    CREATE INDEX articles_by_date ON articles(dated, id);
    CREATE INDEX articles_by_tags ON articles(tags_key, id);
    CREATE INDEX articles_by_length ON articles(characters, id);
    CREATE INDEX articles_by_figures ON articles(figures, id);
    CREATE INDEX articles_by_notes ON articles(notes, id);
    CREATE INDEX articles_by_state ON articles(read_state, id);
    CREATE INDEX articles_by_star ON articles(star, id);
"""

_PLACE: Final = "json_extract(f.found, '$.{}')"


def _field(name: str, otherwise: str = "''") -> str:
    return f"coalesce(json_extract(f.payload, '$.{name}'), {otherwise})"


# A rate told alone was kept as a change without a value: it is a figure of its own now.
_ALONE: Final = (
    "json_extract(f.payload, '$.value') IS NULL AND json_extract(f.payload, '$.low') IS NULL"
    " AND json_extract(f.payload, '$.high') IS NULL AND json_extract(f.payload, '$.change.value') IS NOT NULL"
)
_RATE: Final = (
    "json_set({0}, '$.value', json_extract({0}, '$.change.value'), '$.unit', json_extract({0}, '$.change.unit'),"
    " '$.base_value', json_extract({0}, '$.change.value'), '$.base_unit', json_extract({0}, '$.change.unit'),"
    " '$.direction', json_extract({0}, '$.change.direction'), '$.basis', json_extract({0}, '$.change.basis'),"
    " '$.change', json('null'))"
)


def _told_alone(table: str, sort: str = "1") -> str:
    """Return the statement that makes rates told alone in the payloads of ``table`` figures of their own.

    ``sort`` is a condition for the rows that hold a figure; others hold no JSON at all.
    """
    return (
        f"UPDATE {table} AS f SET payload = {_RATE.format('f.payload')} "
        f"WHERE CASE WHEN {sort} THEN {_ALONE} END;\n"
    )


WORDS: Final = ("article_words", "figure_words", "note_words")
"""The tables of what is filtered by; they hold no text of their own."""

DERIVED: Final = """
    INSERT INTO figure_words (rowid, words)
        SELECT f.number, filter_words(f.metric, f.subject, f.region, f.period, f.source, a.title,
            part_of(t.original, f.evidence_start, f.evidence_stop))
        FROM figures f JOIN articles a ON a.id = f.article JOIN article_texts t ON t.article = f.article;
    UPDATE annotations SET words = rowid;
    INSERT INTO note_words (rowid, words) SELECT n.words, filter_words(n.note, n.exact, n.tags,
        coalesce((SELECT title FROM articles a WHERE a.id = n.article), '')) FROM annotations n;
    UPDATE articles SET words = rowid,
        applied = (SELECT count(*) FROM edits e WHERE e.article = articles.id AND e.state = 'applied'),
        offered = (SELECT count(*) FROM edits e WHERE e.article = articles.id AND e.state = 'offered'),
        notes = (SELECT count(*) FROM annotations n WHERE n.article = articles.id),
        figures = (SELECT count(*) FROM figures f WHERE f.article = articles.id),
        waiting = (SELECT count(*) FROM figures f WHERE f.article = articles.id AND f.status = 'extracted');
    INSERT INTO article_words (rowid, words)
        SELECT a.words, filter_words_and_sounds(a.title, r.author, r.publisher, r.issued, s.path,
            coalesce((SELECT group_concat(tag, ' ') FROM article_tags t WHERE t.article = a.id), ''),
            coalesce(CASE WHEN json_valid(r.corrected) THEN json_extract(r.corrected, '$.title') END,
                CASE WHEN json_valid(r.derived) THEN json_extract(r.derived, '$.title') END, ''))
        FROM articles a JOIN records r ON r.article = a.id JOIN sources s ON s.id = a.source;
    UPDATE totals SET articles = n, starred = s, repairing = r, offered = o, figures = f, waiting = w FROM (
        SELECT CASE WHEN trashed <> '' THEN 'trash' WHEN pack <> '' THEN 'pack' ELSE 'own' END AS p,
            count(*) AS n, sum(star) AS s, sum(offered > 0) AS r, sum(offered) AS o, sum(figures) AS f,
            sum(waiting) AS w
        FROM articles GROUP BY 1) WHERE part = p
"""
"""The statements that fill what is derived of other tables: words, counts and totals."""

_FIGURES: Final = f"""
    {_told_alone("statistics")}
    {_told_alone("fact_decisions")}
    {_told_alone("own_facts", "f.sort = 'figure'")}
    CREATE TEMP TABLE told AS
        SELECT s.id, s.article, s.start, s.payload AS found, coalesce(d.payload, s.payload) AS payload
        FROM statistics s LEFT JOIN fact_decisions d ON d.id = s.id
        UNION ALL
        SELECT o.id, o.article, o.start, o.payload, coalesce(d.payload, o.payload)
        FROM own_facts o LEFT JOIN fact_decisions d ON d.id = o.id
        WHERE o.sort = 'figure' AND o.start IS NOT NULL AND o.id NOT IN (SELECT id FROM statistics);
    UPDATE fact_decisions SET found = coalesce((SELECT payload FROM statistics s WHERE s.id = fact_decisions.id),
        (SELECT payload FROM own_facts o WHERE o.id = fact_decisions.id AND o.sort = 'figure'), '');
    INSERT INTO figures (id, article, start, stop, evidence_start, evidence_stop, metric, subject, region, period,
            period_from, period_to, value, low, high, unit, base_value, base_unit, qualifier, kind, direction, basis,
            change_direction, change_value, change_unit, change_basis, source, confidence, status, inferred, reviewed,
            own, inherited, amount, rate, year, metric_key, subject_key, source_key, shown)
        SELECT f.id, f.article, {_PLACE.format("figure.start")}, {_PLACE.format("figure.end")},
            {_PLACE.format("evidence.start")}, {_PLACE.format("evidence.end")}, {_field("metric")},
            {_field("subject")}, {_field("region")}, {_field("period.text")}, {_field("period.start")},
            {_field("period.end")}, {_field("value", "NULL")}, {_field("low", "NULL")}, {_field("high", "NULL")},
            {_field("unit")}, {_field("base_value", "NULL")}, {_field("base_unit")}, {_field("qualifier")},
            {_field("kind")}, {_field("direction", "NULL")}, {_field("basis")}, {_field("change.direction", "NULL")},
            {_field("change.value", "NULL")}, {_field("change.unit", "NULL")}, {_field("change.basis", "NULL")},
            {_field("source")}, {_field("confidence", "0.5")}, {_field("status")}, {_field("inferred", "0")},
            {_field("reviewed", "0")}, {_field("own", "0")}, {_field("inherited", "'[]'")},
            CAST(coalesce(json_extract(f.payload, '$.base_value'), json_extract(f.payload, '$.value'),
                json_extract(f.payload, '$.low'), json_extract(f.payload, '$.high')) AS REAL),
            CASE coalesce(json_extract(f.payload, '$.direction'), json_extract(f.payload, '$.change.direction'))
                WHEN 'down' THEN -1.0 ELSE 1.0 END
                * CAST(CASE WHEN json_extract(f.payload, '$.direction') IS NOT NULL
                    THEN json_extract(f.payload, '$.value') ELSE json_extract(f.payload, '$.change.value') END
                    AS REAL),
            substr(CASE WHEN {_field("period.end")} <> '' THEN {_field("period.end")}
                ELSE {_field("period.start")} END, 1, 4),
            sound_key({_field("metric")}), sound_key({_field("subject")}), sound_key({_field("source")}),
            (SELECT a.trashed = '' FROM articles a WHERE a.id = f.article)
        FROM told f JOIN articles a ON a.id = f.article ORDER BY a.rowid, f.start, f.id;
    DROP TABLE temp.told;
    DROP TABLE statistics;
    INSERT INTO uncompared SELECT DISTINCT article FROM figures;
    UPDATE platform_facts SET predicate = json_extract(payload, '$.predicate'),
        date = json_extract(payload, '$.date'), start = json_extract(payload, '$.evidence.start'),
        stop = json_extract(payload, '$.evidence.end');
    INSERT OR IGNORE INTO platform_facts (id, article, platform, payload, predicate, date, start, stop, own)
        SELECT id, article, about, payload, json_extract(payload, '$.predicate'), json_extract(payload, '$.date'),
            start, stop, 1
        FROM own_facts WHERE sort = 'platform' AND start IS NOT NULL;
    INSERT INTO trend_passages (article, trend, start, stop, score, reason, reviewed, id)
        SELECT article, about, start, stop, 1.0, 'own', 1, id FROM own_facts
        WHERE sort = 'passage' AND start IS NOT NULL;
    {DERIVED};
"""

_INDEXES: Final = """
    CREATE INDEX figures_by_article ON figures(article, start);
    CREATE INDEX figures_by_metric ON figures(metric_key, number);
    CREATE INDEX figures_by_subject ON figures(subject_key, number);
    CREATE INDEX figures_of_subject ON figures(subject);
    CREATE INDEX figures_of_metric ON figures(metric, base_unit);
    CREATE INDEX figures_of_region ON figures(region);
    CREATE INDEX figures_by_period ON figures(period_to, period_from, number);
    CREATE INDEX figures_by_year ON figures(year, number);
    CREATE INDEX figures_by_amount ON figures(base_unit, amount, number);
    CREATE INDEX figures_by_unit ON figures(unit, number);
    CREATE INDEX figures_by_rate ON figures(rate, number);
    CREATE INDEX figures_by_kind ON figures(kind, number);
    CREATE INDEX figures_by_source ON figures(source_key, number);
    CREATE INDEX figures_by_status ON figures(status, number);
    CREATE INDEX figures_by_sign ON figures(sign, number);
    CREATE INDEX figures_by_ground ON figures(compared);
    CREATE INDEX figures_own ON figures(own) WHERE own = 1;
    CREATE INDEX relations_by_ground ON relations(ground);
    CREATE INDEX relations_by_key ON relations(key);
    CREATE INDEX relations_by_kind ON relations(sort, first, kind);
    CREATE INDEX article_tags_by_tag ON article_tags(tag);
    DROP INDEX platform_facts_by_platform;
    CREATE INDEX platform_facts_by_platform ON platform_facts(platform, date, predicate);
    DROP INDEX trend_passages_by_trend;
    CREATE INDEX trend_passages_by_trend ON trend_passages(trend, reviewed DESC, score DESC, id DESC);
    DROP INDEX mentions_by_platform;
    CREATE INDEX mentions_by_platform ON mentions(platform, article, start);
    CREATE INDEX annotations_by_words ON annotations(words);
    CREATE INDEX annotations_lost ON annotations(status) WHERE status <> 'placed';
    CREATE INDEX annotations_modified ON annotations(modified);
    CREATE INDEX annotations_by_colour ON annotations(colour);
"""

_SUM: Final = """
            UPDATE totals SET articles = articles {0} 1, starred = starred {0} {1}.star,
                repairing = repairing {0} ({1}.offered > 0), offered = offered {0} {1}.offered,
                figures = figures {0} {1}.figures, waiting = waiting {0} {1}.waiting
            WHERE part = CASE WHEN {1}.trashed <> '' THEN 'trash' WHEN {1}.pack <> '' THEN 'pack' ELSE 'own' END;"""

# What a trigger does about a conflict is decided by the statement that sets it off: its tables have no key.
_TRIGGERS: Final = f"""
    CREATE TRIGGER articles_come AFTER INSERT ON articles BEGIN {_SUM.format("+", "NEW")}
    END;
    CREATE TRIGGER articles_go AFTER DELETE ON articles BEGIN {_SUM.format("-", "OLD")}
    END;
    CREATE TRIGGER articles_move AFTER UPDATE OF star, offered, figures, waiting, trashed, pack ON articles
    BEGIN {_SUM.format("-", "OLD")}{_SUM.format("+", "NEW")}
    END;
"""
FIGURE_TRIGGERS: Final = """
    CREATE TRIGGER articles_hide AFTER UPDATE OF trashed ON articles WHEN (OLD.trashed = '') <> (NEW.trashed = '')
    BEGIN
        UPDATE figures SET shown = (NEW.trashed = '') WHERE article = NEW.id;
    END;
    CREATE TRIGGER articles_repeat AFTER UPDATE OF duplicate_of ON articles
    WHEN OLD.duplicate_of IS NOT NEW.duplicate_of
    BEGIN
        INSERT INTO stale_grounds SELECT compared FROM figures WHERE article = NEW.id AND compared <> '';
        INSERT INTO uncompared VALUES (NEW.id);
    END;
    CREATE TRIGGER figures_go AFTER DELETE ON figures BEGIN
        INSERT INTO stale_grounds SELECT OLD.compared WHERE OLD.compared <> '';
        INSERT INTO stale_grounds VALUES ('@' || OLD.article);
    END;
    CREATE TRIGGER figures_differ AFTER UPDATE OF status, shown, compared ON figures BEGIN
        INSERT INTO stale_grounds SELECT OLD.compared WHERE OLD.compared <> '';
        INSERT INTO stale_grounds SELECT NEW.compared WHERE NEW.compared <> '';
        INSERT INTO stale_grounds VALUES ('@' || NEW.article);
    END;
"""
"""The triggers by which figures follow their articles, and grounds of comparison are told stale."""

COLUMNS: Final = _TABLES + _TEXTS + _FIGURES + _INDEXES + _TRIGGERS + FIGURE_TRIGGERS
"""The whole step, in one script."""
