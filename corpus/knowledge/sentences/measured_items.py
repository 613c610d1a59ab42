"""Items listed behind the measure that is told of each: 票价为成人票80元、学生票40元."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import split_scope, strip_metric
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern

_ITEM: Final = (
    r"(?P<item>(?!其中|[同环]比|合计|共|平均|人均|最[高低]|[较比约近另每负达超过增降减上下至第是为])(?![^，。；]*(?:增长|下降|减少|提高))"
    r"[一-鿿A-Za-z]{2,8}?)(?:则|约|近|各|为|是|每[一-鿿])*[ ]?"
)
_FIRST: Final = LazyPattern(
    rf"(?:^|[，,。；;])(?P<what>(?!最|其|主要)[^\W\d的]{{2,14}}?)(?:分别)?(?:[为是]|[：:])[ ]?{_ITEM}$"
)
_NEXT: Final = LazyPattern(rf"(?:、|，|,|；|;|和|及|与)[ ]?{_ITEM}")
_MEASURES: Final = ("标准", "价目", "票价", "单价", "定价", "报价")
"""With what a measure ends that is told of each of several, besides what sums are of."""
_REACH: Final = 40


def read_measured_items(view: SentenceView, index: int, found: list[Found]) -> int:
    """Read items listed with a figure each behind the measure they share, and return how many figures were read."""
    if index + 1 == len(view.figures):
        return 0
    first = view.figures[index]
    begin = max(
        view.sentence.start,
        first.lead - _REACH,
        *(one.span.end for one in view.dates_before(first.lead)[-1:]),
    )
    told = _FIRST.search(view.text[begin : first.lead])
    if told is None or not _is_measure(told["what"]) or _is_measure(told["item"]):
        return 0
    row = [(first, told["item"])]
    for before, figure in pairwise(one for one in view.figures[index:] if view.counts(one)):
        item = _NEXT.fullmatch(view.text, before.tail, figure.lead) if figure.unit == first.unit else None
        if item is None or _is_measure(item["item"]):
            break
        row.append((figure, item["item"]))
    if len(row) == 1:
        return 0
    scope, measure = split_scope(strip_metric(told["what"]))
    found += (Found(figure, _joined(item, measure), scope, confidence=0.7) for figure, item in row)
    return view.figures.index(row[-1][0]) - index + 1


def _is_measure(words: str) -> bool:
    return is_money_noun(words) or words.endswith(_MEASURES)


def _joined(item: str, measure: str) -> str:
    """Return an item with its measure, what both have in common told once: 成人票, 票价 → 成人票价."""
    shared = next((size for size in (2, 1) if item.endswith(measure[:size])), 0)
    return item + measure[shared:]
