"""The form in which a person corrects a figure."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.statistic import Statistic, StatisticKind
from corpus.report.figure_words import plain, short_change, signed_value
from desktop.widgets import PrimaryButton, QuietButton
from desktop.wording.words import kind_name


class FigureForm(QWidget):
    """Fields as text; ``saved`` carries them by name, ``left`` is sent when nothing shall change."""

    saved = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        self.fields: dict[str, QLineEdit] = {}
        labels = {
            "metric": _("指标"),
            "subject": _("对象"),
            "region": _("地区"),
            "period": _("时期"),
            "value": _("数值"),
            "unit": _("单位"),
            "qualifier": _("限定词"),
            "change": _("增速"),
            "source": _("数据出处"),
        }
        for name, label in labels.items():
            field = QLineEdit()
            field.setAccessibleName(label)
            field.returnPressed.connect(self._save)
            self.fields[name] = field
            form.addRow(label, field)
        self.rows = form
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("类别"))
        for kind in StatisticKind:
            self.kind.addItem(kind_name(kind), kind.value)
        form.addRow(_("类别"), self.kind)
        column.addLayout(form)
        buttons = QHBoxLayout()
        self.save = PrimaryButton(_("保存修改"))
        self.cancel = QuietButton(_("取消"))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def show_figure(self, figure: Statistic) -> None:
        """Fill the fields with a figure."""
        texts = {
            "metric": figure.metric,
            "subject": figure.subject,
            "region": figure.region,
            "period": figure.period.text,
            "value": plain(value) if (value := signed_value(figure)) is not None else "",
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "change": _signed(figure),
            "source": figure.source,
        }
        self.rows.setRowVisible(self.fields["change"], figure.direction is None)
        for name, text in texts.items():
            self.fields[name].setText(text)
        self.kind.setCurrentIndex(self.kind.findData(figure.kind.value))
        self.fields["metric"].setFocus()

    @Slot()
    def _save(self) -> None:
        typed = {name: field.text() for name, field in self.fields.items()}
        self.saved.emit({**typed, "kind": str(self.kind.currentData())})


def _signed(figure: Statistic) -> str:
    """Return the growth told beside a level as one types it: 8.5, -3.2; without its unit where that is percent."""
    change = figure.change
    return "" if change is None or change.value is None else short_change(change).removesuffix("%")
