"""Quotients beside the two figures they are reckoned from: a share, a yield of land, a price by the square metre."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from corpus.knowledge.comparing.comparison import (
    GROWTH_DIFFERS,
    LocatedStatistic,
    agree,
    conflict_of,
    measured,
    own_rounding,
    short_digits,
    timeless_topic_of,
)
from corpus.knowledge.cues.words import table
from corpus.knowledge.document.places import SCOPE_OF, level_of
from corpus.knowledge.phrases.metrics import key_of
from corpus.model.statistic import Conflict, Statistic, StatisticKind
from corpus.text.units import measure
from index.lazy_pattern import LazyPattern

_SHARE: Final = LazyPattern(r"(?P<part>[^占]{2,16})占(?P<whole>[^占]{2,16}?)的?(?:比重|比例|份额|比)?")
_TABLE: Final = "comparing/quotients"
_YIELD: Final = LazyPattern(r"(?P<what>[一-鿿]{0,6}?)(?:平均|每)?(?:亩产|单产)量?")
_SOWN: Final = LazyPattern(
    r"^(?:共|今年|播|栽)?种(?:植|了)?(?P<what>[一-鿿]{1,6})$|^(?P<crop>[一-鿿]{1,6}?)(?:播种|种植|收获)?(?:总)?面积$"
)
_HARVEST: Final = LazyPattern(
    r"^(?:收获?|产|打下?)了?(?P<what>[一-鿿]{1,6})$|^(?P<crop>[一-鿿]{1,6}?)(?:总产量?|产量)$"
)
_FIELD_CROPS: Final = frozenset("稻麦粮谷豆薯棉米")
"""Signs of what is sown and brought in from all of its land within the year; an orchard bears on a part of it."""
_PRICE: Final = LazyPattern(r"(?P<what>[一-鿿]{0,8}?)(?:成交|销售|平均)*(?:均价|价格)")
_SOLD_AREA: Final = LazyPattern(r"(?P<what>[一-鿿]{1,8}?(?:销售|成交))面积")
_OF_YIELD, _OF_SHARE = Decimal("0.1"), Decimal("0.05")
"""Shares of itself that a yield, and any other quotient, may be off by: what is sown is not all brought in."""
_SORT_OF_IT: Final = LazyPattern(r"籽")
"""What is weighed before it is made ready: 籽棉, of which 皮棉 is a third."""
_OF_ALL: Final = LazyPattern(r"^全[国省市县区州]|^当地|^全部")
"""Before a whole that is somebody else's: 占全省地区生产总值."""
_ANY_CROP: Final = frozenset("水稻谷小麦子粮食作物大豆")
"""Signs by which the same crop is called a little otherwise: 水稻, 稻谷."""
_TWICE: Final = (Decimal("1.7"), Decimal("2.3"))
_POINTS: Final = Decimal("0.5")
_MANY: Final = 400


@dataclass(frozen=True, slots=True)
class Quotient:
    """A figure that is ``over`` by ``under``, of which the sum makes ``real`` in its own printed unit."""

    each: LocatedStatistic
    over: LocatedStatistic
    under: LocatedStatistic
    real: Decimal
    leeway: Decimal

    @property
    def comes_out(self) -> bool:
        """Whether the printed quotient is the reckoned one within all roundings."""
        return self._gap <= self._rounding

    @property
    def is_off(self) -> bool:
        """Whether the printed quotient is another than the reckoned one, whatever may be off with either."""
        vague = any(one.statistic.qualifier for one in (self.each, self.over, self.under))
        return self._gap > self._rounding + abs(self.real) * (self.leeway + (_OF_SHARE if vague else 0))

    @property
    def _gap(self) -> Decimal:
        return abs((self.each.statistic.value or Decimal(0)) - self.real)

    @property
    def _rounding(self) -> Decimal:
        one = self.each.statistic
        scale = abs(one.base_value / one.value) if one.base_value and one.value else Decimal(1)
        slack = own_rounding(one) / scale
        for known in (self.over.statistic, self.under.statistic):
            size = abs(known.base_value or Decimal(0))
            slack += abs(self.real) * own_rounding(known) / size if size else Decimal(0)
        return slack

    @property
    def told(self) -> str:
        """The sum: 3.6万吨 ÷ 6万亩 = 600 ≠ 780 公斤."""
        unit, one = self.each.statistic.unit, self.each.statistic
        over, under = self.over.statistic, self.under.statistic
        above, below = (short_digits(known.value or Decimal(0)) for known in (over, under))
        quotient = f"{above} {over.unit} ÷ {below} {under.unit}"
        return f"{quotient} = {short_digits(self.real, 1)} ≠ {short_digits(one.value or Decimal(0))} {unit}"


def not_dividing(quotients: Sequence[Quotient]) -> Iterator[Conflict]:
    """Yield the quotients that are not what their two figures make."""
    for one in quotients:
        if one.is_off:
            other = one.over if one.over.article != one.each.article else one.under
            yield conflict_of(GROWTH_DIFFERS, one.each, other, one.told)


def dividing(quotients: Sequence[Quotient]) -> Iterator[tuple[str, str]]:
    """Yield the ids of quotients and of a figure told elsewhere that they are reckoned from."""
    for one in quotients:
        other = next((item for item in (one.over, one.under) if item.article != one.each.article), None)
        if other is not None and one.comes_out:
            yield one.each.statistic.id, other.statistic.id


