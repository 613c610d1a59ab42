"""What a preview shows of a report of any length at once, and how it comes to show all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent

from desktop.export.report_preview import ReportPreview
from desktop.export.shown_part import LONGEST_RUN, MOST_CHARACTERS, MOST_TAGS, shown_part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.theme import ThemeManager

HEAD = f"<html><head><style>{'p {}' * LONGEST_RUN}</style></head><body>\n<main>\n"
END = "\n</main>\n</body>\n</html>\n"
LONG = {
    "paragraphs": "<p>一段</p>" * (2 * MOST_TAGS),
    "line breaks": f"<p>{'一行<br>' * (2 * MOST_TAGS)}</p>",
    "cells": f"<table><tr>{'<td><b>一</b></td>' * (2 * MOST_TAGS)}</tr></table>",
    "one word": f"<p>{'*' * (2 * LONGEST_RUN)}</p>",
    "entities": f"<p>{'&amp;' * LONGEST_RUN}</p>",
    "words": f"<p>{'字' * LONGEST_RUN}</p>" * (2 * MOST_CHARACTERS // LONGEST_RUN),
}


@pytest.mark.parametrize("body", ["", "<p>一段<br>又一行</p>", "<p>" + "字" * LONGEST_RUN + "</p>"])
def test_a_report_of_usual_length_is_shown_whole(body: str) -> None:
    assert shown_part(f"{HEAD}{body}{END}") is None


@pytest.mark.parametrize("kind", LONG)
def test_of_a_very_long_report_a_bounded_part_is_shown(kind: str) -> None:
    part = shown_part(f"{HEAD}{LONG[kind]}{END}")

    assert part is not None
    body = part.removeprefix(HEAD)
    assert len(body) < len(part)
    assert body.count("<") <= 3 * MOST_TAGS
    assert len(body) <= MOST_CHARACTERS + LONGEST_RUN + 20 * MOST_TAGS
    assert max(map(len, body.replace("&amp;", "&").replace("<", ">").split(">"))) <= LONGEST_RUN + 2
    assert all(body.count(f"<{tag}>") == body.count(f"</{tag}>") for tag in ("p", "b", "td", "tr", "table"))
    assert "&amp……" not in body


@pytest.mark.parametrize("way", ["link", "keys", "copying"])
def test_the_whole_report_is_shown_when_it_is_asked_for(theme: ThemeManager, qtbot: QtBot, way: str) -> None:
    preview = ReportPreview(theme, "预览")
    qtbot.addWidget(preview)
    preview.show_report(f"{HEAD}{'<p>一段</p>' * (MOST_TAGS + 5)}<p>末段</p>{END}")
    assert "末段" not in preview.toPlainText()
    assert "显示全部" in preview.toPlainText()

    if way == "link":
        preview.anchorClicked.emit(QUrl("#all-of-it"))
    elif way == "keys":
        preview.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        )
        assert "末段" in preview.textCursor().selectedText()
    else:
        preview.show_whole()

    assert "末段" in preview.toPlainText()
    assert "显示全部" not in preview.toPlainText()
