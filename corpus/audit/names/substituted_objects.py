"""Whether two clauses tell one thing of two others: 最该加强理论教学 where a source has 最该加强实践环节."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from index.lazy_pattern import LazyPattern

_RUN: Final = LazyPattern(r"[\u4e00-\u9fff]{6,}")
_SAME_BEFORE: Final = 3
"""Characters before the part that differs which must be the same."""
_SHORTEST: Final = 3
"""Characters of what is told, on either side; shorter words are put in others too often."""
_BOUND: Final = r"[不未没][低少小多高大超突到足止]|没有[超突]|[最至顶][少多]|起码|[低少多高]于|突破"
"""What bounds a number, and is no object: 最少有60艘 beside 不低于60艘."""
_TAIL: Final = LazyPattern(
    rf"(?!{_BOUND})(?:(?![从由至到将比较])[\u4e00-\u9fff]){{3,6}}?(?=[的占达为共仅只有约近超不从由至到将比较]|(?![\u4e00-\u9fff]))"
)
_EMPTY: Final = frozenset("的了在是为有和与及其达约近超仅只共占不从由至到将比较")


@lru_cache(maxsize=2048)
def has_other_object(clause: str, source: str) -> bool:
    """Tell whether ``clause`` begins in words of ``source`` and goes on with an object the source never names.

    What the source has in its place must not stand in the clause either, nor share a character with it.
    """
    for run in _RUN.finditer(clause):
        words = run[0]
        for at in range(_SAME_BEFORE, len(words) - _SHORTEST + 1):
            place = source.find(words[at - _SAME_BEFORE : at])
            if place < 0 or words[at] in _EMPTY:
                continue
            mine, theirs = _TAIL.match(words, at), _TAIL.match(source, place + _SAME_BEFORE)
            if mine and theirs and _are_two(mine[0], theirs[0], clause, source):
                return True
    return False


def _are_two(one: str, other: str, clause: str, source: str) -> bool:
    return (
        set(one).isdisjoint(other)
        and one[:2] not in source
        and one[-2:] not in source
        and other[:2] not in clause
        and other[-2:] not in clause
    )
