"""Filling in what references lack, before they leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import field_name
from corpus.language.phrases import titled, with_file
from corpus.library.reports.leaving import Missing
from desktop.operations.records import set_record
from desktop.services.context import Context
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.wording.record_hints import hint_of


class MissingDialog(Dialog):
    """Asks for the missing fields of each text; ``filled`` says that some were written."""

    filled = Signal()

    def __init__(self, context: Context, missing: Sequence[Missing], parent: QWidget) -> None:
        super().__init__(_("补全著录"), parent, width=560)
        self._context = context
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        ground = QWidget(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 8, 0)
        for number, one in enumerate(missing):
            if number:
                column.addSpacing(10)
            column.addWidget(TextLabel(with_file(titled(one.title), one.file), "strong", wrap=True))
            form = QFormLayout()
            form.setHorizontalSpacing(12)
            for field in one.fields:
                line = QLineEdit(ground)
                line.setPlaceholderText(hint_of(field))
                line.setAccessibleName(f"{one.title} {field_name(field)}")
                self.fields[one.article, field] = line
                form.addRow(field_name(field), line)
            column.addLayout(form)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(ground)
        scroll.setMinimumHeight(220)
        self.body.addWidget(TextLabel(_("留空的不改；填好的写进这篇的著录。"), "second", wrap=True))
        self.body.addWidget(scroll, 1)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        keep = PrimaryButton(_("保存"))
        keep.clicked.connect(self.keep)
        self.add_button(cancel)
        self.add_button(keep)

    @Slot()
    def keep(self) -> None:
        """Write what was filled in, an article at a time."""
        told: dict[str, dict[str, str]] = {}
        for (article, field), line in self.fields.items():
            if line.text().strip():
                told.setdefault(article, {})[field] = line.text().strip()
        if not told:
            self.accept()
            return
        self.setEnabled(False)  # it closes once all is written: whoever waits for that hears it from here
        for number, (article, fields) in enumerate(told.items(), start=1):
            done = self._on_written if number == len(told) else None
            self._context.operations.run(self, set_record([article], fields), done, self._on_failed)

    def _on_written(self, _nothing: object) -> None:
        self.filled.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._context.notices.trouble(error)
