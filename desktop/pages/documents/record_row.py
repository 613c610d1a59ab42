"""One field of a record: what is typed, where it was read, and the nod to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import field_name, place_name
from desktop.widgets import ElidedLabel, LinkButton
from desktop.wording.record_hints import hint_of


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
        self._below: _Below | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_value(self, text: str, *, where: str, proposed: bool, mixed: bool, keep: bool) -> None:
        """Show a value and where it was read; ``keep`` leaves what is being typed."""
        hint = _("各篇不同，填写后统一") if mixed else hint_of(self.name)
        self.field.setPlaceholderText(hint)
        if not keep and self.field.text() != text:
            self.field.setText(text)
            self.field.setCursorPosition(0)
        read = _("读自{place}", place=place_name(where)) if where and text else ""
        self.field.setToolTip(read)
        self._show_below(read, shown=proposed and bool(text))

    def _show_below(self, read: str, *, shown: bool) -> None:
        """Say below the field where its value was read, with what finds it right; made when it is first needed."""
        if shown and self._below is None:
            self._below = _Below(self)
            self._below.nod.clicked.connect(self._on_nod)
            self._column.addWidget(self._below)
        if self._below is not None:
            self._below.where.setText(read)
            self._below.setVisible(shown)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        if self._below is not None:
            self._below.hide()
        self.typed.emit(self.name)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.name)

    @Slot()
    def _on_nod(self) -> None:
        self.nodded.emit(self.name)


class _Below(QWidget):
    def __init__(self, row: RecordRow) -> None:
        super().__init__(row)
        self.where = ElidedLabel("", "small", self)
        self.nod = LinkButton(_("认可"), self)
        # Tab goes from field to field; 全部认可 above them is reached by keys.
        self.nod.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 0, 2)
        line.setSpacing(6)
        line.addWidget(self.where)
        line.addWidget(self.nod)
        line.addStretch(1)
