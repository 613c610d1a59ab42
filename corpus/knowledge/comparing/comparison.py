"""What makes two figures speak of the same thing: one definition for ≠ and =, for charts and for merging.

Unknown is never equal: metric, subject or place, and period must be known on both sides and be the same.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from corpus.knowledge.comparing.bases import ERROR, LEVEL, PER, same_basis
from corpus.knowledge.comparing.counted_in import counted_in, unit_of
from corpus.knowledge.document.places import COUNTRY, SCOPE_OF, level_of, normal_place, short_place
from corpus.knowledge.phrases.clock_times import is_as_of_end
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.metrics import (
    alone_called,
    is_bare_share,
    is_lasting,
    is_of_one_thing,
    is_part_of_whole,
    key_of,
    share_key,
    subject_within,
    thing_in,
    usual_metric,
    whole_measure,
)
from corpus.knowledge.phrases.people import is_people
from corpus.knowledge.phrases.place_ends import PLACE_LEVELS
from corpus.knowledge.subjects.sentence_topic import is_only_pointed_at
from corpus.model.statistic import Change, Conflict, Direction, Period, Statistic, StatisticKind
from corpus.text.decimals import plain_digits
from corpus.text.numbers.earlier_times import YEAR_BEFORE
from corpus.text.units import expand, measure
from index.lazy_pattern import LazyPattern

VALUES_DIFFER = "数值不一致"
PARTS_DIFFER = "合计不符"
GROWTH_DIFFERS = "推算不符"
FORECAST_DIFFERS = "预测与实际不符"
QUOTED_WRONGLY = "转引有误"

OTHER_BASES = frozenset({"年均", "环比", "月均", "名义", "实际", "复合", "年复合"})
_VAGUE = frozenset(("约", "近", "大约", "左右", "接近", "将近", "上下", "大概", "逼近", "差不多"))
_POINTING = frozenset({
    "公司", "本公司", "集团", "其", "它", "该公司", "我们", "当地", "辖区", "平台", "企业", "受访者", "该省",
    "该市", "者",
})  # fmt: skip
_YEARLY = LazyPattern(rf"(?:同比|按年|同口径|(?:[比较与同和]{YEAR_BEFORE}(?:同[期月季])?(?:相比)?)?)")
_PRICED = LazyPattern(r"名义|实际|扣除价格(?:因素)?(?:的?影响)?后?，?|按?(?:可比|不变)价格?(?:计算|口径)?，?")
"""At which prices a growth is told: what grew by 9% at those of the day may have grown by 8% at constant ones."""
_MONTHLY = LazyPattern(r"环比|按[季月]|[比较](?:上月|上个月|上季度|上个季度)")
_BODY = LazyPattern(
    r"(?:大学|学院|中学|小学|学校|医院|卫生院|公司|集团|股份|银行|[大二三]桥|隧道|水库|公园|景区|体育馆|博物馆|图书馆)$"
)
_OWN_WORD = LazyPattern(
    r"(?:大桥|隧道|水库|公园|景区|体育馆|博物馆|图书馆|学校|全校|本校|我校|医院|全院|本院|我院|公司(?!贷款|存款|客户)|集团|全行|本行|我行)(?![一-鿿]?[数量总]$)"
)
"""What a body calls itself before what it has: 学校招收本科生 of 柳溪大学."""
_OF_NATION = LazyPattern(
    r"(?P<part>[一-鿿A-Za-z]{2,16}?)(?P<whole>占(?:全国|我国|中国)[一-鿿]{2,12}?)(?:比重|比例|占比)?"
)
"""What has which share of something in the whole country: 直播电商交易额占全国网络零售额."""
_AT_HOME = LazyPattern(r"国内|境内|中国(?:内地|大陆|区|市场)?(?=[一-鿿]{2})")
"""Before what somebody has in this country, where they may have more abroad: 国内门店."""
_WHOLE_PLACE = LazyPattern(
    r"[一-鿿]{2,4}(?:省|(?<![超夜门楼股城])市|县|(?<![红国军锦战义])旗|(?<![联同结])盟|新区|(?<![小古集城])镇)"
)
"""A place that stands where a subject does: 青岚县2023年的森林覆盖率."""
_UNNAMED = LazyPattern(r"某|(?:有|另)一?[个家座]")
"""With what somebody begins who is told of without a name: 某县, 某品牌."""
_LOST_NUMBER = LazyPattern(r"号|级(?!别)")
"""With what a metric begins whose number was not read: 号线长度 of 5号线长度 and of 6号线长度."""
_VILLAGE = LazyPattern(r"^(?P<name>[一-鿿]{2,3}?)(?:镇|乡|(?<!农)村(?!民))(?=[一-鿿]{2})")
"""A village within the name of what is its: 石门村柑橘."""
_ATTRIBUTE = LazyPattern(r"[一-鿿\d]{2,12}的(?=[一-鿿]{4,})")
LEGAL_FORM = LazyPattern(r"(?<=[一-鿿A-Za-z]{3})(?:股份)?有限(?:责任)?公司$")
"""What a company's full name ends in and its short one does not: 澄光电子股份有限公司."""
_LONGEST_SUBJECT = 24
_WRITTEN_OUT = 4
"""With so many closing zeros a number was told in 万 or 亿, 三亿元, and is as exact as those are."""


