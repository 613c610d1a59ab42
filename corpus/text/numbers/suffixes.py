"""What stands around a numeral and says what it counts: currency, percent, measure, duration."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.text.numbers.composite_durations import composite_duration
from corpus.text.numbers.numerals import NumeralValue, evaluate
from corpus.text.numbers.patterns import (
    BARE_JIAO,
    CURRENCY,
    DIMENSION,
    DURATION,
    HEIGHT,
    JIAO,
    MORE,
    PERCENT,
    PREFIX,
    SMALL_MONEY,
    SPOKEN,
    TIMES,
)
from corpus.text.units import CURRENCIES
from index.lazy_pattern import LazyPattern

_BASIS_POINTS = LazyPattern(r"基点|[Bb][Pp]")
_VAGUE_COUNT = LazyPattern(r"[十百千]几$")
_TAEL = LazyPattern(r"(?<=[一二三四五六七八九十百千万半])两(?=$|[ ，。；、！）)重左多银白黄的])")
_DOZEN = LazyPattern(r"打(?=$|[\s，。,；、）)]|[鸡啤])")
_AND_HALF = LazyPattern(r"个半(?![月年小个天径])")
_METRES = frozenset("一二两三")
_MERELY_YUAN = frozenset({"元", "圆"})
"""What the currency in front of a number says more exactly: 港币52.3亿元."""
_LARGE = LazyPattern(r"[ ]?(bn|billion|mn|million)(?![A-Za-z])")
_LARGE_SCALES = {"bn": (10, "亿"), "billion": (10, "亿"), "mn": (100, "万"), "million": (100, "万")}
_LATIN_SCALE = LazyPattern(r"[ ]?([kKMw])(?![A-Za-z])")
_LATIN = {"k": 1000, "K": 1000, "M": 10**6, "w": 10**4}
_EACH = LazyPattern(
    r"/(?:平方米|平方公里|立方米|千瓦时|兆瓦时|吉瓦时|吨公里|人公里|盎司|蒲式耳|磅|分钟|间夜|公里|小时|公斤|千克|公顷|载重吨|秒|人|吨|亩|年|天|日|月|户|度|台|辆|次|件|份|股|斤|升|克|米|桶|箱|张|只|头|套|盒|瓶|单|㎡|m²)"
    r"(?![一-鿿]*\d+/)"
)
_EVERY = LazyPattern(
    r"每(?P<one>平方米|平方公里|平方千米|立方米|千瓦时|公里|千米|小时|分钟|公斤|千克|公顷|盎司|吨|亩|秒|天|日|月|年|人|户|股|斤|升|克|米|桶|台|辆|次|件)"
    r"(?=$|[，,。；;、！!？?）)\s])"
)
"""The same in words, where nothing is done each time behind it: 68000元每吨, but not 50元每次收取."""
_OF_MANY = LazyPattern(r"/10{0,5}[ ]?万(?:人口?|例|活产儿?)?")
"""How many there are of a hundred thousand people: 15.7/10万."""
_BARE = LazyPattern(r"[百千万亿兆点]+")
_BARE_BEFORE = LazyPattern(r"(?:[上近成超过破达逾了到]|(?<![签预])约)$")
_SCALE = LazyPattern(r"[十百千万亿兆]+")
_NAMES_UNIT = LazyPattern(r"单位[ ]?[:：][ ]?(?:人民币)?$")
"""Behind this a scale word is part of a unit: 单位：万亿元."""
_LABEL = 8
_MEASURE = LazyPattern(
    r"[ ]?(?:个|家|人|名|位|户|元|美|多|余|次|条|项|件|辆|台|台|吨|亩|公|平|斤|种|只|级|规模|到|至|册|篇|部|款|枚)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A numeral as it stands: its reading, unit, kind and place."""

    reading: NumeralValue
    unit: str = ""
    kind: str = "number"
    start: int = 0
    end: int = 0


