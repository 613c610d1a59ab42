"""数据: the figures of this article, each to be confirmed or excluded."""

from __future__ import annotations

from functools import partial
from typing import Final

from corpus.language import translate as _
from corpus.language.phrases import according_to
from corpus.library.core.views import StatisticView
from corpus.library.reading.articles import Reading
from corpus.model.draft import DraftItem
from corpus.model.own_fact import OwnFact
from corpus.model.statistic import FactStatus, StatisticKind
from desktop.operations import facts, notes, passages
from desktop.reader.dock.adrift import adrift_rows, remove
from desktop.reader.dock.panel import Panel
from desktop.services.context import Context
from desktop.services.doing import attempt
from desktop.widgets.read_only import only_where_writable
from desktop.widgets.rows import Row
from desktop.wording.figures import amount
from desktop.wording.words import headline, kind_name, status_name

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
        self.add_buttons(
            ("confirm", _("已核实")), ("reject", _("已排除")), ("undo", _("还原")), ("draft", _("加入文稿")),
            ("delete", _("删除")),
        )  # fmt: skip
        only_where_writable(context.library, *self.buttons.values())

    def fill(self, reading: Reading) -> None:
        """List the figures of ``reading``; rejected ones stay, struck out of everything else."""
        ordered = sorted(reading.figures, key=lambda view: view.figure)
        places = {view.statistic.id: view.figure for view in ordered}
        adrift = adrift_rows(reading.adrift, self._context.library.knowledge.trends)
        self.set_rows([*map(_row, ordered), *adrift], places)

    def act(self, what: str, key: str) -> None:
        """Confirm, exclude, take the decision back, delete, or put the figure into the draft worked on last."""
        if what == "draft":
            passages.into_draft(self._context, (DraftItem("figure", key),))
            return
        if what == "delete":
            lost = self._lost(key)
            work = partial(facts.remove_figure, self._context, key)
            attempt(self._context, work if lost is None else partial(remove, self._context, lost))
            return
        status = {
            "confirm": FactStatus.CONFIRMED,
            "reject": FactStatus.REJECTED,
            "undo": FactStatus.EXTRACTED,
        }
        notes.judge(self._context, key, status[what])

    def on_chosen(self, key: str) -> None:
        """Offer what can still be done with the chosen figure."""
        figures = self.reading.figures if self.reading is not None else ()
        chosen = next((one.statistic for one in figures if one.statistic.id == key), None)
        status, own = (chosen.status, chosen.own) if chosen is not None else (None, False)
        if self.buttons:
            own = own or self._lost(key) is not None
            self.buttons["undo"].setVisible(not own or status is FactStatus.REJECTED)
            self.buttons["delete"].setVisible(own)
            self.buttons["delete"].setEnabled(own)
            self.buttons["confirm"].setEnabled(status not in (None, FactStatus.CONFIRMED))
            self.buttons["reject"].setEnabled(status not in (None, FactStatus.REJECTED))
            self.buttons["draft"].setEnabled(status not in (None, FactStatus.REJECTED))
            self.buttons["undo"].setEnabled(status not in (None, FactStatus.EXTRACTED))

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
        title=amount(figure),
        body=headline(figure),
        footer=" · ".join(parts),
        sign=sign,
        tint=tint,
        side="≠" if view.conflicts else "",
        side_tint="cinnabar",
        bar="cinnabar" if view.conflicts else "",
        faded=figure.status is FactStatus.REJECTED,
    )
