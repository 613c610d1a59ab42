"""From what a person typed to the words that rank."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.fold.classes import has_han, is_han
from index.query.conditions import Scored, is_wordlike
from index.query.matching import Literal, plain
from index.segment.stopwords import STOP_WORDS
from index.words.questions import without_asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.segment import Segmenter


# Of a pasted page the first words rank; so many are enough to tell what it is about.
MOST_WORDS = 64
LONGEST_SOFT = 100
PAIR = 0.5
SINGLE = 0.15
SINGLE_WORD = 0.8


@lru_cache(maxsize=4)
def _by_form(aliases: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the names that mean the same by each of their folded forms; searches in a row ask for the same ones."""
    found: dict[str, tuple[str, ...]] = {}
    for name, others in aliases:
        group = tuple(dict.fromkeys((name, *others)))
        for member in group:
            key = plain(member)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *group)))
    return found


class Terms:
    """Cuts plain terms into words and adds what means the same (``aliases``) or reads the same (``readings``).

    ``stands`` tells whether a string stands in any text: where a word does not, the segmenter may have cut a name
    wrongly, and its neighbours are tried.
    """

    def __init__(
        self,
        segmenter: Segmenter,
        aliases: Mapping[str, tuple[str, ...]],
        readings: Callable[[str], tuple[str, ...]],
        stands: Callable[[str], bool],
    ) -> None:
        self._segmenter = segmenter
        self._aliases = _by_form(tuple(aliases.items()))
        self._readings = readings
        self._stands = stands
        self._scored: dict[str, list[Scored]] = {}

    def also(self, text: str) -> tuple[str, ...]:
        """Return what means the same as a text, without itself."""
        key = plain(text)
        return tuple(a for a in self._aliases.get(key, ()) if plain(a) != key)

    def words(self, text: str) -> list[str]:
        """Return the words of a term, folded, without those that ask nothing (unless there is nothing else)."""
        asked = without_asking(plain(text))
        words = [t.word for t in self._segmenter.words(asked) if is_wordlike(t.word)]
        telling = [w for w in words if w not in STOP_WORDS]
        return list(dict.fromkeys(telling or words))[:MOST_WORDS]

    def scored(self, text: str) -> list[Scored]:
        """Return the patterns of a plain term: its words, and names inside it that have other forms."""
        if text not in self._scored:
            self._scored[text] = self._patterns(text)
        return self._scored[text]

    def _patterns(self, text: str) -> list[Scored]:
        folded = plain(text)
        words = self.words(text)
        repaired = self._repaired(without_asking(folded), words)
        # A single character cut out of a longer term ranks (see soft), but makes no sentence a hit.
        longer = [w for w in (*words, *repaired) if len(w) > 1 or not is_han(w)]
        found = [self._word(word) for word in longer or words]
        inside = [k for k in self._aliases if len(k) > 1 and k in folded and k not in longer]
        found += [Scored(Literal.of(name, self.also(name)), name) for name in inside]
        if not found and folded.strip():
            # Only marks: they are looked for as they stand.
            found.append(Scored(Literal.of(folded), folded))
        return found

    def _repaired(self, folded: str, words: list[str]) -> list[str]:
        """Return words that stand in the texts where one that was cut out does not, or where only letters were."""
        tried: list[str] = []
        for token in self._segmenter.words(folded[:LONGEST_SOFT]):
            word, start, end = token.word, token.start, token.end
            if not has_han(word) or word in STOP_WORDS or _counts(folded, start, end):
                continue
            if len(word) > 1 and (self._segmenter.knows(word) or self._stands(word)):
                continue
            stretch = folded[max(0, start - 1) : end + 1]
            tried += [a + b for a, b in pairwise(stretch) if is_han(a) and is_han(b)]
            if len(word) > 3:  # what is left of three are the pairs above
                tried += [word[:-1], word[1:]]
        return [
            piece
            for piece in dict.fromkeys(tried)
            if piece not in words and not STOP_WORDS.issuperset(piece) and self._stands(piece)
        ]

    def _word(self, word: str) -> Scored:
        also = self.also(word)
        if not also and not has_han(word):
            also = self._readings(word)
        return Scored(Literal.of(word, also), word)

    def soft(self, text: str) -> list[Scored]:
        """Return what tells near sentences apart but makes none a hit: character pairs and single characters."""
        folded = plain(text)[:LONGEST_SOFT]
        words = self.words(text)
        pairs = [a + b for a, b in pairwise(folded) if is_han(a) and is_han(b)]
        singles = dict.fromkeys(c for word in words if len(word) > 1 for c in word if is_han(c))
        scored = [Scored(Literal((p,)), p, PAIR) for p in dict.fromkeys(pairs) if p not in words]
        scored += [Scored(Literal((w,)), w, SINGLE_WORD) for w in words if len(w) == 1 and is_han(w)]
        return scored + [
            Scored(Literal((c,)), c, SINGLE) for c in singles if c not in STOP_WORDS and c not in words
        ]


def _counts(text: str, start: int, end: int) -> bool:
    """Tell whether a single character counts what stands before it (2026年, 3家): it is no piece of a name."""
    return end - start == 1 and start > 0 and text[start - 1].isdigit()
