"""The desk of one who comes back: go on reading, latest notes, searches, what waits, the last backup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.article import told_apart
from corpus.model.span import Span
from desktop.pages.home.lines import HomeLine, HomeLines
from desktop.services.targets import (
    DataTarget,
    DocumentsTarget,
    NotesTarget,
    PlaceKind,
    ReaderTarget,
    SearchTarget,
    ShelfPlace,
    Target,
)
from desktop.widgets import Card, SectionTitle
from desktop.widgets.frames.scroll import empty
from desktop.wording.shortening import plain
from desktop.wording.words import length_words

if TYPE_CHECKING:
    from corpus.library.reading.home import HomeView
    from corpus.model.article import ArticleSummary
    from desktop.services.context import Context

LISTED = 5


class Desk(QWidget):
    """Two columns of short lists; each is left out while it is empty, but for reading."""

    asked = Signal(str)
    """The key of an action of the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[HomeView, tuple[ArticleSummary, ...]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(16)
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for place, side in enumerate((self._left, self._right)):
            side.setSpacing(16)
            grid.addLayout(side, 0, place, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)

    def show_view(self, view: HomeView, articles: Sequence[ArticleSummary]) -> None:
        """Show the library as it stands; ``articles`` are offered to one who has read nothing yet."""
        if (view, tuple(articles)) == self._shown:
            return
        self._shown = (view, tuple(articles))
        empty(self._left)
        empty(self._right)
        self._add(self._left, _("继续阅读"), self._reading(view))
        if not view.continue_reading:
            self._add(self._left, _("从这里读起"), self._first_reading(articles))
        self._add(self._left, _("最新批注"), self._notes(view))
        self._add(self._right, _("待处理"), self._waiting(view))
        self._add(self._right, _("最近检索"), self._searches(view))
        self._add(self._right, _("文库"), self._library(view))

    def _add(self, side: QVBoxLayout, title: str, lines: Sequence[HomeLine]) -> None:
        if not lines:
            return
        card = Card(padding=12)
        card.body.setSpacing(4)
        card.body.addWidget(SectionTitle(title))
        listed = HomeLines(self._context.theme, lines[:LISTED])
        listed.chosen.connect(self._open)
        card.body.addWidget(listed)
        side.addWidget(card)

    @Slot(object)
    def _open(self, target: Target | str) -> None:
        if isinstance(target, Target):
            self._context.navigator.go(target)
        else:
            self.asked.emit(target)

    def _reading(self, view: HomeView) -> list[HomeLine]:
        lines = []
        for one in view.continue_reading:
            part = round(100 * one.progress / one.characters) if one.characters else 0
            lines.append(
                HomeLine(
                    one.name,
                    _("读到 {part}%", part=part) if part else _("刚打开"),
                    "book",
                    ReaderTarget(article=one.id),
                )
            )
        return lines

    def _first_reading(self, articles: Sequence[ArticleSummary]) -> list[HomeLine]:
        if not articles:
            return [
                HomeLine(_("导入自己的文件或文件夹"), _("也可以直接拖进窗口"), "import", "import"),
                HomeLine(_("导入示例页面"), _("杂乱的网页，自动校订"), "book", "import-sample"),
            ]
        return [
            HomeLine(one.name, length_words(one.characters, one.pages), "book", ReaderTarget(article=one.id))
            for one in articles
        ]

    def _notes(self, view: HomeView) -> list[HomeLine]:
        lines = []
        for one in view.latest_notes:
            note = one.annotation
            text = (plain(note.note) or one.quote).replace("\n", " ")
            target: Target = NotesTarget(note=note.id)
            if one.place is not None:
                start, end = one.place.span.start, one.place.span.end
                target = ReaderTarget(article=one.place.article, span=Span(start, end), note=note.id)
            lines.append(HomeLine(text, told_apart(one.article_title, one.file), "notes", target))
        return lines

    def _waiting(self, view: HomeView) -> list[HomeLine]:
        waiting = view.waiting
        every = (
            (
                waiting.repairs,
                _("处校订待审"),
                "repair",
                DocumentsTarget(place=ShelfPlace(PlaceKind.REPAIRS)),
            ),
            (waiting.disputed, _("条数据与别处有出入"), "data", DataTarget(disputed=True)),
            (waiting.figures, _("条数据待核实"), "data", DataTarget(review=True)),
            (waiting.notes, _("条批注待定位"), "inbox", NotesTarget(lost=True)),
        )
        return [
            HomeLine(f"{number:,} {name}", "", icon, target) for number, name, icon, target in every if number
        ]

    def _library(self, view: HomeView) -> list[HomeLine]:
        backup = _day(view.last_backup)
        count = _("{n} 篇文章，{m} 篇是自己的", n=view.articles, m=view.own_articles)
        own = HomeLine(count if view.articles else _("还没有文章"), _("导入"), "documents", "import")
        if view.articles > 0 == view.own_articles:  # what one came for is said in full once
            own = HomeLine(_("导入自己的文件或文件夹"), _("也可以直接拖进窗口"), "import", "import")
        saved = _("上次备份 {day}", day=backup) if backup else _("还没有备份")
        if view.last_copy and not backup:
            saved = _("每日备份到 {day}，没有另存过", day=view.last_copy)
        return [
            HomeLine(_short(self._context.library.root), _("更换"), "library", "open-library"),
            own,
            HomeLine(saved, _("备份"), "backup", "backup"),
        ]

    def _searches(self, view: HomeView) -> list[HomeLine]:
        return [HomeLine(one.text, "", "search", SearchTarget(text=one.text)) for one in view.recent_searches]


def _day(time: str) -> str:
    """Return the day of an ISO time as this place counts it."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d") if time else ""


def _short(root: Path) -> str:
    """Return a path as people know it: the home folder as ~."""
    try:
        return f"~/{root.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(root)
