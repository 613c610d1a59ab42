"""The one door to finding: search, concordance, collocates, distribution, suggestions, state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.characters.index import CharactersUnreadableError
from index.characters.scan import Scanner
from index.characters.stopping import never
from index.holdings import Holdings
from index.query.request import Answer, IndexState, Query
from index.search import collocation, concordance
from index.search.searching import Search
from index.words import suggest
from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path
    from typing import TypeVar

    from index.characters.scan import View
    from index.characters.stopping import Stopped
    from index.document import DocumentSource
    from index.fold import Fold
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
        self._holdings = Holdings(folder, segmenter)
        self._scanner = Scanner(source, self._holdings.characters)
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
        engine = self._holdings.engine()
        return IndexState(
            documents=len(self._source.ids()),
            indexed=indexed,
            change=change,
            last_change=self._source.last_change(),
            fingerprint_ok=reader is not None and engine is not None,
            characters_ok=reader is not None,
            words_ok=engine is not None,
        )

    def close(self) -> None:
        """Let files go; the next call opens them again."""
        self._holdings.close()

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
        return self._ranked(lambda engine: engine.rank(words, limit))

    def _relevance(self, weights: Mapping[str, float], limit: int) -> tuple[dict[str, float], frozenset[str]]:
        """Return how well the texts of the best documents answer words, 0 to 1, and which stand there as words.

        Nothing where nobody can tell.
        """
        known: set[str] = set()

        def ask(engine: WhooshEngine) -> Mapping[str, float]:
            known.update(word for word in weights if engine.frequency(word))
            return engine.relevance(weights, limit)

        return self._ranked(ask), frozenset(known)

    def _ranked(self, ask: Callable[[WhooshEngine], Mapping[str, float]]) -> dict[str, float]:
        engine = self._holdings.engine()
        if engine is None or engine.change > self._source.last_change():
            return {}
        try:
            engine.refresh()
            ranked = ask(engine)
        except EngineUnreadableError:
            self._holdings.lost()
            return {}
        best = max(ranked.values(), default=1.0) or 1.0
        return {name: score / best for name, score in ranked.items()}

    def _vocabulary(self) -> dict[str, int]:
        engine = self._holdings.engine()
        if engine is None:
            return {}
        try:
            engine.refresh()
            return self._readings.vocabulary(engine)
        except EngineUnreadableError:
            self._holdings.lost()
            return {}


def _frozen(allowed: Collection[str] | None) -> frozenset[str] | None:
    return None if allowed is None else frozenset(allowed)
