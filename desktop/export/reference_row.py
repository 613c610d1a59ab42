"""Which Word document gives an export its styles, head and foot: one of a person's own, or the program's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from corpus.language import translate as _
from desktop.services.settings import Settings
from desktop.theme import ThemeManager
from desktop.widgets import IconButton, QuietButton
from desktop.widgets.fields.file_dialog import Errand, FileDialog

KEPT = "export/reference"


class ReferenceRow(QWidget):
    """Shows the name of the document chosen; the choice is remembered."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.path = settings.text(KEPT)
        self.field = QLineEdit(self)
        self.field.setReadOnly(True)
        self.field.setAccessibleName(_("论文通行的格式"))
        self.field.setPlaceholderText(_("论文通行的格式"))
        self.choose_button = QuietButton(_("选择…"), theme, "folder-open")
        self.choose_button.clicked.connect(self.ask)
        self.drop_button = IconButton(theme, "close", _("不用自己的模板"), self, size=16)
        self.drop_button.clicked.connect(self.drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.drop_button)
        row.addWidget(self.choose_button)
        self._show()

    @Slot()
    def ask(self) -> None:
        """Ask for a Word document."""
        dialog = FileDialog(self, _("选择 Word 模板"), Errand.IMPORT, self._settings)
        dialog.fileSelected.connect(self.take)
        dialog.ask_files((f"{_('Word 文档')} (*.docx *.dotx)",))

    @Slot(str)
    def take(self, path: str) -> None:
        """Take a document from now on."""
        self.path = path
        self._settings.put(KEPT, path)
        self._show()
        self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """Go back to the program's own form."""
        self.take("")

    def _show(self) -> None:
        self.field.setText(Path(self.path).name)
        self.field.setToolTip(self.path or _("自己的 .docx：样式、页眉和页脚都从它来"))
        self.drop_button.setVisible(bool(self.path))
