"""What 前者 and 后者 mean: the two things named last, or what was said of either when it was told apart."""

from __future__ import annotations

from typing import Final

from corpus.audit.numbers.clauses import CLAUSE_ENDS
from index.lazy_pattern import LazyPattern

_POINTED: Final = LazyPattern(r"前者|后者")
_TWO: Final = LazyPattern(
    r"(?P<former>[\u4e00-\u9fffA-Za-z]{2,10})[和与及、](?P<latter>[\u4e00-\u9fffA-Za-z]{2,10}?)(?=[^\u4e00-\u9fffA-Za-z]|的|分别|两|都|均)"
)
_BEFORE: Final = 120
"""Characters before a number in which it is named of which of the two it is."""
_FARTHEST: Final = 400
"""Characters before it in which either was told apart."""
_SENTENCE: Final = LazyPattern(r"[。！？!?\n]")


def antecedents_of(text: str, place: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches that name the one of two a number is told of; none without 前者 or 后者 before it."""
    begin = max(0, place - _BEFORE)
    head = max((one.end() for one in _SENTENCE.finditer(text, begin, place)), default=begin)
    named = list(_POINTED.finditer(text, max(0, place - _FARTHEST), place))
    if not named or named[-1].start() < head:
        return ()
    which = named[-1][0]
    stretches = []
    first = next(one for one in named if one[0] == which)
    if first is not named[-1]:
        end = CLAUSE_ENDS.search(text, first.end(), place)
        stretches.append((first.end(), end.start() if end else place))
    both = list(_TWO.finditer(text, max(0, named[0].start() - _BEFORE), named[0].start()))
    if both:
        stretches.append(both[-1].span("former" if which == "前者" else "latter"))
    return tuple(stretches)
