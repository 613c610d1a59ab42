"""What a person decided and recorded is given back as it was put, and what was found before it stands behind it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.model.annotation import Selector
from corpus.model.errors import LibraryError
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.model.trend import TrendPassage
from corpus.store.database.changes import Changes
from corpus.store.database.overwriting import OverwritingWatch
from corpus.store.facts.own_facts import REASON
from corpus.store.sqlite.errors import says_malformed
from corpus.store.sqlite.packing import is_apart
from corpus.store.sqlite.reading import connect


def test_that_what_was_found_comes_back_whatever_was_decided_between(library: Library) -> None:
    (article,) = import_text(library, "苹果", "2018年苹果的规模是六千亿元，增长5%。").sources[0].articles
    facts = library.store.facts
    found = facts.statistics_of(article.id)
    first = found[0]
    for value in (7, 8, 9):
        decided = replace(first, value=Decimal(value), status=FactStatus.EDITED)
        with library.store.transaction(Changes()):
            facts.decide(article.id, decided)
        assert facts.statistics_of(article.id) == (decided, *found[1:])
        assert facts.found_in(article.id) == found
        assert facts.decisions(article.id) == {first.id: decided}
    with library.store.transaction(Changes()):
        facts.decide(article.id, replace(first, value=Decimal(1), status=FactStatus.EXTRACTED))
    assert facts.statistics_of(article.id) == facts.found_in(article.id) == found
    assert facts.decisions(article.id) == {}


@pytest.mark.parametrize("span", [Span(0, 4), None])
def test_that_a_passage_put_into_a_trend_is_given_back_as_it_was(library: Library, span: Span | None) -> None:
    (article,) = import_text(library, "苹果", "2018年苹果卖到了城里。").sources[0].articles
    passage = TrendPassage("smart", span or Span(0, 0), 1.0, REASON, article.id, "own-1")
    own = OwnFact("own-1", article.id, Selector("2018", "", "年苹果"), span, passage)
    with library.store.transaction(Changes()):
        library.store.own_facts.put(own)
    assert library.store.own_facts.get("own-1") == own
    assert library.store.own_facts.of(article.id) == (own,)


def test_that_a_file_whose_text_went_with_its_article_is_told_as_damage(library: Library) -> None:
    (outcome,) = import_text(library, "苹果", "2018年苹果卖到了城里。" * 9).sources
    database = library.store.database
    row = database.row("SELECT text FROM sources WHERE id = ?", outcome.id)
    assert row is not None
    assert is_apart(row["text"])
    with database.transaction():
        database.run("DELETE FROM article_texts WHERE article = ?", outcome.articles[0].id)
    with pytest.raises(LibraryError, match="library_damaged") as caught:
        library.store.sources.by_id(outcome.id)
    assert caught.value.values["detail"] == "Sources: a text without that of its article"


@pytest.mark.parametrize(
    ("ask", "given"),
    [("execute", ("SELECT a FROM one",)), ("executemany", ("INSERT INTO one VALUES (?)", [(1,)]))],
)
def test_that_a_sentence_in_spoilt_letters_is_told_as_damage(
    tmp_path: Path, ask: str, given: tuple[object, ...]
) -> None:
    path = tmp_path / "one.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE one (a)")
        made.execute("PRAGMA writable_schema = ON")
        made.execute(
            "UPDATE sqlite_master SET sql = CAST(X'43524541544520FFFE' AS TEXT), name = CAST(X'FF6F' AS TEXT)"
        )
        made.commit()
    with (
        closing(connect(path, "rw")) as spoilt,
        pytest.raises(sqlite3.DatabaseError, match="malformed") as told,
    ):
        getattr(spoilt, ask)(*given)
    assert says_malformed(told.value)
    assert told.value.sqlite_errorcode == sqlite3.SQLITE_CORRUPT
    assert isinstance(told.value.__cause__, UnicodeDecodeError)


def test_that_a_library_that_lost_its_mark_is_no_other_s_copy(library: Library) -> None:
    assert library.store.lineage.identity()
    with library.store.transaction(Changes()):
        library.store.database.run("DELETE FROM meta WHERE key = 'library'")
    assert library.store.lineage.identity() == ""


def test_that_what_another_program_of_this_computer_wrote_is_no_overwriting(library: Library) -> None:
    library.close()
    path = library.root / "library.db"
    watch = OverwritingWatch(path)
    for writer, overwritten in ((watch.writer, False), (watch.writer, False), ("another computer", True)):
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change'")
            other.execute("INSERT OR REPLACE INTO meta VALUES ('writer', ?)", (writer,))
            other.commit()
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert watch.overwritten() is overwritten
    watch.close()
