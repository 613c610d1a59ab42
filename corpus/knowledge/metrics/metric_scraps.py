"""Metrics that are scraps of a clause, and name nothing their figure could be of."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue, cue_words
from corpus.knowledge.document.places import COUNTRY, SCOPE_OF
from corpus.knowledge.metrics.clause_rests import is_rest_of_clause
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import OWN_HEAD, TWIN
from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE
from corpus.knowledge.phrases.metrics import worded_by
from corpus.knowledge.phrases.place_names import is_part, is_place_alone
from corpus.knowledge.phrases.regions import REGION
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_TABLE: Final = "metrics/scraps"
_PAIRS: Final = ("《》", "“”", "「」", "（）")
_GOES_ON: Final = LazyPattern(r"(?:别说|更别提|以及|和(?![谐平田])|及(?![其时早格]))")
"""With what a phrase begins that goes on with another."""
_ONLY_PLACES: Final = LazyPattern(rf"(?:{REGION.pattern})(?:[、和与及](?:{REGION.pattern}|[一-鿿]{{2,4}}))*$")
_COUNTS: Final = LazyPattern(rf"\d[\d,.]*[万亿余多]*[{''.join(sorted(ONE_BY_ONE | BY_PIECE))}件次户]")
"""With what a phrase begins that is another figure: 128名球员参加."""
_TORN: Final = (_GOES_ON, _COUNTS, _ONLY_PLACES)
_ENGLISH: Final = LazyPattern(
    r"[a-z']{2,}|(?:[A-Za-z'-]+[ ])*(?:went|goes|grew|up|down|to|from|was|were|is|are|rose|fell|by|and|has|have|had"
    r"|will|that|which|who|at|in|on|with|as|but|than|about|nearly|over|more|less|around|almost|only|just)"
    r"(?:[ ][A-Za-z'-]+)*"
)
"""A scrap of an English clause, which no rule for Chinese takes apart: up from, Prices went up."""
_TIMES: Final = LazyPattern(
    rf"(?:[于在截至自]+)?(?:今年|去年|上年|前年|\d{{4}}年[\d年月日\-—~至到]*|{BEFORE_IT})"
)
_MONTHS: Final = LazyPattern(r"(?:1?\d月份?、?)+")
"""Only over which months something is told: 5月份、6月份均环比增长1.3%."""
_LOOSE_END: Final = LazyPattern(
    r"(?:暂定|上述|中需要?|[在和各于]|[了的占]其|^对应[一二两三四五\d]?|(?<![惠普涉波触])及|心目|来自|\d(?:年|个?月))$"
)
_OF_SHARES: Final = LazyPattern(
    r"股|[增减]持|授予|行权|持有|质押|认购|买入|卖出|解禁|限售|要约|收购|回购|配售|发行|过户|划转|冻结|成交|交易|转让|受让|总数|数量|解除"
)
_SENTENCED: Final = LazyPattern(r"(?:有期|无期)徒刑|死刑|拘役")
_TOWARDS: Final = frozenset({"对", "向", "由于", "被"})
_EXTREME: Final = LazyPattern(r"[增涨降跌]幅?[速幅]?(?:最[大高快小低慢]|居首|领先)")
"""What is told of one among many, and of which measure is not said: 乙地增幅最大，达18%."""
_NOBODYS: Final = frozenset({"公司", "本公司", "该公司"})
"""Whose a figure may be that counts none of them, and no measure: 公司没有实现30%的目标，只增长20%."""
TURNS: Final = ("前者", "后者")
"""Which of two named before something is told of, where that stays unsure."""
_SUM_INSIDE: Final = LazyPattern(
    r"(?<![—–~\-\d.,至到])\d[\d.,]*[百千万亿]*元(?!以[上下内]|[ ]?[—–~至到-][ ]?\d)"
)
_TOLD_APART: Final = LazyPattern(
    r"(?:超过?|达到?|为|在|不足|不到|低于|高于|大于|小于|逾|突破)[\d.,]*[百千万亿]*元的[一-鿿A-Za-z]{2,}$"
)
"""Things counted that their own sum tells apart: 营收超过100亿元的企业."""
_REACHED: Final = LazyPattern(
    r"(?:超过?|达到?|为|在|不足|不到|低于|高于|大于|小于|逾|突破)[\d.,]*[百千万亿]*元$"
)
"""What those of a share have: 学生月支出超过500元."""
_OF_ITEMS: Final = LazyPattern(
    r"[一-鿿]{2}[ ]?[\d.,]+万?元、[一-鿿（(][^，。；]*[\d.,]+万?元，?(?:以上)?(?:各项)?(?:共计|合计|总计)[约为 ]*$"
)
"""Before the sum of a list whose items are each named: 门诊费1237元、交通费200元，共计1437元."""
_SO_MUCH_OF: Final = LazyPattern(r"(?:[一-鿿]*[量额数])?是(?!否)[一-鿿]{2,}[量额数]")
"""What is only held against another measure: 日均揽收量是日常业务量|的117.8%."""
_HOW_ONLY: Final = LazyPattern(r"[暂拟将仍均]?(?:按照?|比照|参照)|跌落|回落|滑落|骤减|骤降|锐减|跌到谷底")
"""How a sum is reckoned or something went, and not what: 暂按不超过3亿元计提."""
_OLD_MEASURE: Final = LazyPattern(
    r"(?:[一二两三四五六七八九十百千半\d.]+(?:尺|寸|丈|里|斤|两|石|斗|英尺|英寸|英里|磅|码|加仑))+"
)
"""The same in another measure before its bracket: 七尺三寸（约221公分）."""
_UNKNOWN_UNIT: Final = LazyPattern(r"[A-Za-zμΩ°Å]{1,4}[/*·]")
"""A unit nobody knows behind a number: 29.73 J/mol*k."""
_LIST: Final = 160
_NO_LEAD: Final = LazyPattern(
    r"(?:^|[，,。；;：:、\n]|等[ ]?|其中有?|共有|还有|另有|已有)[ ]?(?:约|近|超过?|逾|这|上述|全国|全球|国内)*[ ]?$"
)
_CLAUSE_ENDS: Final = LazyPattern(r"[”）)]*(?:[，,。；;！!？?、\n]|[和与及][\d一二两三四五六七八九十]|$)")
_LISTED_BEFORE: Final = LazyPattern(r"[，,。；;：:\n]")
_NOUN: Final = LazyPattern(r"[ ]?(?:的|以上的?|左右的?)?[一-鿿A-Za-z“]{2}")
_ANYTHING: Final = frozenset("个家名位起项件所座")
"""Measure words that say so little of what they count that a bare noun may be another's: 共有3家企业."""
PLACES: Final = frozenset({*SCOPE_OF, *COUNTRY, "国内", "全球", "海外"})