def written(text: str, start: int, end: int, head: Written, limit: int) -> Written | None:
    """Return the numeral at ``start`` to ``end`` with all that belongs to it, ``None`` if it is no number."""
    many = _OF_MANY.match(text, end, limit)
    if many:
        return Written(head.reading, many[0].replace(" ", ""), "quantity", start, many.end())
    head = _spoken(text, Written(head.reading, head.unit, head.kind, start, end), limit)
    end = head.end
    run = text[start:end]
    if _SCALE.fullmatch(run) and _NAMES_UNIT.search(text[max(0, start - _LABEL) : start]):
        return None
    if _BARE.fullmatch(run) and not _bare_counts(text, start, end, run):
        return None
    for reader in (_percent, _money, _times, _dimension, _duration):
        found = reader(text, head, limit)
        if found:
            return _per_each(text, found, limit)
    scale = _LATIN_SCALE.match(text, end, limit)
    if scale and head.reading.value is not None and not head.unit:
        value = head.reading.value * _LATIN[scale[1]]
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
        scaled = replace(head, reading=NumeralValue(value), end=scale.end())
        return _percent(text, scaled, limit) or scaled
    tael = _TAEL.match(text, end, limit)
    if tael:
        return replace(head, unit=head.unit + tael[0], kind="quantity", end=tael.end())
    dozen = _DOZEN.match(text, end, limit)
    if dozen and head.reading.value is not None and not head.unit:
        return replace(head, reading=_scaled(head.reading, Decimal(12)), end=dozen.end())
    half = _AND_HALF.match(text, end, limit)
    if half and head.reading.value is not None:
        return replace(head, reading=NumeralValue(head.reading.value + Decimal("0.5")), end=half.end())
    more = MORE.match(text, end, limit)
    if more and head.reading.value is not None and not re.search(r"[一二三四五六七八九两\d]$", run):
        return replace(head, reading=_open(head.reading), end=more.end())
    return _counted(head, run)


def _spoken(text: str, head: Written, limit: int) -> Written:
    """Return a numeral with a hundred million told as a thing counted, 3个亿 as 3亿, any other as it is."""
    match = SPOKEN.match(text, head.end, limit)
    if match is None or head.unit:
        return head
    reading = _open(head.reading) if match["some"] or match["more"] else head.reading
    if text[head.start].isdecimal():
        return replace(head, reading=reading, unit=match["scale"], end=match.end())
    return replace(head, reading=_scaled(reading, Decimal(10**8)), end=match.end())


def _counted(head: Written, run: str) -> Written:
    """Return 十几 as a count of whole things, 11 to 19; what is measured or paid lies anywhere from 10 to 20."""
    low, high = head.reading.low, head.reading.high
    if low is None or high is None or head.unit or not _VAGUE_COUNT.search(run):
        return head
    return replace(head, reading=NumeralValue(None, low + 1, high - 1))


def _per_each(text: str, found: Written, limit: int) -> Written:
    """Take in what a price or a density is told by: 38元/股, 31微克/立方米."""
    measured = found.kind in {"amount", "quantity"}
    match = _EACH.match(text, found.end, limit) if measured else None
    if match:
        return replace(found, unit=found.unit + match[0], end=match.end())
    every = _EVERY.match(text, found.end) if measured else None
    return replace(found, unit=f"{found.unit}/{every['one']}", end=every.end()) if every else found


def _bare_counts(text: str, start: int, end: int, run: str) -> bool:
    """Tell whether scale words without a digit are a number: 上百家, 千亿元, but not 百货, 万一."""
    if "点" in run:
        return False
    if _BARE_BEFORE.search(text[max(0, start - 1) : start]):
        return True
    return len(run) >= 2 and bool(_MEASURE.match(text, end))


def _open(reading: NumeralValue) -> NumeralValue:
    """Return "more than" a value."""
    return NumeralValue(None, reading.value if reading.value is not None else reading.low)


