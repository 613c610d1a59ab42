"""What stands before a bracket names the level alone in it, 浙江（107家）, or the change behind it, CPI（…）上涨2%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, clause_start, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.people import said_behind_bracket
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_LISTED_PLACES: Final = LazyPattern(
    r"(?:^|[，。；年月])(?P<what>[一-鿿A-Za-z]{0,14}?"
    r"(?:数量|[人户家]数|[额量值率]|规模|占比|份额|收入|利润|营收|资产|存款|贷款|面积|GMV|GDP|MAU|DAU))"
    r"(?:排名|位居|居|排在)?(?:(?:全国|全省|全市|行业|全球)?前[一二三四五六七八九十\d]+[位名大强]?|最[一-鿿]{1,2})"
    r"(?:的(?P<of>[^，。；（]{0,6}?))?(?:分别|依次)*[为是有：:][^，。；]*$"
)
"""What places are ranked by that stand each with its own figure in brackets: 企业数量前三的省份是浙江（107家）."""
_RANKED_BY: Final = LazyPattern(
    r"(?:^|[，。；：])(?:如果|若)?(?:按照?|以|从|论)(?P<what>[一-鿿A-Za-z]{2,12}?)(?:的?(?:排名|排序|排列|高低|多少|大小)|计算?|来?看|论|衡量|口径)"
    r"[，,][^，。；]*$"
)
"""By which measure those are ranked that follow, each with its figure in brackets: 按门店数排名，青岚奶铺（6870家）."""
_COUNTS: Final = ("数", "量", "人次")
_TRADERS: Final = ("厂商", "企业", "公司", "品牌", "机构", "银行", "车企", "平台")
"""Who is ranked beside places."""
_VERB: Final = LazyPattern(r"(?:为|是(?!否)|(?<!拥)有(?!所|一|关)|达到?)")
_HELD_AGAINST: Final = LazyPattern(r"^[ ]*(?:高[出于过]|低[出于]|超过|快于|慢于|好于)(?=[一-鿿]{2})")
"""Before what is only held against something told before: 高出实物型零售额增速（34.3%）."""
_CONVERTED: Final = frozenset({"约", "约合", "合", "折合", "折约", "相当于", "即"})
"""Before the same sum in another currency: 1056亿港元（约988亿元）."""
_OF_YEAR: Final = LazyPattern(
    r"^(?:几乎|大约|接近|相当于|约|近)*(?:19|20)\d\d年(?:全年|[上下]半年)?的?(?=[一-鿿]{2})"
)
_INDEX: Final = "指数"
_ENDS_OF_MEASURES: Final = frozenset({"数", "率", "额", "量", "值", "规模", "总额", "总量", "数量", "占比"})
"""What may stand behind a bracket that only gives the short form of a measure or of whom it counts."""
_ASIDE: Final = 24
"""No such bracket is longer, in code points."""
_FAR: Final = 400
"""A list does not begin further before a figure than this, in code points."""

_ITEM: Final = LazyPattern(
    r"(?:^|[，。；：、是为的和及与])(?P<item>(?:(?![是为的和及与])[一-鿿A-Za-z]){2,10})[（(]$"
)
"""One of several listed, whose measures its bracket tells: 网络新闻（用户规模5亿、使用率79%）、搜索（…）."""
_MEASURE_IN_ASIDE: Final = LazyPattern(r"[一-鿿A-Za-z]{2,10}")


def of_listed_items(view: SentenceView, found: Sequence[Found]) -> list[Found]:
    """Return what was found, each level whose measure stands in a bracket behind one of several items told of it.

    A place bears what its bracket tells, anything else belongs to the measure: 网络新闻用户规模.
    """
    items = [_item_of(view, one) for one in found]
    first = {one.metric for one, item in zip(found, items, strict=True) if item}
    several = len(set(filter(None, items))) > 1 and len(first) < sum(map(bool, items))
    return [
        (
            replace(one, subject=item)
            if word_class(item) == "ns"
            else replace(one, metric=f"{item}{one.metric}")
        )
        if several and item
        else one
        for one, item in zip(found, items, strict=True)
    ]


def _item_of(view: SentenceView, one: Found) -> str:
    """Return what stands before the bracket in which a level is told with its own measure; empty for any other."""
    begin = max(view.sentence.start, one.figure.lead - _ASIDE)
    opened = max(view.text.rfind(sign, begin, one.figure.lead) for sign in "（(")
    closed = opened >= 0 and any(sign in view.text[opened : one.figure.lead] for sign in "）)")
    named = one.subject or one.scope or not one.level or not _MEASURE_IN_ASIDE.fullmatch(one.metric)
    if opened < 0 or closed or named or view.text.find(one.metric, opened, one.figure.lead) < 0:
        return ""
    item = _ITEM.search(view.text, max(view.sentence.start, opened - _ASIDE), opened + 1)
    return item["item"] if item and not METRIC_HEAD.search(item["item"]) else ""


def measure_before_bracket(view: SentenceView, figure: Figure, found: Sequence[Found]) -> str:
    """Return the measure whose bracket a clause with a change begins behind: 居民消费价格指数（CPI）全年上涨2%.

    Empty where the bracket belongs to something told of before.
    """
    close = view.clause(figure) - 1
    if view.text[close : close + 1] not in {"）", ")"}:
        return ""
    opened = max(view.text.rfind(sign, view.sentence.start, close) for sign in "（(")
    begin = clause_start(view.text, opened, view.sentence.start) if opened >= 0 else close
    if (
        opened < 0
        or any(begin < one.figure.tail for one in found)
        or any(begin <= one.lead < close for one in view.figures)
    ):
        return ""
    measure = strip_metric(view.text[view.behind_time(begin, opened) : opened])
    return (
        measure if measure.endswith(_INDEX) or METRIC_HEAD.search(measure) or is_money_noun(measure) else ""
    )


def item_of_bracket(view: SentenceView, figure: Figure, start: int) -> str:
    """Return the item whose change stands alone in a bracket that opens right before ``start``: 油烟机（-6.1%）.

    Empty where anything else stands in the bracket, or the item has a number of its own.
    """
    if (
        view.text[start - 1 : start] not in {"（", "("}
        or view.text[start : figure.mention.span.start].strip()
    ):
        return ""
    outer = clause_start(view.text, start - 1, view.sentence.start)
    if any(outer <= one.lead < start for one in view.figures if one.unit):
        return ""
    return strip_metric(view.text[outer : start - 1].split("、")[-1])


def measure_over_bracket(view: SentenceView, start: int, metric: str) -> str:
    """Return a measure that a bracket parts, any other metric as it is: 平均月活跃用户（MAU）数.

    ``start`` is where the words begin that ``metric`` was read of.
    """
    close = start - 1
    if metric not in _ENDS_OF_MEASURES or view.text[close : close + 1] not in {"）", ")"}:
        return metric
    opened = max(view.text.rfind(sign, max(view.sentence.start, close - _ASIDE), close) for sign in "（(")
    begin = clause_start(view.text, opened, view.sentence.start) if opened >= 0 else close
    if opened < 0 or any(begin < one.tail <= start for one in view.figures):
        return metric
    return f"{strip_metric(view.text[view.behind_time(begin, opened) : opened])}{metric}"


def named_before_bracket(view: SentenceView, start: int, figure: Figure) -> tuple[str, str] | None:
    """Return subject and metric of a level whose bracket opens right before ``start``.

    ``None`` where a figure before the bracket is of what stands there.
    """
    outer = clause_start(view.text, start - 1, view.sentence.start)
    again = view.text[start : figure.mention.span.start].strip() in _CONVERTED
    if again and any(one.tail == start - 1 for one in view.figures):
        return None
    if figure.percent:
        done = said_behind_bracket(view.text[outer : start - 1], view.text, figure.tail)
        if done:
            return done
    metric = strip_metric(_HELD_AGAINST.sub("", _VERB.split(view.text[outer : start - 1])[-1]))
    metric = _OF_YEAR.sub("", metric)
    listed = _LISTED_PLACES.search(view.text, max(view.sentence.start, start - _FAR), start)
    if listed and (word_class(metric) == "ns" or not listed["of"] or listed["of"].endswith(_TRADERS)):
        what = strip_metric(listed["what"])
        return metric, f"{what}占比" if figure.percent and not what.endswith("占比") else what
    ranked = _RANKED_BY.search(view.text, max(view.sentence.start, start - _FAR), start - 1)
    what = ranked["what"] if ranked else ""
    if metric and (METRIC_HEAD.search(what) or is_money_noun(what) or what.endswith(_COUNTS)):
        return metric, f"{what}占比" if figure.percent and not what.endswith("率") else what
    told = any(one.tail == start - 1 and one.lead <= start - 1 - len(metric) for one in view.figures)
    return None if told else ("", metric)
