"""What makes two figures speak of the same thing: one definition for ≠ and =, for charts and for merging.

Unknown is never equal: metric, subject or place, and period must be known on both sides and be the same.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.knowledge.document.places import COUNTRY, SCOPE_OF, normal_place
from corpus.knowledge.metrics import subject_within, usual_metric
from corpus.model.statistic import Change, Conflict, Direction, Period, Statistic, StatisticKind
from corpus.text.units import measure

VALUES_DIFFER = "数值不一致"
PARTS_DIFFER = "合计不符"
GROWTH_DIFFERS = "推算不符"
FORECAST_DIFFERS = "预测与实际不符"
QUOTED_WRONGLY = "转引有误"

OTHER_BASES = frozenset({"年均", "环比", "月均", "名义", "实际", "复合", "年复合"})
_VAGUE = frozenset(("约", "近", "大约", "左右", "接近", "将近", "上下", "大概", "逼近", "差不多"))
_POINTING = frozenset(
    {
        "公司",
        "本公司",
        "集团",
        "其",
        "它",
        "该公司",
        "我们",
        "当地",
        "辖区",
        "平台",
        "企业",
        "受访者",
        "该省",
        "该市",
        "者",
    }
)
_YEARLY = frozenset(
    ("", "同比", "比上年", "较上年", "比上年同期", "较上年同期", "比去年", "较去年", "与上年相比", "同口径")
)
_MONTHLY = frozenset(("环比", "比上月", "较上月", "比上季度", "较上季度"))
_AT_THE_END = re.compile(r"[末底]|截至|截止|12月31日")
_LONGEST_SUBJECT = 24


@dataclass(frozen=True, slots=True)
class LocatedStatistic:
    """A statistic with the article it stands in, and that article's title where it is known."""

    article: str
    statistic: Statistic
    title: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What two figures must share to be compared; every field is known, ``unit`` is the base unit.

    ``sort`` parts levels, ratios and growth rates by what they are measured against; ``start`` and ``end`` are ISO
    dates, the same day twice for the end of a period.
    """

    metric: str
    about: str
    place: str
    start: str
    end: str
    unit: str
    sort: str


def topic_of(statistic: Statistic) -> Topic | None:
    """Return what a figure speaks of, ``None`` where metric, subject and place, or period are not known."""
    sort = _sort(statistic)
    when = _when(statistic.period)
    named = _about(statistic)
    if not sort or not when or named is None:
        return None
    metric, about, place = named
    _, unit = measured(statistic)
    return Topic(metric, about, place, *when, unit, sort)


def comparable(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures surely speak of the same thing: same metric, subject, place, period, unit and sort."""
    topic = topic_of(left)
    return topic is not None and topic == topic_of(right) and same_footing(left, right)


def same_footing(left: Statistic, right: Statistic) -> bool:
    """Tell whether two levels are counted in the same way (含 or 不含, 初步核算 or 核实)."""
    if left.direction is not None or right.direction is not None:
        return True
    return left.basis == right.basis


def _sort(statistic: Statistic) -> str:
    """Return what sort of number a figure is; empty for those never compared."""
    if statistic.kind in {StatisticKind.ANECDOTE, StatisticKind.RANK}:
        return ""
    if statistic.direction is None:
        return "ratio" if "%" in statistic.unit or "％" in statistic.unit else "level"
    basis = statistic.basis
    if basis in _YEARLY:
        return "growth yearly"
    return "growth monthly" if basis in _MONTHLY else f"growth {basis}"


def _when(period: Period) -> tuple[str, str] | None:
    """Return first and last day of a period; of 年末 and 截至… the last day only."""
    if not period.start or not period.end:
        return None
    if _AT_THE_END.search(period.text):
        return period.end, period.end
    return period.start, period.end


def _about(statistic: Statistic) -> tuple[str, str, str] | None:
    """Return metric, subject and place of a figure, ``None`` where neither subject nor place is known."""
    metric = usual_metric(statistic.metric)
    subject, place = statistic.subject.strip('“”"的 '), normal_place(statistic.region)
    if place in SCOPE_OF:
        place = ""
    if subject in COUNTRY or normal_place(subject) == place or subject in SCOPE_OF:
        place = normal_place(subject) if subject not in SCOPE_OF else place
        subject = ""
    if subject in _POINTING or len(subject) > _LONGEST_SUBJECT:
        return None
    own = usual_metric(subject) if subject else ""
    if own and metric.startswith(own) and len(metric) - len(own) >= 2:
        metric = metric.removeprefix(own)
    within, head = subject_within(metric)
    if not subject and within:
        own, metric = within, head
        place = place or "全国"
    if len(metric) < 2 or not (own or place):
        return None
    if not own:
        return metric, place, ""
    if not place:
        place = "全国" if subject_within(own + metric)[0] else ""
    return metric, normal_place(own), place


def measured(statistic: Statistic) -> tuple[Decimal | None, str]:
    """Return a figure's value with its unit in one form: 4.8万公斤 and 48吨 are both in 千克."""
    if statistic.base_value is None:
        return None, statistic.base_unit
    return measure(statistic.base_value, statistic.base_unit)


def agree(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures may both be true: equal within rounding, or open towards each other."""
    one, other = size_of(left), size_of(right)
    if one is None or other is None:
        return True
    small, large = (left, right) if one <= other else (right, left)
    if (small.low is not None and small.high is None) or (large.high is not None and large.low is None):
        return True
    low, high = min(one, other), max(one, other)
    slack = rounding(left) + rounding(right)
    if {left.qualifier, right.qualifier} & _VAGUE:
        slack = max(slack, abs(high) * Decimal("0.05"))
    return high - low <= slack


def size_of(statistic: Statistic) -> Decimal | None:
    """Return what a figure is compared by, negative for a decline."""
    value, _ = measured(statistic)
    return -abs(value) if value is not None and statistic.direction is Direction.DOWN else value


def rounding(statistic: Statistic) -> Decimal:
    """Return half a unit of the last printed digit, in the unit figures are compared in."""
    base, _ = measured(statistic)
    if statistic.value is None or base is None or not statistic.value:
        return Decimal(0)
    exponent = statistic.value.as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return abs(base / statistic.value) * step / 2


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


def plain(value: Decimal, digits: int = 4) -> str:
    """Return a number for reading, without an exponent and without closing zeros."""
    text = f"{round(value, digits):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def conflict_of(kind: str, left: LocatedStatistic, right: LocatedStatistic, told: str) -> Conflict:
    """Return a conflict whose key is derived from both ids."""
    ids = (left.statistic.id, right.statistic.id)
    digest = hashlib.sha256(f"{kind}:{':'.join(sorted(ids))}".encode()).hexdigest()[:12]
    return Conflict(digest, kind, *ids, sum=told)


def ground_of(statistic: Statistic) -> str:
    """Return what figures must share to be compared at all, over any time; empty where one is compared to none."""
    rate = statistic.rate
    topic = topic_of(statistic) or (None if rate is None else topic_of(rate))
    return "" if topic is None else f"{topic.metric}\n{topic.about}\n{topic.place}"
