"""The text of a library a paper names as the source of words that stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from corpus.audit.cited.agreement import Agreement, agreement
from corpus.audit.cited.named_source import NamedSource, named_by
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.text.characters import letters_alone

_TELLING: Final = 4
"""Letters of a title that are enough to find a text by it alone."""


class ClaimedTexts:
    """Finds the texts that papers name, their titles and writers looked through once."""

    def __init__(self, library: Library, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope

    def of(self, named: Sequence[NamedSource], but: str) -> Place | None:
        """Return the beginning of the one text that is a source named, other than ``but``; ``None`` if there is none.

        One is known by its title, or by its first writer and its year where no title is named.
        """
        found = {
            article: (title, file)
            for article, title, file, item in self._texts
            if article != but and any(_is_surely(one, item) for one in named)
        }
        if len(found) != 1:
            return None
        ((article, (title, file)),) = found.items()
        return Place(article, title, Span(0, 0), "", file=file)

    @cached_property
    def _texts(self) -> tuple[tuple[str, str, str, Mapping[str, Any]], ...]:
        articles = [
            one for one in self._library.store.articles.in_scope(self._scope) if one.duplicate_of is None
        ]
        records = self._library.store.records.of(one.id for one in articles)
        items = {key: record.item for key, record in records.items()}
        return tuple(
            (one.id, one.title, one.file_beside, {"title": one.title, **items.get(one.id, {})})
            for one in articles
        )


def _is_surely(named: NamedSource, item: Mapping[str, Any]) -> bool:
    title = letters_alone(named.title)
    if title:
        held = letters_alone(str(item.get("title", "")))
        same = len(title) >= _TELLING and held.startswith(title)
        return same and agreement(named, item) is Agreement.AGREES
    told = named_by(item, "")
    if not named.names or not named.year or told.year != named.year or not told.names:
        return False
    first, other = letters_alone(named.names[0]), letters_alone(told.names[0])
    return bool(first) and (first == other or (first.isascii() and first in other))
