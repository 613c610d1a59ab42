"""The form in which a person corrects many figures at once: only the fields filled in are changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from corpus.language import translate as _
from corpus.model.statistic import StatisticKind
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.wording.words import kind_name


class ManyFiguresDialog(Dialog):
    """Asks what ``number`` figures have in common; ``agreed`` carries the fields filled in, by name."""

    agreed = Signal(dict)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(_("修改 {n} 条数据", n=number), parent, width=420)
        self.body.addWidget(TextLabel(_("填了的字段一并改；空着的不动。可以撤销。"), "second", wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        labels = {
            "region": _("地区"), "period": _("时期"), "subject": _("对象"), "metric": _("指标"), "unit": _("单位"),
            "source": _("数据出处"),
        }  # fmt: skip
        self.fields: dict[str, QLineEdit] = {}
        for name, label in labels.items():
            field = QLineEdit()
            field.setAccessibleName(label)
            field.setPlaceholderText(_("不改"))
            self.fields[name] = field
            form.addRow(label, field)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("口径"))
        self.kind.addItem(_("不改"), "")
        for kind in StatisticKind:
            self.kind.addItem(kind_name(kind), kind.value)
        form.addRow(_("口径"), self.kind)
        self.body.addLayout(form)
        leave = QuietButton(_("取消"))
        leave.clicked.connect(self.reject)
        change = PrimaryButton(_("一并修改"))
        change.clicked.connect(self._agree)
        self.add_button(leave)
        self.add_button(change)
        self.fit()

    @Slot()
    def _agree(self) -> None:
        typed = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        kind = str(self.kind.currentData())
        self.agreed.emit({**typed, **({"kind": kind} if kind else {})})
        self.accept()