def _percent(text: str, head: Written, limit: int) -> Written | None:
    """Read %, ‰, 个百分点, 成 and 折."""
    match = PERCENT.match(text, head.end, limit)
    if not match or (head.unit and not match["points"]):
        return None
    unit = match["sign"] or (_points(match["points"]) if match["points"] else "%")
    reading = head.reading
    if match["points"] and head.unit:
        reading = _scaled(reading, evaluate("一" + head.unit) or Decimal(1))
    if match["tenth"] or match["discount"]:
        value = reading.value
        run = text[head.start : head.end]
        if match["discount"] and value is not None and (value >= 100 or run in {"十", "一", "百", "几"}):
            return None
        factor = (
            Decimal(1)
            if match["discount"] and value is not None and value >= 10 and "." not in run
            else Decimal(10)
        )
        reading = _scaled(reading, factor)
        if match["rest"] and reading.value is not None:
            reading = NumeralValue(
                reading.value + (Decimal(5) if match["rest"] == "半" else evaluate(match["rest"]) or 0)
            )
    kind = "quantity" if _BASIS_POINTS.search(unit) else "percent"
    return replace(head, reading=reading, unit=unit, kind=kind, end=match.end())


def _points(printed: str) -> str:
    """Return the usual name of percentage points, and basis points as printed."""
    return "个百分点" if "百" in printed or printed == "个点" else printed.strip()


def _scaled(reading: NumeralValue, factor: Decimal) -> NumeralValue:
    """Return a reading with all its values multiplied."""
    return NumeralValue(
        *(None if value is None else value * factor for value in (reading.value, reading.low, reading.high))
    )


def _money(text: str, head: Written, limit: int) -> Written | None:
    """Read an amount: 31.63万亿元, 五元三毛, 两美元又三美分, ￥100, RMB 5万."""
    sign = PREFIX.search(text[max(0, head.start - 5) : head.start])
    return (
        _in_a_currency(text, head, limit, sign)
        or _in_jiao(text, head, limit)
        or _only_fen(text, head)
        or _behind_sign(text, head, limit, sign)
    )


def _in_a_currency(text: str, head: Written, limit: int, sign: re.Match[str] | None) -> Written | None:
    """Read an amount with its currency behind it, and the smaller coins behind that: 五元三毛, 三块五."""
    more = MORE.match(text, head.end, limit)
    match = CURRENCY.match(text, more.end() if more else head.end, limit)
    if match is None:
        return None
    printed = match["unit"].strip()
    named = sign if sign and printed in _MERELY_YUAN else None
    unit = head.unit + (CURRENCIES[named["unit"]] if named else _short(printed, match[0].strip()))
    reading = _open(head.reading) if more else head.reading
    amount = replace(
        head, reading=reading, unit=unit, kind="amount", end=match.end(), start=_with(head, sign)
    )
    if reading.value is None or head.unit:
        return amount
    small = SMALL_MONEY.match(text, match.end(), limit)
    if small:
        return replace(amount, reading=NumeralValue(reading.value + _small(small)), end=small.end())
    bare = BARE_JIAO.match(text, match.end(), limit) if match[0].strip() == "块" else None
    if bare:
        value = reading.value + (evaluate(bare["jiao"]) or Decimal(0)) / 10
        return replace(amount, reading=NumeralValue(value), end=bare.end())
    return amount


def _in_jiao(text: str, head: Written, limit: int) -> Written | None:
    """Read an amount of less than one 元: 五毛, 三角二分."""
    jiao = JIAO.match(text, head.end, limit)
    if jiao is None or head.reading.value is None or head.unit:
        return None
    fen = evaluate(jiao["fen"]) if jiao["fen"] else Decimal(0)
    value = head.reading.value / 10 + (fen or Decimal(0)) / 100
    return replace(head, reading=NumeralValue(value), unit="元", kind="amount", end=jiao.end())


def _only_fen(text: str, head: Written) -> Written | None:
    """Read 分 as money where nothing else is told: elsewhere they are points."""
    end = head.end + 1
    if head.start or end != len(text) or head.reading.value is None or not text[:end].endswith("分"):
        return None
    return replace(head, reading=NumeralValue(head.reading.value / 100), unit="元", kind="amount", end=end)


