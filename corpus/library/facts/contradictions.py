"""What figures say of one another, brought up to date by the articles that changed, in the transaction they did in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.knowledge.comparison import LocatedStatistic, ground_of
from corpus.knowledge.conflicts import find_agreements, find_conflicts
from corpus.library.facts.pack_conflicts import pack_conflicts
from corpus.model.statistic import Conflict
from corpus.store.changes import Changes
from corpus.store.relations import AGREEMENT, ARTICLE, CONFLICT, PACKS, Relation
from corpus.store.store import Store

_BATCH: Final = 200


def keep_compared(store: Store) -> None:
    """Have figures compared in every transaction that changes some, and now those that never were."""
    store.settle = _settle
    left = store.relations.left_over()
    for at in range(0, len(left), _BATCH):
        with store.transaction(Changes()):
            compare(store, left[at : at + _BATCH])


def compare(store: Store, articles: Iterable[str]) -> None:
    """Compare the figures of articles with those that stand on the same ground, in the transaction at hand."""
    changed = tuple(articles)
    grounds = {one.id: ground_of(one) for _, one in store.facts.statistics(changed)}
    store.relations.set_grounds(grounds, changed)
    store.relations.settle_the_lonely()
    for ground in store.relations.stale():
        store.relations.replace(ground, _relations(store, ground))
    if any(one.pack for one in store.articles.of(changed)):
        store.relations.replace(PACKS, _packed(store))


def _settle(store: Store, changes: Changes) -> None:
    touched = changes.articles | changes.facts
    if touched:
        compare(store, sorted(touched))


def _relations(store: Store, ground: str) -> Iterator[Relation]:
    items = [LocatedStatistic(*one) for one in store.relations.standing_on(ground)]
    found = find_conflicts(items)
    if ground.startswith(ARTICLE):
        grounds = {item.statistic.id: ground_of(item.statistic) for item in items}
        yield from (Relation(CONFLICT, one) for one in found if not _share(grounds, one))
        return
    yield from (Relation(CONFLICT, one) for one in found)
    for left, right in find_agreements(items):
        digest = hashlib.sha256(f"{left}:{right}".encode()).hexdigest()[:12]
        yield Relation(AGREEMENT, Conflict(digest, "", left, right))


def _share(grounds: dict[str, str], one: Conflict) -> bool:
    return bool(grounds[one.left]) and grounds[one.left] == grounds[one.right]


def _packed(store: Store) -> Iterator[Relation]:
    """Yield the contradictions packs have looked into, as far as both sides are figures."""
    for one in pack_conflicts(store):
        left, right = one.left.statistic.id, one.right.statistic.id
        if left and right:
            yield Relation(CONFLICT, Conflict(one.key, one.kind, left, right, one.sum))
