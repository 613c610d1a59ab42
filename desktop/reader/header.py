"""The line above the paper: where the text comes from, how old it is, and what one made of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from corpus.language import translate
from corpus.language.phrases import labelled, titled, with_aside
from corpus.library.core.page_images import DrawnFile
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.source import NO_TEXT
from desktop.theme import ThemeManager
from desktop.widgets import ElidedLabel, IconButton, LinkButton
from desktop.wording.words import layer_name


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


READ_STATES: Final = {ReadState.UNREAD: _("未读"), ReadState.READING: _("在读"), ReadState.READ: _("已读")}


def _file_name(path: str) -> str:
    """Return the name of the file an article came from; what was pasted or piped in came from none."""
    if path.startswith("clipboard:"):
        return translate(_("粘贴"))
    return translate(_("标准输入")) if path.startswith("stdin:") else PurePath(path).name


def source_line(summary: ArticleSummary) -> str:
    """Return publisher, author, date and where the file came from; never empty."""
    known = summary.metadata
    origin = translate(_("内置资料包")) if summary.pack else _file_name(summary.path)
    parts = [layer_name(summary.layer), known.author, known.publisher, known.date, origin]
    if summary.as_of:
        parts.append(translate(_("资料截至 {date}")).format(date=summary.as_of))
    return " · ".join(dict.fromkeys(part for part in parts if part))


class Header(QFrame):
    """Shows an article's summary; everything a person changes is sent, nothing is written here."""

    starred = Signal(bool)
    state_chosen = Signal(object)
    tags_wanted = Signal()
    repeat_wanted = Signal()
    find_wanted = Signal()
    settings_wanted = Signal(QPoint)
    page_wanted = Signal()
    recognition_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-header")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = ElidedLabel("", "strong", self)
        self.source = ElidedLabel("", "small", self)
        words.addWidget(self.title)
        words.addWidget(self.source)
        row.addLayout(words, 1)
        self.repeat = LinkButton(translate(_("与另一篇重复")), self)
        self.repeat.clicked.connect(self.repeat_wanted)
        row.addWidget(self.repeat)
        self.page = LinkButton("", self)
        self.page.setToolTip(translate(_("印刷页码…")))
        self.page.clicked.connect(self.page_wanted)
        self.page.hide()
        row.addWidget(self.page)
        self._state = QToolButton(self)
        self._state.setAutoRaise(True)
        self._state.setAccessibleName(translate(_("阅读状态")))
        self._state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._state.setMenu(self._state_menu())
        row.addWidget(self._state)
        self.recognition = LinkButton(translate(_("识别文字…")), self)
        self.recognition.clicked.connect(self.recognition_wanted)
        self.recognition.hide()
        row.addWidget(self.recognition)
        self.pages = QToolButton(self)
        self.pages.setAutoRaise(True)
        self.pages.setCheckable(True)
        self.pages.hide()
        row.addWidget(self.pages)
        self._tags = IconButton(theme, "tag", translate(_("标签")), self)
        self._tags.clicked.connect(self.tags_wanted)
        self.star = IconButton(theme, "star", translate(_("星标")), self)
        self.star.setCheckable(True)
        self.star.clicked.connect(self.starred)
        find = IconButton(theme, "search", translate(_("查找…")), self)
        find.clicked.connect(self.find_wanted)
        self._text = IconButton(theme, "text", translate(_("字体与字号")), self)
        self._text.clicked.connect(self._on_text)
        for button in (self._tags, self.star, find, self._text):
            row.addWidget(button)

    @property
    def state_button(self) -> QWidget:
        """Return the button that says how far the article has been read."""
        return self._state

    @property
    def tags_button(self) -> QWidget:
        """Return the button beside which tags are written."""
        return self._tags

    def show_summary(self, summary: ArticleSummary, repeated_title: str = "") -> None:
        """Show what is known of an article; ``repeated_title`` names the one it repeats."""
        self.title.setText(summary.title)
        self.source.setText(source_line(summary))
        self.recognition.setVisible(summary.layer == NO_TEXT)
        self.repeat.setVisible(bool(repeated_title))
        self.repeat.setToolTip(titled(repeated_title))
        self._state.setText(translate(READ_STATES[summary.read_state]))
        self.star.setChecked(summary.star)
        self.star.change_icon("star-filled" if summary.star else "star")
        name = translate(_("标签"))
        self._tags.setToolTip(labelled(name, " ".join(summary.tags)) if summary.tags else name)

    def show_pages_there(self, file: DrawnFile | None, *, shown: bool) -> None:
        """Offer the pages or pictures of the file where there are any; ``shown``: they are what one reads now."""
        self.pages.setVisible(file is not None)
        self.pages.setChecked(shown)
        name = translate(_("图片")) if file is not None and file.has_pictures else translate(_("原页"))
        self.pages.setText(name)
        self.pages.setToolTip(with_aside(name, "F8"))

    def show_page(self, name: str) -> None:
        """Show which page one is reading, empty where the text has none."""
        self.page.setText(name)
        self.page.setVisible(bool(name))

    def _state_menu(self) -> QMenu:
        menu = QMenu(self)
        for state, name in READ_STATES.items():
            action = menu.addAction(translate(name))
            action.setData(state.value)
        menu.triggered.connect(self._on_state)
        return menu

    @Slot(QAction)
    def _on_state(self, action: QAction) -> None:
        self.state_chosen.emit(ReadState(action.data()))

    @Slot()
    def _on_text(self) -> None:
        self.settings_wanted.emit(self._text.mapToGlobal(QPoint(0, self._text.height())))