def _behind_sign(text: str, head: Written, limit: int, sign: re.Match[str] | None) -> Written | None:
    """Read an amount with its currency before it, and a scale in letters behind: ￥100, RMB 5万, US$3bn."""
    if sign is None:
        return None
    large = _LARGE.match(text, head.end, limit)
    start, currency = _with(head, sign), CURRENCIES[sign["unit"]]
    if large is None or head.reading.value is None or head.unit:
        return replace(head, unit=head.unit + currency, kind="amount", start=start)
    times, scale = _LARGE_SCALES[large[1]]
    reading = NumeralValue(head.reading.value * times)
    return replace(head, reading=reading, unit=scale + currency, kind="amount", end=large.end(), start=start)


def _with(head: Written, sign: re.Match[str] | None) -> int:
    """Return where an amount begins, its currency sign taken in."""
    return head.start - len(sign[0]) if sign else head.start


def _short(printed: str, whole: str) -> str:
    """Return the currency as it is printed, plainer where 人民币 only follows: 元人民币 → 元."""
    unit = printed.removesuffix("钱") if printed.endswith("块钱") else printed
    plain = {"块": "元", "元整": "元", "元人民币": "元", "人民币": "元", "人民币元": "元", "圆": "元"}
    return plain.get(unit, unit) if whole else unit


def _small(match: re.Match[str]) -> Decimal:
    """Return what 三毛五分 or 又三美分 add to an amount."""
    if match["jiao"]:
        fen = evaluate(match["jfen"]) if match["jfen"] else Decimal(0)
        return (evaluate(match["jiao"]) or Decimal(0)) / 10 + (fen or Decimal(0)) / 100
    return (evaluate(match["fen"]) or Decimal(0)) / 100


def _times(text: str, head: Written, limit: int) -> Written | None:
    """Read 3倍 and 两倍多."""
    match = TIMES.match(text, head.end, limit)
    return replace(head, unit=head.unit + "倍", kind="quantity", end=match.end()) if match else None


def _dimension(text: str, head: Written, limit: int) -> Written | None:
    """Read a measured quantity: 20万公斤, 一吨半, 29岁."""
    match = DIMENSION.match(text, head.end, limit)
    if not match or text[head.start : head.end] in {"数", "几"}:
        return None
    reading = head.reading
    end = match.end()
    if match["half"] and reading.value is not None:
        reading = NumeralValue(reading.value + Decimal("0.5"))
    rest = HEIGHT.match(text, end, limit) if match[0] == "米" and text[head.end - 1] in _METRES else None
    if rest and reading.value is not None:
        told = Decimal(
            "0." + "".join(str("零一二三四五六七八九".index(one)) for one in rest["rest"].replace("两", "二"))
        )
        reading, end = NumeralValue(reading.value + told), rest.end()
    if match[0].strip()[0] in "多余":
        reading = _open(reading)
    return replace(head, reading=reading, unit=head.unit + match["unit"], kind="quantity", end=end)


def _duration(text: str, head: Written, limit: int) -> Written | None:
    """Read a length of time: 三年半, 五个季度, 18个月, 2小时07分15秒."""
    first = None if head.unit else head.reading.value
    several = composite_duration(text, head.start, head.end, first) if first else None
    if several:
        return replace(head, reading=NumeralValue(several[0]), unit=several[1], kind="period", end=several[2])
    match = DURATION.match(text, head.end, limit)
    if not match:
        return None
    reading = head.reading
    if reading.value is not None and reading.value >= 1000 and match["span"] == "年":
        return None
    if reading.value is not None and (match["half"] or match["tail"]):
        reading = NumeralValue(reading.value + Decimal("0.5"))
    if match["more"]:
        reading = _open(reading)
    unit = {"月": "个月"}.get(match["unit"], match["unit"]) or match["span"]
    return replace(head, reading=reading, unit=head.unit + unit, kind="period", end=match.end())
