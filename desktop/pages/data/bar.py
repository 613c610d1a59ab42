"""The filters over the table; what can be chosen is counted when it is about to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.facts.statistics import count_figures
from corpus.library.reading.organising import collections
from corpus.store.facts.figure_query import FigureQuery
from desktop.pages.data.filters import offers_of
from desktop.pages.facet_button import FacetButton, Offer
from desktop.theme.fonts import scaled
from desktop.widgets import Chip, FlowLayout, SearchField

if TYPE_CHECKING:
    from desktop.services.context import Context


class FigureFilterBar(QWidget):
    """Makes a ``FigureQuery``; ``changed`` is sent whenever another one is wanted."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        ground = QWidget()
        row = FlowLayout(ground, spacing=8)
        self.field = SearchField(theme, _("筛选：指标、对象、原句"))
        self.field.setMinimumWidth(scaled(152))
        self.field.setMaximumWidth(scaled(240))
        self.field.edited.connect(self._on_change)
        self.field.submitted.connect(self._on_change)
        row.addWidget(self.field)
        names = {
            "metrics": _("指标"), "regions": _("地区"), "subjects": _("对象"), "years": _("年份"), "kinds": _("口径"),
            "status": _("状态"), "sources": _("数据出处"), "articles": _("文章"), "collection": _("课题"),
        }  # fmt: skip
        self.facets = {name: FacetButton(theme, label) for name, label in names.items()}
        for name, button in self.facets.items():
            button.opening.connect(partial(self._count, name))
            button.changed.connect(self._on_change)
            row.addWidget(button)
        self.disputed = Chip("≠ " + _("有出入"), checkable=True)
        self.anecdotes = Chip(_("轶事"), checkable=True)
        self.anecdotes.setToolTip(_("也列出个人经历里的数字"))
        self.clear = Chip(_("清除筛选") + "  ×", tone="indigo")
        self.clear.clicked.connect(self._clear)
        for chip in (self.disputed, self.anecdotes):
            chip.toggled.connect(self._on_change)
        for chip in (self.disputed, self.anecdotes, self.clear):
            row.addWidget(chip)
        column.addWidget(ground)
        self._show_clear()

    @property
    def query(self) -> FigureQuery:
        """Return what is wanted now, in the scope of the window."""
        value = {name: button.value for name, button in self.facets.items()}
        return FigureQuery(
            self._context.scope.current, self.field.text(), value["metrics"], value["subjects"], value["regions"],
            value["kinds"], value["years"], value["sources"], value["articles"], "".join(value["collection"][:1]),
            "".join(value["status"][:1]), self.disputed.isChecked(), self.anecdotes.isChecked(),
        )  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is filtered at all."""
        return self.query != FigureQuery(self._context.scope.current)

    def show_query(self, wanted: FigureQuery) -> None:
        """Show a filter without telling."""
        for widget in (self.disputed, self.anecdotes):
            widget.blockSignals(True)
        self.field.show_text(wanted.text)
        self.disputed.setChecked(wanted.disputed)
        self.anecdotes.setChecked(wanted.anecdotes)
        for widget in (self.disputed, self.anecdotes):
            widget.blockSignals(False)
        for name, button in self.facets.items():
            value = getattr(wanted, name)
            button.choose((value,) if isinstance(value, str) and value else tuple(value))
            self._name_choice(name)
        self._show_clear()

    def _name_choice(self, name: str) -> None:
        """Have what is chosen by an id or key called by its name."""
        button = self.facets[name]
        if button.value and name in {"articles", "kinds", "status", "collection"}:
            done = partial(self._take_names, name)
            self._context.tasks.run(button, partial(self._offers, self.query, name), done, lane="name")

    def _take_names(self, name: str, offers: Sequence[Offer]) -> None:
        button = self.facets[name]
        names = [one.name for one in offers if set(one.forms) & set(button.value)]
        if names:
            button.choose(button.value, names)

    def _count(self, name: str) -> None:
        button = self.facets[name]
        work = partial(self._offers, self.query, name)
        self._context.tasks.run(button, work, button.show_offers, lane="offers")

    def _offers(self, query: FigureQuery, name: str) -> tuple[Offer, ...]:
        library = self._context.library
        if name != "collection":
            return offers_of(library, query, name)
        return tuple(
            Offer((one.id,), one.name, count_figures(library, replace(query, collection=one.id)).total)
            for one in collections(library)
        )

    def _show_clear(self) -> None:
        self.clear.setVisible(self.narrowed)

    @Slot()
    def _on_change(self) -> None:
        self._show_clear()
        self.changed.emit()

    @Slot()
    def _clear(self) -> None:
        self.show_query(FigureQuery())
        self.changed.emit()
