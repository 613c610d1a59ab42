"""校订: the ledger of repairs of this article; each can be taken, undone or refused."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from corpus.language import translate as _
from corpus.library.reading.articles import Reading, ShownEdit
from corpus.model.edit import RepairClass, RepairState
from corpus.model.span import Span
from desktop.operations.repairs import repair
from desktop.reader.dock.panel import Panel
from desktop.reader.text.markup import visible_text
from desktop.services.context import Context
from desktop.widgets import Chip, TextLabel
from desktop.widgets.lists.rows import Row
from desktop.widgets.read_only import only_where_writable
from desktop.wording.words import certainty_name, repair_kind_name, repair_state_name

_SIGNS: Final = {
    RepairState.APPLIED: ("●", "celadon"),
    RepairState.OFFERED: ("○", "amber"),
    RepairState.UNDONE: ("○", "faint"),
    RepairState.REJECTED: ("⊘", "faint"),
}
_AROUND: Final = 6
"""Characters of the original shown on either side of a repair."""

_VERSIONS: Final = ("original", "clean", "both")
"""The texts one can read, in the order of their chips."""


class RepairsPanel(Panel):
    """Shows which text is read (原文 / 校订文 / 对照) and every repair with its state."""

    versioned = Signal(str)
    """clean, original or both."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, _("校订记录"), _("这篇文章没有需要校订的地方。"), lines=(2, 2))
        self._context = context
        self._rows: dict[tuple[str, tuple[object, ...]], Row] = {}
        self._of = ""
        """The original the rows are of."""
        self._versions = QButtonGroup(self)
        line = QHBoxLayout()
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(4)
        for number, text in enumerate((_("原文"), _("校订文"), _("对照"))):
            chip = Chip(text, self, checkable=True)
            self._versions.addButton(chip, number)
            line.addWidget(chip)
        self._versions.idClicked.connect(self._on_version)
        line.addStretch(1)
        self.pending = Chip(_("只看待审"), self, checkable=True)
        self.pending.toggled.connect(self._on_pending)
        line.addWidget(self.pending)
        self.counts = TextLabel("", "small", wrap=True)
        self.counts.setContentsMargins(12, 4, 12, 4)
        self.column.insertLayout(0, line)
        self.column.insertWidget(1, self.counts)
        self.apply_button, self.undo_button, self.reject_button, self.all_button = self.add_buttons(
            (_("采用"), self.apply), (_("撤销"), self.take_back), (_("不采用"), self.reject),
            (_("同类一律采用"), self.apply_all),
        )  # fmt: skip
        only_where_writable(context.library, *self.buttons)
        self.all_button.setToolTip(_("此源文件同类一律采用"))
        self.show_version("clean")

    def show_version(self, version: str) -> None:
        """Show which text is read."""
        for number, one in enumerate(_VERSIONS):
            self._versions.button(number).setChecked(one == version)

    def show_pending(self, *, on: bool) -> None:
        """List only the repairs that wait for a person, or all of them."""
        self.pending.setChecked(on)

    def fill(self, reading: Reading) -> None:
        """List the repairs of ``reading`` in the order of the text."""
        edits = sorted(reading.edits, key=lambda one: (one.span.start, one.span.end))
        counted = Counter(one.edit.state for one in edits)
        told = [f"{repair_state_name(state)} {counted[state]}" for state in RepairState if counted[state]]
        self.counts.setText(" · ".join(told))
        self.counts.setVisible(bool(edits))
        if self.pending.isChecked():
            edits = [one for one in edits if one.edit.state is RepairState.OFFERED]
        places = {one.edit.id: _wide(one.span, len(reading.text)) for one in edits}
        # What was not decided on since says what it said: of tens of thousands one is put into words.
        known, self._rows = self._rows if reading.original == self._of else {}, {}
        self._of = reading.original
        rows: list[Row] = []
        for one in edits:
            said = (one.edit.start, one.edit.state, one.edit.after, one.edit.kind)
            self._rows[one.edit.id, said] = row = known.get((one.edit.id, said)) or _row(
                one, reading.original
            )
            rows.append(row)
        self.set_rows(rows, places)

    def apply(self, key: str) -> None:
        """Apply a repair."""
        self._decide(key, RepairState.APPLIED)

    def take_back(self, key: str) -> None:
        """Take a repair back."""
        self._decide(key, RepairState.UNDONE)

    def reject(self, key: str) -> None:
        """Refuse a repair."""
        self._decide(key, RepairState.REJECTED)

    def _decide(self, key: str, state: RepairState) -> None:
        if self.reading is not None:
            self._context.operations.run(self, repair(self.reading.summary.id, key, state))

    def on_chosen(self, key: str) -> None:
        """Offer what can be done with the chosen repair."""
        one = self._edit(key)
        if not self.buttons:
            return
        may = one is not None and one.edit.repair_class is not RepairClass.FACT and one.edit.after is not None
        state = one.edit.state if one is not None else None
        self.apply_button.setEnabled(may and state is not RepairState.APPLIED)
        self.undo_button.setEnabled(state is RepairState.APPLIED)
        self.reject_button.setEnabled(state in (RepairState.OFFERED, RepairState.UNDONE))
        self.all_button.setEnabled(may)

    def _edit(self, key: str) -> ShownEdit | None:
        edits = self.reading.edits if self.reading is not None else ()
        return next((one for one in edits if one.edit.id == key), None)

    def apply_all(self, key: str) -> None:
        """Apply every repair of the kind of this one in its source; the worker does it."""
        one = self._edit(key)
        if one is not None and self.reading is not None:
            self._context.worker.run(
                "apply_all_of_kind",
                {"source": self.reading.summary.source, "kind": one.edit.kind},
                _("采用同类校订"),
                self._on_applied_all,
            )

    def _on_applied_all(self, applied: object) -> None:
        self._context.notices.tell(_("已采用 {n} 处同类校订", n=applied), tone="good")

    @Slot()
    def _on_pending(self) -> None:
        if self.reading is not None:
            self.show_reading(self.reading)

    @Slot(int)
    def _on_version(self, number: int) -> None:
        version = _VERSIONS[number]
        self.show_version(version)
        self.versioned.emit(version)


def _wide(span: Span, length: int) -> Span:
    """Return a span one can see, also for a repair that left nothing behind."""
    return span if len(span) else Span(max(span.start - 1, 0), min(span.start + 1, length))


def _row(one: ShownEdit, original: str) -> Row:
    edit = one.edit
    sign, tint = _SIGNS[edit.state]
    after = "" if edit.after is None else f" → {visible_text(edit.after)}"
    left = original[max(edit.start - _AROUND, 0) : edit.start].rpartition("\n")[2]
    right = original[edit.end : edit.end + _AROUND].partition("\n")[0]
    return Row(
        key=edit.id,
        title=f"{left}〔{visible_text(edit.before)}{after}〕{right}",
        footer=" · ".join(
            (repair_kind_name(edit.kind), repair_state_name(edit.state), certainty_name(edit.certainty))
        ),
        sign=sign,
        tint=tint,
        faded=edit.state in (RepairState.REJECTED, RepairState.UNDONE),
    )
