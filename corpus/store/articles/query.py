"""Which articles are asked for, and in which order: plain conditions turned into SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.store.database.own_first import PACKED, PARTS, WHOLE
from corpus.store.database.places import Ordered
from corpus.store.database.scopes import scope_condition
from corpus.text.filter_words import filter_question

_ORDERS: Final = {
    "star": "a.star", "title": "a.title_key", "publisher": "a.origin_key", "date": "a.dated", "tags": "a.tags_key",
    "characters": "a.characters", "figures": "a.figures", "notes": "a.notes", "state": "a.read_state",
    "added": "a.added", "missing": "a.missing",
}  # fmt: skip
"""The column of each order; each has an index."""
FACETS: Final = {"kinds": "kind", "years": "year"}
"""The fields of a query that name values, and the column of the contexts each is about."""
_BY_ID: Final = frozenset({"a.added", "a.title_key"})
"""Columns whose indexes go on with the article's id; of what is equal in others the first taken in comes first."""
_TURNED: Final = frozenset({"star", "state"})
"""Orders that begin with the last of their values: starred articles, unread ones."""


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Empty fields let everything outside the trash pass; ``trashed`` asks for what lies in it.

    ``within`` narrows a scope to another one, ``order`` is one of star, title, publisher, date, tags, characters,
    figures, notes, state, added or missing; empty: one's own as they were taken in, then those of packs. ``missing``
    asks for records that lack something, or for those that are complete. ``kinds`` are those a search is narrowed to
    as well: of packs or types of CSL; ``years`` are those articles are about. One of each that are named is enough.
    """

    scope: Scope = field(default=EVERYTHING)
    within: Scope = field(default=EVERYTHING)
    text: str = ""
    tag: str = ""
    starred: bool = False
    offering: bool = False
    missing: bool | None = None
    trashed: bool = False
    kinds: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    order: str = ""
    descending: bool = False


def where_of(query: ArticleQuery) -> tuple[str, tuple[object, ...]]:
    """Return the condition on ``a`` (articles) of a query, and its values."""
    conditions, values = ["a.trashed <> ''" if query.trashed else "a.trashed = ''"], list[object]()
    if query.starred:
        conditions.append("a.star = 1")
    if query.offering:
        conditions.append("a.offered > 0")
    if query.missing is not None:
        conditions.append("a.missing > 0" if query.missing else "a.missing = 0")
    if query.tag:
        conditions.append("a.id IN (SELECT article FROM article_tags WHERE tag = ?)")
        values.append(query.tag)
    for name, column in FACETS.items():
        wanted: tuple[str, ...] = getattr(query, name)
        if wanted:
            marks = ",".join("?" * len(wanted))
            conditions.append(f"a.id IN (SELECT article FROM contexts WHERE {column} IN ({marks}))")
            values += wanted
    question = filter_question(query.text)
    if question:
        conditions.append("a.words IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)")
        values.append(question)
    elif query.text.strip():
        conditions.append("0")
    for scope in (query.scope, query.within):
        condition, scoped = scope_condition(scope)
        conditions.append(condition)
        values += scoped
    return " AND ".join(conditions), tuple(values)


def parts_of(query: ArticleQuery) -> tuple[str, ...]:
    """Return the conditions of the parts a query comes in, one after the other."""
    if (
        query.order
        or _is_narrow(query)
        or query.scope.kind is ScopeKind.MINE
        or query.within.kind is ScopeKind.MINE
    ):
        return WHOLE
    return PARTS[::-1] if query.descending else PARTS


def ordered(query: ArticleQuery, part: str) -> Ordered:
    """Return the articles of a part of a query in its order, to tell where one of them stands."""
    where, values = where_of(query)
    descending = query.descending is not (query.order in _TURNED)
    return Ordered("a.id", "articles a", f"{part} AND {where}", values, _columns(query), descending)


def order_of(query: ArticleQuery, part: str) -> str:
    """Return the order of a part of a query; where few are asked for they are found first and sorted."""
    few = _is_narrow(query) or part == PARTS[-1]
    turn = " DESC" if query.descending is not (query.order in _TURNED) else ""
    return ", ".join(f"{'+' if few else ''}{one}{turn}" for one in _columns(query))


def _is_narrow(query: ArticleQuery) -> bool:
    small = {ScopeKind.PACK, ScopeKind.COLLECTION}
    return bool(
        query.text.strip() or query.missing is not None or query.tag or query.starred or query.offering or query.trashed
        or query.kinds or query.years or query.scope.kind in small or query.within.kind in small
    )  # fmt: skip


def _columns(query: ArticleQuery) -> tuple[str, ...]:
    first = _ORDERS.get(query.order, "a.added")
    columns = (first, "a.id" if first in _BY_ID else "a.rowid")
    return (PACKED, *columns) if not query.order and _is_narrow(query) else columns
