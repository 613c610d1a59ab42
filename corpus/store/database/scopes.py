"""A scope as a condition on the ids of articles; small scopes are found first, large ones only leave a few out."""

from __future__ import annotations

from typing import Final

from corpus.model.collection import Scope, ScopeKind

_TREE: Final = """{0} IN (SELECT article FROM collection_articles WHERE collection IN (
    WITH RECURSIVE tree(id) AS (VALUES (?) UNION SELECT c.id FROM collections c JOIN tree ON c.parent = tree.id)
    SELECT id FROM tree))"""


def scope_condition(scope: Scope, article: str = "a.id") -> tuple[str, tuple[object, ...]]:
    """Return the SQL condition on a column of article ids for a scope, and its values."""
    if scope.kind is ScopeKind.MINE:
        return f"{article} NOT IN (SELECT id FROM articles WHERE pack <> '')", ()
    if scope.kind is ScopeKind.PACK:
        return f"{article} IN (SELECT id FROM articles WHERE pack <> '')", ()
    if scope.kind is ScopeKind.COLLECTION:
        return _TREE.format(article), (scope.collection,)
    return "1", ()
