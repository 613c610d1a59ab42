"""What a preview shows of a report of any length at once, and how it comes to show all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument

from desktop.export.report_preview import ReportPreview
from desktop.export.shown_part import LONGEST_RUN, MOST_CHARACTERS, MOST_TAGS, SLICE, shown_part, slices

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

    told: list[str] = []
    if way == "link":
        preview.anchorClicked.emit(QUrl("#all-of-it"))
    elif way == "keys":
        preview.keyPressEvent(
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        )
    else:
        preview.show_whole(lambda: told.append(preview.toPlainText()))
    assert told == []
    qtbot.waitUntil(lambda: "末段" in preview.toPlainText())
    preview.show_whole(lambda: told.append(preview.toPlainText()))
    qtbot.waitUntil(lambda: bool(told))

    assert "显示全部" not in preview.toPlainText()
    assert all(one.count("一段") == MOST_TAGS + 5 and one.rstrip().endswith("末段") for one in told)
    assert way != "keys" or "末段" in preview.textCursor().selectedText()
    preview.show_whole(lambda: told.append("at once"))
    assert told[-1] == "at once"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [*LONG, "entries", "mixed"])
def test_a_whole_report_comes_in_pieces_that_cost_little_and_lack_nothing(kind: str) -> None:
    mixed = "<h3>题</h3><table><tr><td>引文</td></tr></table><p class='source'>出处<br>又一行</p>"
    more = {"entries": f"<ol>{'<li><p>条</p></li>' * 2000}</ol>", "mixed": mixed * 400}
    head = "<html><head><style>p {}</style></head><body>"
    page = f"{head}<main>{(LONG | more)[kind]}<p>末段</p>{END}"

    pieces = list(slices(page))

    assert all(one.startswith(head) for one in pieces)
    assert all(one.removeprefix(head).count("<") <= 9 * SLICE for one in pieces)
    shown = []
    for one in [page, *pieces]:
        document = QTextDocument()
        document.setHtml(one)
        shown.append(document.toPlainText())
    assert "".join(shown[1:]).replace("\n", "") == shown[0].replace("\n", "")
    for tag in ("p", "b", "td", "tr", "table", "ol", "li"):
        assert all(one.count(f"<{tag}>") + one.count(f"<{tag} ") == one.count(f"</{tag}>") for one in pieces)
    if kind == "entries":
        begun = [one.partition("<ol")[2].partition(">")[0] for one in pieces if "<ol" in one]
        counts = [one.count("<li>") for one in pieces]
        assert begun[1:] == [f' start="{sum(counts[:n]) + 1}"' for n in range(1, len(begun))] != []


@pytest.mark.parametrize("width", [320, 700, 1800])
def test_a_line_of_a_report_is_no_longer_than_on_paper_and_stands_in_the_middle(
    theme: ThemeManager, qtbot: QtBot, width: int
) -> None:
    preview = ReportPreview(theme, "预览")
    qtbot.addWidget(preview)
    preview.resize(width, 600)
    preview.show()
    preview.show_report(f"{HEAD}<p>{'一段话' * 300}</p>{END}")
    line = preview.document().lastBlock().layout().lineAt(0)
    assert line.textLength() <= 48
    assert width > 700 or preview.viewport().width() > 0.9 * width
    margins = preview.viewportMargins()
    assert margins.left() == margins.right()
    assert (margins.left() > 0) == (width == 1800)


def test_a_preview_says_that_it_is_made_until_it_is_there(theme: ThemeManager, qtbot: QtBot) -> None:
    preview = ReportPreview(theme, "预览")
    qtbot.addWidget(preview)
    assert preview.placeholderText()
    preview.show_report("")
    assert preview.placeholderText() == ""
