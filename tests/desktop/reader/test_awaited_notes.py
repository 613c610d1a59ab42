"""What is typed between the wish for a note and its mark being written belongs to the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest

from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import Reading
from corpus.model.annotation import Annotation
from corpus.model.errors import InputError
from desktop.operations import notes as operations
from desktop.reader.page import ReaderPage
from desktop.reader.selection import awaited_notes
from desktop.services.context import Context
from tests.desktop.lane import settle
from tests.desktop.reader.test_reader import span_of

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_what_is_typed_before_the_mark_of_a_note_is_written_belongs_to_the_note(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    editor = page.side.notes.editor
    window = page.side.window()
    for words, typed in (("同比增长 25%", "which base"), ("三个县城", "which three")):
        page.paper.view.select(span_of(read.text, words))
        page.selecting.key("n")  # nothing is written yet, and the hand goes on
        assert window.focusWidget() is editor.text
        QTest.keyClicks(editor.text, typed)
    editor.tags.setText("口径")
    assert page.side.notes.on_the_way
    settle(reading_context)

    kept = [one.annotation for one in list_annotations(reading_context.library)]
    assert {(one.note, one.tags) for one in kept} == {("which base", ()), ("which three", ("口径",))}
    assert not page.side.notes.on_the_way
    QTest.keyClicks(editor.text, "!")
    editor.keep()
    settle(reading_context)
    assert "which three!" in {one.annotation.note for one in list_annotations(reading_context.library)}


def test_what_is_typed_for_a_mark_that_cannot_be_written_waits_until_it_can(
    page: ReaderPage, read: Reading, reading_context: Context, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(awaited_notes, "AGAIN_AFTER_MS", 1)
    tries: list[int] = []

    def stumble(*given: Any, **named: Any) -> Any:
        tries.append(1)
        if len(tries) < 3:
            raise InputError("disk_full", path="/文/库")
        return annotate(*given, **named)

    monkeypatch.setattr(operations, "annotate", stumble)
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("n")
    QTest.keyClicks(page.side.notes.editor.text, "which three")
    qtbot.waitUntil(lambda: not page.side.notes.on_the_way)
    settle(reading_context)
    (note,) = list_annotations(reading_context.library)
    assert (note.annotation.note, len(tries)) == ("which three", 3)


def test_what_is_typed_in_the_moment_before_the_window_closes_belongs_to_the_note(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    editor = page.side.notes.editor
    for words, typed in (("同比增长 25%", "which base"), ("三个县城", "which three")):
        page.paper.view.select(span_of(read.text, words))
        page.selecting.key("n")
        QTest.keyClicks(editor.text, typed)
    page.side.window().close()
    page.close()
    reading_context.operations.close()
    kept = {one.annotation.note for one in list_annotations(reading_context.library)}
    assert kept == {"which base", "which three"}


def test_what_is_typed_for_a_mark_that_is_never_written_is_put_aside_with_its_words(
    page: ReaderPage, read: Reading, reading_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_given: Any, **_named: Any) -> Any:
        raise InputError("disk_full", path="/文/库")

    monkeypatch.setattr(operations, "annotate", stumble)
    editor = page.side.notes.editor
    for words, typed in (("同比增长 25%", "which base"), ("三个县城", "which three")):
        page.paper.view.select(span_of(read.text, words))
        page.selecting.key("n")
        QTest.keyClicks(editor.text, typed)
    page.close()
    reading_context.operations.close()
    held = [one for one in editor.retry_queue.held if isinstance(one, Annotation)]
    assert [(one.selector.exact, one.note) for one in held] == [
        ("同比增长 25%", "which base"),
        ("三个县城", "which three"),
    ]
