"""Carrying out one search over one view: exact, words, near, and auto, which is all of them in that order."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from index.characters.numbers import NONE
from index.fold.classes import has_han
from index.query.conditions import Compiler, is_wordlike
from index.query.explanation import Explained, Explanation, explain
from index.query.folds import folds_used
from index.query.matching import Literal, apart, plain
from index.query.parser import LONGEST, parse
from index.query.request import Answer, Hit, Problem, Query
from index.query.tree import Node, Phrase, Rank, Term
from index.search.counting import answering, surely_found
from index.search.exact_places import exact_places, sentences_of
from index.search.gathered import FoundPlace, Gathered
from index.search.literal import Literally, unquoted
from index.search.near import LONGEST_NAMES, is_name, leaves_room, near_names, near_sentences
from index.search.ranking import Candidate, Ranker, choose, find_all
from index.search.whole_numbers import whole_numbers_first
from index.segment.stopwords import STOP_WORDS
from index.words.questions import answer_to, is_question
from index.words.terms import MOST_WORDS, Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from index.characters.entry import Entry
    from index.characters.numbers import Numbers
    from index.characters.scan import View
    from index.query.conditions import Conditions
    from index.search.literal import StringPlaces
    from index.search.near import NearSentence
    from index.segment import Segmenter
    from index.words.suggest import Readings

CONTEXT = 30
# More characters of a sentence than these stand on no side of a place: some texts are one sentence.
LONGEST_SIDE = 300
# So many documents are ranked at once: all that can answer where they are fewer, otherwise the engine's best.
HEAD = 300
ENGINE_DOCUMENTS = 200
NEAR_DOCUMENTS = 60
# Of what only looks for a counterpart (``weighed`` is off) so many.
GLANCED_AT = 120
# Of what stands somewhere as it was typed, a quote, so many: the sentences beside it come behind its places.
BESIDE = 60
# So many words make a question; of those that only say how it is asked each counts for less.
A_QUESTION = 3
ASKING = 0.4
# Up to so many words articles are ranked as wholes; a word the texts cut otherwise makes that less sure.
FEW_WORDS = 5
SOONER = 3
CUT_OTHERWISE = 0.3


class Search:
    """One search; ``prior`` and ``relevance`` ask the ranked engine, ``vocabulary`` returns the known words."""

    def __init__(
        self,
        view: View,
        segmenter: Segmenter,
        prior: Callable[[tuple[str, ...], int], Mapping[str, float]],
        relevance: Callable[[Mapping[str, float], int], tuple[Mapping[str, float], frozenset[str]]],
        vocabulary: Callable[[], Mapping[str, int]],
        readings: Readings,
    ) -> None:
        self._view = view
        self._segmenter = segmenter
        self._prior = prior
        self._relevance = relevance
        self._vocabulary = vocabulary
        self._readings = readings
        self._weighed = True
        self._misspelt = True
        self._glances = False
        self._standing: dict[str, bool] = {}
        self._asked: dict[str, Mapping[str, float]] = {}

    def answer(self, request: Query) -> Answer:
        """Answer a request in its mode."""
        self._weighed = request.weighed
        self._misspelt = request.misspelt
        self._glances = not (request.weighed or request.whole)
        found = Gathered(request)
        if request.mode == "exact":
            text = unquoted(request.text)
            literally = Literally(self._view, text, request.fold)
            complete = self._literally(found, literally, spans=False)
            root = Explained("phrase", text) if text else None
            return _answer(request, root, found, None, complete=complete)
        parsed = parse(request.text)
        root = explain(parsed.root) if parsed.root else None
        terms = Terms(self._segmenter, request.aliases, self._reading, self._stands)
        conditions = None
        problem = parsed.problem
        if parsed.root is not None and request.mode in {"auto", "words"}:
            conditions = Compiler(terms.scored, terms.also).conditions(parsed.root)
            root = _with_words(root, terms) if root else None
            if not conditions.positive and not conditions.by_field:
                problem = problem or Problem("only_negative", parsed.root.start, parsed.root.end)
                conditions = None
        complete = True
        typed = unquoted(request.text.strip())
        if request.mode == "auto" or (request.mode == "near" and is_name(typed)):
            folds = folds_used(request.mode, request.fold)
            literally = Literally(self._view, typed, folds, partial(self._relevance_of, typed))
            alone = conditions is None or _says_the_same(conditions, literally.string)
            # What comes after it must know the places, so that none is counted twice.
            complete = self._literally(found, literally, spans=not alone or leaves_room(literally.string))
            conditions = None if alone else conditions
        if conditions is not None and parsed.root is not None and complete:
            complete = self._ranked(found, conditions, parsed.root, terms)
        if parsed.root is not None and request.mode in {"auto", "near"} and complete:
            complete = self._nearly(found, request.text, parsed.root, terms, conditions)
        return _answer(request, root, found, problem, complete=complete)

    def _literally(self, found: Gathered, literally: Literally, *, spans: bool) -> bool:
        """Add the places of a string; tell whether all were. Without ``spans`` what is not listed is only counted."""
        numbers = literally.numbers
        if self._glances and found.wanted is not None:
            found.add(exact_places(literally.some(numbers, found.wanted), by_sentence=found.by_sentence))
            return not found.done
        if len(numbers) > HEAD and len(self._words_of((literally.string,))) > 1:
            # Each of them can hold all the words: these tell nothing apart.
            head = numbers.first(ENGINE_DOCUMENTS)
        else:
            head = self._best_of(numbers, lambda: (literally.string,))
        found.add(_listed(found, literally, literally.places(head)))
        rest = numbers - head
        if rest and not found.done:
            if spans or not found.enough:
                found.add(_listed(found, literally, literally.places(rest, changed=False)))
            else:
                found.count(literally.tally(rest))
            rest = NONE
        found.literal = found.counts.total()
        found.close()
        return not rest

    def _best_of(self, numbers: Numbers, strings: Callable[[], tuple[str, ...]], few: int = 0) -> Numbers:
        """Return the documents that are ranked first: all where they are few, otherwise those the engine names.

        ``few`` is how many are enough where not many are needed.
        """
        if len(numbers) <= (GLANCED_AT if self._glances else HEAD):
            return numbers
        words = self._words_of(strings())
        if len(words) > 1:
            # Of several words the rare ones tell most: which documents hold them is known without any text.
            most = few or (GLANCED_AT if self._glances else ENGINE_DOCUMENTS)
            head = self._view.covering(words, most) & numbers
        else:
            head = self._view.named(self._prior(words, ENGINE_DOCUMENTS)) & numbers
        return head or numbers.first(ENGINE_DOCUMENTS)

    def _words_of(self, strings: Iterable[str]) -> tuple[str, ...]:
        found = (t.word for s in strings for t in self._segmenter.words(s[:LONGEST]) if is_wordlike(t.word))
        return tuple(dict.fromkeys(found))

    def _ranked(self, found: Gathered, conditions: Conditions, root: Node, terms: Terms) -> bool:
        """Add the sentences that answer, best first; tell whether all were."""
        view = self._view
        strings = tuple(
            dict.fromkeys(s for n in conditions.positive for s in conditions.patterns[n].pattern.strings)
        )
        numbers = view.every_number() if conditions.by_field else view.numbers(strings)
        typed = " ".join(plain_terms(root))
        soft = terms.soft(typed)
        answer = answer_to(plain(typed))
        # What stands somewhere as it was typed is a quote: the sentences beside it need no ranking of whole articles.
        quoted = bool(found.literal) and not is_question(plain(typed))
        relevance = self._asked.get(typed, {}) if quoted else self._relevance_of(typed)
        ranker = Ranker(conditions, soft, view.totals(), view.frequency, answer, relevance)
        changed, rest = view.changed(), numbers
        for few in (BESIDE, 0) if quoted else (0,):
            head = self._best_of(numbers, lambda: tuple(s for s in strings if s), few) & rest
            found.add(
                self._new_ones(found, ranker, conditions, chain(view.load(head), changed), quoted=quoted)
            )
            rest -= head
            if found.enough:
                break
        if rest and not found.done:
            if found.enough:
                for entry, sentences in answering(view, rest, conditions):
                    found.pass_over(entry, sentences)
            else:
                found.add(self._new_ones(found, ranker, conditions, view.load(rest), quoted=quoted))
            rest = NONE
        return not rest

    def _relevance_of(self, typed: str) -> Mapping[str, float]:
        """Return how well each document as a whole answers a question, 0 to 1; it may repeat how that is asked.

        Nothing for a few words, of which a sentence tells more.
        """
        if typed not in self._asked:
            self._asked[typed] = self._ask_relevance(typed)
        return self._asked[typed]

    def _ask_relevance(self, typed: str) -> Mapping[str, float]:
        if not self._weighed:
            return {}
        words = [t.word for t in self._segmenter.words(plain(typed[:LONGEST])) if is_wordlike(t.word)][
            :MOST_WORDS
        ]
        weights = {word: ASKING if word in STOP_WORDS else 1.0 for word in words}
        telling = [word for word in weights if word not in STOP_WORDS]
        if len(telling) < A_QUESTION:
            return {}
        found, known = self._relevance(weights, HEAD)
        share = self._trusted(telling, known) if found else 0.0
        return {name: share * value for name, value in found.items()}

    def _trusted(self, telling: list[str], known: frozenset[str]) -> float:
        """Return how far the words of a question decide by themselves, 0 to 1.

        Of many words one sentence holds enough to tell; where the texts cut a word otherwise, letters tell more.
        """
        share = min(1.0, FEW_WORDS / len(telling)) ** SOONER
        return share * CUT_OTHERWISE if any(w not in known and self._stands(w) for w in telling) else share

    def _new_ones(
        self,
        found: Gathered,
        ranker: Ranker,
        conditions: Conditions,
        entries: Iterable[Entry],
        *,
        quoted: bool,
    ) -> Iterator[FoundPlace]:
        """Rank the sentences of some documents and yield those that are not listed yet.

        But for a quote, whose sentence is wanted, the documents are ranked as wholes with them.
        """
        candidates: list[Candidate] = []
        for one in find_all(entries, conditions):
            ranker.measure(one)
            candidates += choose(one, conditions)
        ranked = ranker.rank(candidates)
        self._view.go_on()
        spans = ((c, c.entry.starts[c.sentence], c.entry.ends[c.sentence]) for c in ranked)
        new = [(c, start, end) for c, start, end in spans if found.is_new(c.entry.id, start, end)]
        if not quoted:
            # What asks the same once more is listed already: where it stands tells nothing of the answer.
            found.rank(c.entry.id for c, _, _ in new)
        for c, start, end in new:
            marks = () if found.enough else _marks(c)
            yield FoundPlace(c.entry, start, end, round(c.score, 6), "words", marks)

    def _nearly(
        self, found: Gathered, text: str, root: Node, terms: Terms, carried_out: Conditions | None
    ) -> bool:
        """Add sentences close to the whole query, and those with its names spelt nearly so; tell whether all were.

        Whatever answers the conditions that were ``carried_out`` is listed already.
        """
        found.close()
        if found.done:
            return False
        # A first answer looks at the closest documents; so many are all there are in a small library.
        first = not found.whole and self._view.size() > NEAR_DOCUMENTS
        most = NEAR_DOCUMENTS if first else -1
        terms_told = plain_terms(root) if self._misspelt else ()
        words = [w for term in terms_told for w in terms.words(term) if len(w) > 1 and has_han(w)]
        if len(plain(text)) > LONGEST_NAMES:
            # In a quote only what stands nowhere can be a name spelt wrongly; a first answer does without.
            words = [] if first else [w for w in words if not self._stands(w)]
        names = [(w, () if self._stands(w) else self._readings.alike(w, self._vocabulary())) for w in words]
        best: dict[tuple[str, int], NearSentence] = {}
        listed = surely_found(carried_out) if carried_out else frozenset()

        def is_new(entry: Entry, sentence: int) -> bool:
            return found.is_new(entry.id, entry.starts[sentence], entry.ends[sentence])

        close = near_sentences(self._view, text, most, is_new, listed)
        for near in chain(close, near_names(self._view, names, most, is_new)):
            known = best.get((near.entry.id, near.sentence))
            if known is None or near.score > known.score:
                best[near.entry.id, near.sentence] = near
        ranked = sorted(best.values(), key=lambda n: (-n.score, n.entry.id, n.sentence))
        found.add(
            FoundPlace(n.entry, start, end, round(n.score, 6), "near", n.marks)
            for n in ranked
            for start, end in ((n.entry.starts[n.sentence], n.entry.ends[n.sentence]),)
        )
        return not first

    def _stands(self, word: str) -> bool:
        """Tell whether a word stands in any text looked through."""
        if word not in self._standing:
            self._standing[word] = self._view.stands(word)
        return self._standing[word]

    def _reading(self, word: str) -> tuple[str, ...]:
        return self._readings.of(word, self._vocabulary())


def _listed(found: Gathered, literally: Literally, places: Iterable[StringPlaces]) -> Iterator[FoundPlace]:
    return exact_places(whole_numbers_first(places, literally.string), by_sentence=found.by_sentence)


def _says_the_same(conditions: Conditions, string: str) -> bool:
    """Tell whether every sentence that answers holds the string itself: there is nothing more to list."""
    return (
        not conditions.by_field
        and bool(conditions.patterns)
        and all(
            isinstance(s.pattern, Literal) and s.pattern.strings == (string,) for s in conditions.patterns
        )
    )


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


def _answer(
    request: Query,
    root: Explained | None,
    found: Gathered,
    problem: Problem | None,
    *,
    complete: bool,
) -> Answer:
    return Answer(
        Explanation(request.mode, root),
        found.counts.total(),
        len(found.counts),
        tuple(_hit(p) for p in found.places),
        {name: found.counts[name] for name in found.ranking()},
        problem,
        found.literal,
        complete,
    )


def _hit(place: FoundPlace) -> Hit:
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
        *_rest_of_sentence(place),
        place.places,
    )


def _rest_of_sentence(place: FoundPlace) -> tuple[str, str]:
    """Return what stands before and after an exact place in the sentences it touches."""
    if place.kind != "exact":
        return "", ""
    entry = place.entry
    first, last = sentences_of(entry, (place.start, place.end))
    start, end = min(entry.starts[first], place.start), max(entry.ends[last], place.end)
    front = slice(max(start, place.start - LONGEST_SIDE), place.start)
    behind = slice(place.end, min(end, place.end + LONGEST_SIDE))
    return entry.text[front], entry.text[behind]
