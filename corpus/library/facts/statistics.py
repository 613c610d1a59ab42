"""The figures of the library: with evidence, contradictions, and what people decided about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView, statistic_view
from corpus.library.facts.asked_by_name import by_any_name
from corpus.library.facts.pack_conflicts import PackConflict, PackSide, pack_conflicts
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.errors import UnknownIdError
from corpus.model.statistic import Conflict, FactStatus, Statistic
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureCounts, FigureQuery, FigureRow
from corpus.store.facts.relations import AGREEMENT, BY_ITS_SIDES, CONFLICT


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two statements that cannot both stand, side by side, with the sum and a person's verdict.

    A statement that is no figure of the library is shown as one without value (``statistic.id`` is empty).
    ``title`` and ``conclusion`` are set where a pack has looked into it.
    """

    key: str
    kind: str
    left: StatisticView
    right: StatisticView
    sum: str
    verdict: str
    title: str = ""
    conclusion: str = ""


def statistics(
    library: Library,
    scope: Scope = EVERYTHING,
    *,
    rejected: bool = False,
    anecdotes: bool = True,
    articles: frozenset[str] | None = None,
) -> tuple[StatisticView, ...]:
    """Return the figures of a scope whole, by article and place; rejected ones and anecdotes on request.

    ``articles`` narrows them to those of some articles. Pages are read with ``figure_page``.
    """
    query = FigureQuery(scope, rejected=rejected, anecdotes=anecdotes)
    if articles is None:
        return figure_views(library, library.store.figures.ids(query))
    ids = (
        one
        for each in sorted(articles)
        for one in library.store.figures.ids(replace(query, articles=(each,)))
    )
    return figure_views(library, tuple(ids))


def figure_page(library: Library, query: FigureQuery, offset: int, limit: int) -> tuple[FigureRow, ...]:
    """Return some of the figures a query asks for, as a table shows them: without their sentences."""
    return library.store.figures.page(by_any_name(library, query), offset, limit)


def count_figures(library: Library, query: FigureQuery) -> FigureCounts:
    """Return how many figures a query asks for, and how many of them are disputed."""
    return library.store.figures.count(by_any_name(library, query))


def spare_fields(library: Library, query: FigureQuery, total: int) -> frozenset[str]:
    """Return what none of the ``total`` figures a query asks for tells, or hardly any.

    What is asked after is region, subject, change, source and unit.
    """
    return library.store.figures.spare(by_any_name(library, query), total)


def figure_facet(library: Library, query: FigureQuery, field: str) -> tuple[tuple[str, str, int], ...]:
    """Return (value, title, number) of what occurs in a field (metrics, regions …), the commonest first."""
    return library.store.figures.facet(by_any_name(library, query), field)


def figure_ids(library: Library, query: FigureQuery) -> tuple[str, ...]:
    """Return the ids of all figures a query asks for, in its order."""
    return library.store.figures.ids(by_any_name(library, query))


def figure_places(library: Library, query: FigureQuery, ids: Sequence[str]) -> dict[str, int]:
    """Return how many figures of a query stand before each of these; those not among them are left out."""
    return library.store.figures.places_of(by_any_name(library, query), ids)


def figure_sentences(library: Library, ids: Sequence[str]) -> dict[str, str]:
    """Return the sentences of figures as the original has them, by the figures' ids."""
    return library.store.figures.sentences(ids)


def figure_views(library: Library, ids: Sequence[str]) -> tuple[StatisticView, ...]:
    """Return these figures with their sentences and what contradicts them; those that are gone are left out."""
    partners, agreements = library.store.relations.of(ids, CONFLICT), agreeing(library, ids)
    return tuple(
        statistic_view(library.texts.get(row.article), row.statistic, partners, agreements)
        for row in library.store.figures.rows(ids)
    )


def statistic(library: Library, statistic_id: str) -> StatisticView:
    """Return one figure; UnknownIdError where there is none."""
    article, found = _found(library, statistic_id)
    partners = library.store.relations.of([statistic_id], CONFLICT)
    return statistic_view(library.texts.get(article), found, partners, agreeing(library, [statistic_id]))


