"""From what a person typed to the words that rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.conditions import Scored, is_wordlike
from index.fold.classes import has_han, is_han
from index.patterns import Literal, plain
from index.segment.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.segment import Segmenter


class Terms:
    """Cuts plain terms into words and adds what means the same (``aliases``) or reads the same (``readings``)."""

    def __init__(
        self,
        segmenter: Segmenter,
        aliases: Mapping[str, tuple[str, ...]],
        readings: Callable[[str], tuple[str, ...]] = lambda _word: (),
    ) -> None:
        self._segmenter = segmenter
        self._aliases: dict[str, tuple[str, ...]] = {}
        for name, others in aliases.items():
            group = tuple(dict.fromkeys((name, *others)))
            for member in group:
                key = plain(member)
                self._aliases[key] = tuple(dict.fromkeys((*self._aliases.get(key, ()), *group)))
        self._readings = readings

    def also(self, text: str) -> tuple[str, ...]:
        """Return what means the same as a text, without itself."""
        key = plain(text)
        return tuple(a for a in self._aliases.get(key, ()) if plain(a) != key)

    def words(self, text: str, *, all_words: bool = False) -> list[str]:
        """Return the words of a term, folded, without those that ask nothing (unless there is nothing else)."""
        folded = plain(text)
        words = [t.word for t in self._segmenter.words(folded) if is_wordlike(t.word)]
        telling = [w for w in words if w not in STOP_WORDS]
        return list(dict.fromkeys(words if all_words or not telling else telling))

    def scored(self, text: str) -> list[Scored]:
        """Return the patterns of a plain term: its words, and names inside it that have other forms."""
        folded = plain(text)
        found = [self._word(word) for word in self.words(text)]
        inside = [k for k in self._aliases if len(k) > 1 and k in folded and k not in {s.text for s in found}]
        found += [Scored(Literal.of(name, self.also(name)), name) for name in inside]
        if not found and folded.strip():
            # Only marks: they are looked for as they stand.
            found.append(Scored(Literal.of(folded), folded))
        return found

    def _word(self, word: str) -> Scored:
        also = self.also(word)
        if not also and not has_han(word):
            also = self._readings(word)
        return Scored(Literal.of(word, also), word)

    def soft(self, text: str) -> list[Scored]:
        """Return what tells near sentences apart but makes none a hit: character pairs and single characters."""
        folded = plain(text)
        words = set(self.words(text))
        pairs = [a + b for a, b in zip(folded, folded[1:], strict=False) if is_han(a) and is_han(b)]
        singles = [c for word in words if len(word) > 1 for c in word if is_han(c)]
        scored = [Scored(Literal((p,)), p, PAIR) for p in dict.fromkeys(pairs) if p not in words]
        return scored + [
            Scored(Literal((c,)), c, SINGLE) for c in dict.fromkeys(singles) if c not in STOP_WORDS
        ]


PAIR = 0.35
SINGLE = 0.15
