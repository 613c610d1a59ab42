"""One thing that was named before and is pointed at again with its kind: 这款国产单机游戏, 这家书店."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import OWN_HEAD
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_POINTS: Final = LazyPattern(
    r"[这该](?:[款家座台支所间档艘幅]|[个项](?![人别体目])|[部条本场处张](?![门分队件款例身地理馆]))(?=[一-鿿A-Za-z])"
)
_OF_KIND: Final = ("n", "nr", "b", "a", "j", "f", "s", "eng", "l", "i")
"""Classes of words that say what kind of thing is pointed at."""
_NO_THING: Final = LazyPattern(
    r"(?:数[字据值量]|比[例重率]|时[间候期]|方面|过程|问题|阶段|领域|地区|原因|结果|情况|水平|目标|标准|指标|指数|系数|价格|规模|公司|企业|集团|银行|[年月日天周]|人)$"
)
"""What is pointed at and bears no figure, or is a company named before, which its own rules give back its name."""
_BEGINS_MEASURE: Final = LazyPattern(
    r"[全总首]|单[店月季周日价笔票]|[日人户月年周场店]均|平均|累计|合计|上[线市架映]|发布|开[业播盘]|投产|设计|最[高低大长]|豆瓣|评分|好评"
)
"""With what the words behind the thing begin, whatever class the dictionary has them in: 上线72小时售出."""
_FAR: Final = 24
_LEAST: Final = 2


def pointed_thing(words: str) -> str:
    """Return the thing some words begin to point at, 这款国产单机游戏 of 这款国产单机游戏上线72小时; else nothing.

    What is left of the words behind it names a measure, so a thing that is all of them is none.
    """
    points = _POINTS.match(words)
    if points is None:
        return ""
    behind = plain_words(words[points.end() : points.end() + _FAR])
    told = list(takewhile(_is_of_kind, behind))
    measured = next((at for at in range(1, len(told)) if _is_measure("".join(told[at:]))), len(told))
    told = told[:measured]
    while told and not word_class(told[-1]).startswith("n"):
        told.pop()
    kind = "".join(told)
    measure = OWN_HEAD.search(kind)
    kind = kind[: measure.start()] if measure else kind
    if len(kind) < _LEAST or _NO_THING.search(kind) or points.end() + len(kind) >= len(words):
        return ""
    return points[0] + kind


def _is_of_kind(word: str) -> bool:
    return is_word(word) and word_class(word) in _OF_KIND and _BEGINS_MEASURE.match(word) is None


def _is_measure(words: str) -> bool:
    return is_money_noun(words) or OWN_HEAD.search(words) is not None
