"""What is told of an article, a figure or a note is what is kept of it, and it is found by each of its words."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.model.errors import InputError
from corpus.model.span import Span
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.folder import given_files
from corpus.store.notes.query import NoteQuery
from corpus.store.sqlite.packing import pack_text, readable_text
from tests.corpus.store.test_tables import WHOLE

TITLE = "芦花镇见闻"


@pytest.fixture
def article(library: Library) -> str:
    return import_text(library, TITLE, "2018年，全镇零售额达到150万元。").sources[0].articles[0].id


def test_that_an_article_tells_the_number_of_its_last_change(library: Library, article: str) -> None:
    store = library.store
    before = store.articles.get(article)
    annotate(library, article, Span(0, 4))
    after = store.articles.get(article)
    assert before is not None
    assert after is not None
    assert 0 < before.change <= after.change == store.article_changes.change_of(article)


def test_that_the_figures_of_articles_are_those_of_each(library: Library) -> None:
    facts, articles = library.store.facts, library.store.articles.ids(ArticleQuery())
    told = facts.statistics(articles)
    assert told == tuple((one, figure) for one in articles for figure in facts.statistics_of(one))
    assert len({one for one, _ in told}) > 1


@pytest.mark.parametrize("field", ["metric", "subject", "region", "source", "period"])
def test_that_a_figure_is_found_by_each_of_its_words(library: Library, article: str, field: str) -> None:
    word = "冷僻词"
    named = {"period": replace(WHOLE.period, text=word)} if field == "period" else {field: word}
    with library.store.transaction(Changes()):
        library.store.figures.put(article, [replace(WHOLE, **named)], own=False)
    assert library.store.figures.ids(FigureQuery(text=word)) == (WHOLE.id,)


def test_that_a_note_is_found_by_the_title_of_its_article(library: Library, article: str) -> None:
    note = annotate(library, article, Span(0, 4), note="记").annotation
    assert library.store.annotations.ids(NoteQuery(text=TITLE)) == (note.id,)


@pytest.mark.parametrize(
    ("changes", "touches"),
    [
        (Changes(facts=frozenset({"a"})), True),
        (Changes(everything=True), True),
        (Changes(annotations=frozenset({"n"})), False),
    ],
)
def test_that_the_last_change_of_facts_is_one_that_touched_some(
    library: Library, changes: Changes, touches: bool
) -> None:
    before = library.store.facts.last_change()
    with library.store.transaction(changes) as number:
        pass
    assert library.store.facts.last_change() == (number if touches else before)


def test_that_the_text_of_a_file_is_readable_with_that_of_its_article_in_its_place() -> None:
    rest, original = pack_text("卷首语。卷末语。"), pack_text("正文在此。")
    head = f"{4:08x}{len(rest):08x}".encode()
    assert readable_text(b"\x08" + head + rest + original) == "卷首语。正文在此。卷末语。"
    assert readable_text(b"\x08" + head[:9]) == ""


def test_that_a_file_that_has_nothing_yet_is_told_as_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "later"
    os.mkfifo(pipe)
    monkeypatch.setattr(given_files, "_refuse_others", lambda _mode, _path: None)
    held = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        with pytest.raises(InputError, match="unreadable"):
            given_files.read_given(pipe, 10)
    finally:
        os.close(held)
