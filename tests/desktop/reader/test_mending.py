"""Mending the text at hand in the reader: a word, the title, where another article begins; each taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.reading.articles import list_articles, reading
from corpus.model.collection import Scope, ScopeKind
from desktop.dialogs.text_prompt import TextPrompt
from desktop.reader.selection.wishes import Wish
from tests.desktop.lane import settle
from tests.desktop.reader.test_recording import select

if TYPE_CHECKING:
    from corpus.library.reading.articles import Reading
    from desktop.reader.page import ReaderPage
    from desktop.services.context import Context

MINE = Scope(ScopeKind.MINE)


def test_a_word_is_corrected_in_a_prompt_that_says_what_is_wrong(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    article = read.summary.id
    select(page, read, "四十家店")
    page.selecting.do(Wish.CORRECT)
    prompt = page.window().findChild(TextPrompt)
    assert isinstance(prompt, TextPrompt)
    assert prompt.text == "四十家店"
    prompt.given.emit("四\0十")
    settle(reading_context)
    assert prompt.isVisible()
    prompt.given.emit("五十家店")
    settle(reading_context)
    assert "走访了五十家店" in reading(reading_context.library, article).text
    reading_context.operations.undo()
    settle(reading_context)
    assert "走访了四十家店" in reading(reading_context.library, article).text


def test_a_selection_becomes_the_title_or_another_article(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    article = read.summary.id
    select(page, read, "开店的人")
    page.selecting.do(Wish.SPLIT)
    settle(reading_context)
    titles = [one.title for one in list_articles(reading_context.library, MINE)]
    assert titles == ["田野笔记：县城的两种店", "开店的人"]
    reading_context.operations.undo()
    settle(reading_context)
    (only,) = list_articles(reading_context.library, MINE)
    assert (only.id, reading(reading_context.library, article).text) == (article, read.text)
    select(page, read, "县城走访")
    page.selecting.do(Wish.TITLE)
    settle(reading_context)
    assert list_articles(reading_context.library, MINE)[0].title == "县城走访"
