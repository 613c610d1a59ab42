"""What makes two figures comparable, and what may lie between them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.model.statistic import Change, Conflict, Direction, Statistic

VALUES_DIFFER = "数值不一致"
PARTS_DIFFER = "合计不符"
GROWTH_DIFFERS = "推算不符"
FORECAST_DIFFERS = "预测与实际不符"

OTHER_BASES = frozenset({"年均", "环比", "月均", "名义", "实际", "复合", "年复合"})
_COUNTED = frozenset("个家项条件座种名位次所款处批场")
_SYNONYMS = (
    ("电商", "电子商务"), ("网购", "网络购物"), ("成交额", "交易额"), ("成交总额", "交易额"), ("成交规模", "交易额"),
    ("交易规模", "交易额"), ("交易总额", "交易额"), ("市场规模", "规模"), ("零售额", "零售规模"),
    ("零售市场规模", "零售规模"), ("总体规模", "规模"),
    ("交易额交易", "交易额"), ("GMV", "交易额"), ("gmv", "交易额"),
)  # fmt: skip
_NOISE = re.compile(r"[\s“”\"'（）()的]|中国|全国|我国|国内|行业|市场(?=交易额)|总(?=额)|类(?=电子商务)")
_VAGUE = frozenset(("约", "近", "大约", "左右", "接近", "将近", "上下", "大概", "逼近"))


@dataclass(frozen=True, slots=True)
class LocatedStatistic:
    """A statistic with the article it stands in."""

    article: str
    statistic: Statistic


def normal_metric(statistic: Statistic) -> str:
    """Return a metric without scope words and with synonyms made one: 网络零售市场规模 → 网络零售规模."""
    metric = _NOISE.sub("", statistic.metric)
    for old, new in sorted(_SYNONYMS, key=lambda pair: -len(pair[0])):
        metric = metric.replace(old, new)
    return _NOISE.sub("", metric)


def subject_of(statistic: Statistic) -> str:
    """Return whom a figure speaks of, the whole country by default."""
    subject = statistic.subject or statistic.region
    return "" if subject in {"中国", "全国", "我国", "国内", "全行业"} else subject


def key_of(statistic: Statistic) -> tuple[str, ...] | None:
    """Return what two figures must share to speak of the same thing."""
    if not statistic.period.start or len(normal_metric(statistic)) < 2:
        return None
    return (
        normal_metric(statistic),
        subject_of(statistic),
        statistic.period.start,
        statistic.period.end,
        statistic.base_unit,
    )


def comparable(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    """Tell whether two figures are surely meant to be the same: not of one sentence, not both by inference."""
    one, other = left.statistic, right.statistic
    if left.article == right.article and (
        one.evidence == other.evidence or (one.inferred and other.inferred)
    ):
        return False
    counted = one.base_unit in _COUNTED or not one.base_unit
    metric = normal_metric(one)
    return bool(subject_of(one)) or len(metric) >= (6 if counted else 4)


def agree(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures may both be true: equal within rounding, or open towards each other."""
    if left.base_value is None or right.base_value is None:
        return True
    small, large = sorted((left, right), key=lambda one: one.base_value or Decimal(0))
    if small.base_value is None or large.base_value is None:
        return True
    if (small.low is not None and small.high is None) or (large.high is not None and large.low is None):
        return True
    slack = max(rounding(left), rounding(right))
    if {left.qualifier, right.qualifier} & _VAGUE:
        slack = max(slack, large.base_value * Decimal("0.05"))
    return large.base_value - small.base_value <= slack


def rounding(statistic: Statistic) -> Decimal:
    """Return half a unit of the last printed digit, in base units."""
    if statistic.value is None or statistic.base_value is None or not statistic.value:
        return Decimal(0)
    exponent = statistic.value.as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return abs(statistic.base_value / statistic.value) * step / 2


def value_before(statistic: Statistic) -> Decimal | None:
    """Return the value a year earlier that a figure's growth implies."""
    change = statistic.movement
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
