"""Figures that cannot both stand, with the sum that shows it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corpus.model.statistic import Change, Conflict, Direction, Statistic, StatisticKind

VALUES_DIFFER = "数值不一致"
PARTS_DIFFER = "合计不符"
GROWTH_DIFFERS = "推算不符"
FORECAST_DIFFERS = "预测与实际不符"

_TOLERANCE = Decimal("0.005")
_SYNONYMS = (
    ("电商", "电子商务"), ("网购", "网络购物"), ("成交额", "交易额"), ("成交总额", "交易额"), ("成交规模", "交易额"),
    ("交易规模", "交易额"), ("交易总额", "交易额"), ("市场规模", "规模"), ("零售额", "零售规模"), ("零售市场规模", "零售规模"), ("总体规模", "规模"),
    ("交易额交易", "交易额"), ("GMV", "交易额"), ("gmv", "交易额"),
)  # fmt: skip
_NOISE = re.compile(r"[\s“”\"'（）()的]|中国|全国|我国|国内|行业|市场(?=交易额)|总(?=额)|类(?=电子商务)")
_OTHER_BASES = frozenset({"年均", "环比", "月均", "名义", "实际", "复合", "年复合"})
_COUNTED = frozenset("个家项条件座种名位次所款处批场")


@dataclass(frozen=True, slots=True)
class LocatedStatistic:
    """A statistic with the article it stands in."""

    article: str
    statistic: Statistic


def find_conflicts(statistics: Sequence[LocatedStatistic]) -> tuple[Conflict, ...]:
    """Return the contradictions among figures of one or more articles, each pair once, in order of the input.

    Two figures of the same metric, subject and period conflict when their base values differ by more than their
    rounding and their qualifiers allow; a forecast conflicts with the figure that came true; parts named with
    其中 with the total before them; a growth rate with the values it leads from and to. Rejected figures are
    left out. Precision comes first: what cannot be compared is passed over.
    """
    usable = [
        item
        for item in statistics
        if item.statistic.status != "rejected" and item.statistic.base_value is not None
    ]
    found = [*_pairs(usable), *_sums(usable), *_growth(usable), *_changes(statistics)]
    return tuple({conflict.key: conflict for conflict in found}.values())


def normal_metric(statistic: Statistic) -> str:
    """Return a metric without scope words and with synonyms made one: 网络零售市场规模 → 网络零售规模."""
    metric = _NOISE.sub("", statistic.metric)
    for old, new in sorted(_SYNONYMS, key=lambda pair: -len(pair[0])):
        metric = metric.replace(old, new)
    return _NOISE.sub("", metric)


def _subject(statistic: Statistic) -> str:
    """Return whom a figure speaks of, the whole country by default."""
    subject = statistic.subject or statistic.region
    return "" if subject in {"中国", "全国", "我国", "国内", "全行业"} else subject


def _key(statistic: Statistic) -> tuple[str, ...] | None:
    """Return what two figures must share to speak of the same thing."""
    if not statistic.period.start or len(normal_metric(statistic)) < 2:
        return None
    return (
        normal_metric(statistic),
        _subject(statistic),
        statistic.period.start,
        statistic.period.end,
        statistic.base_unit,
    )


def _pairs(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield pairs of the same thing whose values differ."""
    groups: defaultdict[tuple[str, ...], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        key = _key(item.statistic)
        if key and item.statistic.kind not in {StatisticKind.ANECDOTE, StatisticKind.RANK}:
            groups[key].append(item)
    for group in groups.values():
        for left, right in combinations(group, 2):
            if not _comparable(left, right) or _agree(left.statistic, right.statistic):
                continue
            forecasts = [item.statistic.kind is StatisticKind.FORECAST for item in (left, right)]
            kind = FORECAST_DIFFERS if any(forecasts) and not all(forecasts) else VALUES_DIFFER
            yield _conflict(kind, left, right, _difference(left.statistic, right.statistic))


def _comparable(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    """Tell whether two figures are surely meant to be the same: not of one sentence, not both by inference."""
    one, other = left.statistic, right.statistic
    if left.article == right.article and (
        one.evidence == other.evidence or (one.inferred and other.inferred)
    ):
        return False
    counted = one.base_unit in _COUNTED or not one.base_unit
    metric = normal_metric(one)
    return bool(_subject(one)) or len(metric) >= (6 if counted else 4)


def _agree(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures may both be true: equal within rounding, or open towards each other."""
    if left.base_value is None or right.base_value is None:
        return True
    small, large = sorted((left, right), key=lambda one: one.base_value or Decimal(0))
    if small.base_value is None or large.base_value is None:
        return True
    if (small.low is not None and small.high is None) or (large.high is not None and large.low is None):
        return True
    slack = max(_rounding(left), _rounding(right))
    if {left.qualifier, right.qualifier} & {
        "约",
        "近",
        "大约",
        "左右",
        "接近",
        "将近",
        "上下",
        "大概",
        "逼近",
    }:
        slack = max(slack, large.base_value * Decimal("0.05"))
    return large.base_value - small.base_value <= slack


def _rounding(statistic: Statistic) -> Decimal:
    """Return half a unit of the last printed digit, in base units."""
    if statistic.value is None or statistic.base_value is None or not statistic.value:
        return Decimal(0)
    exponent = statistic.value.as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    return abs(statistic.base_value / statistic.value) * step / 2


def _difference(left: Statistic, right: Statistic) -> str:
    """Return the sum that shows a difference: 12624.7 − 11397.78 = 1226.92 亿元（10.8%）."""
    large, small = sorted((left, right), key=lambda one: -(one.base_value or Decimal(0)))
    if large.base_value is None or small.base_value is None or large.value is None or not large.value:
        return ""
    scale = large.base_value / large.value
    unit, other = large.unit, small.base_value / scale
    if large.unit != small.unit and small.value and abs(small.value) >= abs(large.value):
        scale, unit = small.base_value / small.value, small.unit
    first, other = large.base_value / scale, small.base_value / scale
    share = f"（{_plain((first - other) / other * 100, 1)}%）" if other and "%" not in unit else ""
    gap = unit if unit == "%" else f" {unit}"
    return f"{_plain(first)} − {_plain(other)} = {_plain(first - other)}{gap}{share}"


def _plain(value: Decimal, digits: int = 4) -> str:
    """Return a number for reading, without an exponent and without closing zeros."""
    text = f"{round(value, digits):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _conflict(kind: str, left: LocatedStatistic, right: LocatedStatistic, told: str) -> Conflict:
    """Return a conflict whose key is derived from both ids."""
    ids = (left.statistic.id, right.statistic.id)
    digest = hashlib.sha256(f"{kind}:{':'.join(sorted(ids))}".encode()).hexdigest()[:12]
    return Conflict(digest, kind, *ids, sum=told)


def _changes(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield growth rates of the same thing over the same time that differ."""
    groups: defaultdict[tuple[str, ...], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        change, statistic = item.statistic.change, item.statistic
        if change is None or change.value is None or change.unit != "%" or change.basis in _OTHER_BASES:
            continue
        key = _key(statistic)
        if key and statistic.status != "rejected":
            groups[key[:4]].append(item)
    for group in groups.values():
        for left, right in combinations(group, 2):
            first, second = left.statistic.change, right.statistic.change
            if first and second and first != second and _comparable(left, right):
                one, other = _signed(first), _signed(second)
                if abs(one - other) > Decimal("0.1"):
                    yield _conflict(
                        VALUES_DIFFER,
                        left,
                        right,
                        f"{_plain(one)}% − {_plain(other)}% = {_plain(one - other)} 个百分点",
                    )


def _signed(change: Change) -> Decimal:
    """Return the value of a change, negative for a decline."""
    value = change.value or Decimal(0)
    return -value if change.direction is Direction.DOWN else value


def _by_article(items: Sequence[LocatedStatistic]) -> Iterator[list[LocatedStatistic]]:
    """Yield the figures of one article after another, in the order of the text."""
    groups: defaultdict[str, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        groups[item.article].append(item)
    for group in groups.values():
        yield sorted(group, key=lambda item: item.statistic.figure)


def _sums(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield totals whose parts, told in the next sentence with the same growth notes, do not add up."""
    for group in _by_article(items):
        for index, total in enumerate(group):
            parts = _parts(total.statistic, [item.statistic for item in group[index + 1 : index + 8]])
            if len(parts) < 2 or total.statistic.base_value is None:
                continue
            found = [item for item in group[index + 1 : index + 8] if item.statistic in parts]
            added = sum((part.base_value or Decimal(0) for part in parts), Decimal(0))
            slack = sum((_rounding(part) for part in parts), _rounding(total.statistic))
            if abs(added - total.statistic.base_value) > slack:
                yield _conflict(PARTS_DIFFER, total, found[0], _addition(total.statistic, parts))
            else:
                yield from _growth_of_parts(total, found)


def _parts(total: Statistic, following: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Return the figures that together claim to be a total: one sentence, same noun, nearly its value."""
    if not following or total.base_unit in {"", "%"} or total.kind is StatisticKind.FORECAST:
        return ()
    sentence = following[0].evidence
    gap = sentence.start - total.evidence.end
    noun = normal_metric(total)[-3:]
    same = tuple(
        one for one in following
        if one.evidence == sentence and one.base_unit == total.base_unit and normal_metric(one).endswith(noun)
    )  # fmt: skip
    if not 0 <= gap <= 4 or total.base_value is None or len({one.metric for one in same}) != len(same):
        return ()
    added = sum((one.base_value or Decimal(0) for one in same), Decimal(0))
    near = total.base_value and abs(added - total.base_value) / total.base_value < Decimal("0.05")
    return same if near and all(normal_metric(one) != normal_metric(total) for one in same) else ()


def _addition(total: Statistic, parts: Sequence[Statistic]) -> str:
    """Return the sum of the parts against the total."""
    scale = total.base_value / total.value if total.base_value and total.value else Decimal(1)
    values = [(part.base_value or Decimal(0)) / scale for part in parts]
    added = sum(values, Decimal(0))
    return f"{' + '.join(map(_plain, values))} = {_plain(added)} ≠ {_plain(total.value or Decimal(0))} {total.unit}"


def _before(statistic: Statistic) -> Decimal | None:
    """Return the value a year earlier that a figure's growth implies."""
    change = statistic.change
    if change is None or change.value is None or change.unit != "%" or statistic.base_value is None:
        return None
    factor = 1 + (change.value if change.direction is Direction.UP else -change.value) / 100
    return statistic.base_value / factor if factor > 0 else None


def _growth_of_parts(total: LocatedStatistic, parts: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield a total whose growth does not fit the growth of its parts."""
    earlier = [_before(part.statistic) for part in parts]
    whole = _before(total.statistic)
    if whole is None or any(value is None for value in earlier) or not total.statistic.value:
        return
    added = sum((value for value in earlier if value is not None), Decimal(0))
    if abs(added - whole) / whole <= _TOLERANCE:
        return
    scale = (total.statistic.base_value or Decimal(1)) / total.statistic.value
    told = " + ".join(_plain(value / scale, 3) for value in earlier if value is not None)
    yield _conflict(
        GROWTH_DIFFERS, total, parts[0],
        f"{told} = {_plain(added / scale, 3)} ≠ {_plain(whole / scale, 3)} {total.statistic.unit}",
    )  # fmt: skip


def _growth(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield year-on-year growth that does not fit the printed value of the year before."""
    years: dict[tuple[str, ...], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        key = _key(item.statistic)
        if key and item.statistic.kind is not StatisticKind.FORECAST:
            years[key].append(item)
    for key, now in years.items():
        start, end = key[2], key[3]
        if start[5:] != "01-01" or end[5:] != "12-31" or start[:4] != end[:4]:
            continue
        previous = f"{int(start[:4]) - 1:04d}"
        for left in now:
            for right in years.get((key[0], key[1], f"{previous}-01-01", f"{previous}-12-31", key[4]), ()):
                told = _growth_told(left.statistic, right.statistic)
                if told:
                    yield _conflict(GROWTH_DIFFERS, left, right, told)


def _growth_told(now: Statistic, before: Statistic) -> str:
    """Return the sum where growth and the two values disagree, empty where they fit."""
    change = now.change
    if (
        change is None
        or change.value is None
        or change.unit != "%"
        or before.base_value in {None, Decimal(0)}
    ):
        return ""
    if change.basis in _OTHER_BASES or now.qualifier or before.qualifier:
        return ""
    if now.base_value is None or before.base_value is None:
        return ""
    real = (now.base_value - before.base_value) / before.base_value * 100
    printed = change.value if change.direction is Direction.UP else -change.value
    slack = (
        _rounding(now) / before.base_value + _rounding(before) * now.base_value / before.base_value**2
    ) * 100
    if abs(real - printed) <= slack + Decimal("0.3"):
        return ""
    scale = now.base_value / now.value if now.value else Decimal(1)
    return f"{_plain(now.base_value / scale)} ÷ {_plain(before.base_value / scale)} − 1 = {_plain(real, 1)}% ≠ {_plain(printed)}%"
