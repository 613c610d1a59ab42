"""What a stretch of a sentence is about: pairs of characters of its telling words, and the words before a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.model.statistic import NumberMention
from corpus.text.numbers import find_numbers

_WORDS: Final = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+")
_EMPTY: Final = re.compile(
    r"同比|环比|比上年|较上年|比去年|增长|下降|上升|减少|增加|提高|回落|上涨|下跌|下滑|达到|达|完成|约|为|是|的|了|超过|不足|近|其中|"
    r"全年|当年|今年|去年|年末|初步核算|据|另据|测算|彼时|高达|仅|已|共|总计|累计|该|以上|左右|多|平均|每|从|由|到|至|占|实现|分别|以|在|和|与|"
    r"及|亏损|盈利|净亏|(?:19|20)\d\d年|一季度|上半年|前三季度"
)
_HEAD: Final = re.compile(r"[，,。；;：:！？!?\n“”「」《》（(]")
_TELLING: Final = 3
"""Characters of a word that says of what a number is a number."""
_COVERED: Final = 0.34
"""Share of its pairs that must stand on the other side."""
_MOSTLY: Final = 0.6
"""Share of its pairs that tells it is the same, however it begins."""


def topics_in(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> frozenset[str]:
    """Return pairs of characters of the words that say what a stretch is about: no numbers, no empty words."""
    return frozenset(pair for word in _words(text, mentions, start, end) for pair in _pairs(word))


def may_be_same(one: str, at: int, other: str, there: int) -> bool:
    """Tell whether the words before the number at ``at`` are spoken of on the other side too, and the other way."""
    here, beyond = find_numbers(one), find_numbers(other)
    mine, theirs = topics_in(one, here, 0, len(one)), topics_in(other, beyond, 0, len(other))
    before = _words(one, here, _begin(one, at), at)
    behind = _words(other, beyond, _begin(other, there), there)
    return _covered(before, theirs) and _covered(behind, mine)


def _begin(text: str, offset: int) -> int:
    return max((match.end() for match in _HEAD.finditer(text, 0, offset)), default=0)


def _covered(words: Sequence[str], topics: frozenset[str]) -> bool:
    return all(_is_spoken_of(word, topics) for word in words if len(word) >= _TELLING)


def _is_spoken_of(word: str, topics: frozenset[str]) -> bool:
    """Tell whether a word is: by most of it, or by a part with its beginning, where names differ (甲河镇, 乙河镇)."""
    pairs = _pairs(word)
    share = len(pairs & topics) / len(pairs)
    return share >= _MOSTLY or (share >= _COVERED and word[:2] in topics)


def _words(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> list[str]:
    """Return the words of a stretch, numbers and empty words taken out."""
    stretch = list(text[start:end])
    for one in mentions:
        if one.kind != "ordinal" and one.span.start >= start and one.span.end <= end:
            stretch[one.span.start - start : one.span.end - start] = "\x00" * (one.span.end - one.span.start)
    return _WORDS.findall(_EMPTY.sub("\x00", "".join(stretch)))


def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[place : place + 2] for place in range(len(word) - 1))
