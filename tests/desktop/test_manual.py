from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING, Literal

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence

from corpus.language import use_language
from desktop.actions import Action
from desktop.actions.keymap import keep_keys
from desktop.actions.registry import menu_titles
from desktop.pages.manual import ManualPage
from desktop.pages.manual.chapters import CHAPTERS, KEY, chapter_of_page, filled, page_html, read_chapter
from desktop.services.context import Context
from desktop.services.targets import HomeTarget, ManualTarget, SearchTarget
from desktop.window.general_actions import general_actions
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries
from index.query.explanation import Explained, explain
from index.query.parser import parse
from index.query.tokens import FIELDS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
QUOTED = {"zh": re.compile("「([^」]+)」"), "en": re.compile("“([^”]+)”")}
WRITTEN = {"approximate", "phrase", "wildcard", "regex", "range", "near", "field", "not", "and", "or", "rank"}
"""The kinds of what a query is made of."""
LINKS = re.compile(r"\]\((\w+)\.md\)")


@pytest.fixture
def window(qtbot: QtBot, reading_context: Context) -> MainWindow:
    made = MainWindow(reading_context.theme, reading_context.settings)
    made.furnish(reading_context)
    qtbot.addWidget(made)
    made.resize(1280, 672)
    made.show()
    reading_context.navigator.go(HomeTarget())
    return made


def pixels_of(window: MainWindow) -> list[int]:
    """Return the size of the letters of the chapter's title and of its text."""
    page = window.parts.pages.page("manual")
    assert isinstance(page, ManualPage)
    title = page.view.document().firstBlock()
    return [block.begin().fragment().charFormat().font().pixelSize() for block in (title, title.next())]


def test_that_the_letters_of_the_manual_are_as_large_as_the_windows(
    window: MainWindow, reading_context: Context
) -> None:
    reading_context.navigator.go(ManualTarget())
    usual = pixels_of(window)
    reading_context.theme.enlarge(150)
    large = pixels_of(window)
    reading_context.theme.enlarge(100)
    assert [round(after / before, 1) for before, after in zip(usual, large, strict=True)] == [1.5, 1.5]
    assert 1.3 < usual[0] / usual[1] < 2


def said_in(language: Language) -> set[str]:
    """Return every sentence and name the program says in a language."""
    place = resources.files("resources") / "locale" / "en" / "LC_MESSAGES" / "yinde.po"
    with place.open("rb") as stream:
        return {str(one.id if language == "zh" else one.string) for one in read_po(stream) if one.id}


def named_in(chapter: str, language: Language) -> Iterator[str]:
    return (match[1] for match in QUOTED[language].finditer(read_chapter(chapter, language).text))


def actions_of(window: MainWindow) -> dict[str, Action]:
    return {one.action.key: one.action for one in window.parts.known_actions()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_there_with_a_title_and_nothing_else_is(language: Language) -> None:
    folder = resources.files("resources") / "help" / language
    assert sorted(one.name for one in folder.iterdir()) == sorted(f"{key}.md" for key in CHAPTERS)
    for key in CHAPTERS:
        chapter = read_chapter(key, language)
        assert chapter.title
        assert len(chapter.text) > 200


@pytest.mark.parametrize("key", CHAPTERS)
def test_both_languages_say_the_same_in_the_same_order(key: str) -> None:
    chinese, english = (read_chapter(key, language).text for language in LANGUAGES)
    for pattern in (r"^## ", r"^[-\d|]", r"^    "):
        counts = [len(re.findall(pattern, text, re.MULTILINE)) for text in (chinese, english)]
        assert counts[0] == counts[1], pattern
    assert KEY.findall(chinese) == KEY.findall(english)
    assert LINKS.findall(chinese) == LINKS.findall(english)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CHAPTERS)
def test_every_name_the_manual_quotes_is_a_name_in_the_program(key: str, language: Language) -> None:
    said = said_in(language)
    assert [name for name in named_in(key, language) if "→" not in name and name not in said] == []


