"""The form in which a person corrects a figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.statistic import Statistic, StatisticKind
from corpus.report.figure_words import period_words, short_change, signed_value, typeset
from desktop.widgets import PrimaryButton, QuietButton
from desktop.wording.words import kind_name


class FigureForm(QWidget):
    """Fields as text; ``saved`` carries them by name, ``left`` is sent when nothing shall change.

    ``wide`` puts them into two columns: large letters would need more than a small screen is high.
    """

    saved = Signal(dict)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
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
            field = QLineEdit(self)
            field.setAccessibleName(label)
            field.returnPressed.connect(self._save)
            self.fields[name] = field
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(_("口径"))
        for kind in StatisticKind:
            self.kind.addItem(kind_name(kind), kind.value)
        rows: list[tuple[str, QWidget]] = [(labels[name], field) for name, field in self.fields.items()]
        rows.append((_("口径"), self.kind))
        self.rows = [QFormLayout() for _side in range(2 if wide else 1)]
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for number, side in enumerate(self.rows):
            side.setHorizontalSpacing(12)
            side.setVerticalSpacing(6)
            sides.addLayout(side, 1)
            part = -(-len(rows) // len(self.rows))
            for label, widget in rows[number * part : (number + 1) * part]:
                side.addRow(label, widget)
        column.addLayout(sides)
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
            "value": typeset(value) if (value := signed_value(figure)) is not None else "",
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "change": _signed(figure),
            "source": figure.source,
        }
        change = self.fields["change"]
        side = next(one for one in self.rows if one.indexOf(change) >= 0)
        side.setRowVisible(change, figure.direction is None)
        for name, text in texts.items():
            self.fields[name].setText(text)
        # A period taken from the title or the sentence before is no text of the figure: it stands while none is typed.
        self.fields["period"].setPlaceholderText(period_words(figure.period))
        self.kind.setCurrentIndex(self.kind.findData(figure.kind.value))
        self.fields["metric"].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _save(self) -> None:
        typed = {name: field.text() for name, field in self.fields.items()}
        self.saved.emit({**typed, "kind": str(self.kind.currentData())})


def _signed(figure: Statistic) -> str:
    """Return the growth told beside a level as one types it: 8.5, -3.2; without its unit where that is percent."""
    change = figure.change
    return "" if change is None or change.value is None else short_change(change).removesuffix("%")
