"""The units that the lines above a table tell: one of all its cells, one of each measure, or several without saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.tables.unit_words import is_unit, is_unit_of_head
from corpus.text.units import CURRENCIES, split_scale
from index.lazy_pattern import LazyPattern

_PER_CENT: Final = frozenset({"%", "％", "‰", "百分点", "个百分点"})
_SEVERAL: Final = 2
_EVERY: Final = LazyPattern(r"(?:计量|计算|金额|货币|数据|统计|未标|未注|未注明|其[他余])$|^[各该本]$")
"""What stands before 单位 and names no measure of the table."""
_OF_TABLE: Final = LazyPattern(r"单位$|币[种别]$|^货币")
"""What a line tells of the whole table, as it tells of measures: 币种：人民币."""
_OF_MEASURE: Final = LazyPattern(
    r"(?P<what>[一-鿿A-Za-z]{1,8}?)的?单位(?:[:：]|[为是])[ ]?(?P<unit>[^\s，。；、;,（）()]{1,10})[；;，,、 ]?"
)
_LISTED: Final = LazyPattern(
    r"(?:计量|计算|金额|货币|数据|统计)?单位[:：][ ]?"
    r"(?P<units>[^\s，。；、;,（）()—–]{1,10}(?:[、，,；; ]+[^\s，。；、;,（）()—–]{1,10})+)"
)
_PAIRED: Final = LazyPattern(
    r"(?:单位[:：])?(?P<pairs>(?:[一-鿿]{2,6}[:：—–-]{1,2}[^\s，。；、;,（）():：]{1,8}[；;，,、 ]*){2,})(?=[）)]|$)"
)
_PAIR: Final = LazyPattern(r"(?P<what>[一-鿿]{2,6})[:：—–-]{1,2}(?P<unit>[^\s，。；、;,（）():：]{1,8})")
_IN_SENTENCE: Final = LazyPattern(
    r"[，,；;]?(?:(?:未标|未注明?|其[余他])?的?(?:计量|金额|数据)?单位(?:者|的)?(?:一律|除注明外|如无说明)?均?[为是]"
    r"|(?:均|皆|一律|数[据字值])以)(?P<unit>[^\s，。；、：:（）()]{1,8}?)(?:计|为单位|(?=[，。；、：）):（(]|$))"
)
_FITTING: Final = (
    (
        LazyPattern(r"^(?:[十百千万亿]*(?:[人名位]|人次))$"),
        LazyPattern(
            r"人[口数员次]?$|学生|教师|职工|就业|从业|[游旅乘顾]客|客[流运]量|在校生|毕业生|劳动力|医师|护士|人才"
        ),
    ),
    (LazyPattern(r"户$"), LazyPattern(r"户数?$|户籍")),
    (LazyPattern(r"(?:公顷|亩|平方\w+|㎡|km²|m²)$"), LazyPattern(r"面积")),
    (LazyPattern(r"(?:吨|[公市]?斤|克)$"), LazyPattern(r"[产销]量|重量|货运量|吞吐量|消[费耗]量|库存")),
    (LazyPattern(r"[辆台]$"), LazyPattern(r"车|机[具械]?(?:数|保有量)?$|设备")),
    (LazyPattern(r"张$"), LazyPattern(r"床")),
    (
        LazyPattern(r"[个家所座]$"),
        LazyPattern(r"(?:单位|机构|企业|学校|医院|院|园|馆|站|项目|法人)[个家所]?数?$"),
    ),
    (LazyPattern(r"瓦时|度$"), LazyPattern(r"电")),
    (LazyPattern(r"[%％]$"), LazyPattern(r"率$|比[重例]$|占比$")),
)
"""Units, and the measures that are told in them."""
_OF_MONEY: Final = LazyPattern(
    r"收入|支出|成本|费用?$|利润|额$|[产价货市]值|增加值|投资|资产|负债|[贷存借]款|税|生产总值|GDP"
    r"|工资|薪|价格?$|资金|营收|消费品零售"
)


@dataclass(frozen=True, slots=True)
class UnitsAbove:
    """Units told above a table: ``several`` without saying of what, and those of a measure each: 户数, 万户."""

    several: tuple[str, ...] = ()
    of_measures: tuple[tuple[str, str], ...] = ()

    def of(self, metric: str) -> str:
        """Return the unit a measure is told in, empty where the lines leave that open."""
        named = [unit for what, unit in self.of_measures if what in metric]
        if named:
            return named[0] if len(set(named)) == 1 else ""
        fitting = [unit for unit in self.several if _fits(unit, metric)]
        return fitting[0] if len(fitting) == 1 else ""


def _fits(unit: str, metric: str) -> bool:
    """Tell whether a measure is one that is told in a unit."""
    if split_scale(unit)[1] in CURRENCIES:
        return _OF_MONEY.search(metric) is not None
    return any(units.search(unit) and measures.search(metric) for units, measures in _FITTING)


def units_above(lines: Sequence[str]) -> UnitsAbove:
    """Return the units that lines tell of some of the cells below them only."""
    several: tuple[str, ...] = ()
    of_measures: dict[str, str] = {}
    for line in lines:
        of_measures |= {
            one["what"]: one["unit"]
            for one in _OF_MEASURE.finditer(line)
            if not _EVERY.search(one["what"]) and is_unit_of_head(one["unit"])
        }
        of_measures |= _pairs(line)
        listed = _LISTED.search(line)
        units = _units(listed["units"]) if listed else ()
        several = units or several
    return UnitsAbove(several, tuple(of_measures.items()))


def without_units(line: str) -> tuple[str, str]:
    """Return a line without the units that it tells of some cells or in a sentence, and the unit told so of all."""
    told = ""
    if _pairs(line):
        line = _PAIRED.sub("", line)
    for one in reversed(list(_OF_MEASURE.finditer(line))):
        if not _EVERY.search(one["what"]) and is_unit_of_head(one["unit"]):
            line = line[: one.start()] + line[one.end() :]
    listed = _LISTED.search(line)
    if listed and _units(listed["units"]):
        line = line[: listed.start()] + line[listed.end() :]
    said = _IN_SENTENCE.search(line)
    if said and is_unit_of_head(said["unit"]):
        told, line = said["unit"], line[: said.start()] + line[said.end() :]
    return re.sub(r"[（(][\s，,、；;]*[）)]", "", line), told


def _pairs(line: str) -> dict[str, str]:
    """Return the units of the measures a line names with them: 面积：公顷；产量：吨."""
    found = _PAIRED.search(line)
    pairs = {one["what"]: one["unit"] for one in _PAIR.finditer(found["pairs"])} if found else {}
    return pairs if all(map(is_unit, pairs.values())) and not any(map(_OF_TABLE.search, pairs)) else {}


def _units(words: str) -> tuple[str, ...]:
    """Return the units of a list where they are several beside per cent, nothing else."""
    units = tuple(one for one in re.split(r"[、，,；; ]+", words) if one)
    if not all(map(is_unit_of_head, units)) or len(set(units) - _PER_CENT) < _SEVERAL:
        return ()
    return tuple(dict.fromkeys(units))
