"""Before a report leaves the house: the figures in it that no person has confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.phrases import labelled, titled_at
from corpus.library.core.views import StatisticView
from corpus.report.figure_words import figure_words
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList
from desktop.wording.headlines import headline


class UnconfirmedDialog(Dialog):
    """Lists the figures; accepted means: export all the same."""

    def __init__(self, figures: Sequence[StatisticView], parent: QWidget) -> None:
        super().__init__(_("有 {n} 条数据待核实", n=len(figures)), parent, width=560)
        told = _("这些数据由程序认出，还没有人核对过。建议先在“数据”页核实，再对外提交。")
        self.body.addWidget(TextLabel(told, "second", wrap=True))
        lines = [
            f"○ {labelled(headline(view.statistic), figure_words(view.statistic))}\n    {titled_at(view.place)}"
            for view in figures
        ]
        self.body.addWidget(LineList(_("待核实"), lines), 1)
        back = QuietButton(_("返回"))
        back.clicked.connect(self.reject)
        go_on = PrimaryButton(_("仍然导出"))
        go_on.clicked.connect(self.accept)
        self.add_button(back)
        self.add_button(go_on)
