"""Two figures that cannot both stand, side by side, with the sum and a person's verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import marked
from corpus.language import translate as _
from corpus.library.facts.statistics import ConflictView
from desktop.operations.figures import VERDICTS
from desktop.pages.figure_statement import statement_of
from desktop.theme import ThemeManager
from desktop.widgets import Card, Chip, FlowLayout, TextLabel
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle

FORECAST_DIFFERS = marked("预测与实际不符")
KINDS = (
    marked("数值不一致"),
    marked("合计不符"),
    marked("推算不符"),
    FORECAST_DIFFERS,
    marked("转引有误"),
    marked("表述矛盾"),
)
"""The kinds of contradiction, as they are kept (and, translated, shown)."""


class ContradictionCard(Card):
    """Shows a ``ConflictView``; ``opened`` carries the figure clicked, ``ruled`` key, old and new verdict."""

    opened = Signal(object)
    ruled = Signal(str, str, str)

    def __init__(self, theme: ThemeManager, conflict: ConflictView, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self._conflict = conflict
        title = TextLabel(f"≠ {_(conflict.kind)}", "strong")
        came_otherwise = conflict.kind == FORECAST_DIFFERS
        title.setProperty("tone", "amber" if came_otherwise else "cinnabar")
        self.body.addWidget(title)
        if came_otherwise:
            told = _("预测与实际有出入，不等于哪一条说错了。")
            self.body.addWidget(TextLabel(told, "small", wrap=True))
        self.rows = StatementList(
            theme, _("有出入的两条数据"), whole=True, style=StatementStyle(lead=24, side=0)
        )
        self.rows.set_statements(
            (
                statement_of(conflict.left, _("甲"), narrow=True),
                statement_of(conflict.right, _("乙"), narrow=True),
            )
        )
        self.rows.opened.connect(self.opened)
        self.body.addWidget(self.rows)
        if conflict.sum:
            self.body.addWidget(TextLabel(conflict.sum, "small", wrap=True))
        ground = QWidget()
        row = FlowLayout(ground, spacing=6)
        self.verdicts: list[Chip] = []
        for verdict in VERDICTS:
            chip = Chip(_(verdict), checkable=True)
            chip.setChecked(verdict == conflict.verdict)
            chip.setProperty("verdict", verdict)
            chip.clicked.connect(self._rule)
            row.addWidget(chip)
            self.verdicts.append(chip)
        self.body.addWidget(ground)
        if conflict.verdict and conflict.verdict not in VERDICTS:
            self.body.addWidget(TextLabel(conflict.verdict, "faint", wrap=True))

    @Slot()
    def _rule(self) -> None:
        # sender() is the wrapper kept in the list; comparing keeps the type.
        chip = next(one for one in self.verdicts if one is self.sender())
        verdict = str(chip.property("verdict")) if chip.isChecked() else ""
        for other in self.verdicts:
            other.setChecked(other is chip and bool(verdict))
        self.ruled.emit(self._conflict.key, self._conflict.verdict, verdict)
