"""What figures say of one another, brought up to date by the articles that changed, in the transaction they did in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, TypeAlias

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.knowledge.comparing.conflicts import (
    difference,
    find_agreements,
    find_conflicts,
    find_misquotations,
    find_reckoned_conflicts,
)
from corpus.knowledge.comparing.grounds import ground_of
from corpus.knowledge.comparing.origin import StatedFigure, borne_out
from corpus.knowledge.comparing.owners import are_of_one, owner_named, spellings
from corpus.knowledge.comparing.quoted import cited_title
from corpus.library.facts.pack_conflicts import pack_conflicts
from corpus.model.progress import Cancelled, Ended
from corpus.model.statistic import Conflict, Statistic
from corpus.store.database.changes import Changes
from corpus.store.facts.owned import Owner
from corpus.store.facts.relations import (
    AGREEMENT,
    ARTICLE,
    BY_ITS_SIDES,
    CITED,
    CONFLICT,
    OWNER,
    PACKS,
    Relation,
    shared_of,
)
from corpus.store.store import Store

_BATCH: Final = 200
_Pair: TypeAlias = tuple[str, str]


@contextmanager
def comparing_later(store: Store) -> Iterator[None]:
    """Have the figures that change in the block compared at its end, each ground a single time.

    Those an error or a sudden end leaves over are compared by the next block, or when the library is opened.
    """
    usual, store.settle = store.settle, _leave_over
    try:
        yield
    except Cancelled as cancelled:
        if not isinstance(cancelled, Ended):
            compare_left_over(store)
        raise
    else:
        compare_left_over(store)
    finally:
        store.settle = usual


def compare_left_over(store: Store) -> None:
    """Compare what waits, each ground once, in transactions short enough for others to write between."""
    left = store.relations.left_over()
    for some in _batches(left):
        with store.transaction(Changes()):
            _lay_out(store, some)
    for grounds in _batches(store.relations.stale()):
        with store.transaction(Changes()) as number:
            _compare_on(store, grounds)
            store.facts.mark_changed(number)
    if left and any(one.pack for one in store.articles.of(left)):
        with store.transaction(Changes()):
            store.relations.replace(PACKS, _packed(store))


def _batches(ones: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ones[at : at + _BATCH] for at in range(0, len(ones), _BATCH))


def compare(store: Store, articles: Iterable[str]) -> None:
    """Compare the figures of articles with those that stand on the same ground, in the transaction at hand."""
    changed = tuple(articles)
    _lay_out(store, changed)
    _compare_on(store, store.relations.stale())
    if any(one.pack for one in store.articles.of(changed)):
        store.relations.replace(PACKS, _packed(store))


def _lay_out(store: Store, articles: Sequence[str]) -> None:
    """Write on which grounds the figures of articles stand; what is to be compared there is noted with that.

    Those that were written with their grounds stand there already, and what is to be compared was noted with them.
    """
    known = store.figures.laid_out.intersection(articles)
    others = [one for one in articles if one not in known]
    grounds = {one.id: ground_of(one) for _, one in store.facts.statistics(others)}
    store.relations.set_grounds(grounds, others)
    store.relations.take_up(articles)
    store.figures.laid_out -= known
    store.figures.untold.difference_update(articles)
    store.owned.note(
        Owner(key, year, owner_named(subject, region))
        for key, year, subject, region in store.owned.changed(articles)
    )
    titles = {title for one in store.cited.sources(articles) if (title := cited_title(one))}
    store.cited.note(titles, articles)
    store.relations.drop_lone_grounds()


def _compare_on(store: Store, grounds: Sequence[str]) -> None:
    known: dict[str, Statistic] = {}
    for some in _batches(grounds):
        standing = {one: _standing(store, one, known) for one in some}
        agreeing = {one: () if one.startswith(ARTICLE) else find_agreements(standing[one]) for one in some}
        stated = _stated(store, standing, agreeing)
        for one in some:
            found = (*_conflicts(one, standing[one]), *_agreements(agreeing[one], stated))
            store.relations.replace(one, found)


def _standing(store: Store, ground: str, known: dict[str, Statistic]) -> Sequence[LocatedStatistic]:
    """Return the figures that are compared on a ground."""
    if ground.startswith(CITED):
        return [LocatedStatistic(*each) for each in store.cited.figures(ground, known)]
    if not ground.startswith(OWNER):
        return [LocatedStatistic(*each) for each in store.relations.standing_on(ground, known)]
    owner = Owner.of(ground)
    items = [LocatedStatistic(*each) for each in store.owned.figures(owner, spellings(owner.name), known)]
    return items if are_of_one(item.statistic for item in items) else ()


def _leave_over(store: Store, changes: Changes) -> None:
    """Note what is to be compared later."""
    touched = changes.articles | changes.facts
    if touched:
        store.relations.leave_over(touched)


def _conflicts(ground: str, items: Sequence[LocatedStatistic]) -> Iterator[Relation]:
    if ground.startswith(CITED):
        found = find_misquotations(items)
    else:
        found = find_reckoned_conflicts(items) if ground.startswith(OWNER) else find_conflicts(items)
    by_id = {item.statistic.id: item.statistic for item in items} if found else {}
    for one in found:
        sides = by_id[one.left], by_id[one.right]
        if not (ground.startswith(ARTICLE) and _share(*sides)):
            by_them = one.sum == difference(*sides)
            yield Relation(CONFLICT, replace(one, sum=BY_ITS_SIDES) if by_them else one)


def _stated(
    store: Store, standing: Mapping[str, Sequence[LocatedStatistic]], agreeing: Mapping[str, Iterable[_Pair]]
) -> dict[str, StatedFigure]:
    """Return what figures that agree say and where, by their ids."""
    wanted = {figure for pairs in agreeing.values() for pair in pairs for figure in pair}
    sentences = store.figures.sentences(tuple(wanted)) if wanted else {}
    return {
        figure.id: StatedFigure(
            figure.id, one.article, one.title, one.written, sentences[figure.id], figure.source
        )
        for items in standing.values()
        for one in items
        if (figure := one.statistic).id in sentences
    }


def _agreements(pairs: Iterable[_Pair], stated: Mapping[str, StatedFigure]) -> Iterator[Relation]:
    """Yield the agreements of figures neither of which is said on the word of the other, nor copied from it."""
    for left, right in borne_out(pairs, stated):
        digest = hashlib.sha256(f"{left}:{right}".encode()).hexdigest()[:12]
        yield Relation(AGREEMENT, Conflict(digest, "", left, right))


def _share(one: Statistic, other: Statistic) -> bool:
    ground = ground_of(one)
    return bool(ground) and shared_of(ground) == shared_of(ground_of(other))


def _packed(store: Store) -> Iterator[Relation]:
    """Yield the contradictions packs have looked into, as far as both sides are figures."""
    for one in pack_conflicts(store):
        left, right = one.left.statistic.id, one.right.statistic.id
        if left and right:
            yield Relation(CONFLICT, Conflict(one.key, one.kind, left, right, one.sum))
