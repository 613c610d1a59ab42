"""Excerpts known as parts of their whole: a new article most of whose words stand in a longer one, or the reverse.

Sentences of a short article are looked up in the character index, which names the few articles that may hold it;
the smallest numbers of every fingerprint name the short ones a long article may hold. Their texts then decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.library.core.library import Library
from corpus.library.intake.repeating import may_be_part
from corpus.model.article import ArticleSummary
from corpus.store.changes import Changes
from corpus.text.similarity import contained, numbers_of
from index.query.request import Query

HELD: Final = 0.9
"""An article of which this share stands in another one is an excerpt of it."""
_LONGER: Final = 1.25
"""How many times as long the whole is at least."""
_SHORTEST: Final = 60
"""Shorter articles, in code points, say too little to be told from a quotation."""
_PROBE: Final = range(14, 200)
_PROBES: Final = 3
_MOST: Final = 40
_MOST_UNINDEXED: Final = 40


def find_excerpts(library: Library, new: Sequence[str]) -> tuple[str, ...]:
    """Note which of the new articles are excerpts of others, and which others are excerpts of them; return those.

    Nothing is looked for while many articles are not in the index: each sentence would be sought in all of them.
    """
    state = library.finder.state()
    if not state.characters_ok or state.documents - state.indexed > _MOST_UNINDEXED:
        return ()
    found: dict[str, str] = {}
    for one in library.store.articles.of(new):
        if one.layer or one.pack or one.trashed:
            continue
        for part, whole in (*_whole_of(library, one), *_parts_of(library, one)):
            found.setdefault(part, whole)
    if found:
        touched = frozenset(found)
        with library.store.transaction(Changes(fields=touched, collections=True)):
            for part, whole in found.items():
                library.store.articles.set_part(part, whole)
    return tuple(found)


def _whole_of(library: Library, one: ArticleSummary) -> Iterator[tuple[str, str]]:
    """Yield an article with the longest one it is an excerpt of, if there is one."""
    if one.duplicate_of:
        return
    text = library.texts.get(one.id).clean
    likely: set[str] | None = None
    for probe in _probes(library, one.id):
        answer = library.finder.search(Query(probe, "exact", limit=_MOST))
        here = set(answer.counts) - {one.id}
        likely = here if likely is None else likely & here
        if not likely:
            return
    wholes = [
        other for other in library.store.articles.of(sorted(likely or ())) if _may_hold(other, len(text))
    ]
    for other in sorted(wholes, key=lambda whole: (-whole.characters, whole.id)):
        if contained(text, library.texts.get(other.id).clean) >= HELD:
            if may_be_part(library.store, one.id):
                yield one.id, other.id
            return


def _parts_of(library: Library, one: ArticleSummary) -> Iterator[tuple[str, str]]:
    """Yield the articles that are excerpts of a new one."""
    text = library.texts.get(one.id).clean
    if one.duplicate_of or len(text) < _SHORTEST * _LONGER:
        return
    for other in library.store.articles.of(library.store.prints.within(numbers_of(text))):
        known = other.id == one.id or other.duplicate_of or other.part_of or other.pack or other.trashed
        if known or not _SHORTEST <= other.characters <= len(text) / _LONGER:
            continue
        held = contained(library.texts.get(other.id).clean, text)
        if held >= HELD and may_be_part(library.store, other.id):
            yield other.id, one.id


def _probes(library: Library, article_id: str) -> Iterable[str]:
    """Return a few sentences of an article below its title, spread over it; none where it is too short."""
    ready = library.texts.get(article_id)
    if len(ready.clean) < _SHORTEST:
        return ()
    title = ready.clean.find("\n")
    whole = [span.of(ready.clean).strip() for span in ready.sentences if span.start > title]
    usable = [words for words in whole if len(words) in _PROBE and "\n" not in words]
    step = max(1, len(usable) // _PROBES)
    return usable[step // 2 :: step][:_PROBES]


def _may_hold(whole: ArticleSummary, length: int) -> bool:
    return not whole.trashed and not whole.duplicate_of and whole.characters >= length * _LONGER
