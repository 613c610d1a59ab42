"""Whether an article repeats another one or is an excerpt of it: found at import, and for a person to deny."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.library.core.library import Library
from corpus.model.errors import UnknownIdError
from corpus.store.database.changes import Changes
from corpus.store.store import Store

NOT_A_REPEAT: Final = "not_a_repeat"
NO_PART: Final = "no_part"


@dataclass(frozen=True, slots=True)
class Repeat:
    """The article another one repeats, and how closely."""

    of: str
    similarity: float


def set_repeat(library: Library, article_id: str, repeat: Repeat | None) -> Repeat | None:
    """Say that an article repeats another one, or none; return what was said before. It holds for ever."""
    found = library.store.articles.of([article_id])
    if not found:
        raise UnknownIdError("unknown_article", id=article_id)
    (summary,) = found
    before = Repeat(summary.duplicate_of, summary.similarity) if summary.duplicate_of else None
    touched = frozenset({article_id})
    with library.store.transaction(Changes(fields=touched, facts=touched)):
        library.store.facts.set_verdict(_key(article_id), "" if repeat else NOT_A_REPEAT)
        library.store.articles.set_repeat(
            article_id, repeat.of if repeat else None, repeat.similarity if repeat else 0.0
        )
    return before


def set_part(library: Library, article_id: str, whole: str | None) -> str | None:
    """Say that an article is an excerpt of another one, or of none; return what was said before. It holds for ever."""
    found = library.store.articles.of([article_id])
    if not found:
        raise UnknownIdError("unknown_article", id=article_id)
    with library.store.transaction(Changes(fields=frozenset({article_id}))):
        library.store.facts.set_verdict(_part_key(article_id), "" if whole else NO_PART)
        library.store.articles.set_part(article_id, whole)
    return found[0].part_of


def may_be_part(store: Store, article_id: str) -> bool:
    """Tell whether a person has not yet said that this article is no excerpt."""
    return store.facts.verdicts().get(_part_key(article_id)) != NO_PART


def may_repeat(store: Store, article_id: str) -> bool:
    """Tell whether a person has not yet said that this article repeats no other."""
    return store.facts.verdicts().get(_key(article_id)) != NOT_A_REPEAT


def _part_key(article_id: str) -> str:
    return f"part:{article_id}"


def _key(article_id: str) -> str:
    return f"repeat:{article_id}"