@dataclass(frozen=True, slots=True)
class LocatedStatistic:
    """A statistic with the article it stands in, and that article's title and ISO date where they are known."""

    article: str
    statistic: Statistic
    title: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What two figures must share to be compared; every field is known, ``unit`` is the base unit.

    ``sort`` parts levels, ratios and growth rates by what they are measured against; ``start`` and ``end`` are ISO
    dates, the same day twice for the end of a period, empty for what a thing has once and for all. ``key`` says whose
    metric it is however sentences part and order the words; ``ground`` tells in lines the metric alone, whose it is,
    and what stands for the key; ``whose`` is the second of them; ``metric``, ``about`` and ``place`` are there to be
    shown.
    """

    metric: str = field(compare=False)
    about: str = field(compare=False)
    place: str = field(compare=False)
    start: str
    end: str
    unit: str
    sort: str
    key: str
    ground: str = field(compare=False)
    whose: str = field(compare=False)


def topic_of(statistic: Statistic) -> Topic | None:
    """Return what a figure speaks of, ``None`` where metric, subject and place, or period are not known."""
    return _topic(statistic, timed=True)


def timeless_topic_of(statistic: Statistic) -> Topic | None:
    """Return what a figure speaks of whenever that is, ``None`` where metric, subject and place are not known."""
    return _topic(statistic, timed=False)


def _topic(statistic: Statistic, *, timed: bool) -> Topic | None:
    sort = _sort(statistic)
    if not sort:
        return None
    unit = unit_of(None if statistic.base_value is None else statistic.base_unit, statistic.unit)
    per = PER.fullmatch(statistic.basis)
    named = (statistic.metric, statistic.subject, statistic.region)
    return _topic_told(
        named, statistic.period if timed else None, f"{unit}/{per['one']}" if per else unit, sort
    )


@lru_cache(maxsize=8192)
def _topic_told(names: tuple[str, str, str], period: Period | None, unit: str, sort: str) -> Topic | None:
    """Return what is spoken of under a metric, a subject and a region; a figure is compared many times over."""
    named = _about(*names)
    if named is None:
        return None
    metric, about, place = named
    has_many = ends_as_company(about) or (not place and level_of(about) in PLACE_LEVELS)
    if has_many and is_of_one_thing(metric):
        return None  # Which of its projects or buildings is told of, nobody knows.
    when: tuple[str, str] | None = ("", "")
    if period is not None and not (sort == "level" and is_lasting(metric)):
        when = _when(period)
    if when is None:
        return None
    unit = counted_in(unit, metric)
    return Topic(metric, about, place, *when, unit, sort, *_keys(metric, about, place, sort))


@lru_cache(maxsize=8192)
def _keys(metric: str, about: str, place: str, sort: str) -> tuple[str, str, str]:
    """Return key, ground and whose it is, each in one form: 安川市 and 安川 are one, 建成充电桩 and 充电桩数量 too.

    The key joins whose and what, so that it does not matter where a sentence parts them.
    """
    where = "" if place == "全国" else short_place(place)
    within = _VILLAGE.sub(r"\g<name>", LEGAL_FORM.sub("", short_place(about)))
    whose = LEVEL.sub(r"\g<name>", within).removeprefix(where)
    what = metric.removeprefix(about) if about else metric
    own, owner = share_key(what) if sort == "ratio" else key_of(what), key_of(where + whose)
    key = (share_key if sort == "ratio" else key_of)(where + whose + what)
    digest = base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())[:6].decode()
    return key, f"{own}\n{owner}\n{digest}", owner


def comparable(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures surely speak of the same thing: same metric, subject, place, period, unit and sort."""
    topic = topic_of(left)
    return topic is not None and topic == topic_of(right) and same_basis(left, right)


