"""核对: the least certain figures one after the other, with keys only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from corpus.language import translate as _
from desktop.pages.data.figure_actions import FigureActions
from desktop.theme.fonts import scaled
from desktop.widgets import FlowLayout, KeyCap, QuietButton, TextLabel


class ReviewBar(QFrame):
    """Says which key does what while figures are reviewed, and takes the keys; hidden, it takes none."""

    def __init__(self, actions: FigureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("reviewing")
        row = FlowLayout(self, spacing=scaled(14))
        row.setContentsMargins(16, 6, 16, 6)
        table = actions.figures.table
        keys = (
            ("Y", _("核实"), actions.confirm_chosen), ("E", _("修改"), actions.edit_chosen),
            ("X", _("排除"), actions.reject_chosen), ("M", _("与相同的合并"), actions.merge_chosen),
            ("J", _("下一条"), self._next), ("K", _("上一条"), self._back), ("O", _("原句"), self._open),
        )  # fmt: skip
        self._shortcuts = []
        for key, name, slot in keys:
            row.addWidget(_said(key, name))
            shortcut = QShortcut(QKeySequence(key), table, slot, context=Qt.ShortcutContext.WidgetShortcut)
            self._shortcuts.append(shortcut)
        self.switch(on=False)

    def switch(self, *, on: bool) -> None:
        """Begin or end taking keys."""
        self.setVisible(on)
        table = self._actions.figures.table
        # An input method would take the letters for itself.
        table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not on)
        for one in self._shortcuts:
            one.setEnabled(on)

    @Slot()
    def _next(self) -> None:
        self._step(1)

    @Slot()
    def _back(self) -> None:
        self._step(-1)

    @Slot()
    def _open(self) -> None:
        table = self._actions.figures.table
        row = self._actions.figures.current()
        if row is not None:
            table.opened.emit(row)

    def _step(self, by: int) -> None:
        table = self._actions.figures.table
        table.choose_row(min(max(table.currentIndex().row() + by, 0), table.list_model.rowCount() - 1))


def _said(key: str, name: str) -> QWidget:
    """Return a key and what it does, which are never parted."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(KeyCap(key))
    row.addWidget(TextLabel(name, "second"))
    return pair


class OfferBar(QFrame):
    """Offers a correction for the same phrase in the same document; gone once it is answered."""

    def __init__(self, actions: FigureActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._fields: dict[str, str] = {}
        self._ids: tuple[str, ...] = ()
        self.setObjectName("offer")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        self.told = TextLabel("", wrap=True)
        self.take = QuietButton(_("一并改"))
        self.leave = QuietButton(_("不用"))
        row.addWidget(self.told, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        actions.offered.connect(self._offer)
        self.hide()

    @Slot(str, str, tuple)
    def _offer(self, field: str, value: str, ids: tuple[str, ...]) -> None:
        self._fields, self._ids = {field: value}, ids
        told = _("这篇文章里另有 {n} 条也是原来的说法，一并改为“{value}”？", n=len(ids), value=value)
        self.told.setText(told)
        self.show()
        self.take.setFocus()

    @Slot()
    def _take(self) -> None:
        self._actions.take_over(self._fields, self._ids)
        self._leave()

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self._actions.figures.table.setFocus()
        self._actions.decided.emit()
