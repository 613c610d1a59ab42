"""印刷页码: which number is printed on which page of a PDF, in as many stretches as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import listed
from corpus.model.numbering import PageStretch, printed_number, value_of
from desktop.operations.page_numbers import set_page_numbers
from desktop.services.notices import sentence_for
from desktop.widgets import IconButton, PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from corpus.library.reading.page_numbers import PageNumbering
    from desktop.services.context import Context

_MOST_TOLD: Final = 6


class StretchRow(QWidget):
    """PDF 第 n 页起 = 印刷第 m 页, one or two printed pages on each."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, context: Context, stretch: PageStretch, last: int, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.first = NumberField(_("PDF 页码"), 1, max(1, last), self)
        self.first.setValue(stretch.first)
        self.label = QLineEdit(stretch.label, self)
        self.label.setPlaceholderText(_("无页码"))
        self.label.setMaximumWidth(96)
        self.label.setAccessibleName(_("印刷页码"))
        self.each = QComboBox(self)
        self.each.addItems([_("一页一号"), _("一页两号")])
        self.each.setCurrentIndex(stretch.each - 1)
        self.each.setAccessibleName(_("跨页"))
        away = IconButton(context.theme, "close", _("删去这一段"), self)
        row.addWidget(TextLabel(_("从 PDF 第")))
        row.addWidget(self.first)
        row.addWidget(TextLabel(_("页起，印刷第")))
        row.addWidget(self.label)
        row.addWidget(self.each, 1)
        row.addWidget(away)
        self.first.valueChanged.connect(self.changed)
        self.label.textChanged.connect(self.changed)
        self.each.currentIndexChanged.connect(self.changed)
        away.clicked.connect(self._on_away)

    @property
    def stretch(self) -> PageStretch:
        """Return what the row says."""
        return PageStretch(self.first.value(), self.label.text().strip(), self.each.currentIndex() + 1)

    @property
    def understood(self) -> bool:
        """Tell whether the number written is one."""
        label = self.label.text().strip()
        return not label or value_of(label) > 0

    @Slot()
    def _on_away(self) -> None:
        self.removed.emit(self)


class PageNumbersDialog(Dialog):
    """Shows the stretches of a file's printed numbers, and what they come to."""

    def __init__(
        self, context: Context, article: str, numbering: PageNumbering, here: int, parent: QWidget | None
    ) -> None:
        super().__init__(_("印刷页码"), parent, width=560)
        self._context = context
        self._article = article
        self._numbering = numbering
        self._here = here
        self.body.addWidget(
            TextLabel(
                _("引用时写的是书页上印的号码。对一次号，其后各页依次顺延；前置页用罗马数字，如 i、ii。"),
                "second",
                wrap=True,
            )
        )
        self.rows: list[StretchRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        more = QuietButton(_("再加一段"), context.theme, "plus")
        more.clicked.connect(self._on_more)
        line = QHBoxLayout()
        line.addWidget(more)
        line.addStretch(1)
        self.body.addLayout(line)
        self.told = TextLabel("", "second", wrap=True)
        self.body.addWidget(self.told)
        back = QuietButton(_("恢复自动识别"))
        back.clicked.connect(self._on_back)
        back.setEnabled(numbering.corrected is not None)
        self.add_button(back, first=True)
        leave = QuietButton(_("取消"))
        leave.clicked.connect(self.reject)
        self.add_button(leave)
        self.save = PrimaryButton(_("保存"))
        self.save.clicked.connect(self._on_save)
        self.add_button(self.save)
        for stretch in numbering.stretches or (PageStretch(here),):
            self._add(stretch)
        self._show()

    @property
    def stretches(self) -> tuple[PageStretch, ...]:
        """Return what the rows say, in the order of the file; of two for one page the later holds."""
        by_page = {row.stretch.first: row.stretch for row in self.rows}
        return tuple(by_page[first] for first in sorted(by_page))

    def _add(self, stretch: PageStretch) -> None:
        row = StretchRow(self._context, stretch, self._numbering.pages[1], self)
        row.changed.connect(self._show)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._list.addWidget(row)

    @Slot()
    def _on_more(self) -> None:
        known = printed_number(self.stretches, self._here)
        self._add(PageStretch(self._here, known.partition("-")[0]))
        self._show()
        self.rows[-1].label.setFocus()

    @Slot(object)
    def _on_removed(self, row: StretchRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._show()

    @Slot()
    def _show(self) -> None:
        good = all(row.understood for row in self.rows)
        self.save.setEnabled(good)
        self.told.setText(
            _told(self.stretches, self._numbering.pages) if good else _("页码写成 45 或 iv 这样的数。")
        )
        self.fit()

    @Slot()
    def _on_save(self) -> None:
        self._write(self.stretches)

    @Slot()
    def _on_back(self) -> None:
        self._write(None)

    def _write(self, stretches: Sequence[PageStretch] | None) -> None:
        made = set_page_numbers(self._article, stretches)
        self._context.operations.run(self, made, self._on_written, self._on_refused)

    def _on_written(self, _before: object) -> None:
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.told.setText(sentence_for(error))
        self.fit()


def _told(stretches: Sequence[PageStretch], pages: tuple[int, int]) -> str:
    """Return what the stretches come to, each with its first and last page."""
    if not any(one.label for one in stretches):
        return _("没有印刷页码，引用时写 PDF 页码。")
    parts = []
    for place, one in enumerate(stretches):
        last = stretches[place + 1].first - 1 if place + 1 < len(stretches) else pages[1]
        first_label, last_label = printed_number(stretches, one.first), printed_number(stretches, last)
        span = {"first": one.first, "last": last}
        if one.label:
            printed = f"{first_label.partition('-')[0]}–{last_label.rpartition('-')[2]}"
            parts.append(_("PDF 第 {first}–{last} 页 = 印刷 {printed}", printed=printed, **span))
        else:
            parts.append(_("PDF 第 {first}–{last} 页没有页码", **span))
    more = "…" if len(parts) > _MOST_TOLD else ""
    return listed(parts[:_MOST_TOLD]) + more
