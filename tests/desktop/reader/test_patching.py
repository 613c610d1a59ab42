"""A change within a line is made in the document shown, which then is as if it had been set anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from corpus.library.intake.corrections.repairing import change_repairs
from corpus.library.intake.importing import import_text
from corpus.model.source import Heading
from desktop.reader.paper import Paper
from desktop.reader.text.column import TextColumn
from desktop.reader.text.document import ShownText, build_document
from desktop.reader.text.markup import prepared_reading
from desktop.reader.text.offsets import Utf16Map
from desktop.reader.text.patching import patch_between
from desktop.reader.text.typography import ReadingStyle
from desktop.services.context import Context
from desktop.theme import ThemeManager
from desktop.wording.line_ends import JOINER

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINES = st.lists(st.text("电商市场增长１２,，。𠮷 、1-亿元平方米", max_size=16), min_size=2, max_size=6)


def set_as(document: QTextDocument) -> list[tuple[str, float, int, QFont.Weight]]:
    """Return what can be seen of each paragraph: its words, room above it, size and weight of its letters."""
    found = []
    block = document.begin()
    while block.isValid():
        form = block.begin().fragment().charFormat() if block.text() else block.charFormat()
        font = form.font()
        found.append((block.text(), block.blockFormat().topMargin(), font.pixelSize(), font.weight()))
        block = block.next()
    return found


@pytest.fixture(scope="module")
def column(qapp: QApplication) -> Iterator[TextColumn]:
    assert qapp is not None
    theme = ThemeManager("light")
    yield TextColumn(theme)
    theme.close()


@given(LINES, st.data())
def test_that_a_patched_text_is_as_one_set_anew(
    column: TextColumn, lines: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[number])))
    end = data.draw(st.integers(at, len(lines[number])))
    put = data.draw(st.text("新的𠮷词, 1亿", max_size=4))
    changed = [*lines]
    changed[number] = lines[number][:at] + put + lines[number][end:]
    before, after = (_shown(one) for one in (lines, changed))
    patch = patch_between(before, after)
    if patch is None:
        return
    column.show_text(before, ReadingStyle())
    column.change_text(patch, after)
    assert column.document().toPlainText().replace(JOINER, "") == after.text
    assert column.offsets == Utf16Map.of(after.text, after.parted())
    assert set_as(column.document()) == set_as(build_document(after, ReadingStyle()))


def _shown(lines: list[str]) -> ShownText:
    """Return lines as a text whose second one is a heading."""
    return ShownText("\n".join(lines), (Heading(2, lines[1], len(lines[0]) + 1),) if lines[1].strip() else ())


@pytest.mark.parametrize("after", ["题\n一行\n和一行", "题\n另一行\n又一行了"])
def test_that_lines_that_come_or_change_together_are_set_anew(after: str) -> None:
    assert patch_between(ShownText("题\n一行"), ShownText(after)) is None


def test_that_a_repair_is_made_in_the_document_shown(
    theme: ThemeManager, reading_context: Context, qtbot: QtBot
) -> None:
    library = reading_context.library
    text = "".join(f"赶集的日子仍旧热闹,只是摊位少了些，每家雇三人 。第{n}段到此为止。\n" for n in range(30))
    article = import_text(library, "长文", text).sources[0].articles[0].id
    paper = Paper(theme)
    qtbot.addWidget(paper)
    first = prepared_reading(library, article, "clean")
    paper.show_prepared(first)
    document = paper.view.document()
    edit = next(one.edit for one in first.reading.edits if one.edit.applied)
    change_repairs(library, article, undo=[edit.id])
    second = prepared_reading(library, article, "clean", paper.view.shown)
    assert second.reading.text != first.reading.text
    paper.show_prepared(second)
    assert paper.view.document() is document
    assert document.toPlainText().replace(JOINER, "") == second.reading.text
