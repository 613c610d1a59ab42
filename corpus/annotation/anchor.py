"""Where a quote stands: word for word and by its context, otherwise approximately, otherwise nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from corpus.annotation.fold import Folded, fold, fold_article
from corpus.annotation.nearest import find_nearest
from corpus.model.annotation import Anchor, AnchorStatus, Selector
from corpus.model.span import Span

CONTEXT: Final = 32
"""Characters of context kept on either side of a quote."""

_ORPHAN: Final = Anchor(None, AnchorStatus.ORPHAN, 0.0)
_LEAST_ALIKE: Final = 0.5
_SURE_ALIKE: Final = 0.66
_STRANGE_ALIKE: Final = 0.85
"""How like the quote what stands in strange surroundings must be: texts say alike things of many matters."""
_SURE_CONTEXT: Final = 0.5
_OTHER_SIDE: Final = 0.3
"""What both sides of a place must share with those of the quote where its words are much changed."""
_JOINT: Final = 8
"""Characters on either side of a quote by which one sees that it was taken out between them."""
_NEIGHBOUR: Final = 16
"""Characters beside a place by which one knows it again in the older text."""
_SHORT: Final = 4
_LONG: Final = 16
_MARKS: Final = "，。；：、！？,.;:!?…—“”‘’「」『』（）()《》【】"
_LONGEST: Final = 8000
"""A quote longer than this is looked for by its two ends: comparing all of it costs its length for each character."""
_SHORTENED: Final = 0.8
"""Share of such a quote that must be left of it."""
_END: Final = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that may be meant: how like the quote it is and how like its surroundings are (``None``: not known).

    ``other_side`` is how like the side is that is less like.
    """

    span: Span
    alike: float
    context: float | None
    other_side: float = 1.0

    @property
    def score(self) -> float:
        """Return how well the place fits, from 0 to 1."""
        return self.alike if self.context is None else 0.6 * self.alike + 0.4 * self.context


