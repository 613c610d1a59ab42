from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence

from desktop.actions import Action
from desktop.actions.keymap import (
    KnownAction,
    changed_keys,
    clash,
    giving_way,
    keep_keys,
    keys_here,
    refusal,
    with_keys,
    written,
)
from desktop.services.settings import Settings
from desktop.window.known_actions import known_actions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def nothing() -> None:
    pass


def action(key: str, *keys: str, of_page: str = "") -> Action:
    return Action(key, key, nothing, keys, of_page=of_page)


PRINT = action("print", "Ctrl+P")
HIGHLIGHT = action("reader.highlight", "H")


@pytest.mark.parametrize("key", ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Shift"])
def test_keys_of_input_methods_are_refused_with_the_reason(key: str) -> None:
    assert "输入法" in refusal(key, PRINT)
    assert "输入法" in refusal(key, HIGHLIGHT)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("G", "打字"),
        ("7", "打字"),
        ("Shift+G", "打字"),
        ("?", "打字"),
        ("Return", "移动光标"),
        ("Esc", "移动光标"),
        ("Left", "移动光标"),
        ("Shift+Down", "移动光标"),
        ("Ctrl+C", "剪贴"),
        ("Ctrl+V", "剪贴"),
        ("Alt+F4", "系统"),
    ],
)
def test_keys_needed_elsewhere_are_refused_with_the_reason(key: str, why: str) -> None:
    assert why in refusal(key, PRINT)


@pytest.mark.parametrize("key", ["Ctrl+P", "Ctrl+Alt+G", "F6", "Shift+F6", "Alt+Up", "Ctrl+Return"])
def test_other_keys_are_taken(key: str) -> None:
    assert refusal(key, PRINT) == ""


def test_while_reading_a_letter_may_be_a_key() -> None:
    assert refusal("G", HIGHLIGHT) == ""
    assert refusal("0", action("reader.colour.red", "2")) == ""
    assert refusal("G", action("reader.find", "Ctrl+F")) != ""
    assert refusal("Return", HIGHLIGHT) != ""


def test_copy_keeps_its_own_key() -> None:
    assert refusal("Ctrl+C", action("copy", "Ctrl+C")) == ""


def test_two_actions_clash_only_where_both_are_at_hand() -> None:
    everywhere, notes, drafts = (
        KnownAction(PRINT),
        KnownAction(action("notes.new", "Ctrl+N"), "notes"),
        KnownAction(action("drafts.new", "Ctrl+N"), "drafts"),
    )
    known = (everywhere, notes, drafts)
    assert clash("Ctrl+P", notes, known) is everywhere
    assert clash("Ctrl+N", everywhere, known) is notes
    assert clash("Ctrl+N", drafts, known) is None
    assert clash("Ctrl+P", everywhere, known) is None
    assert clash("Ctrl+Shift+P", everywhere, known) is None


def test_changed_keys_are_kept_and_damaged_ones_count_as_none(qapp: object, tmp_path: Path) -> None:
    assert qapp is not None
    settings = Settings(tmp_path / "window.ini")
    keep_keys(settings, {"print": ("Ctrl+Alt+P",), "copy": ()})
    settings.close()
    again = Settings(tmp_path / "window.ini")
    assert changed_keys(again) == {"print": ("Ctrl+Alt+P",), "copy": ()}
    for damaged in ("{", "[1]", '{"print": 5}'):
        again.put("keys", damaged)
        assert changed_keys(again) == {}
    again.close()


def test_that_a_setting_no_disk_takes_is_told_once_and_holds_while_the_window_is_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "window.ini")
    with qtbot.waitSignal(settings.unwritten) as told:
        settings.put("theme", "dark")
    assert (told.args, settings.text("theme")) == ([str(tmp_path / "file" / "window.ini")], "dark")
    with qtbot.assertNotEmitted(settings.unwritten):
        settings._tell_unwritten()


def test_actions_have_the_keys_chosen_for_them() -> None:
    changed = with_keys((PRINT, HIGHLIGHT), {"print": ("F6",)})
    assert [one.shortcuts for one in changed] == [("F6",), ("H",)]


def test_an_announced_action_gives_way_to_the_page_and_has_no_bare_letter() -> None:
    announced = action("reader.copy", "Ctrl+Shift+C", of_page="reader")
    page = action("copy-figures", "Ctrl+Shift+C")
    assert giving_way((announced, PRINT), (page,))[0].shortcuts == ()
    assert giving_way((PRINT,), (action("mine", "Ctrl+P"),))[0].shortcuts == ("Ctrl+P",)
    assert keys_here(action("reader.highlight", "H", "Ctrl+H", of_page="reader")) == ("Ctrl+H",)
    assert keys_here(HIGHLIGHT) == ("H",)


def test_every_action_is_known_once_with_the_page_it_is_of() -> None:
    announced = action("reader.find", "Ctrl+F", of_page="reader")
    own = action("reader.find", "Ctrl+F")
    found = known_actions((PRINT, announced), [("notes", (action("print"),)), ("reader", (own,))])
    assert found == (KnownAction(PRINT), KnownAction(own, "reader"))


def test_a_key_is_kept_in_words_every_system_reads() -> None:
    assert written(QKeySequence("ctrl+alt+p")) == "Ctrl+Alt+P"
