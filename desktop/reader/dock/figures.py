"""数据: the figures of this article, each to be confirmed or excluded."""

from __future__ import annotations

from typing import Final

from corpus.language import translate as _
from corpus.language.phrases import according_to
from corpus.library.core.views import StatisticView
from corpus.library.reading.articles import Reading
from corpus.model.draft import DraftItem
from corpus.model.own_fact import OwnFact
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.report.figure_words import figure_words
from desktop.operations import facts
from desktop.operations.drafts import put_into_latest
from desktop.operations.figures import put_status
from desktop.reader.dock.panel import Panel
from desktop.reader.dock.unplaced_records import adrift_rows
from desktop.services.context import Context
from desktop.widgets.lists.rows import Row
from desktop.widgets.read_only import only_where_writable
from desktop.wording.headlines import headline
from desktop.wording.words import kind_name, status_name

SIGNS: Final = {
    FactStatus.EXTRACTED: ("○", "second"),
    FactStatus.CONFIRMED: ("●", "celadon"),
    FactStatus.EDITED: ("✎", "indigo"),
    FactStatus.REJECTED: ("⊘", "faint"),
}


class FiguresPanel(Panel):
    """Lists the figures in the order of the text with the dot of their state."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, _("数据"), _("这篇文章里没有认出统计数字。"), lines=(2, 2))
        self._context = context
        self.confirm_button, self.reject_button, self.undo_button, self.draft_button, self.delete_button = (
            self.add_buttons(
                (_("核实"), self.confirm),
                (_("排除"), self.reject),
                (_("还原"), self.put_back),
                (_("加入文稿"), self.into_draft),
                (_("删除"), self.delete),
            )
        )
        only_where_writable(context.library, *self.buttons)
        self.let_carry(kind="figure")

    def fill(self, reading: Reading) -> None:
        """List the figures of ``reading``; rejected ones stay, struck out of everything else."""
        ordered = sorted(reading.figures, key=lambda view: view.figure)
        places = {view.statistic.id: view.figure for view in ordered}
        adrift = adrift_rows(reading.adrift, self._context.library.knowledge.trends)
        self.set_rows([*map(_row, ordered), *adrift], places)

    def confirm(self, key: str) -> None:
        """Confirm a figure."""
        self._context.operations.run(self, put_status(key, FactStatus.CONFIRMED))

    def reject(self, key: str) -> None:
        """Exclude a figure."""
        self._context.operations.run(self, put_status(key, FactStatus.REJECTED))

    def put_back(self, key: str) -> None:
        """Take the decision on a figure back."""
        self._context.operations.run(self, put_status(key, FactStatus.EXTRACTED))

    def into_draft(self, key: str) -> None:
        """Put a figure into the draft worked on last."""
        self._context.operations.run(self, put_into_latest((DraftItem("figure", key),)))

    def delete(self, key: str) -> None:
        """Delete what a person recorded."""
        lost = self._lost(key)
        gone = facts.remove_figure(key) if lost is None else facts.remove_recorded(lost)
        self._context.operations.run(self, gone)

    def on_chosen(self, key: str) -> None:
        """Offer what can still be done with the chosen figure."""
        figures = self.reading.figures if self.reading is not None else ()
        chosen = next((one.statistic for one in figures if one.statistic.id == key), None)
        status, own = (chosen.status, chosen.own) if chosen is not None else (None, False)
        if self.buttons:
            own = own or self._lost(key) is not None
            self.undo_button.setVisible(not own or status is FactStatus.REJECTED)
            self.delete_button.setVisible(own)
            self.delete_button.setEnabled(own)
            self.confirm_button.setEnabled(status not in (None, FactStatus.CONFIRMED))
            self.reject_button.setEnabled(status not in (None, FactStatus.REJECTED))
            self.draft_button.setEnabled(status not in (None, FactStatus.REJECTED))
            self.undo_button.setEnabled(status not in (None, FactStatus.EXTRACTED))

    def may_carry(self, key: str) -> bool:
        """Tell whether the chosen row is a figure of the text that was not excluded."""
        figures = self.reading.figures if self.reading is not None else ()
        return any(
            one.statistic.id == key and one.statistic.status is not FactStatus.REJECTED for one in figures
        )

    def _lost(self, key: str) -> OwnFact | None:
        """Return the record with this key whose words the text lacks now."""
        adrift = self.reading.adrift if self.reading is not None else ()
        return next((own for own in adrift if own.id == key), None)


def _row(view: StatisticView) -> Row:
    figure = view.statistic
    sign, tint = SIGNS[figure.status]
    parts = [status_name(figure.status), *([_("手工记录")] if figure.own else [])]
    if figure.kind is not StatisticKind.ACTUAL:
        parts.append(kind_name(figure.kind))
    if figure.source:
        parts.append(according_to(figure.source))
    if view.conflicts:
        parts.append(_("≠ 有出入"))
    return Row(
        key=figure.id,
        title=figure_words(figure),
        body=headline(figure),
        footer=" · ".join(parts),
        sign=sign,
        tint=tint,
        side="≠" if view.conflicts else "",
        side_tint="cinnabar",
        bar="cinnabar" if view.conflicts else "",
        faded=figure.status is FactStatus.REJECTED,
    )