def describe(text: str, span: Span) -> Selector:
    """Return the quote at ``span`` with up to 32 characters of context on either side."""
    return Selector(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def locate(text: str, selector: Selector, *, hint: int | None = None, before: str = "") -> Anchor:
    """Return where ``selector`` stands in ``text``; among equals the one nearest to ``hint``, else the first.

    Placed: the quote stands there word for word. Approximate: something much like it does, or the quote does
    in other surroundings. Orphan: neither.
    ``before`` is the text as it was, in which the quote stood at ``hint``: what stood elsewhere in it already, like
    the quote as it may be, is not the quote.
    """
    if not selector.exact:
        return _ORPHAN
    own = Span(hint, hint + len(selector.exact)) if before and hint is not None else None
    found = [_candidate(text, span, 1.0, selector) for span in _occurrences(text, selector)]
    exact = [one for one in found if own is None or not _was_another(text, one.span, before, own)]
    best = _best(exact, hint)
    if best is not None and _is_sure(best, selector, len(exact)):
        return Anchor(best.span, AnchorStatus.PLACED, _confidence(best, exact, hint))
    near = [] if _is_cut_out(text, selector) else _alike(text, selector)
    near = [one for one in near if own is None or not _was_another(text, one.span, before, own)]
    best = _best([*exact, *(one for one in near if _is_acceptable(one, selector))], hint)
    if best is None or not _is_acceptable(best, selector):
        return _ORPHAN
    return Anchor(best.span, AnchorStatus.APPROXIMATE, round(min(0.95, best.score), 3))


def _was_another(text: str, span: Span, before: str, own: Span) -> bool:
    """Tell whether what stands at ``span`` stood in the older text with a neighbour it has now, apart from ``own``."""
    left, right = max(0, span.start - _NEIGHBOUR), min(len(text), span.end + _NEIGHBOUR)
    for windows in ([Span(left, right)], [Span(left, span.end), Span(span.start, right)]):
        found = [at + span.start - one.start for one in windows for at in _places(one.of(text), before)]
        if found:
            return not any(at < own.end and own.start < at + len(span) for at in found)
    return False


def _places(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text, overlapping places too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_cut_out(text: str, selector: Selector) -> bool:
    """Tell whether what stood before and behind the quote now stands together: the quote itself was taken out."""
    before, behind = selector.prefix[-_JOINT:], selector.suffix[:_JOINT]
    return len(before) == len(behind) == _JOINT and f"{before}{behind}" in text


def _occurrences(text: str, selector: Selector) -> Iterator[Span]:
    """Yield where the quote stands word for word: only in its full context where that stands too."""
    whole = selector.prefix + selector.exact + selector.suffix
    needle, before = (whole, len(selector.prefix)) if whole in text else (selector.exact, 0)
    for start in _places(needle, text):
        yield Span(start + before, start + before + len(selector.exact))


def _alike(text: str, selector: Selector) -> list[_Candidate]:
    """Return places much like the quote, blanks, width, case and punctuation put aside."""
    quote = fold(selector.exact).text
    if len(quote) > _LONGEST and len(text) < _SHORTENED * len(quote):
        return []
    ground = fold_article(text)
    if len(quote) > _LONGEST:
        return _ends_alike(text, selector, quote, ground)
    candidates = []
    for match in find_nearest(quote, ground.text, least=_LEAST_ALIKE):
        span = _with_marks(text, ground.span(match.start, match.end), selector.exact)
        alike = 1 - match.errors / len(quote)
        candidates.append(_candidate(text, span, min(alike, 0.97), selector))
    return candidates


def _with_marks(text: str, span: Span, words: str) -> Span:
    """Return a span with the marks at its ends that the quote has too: they were put aside in looking for it."""
    bare = words.strip()
    opening = bare[: len(bare) - len(bare.lstrip(_MARKS))]
    closing = bare[len(bare.rstrip(_MARKS)) :]
    start = span.start - len(opening) if text.endswith(opening, 0, span.start) else span.start
    end = span.end + len(closing) if text.startswith(closing, span.end) else span.end
    return Span(start, end)


def _ends_alike(text: str, selector: Selector, quote: str, ground: Folded) -> list[_Candidate]:
    """Return places that begin and end like a very long quote, and are about as long."""
    begins = find_nearest(quote[:_END], ground.text, least=_LEAST_ALIKE)
    ends = find_nearest(quote[-_END:], ground.text, least=_LEAST_ALIKE) if begins else ()
    candidates = []
    for begin in begins:
        for end in ends:
            ratio = (end.end - begin.start) / len(quote)
            if _SHORTENED <= ratio <= 1 / _SHORTENED:
                span = ground.span(begin.start, end.end)
                alike = 1 - (begin.errors + end.errors) / (2 * _END) - abs(1 - ratio) / 2
                candidates.append(_candidate(text, span, min(alike, 0.97), selector))
    return candidates


def _candidate(text: str, span: Span, alike: float, selector: Selector) -> _Candidate:
    """Return a place with how like its surroundings are to those of the selector."""
    room = 3 * CONTEXT
    prefix, suffix = fold(selector.prefix).text, fold(selector.suffix).text
    before = fold(text[max(0, span.start - room) : span.start]).text
    after = fold(text[span.end : span.end + room]).text
    values: list[tuple[float, int]] = []
    if prefix:
        values.append((_similar(prefix[::-1], before[::-1][: len(prefix)]), len(prefix)))
    if suffix:
        values.append((_similar(suffix, after[: len(suffix)]), len(suffix)))
    if not values:
        return _Candidate(span, alike, None)
    weight = sum(min(size, 8) for _value, size in values)
    mean = sum(value * min(size, 8) for value, size in values) / weight
    sides = [value for value, _size in values]
    context = max(mean, 0.85 * max(sides)) if len(sides) > 1 else mean
    return _Candidate(span, alike, context, min(sides))


def _similar(wanted: str, found: str) -> float:
    """Return how like two stretches are that begin at the quote, the nearest characters counting most."""
    near = max(1, len(wanted) // 3)
    whole = Indel.normalized_similarity(wanted, found)
    close = Indel.normalized_similarity(wanted[:near], found[:near])
    return float(0.5 * whole + 0.5 * close)


def _best(candidates: list[_Candidate], hint: int | None) -> _Candidate | None:
    """Return the candidate that fits best; of equals the one nearest to ``hint``, else the first."""

    def rank(candidate: _Candidate) -> tuple[float, int, int]:
        distance = 0 if hint is None else abs(candidate.span.start - hint)
        return (-round(candidate.score, 2), distance, candidate.span.start)

    return min(candidates, key=rank, default=None)


def _is_sure(candidate: _Candidate, selector: Selector, occurrences: int) -> bool:
    """Tell whether a place where the quote stands word for word needs no second look."""
    if candidate.context is None or candidate.context >= _SURE_CONTEXT:
        return True
    known = len(selector.prefix) + len(selector.suffix)
    if occurrences == 1 and known < (CONTEXT if len(selector.exact) >= _SHORT else 2 * _SHORT):
        return True
    return occurrences == 1 and len(selector.exact) >= _LONG


def _is_acceptable(candidate: _Candidate, selector: Selector) -> bool:
    """Tell whether a place may be offered at all: the shorter the quote, the more its surroundings must agree."""
    if candidate.context is None:
        return candidate.alike >= _SURE_ALIKE
    if len(selector.exact) < _SHORT:
        return candidate.context >= 0.6
    if candidate.alike == 1.0:
        return True
    if candidate.alike >= _STRANGE_ALIKE:
        return candidate.context >= 0.25 or len(selector.exact) >= _LONG
    if candidate.alike >= _SURE_ALIKE:
        return candidate.context >= 0.55 and candidate.other_side >= _OTHER_SIDE
    return candidate.context >= 0.8


def _confidence(best: _Candidate, exact: list[_Candidate], hint: int | None) -> float:
    """Return how sure a word-for-word place is: less where its twin stands elsewhere."""
    twins = sum(1 for candidate in exact if round(candidate.score, 2) == round(best.score, 2))
    sure = 0.7 + 0.3 * (1.0 if best.context is None else best.context)
    if twins > 1:
        sure *= 0.6 if hint is None else 0.85
    return round(sure, 3)
