"""The record of the articles chosen: the fields of their type, kept while one types, for one or for many at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.fields import TYPES, field_name, kind_name, language_name, language_tag
from corpus.language.phrases import listed
from desktop.pages.documents.record_fields import EVERY, fields_of
from desktop.pages.documents.record_row import RecordRow
from desktop.pages.documents.record_values import RecordValues
from desktop.widgets import LinkButton, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.fields.typing_timer import TypingTimer


class RecordForm(QWidget):
    """Stays the same form whatever it shows: what is typed and the cursor outlive the saving.

    ``changed`` carries the ids and the fields typed, ``nodded`` the ids and the fields found right (empty: all).
    """

    changed = Signal(tuple, dict)
    nodded = Signal(tuple, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RecordValues()
        self._typed: set[str] = set()
        self._wait = TypingTimer(self)
        self._wait.timeout.connect(self.keep)
        self._state = TextLabel("", "small", self, wrap=True)
        self._nod_all = LinkButton("", self)
        self._nod_all.clicked.connect(self._on_nod_all)
        self.kind = Choice(_("选择类型"), width=400)
        self.kind.set_values([(kind, kind_name(kind)) for kind in TYPES])
        self.kind.picked.connect(self._on_kind)
        self.rows = {name: RecordRow(name, self) for name in EVERY}
        self.form = QFormLayout()
        self._arrange()

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """Return the fields shown now, in their order."""
        return {name: self.rows[name].field for name in self._names() if name in self.rows}

    def show_values(self, values: RecordValues) -> None:
        """Show other values; what was typed of other articles is kept first, what is being typed of the same stays."""
        same = values.ids == self._shown.ids
        if not same:
            self.keep()
        self._shown = values
        self.kind.choose(values.values.get("type", ""))
        wanted = set(self._names())
        for name, row in self.rows.items():
            self.form.setRowVisible(row, name in wanted)
            row.show_value(
                _shown_as(name, values.values.get(name, "")), where=values.origins.get(name, ""),
                mixed=name in values.mixed, proposed=name in values.proposed, keep=same and self._at_work(name),
            )  # fmt: skip
        self._show_state()

    def _at_work(self, name: str) -> bool:
        """Tell whether a person is at a field, or what they typed there has not come back yet."""
        field = self.rows[name].field
        return name in self._typed or field.isModified() or field.hasFocus()

    @Slot()
    def keep(self) -> None:
        """Send what was typed."""
        self._wait.stop()
        typed = {name: _meant(name, self.rows[name].field.text().strip()) for name in self._typed}
        self._typed.clear()
        shown = self._shown.values
        told = {
            name: text
            for name, text in typed.items()
            if name in self._shown.mixed or text != shown.get(name, "")
        }
        for name in typed:
            self.rows[name].field.setModified(False)
        if told and self._shown.ids:
            self._shown = _with(self._shown, told)
            self.changed.emit(self._shown.ids, told)

    def _names(self) -> tuple[str, ...]:
        values = self._shown.values
        filled = (name for name in (*values, *self._shown.mixed) if name in self.rows)
        return fields_of(self.kind.value or values.get("type", ""), filled)

    def _arrange(self) -> None:
        form = self.form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(TextLabel(field_name("type"), "second", self), self.kind)
        for name, row in self.rows.items():
            form.addRow(TextLabel(field_name(name), "second", self), row)
            row.typed.connect(self._on_typed)
            row.left.connect(self._on_left)
            row.nodded.connect(self._on_nod)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._state)
        column.addWidget(self._nod_all)
        column.addLayout(form)

    def _show_state(self) -> None:
        shown = self._shown
        lacks = listed(map(field_name, shown.missing))
        told = (
            _("缺 {n} 项：{fields}", n=len(shown.missing), fields=lacks) if shown.missing else _("著录完整")
        )
        self._state.setText(told)
        self._nod_all.setText(_("全部认可（{n} 项）", n=len(shown.proposed)))
        self._nod_all.setVisible(bool(shown.proposed))

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        if kind and self._shown.ids:
            self._shown = _with(self._shown, {"type": kind})
            self.show_values(self._shown)
            self.changed.emit(self._shown.ids, {"type": kind})

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        self._typed.add(name)
        self._wait.typed()

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self._typed.add(name)
        self.keep()

    @Slot(str)
    def _on_nod(self, name: str) -> None:
        self.nodded.emit(self._shown.ids, [name])

    @Slot()
    def _on_nod_all(self) -> None:
        self.keep()
        self.nodded.emit(self._shown.ids, [])


def _shown_as(name: str, value: str) -> str:
    """Return a value as the form shows it: a language by its name."""
    return language_name(value) if name == "language" else value


def _meant(name: str, text: str) -> str:
    """Return the value that what stands in a field says."""
    return language_tag(text) if name == "language" else text


def _with(shown: RecordValues, told: dict[str, str]) -> RecordValues:
    """Return what is shown with what was typed, until it comes back from the library."""
    return RecordValues(
        shown.ids, {**shown.values, **told}, shown.mixed - told.keys(),
        {name: where for name, where in shown.origins.items() if name not in told}, shown.proposed - told.keys(),
        shown.missing, shown.around, shown.around_origins, shown.chapters,
    )  # fmt: skip
