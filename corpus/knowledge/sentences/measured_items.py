"""Items listed behind the measure that is told of each: 票价为成人票80元、学生票40元."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import OWN_HEAD, split_scope, strip_metric
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.place_names import is_place_alone
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import movement
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change
from index.lazy_pattern import LazyPattern

_ITEM: Final = (
    r"(?P<item>(?!其中|[同环]比|合计|共|平均|人均|最[高低]|[较比约近另每负达超过增降减上下至第是为])(?![^，。；]*(?:增长|下降|减少|提高))"
    r"[一-鿿A-Za-z]{2,8}?)(?:则|约|近|各|为|是|每[一-鿿])*[ ]?"
)
_FIRST: Final = LazyPattern(
    rf"(?:^|[，,。；;])(?P<what>(?!最|其|主要)[^\W\d的]{{2,14}}?)(?:分别)?(?:[为是]|[：:])[ ]?{_ITEM}$"
)
_DIFFER: Final = (
    r"(?:差异|差距|差别|分化|走势|涨跌|表现)[一-鿿]{0,4}|普[降涨跌遍][一-鿿]{0,2}|不一|不同|各异|各不相同|悬殊|相差[^，。：；]{1,8}"
    r"|有[升涨增高][一-鿿]{1,4}|(?:的?(?:情况|数据|明细|统计|名单))?(?:分别|依次)?如下"
    r"|(?:的?(?:排名|排序|排行))?(?:居?前[两三四五六七八九十\d]{1,2}[名位家]?的?(?:依次|分别)?)?(?:为|是)?"
)
_APART: Final = LazyPattern(
    rf"(?:^|[，,。；;])(?:按照?|[两三四五各][一-鿿]{{1,4}}的)?(?P<what>(?!最|其|主要)[^\W\d的]{{2,14}}?)(?:{_DIFFER})?"
    rf"[：:][ ]?{_ITEM}$"
)
"""A measure of which a clause only says that each has its own: 零售额差异较大：油烟机120亿元."""
_NEXT: Final = LazyPattern(rf"(?:、|，|,|；|;|和|及|与)[ ]?{_ITEM}")
_MEASURES: Final = ("标准", "价目", "票价", "单价", "定价", "报价")
"""With what a measure ends that is told of each of several, besides what sums are of."""
_OF_EACH: Final = LazyPattern(
    r"^(?:[各两三四五六七八]|[几多])[一-鿿]{0,2}[类地组国省市家种级档段区县镇乡村院校店线站所园位司业行品目道层](?:公司|企业|单位|银行|品牌|平台|机构)?的?(?=[一-鿿]{2})"
)
"""What says of a measure that each of several has its own: 各品类零售额."""
_OPENS: Final = frozenset("（(")
_CLOSES: Final = frozenset("）)")
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
    told = _first_item(view.text[begin : first.lead])
    if told is None or _is_measure(told["item"]):
        return 0
    row, read = _row(view, index, told["item"])
    if len(row) == 1:
        return 0
    scope, measure = split_scope(strip_metric(told["what"]))
    measure = _OF_EACH.sub("", measure)
    found += (replace(_told(one.figure, one.item, measure, scope), change=one.change) for one in row)
    return read


@dataclass(frozen=True, slots=True)
class _Row:
    """One item of a row with its figure, and by how much that changed where a bracket behind it says so."""

    item: str
    figure: Figure
    change: Change | None


def _row(view: SentenceView, index: int, item: str) -> tuple[list[_Row], int]:
    """Return the items of a row that begins with the figure at ``index``, and how many figures they hold."""
    row, read = list[_Row](), index
    told: re.Match[str] | None = None
    end = 0
    for place in range(index, len(view.figures)):
        figure = view.figures[place]
        if place < read or not view.counts(figure):
            continue
        if row:
            alike = figure.unit == view.figures[index].unit
            told = _NEXT.fullmatch(view.text, end, figure.lead) if alike else None
            if told is None or _is_measure(told["item"]):
                break
            item = told["item"]
        change = _change_in_bracket(view, place)
        row.append(_Row(item, figure, change))
        read = place + (1 if change is None else 2)
        end = figure.tail if change is None else view.figures[place + 1].tail + 1
    return row, read - index


def _change_in_bracket(view: SentenceView, index: int) -> Change | None:
    """Return the change that stands alone in a bracket right behind a figure: 1280元（-11.5%）."""
    if index + 1 == len(view.figures):
        return None
    figure, behind = view.figures[index : index + 2]
    if not behind.percent or view.text[figure.tail : behind.lead] not in _OPENS:
        return None
    told = movement(view.text, behind.lead, behind)
    return told[0] if told and view.text[behind.tail : behind.tail + 1] in _CLOSES else None


def _first_item(words: str) -> re.Match[str] | None:
    """Return the measure some words end with and the first item it is told of; ``None`` where they name none."""
    told = _FIRST.search(words)
    if told and _is_measure(told["what"]):
        return told
    apart = _APART.search(words)
    named = apart and (
        _is_measure(apart["what"]) or OWN_HEAD.search(apart["what"]) or "平均" in apart["what"]
    )
    return apart if named else None


def _told(figure: Figure, item: str, measure: str, scope: str) -> Found:
    """Return the figure of an item, which bears the measure or says which it is: 实验组, but 成人票价."""
    if item.endswith(tuple(listed("bearer_ends"))) or is_place_alone(item):
        return Found(figure, measure, scope, subject=item, confidence=0.7)
    return Found(figure, _joined(item, measure), scope, confidence=0.7)


def _is_measure(words: str) -> bool:
    return is_money_noun(words) or words.endswith(_MEASURES)


def _joined(item: str, measure: str) -> str:
    """Return an item with its measure, what both have in common told once: 成人票, 票价 → 成人票价."""
    shared = next((size for size in (2, 1) if item.endswith(measure[:size])), 0)
    return item + measure[shared:]