def _sort(statistic: Statistic) -> str:
    """Return what sort of number a figure is; empty for those never compared, as a rank among nobody knows whom."""
    if statistic.kind is StatisticKind.ANECDOTE:
        return ""
    if statistic.kind is StatisticKind.RANK:
        return f"rank {statistic.basis}" if statistic.basis else ""
    if statistic.direction is None:
        return "ratio" if "%" in statistic.unit or "％" in statistic.unit else "level"
    basis = statistic.basis
    if _PRICED.search(basis) and _YEARLY.fullmatch(_PRICED.sub("", basis)):
        return "growth nominal" if "名义" in basis else "growth real"
    if _YEARLY.fullmatch(basis):
        return "growth yearly"
    return "growth monthly" if _MONTHLY.fullmatch(basis) else f"growth {basis}"


def _when(period: Period) -> tuple[str, str] | None:
    """Return first and last day of a period; of 年末 and 截至… the last day only."""
    if not period.start or not period.end:
        return None
    if is_as_of_end(period):
        return period.end, period.end
    return period.start, period.end


@lru_cache(maxsize=8192)
def _about(named: str, whose: str, region: str) -> tuple[str, str, str] | None:
    """Return metric, subject and place of a figure, ``None`` where neither subject nor place is known."""
    known = _whose_and_where(whose, region)
    if known is None:
        return None
    subject, place = known
    named = named if subject else _without_attribute(named)
    metric = usual_metric(subject + named if is_people(subject) else named)
    if is_people(subject):
        subject = ""
    share = _OF_NATION.fullmatch(subject + metric)
    if share and not place:
        return share["whole"], usual_metric(share["part"]), "全国"
    own = usual_metric(subject) if subject else ""
    metric = _without_owner(metric, subject, own)
    metric = alone_called(metric)
    if own and metric == f"{own[-1]}高":
        metric = whole_measure("高")
    if own and _AT_HOME.match(named):
        metric = f"国内{metric}"
    thing = "" if subject else thing_in(metric)
    if thing and normal_place(thing) != place:
        own, metric = thing, usual_metric(whole_measure(metric.removeprefix(thing)))
    within, head = subject_within(metric) if not own and not is_part_of_whole(metric) else ("", metric)
    if not subject and within:
        own, metric = within, head
        place = place or "全国"
    if not (own or (place and not is_bare_share(metric))) or len(metric) < 2 or _LOST_NUMBER.match(metric):
        return None
    if not own:
        return metric, place, ""
    if not place:
        place = "全国" if subject_within(own + metric)[0] else ""
    return metric, normal_place(own), place


def _whose_and_where(whose: str, region: str) -> tuple[str, str] | None:
    """Return the subject and the place of a figure, ``None`` where its text does not say which it speaks of."""
    subject, place = whose.strip('“”"的 '), normal_place(region)
    elsewhere = place in SCOPE_OF or subject in SCOPE_OF
    if place in SCOPE_OF:
        place = ""
    if subject in COUNTRY or normal_place(subject) == place or subject in SCOPE_OF:
        place = normal_place(subject) if subject not in SCOPE_OF else place
        subject = ""
    if not place and _WHOLE_PLACE.fullmatch(subject):
        subject, place = "", normal_place(subject)
    if elsewhere and not place:
        # 全县 of a text that does not say which: some county, not the country.
        return None
    vague = (
        subject in _POINTING
        or len(subject) > _LONGEST_SUBJECT
        or is_only_pointed_at(subject)
        or _UNNAMED.match(subject or place) is not None
    )
    return None if vague else (subject, place)


def _without_owner(metric: str, subject: str, own: str) -> str:
    """Return a metric without its subject before it, or the word by which a body speaks of itself: 全行存款余额."""
    own_word = _OWN_WORD.match(metric) if subject and _BODY.search(subject) else None
    if own_word and len(metric) - own_word.end() >= 2:
        metric = metric[own_word.end() :]
    if own and metric.startswith(own) and len(whole_measure(metric.removeprefix(own))) >= 2:
        return whole_measure(metric.removeprefix(own))
    if own and metric.endswith(own) and alone_called(metric.removesuffix(own)) != metric.removesuffix(own):
        return metric.removesuffix(own)
    return metric


def _without_attribute(metric: str) -> str:
    """Return a metric without what is said of the thing it names, 今日启用的 of 今日启用的湖山大桥全长."""
    told = _ATTRIBUTE.match(metric)
    return metric[told.end() :] if told and thing_in(metric[told.end() :]) else metric


def measured(statistic: Statistic) -> tuple[Decimal | None, str]:
    """Return a figure's value with its unit in one form: 4.8万公斤 and 48吨 are both in 千克."""
    if statistic.base_value is None:
        return None, unit_of(None, statistic.unit)
    return measure(statistic.base_value, statistic.base_unit)


