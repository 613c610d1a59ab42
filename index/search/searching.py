"""Carrying out one search over one view: exact, words, near, and auto, which is all of them in that order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from index.fold import ALL_BUT_PUNCTUATION
from index.fold.classes import has_han
from index.query.conditions import Compiler
from index.query.explanation import Explained, Explanation, explain
from index.query.matching import apart
from index.query.parser import parse
from index.query.request import Answer, Hit, Kind, Problem, Query
from index.query.tree import Node, Phrase, Rank, Term
from index.search.literal import find_places, unquoted
from index.search.near import near_names, near_sentences
from index.search.ranking import Candidate, Ranker, choose, find_all
from index.words.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from index.characters.entry import Entry
    from index.characters.scan import View
    from index.query.conditions import Conditions
    from index.search.literal import Places
    from index.search.near import NearSentence
    from index.segment import Segmenter
    from index.words.suggest import Readings

CONTEXT = 30
# How many documents the ranked engine is asked about; further ones are ranked by the sentences alone.
ENGINE_DOCUMENTS = 200


@dataclass(frozen=True, slots=True)
class _Place:
    """A hit before its texts are cut out."""

    entry: Entry
    start: int
    end: int
    score: float
    kind: Kind
    marks: tuple[tuple[int, int], ...]


class Search:
    """One search; ``prior`` asks the ranked engine, ``vocabulary`` returns the known words."""

    def __init__(
        self,
        view: View,
        segmenter: Segmenter,
        prior: Callable[[tuple[str, ...], int], Mapping[str, float]],
        vocabulary: Callable[[], Mapping[str, int]],
        readings: Readings,
    ) -> None:
        self._view = view
        self._segmenter = segmenter
        self._prior = prior
        self._vocabulary = vocabulary
        self._readings = readings
        self._standing: dict[str, bool] = {}

    def answer(self, request: Query) -> Answer:
        """Answer a request in its mode."""
        if request.mode == "exact":
            return self._all_places(request)
        parsed = parse(request.text)
        root = explain(parsed.root) if parsed.root else None
        places: list[_Place] = []
        problem = parsed.problem
        if request.mode == "auto":
            places = self._literal(request)
        if parsed.root is not None:
            terms = Terms(self._segmenter, request.aliases, self._reading, self._stands)
            if request.mode in {"auto", "words"}:
                conditions = Compiler(terms.scored, terms.also).conditions(parsed.root)
                root = _with_words(explain(parsed.root), terms)
                if not conditions.positive and not conditions.by_field:
                    problem = problem or Problem("only_negative", parsed.root.start, parsed.root.end)
                else:
                    places += _not_listed(places, self._ranked(conditions, parsed.root, terms))
            if request.mode in {"auto", "near"}:
                places += _not_listed(places, self._near(request.text, parsed.root, terms))
        return _answer(request, root, places, problem)

    def _all_places(self, request: Query) -> Answer:
        """Answer an exact search; only the hits asked for are made, all are counted."""
        text = unquoted(request.text)
        found = find_places(self._view, text, request.fold)
        places = (place for p in found for place in _exact_places(p))
        return Answer(
            Explanation("exact", tuple(sorted(request.fold)), Explained("phrase", text) if text else None),
            sum(len(p.spans) for p in found),
            len(found),
            tuple(_hit(p) for p in islice(places, _limit(request))),
            {p.entry.id: len(p.spans) for p in found},
        )

    def _literal(self, request: Query) -> list[_Place]:
        text = unquoted(request.text.strip())
        found = find_places(self._view, text, request.fold | ALL_BUT_PUNCTUATION)
        return [place for p in found for place in _exact_places(p)]

    def _ranked(self, conditions: Conditions, root: Node, terms: Terms) -> list[_Place]:
        strings = tuple(s for n in conditions.positive for s in conditions.patterns[n].pattern.strings)
        entries = self._view.all() if conditions.by_field else self._view.holding(strings)
        found = find_all(entries, conditions)
        candidates = [c for f in found for c in choose(f, conditions)]
        typed = " ".join(plain_terms(root))
        ranker = Ranker(conditions, terms.soft(typed), self._view.totals())
        prior = self._prior(tuple(s for s in strings if s), ENGINE_DOCUMENTS)
        live = {n: s for n, s in prior.items() if n not in self._view.scanned}
        return [
            _Place(
                c.entry,
                c.entry.starts[c.sentence],
                c.entry.ends[c.sentence],
                round(c.score, 6),
                "words",
                _marks(c),
            )
            for c in ranker.rank(found, candidates, live)
        ]

    def _near(self, text: str, root: Node, terms: Terms) -> list[_Place]:
        """Sentences close to the whole query, and those with its names spelt nearly so."""
        words = [w for term in plain_terms(root) for w in terms.words(term) if len(w) > 1 and has_han(w)]
        names = [(w, () if self._stands(w) else self._readings.alike(w, self._vocabulary())) for w in words]
        found: dict[tuple[str, int], NearSentence] = {}
        for near in (*near_sentences(self._view, text), *near_names(self._view, names)):
            known = found.get((near.entry.id, near.sentence))
            if known is None or near.score > known.score:
                found[near.entry.id, near.sentence] = near
        ranked = sorted(found.values(), key=lambda n: (-n.score, n.entry.id, n.sentence))
        return [
            _Place(
                n.entry,
                n.entry.starts[n.sentence],
                n.entry.ends[n.sentence],
                round(n.score, 6),
                "near",
                n.marks,
            )
            for n in ranked
        ]

    def _stands(self, word: str) -> bool:
        """Tell whether a word stands in any text looked through."""
        if word not in self._standing:
            self._standing[word] = any(word in e.folded for e in self._view.holding((word,)))
        return self._standing[word]

    def _reading(self, word: str) -> tuple[str, ...]:
        return self._readings.of(word, self._vocabulary())


def _marks(candidate: Candidate) -> tuple[tuple[int, int], ...]:
    """Return what was found in a sentence; what runs on into the next one is cut off at its end."""
    begin, stop = candidate.entry.starts[candidate.sentence], candidate.entry.ends[candidate.sentence]
    spans = [(max(start, begin), min(end, stop)) for _, start, end in candidate.found]
    return tuple(apart([(start, end) for start, end in spans if start < end]))


def plain_terms(node: Node) -> list[str]:
    """Return the terms and phrases of a query that stand under no operator."""
    nodes = node.nodes if isinstance(node, Rank) else (node,)
    return [n.text for n in nodes if isinstance(n, Term | Phrase)]


def _with_words(explained: Explained, terms: Terms) -> Explained:
    """Show the words a plain term was cut into, and what else they find."""
    if explained.kind == "term":
        words = tuple(Explained("word", s.text, terms.also(s.text)) for s in terms.scored(explained.text))
        if len(words) > 1 or (words and words[0].also):
            return Explained("words", explained.text, parts=words)
        return explained
    if explained.kind == "rank":
        return Explained("rank", parts=tuple(_with_words(p, terms) for p in explained.parts))
    return explained


def _not_listed(listed: Sequence[_Place], places: Sequence[_Place]) -> list[_Place]:
    """Return the places that do not touch one already listed."""
    if not listed:
        return list(places)
    by_document: dict[str, list[tuple[int, int]]] = {}
    for place in listed:
        by_document.setdefault(place.entry.id, []).append((place.start, place.end))
    taken = {name: _Taken(spans) for name, spans in by_document.items()}
    return [p for p in places if p.entry.id not in taken or not taken[p.entry.id].touches(p.start, p.end)]


class _Taken:
    """Spans of one document, and whether another touches one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def _exact_places(places: Places) -> Iterator[_Place]:
    relevance = round(places.relevance, 6)
    for start, end in places.spans:
        yield _Place(places.entry, start, end, relevance, "exact", ((start, end),))


def _limit(request: Query) -> int | None:
    return None if request.limit is None else max(request.limit, 0)


def _answer(
    request: Query, root: Explained | None, places: Sequence[_Place], problem: Problem | None
) -> Answer:
    counts = Counter(p.entry.id for p in places)
    return Answer(
        Explanation(request.mode, tuple(sorted(request.fold | ALL_BUT_PUNCTUATION)), root),
        len(places),
        len(counts),
        tuple(_hit(p) for p in places[: _limit(request)]),
        dict(counts),
        problem,
    )


def _hit(place: _Place) -> Hit:
    text = place.entry.text
    return Hit(
        place.entry.id,
        place.entry.title,
        place.start,
        place.end,
        text[place.start : place.end],
        text[max(0, place.start - CONTEXT) : place.start],
        text[place.end : place.end + CONTEXT],
        place.score,
        place.kind,
        place.marks,
    )
