"""The highest, the lowest and the mean of what was measured before them: 平均工资为8000元，最高3万元，最低2000元."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.named_levels import Named
from corpus.knowledge.sentences.statements import Found
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_WHICH: Final = r"最[高低大小多少长短快慢早晚]|平均|中位数?|均值"
_TOLD: Final = LazyPattern(
    rf"[，、 ]*(?:其中|而|但)?[，,]?(?P<which>{_WHICH})的?"
    r"(?:一[天个家场次户]|可|能|为|是|达到?|仅|只|有|约|近|超过?|逾|不足)*[ ]?"
)
_RECORD: Final = LazyPattern(r"再?[创刷][下新]?了?[一-鿿]{0,6}(?:新高|新低|纪录|高点|低点)")
_ONE_OF_THEM: Final = LazyPattern(r"最[高低大小多少]|单[日月季周场]|[日月年]均|峰值")
_IN_METRIC: Final = LazyPattern(rf"{_WHICH}|(?<=[日月年周人户店])均|均(?=[价值薪])")


def of_extreme(view: SentenceView, figure: Figure, start: int, found: Sequence[Found]) -> Named | None:
    """Return what a figure is of whose own words only say which of those measured before it is; else ``None``.

    ``start`` is where these words begin.
    """
    told = _TOLD.fullmatch(view.text, start, figure.mention.span.start)
    last = found[-1] if found else None
    if told is None or last is None or not last.level:
        return None
    if split_scale(last.figure.unit)[1] != split_scale(figure.unit)[1]:
        return None
    which, metric = told["which"], last.metric
    whole = _IN_METRIC.sub(which, metric, count=1) if _IN_METRIC.search(metric) else f"{which}{metric}"
    return Named(whole, last.subject, confidence=0.7)


def of_all_measured(metric: str) -> str:
    """Return a measure without which of those measured it is, or over what time: 最低单日客流 → 客流."""
    return _ONE_OF_THEM.sub("", metric)


def names_nothing(metric: str) -> bool:
    """Tell whether words before a number name no measure: none at all, or only that it is a record (创下三年新低)."""
    return not metric or _RECORD.fullmatch(metric) is not None
