"""What is known of an article, in fields that are kept as soon as one leaves them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from corpus.language import translate as _
from corpus.model.source import Metadata
from desktop.widgets import TextLabel


class RecordForm(QWidget):
    """Stays the same form whatever article it shows: what is typed and the cursor outlive the saving.

    ``changed`` carries the metadata with what was typed.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = ""
        self._kept = Metadata()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        self.fields: dict[str, QLineEdit] = {}
        entries = (
            ("author", _("作者"), _("未填")),
            ("publisher", _("发布者"), _("未填")),
            ("date", _("日期"), _("未填，如 2018-07-26")),
            ("address", _("网址"), _("未填")),
        )
        for name, label, hint in entries:
            field = QLineEdit()
            field.setAccessibleName(label)
            field.setPlaceholderText(hint)
            field.editingFinished.connect(self._send)
            self.fields[name] = field
            form.addRow(TextLabel(label, "second"), field)

    def show_record(self, article: str, metadata: Metadata) -> None:
        """Show what is known of an article (its id); what is being typed of the same one stays."""
        same = article == self._article
        for name, field in self.fields.items():
            before, now = str(getattr(self._kept, name)), str(getattr(metadata, name))
            typed = same and field.text().strip() != before
            if not typed and field.text() != now:
                field.setText(now)
                field.setCursorPosition(0)
        self._article, self._kept = article, metadata

    @Slot()
    def _send(self) -> None:
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        changed = replace(self._kept, **typed)
        if changed != self._kept:
            self._kept = changed
            self.changed.emit(changed)
