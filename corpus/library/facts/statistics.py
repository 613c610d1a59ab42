"""The figures of the library: with evidence, contradictions, and what people decided about each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView, statistic_view
from corpus.library.facts.pack_conflicts import PackSide, pack_conflicts
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.errors import UnknownIdError
from corpus.model.statistic import Conflict, FactStatus, Statistic, StatisticKind
from corpus.store.changes import Changes


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
    """Return the figures of a scope, by article and place; rejected ones and anecdotes on request.

    ``articles`` narrows them to those of some articles.
    """
    wanted = library.store.articles.ids_in_scope(scope)
    if articles is not None:
        wanted &= articles
    partners = conflict_partners(library)
    found = (
        (article, one)
        for article, one in library.store.facts.statistics(wanted)
        if (rejected or one.status is not FactStatus.REJECTED)
        and (anecdotes or one.kind is not StatisticKind.ANECDOTE)
    )
    return tuple(
        statistic_view(ready, one, partners)
        for article, ones in groupby(found, key=itemgetter(0))
        for ready in (library.texts.get(article),)
        for _, one in ones
    )


def statistic(library: Library, statistic_id: str) -> StatisticView:
    """Return one figure; UnknownIdError where there is none."""
    article, found = _found(library, statistic_id)
    return statistic_view(library.texts.get(article), found, conflict_partners(library))


def conflicts(library: Library, scope: Scope = EVERYTHING) -> tuple[ConflictView, ...]:
    """Return the contradictions both of whose sides stand in a scope; the packs' own first."""
    shown = {one.statistic.id: one for one in statistics(library, scope)}
    wanted = library.store.articles.ids_in_scope(scope)
    verdicts = library.store.facts.verdicts()
    reviewed = [one for one in pack_conflicts(library) if {one.left.article, one.right.article} <= wanted]
    looked_into = {frozenset({one.left.statistic.id, one.right.statistic.id}) for one in reviewed}
    packed = (
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
    )
    found = (
        ConflictView(
            one.key, one.kind, shown[one.left], shown[one.right], one.sum, verdicts.get(one.key, one.verdict)
        )
        for one in _conflicts(library)
        if one.left in shown and one.right in shown and frozenset({one.left, one.right}) not in looked_into
    )
    return (*packed, *found)


def _side(library: Library, side: PackSide, title: str) -> StatisticView:
    ready = library.texts.get(side.article)
    stated = side.statistic if side.statistic.metric else replace(side.statistic, metric=title)
    return statistic_view(ready, stated, conflict_partners(library))


def conflict_partners(library: Library) -> dict[str, tuple[str, ...]]:
    """Return for each contradicted figure the ids of those that contradict it."""
    partners: defaultdict[str, list[str]] = defaultdict(list)
    pairs = [(one.left, one.right) for one in _conflicts(library)]
    pairs += [(one.left.statistic.id, one.right.statistic.id) for one in pack_conflicts(library)]
    for left, right in pairs:
        if left and right:
            partners[left].append(right)
            partners[right].append(left)
    return {key: tuple(dict.fromkeys(ids)) for key, ids in partners.items()}


def _conflicts(library: Library) -> tuple[Conflict, ...]:
    """Return all contradictions of the library, computed once for each change of its facts."""
    from corpus.knowledge.conflicts import LocatedStatistic, find_conflicts

    change = library.store.facts.last_change()
    kept = library.derived.get("conflicts")
    if kept is None or kept[0] != change:
        live = library.store.articles.changes()
        repeats = {one.id for one in library.store.articles.summaries("a.duplicate_of IS NOT NULL")}
        located = [
            LocatedStatistic(article, one)
            for article, one in library.store.facts.statistics(live.keys() - repeats)
            if one.status is not FactStatus.REJECTED
        ]
        kept = (change, find_conflicts(located))
        library.derived["conflicts"] = kept
    found: tuple[Conflict, ...] = kept[1]
    return found


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
    packed = next((one for one in pack_conflicts(library) if one.key == key), None)
    if packed is not None:
        return frozenset({packed.left.article, packed.right.article})
    sides = [(one.left, one.right) for one in _conflicts(library) if one.key == key]
    stated = (library.store.facts.statistic(one) for pair in sides for one in pair)
    return frozenset(one[0] for one in stated if one is not None)


def _found(library: Library, statistic_id: str) -> tuple[str, Statistic]:
    found = library.store.facts.statistic(statistic_id)
    if found is None:
        raise UnknownIdError("unknown_statistic", id=statistic_id)
    return found


def _keep(library: Library, article: str, decided: Statistic) -> StatisticView:
    with library.store.transaction(Changes(facts=frozenset({article}))):
        library.store.facts.decide(article, decided)
    return statistic(library, decided.id)
