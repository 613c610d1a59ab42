"""Names in no dictionary at the head of a clause, where the sentence tells of a company: 恒泰昌连续….

Of a person, a place or a coined word of policy the same may be said: the cues are what companies alone have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMES

_BEGINS: Final = (
    "门加直专旗分经股市收利老退上招财年董创C月日注付会订融营净亏销出裁召破欠供代母子竞抽超卖售交关开新消公"
)
"""First characters of the cues of ``has``."""
_HEAD: Final = LazyPattern(
    r"(?:^|[。！？；，\n])[ 　]*"
    r"(?:去年|今年|昨天|今天|近日|日前|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)?(?=[一-鿿]{3})"
)
_HAN: Final = LazyPattern(r"[一-鿿]+")
_SENTENCE: Final = LazyPattern(r"[。！？\n]")
_FAR: Final = 60
"""So far before what a company has its name may stand, in code points."""
_WINDOW: Final = 12
_SHORTEST: Final = 2
_LONGEST: Final = 5
_GOES_ON: Final = ("t", "d", "p", "u", "v", "m", "ad")
"""Classes of words that stand behind the subject of a clause."""
_NAMES: Final = NAMES | {"zg", "g", "ng"}
_VERBAL: Final = frozenset("在把被因靠的也已正将又只仅连由从用以共是有则却还")
_ADVERBS: Final = frozenset({"连续", "多次", "率先", "频频", "再次", "首次", "全年", "部分"})
_NOUNS: Final = frozenset(
    {
        "组织",
        "教育",
        "管理",
        "服务",
        "研究",
        "设计",
        "建设",
        "生产",
        "投资",
        "计划",
        "工作",
        "活动",
        "接口",
        "并举",
        "并施",
        "齐下",
        "并重",
        "并进",
        "同步",
    }
)
_TRADE: Final = frozenset({"公司", "企业", "平台", "行业", "市场", "技术", "厂商", "品牌"})
"""Behind the word behind a phrase these make one noun of all: 脑机接口公司."""
_PLACED: Final = frozenset("上下前后中内外们者家人时间边面头")
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
_MOST_WORDS: Final = 3
_POLITE: Final = frozenset(
    "靠做卖买老小大新旧全本该各某每当在从为对由以按据经随自因若如使让把将被向与和及或其这那此是有无"
)


@cache
def _told() -> Guarded:
    words = cue("names/context", "has").pattern
    return guarded(rf"(?=[{_BEGINS}])(?:{words})")


def at_heads(text: str) -> Iterator[Span]:
    """Yield the places of coined names at the head of a clause before what companies alone have or do."""
    reached = 0
    for told in _told().finditer(text, frozenset(text)):
        first = max(0, told.start() - _FAR, reached)
        for mark in _SENTENCE.finditer(text, first, told.start()):
            first = mark.end() - 1
        for head in _HEAD.finditer(text, first, told.start()):
            start = head.end()
            if head.start() == first > 0 and text[first] not in "。！？；，\n":
                continue
            if start < reached or text[start] in _POLITE or _is_plain(text[start : start + _SHORTEST]):
                continue
            length = _subject(plain_words(text[start : start + _WINDOW]))
            name = text[start : start + length]
            if (
                length
                and _HAN.fullmatch(name)
                and start + length <= told.start()
                and not (len(name) < 4 and name[0] in FAMILY)
            ):
                yield Span(start, start + length)
        reached = max(reached, told.start() - 1)


def _is_plain(pair: str) -> bool:
    """Tell whether two characters are an everyday word, with which no coined name begins."""
    return is_word(pair) and word_class(pair) not in _NAMES and word_frequency(pair) > _RARE


def _subject(words: list[str]) -> int:
    """Return the length of the coined name that some words begin with, 0 without one or without a verb behind it."""
    length = 0
    for place, word in enumerate(words[:_MOST_WORDS]):
        length += len(word)
        behind, beyond = (*words[place + 1 : place + 3], "", "")[:2]
        if length > _LONGEST or not behind or (len(word) > _SHORTEST and is_word(word)):
            return 0
        follows = is_word(behind) and (len(behind) > 1 or behind in _VERBAL) and behind not in _NOUNS
        verbal = word_class(behind).startswith(_GOES_ON) or behind in _ADVERBS
        if length >= _SHORTEST and follows and verbal and beyond not in _TRADE:
            return length if _is_name(words[: place + 1]) else 0
    return 0


def _is_name(words: list[str]) -> bool:
    """Tell whether a name is coined, or made of a rare word and one character: 早安豆, 半夏里."""
    name = "".join(words)
    if is_coined(name) and name[-1] not in _PLACED:
        return True
    full = [word for word in words if len(word) > 1]
    if len(words) != _SHORTEST or len(full) != 1 or is_word(name) or name[-1] in _PLACED:
        return False
    return word_class(full[0]).startswith("n") and word_frequency(full[0]) <= _RARE
