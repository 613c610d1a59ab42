"""The parts of others in the program, and their licences."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from corpus.language import current_language
from corpus.language import translate as _
from corpus.library.upkeep.components import components
from desktop.widgets import TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.tables.plain_table import PlainTable


class ComponentsDialog(Dialog):
    """One row a part: its name, version, licence and what it is here for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("组成部分与许可"), parent, width=860)
        about = _(
            "引得自身按 MIT 许可发布。下面是它带有的其他部分；随附的许可原文在程序文件夹的 parts 与 licences 里。"
        )
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.table = _table(self)
        self.body.addWidget(self.table)
        self.add_closing()


def _table(parent: QWidget) -> PlainTable:
    """Return the table of all parts."""
    rows, english = components(), current_language() == "en"
    table = PlainTable([_("组成部分"), _("版本"), _("许可"), _("用途")], _("组成部分"), parent)
    table.setRowCount(len(rows))
    table.setMinimumHeight(320)
    for number, one in enumerate(rows):
        for column, text in enumerate(
            (one.name, one.version, one.licence, one.english if english else one.purpose)
        ):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)
            table.setItem(number, column, cell)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(2, 170)
    return table
