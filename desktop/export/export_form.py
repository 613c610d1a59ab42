"""The choices of an export as a form: what, title, format, for whom, citations, context, colours, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library.reports.citing import DEFAULT_STYLE
from desktop.export.export_choices import (
    CONTEXTS,
    FORMATS,
    FORMATS_OF,
    PRESETS,
    STYLES,
    ExportChoice,
    ExportSubject,
)
from desktop.export.reference_row import ReferenceRow
from desktop.services.settings import Settings
from desktop.theme import ThemeManager
from desktop.widgets.fields.colour_row import ColourRow

_QUOTING: Final = ("annotations", "report", "hits")


@dataclass(frozen=True, slots=True)
class FirstChoice:
    """What an export form shows chosen at first: style, purpose, context of highlights, author."""

    style: str
    preset: str
    context: str
    author: str


class ExportForm(QWidget):
    """Asks how one of ``subjects`` shall be exported; ``changed`` after every choice."""

    changed = Signal()

    def __init__(
        self,
        theme: ThemeManager,
        settings: Settings,
        subjects: Sequence[ExportSubject],
        parent: QWidget,
        first: FirstChoice,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._subjects = tuple(subjects)
        self.what = self._choice({str(n): one.told for n, one in enumerate(subjects)})
        self.name = QLineEdit(subjects[0].name, self)
        self.name.setCursorPosition(0)
        self.format = self._choice({})
        self.preset = self._choice(PRESETS)
        self.style_choice = self._choice(STYLES)
        self.style_choice.setCurrentIndex(max(self.style_choice.findData(first.style or DEFAULT_STYLE), 0))
        self.preset.setCurrentIndex(max(self.preset.findData(first.preset), 0))
        self.around = self._choice(CONTEXTS)
        self.around.setCurrentIndex(max(self.around.findData(first.context), 0))
        self.author = QLineEdit(first.author, self)
        self.author.setPlaceholderText(_("不署名"))
        self.reference = ReferenceRow(theme, settings, self)
        self.colours = ColourRow(theme, self, several=True)
        self.colours.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(_("全部标签"))
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("内容"), self.what),
            (_("标题"), self.name),
            (_("格式"), self.format),
            (_("Word 模板"), self.reference),
            (_("用途"), self.preset),
            (_("作者"), self.author),
            (_("引文样式"), self.style_choice),
            (_("高亮上下文"), self.around),
            (_("颜色"), self.colours),
            (_("标签"), self.tags),
        )
        for text, widget in rows:
            self._rows.addRow(text, widget)
        self._rows.setRowVisible(self.what, len(self._subjects) > 1)
        self._fit()
        self.what.currentIndexChanged.connect(self._fit)
        for box in (self.what, self.format, self.preset, self.style_choice, self.around):
            box.currentIndexChanged.connect(self.changed)
        for field in (self.name, self.author, self.tags):
            field.textEdited.connect(self.changed)
        self.colours.picked.connect(self.changed)
        self.format.currentIndexChanged.connect(self._show_reference)

    @property
    def subject(self) -> ExportSubject:
        """Return what is to be exported."""
        return self._subjects[max(self.what.currentIndex(), 0)]

    @property
    def handout(self) -> bool:
        """Tell whether it is to leave the house."""
        return bool(self.preset.currentData() == "handout")

    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        quoting = self.subject.what in _QUOTING
        marking = self.subject.what == "annotations"
        return ExportChoice(
            format=str(self.format.currentData()),
            title=self.name.text().strip() or self.subject.name,
            preset=str(self.preset.currentData()),
            style=str(self.style_choice.currentData()),
            context=str(self.around.currentData()) if quoting else "none",
            colours=tuple(sorted(colour.value for colour in self.colours.chosen())) if marking else (),
            tags=tuple(self.tags.text().replace("#", " ").split()) if marking else (),
            author=self.author.text().strip(),
            reference=self.reference.path if self.format.currentData() == "docx" else "",
            labels=report_labels(),
        )

    @Slot()
    def _fit(self) -> None:
        """Offer what makes sense for the subject; a format that is still offered stays chosen."""
        kept = self.format.currentData()
        self.format.blockSignals(True)
        self.format.clear()
        for key in FORMATS_OF[self.subject.what]:
            self.format.addItem(_(FORMATS[key]), key)
        self.format.setCurrentIndex(max(self.format.findData(kept), 0))
        self.format.blockSignals(False)
        self._rows.setRowVisible(self.around, self.subject.what in _QUOTING)
        self._show_reference()
        for widget in (self.colours, self.tags):
            self._rows.setRowVisible(widget, self.subject.what == "annotations")

    @Slot()
    def _show_reference(self) -> None:
        self._rows.setRowVisible(self.reference, self.format.currentData() == "docx")

    def _choice(self, entries: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        for key, text in entries.items():
            box.addItem(_(text) if text else "", key)
        return box
