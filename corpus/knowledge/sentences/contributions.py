"""Points by which one measure moves another, which are no growth of it: 工业增加值拉动全国经济增长0.6个百分点."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.clauses import split_scope, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern

_MOVES: Final = LazyPattern(
    r"(?P<what>[^，。；]*?)(?P<deed>(?:拉动|带动|影响|推动)(?P<other>[^，。；\d]{2,24}?)(?:增长|上[涨升]|下[降跌]|回落|回升))"
    r"(?:了|约|近|达|为|超过?)*[ ]?$"
)
"""What moves which other measure, right before by how much."""
_IS_RATE: Final = LazyPattern(r"(?:[率比度]|比重|份额|占比|增[速幅]|水平)$")
"""With what a measure ends that points are a change of, whatever brought it about: 推动毛利率上升2个百分点."""

_WHOSE: Final = LazyPattern(
    r"(?P<who>.{2,}?)(?:对[^，。；]{1,16}的?(?:贡献率|贡献)|占[^，。；]{1,14}的?(?:比重|比例|份额)|的?(?:占比|贡献率))"
)
"""A share told before, and whose it is: 消费支出对经济增长的贡献率为52%，拉动经济增长2.6个百分点."""


def is_contribution(view: SentenceView, figure: Figure, start: int) -> bool:
    """Tell whether a figure says by how many points of growth something moves another measure."""
    told = _MOVES.match(view.text, start, figure.lead) if figure.unit.endswith("百分点") else None
    return told is not None and not _IS_RATE.search(told["other"])


def contribution(view: SentenceView, figure: Figure, start: int, found: Sequence[Found]) -> Found | None:
    """Return such a figure under what moves which measure, ``None`` where it is not told what does."""
    told = _MOVES.match(view.text, start, figure.lead)
    last = found[-1] if found else None
    if told is None:
        return None
    scope, what = split_scope(strip_metric(told["what"]))
    if not what and last is not None:
        whose = _WHOSE.fullmatch(last.metric)
        scope, what = last.scope, whose["who"] if whose else last.metric
        what = "" if _IS_RATE.search(what) else what
    if len(what) <= 1:
        return None
    return Found(figure, f"{what}{told['deed']}", scope, subject="" if scope or not last else last.subject)
