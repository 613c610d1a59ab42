"""A collection saved as a pack: its name and licence, and what of each article goes in."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QTableWidgetItem, QWidget

from corpus.language import translate as _
from corpus.library.reports.pack_making import PackRequest, Part, packable
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection, Scope, ScopeKind
from corpus.text.sounds import readings
from desktop.operations.packs import save_as_pack
from desktop.services.notices import sentence_for
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.tables.plain_table import PlainTable

if TYPE_CHECKING:
    from desktop.services.context import Context

VALUE: Final = Qt.ItemDataRole.UserRole
LICENCES: Final = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0")


class PackMakingDialog(Dialog):
    """Asks what a pack is called and under what licence, and of each article for text, figures or reference."""

    def __init__(self, context: Context, group: Collection, parent: QWidget) -> None:
        super().__init__(_("存为资料包"), parent, width=680)
        self._context = context
        self._group = group
        self._articles: tuple[ArticleSummary, ...] = ()
        form = QFormLayout()
        self.title_field = QLineEdit(group.name)
        self.name_field = QLineEdit(_slug(group.name))
        self.licence = QComboBox()
        self.licence.setEditable(True)
        self.licence.addItems(LICENCES)
        self.licence.setCurrentText("")
        self.publisher = QLineEdit()
        self.checked_by = QLineEdit()
        for label, field in (
            (_("标题"), self.title_field), (_("名称（小写字母、数字）"), self.name_field), (_("许可"), self.licence),
            (_("发布者"), self.publisher), (_("由谁核对"), self.checked_by),
        ):  # fmt: skip
            form.addRow(label, field)
        self.body.addLayout(form)
        self.part = QComboBox()
        for part in Part:
            self.part.addItem(_part_name(part), part)
        self.part.activated.connect(self._set_part)
        form.addRow(_("选中的文章（不选则全部）改为"), self.part)
        self.table = PlainTable([_("文章"), _("放进去的")], _("文章"))
        self.table.setMinimumHeight(120)
        self.table.setColumnWidth(0, 460)
        self.body.addWidget(self.table)
        self.state = TextLabel(
            _("没有权利转发全文的，选“只放数据”或“只放题录”。路径、登录名和批注不会放进去。"),
            "second",
            wrap=True,
        )
        self.body.addWidget(self.state)
        self.save = PrimaryButton(_("存为资料包…"))
        self.save.clicked.connect(self._ask_where)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(self.save)
        self.licence.currentTextChanged.connect(self._show_button)
        self.name_field.textChanged.connect(self._show_button)
        self._show_button()
        scope = Scope(ScopeKind.COLLECTION, group.id)
        work = partial(packable, context.library, scope)
        context.tasks.run(self, work, self._show, self._trouble, "pack")

    def request(self) -> PackRequest:
        """Return what is asked for."""
        cells = [self.table.item(row, 1) for row in range(self.table.rowCount())]
        parts = {
            article.id: Part(cell.data(VALUE))
            for article, cell in zip(self._articles, cells, strict=True)
            if cell is not None
        }
        return PackRequest(
            Scope(ScopeKind.COLLECTION, self._group.id), self.name_field.text().strip(),
            self.title_field.text().strip() or self._group.name, self.licence.currentText().strip(),
            publisher=self.publisher.text().strip(), checked_by=self.checked_by.text().strip(), parts=parts,
        )  # fmt: skip

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Write the pack."""
        work = save_as_pack(self.request(), Path(path))
        self._context.operations.run(self, work, self._on_saved, self._trouble)

    @Slot(object)
    def _show(self, found: tuple[ArticleSummary, ...]) -> None:
        self._articles = found
        self.table.setRowCount(len(found))
        for row, article in enumerate(found):
            self.table.setItem(row, 0, QTableWidgetItem(article.name))
            self.table.setItem(row, 1, _chosen(Part.TEXT))
        self._show_button()

    @Slot(int)
    def _set_part(self, index: int) -> None:
        """Give the rows selected, or all of them, the part chosen above."""
        rows = {one.row() for one in self.table.selectedIndexes()} or range(self.table.rowCount())
        for row in rows:
            self.table.setItem(row, 1, _chosen(self.part.itemData(index)))

    @Slot()
    def _show_button(self) -> None:
        named = bool(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,40}", self.name_field.text().strip()))
        self.save.setEnabled(named and bool(self.licence.currentText().strip()) and bool(self._articles))

    @Slot()
    def _ask_where(self) -> None:
        dialog = FileDialog(self, _("存为资料包"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self.save_to)
        dialog.ask_target(f"{self.name_field.text().strip()}.zip", (_("资料包 (*.zip)"),), "zip")

    def _on_saved(self, _label: object) -> None:
        self.accept()

    def _trouble(self, error: Exception) -> None:
        self.state.setText(sentence_for(error))


def _part_name(part: Part) -> str:
    names = {
        Part.TEXT: _("全文"),
        Part.FIGURES: _("只放数据"),
        Part.RECORD: _("只放题录"),
        Part.NONE: _("不放"),
    }
    return names[part]


def _chosen(part: Part) -> QTableWidgetItem:
    """Return the cell that says what of an article goes in."""
    item = QTableWidgetItem(_part_name(part))
    item.setData(VALUE, part)
    return item


def _slug(name: str) -> str:
    """Return a name for files: the sounds of a Chinese one."""
    return re.sub(r"[^a-z0-9]+", "-", readings(name)[0]).strip("-")[:40]
