"""Excerpts known as parts of their whole: a new article most of whose words stand in a longer one, or the reverse.

Sentences of a short article are looked up in the character index, which names the few articles that may hold it;
the smallest numbers of every fingerprint name the short ones a long article may hold. Their texts then decide.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.library.core.library import Library
from corpus.library.intake.repeats.likely_excerpts import LONGER, SHORTEST, Likely, likely_excerpts
from corpus.library.intake.repeats.repeating import may_be_part
from corpus.model.article import ArticleSummary
from corpus.store.database.changes import Changes
from corpus.text.similarity import contained

HELD: Final = 0.9
"""An article of which this share stands in another one is an excerpt of it."""
_MOST_UNINDEXED: Final = 40


def find_excerpts(library: Library, new: Sequence[str]) -> tuple[str, ...]:
    """Note which of the new articles are excerpts of others, and which others are excerpts of them; return those.

    Nothing is looked for while many articles are not in the index: each sentence would be sought in all of them.
    """
    state = library.finder.state()
    if not state.characters_ok or state.documents - state.indexed > _MOST_UNINDEXED:
        return ()
    found: dict[str, str] = {}
    ones = [
        one
        for one in library.store.articles.of(new)
        if not (one.layer or one.pack or one.trashed or one.duplicate_of)
    ]
    likely = likely_excerpts(library, [one.id for one in ones])
    for one in ones:
        for part, whole in (*_whole_of(library, one, likely), *_parts_of(library, one, likely)):
            found.setdefault(part, whole)
    if found:
        touched = frozenset(found)
        with library.store.transaction(Changes(fields=touched)):
            for part, whole in found.items():
                library.store.articles.set_part(part, whole)
    return tuple(found)


def _whole_of(library: Library, one: ArticleSummary, likely: Likely) -> Iterator[tuple[str, str]]:
    """Yield an article with the longest one it is an excerpt of, if there is one."""
    if not library.store.articles.any_of_length(one.characters * LONGER, math.inf, packed=True):
        return
    others = library.store.articles.of(sorted(likely.wholes(one.id)))
    wholes = [other for other in others if _may_hold(other, one.characters)]
    for other in sorted(wholes, key=lambda whole: (-whole.characters, whole.id)):
        if _holds(library, other.id, one.id):
            if may_be_part(library.store, one.id):
                yield one.id, other.id
            return


def _parts_of(library: Library, one: ArticleSummary, likely: Likely) -> Iterator[tuple[str, str]]:
    """Yield the articles that are excerpts of a new one."""
    if not library.store.articles.any_of_length(SHORTEST, one.characters / LONGER, packed=False):
        return
    for other in library.store.articles.of(sorted(likely.parts(one.id))):
        known = other.id == one.id or other.duplicate_of or other.part_of or other.pack or other.trashed
        if known or not SHORTEST <= other.characters <= one.characters / LONGER:
            continue
        if _holds(library, one.id, other.id) and may_be_part(library.store, other.id):
            yield other.id, one.id


def _holds(library: Library, whole: str, part: str) -> bool:
    return contained(library.texts.get(part).clean, library.texts.get(whole).clean) >= HELD


def _may_hold(whole: ArticleSummary, length: int) -> bool:
    return not whole.trashed and not whole.duplicate_of and whole.characters >= length * LONGER
