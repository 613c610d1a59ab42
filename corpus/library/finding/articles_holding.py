"""Which articles some words stand in, wherever they lie: what is in the trash may come back."""

from __future__ import annotations

from collections.abc import Collection

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from index.fold import full_fold


def articles_holding(library: Library, words: Collection[str]) -> set[str]:
    """Return the articles one of some words stands in; those in the trash, which no index holds, are looked through."""
    found: set[str] = set()
    for word in words:
        found |= set(find_places(library, SearchRequest(word, "exact", limit=1)).counts)
    folded = [plain for plain, _marks in map(full_fold, words) if plain]
    for article in library.store.articles.summaries(trashed=True):
        text, _marks = full_fold(library.texts.get(article.id).clean)
        if any(one in text for one in folded):
            found.add(article.id)
    return found
