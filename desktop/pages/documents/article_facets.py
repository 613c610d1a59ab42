"""What the list of articles is narrowed to beside its words: types and years, each with how many articles it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from corpus.language import translate as _
from corpus.language.fields import article_kind_name
from corpus.library.core.library import Library
from corpus.library.reading.articles import article_values
from corpus.store.articles.query import ArticleQuery
from desktop.pages.facet_button import FacetButton, Offer
from desktop.services.context import Context


class ArticleFacets(QObject):
    """The ``buttons`` beside the filter of the list; ``changed`` is sent when a person chose otherwise.

    ``asked`` tells what the list shows now: values are counted there when they are about to be looked at.
    """

    changed = Signal()

    def __init__(self, context: Context, asked: Callable[[], ArticleQuery], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = asked
        names = {"kinds": _("类型"), "years": _("年份")}
        self.buttons = {name: FacetButton(context.theme, label) for name, label in names.items()}
        for name, button in self.buttons.items():
            button.opening.connect(partial(self._count, name))
            button.changed.connect(self.changed)

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is chosen."""
        return any(button.value for button in self.buttons.values())

    def narrow(self, query: ArticleQuery) -> ArticleQuery:
        """Return a query for those of its articles that are chosen here."""
        return replace(query, kinds=self.buttons["kinds"].value, years=self.buttons["years"].value)

    def state(self) -> dict[str, list[str]]:
        """Return what is chosen, as plain values."""
        return {name: list(button.value) for name, button in self.buttons.items()}

    def choose(self, state: dict[str, list[str]]) -> None:
        """Choose what a state says without telling; nothing where it says nothing."""
        for name, button in self.buttons.items():
            value = state.get(name, [])
            button.choose(value, [_named(name, one) for one in value])

    @Slot()
    def clear(self) -> None:
        """Let every article pass, without telling."""
        self.choose({})

    def _count(self, name: str) -> None:
        button = self.buttons[name]
        work = partial(_offers, self._context.library, self._asked(), name)
        self._context.tasks.run(button, work, button.show_offers, lane="offers")


def _offers(library: Library, query: ArticleQuery, name: str) -> Sequence[Offer]:
    """Return the values of a facet with their counts: types by how many there are, years from the last."""
    counted = article_values(library, query, name)
    offers = tuple(Offer((value,), _named(name, value), number) for value, number in counted)
    return offers if name == "kinds" else tuple(sorted(offers, key=lambda one: one.name, reverse=True))


def _named(name: str, value: str) -> str:
    return article_kind_name(value) if name == "kinds" else value
