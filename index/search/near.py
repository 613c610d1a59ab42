"""Half-remembered quotes: sentences that say nearly what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from index.fold import ALL_FOLDS, fold_text
from index.query.matching import Literal, apart, approximate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.characters.entry import Entry
    from index.characters.scan import View
    from index.query.matching import Pattern

    IsNew = Callable[[Entry, int], bool]

# Shorter queries are names: their words are looked for with one letter changed instead.
SHORTEST = 5
# In a longer query only words that stand nowhere are taken for names spelt wrongly.
LONGEST_NAMES = 8
LEAST_PAIRS = 0.3
LEAST_RATIO = 55.0
LEAST_SHARE = 0.25
SURER = 30.0
LONGEST = 400
# The most a sentence is worth for names spelt nearly so.
NAME = 0.9


@dataclass(frozen=True, slots=True)
class NearSentence:
    """A sentence close to a query: how close (0 to 1) and the parts of it that are meant."""

    entry: Entry
    sentence: int
    score: float
    marks: tuple[tuple[int, int], ...]


def is_name(text: str) -> bool:
    """Tell whether a query is so short that no sentence as a whole is close to it: what it says stands somewhere."""
    return len(fold_text(text[:LONGEST], ALL_FOLDS).text) < SHORTEST


def leaves_room(text: str) -> bool:
    """Tell whether anything but a text itself can be close to it where it stands somewhere: two letters leave none."""
    return len(text) > 2


def _whichever(_entry: Entry, _sentence: int) -> bool:
    return True


def near_sentences(
    view: View, text: str, most: int = -1, is_new: IsNew = _whichever, listed: frozenset[str] = frozenset()
) -> list[NearSentence]:
    """Return the sentences close to a query, in no order; ``most`` looks at the closest documents only.

    Only sentences that are new are looked at closer: none in which one of the strings ``listed`` begins.
    """
    query = fold_text(text, ALL_FOLDS).text[:LONGEST]
    if len(query) < SHORTEST:
        return []
    pairs = sorted({query[i : i + 2] for i in range(len(query) - 1)})
    least = max(1.0, LEAST_PAIRS * len(pairs))
    # What is new holds none of the pairs listed, so it has to hold enough of the others.
    telling = sorted(
        (pair for pair in pairs if pair not in listed), key=lambda pair: (view.frequency((pair,)), pair)
    )
    close = (
        _compare(entry, sentence, query)
        for entry in view.counted(telling if most < 0 else pairs, least, most)
        for sentence in _holding(entry, telling, least)
        if is_new(entry, sentence)
    )
    return [n for n in close if n is not None]


def _holding(entry: Entry, pairs: Sequence[str], least: float) -> list[int]:
    """Return the sentences that hold at least so many of the pairs."""
    counts: dict[int, int] = {}
    text, starts = entry.folded, entry.starts
    # Of a sentence that holds none of the first ones too few are left: behind them only known ones are looked at.
    first = len(pairs) - ceil(least) + 1
    for pair in pairs[: max(first, 0)]:
        at = text.find(pair)
        while at >= 0:
            sentence = entry.sentence_at(at)
            counts[sentence] = counts.get(sentence, 0) + 1
            at = text.find(pair, starts[sentence + 1]) if sentence + 1 < len(starts) else -1
    for done, pair in enumerate(pairs[max(first, 0) :], max(first, 0)):
        left = len(pairs) - done
        counts = {sentence: count for sentence, count in counts.items() if count + left >= least}
        if not counts:
            break
        for sentence in counts:
            end = starts[sentence + 1] + 1 if sentence + 1 < len(starts) else len(text)
            counts[sentence] += text.find(pair, starts[sentence] if sentence else 0, end) >= 0
    return [sentence for sentence, count in counts.items() if count >= least]


def _compare(entry: Entry, sentence: int, query: str) -> NearSentence | None:
    start, end = entry.starts[sentence], entry.ends[sentence]
    folded = fold_text(entry.text[start:end], ALL_FOLDS)
    # A quote may run over several sentences; each that lies well inside it is meant.
    share = min(1.0, len(folded.text) / len(query))
    if share < LEAST_SHARE:
        return None
    least = LEAST_RATIO + SURER * (1 - share)
    found = fuzz.partial_ratio_alignment(query, folded.text, score_cutoff=least)
    if found is None or found.dest_end <= found.dest_start:
        return None
    first, last = folded.span(*_asked_for(folded.text, found.dest_start, found.dest_end, query))
    return NearSentence(entry, sentence, found.score * share / 100, ((start + first, start + last),))


def _asked_for(text: str, start: int, end: int, query: str) -> tuple[int, int]:
    """Return where the part of a text that is close to a query begins and ends without letters not asked for."""
    asked = frozenset(query)
    while end - start > 1 and text[start] not in asked:
        start += 1
    while end - start > 1 and text[end - 1] not in asked:
        end -= 1
    return start, end


def near_names(
    view: View, names: Sequence[tuple[str, Sequence[str]]], most: int = -1, is_new: IsNew = _whichever
) -> list[NearSentence]:
    """Return the sentences that hold names spelt nearly like the asked ones, those with the most of them first.

    Each name comes with words that sound the same; from three characters on, one may differ. ``most`` looks at
    the documents only that can hold the rarest of them.
    """
    patterns = [p for word, alike in names if (p := _pattern(word, alike))]
    strings = tuple(s for p in patterns for s in p.strings)
    found: list[NearSentence] = []
    entries = view.holding(strings) if most < 0 else view.rarest(strings, most)
    for entry in entries if strings else ():
        marks: dict[int, list[tuple[int, int]]] = {}
        for pattern in patterns:
            for start, end in pattern.find(entry):
                marks.setdefault(entry.sentence_at(start), []).append((start, end))
        found += [
            NearSentence(entry, s, NAME * len(m) / (len(m) + 1), tuple(apart(m)))
            for s, m in marks.items()
            if is_new(entry, s)
        ]
    return found


def _pattern(word: str, alike: Sequence[str]) -> Pattern | None:
    if alike:
        return Literal.of(alike[0], alike[1:])
    return approximate(word, sure=True) if len(word) > 2 else None