def parts_of(node: Explained) -> Iterator[Explained]:
    yield node
    for part in node.parts:
        yield from parts_of(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_shows_everything_a_query_can_say(language: Language) -> None:
    text = read_chapter("search", language).text
    typed = re.findall(r"`([^`]+)`", text)
    roots = [parsed.root for parsed in map(parse, typed) if parsed.root is not None]
    seen = {part.kind for root in roots for part in parts_of(explain(root))}
    assert WRITTEN - seen == set()
    assert [one for one in FIELDS if not one.isascii() and f"`{one}:" not in text] == []


def test_a_chapter_is_as_wide_as_its_column_however_wide_the_window(window: MainWindow) -> None:
    window.resize(1920, 1080)
    window.context.navigator.go(ManualTarget())
    page = window.parts.pages.current
    assert isinstance(page, ManualPage)
    assert int(page.view.document().textWidth()) == page.view.viewport().width() < 800


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_through_the_menus_leads_to_an_action(window: MainWindow, language: Language) -> None:
    use_language(language)
    titles = menu_titles()
    window.parts.registry.set_general(())
    window.parts.registry.set_general(general_actions(window, window.context, window.parts))
    window.context.navigator.go(HomeTarget())
    found = {(titles[one.menu], one.text) for one in window.parts.registry.actions if one.menu}
    for entry in page_entries():
        found |= {
            (titles[one.menu], one.text) for one in entry.make(window.context).page_actions() if one.menu
        }
    ways = [
        tuple(part.strip() for part in name.split("→"))
        for key in CHAPTERS
        for name in named_in(key, language)
        if "→" in name
    ]
    assert len(ways) > 20
    assert [way for way in ways if way not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_the_manual_names_is_the_one_the_action_has(window: MainWindow, language: Language) -> None:
    actions = actions_of(window)
    wrong = [
        (action, key)
        for chapter in CHAPTERS
        for action, key in KEY.findall(read_chapter(chapter, language).text)
        if action not in actions or key not in actions[action].shortcuts
    ]
    assert wrong == []


@pytest.mark.parametrize("key", CHAPTERS)
def test_links_lead_to_chapters(key: str) -> None:
    assert set(LINKS.findall(read_chapter(key, "zh").text)) <= set(CHAPTERS)


def test_a_changed_key_is_the_one_shown_and_one_taken_away_is_not() -> None:
    chapter = read_chapter("drafts", "zh")
    shown = filled(chapter, {"export": ("Ctrl+Alt+E",), "print": ()}, ()).text
    assert QKeySequence("Ctrl+Alt+E").toString(QKeySequence.SequenceFormat.NativeText) in shown
    assert "（—）" in shown
    assert "{" not in shown


def test_chinese_names_stand_between_the_windows_quotation_marks() -> None:
    chinese = filled(read_chapter("drafts", "zh"), {}, ()).text
    assert "「" not in chinese
    assert "“文稿”" in chinese


def test_names_in_english_are_bold_and_chinese_quotation_marks_stay() -> None:
    english = filled(read_chapter("drafts", "en"), {}, ()).text
    assert "**File → Print…**" in english
    assert "“" not in english
    assert "“据某某”" in filled(read_chapter("knowledge", "zh"), {}, ()).text


def test_what_a_chapter_holds_can_do_no_harm() -> None:
    chapter = read_chapter("first", "zh")
    hostile = filled(chapter, {}, ("<script>alert(1)</script>",))
    assert "<script" not in page_html((hostile, read_chapter("importing", "zh")))


def test_f1_opens_the_chapter_about_the_page_and_back_returns(window: MainWindow) -> None:
    window.context.navigator.go(SearchTarget(text="电商"))
    window.parts.registry.trigger("manual")
    page = window.parts.pages.current
    assert isinstance(page, ManualPage)
    assert page.view.toPlainText().startswith(read_chapter("search", "zh").title)
    window.context.navigator.back()
    current = window.parts.pages.current
    assert current is not None
    assert current.key == "search"
    assert {chapter_of_page(entry.key) for entry in page_entries()} <= set(CHAPTERS)


def test_the_contents_list_what_is_found_and_enter_goes_on_to_the_next_chapter(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.parts.dialogs.show_manual()
    page = window.parts.pages.current
    assert isinstance(page, ManualPage)
    page.field.setText("轮换副本")
    qtbot.waitUntil(lambda: page.contents.count() == 1)
    assert page.contents.item(0).text() == "文库与备份（1）"
    assert page.view.extraSelections()
    page.field.setText("待定位")
    qtbot.waitUntil(lambda: page.contents.count() == 3)
    first = page.view.toPlainText()
    for _time in range(9):
        page.field.submitted.emit("待定位")
        if page.view.toPlainText() != first:
            break
    assert page.view.textCursor().selectedText() == "待定位"
    assert page.view.toPlainText() != first
    page.field.setText("没有这样的词")
    qtbot.waitUntil(page.none.isVisible)


def test_a_link_goes_to_its_chapter_and_the_way_back_is_kept(window: MainWindow) -> None:
    context = window.context
    context.navigator.go(ManualTarget(chapter="importing"))
    page = window.parts.pages.current
    assert isinstance(page, ManualPage)
    page.view.anchorClicked.emit(QUrl("repairs.md"))
    assert page.view.toPlainText().startswith("校订")
    context.navigator.back()
    assert page.view.toPlainText().startswith("导入")


def test_the_page_shows_a_key_as_soon_as_it_is_changed(window: MainWindow) -> None:
    window.context.navigator.go(ManualTarget(chapter="drafts"))
    page = window.parts.pages.current
    assert isinstance(page, ManualPage)
    keep_keys(window.context.settings, {"print": ("Ctrl+Alt+P",)})
    assert "Ctrl+Alt+P" in page.view.toPlainText()
