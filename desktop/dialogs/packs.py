"""The packs of the library: what each is worth, installed from a file, and removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from corpus.language import translate as _
from corpus.library.intake.packs.pack_files import PackChange, difference, labels
from corpus.packs.label import PackLabel
from corpus.packs.pack import pack_names
from desktop.operations import packs as operations
from desktop.services.notices import sentence_for
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList
from desktop.wording.packs import pack_change_line, pack_line

if TYPE_CHECKING:
    from desktop.services.context import Context

VALUE: Final = Qt.ItemDataRole.UserRole


class PacksDialog(Dialog):
    """Lists the packs with their labels; a file is looked at first, and installed when a person agrees."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("资料包"), parent, width=640)
        self._context = context
        self._file: Path | None = None
        about = _("资料包是一个文件，里面只有文字和表格：文章、趋势、平台与核对过的数据，每条数据都附原句。")
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.packs = LineList(_("资料包"), least=200)
        self.packs.itemSelectionChanged.connect(self._show_buttons)
        self.state = TextLabel("", "second", wrap=True)
        for widget in (self.packs, self.state):
            self.body.addWidget(widget)
        self.choose = QuietButton(_("从文件安装…"), context.theme, "import")
        self.choose.clicked.connect(self._ask_file)
        self.install = QuietButton(_("安装"))
        self.install.clicked.connect(self._install)
        self.shipped = QuietButton(_("装回内置资料包"))
        self.shipped.clicked.connect(self._install_shipped)
        self.remove = QuietButton(_("移除"), context.theme, "trash")
        self.remove.clicked.connect(self._remove)
        for button in (self.choose, self.install, self.shipped, self.remove):
            self.add_button(button)
        self.add_closing()
        self._show_buttons()
        self._look()

    @Slot(str)
    def look_at(self, path: str) -> None:
        """Say what installing a file would change, and offer to do it."""
        self._file = None
        self._show_buttons()
        self.state.setText(_("正在查看…"))
        work = partial(difference, self._context.library, Path(path))
        self._context.tasks.run(self, work, partial(self._offer, Path(path)), self._trouble, "pack")

    def _look(self) -> None:
        self._context.tasks.run(
            self, partial(labels, self._context.library), self._show, self._trouble, "packs"
        )

    @Slot(object)
    def _show(self, found: tuple[PackLabel, ...]) -> None:
        self.packs.clear()
        for one in found:
            item = QListWidgetItem(f"{one.title}  {one.version}\n{pack_line(one)}")
            item.setData(VALUE, one)
            self.packs.addItem(item)
        here = {one.name for one in found}
        self.shipped.setVisible(bool(set(pack_names()) - here))
        nothing = _("还没有资料包。")
        # What was said of a file meanwhile stays.
        if not found and not self.state.text():
            self.state.setText(nothing)
        elif found and self.state.text() == nothing:
            self.state.clear()
        self._show_buttons()

    def _offer(self, path: Path, change: PackChange) -> None:
        self._file = path
        self.state.setText(f"{pack_change_line(change)}\n{pack_line(change.label)}")
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        writable = self._context.library.writable
        self.choose.setEnabled(writable)
        self.shipped.setEnabled(writable)
        self.install.setVisible(self._file is not None)
        self.remove.setEnabled(writable and bool(self.packs.selectedItems()))

    @Slot()
    def _ask_file(self) -> None:
        dialog = FileDialog(self, _("从文件安装资料包"), Errand.IMPORT, self._context.settings)
        dialog.fileSelected.connect(self.look_at)
        dialog.ask_files((_("资料包 (*.zip)"),))

    @Slot()
    def _install(self) -> None:
        if self._file is not None:
            self._context.operations.run(self, operations.install_pack(self._file), self._on_changed)
            self._file = None
            self._show_buttons()

    @Slot()
    def _install_shipped(self) -> None:
        here = {self.packs.item(row).data(VALUE).name for row in range(self.packs.count())}
        for name in set(pack_names()) - here:
            self._context.operations.run(self, operations.install_shipped(name), self._on_changed)

    @Slot()
    def _remove(self) -> None:
        for item in self.packs.selectedItems():
            self._context.operations.run(self, operations.remove_pack(item.data(VALUE)), self._on_changed)

    def _on_changed(self, _result: object) -> None:
        self.state.clear()
        self._look()

    @Slot(object)
    def _trouble(self, error: Exception) -> None:
        self.state.setText(sentence_for(error))
