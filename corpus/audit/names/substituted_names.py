"""Whether a sentence speaks of another of the same kind: 银铃河流域 where the source has 铜铃河流域."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.audit.names.names import EMPTY, may_begin
from corpus.knowledge.phrases.place_ends import PLACE_LEVELS
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_HEAD: Final = (
    r"(?:^|[，,；;：:]|\d年[底末初]?|月[底末]?|年度|[上下]半年|季度|截至|到|据|在)\s*"
    r"(?:[上本这该]一?[届期次]|第[一二三四五六七八九十\d]+[届期次]|[今去当全]年|[全本我该][省市县区州镇乡村])*"
)
"""The head of a clause, behind the time it is of."""
_LEADING: Final = LazyPattern(rf"{_HEAD}(?P<words>[\u4e00-\u9fff]{{5,}})")
_LED_BY: Final = LazyPattern(rf"{_HEAD}(?P<words>[\u4e00-\u9fff]{{3,}})")
_SAME_BEHIND: Final = 3
"""Characters behind the part that differs which must be the same."""
_LONGEST: Final = 2
_BOTH: Final = "城乡"
"""What names two halves and nobody: 城乡居民收入 beside 城镇居民收入."""
_NO_NAMES: Final = frozenset("占比较县市省区乡镇村")
"""What leads a clause and begins no name: verbs, and kinds of places (县农产品出口 is 县出口农产品)."""


_SHORTEST_NAME: Final = 3
_LONGEST_NAME: Final = 10


def leading_names(sentence: str, text: str) -> Iterator[str]:
    """Yield what leads the clauses of a sentence as far as it stands in a text."""
    for match in _LED_BY.finditer(sentence):
        words = match["words"]
        for size in range(min(len(words), _LONGEST_NAME), _SHORTEST_NAME - 1, -1):
            if words[:size] in text:
                yield words[:size]
                break


def places_led_by(title: str, sentence: str) -> Iterator[str]:
    """Yield the places a title begins with that a sentence names anywhere: 占澜沧岭省全社会用电量的六成."""
    return (one for one in leading_names(title, sentence) if one[-1] in PLACE_LEVELS)


@lru_cache(maxsize=2048)
def has_substituted_name(sentence: str, source: str) -> bool:
    """Tell whether ``source`` has the opening words of a clause of ``sentence`` behind another name."""
    return any(_is_other(match["words"], source) for match in _LEADING.finditer(sentence))


def _is_other(words: str, source: str) -> bool:
    if words[:2] in source or words[0] in _NO_NAMES or words.startswith(_BOTH) or not may_begin(words, 0):
        return False
    for size in range(1, _LONGEST + 1):
        same = words[size : size + _SAME_BEHIND]
        if len(same) < _SAME_BEHIND or any(character in EMPTY for character in words[1:size]):
            return False
        place = source.find(same)
        if place >= size:
            theirs = source[place - size : place]
            return (
                all("\u4e00" <= one <= "\u9fff" for one in theirs)
                and all(one not in EMPTY for one in theirs[1:])
                and may_begin(source, place - size)
                and sorted(theirs) != sorted(words[:size])  # 收回 and 回收 name nobody
                and not word_class(theirs).startswith("v")  # nor does 发展 in 发展服务业
                and not word_class(words[: size + 1]).startswith("v")  # nor 使 of 使用过 beside 里用过
            )
    return False