def agree(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures may both be true: equal within rounding, or open towards each other."""
    value, against = measured(left)[0], measured(right)[0]
    one, other = _sized(left, value), _sized(right, against)
    if one is None or other is None:
        return _within(left, right) if one is None else _within(right, left)
    if one == other:
        return True
    small, large = (left, right) if one < other else (right, left)
    if (small.low is not None and small.high is None) or (large.high is not None and large.low is None):
        return True
    low, high = min(one, other), max(one, other)
    slack = (
        _half_step(left, value) + _half_step(right, against) + _margin(left, value) + _margin(right, against)
    )
    if {left.qualifier, right.qualifier} & _VAGUE:
        slack = max(slack, abs(high) * Decimal("0.05"))
    return high - low <= slack


def _within(open_one: Statistic, other: Statistic) -> bool:
    """Tell whether a figure may lie in a range; true where there is no range with two ends, or no figure."""
    size, ends = size_of(other), range_of(open_one)
    if size is None or ends is None:
        return True
    slack = rounding(other) + abs(ends[1]) / 20
    return ends[0] - slack <= size <= ends[1] + slack


def range_of(statistic: Statistic) -> tuple[Decimal, Decimal] | None:
    """Return both ends of a range in the unit figures are compared in, ``None`` where it has none."""
    if statistic.value is not None or statistic.low is None or statistic.high is None:
        return None
    ends = [measure(*expand(one, statistic.unit))[0] for one in (statistic.low, statistic.high)]
    turned = [-one for one in ends] if statistic.direction is Direction.DOWN else ends
    return min(turned), max(turned)


def measured_scale(statistic: Statistic) -> Decimal:
    """Return what one of a figure's printed unit is in the unit figures are compared in."""
    return measure(*expand(Decimal(1), statistic.unit))[0]


def _margin(statistic: Statistic, value: Decimal | None) -> Decimal:
    """Return the error a figure of this measured value is stated with, in the unit figures are compared in."""
    told = ERROR.search(statistic.basis) if statistic.basis else None
    if told is None or value is None or not statistic.value:
        return Decimal(0)
    return Decimal(told["error"]) * abs(value / statistic.value)


def size_of(statistic: Statistic) -> Decimal | None:
    """Return what a figure is compared by, negative for a decline."""
    return _sized(statistic, measured(statistic)[0])


def _sized(statistic: Statistic, value: Decimal | None) -> Decimal | None:
    return -abs(value) if value is not None and statistic.direction is Direction.DOWN else value


def rounding(statistic: Statistic) -> Decimal:
    """Return half a unit of the last printed digit, in the unit figures are compared in."""
    return _half_step(statistic, measured(statistic)[0])


def own_rounding(statistic: Statistic) -> Decimal:
    """Return half a unit of the last printed digit, in the figure's own base unit."""
    return _half_step(statistic, statistic.base_value)


def _half_step(statistic: Statistic, size: Decimal | None) -> Decimal:
    if statistic.value is None or size is None or not statistic.value:
        return Decimal(0)
    exponent = statistic.value.as_tuple().exponent
    zeros = statistic.value.normalize().as_tuple().exponent
    if isinstance(zeros, int) and zeros >= _WRITTEN_OUT:
        exponent = zeros
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return abs(size / statistic.value) * step / 2


def value_before(statistic: Statistic) -> Decimal | None:
    """Return the value a year earlier that a figure's growth implies; growth of a rate implies none."""
    change = statistic.change
    if change is None or change.value is None or change.unit != "%" or statistic.base_value is None:
        return None
    factor = 1 + (change.value if change.direction is Direction.UP else -change.value) / 100
    return statistic.base_value / factor if factor > 0 else None


def signed(change: Change) -> Decimal:
    """Return the value of a change, negative for a decline."""
    value = change.value or Decimal(0)
    return -value if change.direction is Direction.DOWN else value


def short_digits(value: Decimal, places: int = 4) -> str:
    """Return a number as the sums of a contradiction show it: in digits alone, rounded to ``places``."""
    return plain_digits(value, places)


def conflict_of(kind: str, left: LocatedStatistic, right: LocatedStatistic, told: str) -> Conflict:
    """Return a conflict whose key is derived from both ids."""
    ids = (left.statistic.id, right.statistic.id)
    digest = hashlib.sha256(f"{kind}:{':'.join(sorted(ids))}".encode()).hexdigest()[:12]
    return Conflict(digest, kind, *ids, sum=told)