def is_scrap(metric: str, one: Statistic) -> bool:
    """Tell whether a metric is what is left of a clause, and names nothing its figure could be of."""
    if _is_torn(metric):
        return True
    if (
        metric in (one.region, *PLACES)
        or (one.unit != "%" and is_place_alone(metric) and not is_money_noun(metric))
        or metric in TURNS
        or (metric in _NOBODYS and one.unit[-1:] not in ONE_BY_ONE | {"户"})
        or one.subject in TURNS
        or cue(_TABLE, "no_measure").search(metric)
        or (_counts_one_by_one(one) and cue(_TABLE, "headless").search(metric))
    ):
        return True
    if (
        _ENGLISH.fullmatch(metric)
        or _OLD_MEASURE.fullmatch(metric)
        or _HOW_ONLY.fullmatch(metric)
        or (one.basis.startswith("比") and TWIN.fullmatch(metric))
        or _TIMES.fullmatch(metric)
        or _MONTHS.fullmatch(metric)
        or _LOOSE_END.search(metric)
        or _SENTENCED.match(metric)
    ):
        return True
    if (
        metric in cue_words(_TABLE, "deed")
        or _EXTREME.fullmatch(metric)
        or cue(_TABLE, "placed").search(metric)
    ):
        return True
    if one.kind is StatisticKind.GROWTH and is_place_alone(metric) and not is_part(metric):
        return True
    reached = one.kind is StatisticKind.SHARE and _REACHED.search(metric)
    if (_SUM_INSIDE.search(metric) and not (reached or _TOLD_APART.search(metric))) or _is_no_phrase(metric):
        return True
    if one.unit.endswith("股") and "/" not in one.unit and not _OF_SHARES.search(metric):
        return True
    if one.unit == "%" and one.kind is not StatisticKind.SHARE and _lists_firms(metric):
        return True
    ends_only = one.unit == "%" or one.kind is StatisticKind.RANK
    return is_rest_of_clause(metric, ends_only=ends_only) or (one.unit != "%" and _only_leads(metric))


