"""What anybody would see in the first ten minutes, looked for on every page and dialog, in both languages."""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast

import pytest
from PySide6.QtWidgets import QToolButton, QWidget

import desktop
from corpus.language import current_language, use_language
from corpus.library.reading.articles import list_articles
from desktop.actions.page import Page
from desktop.start.application import qt_application
from desktop.widgets.frames.dialog import Dialog
from tests.desktop.whole import dialog_looks, key_looks, looks
from tests.desktop.whole.walk import Filled, NewWindows, Opened, dialogs, open_whole, pages
from tests.once import made_once

Faults = dict[str, list[str]]
FOUND = "found.json"

WALKS = [
    pytest.param(("zh", 100), id="zh"),
    pytest.param(("en", 100), id="en"),
    pytest.param(("zh", 150), id="zh-150", marks=pytest.mark.long),
    pytest.param(("en", 150), id="en-150", marks=pytest.mark.long),
]


@pytest.fixture(scope="module", params=WALKS)
def faults(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Faults:
    """Give every fault seen in a language and size of letters, by its kind: one walk, whoever of the run asks."""
    language, zoom = cast("tuple[Literal['zh', 'en'], int]", request.param)

    def make(folder: Path) -> None:
        found = walk(folder, request.getfixturevalue("filled"), language, zoom)
        (folder / FOUND).write_text(json.dumps(found), encoding="utf-8")

    folder = made_once(tmp_path_factory, f"walk-{language}-{zoom}", make)
    return defaultdict(list, json.loads((folder / FOUND).read_text(encoding="utf-8")))


def walk(folder: Path, filled: Filled, language: Literal["zh", "en"], zoom: int) -> Faults:
    """Walk through the whole window on a copy of ``filled`` in ``folder``."""
    gc.disable()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"):
            patch.setenv(name, str(folder))
        use_language(language)
        application = qt_application()
        before, letters = application.styleSheet(), application.font()
        watch = NewWindows()
        opened = open_whole(folder, filled, zoom)
        application.installEventFilter(watch)
        try:
            found = walked(opened)
        finally:
            application.removeEventFilter(watch)
            opened.close()
        found["windows"] += watch.shown
        application.setStyleSheet(before)
        application.setFont(letters)
    use_language("zh")
    gc.enable()
    gc.collect()
    return found


def walked(opened: Opened) -> Faults:
    found: Faults = defaultdict(list)
    own = own_words(opened)

    def look(name: str, kind: str, seen: Iterator[str]) -> None:
        found[kind] += [f"{name}: {one}" for one in seen]

    look("menus", "menus", key_looks.bare_menus(opened.window.menuBar().actions()))
    for stop in pages(opened):
        window, page = opened.window, opened.window.parts.pages.current
        assert page is not None
        look(stop, "titles", wrong_title(window, page))
        look(stop, "words", looks.untranslated(window, own))
        look(stop, "focus", wrong_room(window))
        look(stop, "numbers", looks.cut_numbers(window))
        look(stop, "numbers", looks.cut_counts(window))
        look(stop, "cut", looks.cut_words(window))
        look(stop, "cut", looks.cut_heads(window))
        look(stop, "cut", looks.cut_choice(window))
        look(stop, "cut", looks.cut_tabs(window))
        look(stop, "cut", looks.cut_places(window))
        look(stop, "hints", looks.cut_hints(window))
        look(stop, "lost", looks.lost_parts(window))
        look(stop, "keys", key_looks.doubled_keys(window))
        look(stop, "targets", looks.small_targets(window))
        look(stop, "nameless", looks.nameless(window))
        look(stop, "squeezed", looks.squeezed(window))
        look(stop, "squeezed", looks.overlapping(window))
        look(stop, "squeezed", looks.cut_columns(window))
        look(stop, "tabs", key_looks.lost_tabs(window))
        look(stop, "choices", looks.cut_choices(window))
        look(stop, "boxes", key_looks.deaf_boxes(page))
        look(stop, "menus", key_looks.unsteady_menus(window.menuBar()))
        look(stop, "menus", key_looks.tall_menus(window.menuBar(), 672))
        look(stop, "crosses", key_looks.boxes_without_a_cross(window))
        look(stop, "loud", looks.loud(window))
        look(stop, "heads", looks.misplaced_titles(page))
    for stop, dialog in dialogs(opened):
        found["met"].append(type(dialog).__name__)
        look(stop, "words", looks.untranslated(dialog, own))
        look(stop, "cut", looks.cut_words(dialog))
        look(stop, "cut", looks.cut_heads(dialog))
        look(stop, "cut", looks.cut_choice(dialog))
        look(stop, "hints", looks.cut_hints(dialog))
        look(stop, "targets", looks.small_targets(dialog))
        look(stop, "nameless", looks.nameless(dialog))
        look(stop, "squeezed", looks.squeezed(dialog))
        look(stop, "squeezed", looks.overlapping(dialog))
        look(stop, "squeezed", looks.cut_columns(dialog))
        look(stop, "tabs", key_looks.lost_tabs(dialog))
        look(stop, "choices", looks.cut_choices(dialog))
        look(stop, "boxes", key_looks.deaf_boxes(dialog))
        look(stop, "tabs", key_looks.backward_tabs(dialog))
        look(stop, "defaults", key_looks.wrong_defaults(dialog))
        look(stop, "size", dialog_looks.far_from_screen(dialog))
        look(stop, "loud", dialog_looks.red_for_nothing(dialog))
        look(stop, "empty", dialog_looks.boxes_without_words(dialog))
        look(stop, "ways out", dialog_looks.no_way_out(dialog))
    return found


def own_words(opened: Opened) -> str:
    library = opened.context.library
    articles = " ".join(library.texts.get(one).clean for one in opened.articles)
    names = " ".join(" ".join((one.name, one.english, *one.aliases)) for one in library.knowledge.platforms)
    files = " ".join(one.path for one in list_articles(library))
    if current_language() == "en":
        return " ".join(tag for one in list_articles(library) for tag in one.tags) + " 方法 数据"
    return f"{files} {articles} {names} {Path.home()} {library.creator} {os.environ['HOME']}"


def wrong_title(window: QWidget, page: Page) -> Iterator[str]:
    told = window.windowTitle()
    if page.title() and page.title() not in told:
        yield f"{told} over {page.title()}"


def wrong_room(window: QWidget) -> Iterator[str]:
    focus = window.focusWidget()
    if isinstance(focus, QToolButton) and focus.objectName() == "rail-button" and not focus.isChecked():
        yield focus.text()


def test_the_ring_of_the_keyboard_is_on_no_room_but_the_one_shown(faults: Faults) -> None:
    assert faults["focus"] == []


def test_no_window_but_ours_is_shown_in_any_journey(faults: Faults) -> None:
    assert faults["windows"] == []


def test_the_window_is_called_after_what_it_shows(faults: Faults) -> None:
    assert faults["titles"] == []


def test_no_word_stands_in_the_other_language(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["words"])) == []