def agreeing(library: Library, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return for each of these figures the ids of those that say the same."""
    return library.store.relations.of(ids, AGREEMENT)


def conflicts(library: Library, scope: Scope = EVERYTHING, *, limit: int = -1) -> tuple[ConflictView, ...]:
    """Return the contradictions both of whose sides stand in a scope; the packs' own first."""
    packed = _packed(library, scope)
    looked_into = {frozenset({one.left.statistic.id, one.right.statistic.id}) for one in packed}
    found = library.store.relations.conflicts(scope, limit=limit)
    plain = [one for one in found if frozenset({one.left, one.right}) not in looked_into]
    return (*packed, *_views(library, plain))


def conflicts_of(library: Library, statistic_id: str) -> tuple[ConflictView, ...]:
    """Return the contradictions one figure stands in."""
    packed = _packed(library, EVERYTHING, statistic_id)
    looked_into = {frozenset({one.left.statistic.id, one.right.statistic.id}) for one in packed}
    found = library.store.relations.conflicts(figure=statistic_id)
    plain = [one for one in found if frozenset({one.left, one.right}) not in looked_into]
    return (*packed, *_views(library, plain))


def _looked_into(library: Library) -> tuple[PackConflict, ...]:
    """Return the contradictions packs have looked into."""
    return library.kept("pack conflicts", partial(pack_conflicts, library.store))


def _packed(library: Library, scope: Scope, figure: str = "") -> tuple[ConflictView, ...]:
    """Return the contradictions packs have looked into, of a scope; those of one ``figure`` where it is given."""
    reviewed = [
        one
        for one in _looked_into(library)
        if not figure or figure in {one.left.statistic.id, one.right.statistic.id}
    ]
    if not reviewed:
        return ()
    wanted = library.store.articles.among(
        {side.article for one in reviewed for side in (one.left, one.right)}, scope
    )
    verdicts = library.store.facts.verdicts()
    return tuple(
        ConflictView(
            key=one.key,
            kind=one.kind,
            left=_side(library, one.left, one.title),
            right=_side(library, one.right, one.title),
            sum=one.sum,
            verdict=verdicts.get(one.key, ""),
            title=one.title,
            conclusion=one.conclusion,
        )
        for one in reviewed
        if {one.left.article, one.right.article} <= wanted
    )


def _views(library: Library, found: Sequence[Conflict]) -> Iterator[ConflictView]:
    ids = tuple(dict.fromkeys(side for one in found for side in (one.left, one.right)))
    shown = {view.statistic.id: view for view in figure_views(library, ids)}
    for one in found:
        if one.left in shown and one.right in shown:
            left, right = shown[one.left], shown[one.right]
            yield ConflictView(one.key, one.kind, left, right, _sum_of(one, left, right), one.verdict)


def _sum_of(one: Conflict, left: StatisticView, right: StatisticView) -> str:
    if one.sum != BY_ITS_SIDES:
        return one.sum
    # What compares figures is loaded for that, not for the first page.
    from corpus.knowledge.comparing.conflicts import difference

    return difference(left.statistic, right.statistic)


def _side(library: Library, side: PackSide, title: str) -> StatisticView:
    ready = library.texts.get(side.article)
    stated = side.statistic if side.statistic.metric else replace(side.statistic, metric=title)
    return statistic_view(ready, stated, library.store.relations.of([stated.id], CONFLICT))


def decide(library: Library, statistic_id: str, status: FactStatus) -> StatisticView:
    """Record what a person thinks of a figure; EXTRACTED takes the decision back."""
    article, found = _found(library, statistic_id)
    return _keep(library, article, replace(found, status=status))


def edit_statistic(library: Library, statistic_id: str, **fields: Any) -> StatisticView:
    """Record a person's version of a figure; ``fields`` are fields of Statistic."""
    article, found = _found(library, statistic_id)
    return _keep(library, article, replace(found, **{"status": FactStatus.EDITED, **fields}))


def set_verdict(library: Library, key: str, verdict: str) -> None:
    """Record a person's verdict on a contradiction; an empty one is taken back."""
    with library.store.transaction(Changes(facts=_articles_of(library, key))):
        library.store.facts.set_verdict(key, verdict)


def _articles_of(library: Library, key: str) -> frozenset[str]:
    """Return the articles in which the sides of a contradiction stand."""
    packed = next((one for one in _looked_into(library) if one.key == key), None)
    if packed is not None:
        return frozenset({packed.left.article, packed.right.article})
    return library.store.relations.articles_of(key)


def _found(library: Library, statistic_id: str) -> tuple[str, Statistic]:
    found = library.store.facts.statistic(statistic_id)
    if found is None:
        raise UnknownIdError("unknown_statistic", id=statistic_id)
    return found


def _keep(library: Library, article: str, decided: Statistic) -> StatisticView:
    with library.store.transaction(Changes(facts=frozenset({article}))):
        library.store.facts.decide(article, decided)
    return statistic(library, decided.id)
