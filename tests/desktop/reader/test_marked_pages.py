"""What is marked on a drawn page can be read, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from corpus.model.annotation import Colour
from corpus.model.span import Span
from desktop.reader.sheets.characters import PageCharacters
from desktop.reader.sheets.page_painting import PageSheet, paint_marks, paint_pictures
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.theme import ThemeChoice, ThemeManager
from desktop.theme.tokens import THEMES
from tests.desktop.test_theme import contrast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MARKED = (
    Mark(MarkKind.HIT, Span(0, 1)), Mark(MarkKind.PLACE, Span(0, 1)), Mark(MarkKind.PLACE, Span(0, 1), "hit"),
    *(Mark(MarkKind.HIGHLIGHT, Span(0, 1), colour.value) for colour in Colour),
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKED, ids=lambda mark: f"{mark.kind.name}-{mark.colour}")
@pytest.mark.parametrize("name", THEMES)
def test_the_black_letters_of_a_page_can_be_read_under_every_mark(
    qtbot: QtBot, name: ThemeChoice, mark: Mark
) -> None:
    assert qtbot is not None
    theme = ThemeManager(name)
    place = QRect(0, 0, 40, 40)
    sheet = PageSheet(place, 1.0, PageCharacters(Span(0, 1), [0, 0, 40, 40]), ())
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_pictures(painter, place, (), theme)
        marks = {kind: Marks([mark] if kind is mark.kind else ()) for kind in MarkKind}
        paint_marks(painter, sheet, marks, None, theme.page_tokens)
    theme.close()
    assert contrast(image.pixelColor(30, 30).name(), "#000000") > 4.5