def test_no_number_is_cut_and_no_table_is_wider_than_its_place(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["numbers"])) == []


def test_no_button_or_label_is_cut(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["cut"])) == []


def test_what_an_empty_field_says_of_itself_is_read_to_its_end(faults: Faults) -> None:
    assert {one.partition(": ")[2] for one in faults["hints"]} == set()


def test_no_line_about_a_source_loses_a_part_as_its_date(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["lost"])) == []


def test_no_key_is_taken_by_two_things_of_a_page(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["keys"])) == []


def test_everything_the_keyboard_reaches_has_a_name_to_be_read_out(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["nameless"])) == []


def test_every_button_is_large_enough_to_be_hit(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["targets"])) == []


def test_nothing_is_lower_than_what_it_shows_or_covers_its_neighbour(faults: Faults) -> None:
    assert not faults["squeezed"]


def test_every_list_that_drops_down_shows_its_last_row(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["choices"])) == []


def test_enter_presses_the_primary_or_the_closing_button_of_a_dialog_or_none(faults: Faults) -> None:
    assert faults["defaults"] == []


def test_tab_goes_from_field_to_field_of_a_form(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["tabs"])) == []


def test_the_arrow_goes_from_every_box_that_filters_to_what_it_filters(faults: Faults) -> None:
    assert faults["boxes"] == []


def test_every_box_with_words_in_it_can_be_emptied(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["crosses"])) == []


def test_one_thing_a_page_is_red_and_what_only_closes_a_dialog_is_not(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["loud"])) == []


def test_the_titles_of_all_pages_stand_at_one_height(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["heads"])) == []


def test_every_dialog_has_a_button_that_closes_it(faults: Faults) -> None:
    assert faults["ways out"] == []


def test_no_list_of_a_dialog_is_an_empty_box(faults: Faults) -> None:
    assert faults["empty"] == []


def test_every_dialog_fits_a_small_screen(faults: Faults) -> None:
    assert faults["size"] == []


def test_every_dialog_there_is_was_looked_at(faults: Faults) -> None:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        importlib.import_module(module.name)
    ours = {one.__name__ for one in Dialog.__subclasses__() if one.__module__.startswith("desktop.")}
    assert len(ours) > 30
    assert ours - set(faults["met"]) == set()


def test_every_menu_opens_with_a_key_of_its_own_and_fits_a_small_screen(faults: Faults) -> None:
    assert list(dict.fromkeys(faults["menus"])) == []
