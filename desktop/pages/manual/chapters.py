"""The manual: chapters in Markdown, filled with the keys and file types the program has now."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from importlib import resources
from typing import Final

from PySide6.QtGui import QKeySequence

from corpus.language import current_language
from desktop.actions.keymap import Keys
from desktop.widgets.markdown_html import note_html
from index.lazy_pattern import LazyPattern

CHAPTERS: Final = (
    "first", "importing", "repairs", "search", "concordance", "knowledge", "notes", "drafts", "citations",
    "library", "keys", "commands",
)  # fmt: skip
_OF_PAGE: Final[Mapping[str, str]] = {
    "home": "first", "documents": "importing", "search": "search", "trends": "knowledge", "platforms": "knowledge",
    "data": "knowledge", "notes": "notes", "drafts": "drafts", "reader": "notes",
    "audit": "citations",
}  # fmt: skip
KEY: Final = LazyPattern(r"\{([\w.-]+):([^}]+)\}")
"""``{print:Ctrl+P}``: an action and the key it is declared with."""
_NAME: Final = LazyPattern("“([^”]+)”")
_FILES: Final = "{files}"


@dataclass(frozen=True, slots=True)
class ManualChapter:
    """A chapter: its key, its title, and its Markdown without the title."""

    key: str
    title: str
    text: str
    language: str

    def count(self, words: str) -> int:
        """Return how often ``words`` stand in the chapter, in any case."""
        return f"{self.title}\n{plain(self)}".lower().count(words.lower()) if words else 0


def chapter_of_page(page: str) -> str:
    """Return the key of the chapter about a page; the first one where there is none."""
    return _OF_PAGE.get(page, CHAPTERS[0])


_MARKS: Final = str.maketrans("「」", "“”")


def read_chapter(key: str, language: str = "") -> ManualChapter:
    """Return a chapter in a language (``zh`` or ``en``; empty: the one spoken now)."""
    language = language or current_language()
    place = resources.files("resources") / "help" / language / f"{key}.md"
    title, _line, text = place.read_text(encoding="utf-8").partition("\n")
    return ManualChapter(key, title.removeprefix("# ").strip(), text.strip(), language)


def filled(chapter: ManualChapter, changed: Mapping[str, Keys], files: Sequence[str]) -> ManualChapter:
    """Return a chapter with the keys its actions have now (``changed`` by the person) and the file types.

    Names of the program, written between 「 and 」, stand between the window's quotation marks; English ones stand
    bold: their quotation marks are as wide as a Chinese letter in Chinese fonts.
    """

    def key(match: re.Match[str]) -> str:
        keys = changed.get(match[1], (match[2],))
        native = QKeySequence.SequenceFormat.NativeText
        return f"`{QKeySequence(keys[0]).toString(native)}`" if keys else "—"

    text = KEY.sub(key, chapter.text).replace(_FILES, " ".join(f"`{one}`" for one in files))
    text = _NAME.sub(r"**\1**", text) if chapter.language == "en" else text.translate(_MARKS)
    return replace(chapter, text=text)


def page_html(chapters: Sequence[ManualChapter]) -> str:
    """Return chapters as one page of HTML that can do no harm."""
    body = "".join(f"<h1>{escape(one.title)}</h1>{note_html(one.text)}" for one in chapters)
    return f"<html><head><style></style></head><body>{body}</body></html>"


def plain(chapter: ManualChapter) -> str:
    """Return the words of a chapter without the signs of Markdown."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[*`#|]", "", chapter.text))
