"""What a stretch of a sentence is about: pairs of characters of its telling words, and the words before a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.audit.numbers.empty_words import NUMBER, without_empty_words
from corpus.audit.numbers.inclusions import without_inclusions
from corpus.knowledge.phrases.metrics import in_usual_form
from corpus.model.statistic import NumberMention
from corpus.text.numbers import find_numbers
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_WORDS: Final = LazyPattern(
    r"(?<![\d.])\d{1,3}(?:-\d{1,3})?(?=岁)|[\u3400-\u9fff]+|[A-Za-z]+(?:\d+(?:\.\d+)?)?|(?<![\d.])\d{1,2}(?=个?[年月天次])"
)
_REFERRING: Final = LazyPattern(
    r"该[\u4e00-\u9fff]{0,3}?(?:店|公司|平台|集团|企业|机构|[校院厂园村镇乡县市区省州港站馆场]|项目|批次|品牌|基地)(?!场|值|区|域|民)"
)
"""What is pointed at may be told with its name on the other side, or not at all: 该连锁店线上订单."""
NAMING: Final = LazyPattern(
    r"[一二三四五六七八九十][期楼号级]|三元(?=锂|电池|材料|正极)|(?<![\d.])\d{1,2}[型号级](?!以)"
    r"|(?<![\d.])\d{1,3}(?:[-–—~～至到]\d{1,3})?岁(?=的|为主|及?以[上下]|组|年龄|人口|人群|群体|老[年人]|受访|用户|网民|青|居民|占|[，,、])"
    r"|(?:[一二两三四五六七八九十]{1,2}|(?<![\d.])\d{1,2})个?[年月天次](?=的(?!同比|环比)|者|以[上下内]|[至到][一二两三四五六七八九十\d])"
)
"""Numerals that say which one is meant and count nothing: 二期, 2型, 21—25岁的, 不足一年的, 一次至两次的."""
_YEARS_OLD: Final = LazyPattern(r"(\d{1,3})[–—~～至到](\d{1,3})(?=岁)")
_LETTER: Final = LazyPattern(r"[A-Za-z]")
"""What stands before the digits of a name: PM2.5, A4."""
_FORMAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""Numerals of bills that stand alone in names: 拾光, 陆家嘴."""
_POINTING: Final = frozenset("这那某另同")
"""Before 一 what points at one and counts none: 这一水平."""
_EMPTY_IN_ENGLISH: Final = LazyPattern(
    r"a|(?i:the|of|a[nst]|and|or|i[nst]|on|by|for|from|to|between|than|was|were|are|be|been|ha[ds]|have|its?|that|this|which"
    r"|with|percent|per|about|around|nearly|over|some|more|less|only|total|rose|fell|grew|increased|decreased)"
)
_HEAD: Final = LazyPattern(r"[，,。；;：:！？!?\n“”「」《》（(]")
_TELLING: Final = 3
"""Characters of a word that says of what a number is a number."""
_SENTENCE: Final = 120
"""Characters of a sentence before a number in which the word stands that says what it is of."""
_COVERED: Final = 0.34
"""Share of its pairs that must stand on the other side."""
_APART: Final = 6
"""Characters apart, within a word, that still are a pair."""
_MOSTLY: Final = 0.6
"""Share of its pairs that tells it is the same, however it begins."""


