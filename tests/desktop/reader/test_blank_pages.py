"""A page says that it is being drawn only where that takes longer than a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.reader.sheets.blank_pages import OPENING, BlankPages
from desktop.reader.sheets.page_view import PageView
from desktop.theme import ThemeManager
from desktop.theme.tokens import THEMES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def blank(qtbot: QtBot) -> BlankPages:
    """Pages whose patience ends only when a test says so."""
    del qtbot
    pages = BlankPages()
    pages.patience.setInterval(1_000_000)
    return pages


def run_out(blank: BlankPages) -> None:
    blank.patience.stop()
    blank.patience.timeout.emit()


def test_pages_drawn_in_time_say_nothing(blank: BlankPages) -> None:
    blank.see({0, 1})
    assert blank.patience.isActive()
    assert not blank.told
    blank.see(set())
    assert not blank.patience.isActive()


def test_only_the_pages_that_stayed_blank_are_told_of_until_they_are_drawn(
    blank: BlankPages, qtbot: QtBot
) -> None:
    blank.see({0, 1})
    blank.see({1})
    with qtbot.waitSignal(blank.changed):
        run_out(blank)
    assert blank.told == {1}
    blank.see({1})
    assert not blank.patience.isActive()
    blank.see({1, 2})
    assert blank.told == {1}
    blank.see({2})
    assert not blank.told
    run_out(blank)
    assert blank.told == {2}


def test_that_pages_that_come_and_go_while_scrolling_are_not_told_of(blank: BlankPages) -> None:
    for page in range(50):
        blank.see({page, page + 1})
        assert blank.patience.isActive()
        assert not blank.told
    run_out(blank)
    assert blank.told == {49, 50}


@pytest.mark.parametrize("first", THEMES)
def test_the_ground_beside_the_pages_follows_the_theme(qtbot: QtBot, first: str) -> None:
    theme = ThemeManager("light")
    theme.choose(first)
    theme.apply()
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    for name in THEMES:
        theme.choose(name)
        ground = view.viewport().grab().toImage().pixelColor(20, 20)
        assert ground.name() == theme.colour("window").name()
    theme.close()


def test_that_a_page_that_stays_says_so_though_others_come_into_view_all_the_time(blank: BlankPages) -> None:
    blank.see({0, 1})
    begun = blank.patience.remainingTimeAsDuration()
    for page in range(2, 9):
        blank.see({1, page})
        assert blank.patience.isActive()
    assert blank.patience.remainingTimeAsDuration() <= begun
    run_out(blank)
    assert blank.told == {1, 8}


def test_that_the_pages_of_a_file_that_was_slow_to_open_say_so_from_the_first(
    blank: BlankPages, qtbot: QtBot
) -> None:
    blank.see({OPENING})
    run_out(blank)
    with qtbot.waitSignal(blank.changed):
        blank.see({0, 1})
    assert blank.told == {0, 1}
