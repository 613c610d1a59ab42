"""Writing a note: its colour and style, Markdown with a preview, and tags; kept while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.model.annotation import AnchorStatus, Annotation, Colour, MarkStyle
from desktop.services.retry_queue import RetryQueue
from desktop.theme import ThemeManager
from desktop.widgets import IconButton, TextLabel
from desktop.widgets.fields.colour_row import ColourRow
from desktop.widgets.fields.plain_field import PlainField
from desktop.widgets.fields.typing_timer import TypingTimer
from desktop.widgets.markdown_html import SafeBrowser, preview_html
from desktop.wording.words import anchor_name
from index.lazy_pattern import LazyPattern

_LINK_BEGINS: Final = "[["
_LONGEST_RUN: Final = 5000
_OVERFLOWS: Final = 20_000
"""Characters that stand in no field without a scroll bar."""
_QUOTED: Final = 120
_PARTS: Final = LazyPattern(r"[\s,，、;；#＃]+")


class NoteEditor(QFrame):
    """Edits one annotation; ``edited`` carries the changed value, ``removed`` and ``opened`` its id."""

    edited = Signal(object)
    removed = Signal(str)
    opened = Signal(str)
    link_wanted = Signal()
    """``[[`` was typed: a note to link to is asked for; ``write_link`` puts it in its place."""
    followed = Signal(str)
    """An address clicked in the preview."""
    left = Signal()
    """Done with the keys: Ctrl+Enter or Escape, what was written is kept."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None, *, most: int = 132) -> None:
        super().__init__(parent)
        self.setObjectName("note-editor")
        self._annotation: Annotation | None = None
        self._wait = TypingTimer(self)
        self._wait.timeout.connect(self.keep)
        self._said = ""
        self.retry_queue = RetryQueue(self)
        self.retry_queue.again.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.colours = ColourRow(theme, self)
        self.colours.picked.connect(self._on_colour)
        column.addLayout(self._first_line(theme))
        self.quote = TextLabel("", "reading", wrap=True)
        self.state_line = TextLabel("", "small", wrap=True)
        self.text = PlainField(self)
        self.text.setPlaceholderText(_("写下你的想法，可用 Markdown"))
        self.text.setAccessibleName(_("批注内容"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._wait.typed)
        self.text.textChanged.connect(self._look_for_link)
        self.text.installEventFilter(self)
        self.preview = SafeBrowser(self)
        self.preview.setAccessibleName(_("批注预览"))
        self.preview.anchorClicked.connect(self._on_anchor)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.preview)
        self._pages.setMinimumHeight(72)
        self._pages.setMaximumHeight(most)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(_("标签，用空格分开"))
        self.tags.setAccessibleName(_("标签"))
        self.tags.textEdited.connect(self._wait.typed)
        self.tags.editingFinished.connect(self.keep)
        self.tags.installEventFilter(self)
        column.addWidget(self.quote)
        column.addWidget(self.state_line)
        column.addWidget(self._pages, 1)
        column.addLayout(self._last_line())

    @property
    def annotation_id(self) -> str:
        """Return the id of the note being edited, empty when there is none."""
        return self._annotation.id if self._annotation is not None else ""

    def show_note(self, view: AnnotationView | None, *, awaited: bool = False) -> None:
        """Edit another note (what was written in the last one is kept first), or none.

        What was typed while the note was ``awaited`` stays in the fields, and so does the cursor.
        """
        typing = awaited or self._wait.isActive()
        self.keep()
        same = awaited or (view is not None and view.annotation.id == self.annotation_id)
        before = self._annotation
        self._annotation = view.annotation if view is not None else None
        self.setEnabled(view is not None)
        if view is None:
            self._said = ""
            self._open.hide()
            return
        self._annotation = note = self.retry_queue.newest(view.annotation)
        placed = bool(note.article)
        self.quote.setText(shortened(view.quote))
        self.quote.setVisible(bool(view.quote))
        self.colours.show_colour(note.colour)
        self._underline.setChecked(note.style is MarkStyle.UNDERLINE)
        self._underline.setVisible(placed)
        self._private.setChecked(note.private)
        self._open.setVisible(view.place is not None)
        self._show_state()
        # What is being typed is not written over by its own echo, nor is the cursor moved by it.
        other = before is None or before.note != note.note
        if not same or (other and not typing and self.text.toPlainText().strip() != note.note):
            self.text.blockSignals(True)
            self.text.clear()  # the text before is not laid out another way on its way out
            self.text.setFont(_font_of(note.note))
            self.text.setWordWrapMode(_wrap_of(note.note))
            self.text.setVerticalScrollBarPolicy(_bar_of(note.note))
            self.text.setPlainText(note.note)
            self.text.blockSignals(False)
            self._said = self.text.toPlainText()
        if not same or not (awaited or self.tags.hasFocus()):
            self.tags.setText(" ".join(note.tags))
        if not same:
            self._look.setChecked(False)
        self._show_preview()

    def writing_parts(self) -> tuple[QWidget, ...]:
        """Return what changes a note."""
        return self.colours, self.text, self.tags, self._underline, self._private, self._delete

    def write(self) -> None:
        """Put the cursor into the text, to be written at once."""
        self._look.setChecked(False)
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def write_link(self, link: str) -> None:
        """Write a link at the cursor, in place of the ``[[`` before it."""
        cursor = self.text.textCursor()
        if self._before(cursor) == _LINK_BEGINS:
            for _sign in _LINK_BEGINS:
                cursor.deletePreviousChar()
        cursor.insertText(link)
        self.text.setTextCursor(cursor)
        self.text.setFocus()
        self.keep()

    @staticmethod
    def _before(cursor: QTextCursor) -> str:
        place = cursor.positionInBlock()
        return cursor.block().text()[max(place - len(_LINK_BEGINS), 0) : place]

    @Slot()
    def _look_for_link(self) -> None:
        if self.text.hasFocus() and self._before(self.text.textCursor()) == _LINK_BEGINS:
            self.link_wanted.emit()

    @Slot(QUrl)
    def _on_anchor(self, address: QUrl) -> None:
        self.followed.emit(address.toString())

    @Slot()
    def keep(self) -> None:
        """Send what was written, if it differs from what is kept."""
        self._wait.stop()
        if self._annotation is None:
            return
        kept, said = self._annotation, self.text.toPlainText()
        # What nobody touched stays to the character: a field shows some of them another way.
        touched = self.tags.text() != " ".join(kept.tags)
        tags = tags_typed(self.tags.text()) if touched else kept.tags
        note, self._said = (kept.note if said == self._said else said.strip()), said
        self._send(replace(kept, note=note, tags=tags))

    def not_kept(self, changed: Annotation) -> bool:
        """Hold what could not be written, whatever the reason, until it can; tell whether a person is to hear of it."""
        told = self.retry_queue.hold(changed)
        self._show_state()
        return told

    def on_kept(self, view: AnnotationView) -> None:
        """Hear that a note is written."""
        self.retry_queue.kept(view.annotation.id)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        note = self._annotation
        if note is None:
            return
        waits, unsure = self.retry_queue.holds(note.id), note.status is not AnchorStatus.PLACED
        told = _("还没有保存：写不进文库，会自动再试。") if waits else anchor_name(note.status)
        self.state_line.setText(told if waits or unsure else "")
        self.state_line.setVisible(waits or unsure)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written last when the page or the window goes."""
        self.keep()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text when it loses the focus; Ctrl+Enter and Escape leave the editor."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            done = enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if done or event.key() == Qt.Key.Key_Escape:
                self.keep()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _first_line(self, theme: ThemeManager) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.colours)
        line.addStretch(1)
        self._underline = self._switch(_("下划线"), "U̲")
        self._underline.clicked.connect(self._on_underline)
        self._look = self._switch(_("预览"), _("预览"))
        self._look.toggled.connect(self._show_preview)
        self._open = IconButton(theme, "book", _("打开原文"), self, size=16)
        self._open.clicked.connect(self._on_open)
        self._private = self._switch(_("私人批注：对外提交时不带出"), _("私人"))
        self._private.clicked.connect(self._on_private)
        self._delete = IconButton(theme, "trash", _("删除批注"), self, size=16)
        self._delete.clicked.connect(self._on_delete)
        line.addWidget(self._open)
        line.addWidget(self._delete)
        return line

    def _last_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.tags, 1)
        line.addSpacing(4)
        for widget in (self._underline, self._private, self._look):
            line.addWidget(widget)
        return line

    def _switch(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        return button

    def _send(self, changed: Annotation) -> None:
        if changed != self._annotation:
            self._annotation = changed
            self.retry_queue.send(changed)
            self.edited.emit(changed)

    @Slot(object)
    def _on_colour(self, colour: Colour) -> None:
        if self._annotation is not None:
            self.keep()
            self._send(replace(self._annotation, colour=colour))

    @Slot(bool)
    def _on_underline(self, on: bool) -> None:
        if self._annotation is not None:
            self.keep()
            self._send(replace(self._annotation, style=MarkStyle.UNDERLINE if on else MarkStyle.HIGHLIGHT))

    @Slot(bool)
    def _on_private(self, on: bool) -> None:
        if self._annotation is not None:
            self.keep()
            self._send(replace(self._annotation, private=on))

    @Slot()
    def _show_preview(self) -> None:
        if self._look.isChecked():
            self.preview.setHtml(preview_html(self.text.toPlainText()))
        self._pages.setCurrentIndex(1 if self._look.isChecked() else 0)

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.annotation_id)

    @Slot()
    def _on_delete(self) -> None:
        self.retry_queue.drop(self.annotation_id)
        self.removed.emit(self.annotation_id)


def shortened(quote: str) -> str:
    """Return as much of the words noted on as stands above a note."""
    return quote if len(quote) <= _QUOTED else f"{quote[: _QUOTED - 2]}……"


def _wrap_of(text: str) -> QTextOption.WrapMode:
    """Return where lines break: anywhere in a run without a blank that is long, where looking for words takes long."""
    longest = max(map(len, text.split()), default=0)
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if longest > _LONGEST_RUN else modes.WrapAtWordBoundaryOrAnywhere


def _font_of(text: str) -> QFont:
    """Return the font as it is set elsewhere: for a long text without kerning and ligatures, a third of its layout."""
    font = QFont()
    if len(text) > _OVERFLOWS:
        font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def _bar_of(text: str) -> Qt.ScrollBarPolicy:
    """Return when the scroll bar is there: for a text that will need it at once, for it would be laid out twice."""
    policies = Qt.ScrollBarPolicy
    return policies.ScrollBarAlwaysOn if len(text) > _OVERFLOWS else policies.ScrollBarAsNeeded


def tags_typed(text: str) -> tuple[str, ...]:
    """Return the tags in what was typed, parted by blanks, commas or #, each once."""
    return tuple(dict.fromkeys(filter(None, _PARTS.split(text))))
