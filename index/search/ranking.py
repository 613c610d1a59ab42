"""Ranking sentences: BM25 over sentences, together with how well the document they stand in answers.

A first pass over all hits uses the words; a second one, over the best of them, adds character pairs, single
characters, the sentences beside and the title.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from index.characters.entry import Entry
    from index.characters.scan import Totals
    from index.lazy_pattern import LazyPattern
    from index.query.conditions import Conditions, Scored

K1 = 1.2
B_SENTENCE = 0.45
B_DOCUMENT = 0.75
DOCUMENT_SHARE = 0.5
ARTICLE_SHARE = 6.0
TITLE_SHARE = 0.3
BESIDE_SHARE = 0.15
ANSWER_SHARE = 0.5
# How many of the best sentences are looked at more closely.
CLOSER = 400
# So many places of a word in one sentence are kept: a sentence without an end scores no more for all others.
MOST_PLACES = 1000


@dataclass(slots=True)
class Candidate:
    """A sentence that answers: its number in the entry, what was found in it (pattern, start, end), its score.

    ``words`` is what the words in it alone score.
    """

    entry: Entry
    sentence: int
    found: list[tuple[int, int, int]]
    whole: bool
    score: float = 0.0
    words: float = 0.0


@dataclass(slots=True)
class Found:
    """What was found in one document: spans by pattern."""

    entry: Entry
    spans: dict[int, list[tuple[int, int]]]


def find_all(entries: Iterable[Entry], conditions: Conditions) -> Iterator[Found]:
    """Find every pattern in every document; documents with nothing positive are left out unless fields decide."""
    for entry in entries:
        spans = {
            number: found for number, s in enumerate(conditions.patterns) if (found := s.pattern.find(entry))
        }
        if conditions.by_field or not conditions.positive.isdisjoint(spans):
            yield Found(entry, spans)


def choose(found: Found, conditions: Conditions) -> list[Candidate]:
    """Return the sentences of a document that answer.

    Where the conditions hold for the document but for none of its sentences (two words joined by AND that stand
    in different ones), the sentences with any of the words are returned; where only fields were asked for, the first.
    """
    by_sentence = _by_sentence(found)
    numbers, whole = _answering(found, conditions, by_sentence)
    positive = conditions.positive
    return [
        Candidate(found.entry, n, [i for i in by_sentence.get(n, ()) if i[0] in positive], whole=whole)
        for n in numbers
    ]


def chosen_sentences(found: Found, conditions: Conditions) -> list[int]:
    """Return the numbers of the sentences ``choose`` returns, for what only counts them."""
    return _answering(found, conditions, _by_sentence(found))[0]


_Items = dict[int, list[tuple[int, int, int]]]


def _by_sentence(found: Found) -> _Items:
    sentence_at, items = found.entry.sentence_at, _Items()
    for number, spans in found.spans.items():
        for sentence, there in groupby(spans, lambda span: sentence_at(span[0])):
            kept = islice(there, MOST_PLACES)
            items.setdefault(sentence, []).extend((number, start, end) for start, end in kept)
    return items


def _answering(found: Found, conditions: Conditions, by_sentence: _Items) -> tuple[list[int], bool]:
    """Return the sentences that answer, and whether each of them does so by itself."""
    entry, positive = found.entry, conditions.positive
    holding = {sentence: frozenset([n for n, _, _ in items]) for sentence, items in by_sentence.items()}
    some = [sentence for sentence, numbers in holding.items() if not positive.isdisjoint(numbers)]
    chosen = [sentence for sentence in some if conditions.test(holding[sentence], entry)]
    if chosen or not conditions.test(frozenset(found.spans), entry):
        return chosen, True
    return (some, False) if some else ([0], True)


def _idf(total: int, holding: int) -> float:
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def _saturated(frequency: float, damping: float) -> float:
    return frequency * (K1 + 1) / (frequency + damping)


class Ranker:
    """Scores the candidates of one search."""

    def __init__(
        self,
        conditions: Conditions,
        soft: Sequence[Scored],
        totals: Totals,
        frequency: Callable[[Sequence[str]], int],
        answer: LazyPattern[str] | None = None,
        relevance: Mapping[str, float] | None = None,
    ) -> None:
        """``frequency`` tells in how many documents one of some strings can stand: the fewer, the more it counts.

        ``answer`` is what a sentence holds besides the words if it answers the question; ``relevance`` is how well
        documents as wholes answer it: at most 1, less where the words of the question decide less.
        """
        self._answer = answer
        self._relevance = relevance or {}
        self._trust = max(self._relevance.values(), default=0.0)
        self._patterns = conditions.patterns
        self._soft = soft
        self._totals = totals
        self._mean = totals.sentence_length
        documents = max(totals.documents, 1)
        self._weights = {
            n: self._patterns[n].weight
            * _idf(documents, min(frequency(self._patterns[n].pattern.strings), documents))
            for n in conditions.positive
        }
        self._documents: dict[str, float] = {}
        self._titles: dict[str, float] = {}

    def rank(self, candidates: list[Candidate]) -> list[Candidate]:
        """Score and sort candidates, best first; their documents are measured by now."""
        best = max(self._documents.values(), default=0.0) or 1.0
        for name, score in self._documents.items():
            self._documents[name] = score / best
        scale = sum(self._weights.values()) or 1.0
        for candidate in candidates:
            score = candidate.words = self._sentence(candidate) / scale
            # Evidence spread over an article counts as far as the words of a question decide by themselves.
            score += DOCUMENT_SHARE * (1 - self._trust) * self._documents[candidate.entry.id]
            score += ARTICLE_SHARE * self._relevance.get(candidate.entry.id, 0.0)
            candidate.score = score if candidate.whole else score / 4
        candidates.sort(key=_order)
        head = candidates[:CLOSER]
        self._closer(head, scale)
        head.sort(key=_order)
        return head + candidates[CLOSER:]

    def measure(self, found: Found) -> None:
        """Score a document."""
        mean = self._totals.document_length
        damping = K1 * (1 - B_DOCUMENT + B_DOCUMENT * len(found.entry.folded) / mean)
        self._documents[found.entry.id] = sum(
            self._weights[n] * _saturated(len(spans), damping)
            for n, spans in found.spans.items()
            if n in self._weights
        )

    def _sentence(self, candidate: Candidate) -> float:
        counts: dict[int, int] = {}
        for number, _, _ in candidate.found:
            counts[number] = counts.get(number, 0) + 1
        entry, at = candidate.entry, candidate.sentence
        damping = self._damping(entry.ends[at] - entry.starts[at])
        return sum(self._weights[n] * _saturated(c, damping) for n, c in counts.items())

    def _damping(self, length: int) -> float:
        """Return what a longer sentence takes from a word that stands in it."""
        return K1 * (1 - B_SENTENCE + B_SENTENCE * length / self._mean)

    def _closer(self, head: Sequence[Candidate], scale: float) -> None:
        """Add what only pays for the best: pairs and single characters, the neighbours, the title."""
        inside: list[list[tuple[int, int]]] = []
        sought = [soft.pattern.strings[0] for soft in self._soft]
        for candidate in head:
            entry, at = candidate.entry, candidate.sentence
            count = entry.folded[entry.starts[at] : entry.ends[at]].count
            # Of many strings a sentence holds a few: all others cost the look alone.
            inside.append([(number, found) for number, one in enumerate(sought) if (found := count(one))])
        holding = Counter(number for counts in inside for number, _ in counts)
        weights = [s.weight * _idf(len(head), holding[number]) for number, s in enumerate(self._soft)]
        scores = {(c.entry.id, c.sentence): c.words for c in head}
        for candidate, counts in zip(head, inside, strict=True):
            entry, at = candidate.entry, candidate.sentence
            damping = self._damping(entry.ends[at] - entry.starts[at])
            extra = sum(weights[number] * _saturated(found, damping) for number, found in counts)
            beside = max(scores.get((entry.id, at - 1), 0.0), scores.get((entry.id, at + 1), 0.0))
            candidate.score += extra / scale + BESIDE_SHARE * beside + TITLE_SHARE * self._title(entry)
            if self._answer is not None and self._answer.search(
                entry.folded, entry.starts[at], entry.ends[at]
            ):
                candidate.score += ANSWER_SHARE * self._covered(candidate) / scale

    def _covered(self, candidate: Candidate) -> float:
        """Return the weight of the words a sentence holds, each once."""
        return sum(self._weights[n] for n in {number for number, _, _ in candidate.found})

    def _title(self, entry: Entry) -> float:
        """Return the share of the query's weight that the title holds; looked at once for all its sentences."""
        if entry.id not in self._titles:
            self._titles[entry.id] = self._share_of_title(entry)
        return self._titles[entry.id]

    def _share_of_title(self, entry: Entry) -> float:
        total = sum(self._weights.values()) or 1.0
        end = entry.title_end
        if not end:
            return 0.0
        title = entry.folded[:end]
        return sum(
            weight
            for number, weight in self._weights.items()
            if any(s and s in title for s in self._patterns[number].pattern.strings)
        ) / total  # fmt: skip


def _order(candidate: Candidate) -> tuple[float, str, int]:
    return -candidate.score, candidate.entry.id, candidate.sentence
