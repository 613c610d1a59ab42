"""One field of a record: what is typed, where it was read, and the nod to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import field_name, place_name
from desktop.widgets import LinkButton, TextLabel

HINTS = {"issued": "2018-07-26", "accessed": "2018-07-26", "page": "12-18", "edition": "2"}


class RecordRow(QWidget):
    """``typed`` carries the field's name at each key, ``left`` when it is left, ``nodded`` when it is found right."""

    typed = Signal(str)
    left = Signal(str)
    nodded = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.field = QLineEdit(self)
        self.field.setAccessibleName(field_name(name))
        self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_left)
        self._where = TextLabel("", "small", self)
        self._nod = LinkButton(_("认可"), self)
        # Tab goes from field to field; 全部认可 above them is reached by keys.
        self._nod.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._nod.clicked.connect(self._on_nod)
        self._below = QWidget(self)
        line = QHBoxLayout(self._below)
        line.setContentsMargins(2, 0, 0, 2)
        line.setSpacing(6)
        line.addWidget(self._where)
        line.addWidget(self._nod)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._below)
        self.setFocusProxy(self.field)

    def show_value(self, text: str, *, where: str, proposed: bool, mixed: bool, keep: bool) -> None:
        """Show a value and where it was read; ``keep`` leaves what is being typed."""
        hint = _("各篇不同，填写后统一") if mixed else HINTS.get(self.name, _("未填"))
        self.field.setPlaceholderText(hint)
        if not keep and self.field.text() != text:
            self.field.setText(text)
            self.field.setCursorPosition(0)
        read = _("读自{place}", place=place_name(where)) if where and text else ""
        self._where.setText(read)
        self.field.setToolTip(read)
        self._below.setVisible(proposed and bool(text))

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._below.setVisible(False)
        self.typed.emit(self.name)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.name)

    @Slot()
    def _on_nod(self) -> None:
        self.nodded.emit(self.name)
