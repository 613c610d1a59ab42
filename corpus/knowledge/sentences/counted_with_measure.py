"""Things counted that are told apart by a measure of their own: 3座高度超过100米的水电站, 4颗主频为2.8GHz的核心."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.measure_words import MEASURE_WORDS, UNITLESS
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_MEASURE: Final = LazyPattern(
    r"[ ]?(?P<what>[一-鿿A-Za-z]{2,14}?)"
    r"(?:分别|均|都|约|近|超过?|达到?|为|是|在|有|不足|不到|低于|高于|大于|小于|逾|突破)*[ ]?"
)
_THING: Final = LazyPattern(
    r"的(?P<thing>[一-鿿A-Za-z“”]{2,14}?)(?:组成|构成)?(?=[，。；、！？,;）)]|[和与及]|$)"
)
_ENDS: Final = LazyPattern(r"(?=[，。；！？,;）)]|$)")
_COUNTING: Final = (MEASURE_WORDS | UNITLESS) - frozenset("次")
_SHORTEST: Final = 2
_SAID: Final = ("d", "p", "c", "r", "u")
"""Classes of words in the name of nothing a thing has."""
_OF_EACH: Final = (
    *("率", "比例", "占比", "比重", "增速", "增幅", "涨幅", "跌幅", "降幅", "价格", "年龄", "面积"),
    *("市值", "估值", "营收", "营业收入", "产值", "利润", "销售额", "票房"),
)
"""With what a measure ends that is told of each of several things where it is told with a bound."""


def read_counted_with_measure(view: SentenceView, index: int, found: list[Found]) -> int:
    """Read a count whose things a measure tells apart, and return how many figures were read.

    The measure is no figure of its own where it only bounds the things; where it is told of each, it is read as any.
    """
    count = view.figures[index]
    share = count.percent and not view.text[view.clause(count) : count.lead].strip()
    counts = count.mention.kind == "number" and count.unit[-1:] in _COUNTING and view.counts(count)
    if not (share or counts):
        return 0
    measure = view.figures[index + 1] if index + 1 < len(view.figures) else None
    told = _MEASURE.fullmatch(view.text, count.tail, measure.mention.span.start) if measure else None
    if measure is None or told is None or "的" in told["what"]:
        return 0
    if share:
        thing = _who_have(view, measure, told)
    else:
        thing = _behind_measure(view, count, measure, told["what"]) or _before_measure(view, measure, told)
    if not thing:
        return 0
    found.append(Found(count, thing, ""))
    return 2 if measure.qualifier else 1


def _behind_measure(view: SentenceView, count: Figure, measure: Figure, what: str) -> str:
    """Return the things counted where they stand behind their measure: 高度超过100米的水电站; else nothing."""
    thing = _THING.match(view.text, measure.tail, view.sentence.end)
    words = plain_words(what)
    if thing is None or (len(words) == 1 and word_class(what) == "v") or _says(words):
        return ""
    noun = strip_metric(thing["thing"])
    if not noun or _says(plain_words(noun)):
        return ""
    return view.text[count.tail : thing.start("thing")].strip() + noun


def _before_measure(view: SentenceView, measure: Figure, told: re.Match[str]) -> str:
    """Return the things counted where their bound ends the clause: 3家企业营收超过100亿元; else nothing."""
    first, *rest = plain_words(told["what"])
    each = "".join(rest).endswith(_OF_EACH) and not _says(rest)
    if not (each and measure.qualifier and _ENDS.match(view.text, measure.tail)):
        return ""
    bound = view.text[told.start("what") + len(first) : measure.tail].strip()
    return f"{bound}的{first}" if len(first) > 1 and word_class(first) == "n" else ""


def _who_have(view: SentenceView, measure: Figure, told: re.Match[str]) -> str:
    """Return those of whom a share has so much: 近四成受访者月收入不足5000元; else nothing."""
    first, *rest = plain_words(told["what"])
    bound = (measure.at_least or measure.at_most) and bool(_ENDS.match(view.text, measure.tail))
    if (
        not (bound and rest)
        or measure.percent
        or len(first) < _SHORTEST
        or not word_class(first).startswith("n")
    ):
        return ""
    return f"{view.text[told.start('what') + len(first) : measure.tail].strip()}的{first}"


def _says(words: Sequence[str]) -> bool:
    """Tell whether words say more than what something is called: 还获得了."""
    return any(word_class(word).startswith(_SAID) for word in words)