def quotients(items: Sequence[LocatedStatistic]) -> Iterator[Quotient]:
    """Yield the quotients told of somebody, of a time, of which both figures are told of the same."""
    groups: defaultdict[tuple[str, str, str], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        one = item.statistic
        topic = (
            timeless_topic_of(one) if one.kind is not StatisticKind.FORECAST and one.period.start else None
        )
        if topic is not None and one.base_value and one.value:
            groups[topic.whose, one.period.start, one.period.end].append(item)
    for group in groups.values():
        if 2 < len(group) <= _MANY:
            levels = _by_metric(group)
            for item in group:
                yield from _share(item, levels)
                yield from _yield_of_land(item, group)
                yield from _price(item, group)


def _by_metric(group: Sequence[LocatedStatistic]) -> Mapping[str, list[LocatedStatistic]]:
    """Return the levels of a group by what they measure."""
    found: defaultdict[str, list[LocatedStatistic]] = defaultdict(list)
    for item in group:
        if item.statistic.base_unit not in {"", "%"}:
            found[key_of(item.statistic.metric)].append(item)
    return found


def _share(item: LocatedStatistic, levels: Mapping[str, list[LocatedStatistic]]) -> Iterator[Quotient]:
    one = item.statistic
    if one.unit != "%" or one.value is None:
        return
    told = _SHARE.fullmatch(one.metric)
    whole = _own_whole(told["whole"], one) if told else ""
    if told and _OF_ALL.search(whole):
        return
    names = (told["part"], whole) if told else _rates().get(key_of(one.metric), ("", ""))
    over, under = (_told_alike(levels.get(key_of(name), [])) if name else [] for name in names)
    if not (over and under) or over[0].statistic.base_unit != under[0].statistic.base_unit:
        return
    above, below = (found[0].statistic.base_value or Decimal(0) for found in (over, under))
    real = above / below * 100
    leeway = max(_OF_SHARE, _POINTS / real) if real else _OF_SHARE
    yield Quotient(item, over[0], under[0], real, leeway)


def _own_whole(whole: str, one: Statistic) -> str:
    """Return what a share is of without 全市 and the like, where that is the very place the figure is told of."""
    scope = whole[:2]
    own = not one.subject and SCOPE_OF.get(scope, "none") == level_of(one.region)
    return whole.removeprefix(scope) if own and scope.startswith("全") else whole


@cache
def _rates() -> Mapping[str, tuple[str, str]]:
    """Return by the key of a rate what is divided by what: 研发费用率 → 研发费用, 营业收入."""
    return {key_of(rate): (names[0], names[1]) for rate, names in table(_TABLE)["rates"].items()}


def _told_alike(levels: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return levels of one metric where all of them agree, none where they do not."""
    return levels if all(agree(levels[0].statistic, one.statistic) for one in levels[1:]) else ()


def _yield_of_land(item: LocatedStatistic, group: Sequence[LocatedStatistic]) -> Iterator[Quotient]:
    one = item.statistic
    told = _YIELD.fullmatch(one.metric.removeprefix("平均"))
    if told is None or one.value is None or measured(one)[1] != "千克":
        return
    sown = [(other, what) for other in group if (what := _crop(_SOWN, other.statistic, "亩"))]
    brought = [(other, what) for other in group if (what := _crop(_HARVEST, other.statistic, "千克"))]
    pairs = [
        (over, under)
        for over, crop in brought
        for under, plant in sown
        if crop & plant and _is_same_crop(told["what"], (over, under), crop)
    ]
    if len(pairs) != 1:
        return
    over, under = pairs[0]
    weight, land = measured(over.statistic)[0], under.statistic.base_value
    if not weight or not land:
        return
    real = (
        weight / land / measure(one.base_value / one.value, one.base_unit)[0]
        if one.base_value
        else Decimal(0)
    )
    if not real or _TWICE[0] < real / one.value < _TWICE[1]:
        return  # What is brought in twice a year is sown on the same land.
    yield Quotient(item, over, under, real, _OF_YIELD)


def _is_same_crop(named: str, told: tuple[LocatedStatistic, LocatedStatistic], crop: frozenset[str]) -> bool:
    """Tell whether a yield is of all of a crop: of no better land or other sort, 高产田, 再生稻, 青贮玉米."""
    if not named:
        return True
    known = set(told[0].statistic.metric) | set(told[1].statistic.metric) | _ANY_CROP
    return bool(set(named) & crop) and set(named) <= known and not _SORT_OF_IT.search(named)


def _crop(pattern: LazyPattern[str], one: Statistic, unit: str) -> frozenset[str]:
    """Return the signs of the field crop whose land or harvest a figure tells, none for any other figure."""
    told = pattern.match(one.metric) if unit in {one.base_unit, measured(one)[1]} else None
    return frozenset((told["what"] or told["crop"]) if told else "") & _FIELD_CROPS


def _price(item: LocatedStatistic, group: Sequence[LocatedStatistic]) -> Iterator[Quotient]:
    one = item.statistic
    told = _PRICE.fullmatch(one.metric)
    if told is None or one.value is None or not (one.basis == "每平方米" or one.unit.endswith("/平方米")):
        return
    for area in group:
        sold = _SOLD_AREA.fullmatch(area.statistic.metric)
        if sold is None or area.statistic.base_unit != "平方米" or not set(told["what"]) <= set(sold["what"]):
            continue
        sums = [
            other for other in group if other.statistic.metric in {f"{sold['what']}额", f"{sold['what']}金额"}
        ]
        if len(sums) == 1 and sums[0].statistic.base_value and area.statistic.base_value:
            real = sums[0].statistic.base_value / area.statistic.base_value
            scale = (one.base_value or one.value) / one.value
            yield Quotient(item, sums[0], area, real / scale, _OF_SHARE)
