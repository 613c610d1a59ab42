"""Which sentences answer, where they are only counted: nothing of them is shown, so where in them is not asked."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from index.query.matching import Literal
from index.search.ranking import chosen_sentences, find_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from index.characters.entry import Entry
    from index.characters.numbers import Numbers
    from index.characters.scan import View
    from index.query.conditions import Conditions
    from index.query.matching import Pattern


def answering(
    view: View, numbers: Numbers, conditions: Conditions
) -> Iterator[tuple[Entry, Collection[int]]]:
    """Yield those of some indexed documents that answer, with the numbers of the sentences that do."""
    if not conditions.anyone:
        for item in find_all(view.load(numbers), conditions):
            yield item.entry, chosen_sentences(item, conditions)
        return
    patterns = [scored.pattern for scored in conditions.patterns]
    alone = [one.alone if isinstance(one, Literal) else "" for one in patterns]
    for entry, standing in view.load_each(numbers, [one.strings for one in patterns]):
        found: set[int] = set()
        for at in standing:
            if alone[at]:
                _add_sentences(found, entry, alone[at])
            else:
                _add_found(found, entry, patterns[at])
        if found:
            yield entry, found


def surely_found(conditions: Conditions) -> frozenset[str]:
    """Return strings of which each makes every sentence it begins in one that answers."""
    patterns = [scored.pattern for scored in conditions.patterns] if conditions.anyone else []
    return frozenset(one.alone for one in patterns if isinstance(one, Literal) and one.alone)


def _add_sentences(found: set[int], entry: Entry, string: str) -> None:
    """Add the sentences a string begins in; of one that holds it the rest is passed over."""
    text, starts = entry.folded, entry.starts
    at, following = text.find(string), 1
    while at >= 0:
        following = max(1, bisect_right(starts, at, following - 1))
        found.add(following - 1)
        if following == len(starts):
            break
        at = text.find(string, starts[following])


def _add_found(found: set[int], entry: Entry, pattern: Pattern) -> None:
    found.update(entry.sentence_at(start) for start, _ in pattern.find(entry))
