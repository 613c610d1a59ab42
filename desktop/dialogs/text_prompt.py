"""Asking for a line, or for a few: a title, a corrected word, pasted references."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from desktop.services.notices import sentence_for
from desktop.services.operation import Operation
from desktop.services.writing import WritingLane
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.plain_field import PlainField
from desktop.widgets.frames.dialog import Dialog

T = TypeVar("T")


class TextPrompt(Dialog):
    """``given`` carries what was typed; what is wrong with it can be told with ``tell``, and nothing is lost."""

    given = Signal(str)

    def __init__(
        self, title: str, about: str, parent: QWidget, *, text: str = "", confirm: str = "", lines: int = 1
    ) -> None:
        super().__init__(title, parent, width=520 if lines > 1 else 440)
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.field: QLineEdit | QPlainTextEdit
        if lines > 1:
            self.field = PlainField(text)
            self.field.setTabChangesFocus(True)
            self.field.setMinimumHeight(self.field.fontMetrics().lineSpacing() * lines)
            self.field.selectAll()
        else:
            self.field = QLineEdit(text)
            self.field.selectAll()
        self.field.setAccessibleName(title)
        self._trouble = TextLabel("", "small", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.confirm = PrimaryButton(confirm or translate_as("action", "确定"))
        self.confirm.clicked.connect(self._on_confirmed)
        self.add_button(cancel)
        self.add_button(self.confirm)

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was typed, and let it be mended."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self.confirm.setEnabled(True)
        self.field.setFocus()

    def write(
        self, operations: WritingLane, operation: Operation[T], done: Callable[[T], None] | None = None
    ) -> None:
        """Do what was asked, then close and say ``done``; what goes wrong is told here, and nothing typed is lost."""

        def written(result: T) -> None:
            self.accept()
            if done is not None:
                done(result)

        self.confirm.setEnabled(False)
        operations.run(self, operation, written, lambda error: self.tell(sentence_for(error)))

    @Slot()
    def _on_confirmed(self) -> None:
        self.given.emit(self.text)
