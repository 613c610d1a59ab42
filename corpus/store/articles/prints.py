"""Which articles may say the same as a text: the smallest numbers of every fingerprint, to be looked up.

Two texts that share most of their runs share most of their smallest numbers too, so a handful of them finds every
candidate without a look at the others; the whole fingerprints then decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Final

from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded
from corpus.store.sqlite.packing import pack_steps, unpack_steps
from corpus.text.similarity import closest

LOOKED_UP: Final = 12
"""Numbers kept of each fingerprint: of two that agree in two thirds, one pair in half a million shares none."""
_AT_ONCE: Final = 900
FEW: Final = 200
"""Up to so many articles that share a number are all looked at."""
_COMMON: Final = 3
"""Numbers left out otherwise: what shares four of the twelve, where eight are to be expected, is still found."""
_CANDIDATES: Final = 16
"""Of those that share a number the ones that share most; what repeats a text shares eight of the twelve."""


class HeldPrints:
    """The numbers of all articles at one moment."""

    def __init__(self, numbers: Mapping[str, Sequence[int]]) -> None:
        """Hold the numbers by article; those that could be named are looked up by their two rarest."""
        shared = Counter(chain.from_iterable(numbers.values()))
        self._numbers = numbers
        self._by_rare: defaultdict[int, list[str]] = defaultdict(list)
        for article, own in numbers.items():
            if len(own) >= LOOKED_UP - 1:
                for number in nsmallest(2, own, key=shared.__getitem__):
                    self._by_rare[number].append(article)

    def within(self, numbers: frozenset[int]) -> tuple[str, ...]:
        """Return what ``Prints.within`` does: one number of an article may be missing, so one of two is there."""
        asked = {one for number in self._by_rare.keys() & numbers for one in self._by_rare[number]}
        return tuple(
            sorted(one for one in asked if len(numbers.intersection(self._numbers[one])) >= LOOKED_UP - 1)
        )


@guarded
class Prints:
    """The table of the smallest numbers; what an article no longer has is left out by its whole fingerprint."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, article_id: str, own: Sequence[int]) -> None:
        """Write the fingerprint of an article in place of the one it had."""
        self._database.run_many(
            "DELETE FROM prints WHERE number = ? AND article = ?",
            [(number, article_id) for number in self.whole(article_id)[:LOOKED_UP]],
        )
        self._database.run_many(
            "INSERT OR IGNORE INTO prints VALUES (?, ?)",
            [(number, article_id) for number in own[:LOOKED_UP]],
        )
        self._database.run("INSERT OR REPLACE INTO fingerprints VALUES (?, ?)", article_id, pack_steps(own))

    def closest(
        self, own: tuple[int, ...], least: float, *, apart_from: Collection[str] = ()
    ) -> tuple[str | None, float]:
        """Return the article outside the trash, itself no repeat, most like a fingerprint, and how like it is.

        ``None`` where none reaches ``least``; of equals the one that came first.
        """
        asked = self._telling(own[:LOOKED_UP])
        sql = f"""SELECT p.article FROM prints p CROSS JOIN articles a ON a.id = p.article
                  WHERE p.number IN ({", ".join("?" * len(asked))}) AND a.trashed = '' AND a.duplicate_of IS NULL
                  GROUP BY p.article ORDER BY count(*) DESC, a.added, a.rowid LIMIT ?"""
        found = self._database.rows(sql, *asked, _CANDIDATES + len(apart_from)) if asked else []
        return closest(own, self._oldest_first([row[0] for row in found if row[0] not in apart_from]), least)

    def _telling(self, numbers: Sequence[int]) -> Sequence[int]:
        """Return the numbers to be looked up: without the commonest, where very many articles have some of them.

        Those of phrases everybody uses name a share of the whole library; what repeats a text has rare ones too.
        """
        marks = ", ".join("?" * len(numbers))
        sql = f"SELECT number, count(*) FROM prints WHERE number IN ({marks}) GROUP BY number"
        held = {row[0]: row[1] for row in self._database.rows(sql, *numbers)}
        if sum(held.values()) <= FEW:
            return numbers
        return sorted(numbers, key=lambda number: held.get(number, 0))[:-_COMMON]

    def within(self, numbers: Collection[int]) -> tuple[str, ...]:
        """Return the articles all of whose numbers here, but one at most, are among ``numbers``: a whole text's."""
        held: Counter[str] = Counter()
        ordered = sorted(numbers)
        for begin in range(0, len(ordered), _AT_ONCE):
            some = ordered[begin : begin + _AT_ONCE]
            sql = f"SELECT article FROM prints WHERE number IN ({', '.join('?' * len(some))})"
            held.update(row[0] for row in self._database.rows(sql, *some))
        return tuple(sorted(one for one, count in held.items() if count >= LOOKED_UP - 1))

    def every(self) -> HeldPrints:
        """Return the numbers of all articles, for many questions about them."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, article in self._database.rows("SELECT number, article FROM prints"):
            found[article].append(number)
        return HeldPrints(found)

    def _oldest_first(self, ids: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """Return the whole fingerprints of some articles."""
        sql = f"""SELECT a.id, t.numbers FROM articles a JOIN fingerprints t ON t.article = a.id
                  WHERE a.id IN ({", ".join("?" * len(ids))}) ORDER BY a.added, a.rowid"""
        return {row["id"]: unpack_steps(row["numbers"]) for row in self._database.rows(sql, *ids)}

    def whole(self, article_id: str) -> tuple[int, ...]:
        """Return the whole fingerprint of an article, empty where there is none."""
        row = self._database.row("SELECT numbers FROM fingerprints WHERE article = ?", article_id)
        return unpack_steps(row[0]) if row is not None else ()
