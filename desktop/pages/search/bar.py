"""The head of the page: the box, the ways of searching, the switches, and the searches made before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.finding.search import SearchAnswer, SearchRequest
from corpus.library.finding.search_history import recent_searches, saved_searches
from desktop.pages.search.explanation import explanation, mode_name, problem, underlined
from desktop.pages.search.switches import SearchSwitches
from desktop.services.context import Context
from desktop.theme.fonts import scaled
from desktop.widgets import ElidedLabel, SearchField
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE, HeadLine
from desktop.wording.shortening import as_entry

_ENTRY = 60
"""Characters of a search in a menu."""


class SearchBar(QWidget):
    """``wanted`` is sent when a search shall be made; ``recalled`` carries a request of before."""

    wanted = Signal()
    recalled = Signal(object)
    kept = Signal()
    forgotten = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.field = SearchField(theme, _("词、句子、数字；空格分开几个词，引号表示原样"), delay=350)
        self.modes = Segments(
            _("检索方式"),
            (
                ("auto", mode_name("auto"), _("先列原样出现的地方，再列意思相近的句子")),
                ("exact", mode_name("exact"), _("一字不差，找出每一处")),
                ("words", mode_name("words"), _("按词检索，最相关的句子在前")),
                ("near", mode_name("near"), _("容许少量出入，适合记不准的句子")),
            ),
        )
        self.switches = SearchSwitches()
        self.history = QToolButton()
        self.explained = ElidedLabel("", "faint")
        self.fault = QLabel()
        self._arrange()
        self._recolour()
        theme.changed.connect(self._recolour)
        self.field.edited.connect(self._on_change)
        self.field.submitted.connect(self._on_change)
        self.modes.picked.connect(self.switches.show_mode)
        self.modes.picked.connect(self._on_change)
        self.switches.changed.connect(self._on_change)

    def show_request(self, request: SearchRequest) -> None:
        """Show a search without making it."""
        self.field.show_text(request.text)
        self.modes.choose(request.mode)
        self.switches.show_choice(request.fold, request.mode, synonyms=request.synonyms)

    def explain(self, request: SearchRequest, answer: SearchAnswer) -> None:
        """Say how the query was understood, and underline what was not."""
        self.explained.setText(explanation(answer, request.text))
        found = answer.problem
        self.fault.setVisible(found is not None)
        if found is not None:
            colour = self._context.theme.colour("cinnabar").name()
            shown = underlined(request.text, found.start, found.end, colour)
            self.fault.setText(f"{shown}　　{problem(found.key)}")

    def clear_explanation(self) -> None:
        """Say nothing."""
        self.explained.setText("")
        self.fault.hide()

    @Slot()
    def _recolour(self) -> None:
        self.history.setIconSize(QSize(scaled(16), scaled(16)))
        self.history.setIcon(self._context.theme.icon("history"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 8)
        column.setSpacing(8)
        first = HeadLine()
        self.field.setMinimumHeight(36)
        first.addWidget(self.field, 1)
        self.history.setObjectName("switch")
        self.history.setText(_("检索历史"))
        self.history.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.history.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.history)
        menu.aboutToShow.connect(self._fill_history)
        self.history.setMenu(menu)
        first.addWidget(self.history)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.modes)
        second.addSpacing(4)
        second.addWidget(self.switches)
        second.addSpacing(8)
        second.addWidget(self.explained, 1)
        column.addLayout(second)
        self.fault.setTextFormat(Qt.TextFormat.RichText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        column.addWidget(self.fault)

    @Slot()
    def _on_change(self) -> None:
        self.wanted.emit()

    @Slot()
    def _fill_history(self) -> None:
        menu = self.history.menu()
        menu.clear()
        library = self._context.library
        keep = menu.addAction(_("收藏这次检索"), self.kept.emit)
        keep.setEnabled(bool(self.field.text().strip()))
        saved = saved_searches(library)
        if saved:
            menu.addSection(_("已存检索"))
            self._offer(menu, saved)
            forget = menu.addMenu(_("删除已存检索"))
            for name, _request in saved:
                forget.addAction(as_entry(name, _ENTRY), partial(self.forgotten.emit, name))
        recent = recent_searches(library, 12)
        menu.addSeparator()
        if recent:
            self._offer(menu, [(one.text, one) for one in recent])
        else:
            menu.addAction(_("还没有检索过")).setEnabled(False)

    def _offer(self, menu: QMenu, searches: Sequence[tuple[str, SearchRequest]]) -> None:
        for name, request in searches:
            label = as_entry(name, _ENTRY)
            label = label if request.mode == "auto" else f"{label}　{mode_name(request.mode)}"
            menu.addAction(label, partial(self.recalled.emit, request))
