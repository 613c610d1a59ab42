"""The middle of the page of drafts: title, items in their order, and the text of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.model.draft import Draft, DraftItem
from desktop.pages.drafts.items import item_rows, moved, rewritten, with_item, without
from desktop.services.retry_queue import RetryQueue
from desktop.theme import ThemeManager
from desktop.widgets import EmptyState, IconButton, QuietButton
from desktop.widgets.row_list import RowList
from desktop.widgets.typing_timer import TypingTimer


class DraftEditor(QWidget):
    """Edits one draft; ``edited`` carries the new one, ``opened`` the item to look up in its article."""

    edited = Signal(object)
    opened = Signal(object)
    notes_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._written = -1
        self._notes: Mapping[str, AnnotationView] = {}
        self._figures: Mapping[str, StatisticView] = {}
        self._wait = TypingTimer(self)
        self._wait.timeout.connect(self.keep)
        self.retry_queue = RetryQueue(self)
        self.retry_queue.again.connect(self.edited)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(_("文稿标题"))
        self.title.textEdited.connect(self._wait.typed)
        self.title.editingFinished.connect(self.keep)
        self.list = RowList(theme, _("文稿内容"), self, lines=(2, 2))
        self.list.chosen.connect(self._on_chosen)
        self.list.deleted.connect(self._on_deleted)
        self.list.doubleClicked.connect(self._on_open)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(_("文字"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._wait.typed)
        self.text.installEventFilter(self)
        self._empty = EmptyState(
            theme, _("这份文稿还是空的：从批注、数据或正文里“加入文稿”，或在这里写字。"), _("从批注里挑选")
        )
        self._empty.acted.connect(self.notes_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self._tools(theme))
        column.addWidget(self._stack, 1)
        column.addWidget(self.text)

    @property
    def draft(self) -> Draft | None:
        """Return the draft as it is edited now."""
        return self._draft

    def show_draft(
        self, draft: Draft | None, notes: Mapping[str, AnnotationView], figures: Mapping[str, StatisticView]
    ) -> None:
        """Edit a draft with the notes and figures its items name."""
        draft = self.retry_queue.newest(draft) if draft is not None else None
        other = draft is None or self._draft is None or draft.id != self._draft.id
        if other:
            self.keep()
            self._written = -1
        self._draft, self._notes, self._figures = draft, notes, figures
        self.setEnabled(draft is not None)
        if other or not self.title.hasFocus():
            self.title.setText(draft.title if draft is not None else "")
        self._show_rows()
        if other:
            self.list.choose("0")

    @Slot()
    def keep(self) -> None:
        """Send what was typed, if it changes anything."""
        self._wait.stop()
        draft = self._draft
        if draft is None:
            return
        title = self.title.text().strip() or draft.title
        changed = replace(draft, title=title)
        if self._writes(self._written) and not self.text.isHidden():
            changed = rewritten(changed, self._written, self.text.toPlainText())
        self._send(changed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last when the page or the window goes."""
        self.keep()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text when it loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def _tools(self, theme: ThemeManager) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        for text, icon, slot in (
            (_("加标题"), "plus", self._add_heading),
            (_("加文字"), "plus", self._add_text),
        ):
            button = QuietButton(text, theme, icon)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        self._buttons = []
        icons: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("arrow-up", _("上移（Alt+↑）"), self.move_up),
            ("arrow-down", _("下移（Alt+↓）"), self.move_down),
            ("trash", _("移出文稿（Delete）"), self._remove),
        )
        for icon, text, slot in icons:
            tool = IconButton(theme, icon, text, self, size=18)
            tool.clicked.connect(slot)
            self._buttons.append(tool)
            line.addWidget(tool)
        return line

    def _show_rows(self) -> None:
        items = self._draft.items if self._draft is not None else ()
        self._stack.setCurrentIndex(0 if items else 1)
        self.list.set_rows(item_rows(items, self._notes, self._figures))
        self._on_chosen(self.list.current_key())

    def _number(self) -> int:
        key = self.list.current_key()
        return int(key) if key else -1

    def _writes(self, number: int) -> bool:
        items = self._draft.items if self._draft is not None else ()
        return 0 <= number < len(items) and items[number].kind in ("text", "heading", "prompt")

    def _typing(self, number: int) -> bool:
        """Tell whether the text shown is that item's already, or is being typed just now."""
        kept = self._draft.items[number].text if self._draft is not None else ""
        return self._wait.isActive() or self.text.toPlainText() == kept

    def _send(self, changed: Draft, choose: int | None = None) -> None:
        if changed == self._draft:
            return
        self._draft = changed
        self.retry_queue.drop(changed.id)
        # What is shown follows at once; what was typed is not written over by its own echo.
        self._show_rows()
        if choose is not None:
            self.list.choose(str(choose))
        self.edited.emit(changed)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        number = int(key) if key else -1
        if self._wait.isActive() and number != self._written:
            self.keep()
        writes = self._writes(number)
        for button in self._buttons:
            button.setEnabled(number >= 0)
        self.text.setVisible(writes)
        self._written = number if writes else -1
        heading = writes and self._draft is not None and self._draft.items[number].kind == "heading"
        self.text.setFixedHeight(40 if heading else 150)
        if writes and self._draft is not None and not self._typing(number):
            self.text.blockSignals(True)
            self.text.setPlainText(self._draft.items[number].text)
            self.text.blockSignals(False)

    @Slot()
    def move_up(self) -> None:
        """Move the chosen item up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen item down."""
        self._move(1)

    def _move(self, by: int) -> None:
        self.keep()
        number = self._number()
        if self._draft is not None and number >= 0:
            changed = moved(self._draft, number, by)
            if changed is not self._draft:
                self._send(changed, number + by)

    @Slot(str)
    def _on_deleted(self, _key: str) -> None:
        self._remove()

    @Slot()
    def _remove(self) -> None:
        self.keep()
        number = self._number()
        if self._draft is not None and number >= 0:
            self._send(without(self._draft, number), min(number, len(self._draft.items) - 2))

    @Slot()
    def _add_heading(self) -> None:
        self._add(DraftItem("heading", text=_("新的一节")))

    @Slot()
    def _add_text(self) -> None:
        self._add(DraftItem("text"))

    def _add(self, item: DraftItem) -> None:
        if self._draft is not None:
            self.keep()
            after = self._number() if self.list.current_key() else len(self._draft.items) - 1
            self._send(with_item(self._draft, after, item), after + 1)
            self.text.setFocus()
            self.text.selectAll()

    @Slot(object)
    def _on_open(self, _index: object) -> None:
        number = self._number()
        if self._draft is not None and number >= 0:
            self.opened.emit(self._draft.items[number])
