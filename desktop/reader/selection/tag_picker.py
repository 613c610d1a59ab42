"""Choosing tags without the mouse: what is typed narrows the list, Enter ticks, and it is done on leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.text.sounds import readings
from desktop.reader.selection.note_editor import tags_typed
from desktop.theme.fonts import scaled
from desktop.widgets import Popover, TextLabel

_TAG: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = 8
_CHECKED, _SOME, _NONE = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class TagPicker(Popover):
    """Offers ``known`` tags with their counts; ``ticked`` says which all (True) or some (False) notes carry.

    ``picked`` carries the tags to add and those to take off, once, when it is left; Escape leaves all as it was.
    """

    picked = Signal(object, object)

    def __init__(
        self, known: Sequence[tuple[str, int]], ticked: Mapping[str, bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, padding=8)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = dict(known) | {tag: 0 for tag in ticked if tag not in dict(known)}
        self._before = {tag: _CHECKED if whole else _SOME for tag, whole in ticked.items()}
        self._now = dict(self._before)
        self._left = False
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("输入标签，回车勾选"))
        self.field.setAccessibleName(_("标签"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(_("标签"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self.rows.itemClicked.connect(self._tick)
        self.body.addWidget(self.field)
        self.body.addWidget(self.rows)
        self.body.addWidget(TextLabel(_("↑↓ 选择 · 回车勾选 · Ctrl+回车完成 · Esc 放弃"), "faint"))
        self.rows.setFixedHeight(self.rows.fontMetrics().height() * _ROWS + scaled(6 * _ROWS))
        self.setMinimumWidth(scaled(280))
        self._fill()
        self.setFocusProxy(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list from the field, tick with Enter, leave with Ctrl+Enter or Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, enter = event.key(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.close()
                return True
            if enter:
                self._tick(self.rows.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self._now = dict(self._before)
                self.close()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell what was chosen."""
        super().hideEvent(event)
        if not self._left:
            self._left = True
            changed = {
                tag: state for tag, state in self._now.items() if state != self._before.get(tag, _NONE)
            }
            add = tuple(tag for tag, state in changed.items() if state is _CHECKED)
            drop = tuple(tag for tag, state in changed.items() if state is _NONE)
            if add or drop:
                self.picked.emit(add, drop)

    @Slot()
    def _fill(self) -> None:
        """List the tags with what is typed in them or their sounds, ticked ones first; a new one may be made."""
        typed = self.field.text().strip().lstrip("#")
        found = [tag for tag in self._known if _fits(tag, typed.casefold())]
        found.sort(key=lambda tag: (self._now.get(tag, _NONE) is _NONE, -self._known[tag]))
        self.rows.clear()
        for tag in found:
            told = with_aside(f"#{tag}", self._known[tag]) if self._known[tag] else f"#{tag}"
            self._add(told, tag)
        if tags_typed(typed) and typed not in self._known:
            new = "".join(tags_typed(typed))
            self._add(_("新标签 #{tag}", tag=new), new)
        self.rows.setCurrentRow(0)

    def _add(self, told: str, tag: str) -> None:
        item = QListWidgetItem(told, self.rows)
        item.setData(_TAG, tag)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(self._now.get(tag, _NONE))

    def _step(self, by: int) -> None:
        count = self.rows.count()
        if count:
            self.rows.setCurrentRow((self.rows.currentRow() + by) % count)

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        tag = str(item.data(_TAG))
        self._now[tag] = _NONE if self._now.get(tag) is _CHECKED else _CHECKED
        self._known.setdefault(tag, 0)
        if self.field.text():
            self.field.clear()
        else:
            item.setCheckState(self._now[tag])


def _fits(tag: str, typed: str) -> bool:
    return not typed or typed in tag.casefold() or any(typed in one for one in readings(tag))
