"""Searches made before and searches kept under a name."""

from __future__ import annotations

import json
from dataclasses import asdict

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.finding.search import Facets, SearchRequest
from corpus.model.collection import Scope, ScopeKind
from corpus.store.database.changes import Changes


def remember(library: Library, request: SearchRequest) -> None:
    """Put a search into the history."""
    with library.store.transaction(Changes(settings=True)):
        library.store.searches.remember(to_json(request), now())


def recent_searches(library: Library, limit: int = 30) -> tuple[SearchRequest, ...]:
    """Return the searches made last, newest first."""
    return tuple(from_json(text) for text in library.store.searches.recent(limit))


def save_search(library: Library, name: str, request: SearchRequest) -> None:
    """Keep a search under a name."""
    with library.store.transaction(Changes(settings=True)):
        library.store.searches.save(name, to_json(request), now())


def delete_search(library: Library, name: str) -> None:
    """Forget a kept search."""
    with library.store.transaction(Changes(settings=True)):
        library.store.searches.delete(name)


def saved_searches(library: Library) -> tuple[tuple[str, SearchRequest], ...]:
    """Return the searches kept, by name."""
    return tuple((name, from_json(text)) for name, text in library.store.searches.saved())


def to_json(request: SearchRequest) -> str:
    """Return a search as JSON."""
    return json.dumps({**asdict(request), "fold": sorted(request.fold)}, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> SearchRequest:
    """Return the search a JSON text holds."""
    record = json.loads(text)
    return SearchRequest(
        text=record["text"],
        mode=record["mode"],
        fold=frozenset(record["fold"]),
        scope=Scope(ScopeKind(record["scope"]["kind"]), record["scope"]["collection"]),
        limit=record["limit"],
        synonyms=record.get("synonyms", True),
        facets=Facets(**{key: tuple(value) for key, value in record["facets"].items()}),
    )
