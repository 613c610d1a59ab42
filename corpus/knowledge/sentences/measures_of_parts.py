"""By which measure the next part is told, read off that of the part before: 本科生落实率91%，硕士生93%."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.regions import REGION
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_HEAD: Final = 2
"""What things of one kind end in, in code points: 高新技术企业, 科技型中小企业."""
_IS_PLACE = LazyPattern(rf"(?:{PLACE_END}|{REGION.pattern})$")
_BEARER = LazyPattern(
    r"[一-鿿]{1,8}(?:组|企业|公司|地区|城市|行业|市场|家庭|人群|群体|居民|女性|男性|城镇|农村)"
)
"""Somebody who has the measure told before: 对照组, 国有企业."""
_MEAN_VALUE = LazyPattern(r"(?:平均值|均值|平均数|中位数|平均)$")
MEASURES_OF_BODIES: Final = ("率", "度", "比", "值", "额", "量", "费", "价", "数", "体重", "身高", "成绩")
"""With what ends whatever is measured of anybody."""
_INDEX = LazyPattern(r"[A-Za-z]{2,5}(?:指数)?$")
"""How an index is named by letters: PMI."""


MEAN: Final = LazyPattern(r"(?:人均|户均|日均|月均|年均|亩均|店均|场均|单均|平均)[一-鿿]{2,8}$")
"""A mean, which every part has its own of: 月均收入."""
BODIES: Final = ("者", "型", "类", "组", "人", "生", "员", "工", "户", "企业", "机构", "居民", "公司")
"""With what those end who have a measure."""


def part_of(metric: str, who: str, *, within: bool) -> str:
    """Return what a share of ``who`` is of, by the one told before: of its whole, or ``within`` its part; else nothing.

    出口占产值的七成，其中欧洲四成 → 欧洲占出口; 线上占营收的54%，线下46% → 线下占营收.
    """
    part, of, whole = metric.partition("占")
    return f"{who}占{part if within else whole}" if part and of and whole else ""


def kind_within(metric: str, words: str) -> str:
    """Return the kind a metric begins with of which words name one alone: 医院 of 其中公立医院; else nothing."""
    who = words.removeprefix("其中")
    sizes = range(min(len(who) - 1, len(metric) - 1), 1, -1) if words.startswith("其中") else range(0)
    return next((metric[:size] for size in sizes if who.endswith(metric[:size])), "")


def without_other_place(metric: str) -> str:
    """Return a metric without the place it begins with, where a figure of another place goes on: 亚太份额 → 份额."""
    place = REGION.match(metric)
    rest = metric[place.end() :] if place else ""
    return rest if METRIC_HEAD.search(rest) else metric


def without_bearer(measure: str) -> str:
    """Return a measure without whoever it was told of: 月均收入 of 本地就业者月均收入, 近视率 of 中小学生近视率."""
    mean = MEAN.search(measure)
    if mean:
        return mean[0]
    words = plain_words(measure)
    groups = (*listed("groups"), *BODIES)
    while len(words) > 1 and (
        word_class(words[0]) == "ns" or words[0].endswith(groups) or words[0].startswith("各")
    ):
        words = words[1:]
    return "".join(words)


def like_beside(metric: str, who: str) -> str:
    """Return what a metric begins with that is the like of ``who``: 本科生 of 本科生落实率, 硕士生; else nothing.

    Of a part of a whole (受访企业中的民营企业占比) it is the whole before 中的, of which ``who`` is another part.
    """
    if len(who) < _HEAD or OWN_HEAD.search(who) or metric.startswith(who):
        return ""
    if word_class(who) == "ns" or _IS_PLACE.search(who):
        return ""
    whole, inside, rest = metric.partition("中的")
    if inside and len(whole) >= _HEAD and OWN_HEAD.search(rest):
        return whole
    sizes = (size for size in (len(who), len(who) - 1, len(who) + 1) if size >= _HEAD)
    ends = set(accumulate(map(len, plain_words(metric))))
    heads = (metric[:size] for size in sizes if size in ends and metric[size - 1 : size] == who[-1])
    return next(
        (one for one in heads if OWN_HEAD.search(metric, len(one)) or _INDEX.search(metric, len(one))), ""
    )


def measure_of_bearer_beside(who: str, last: Found, figure: Figure) -> str:
    """Return the measure told last of somebody beside whom it was told of: 体重增加4.7克，对照组仅增加1.9克."""
    of_share = last.level and last.figure.unit == "%" and figure.unit.endswith("百分点")
    alike = of_share or (not last.level and not figure.percent and last.figure.unit == figure.unit)
    if not alike or not _BEARER.fullmatch(who) or OWN_HEAD.search(who) or is_money_noun(who):
        return ""
    measure = _MEAN_VALUE.sub("", last.metric)
    other = _BEARER.match(measure)
    measure = measure[other.end() :].lstrip("的") if other else measure
    measured = METRIC_HEAD.search(measure) or measure.endswith(MEASURES_OF_BODIES)
    return f"{who}{measure}" if measured and who not in measure else ""