def is_unsaid(text: str, metric: str, one: Statistic) -> bool:
    """Tell whether a figure is given a metric its own words do not name: the last one's, one item's, or a bare noun."""
    before = text[max(one.evidence.start, one.figure.start - _LIST) : one.figure.start]
    behind = text.find(metric, one.figure.end, one.figure.end + len(metric) + 4)
    if (one.unit.endswith("元") and _OF_ITEMS.search(before)) or (
        behind >= 0 and _UNKNOWN_UNIT.match(metric)
    ):
        return True
    if before.endswith("的") and _SO_MUCH_OF.fullmatch(metric):
        return True
    if one.unit[-1:] not in _ANYTHING or one.direction is not None:
        return False
    if behind >= 0:
        ends = bool(_CLAUSE_ENDS.match(text, behind + len(metric)))
        if metric in worded_by("unsaid") and not one.subject:
            return True
        bare = metric in worded_by("unsaid") or (len(plain_words(metric)) == 1 and not ends)
        lead = _NO_LEAD.search(before)
        return bare and lead is not None and (not one.subject or "等" in lead[0])
    clause = _LISTED_BEFORE.split(before)[-1]
    return (
        metric in before
        and metric not in clause
        and not clause.strip()
        and bool(_NOUN.match(text, one.figure.end))
    )


def _counts_one_by_one(one: Statistic) -> bool:
    """Tell whether a figure counts people or things, and is no rank: of a measure none is counted."""
    return one.unit in ONE_BY_ONE | {"户"} and one.kind is not StatisticKind.RANK


@lru_cache(maxsize=4096)
def _is_torn(metric: str) -> bool:
    """Tell whether a metric is cut within a title or quotation, or begins within a list: 别说和《速, 和意大利."""
    odd = any(metric.count(opening) != metric.count(closing) for opening, closing in _PAIRS)
    return odd or "=" in metric or any(told.match(metric) for told in _TORN)


def _is_no_phrase(metric: str) -> bool:
    """Tell whether a metric is the beginning or the rest of a clause, and no noun phrase."""
    return bool(cue(_TABLE, "clause").search(metric) or cue(_TABLE, "scrap").search(metric))


def _lists_firms(metric: str) -> bool:
    """Tell whether a metric is a list of names: 甲公司、乙控股、丙投资."""
    items = metric.split("、")
    return len(items) > 1 and sum(item.endswith(("公司", "控股", "集团", "投资")) for item in items) > 1


def _only_leads(metric: str) -> bool:
    """Tell whether a metric only says to, from or for whom something is done, and not what: 对被告人, 由于某公司."""
    words = plain_words(metric)
    if words[0] in _TOWARDS - {"被"} and not is_money_noun(metric):
        return not any(word_class(word).startswith("v") for word in words[1:])
    return any(word in _TOWARDS for word in words[1:-1]) and not (
        is_money_noun(metric)
        or OWN_HEAD.search(metric)
        or any(word_class(word).startswith("v") for word in words[-2:])
    )
