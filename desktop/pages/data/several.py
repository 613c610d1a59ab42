"""Several figures chosen: how many, and what can be done with all of them at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from corpus.language import translate as _
from desktop.pages.data.figure_actions import FigureActions
from desktop.theme.fonts import scaled
from desktop.widgets import FlowLayout, QuietButton, TextLabel
from desktop.widgets.read_only import only_where_writable


class SeveralFigures(QFrame):
    """Shown below the list while more than one of its rows is chosen; the pane beside it is about one of them.

    Below a matrix or chart it only says that nothing else is compared: ``all_asked`` asks for all that is listed.
    """

    all_asked = Signal()

    def __init__(self, actions: FigureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("several")
        self._table = actions.figures.table
        theme, chosen = actions.context.theme, actions.chosen_figures
        self.told = TextLabel("", "strong")
        row = FlowLayout(self, spacing=scaled(8))
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.told)
        self.buttons = []
        for name, icon, slot in (
            (_("核实"), "check", actions.confirm_chosen),
            (_("一并修改…"), "pencil", actions.edit_chosen),
            (_("排除"), "close", actions.reject_chosen),
            (_("合并成一条"), "collection", actions.merge_chosen),
            (_("加入文稿"), "draft-add", chosen.put_into_draft),
        ):
            button = QuietButton(name, theme, icon)
            button.clicked.connect(slot)
            row.addWidget(button)
            self.buttons.append(button)
        only_where_writable(actions.context.library, *self.buttons)
        self.whole = QuietButton(_("改看列出的全部"))
        self.whole.clicked.connect(self.all_asked)
        row.addWidget(self.whole)
        self._comparing = False
        self._table.selectionModel().selectionChanged.connect(self._count)
        self.hide()
        actions.context.notices.stand_above(self)

    def show_view(self, *, compares: bool) -> None:
        """Stand below the list, or below what compares the figures chosen in it."""
        self._comparing = compares
        self._count()

    @Slot()
    def _count(self) -> None:
        count = len(self._table.rows_chosen())
        only = self._comparing
        self.told.setText(_("只比较选中的 {n} 条", n=count) if only else _("已选 {n} 条", n=f"{count:,}"))
        for button in self.buttons:
            button.setVisible(not only)
        self.whole.setVisible(only)
        self.setVisible(count > 1)
