"""Items that share what is told of all of them: 甲、乙、丙三家的份额分别为…, 甲（-6%）、乙（+9%）的销售额走势分化."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD, joined_items, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.subjects.subjects import is_somewhere
from index.lazy_pattern import LazyPattern

_EACH: Final = LazyPattern(
    r"(?P<items>[^，。；：]{2,60}?)(?:这|等)?[两二三四五六七八九十\d]{1,2}[家个省市县区镇地国省](?:企业|公司|品牌|厂商|平台|省份|城市|地区)?的?"
    r"(?P<what>[一-鿿A-Za-z]{2,12})"
)
_BEFORE: Final = LazyPattern(r"[^，。；：、（）()]{2,12}$")
_REST: Final = LazyPattern(
    r"[）)](?:、[^，。；：、（）()]{2,12}[（(][^（）()，。]{2,12}[）)]){0,9}(?:和|及|与)?的?(?P<what>[一-鿿]{2,10}?)"
    r"(?=走势|表现|均|都|齐|全|双双|普遍|分化|[一-鿿]{0,2}不一|涨跌|实现|保持|出现|呈|[，。；]|$)"
)
_SO_MANY_EACH: Final = LazyPattern(
    r"(?:.*[省市县区镇乡村校院])?(?:共|现|累计|已)*(?:拥有|设有|建有|配有|有)?(?P<made>新增|新建|建成|新设)?"
    r"(?P<items>[一-鿿A-Za-z“”]{2,12}(?:[、和与及][一-鿿A-Za-z“”]{2,12}){1,4})各(?:有|为|是|约|近|达)*[ ]?"
)
_BEHIND: Final = LazyPattern(r"[ ]?(?P<noun>[一-鿿]{2,6})(?=[，。；、！\n]|$)")
_SEVERAL: Final = 2
_SHORTEST: Final = 2
_LONGEST: Final = 12
_LASTS: Final = LazyPattern(r"(?:时间|时长|年龄|天数)$")
_BEFORE_COLON: Final = LazyPattern(r"(?:^|[。；\n])(?P<told>[^。；：\n]{4,60})[：:][ ]?(?:分别)?(?:为|是)?$")


def items_of(words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return what ``count`` listed items have each and the items: 甲、乙、丙三家的份额; ``None`` for anything else."""
    told = _EACH.fullmatch(words)
    items = joined_items(told["items"]) if told else []
    if told is None or len(items) != count or not all(len(one) > 1 for one in items):
        return None
    return strip_metric(told["what"]) or told["what"], tuple(items)


def items_before_colon(view: SentenceView, group: Sequence[Figure]) -> tuple[str, tuple[str, ...]] | None:
    """Return a measure and as many items as figures follow its colon: 甲、乙两地的均价：5元、4元."""
    first = group[0].mention.span.start
    head = _BEFORE_COLON.search(view.text, view.sentence.start, first) if len(group) > 1 else None
    told = items_of(head["told"], len(group)) if head else None
    measured = told and (METRIC_HEAD.search(told[0]) or OWN_HEAD.search(told[0]) or _LASTS.search(told[0]))
    return told if measured else None


def each_so_many(view: SentenceView, figure: Figure, lead: str) -> list[tuple[str, str]]:
    """Return subject and metric of every thing that has so many of a sort: 图书馆、文化馆各1座, 甲市、乙市各5家门店.

    ``lead`` is what stands before the figure in its clause. Empty where no things are listed there.
    """
    told = _SO_MANY_EACH.fullmatch(lead) if figure.unit and not figure.percent else None
    items = joined_items(told["items"]) if told else []
    if len(items) < _SEVERAL or not all(_SHORTEST <= len(one) <= _LONGEST for one in items):
        return []
    behind = _BEHIND.match(view.text, figure.tail, view.sentence.end)
    if behind:
        return [(one, behind["noun"]) for one in items] if all(map(is_somewhere, items)) else []
    made = told["made"] or "" if told else ""
    return [("", f"{made}{one}") for one in items]


def item_in_front(view: SentenceView, figure: Figure, start: int) -> tuple[str, str] | None:
    """Return the item a change in brackets stands behind, and what is told of all items behind the last of them."""
    opening = view.text[start - 1 : start]
    if opening not in {"（", "("} or view.text[start : figure.mention.span.start].strip():
        return None
    item = _BEFORE.search(view.text, max(view.sentence.start, start - 14), start - 1)
    rest = _REST.match(view.text, figure.tail, view.sentence.end)
    if item is None or rest is None or not METRIC_HEAD.search(rest["what"]):
        return None
    return item[0].lstrip("和及与 "), rest["what"]
