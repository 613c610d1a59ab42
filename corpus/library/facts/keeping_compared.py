"""Figures are compared as they change; what compares them is loaded for that, not to open a library."""

from __future__ import annotations

from corpus.store.database.changes import Changes
from corpus.store.store import Store


def keep_compared(store: Store) -> None:
    """Have figures compared in every transaction that changes some, and now those that never were."""
    store.settle = _settle
    if store.relations.left_over() or store.relations.stale():
        from corpus.library.facts.contradictions import compare_left_over

        compare_left_over(store)


def _settle(store: Store, changes: Changes) -> None:
    touched = changes.articles | changes.facts
    if touched:
        from corpus.library.facts.contradictions import compare

        compare(store, sorted(touched))
