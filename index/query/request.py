"""What is asked and what is answered: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.fold import Fold
    from index.query.explanation import Explanation

Mode = Literal["auto", "exact", "words", "near"]
Kind = Literal["exact", "words", "near"]


@dataclass(frozen=True, slots=True)
class Query:
    """A search.

    ``fold`` is what an exact search folds; ``allowed`` the ids looked through (``None``: all); ``aliases`` names
    that mean the same, from any of them to the others. ``limit`` cuts the hits of the answer, never its counts.
    Without ``whole`` the work ends as soon as ``limit`` hits are known; the answer says whether that was all.
    Without ``weighed`` nobody asks how well a document as a whole answers: sentences alone tell. Without ``misspelt``
    names spelt nearly so are not looked for, which reads every document that can hold a part of them.
    With ``by_sentence`` the places of one sentence are one hit, the first of them, and ``limit`` counts sentences.
    """

    text: str
    mode: Mode = "auto"
    fold: frozenset[Fold] = frozenset()
    limit: int | None = None
    allowed: frozenset[str] | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: bool = True
    weighed: bool = True
    misspelt: bool = True
    by_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers: for ``exact`` the place itself, otherwise the sentence, with ``marks`` inside it.

    Listed by sentences an exact one stands for all ``places`` of its sentence; marks that touch are one.

    All spans are code points of the document's text; ``before`` and ``after`` are up to 30 characters, ``front`` and
    ``behind`` the rest of the sentence an exact place stands in, up to 300, empty for the other kinds.
    """

    document: str
    title: str
    start: int
    end: int
    text: str
    before: str
    after: str
    score: float
    kind: Kind
    marks: tuple[tuple[int, int], ...]
    front: str = ""
    behind: str = ""
    places: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a query: what is wrong (a key) and the span of the query where."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits best first, with how many there are in all, in how many documents, and in each of them.

    ``literal`` of them are places that stand so. An answer that is not ``complete`` has counted what it looked at.
    ``counts`` has the best document first: of a quote one where it stands, of a question one that answers it, which is
    not always where it is asked once more.
    """

    explained: Explanation
    total: int
    documents: int
    hits: tuple[Hit, ...]
    counts: Mapping[str, int]
    problem: Problem | None = None
    literal: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far the index has come: live documents, indexed ones, the change it holds and the newest one.

    ``characters_ok`` and ``words_ok`` tell whether each part can be read; ``fingerprint_ok`` whether both were
    made by this version with these words. Whatever is not, is answered by a direct scan until the next sync.
    """

    documents: int
    indexed: int
    change: int
    last_change: int
    fingerprint_ok: bool
    characters_ok: bool
    words_ok: bool
