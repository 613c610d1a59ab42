"""What is said to be twice as much as before, in words and without a level: 坪效翻了一番, 营收同比翻倍."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, clause_start, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, NumberMention
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_TWICE: Final = LazyPattern(
    r"翻了?(?:(?P<times>[一两三])?番|倍)"
    r"(?![的增式至到]|[，,](?:达|为|至|增[至长]|突破|超过?)|[^，。；\d]{0,4}\d)"
)
_TIMES: Final = {None: Decimal(1), "一": Decimal(1), "两": Decimal(3), "三": Decimal(7)}
"""By how many times itself something grew that doubled so often."""
_BASIS: Final = LazyPattern(
    rf"(?P<basis>同比|环比|[较比]{BEFORE_IT}[^，。；、]{{0,6}}?)(?:增长)?(?:实现了?)?$"
)
_ADVERBS: Final = LazyPattern(r"(?:反而|更是|竟然?|直接|又|也|都|还|整整|已经?|实现了?|再)+$")
_NOT_SO: Final = LazyPattern(r"不|没|未|难|想|若|如果|只要|能否|目标|几乎|差不多|[接将]?近乎?$|超过?$|\d")
"""In a clause that only wishes, denies, supposes or nears it, or tells it of a number."""
_ENDS: Final = ("效", "数", "量", "额", "率")
_LONGEST: Final = 16
"""A longer metric is a clause, in code points."""


def with_doubled(view: SentenceView, found: Sequence[Found]) -> list[Found]:
    """Return what was found in a sentence and, in their order, the measures told to have doubled."""
    return sorted((*found, *_doubled(view, found)), key=lambda one: one.figure.lead)


def _doubled(view: SentenceView, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the measures told to have doubled, but those of which the clause tells a number already."""
    for match in _TWICE.finditer(view.words) if "翻" in view.words else ():
        place, end = (view.sentence.start + at for at in match.span())
        begin = clause_start(view.text, place, view.sentence.start)
        if any(begin <= one.figure.lead <= end for one in found):
            continue
        words = view.text[view.behind_time(begin, place) : place]
        basis = _BASIS.search(words)
        metric = strip_metric(_ADVERBS.sub("", words[: basis.start()] if basis else words))
        named = METRIC_HEAD.search(metric) or is_money_noun(metric) or metric.endswith(_ENDS)
        if not named or len(metric) > _LONGEST or _NOT_SO.search(words):
            continue
        change = Change(Direction.UP, _TIMES[match["times"]], "倍", basis["basis"] if basis else "")
        mention = NumberMention(Span(place, end), "number", change.value, unit="倍")
        yield Found(Figure(mention, mention.span, "倍", "", place, end), metric, "", change, level=False)
