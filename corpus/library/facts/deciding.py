"""What a person says of many figures at once: kept in one transaction, with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.library.core.library import Library
from corpus.model.statistic import Statistic
from corpus.store.database.changes import Changes


def figures_as_known(library: Library, ids: Sequence[str]) -> tuple[Statistic, ...]:
    """Return figures as they are known now, in this order; those that are gone are left out."""
    return tuple(row.statistic for row in library.store.figures.rows(ids))


def state_all(library: Library, figures: Sequence[Statistic]) -> None:
    """Keep these versions of figures as what people said; one that is EXTRACTED again takes the decision back."""
    articles = {
        row.statistic.id: row.article for row in library.store.figures.rows([one.id for one in figures])
    }
    with library.store.transaction(Changes(facts=frozenset(articles.values()))):
        for one in figures:
            if one.id in articles:
                library.store.facts.decide(articles[one.id], one)
