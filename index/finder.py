"""The one door to finding: search, concordance, collocates, distribution, suggestions, state."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from index.characters.scan import Scanner
from index.characters.stopping import never
from index.characters.unreadable import CharactersUnreadableError
from index.folder import IndexFolder
from index.query.request import Answer, IndexState, Query
from index.search import collocation, concordance
from index.search.literal import documents_with
from index.search.searching import Search
from index.words import suggest
from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import TypeVar

    from index.characters.entry import Entry
    from index.characters.scan import View
    from index.characters.stopping import Stopped
    from index.document import DocumentSource
    from index.fold import Fold
    from index.folder import OpenEngine
    from index.search.collocation import Collocate
    from index.search.concordance import Concordance
    from index.segment import Segmenter
    from index.words.whoosh_engine import WhooshEngine

    Result = TypeVar("Result")


class Finder:
    """Finds in the documents of a source; safe to share by threads, beside a process that writes the indexes.

    ``folder`` holds the indexes. A missing or damaged one never raises: the documents are read directly instead.
    """

    def __init__(self, folder: Path, source: DocumentSource, segmenter: Segmenter) -> None:
        self._source = source
        self._segmenter = segmenter
        self._indexes = IndexFolder(folder, segmenter)
        self._scanner = Scanner(source, self._indexes.characters)
        self._readings = suggest.Readings(segmenter)

    def search(self, request: Query, stopped: Stopped = never) -> Answer:
        """Answer a search: literal places first, then sentences that rank, then those that are close.

        SearchStoppedError once ``stopped`` says that nobody waits for it.
        """
        return self._looking(
            request.allowed,
            lambda view: Search(
                view, self._segmenter, self._prior, self._relevance, self._vocabulary, self._readings
            ).answer(request),
            stopped,
        )

    def concordance(
        self,
        text: str,
        *,
        context: int = 30,
        sort: str = "",
        fold: frozenset[Fold] = frozenset(),
        allowed: Collection[str] | None = None,
    ) -> Concordance:
        """Return every place of a string with what stands left and right of it."""
        return self._looking(
            _frozen(allowed),
            lambda view: concordance.lines(
                view, text, self._segmenter, context=context, sort=sort, folds=fold
            ),
        )

    def collocates(
        self,
        text: str,
        *,
        window: int = 5,
        measure: collocation.Measure = "log_likelihood",
        fold: frozenset[Fold] = frozenset(),
        allowed: Collection[str] | None = None,
        limit: int | None = 100,
    ) -> tuple[Collocate, ...]:
        """Return the words that stand near a string more often than elsewhere, the most telling first."""
        return self._looking(
            _frozen(allowed),
            lambda view: collocation.collocates(
                view, text, self._segmenter, window=window, measure=measure, folds=fold, limit=limit
            ),
        )

    def distribution(
        self, text: str, *, fold: frozenset[Fold] = frozenset(), allowed: Collection[str] | None = None
    ) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """Return for each document that holds a string where it stands in it, from 0 (beginning) to 1 (end)."""
        return self._looking(_frozen(allowed), lambda view: concordance.distribution(view, text, folds=fold))

    def documents_with(self, strings: Collection[str], apart_from: str = "") -> frozenset[str]:
        """Return the ids of the documents in which each of some strings stands as it is, but for one document."""
        return self._looking(None, lambda view: documents_with(view, strings, apart_from))

    def documents(self) -> Iterator[Entry]:
        """Yield every document as it stands; those read before an index turns out damaged come once more."""
        try:
            with self._scanner.view() as view:
                yield from view.every_document()
        except CharactersUnreadableError:
            with self._scanner.view() as view:
                yield from view.every_document()

    def suggest(self, prefix: str, limit: int = 10) -> tuple[str, ...]:
        """Return words that begin so, in characters, pinyin or initials, the most frequent first."""
        vocabulary = self._vocabulary()
        return suggest.suggest(prefix, limit, vocabulary, self._readings)

    def state(self) -> IndexState:
        """Return how far the indexes have come."""
        reader = self._scanner.reader()
        indexed, change = 0, -1
        if reader is not None:
            with reader:
                try:
                    indexed, change = reader.totals()[0], reader.change
                except CharactersUnreadableError:
                    reader = None
        engines = (self._indexes.of_texts.get(), self._indexes.of_fields.get())
        return IndexState(
            documents=len(self._source.ids()),
            indexed=indexed,
            change=change,
            last_change=self._source.last_change(),
            fingerprint_ok=reader is not None and None not in engines,
            characters_ok=reader is not None,
            words_ok=None not in engines,
        )

    def kept_open(self) -> AbstractContextManager[None]:
        """Keep the index of characters open between the searches of this thread in a block, where many follow."""
        return self._scanner.kept_open()

    def close(self) -> None:
        """Let files go; the next call opens them again."""
        self._indexes.close()

    def _looking(
        self, allowed: frozenset[str] | None, work: Callable[[View], Result], stopped: Stopped = never
    ) -> Result:
        """Do something with a view; should the index turn out damaged, once more without it."""
        try:
            with self._scanner.view(allowed, stopped) as view:
                return work(view)
        except CharactersUnreadableError:
            with self._scanner.view(allowed, stopped) as view:
                return work(view)

    def _prior(self, words: tuple[str, ...], limit: int) -> dict[str, float]:
        """Return what the ranked engine says of the best documents, 0 to 1; nothing where it cannot be read."""
        found = dict(self._asked(self._indexes.of_texts, lambda engine: engine.rank(words, limit)))
        beside = self._asked(self._indexes.of_fields, lambda engine: engine.rank(words, limit))
        for name, score in beside.items():
            found[name] = found.get(name, 0.0) + score
        return _from_best({name: found[name] for name in nlargest(limit, found, key=found.__getitem__)})

    def _relevance(self, weights: Mapping[str, float], limit: int) -> tuple[dict[str, float], frozenset[str]]:
        """Return how well the texts of the best documents answer words, 0 to 1, and which stand there as words.

        Nothing where nobody can tell.
        """
        known: set[str] = set()

        def ask(engine: WhooshEngine) -> Mapping[str, float]:
            known.update(word for word in weights if engine.frequency(word))
            return engine.relevance(weights, limit)

        return _from_best(self._asked(self._indexes.of_texts, ask)), frozenset(known)

    def _asked(
        self, held: OpenEngine, ask: Callable[[WhooshEngine], Mapping[str, float]]
    ) -> Mapping[str, float]:
        """Return what an engine answers; nothing where it cannot be read."""
        engine = held.get()
        if engine is None or engine.change > self._source.last_change():
            return {}
        try:
            engine.refresh()
            return ask(engine)
        except EngineUnreadableError:
            held.lost()
            return {}

    def _vocabulary(self) -> dict[str, int]:
        held = self._indexes.of_texts
        engine = held.get()
        if engine is None:
            return {}
        try:
            engine.refresh()
            return self._readings.vocabulary(engine)
        except EngineUnreadableError:
            held.lost()
            return {}


def _from_best(scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores as shares of the best one."""
    best = max(scores.values(), default=1.0) or 1.0
    return {name: score / best for name, score in scores.items()}


def _frozen(allowed: Collection[str] | None) -> frozenset[str] | None:
    return None if allowed is None else frozenset(allowed)
