"""What stands around the sentences: who speaks, about which place and year, of what kind, and each chapter's tense."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import document_kind_name, field_name, place_name, tense_name
from corpus.model.context import Chapter, DocumentKind, Tense
from desktop.pages.documents.record_values import RecordValues
from desktop.widgets import ElidedLabel, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.frames.scroll import empty

_MOST = 40
_FIELDS = ("publisher", "place", "year")


class ContextForm(QWidget):
    """``changed`` carries the ids and the fields set: a field when it is left, a choice at once.

    Figures are found anew behind it, so nothing is sent in the middle of a word.
    """

    changed = Signal(tuple, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RecordValues()
        self.fields = {name: QLineEdit(self) for name in _FIELDS}
        self.kind = Choice(_("未知"), width=400)
        kinds = [one.value for one in DocumentKind if one.value]
        self.kind.set_values([(kind, document_kind_name(kind)) for kind in kinds])
        self.kind.setAccessibleName(field_name("kind"))
        self.kind.picked.connect(self._on_kind)
        self.form = QFormLayout()
        self._heads = TextLabel(field_name("chapters"), "second", self)
        self._ground = QWidget(self)
        self._chapters = QGridLayout(self._ground)
        self._tenses: list[tuple[int, Choice]] = []
        self._arrange()

    def show_values(self, values: RecordValues) -> None:
        """Show the context of an article, or empty fields where several are chosen."""
        same = values.ids == self._shown.ids
        if not same:
            self.keep()
        moved = values.chapters != self._shown.chapters
        self._shown = values
        for name, field in self.fields.items():
            text, where = values.around.get(name, ""), values.around_origins.get(name, "")
            at_work = field.isModified() or field.hasFocus()
            if not (same and at_work) and field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            several = len(values.ids) > 1
            field.setPlaceholderText(_("填写后用于所选各篇") if several else _("未知"))
            field.setToolTip(_("读自{place}", place=place_name(where)) if where else "")
        self.kind.choose(values.around.get("kind", ""))
        if moved or not same:
            self._show_chapters(values.chapters)

    @Slot()
    def keep(self) -> None:
        """Send the fields that were changed."""
        told = {}
        for name, field in self.fields.items():
            text = field.text().strip()
            if not _is_whole(name, text):
                continue  # half a year: it stays in the field, and is kept when it is whole
            if field.isModified() and text != self._shown.around.get(name, ""):
                told[name] = text
            field.setModified(False)
        if told and self._shown.ids:
            self.changed.emit(self._shown.ids, told)

    def _arrange(self) -> None:
        form = self.form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        names = {"publisher": _("发布者"), "place": field_name("place"), "year": field_name("year")}
        for name, field in self.fields.items():
            field.setAccessibleName(names[name])
            field.editingFinished.connect(self.keep)
            form.addRow(TextLabel(names[name], "second", self), field)
        form.addRow(TextLabel(field_name("kind"), "second", self), self.kind)
        self._chapters.setContentsMargins(0, 0, 0, 0)
        self._chapters.setVerticalSpacing(4)
        self._chapters.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(_("语境"), "faint"))
        column.addLayout(form)
        column.addWidget(self._heads)
        column.addWidget(self._ground)

    def _show_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        empty(self._chapters)
        self._tenses.clear()
        self._heads.setVisible(bool(chapters))
        self._ground.setVisible(bool(chapters))
        for line, one in enumerate(chapters[:_MOST]):
            label = ElidedLabel(one.heading, "small")
            choice = Choice(tense_name(Tense.REPORT), width=116)
            choice.set_values(
                [(tense.value, tense_name(tense)) for tense in Tense if tense is not Tense.REPORT]
            )
            choice.choose("" if one.tense is Tense.REPORT else one.tense.value)
            choice.setAccessibleName(one.heading)
            choice.picked.connect(self._on_tense)
            self._tenses.append((one.start, choice))
            self._chapters.addWidget(label, line, 0)
            self._chapters.addWidget(choice, line, 1)

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        if self._shown.ids:
            self.changed.emit(self._shown.ids, {"kind": kind})

    @Slot(str)
    def _on_tense(self, tense: str) -> None:
        place = next((start for start, choice in self._tenses if choice is self.sender()), None)
        if place is not None and self._shown.ids:
            self.changed.emit(self._shown.ids, {"chapters": f"{place}:{tense or Tense.REPORT.value}"})


def _is_whole(name: str, text: str) -> bool:
    """Tell whether a value can be kept: a year has four digits, or is empty."""
    return name != "year" or not text or (text.isdigit() and len(text) == len("2026"))