def topics_in(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> frozenset[str]:
    """Return pairs of characters of the words that say what a stretch is about: no numbers, no empty words."""
    return _all_pairs(_blanked(text, mentions, start, end))


def spoken_in(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> frozenset[str]:
    """Return what a stretch speaks of, loosely: also pairs that stand apart in a word (养殖产量 in 养殖水产品产量)."""
    return _all_loose(_blanked(text, mentions, start, end))


@lru_cache(maxsize=512)
def mentions_in(text: str) -> tuple[NumberMention, ...]:
    """Return the numbers of a text; one that was looked at just now is not read again."""
    return tuple(
        one
        for one in find_numbers(text)
        if not (
            _LETTER.match(text[one.span.start - 1 : one.span.start])
            or _points(text, one)
            or (one.span.of(text) in _FORMAL and not one.unit)
        )
    )


def _points(text: str, one: NumberMention) -> bool:
    return one.span.of(text)[:1] == "一" and text[max(0, one.span.start - 1) : one.span.start] in _POINTING


def may_be_same(one: str, at: int, other: str, there: int) -> bool:
    """Tell whether the words before the number at ``at`` are spoken of on the other side too, and the other way."""
    here, beyond = mentions_in(one), mentions_in(other)
    mine, theirs = spoken_in(one, here, 0, len(one)), spoken_in(other, beyond, 0, len(other))
    before = _words(one, here, _begin(one, at), at)
    behind = _words(other, beyond, _begin(other, there), there)
    return _covered(before, theirs) and _covered(behind, mine)


def are_two_kinds(one: str, at: int, other: str, there: int) -> bool:
    """Tell whether the numbers at two places are of two kinds of one thing: 玉米播种面积, 豆类播种面积."""
    mine, theirs = _last_word(one, at), _last_word(other, there)
    shared = next(
        (
            n
            for n, pair in enumerate(zip(reversed(mine), reversed(theirs), strict=False))
            if pair[0] != pair[1]
        ),
        0,
    )
    ahead, beyond = mine[: len(mine) - shared], theirs[: len(theirs) - shared]
    told = shared > 1 and min(len(ahead), len(beyond)) > 1
    return told and ahead not in _sentence_at(other, there) and beyond not in _sentence_at(one, at)


def is_part_of_other(one: str, at: int, other: str, there: int) -> bool:
    """Tell whether a number is of a part of what the other is of, by a word before it: 跨境电商交易额, 电商交易额.

    A word that the other side has anywhere, and one that tells what is done (实现销售额), marks no part.
    """
    mine, theirs = _last_word(one, at), _last_word(other, there)
    whole, part, beside = (theirs, mine, other) if len(mine) > len(theirs) else (mine, theirs, one)
    ahead = part[: len(part) - len(whole)]
    return (
        len(whole) >= _TELLING
        and part.endswith(whole)
        and len(ahead) > 1
        and not any(pair in in_usual_form(beside) for pair in _pairs(ahead))
        and not word_class(ahead).startswith("v")
    )


def _sentence_at(text: str, at: int) -> str:
    return text[text.rfind("。", 0, at) + 1 :].partition("。")[0]


def _last_word(text: str, at: int) -> str:
    """Return the last telling word of a sentence before a place."""
    start = max(text.rfind("。", 0, at) + 1, at - _SENTENCE)
    words = (word for word in reversed(_words(text, mentions_in(text), start, at)) if len(word) >= _TELLING)
    return next(words, "")


def words_before(text: str, at: int) -> tuple[str, ...]:
    """Return the telling words of a clause before the number at ``at``."""
    return tuple(
        word for word in _words(text, mentions_in(text), _begin(text, at), at) if len(word) >= _TELLING
    )


def _begin(text: str, offset: int) -> int:
    return max((match.end() for match in _HEAD.finditer(text, 0, offset)), default=0)


def _covered(words: Sequence[str], topics: frozenset[str]) -> bool:
    return all(_is_spoken_of(word, topics) for word in words if len(word) >= _TELLING)


def _is_spoken_of(word: str, topics: frozenset[str]) -> bool:
    """Tell whether a word is: by most of it, or by a part with its beginning, where names differ (甲河镇, 乙河镇)."""
    pairs = _pairs(word)
    share = len(pairs & topics) / len(pairs)
    return share >= _MOSTLY or (share >= _COVERED and word[:2] in topics)


def _words(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> tuple[str, ...]:
    """Return the words of a stretch, numbers and empty words taken out."""
    return _telling_words(_REFERRING.sub(NUMBER, _blanked(text, mentions, start, end)))


def _start(mention: NumberMention) -> int:
    return mention.span.start


def _blanked(text: str, mentions: Sequence[NumberMention], start: int, end: int) -> str:
    """Return a stretch with a mark for each number."""
    parts = []
    place = start
    for at in range(bisect_left(mentions, start, key=_start), len(mentions)):
        one = mentions[at]
        if one.span.start >= end:
            break
        names = one.kind == "ordinal" or NAMING.match(text, one.span.start)
        if not names and one.span.start >= place and one.span.end <= end:
            parts.append(text[place : one.span.start])
            place = one.span.end
    return NUMBER.join((*parts, text[place:end]))


@lru_cache(maxsize=4096)
def _telling_words(blanked: str) -> tuple[str, ...]:
    told = without_inclusions(in_usual_form(blanked))
    words = _WORDS.findall(without_empty_words(_YEARS_OLD.sub(r"\1-\2", told)))
    return tuple(word for word in words if not _EMPTY_IN_ENGLISH.fullmatch(word))


@lru_cache(maxsize=4096)
def _all_pairs(blanked: str) -> frozenset[str]:
    return frozenset(pair for word in _telling_words(blanked) for pair in _pairs(word))


@lru_cache(maxsize=4096)
def _all_loose(blanked: str) -> frozenset[str]:
    return frozenset(pair for word in _telling_words(blanked) for pair in _loose(word))


def _pairs(word: str) -> frozenset[str]:
    if _is_mark(word):
        return frozenset({word.lower()})
    return frozenset(word[place : place + 2] for place in range(len(word) - 1))


def _loose(word: str) -> frozenset[str]:
    if _is_mark(word):
        return frozenset({word.lower()})
    return frozenset(
        word[place] + word[other]
        for place in range(len(word) - 1)
        for other in range(place + 1, min(len(word), place + _APART))
    )


def _is_mark(word: str) -> bool:
    """Tell whether a word names a thing only as a whole: A of A平台, PM2.5, a word in Latin letters."""
    return word.isascii()
