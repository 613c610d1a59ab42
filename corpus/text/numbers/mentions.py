"""All numbers, amounts, percentages, ordinals, dates and periods of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.numbers.dates import find_dates
from corpus.text.numbers.fold import fold
from corpus.text.numbers.found_dates import DateContext, FoundDate
from corpus.text.numbers.numerals import NumeralValue, evaluate, read_numeral
from corpus.text.numbers.patterns import COUNTED_TO, FRACTION, LED_FROM, SCAN, TO
from corpus.text.numbers.suffixes import Written, written
from corpus.text.numbers.within_words import is_part_of_word
from index.lazy_pattern import LazyPattern

_YEAR_ALONE = LazyPattern(r"(?:19|20)\d\d")
_POWER = LazyPattern(
    r"(?:(?P<times>\d+(?:\.\d+)?)[ ]?[×xX*][ ]?)?(?P<base>\d+(?:\.\d+)?)\^(?P<down>--|-)?(?P<exponent>\d{1,3})(?![\d.])"
)
_MOST_OF = Decimal("2.5")
"""大几千 is more than half of ten thousand, 几千 two thousand at least."""
_LARGEST_POWER = 60
"""Exponents above that, and bases and factors of more digits, are of nothing that is counted."""
_LOSES = LazyPattern(r"(?:亏损|净亏|下降|减少|下滑)[为约达 ]?$")
"""Before a range told from its larger end: 亏损1.1亿元至0.9亿元."""
_BETWEEN = LazyPattern(r"[ ]?(?:之间|不等|的?区间)")
"""Behind a range, whichever end is told first: 924亿至904亿美元之间."""
_LOSS = 4
_LED = 8
_MOVES = LazyPattern(
    r"(?:增加|减少|上升|下降|上涨|下跌|上调|下调|回落|回升|增长|缩减|扩大|增|减|涨|跌|升|降)"
    r"了?(?:约|近|逾|超过?)?[ ]?$"
)
"""Before by how much something moved, behind which stands where it came to."""
_MOVE = 6
_LEVEL = 4
"""What something moved by is no range with a level that is so many times as much."""
_SIDES = 20
"""No fraction above one is written with a larger number on top."""
_PARTED = LazyPattern(r"(?<=[\d.])[ ](?=[\d.])")
"""The blank that parts thousands, or what typesetting left: 3 985."""
_PRINTED_SCALE = LazyPattern(
    r"([\d.,，]+)[ ]{0,3}(?P<more>多|余)?[ ]{0,3}([十百千万亿兆](?:[ ]{0,3}[万亿])?)(?P<over>多|余)?"
)


def find_numbers(
    text: str, *, reference: date | None = None, written: int | None = None, year: int | None = None
) -> tuple[NumberMention, ...]:
    """Return every number mention of ``text`` in order; none overlap.

    ``reference`` is the day of writing, on which 今年, 去年 and 昨天 depend, ``written`` its year where only that
    is known, ``year`` the year that dates without one belong to; without them they are found but carry no dates.
    Amounts keep the printed scale in the unit (3.5 万元); wholly Chinese numerals are written out (三百万元 →
    3000000 元). Ranges have ``low`` and ``high`` and no ``value``.
    """
    folded = fold(text)
    found: list[NumberMention] = []
    position = 0
    if _YEAR_ALONE.fullmatch(folded):
        alone = folded.strip()
        return (
            NumberMention(
                Span(0, len(text)), "period", start_date=f"{alone}-01-01", end_date=f"{alone}-12-31"
            ),
        )
    for day in find_dates(folded, DateContext(reference, year, written)):
        found += _numbers(folded, position, day.start)
        found.append(_dated(day))
        position = day.end
    found += _numbers(folded, position, len(folded))
    return tuple(found)


def _dated(found: FoundDate) -> NumberMention:
    """Return a date or period as a mention."""
    first, last = found.days or ("", "")
    return NumberMention(
        Span(found.start, found.end),
        "date" if found.single else "period",
        start_date="" if found.ended else str(first),
        end_date="" if found.begun else str(last),
    )


def _numbers(text: str, start: int, end: int) -> Iterator[NumberMention]:
    """Return the numbers between two dates, ranges joined."""
    position = start
    while match := SCAN.search(text, position, end):
        mention = None if match["skip"] or match["word"] else _mention(text, match, end)
        if mention is None or _in_word(text, mention):
            position = match.end()
            continue
        mention = _with_far_end(text, mention, end)
        yield mention
        position = mention.span.end


def _in_word(text: str, mention: NumberMention) -> bool:
    """Tell whether a numeral is no number but part of a word."""
    plain = mention.kind == "number" and not mention.unit
    money = mention.kind == "amount" and mention.span.end - mention.span.start == len("三元")
    span = mention.span
    return (plain or money) and is_part_of_word(text, span.start, span.end, longer=money)


def _mention(text: str, match: re.Match[str], end: int) -> NumberMention | None:
    """Return the mention one match of the scan begins, ``None`` where it is no number after all."""
    if match["half"]:
        return _half(match)
    if match["per"]:
        return _per(match)
    if match["ordinal"]:
        reading = read_numeral(match["rank"])
        if reading is None or reading.value is None or reading.value != reading.value.to_integral_value():
            return None  # 第4.1条 is the number of a paragraph.
        return NumberMention(Span(match.start(), match.end()), "ordinal", reading.value)
    negative = (match["sign"] or "").strip() in {"负", "-", "零下"}
    run = match["number"].rstrip()
    start = match.start()
    fraction = _fraction(text, match, end)
    if fraction:
        value = fraction.value
        return replace(fraction, value=-value) if negative and value is not None else fraction
    power = _POWER.match(text, match.start("number"), end)
    if power:
        return _power(power, start, negative=negative)
    reading = read_numeral(run)
    if reading is None:
        return None
    if run.startswith("几") and text[start - 1 : start] == "大" and reading.low is not None:
        reading = NumeralValue(None, reading.low * _MOST_OF, reading.high)
    head = _printed(run, reading)
    found = written(text, match.start("number"), match.start("number") + len(run), head, end)
    if found is None:
        return None
    return _signed(found, negative, start)


def _power(match: re.Match[str], start: int, *, negative: bool) -> NumberMention | None:
    """Read 10^6, 2.5^-1 and 3*10^8; ``None`` where the value is beyond what is counted."""
    exponent = int(match["exponent"])
    base = Decimal(match["base"])
    times = Decimal(match["times"] or 1)
    sizes = (exponent, *(abs(one.adjusted()) for one in (base, times)))
    if max(sizes) > _LARGEST_POWER or (match["down"] == "-" and not base):
        return None
    value = times * (base**exponent if match["down"] != "-" else 1 / base**exponent)
    return NumberMention(Span(start, match.end()), "number", -value if negative else value)


def _printed(run: str, reading: NumeralValue) -> Written:
    """Return a numeral with its scale word kept as unit where it is printed in figures: 3.5万 → 3.5, 万."""
    scale = _PRINTED_SCALE.fullmatch(_PARTED.sub("", run))
    if scale:
        figure = Decimal(re.sub("[,，]", "", scale[1]))
        vague = scale["more"] or scale["over"]
        return Written(
            NumeralValue(None, figure) if vague else NumeralValue(figure), scale[3].replace(" ", "")
        )
    return Written(reading)


def _signed(found: Written, negative: bool, start: int) -> NumberMention:
    """Return a reading as a mention that begins at ``start`` at the latest, negative where a sign says so."""
    value = found.reading.value
    return NumberMention(
        Span(min(start, found.start), found.end),
        found.kind,
        -value if negative and value is not None else value,
        found.reading.low,
        found.reading.high,
        found.unit,
    )


def _half(match: re.Match[str]) -> NumberMention:
    """Return the words that are numbers by themselves: 对折, 半数, 翻一番, 半年."""
    word = match["half"]
    if word == "一半":
        return NumberMention(Span(match.start(), match.end()), "number", Decimal("0.5"))
    span = Span(match.start(), match.end())
    if word.endswith(("年", "月", "小时", "钟头")):
        unit = word[1:] if word.endswith(("年", "月")) else word[1:].removeprefix("个")
        return NumberMention(span, "period", Decimal("0.5"), unit=unit)
    if word == "半个亿":
        return NumberMention(span, "number", Decimal(5 * 10**7))
    if word in {"对折", "半数"}:
        return NumberMention(span, "percent", Decimal(50), unit="%")
    return NumberMention(span, "quantity", Decimal(4 if "两" in word else 2), unit="倍")


def _per(match: re.Match[str]) -> NumberMention | None:
    """Read 百分之三十, 千分之二 (in percent) and 一百分之二 (a fraction)."""
    base = re.sub(r"分|之|\s", "", match["per"])
    below = Decimal(1)
    if base[0] not in "百千万":
        value = evaluate(base)
        below = value or Decimal(1)
    else:
        for char in base:
            below *= {"百": 100, "千": 1000, "万": 10000, "十": 10}[char]
    top = re.sub(r"\s", "", match["of"])
    negative = top.startswith("负")
    reading = read_numeral(top.lstrip("负"))
    if reading is None:
        return None
    factor = (Decimal(100) if base[0] in "百千万" else Decimal(1)) / below
    kind, unit = ("percent", "%") if base[0] in "百千万" else ("number", "")
    found = Written(
        _times(reading, factor), unit, kind, match.start(), match.start("of") + len(match["of"].rstrip())
    )
    return _signed(found, negative, found.start)


def _times(reading: NumeralValue, factor: Decimal) -> NumeralValue:
    """Return a reading with all its values multiplied."""
    return NumeralValue(
        *(
            None if value is None else (value * factor).normalize() + 0
            for value in (reading.value, reading.low, reading.high)
        )
    )


def _fraction(text: str, match: re.Match[str], end: int) -> NumberMention | None:
    """Read 五分之一, 三百五又三分之一, 3/5."""
    found = FRACTION.match(text, match.end("number"), end)
    if not found or (found["high"] and text[found.end() : found.end() + 1] == "万"):
        return None  # 12/10万 is a rate.
    if found["high"] and (text[match.start() - 1 : match.start()] == "/" or "." in match["number"]):
        return None  # 13.2/15亿元 lists two figures.
    number = evaluate(re.sub(r"[\s,，]", "", match["number"]))
    if found["high"]:
        below = Decimal(found["high"])
        top = Decimal(found["low"]) if found["low"] else number
        whole = number if found["low"] else Decimal(0)
    else:
        top = evaluate(re.sub(r"\s", "", found["top"]))
        part = evaluate(re.sub(r"\s", "", found["part"])) if found["part"] else None
        below, whole = (part, number) if part is not None else (number or Decimal(0), Decimal(0))
    if found["high"] and not found["low"] and number and 1900 <= number <= 2100 and 1900 <= below <= 2100:
        return None
    if not below or top is None or whole is None:
        return None
    if found["high"] and top > below and top > _SIDES:
        return None  # 120/80 mmHg are two figures.
    value = whole + top / below
    return NumberMention(Span(match.start(), found.end()), "number", value)


_CURRENCY_SIGN = LazyPattern(r"(?:HK\$|US\$|NT\$|HKD|USD|RMB|CNY|EUR|[¥￥$€£])[ ]?(?=\d)")
"""A currency before each end of a range: HK$18.6—HK$21.2."""


def _with_far_end(text: str, near: NumberMention, end: int) -> NumberMention:
    """Join the two ends of a range: 5%—10%, 3到5万元, 从8500到3万港元, 1万(含)-5万元."""
    if near.value is None:
        return near
    counted = _counted_range(text, near, end)
    if counted:
        return counted
    to = TO.match(text, near.span.end, end)
    if not to or near.kind in {"ordinal", "date", "period"}:
        return near
    minus = near.value < 0 and text[to.end() : to.end() + 1] == "-"
    sign = _CURRENCY_SIGN.match(text, to.end()) if near.kind == "amount" else None
    match = SCAN.match(text, sign.end() if sign else to.end() + minus, end)
    if not match or not (match["number"] or match["per"]) or (match["sign"] and near.value >= 0):
        return near
    far = _mention(text, match, end)
    if far is None or far.value is None or far.span.start != to.end() + minus:
        return near
    value = -far.value if minus and far.value > 0 else far.value
    bare = not far.unit and _CURRENCY_SIGN.match(text, near.span.start) is not None
    far = replace(far, value=value)
    far = replace(far, kind=near.kind, unit=near.unit) if bare else far
    low = _low_end(near, far, printed=_in_digits(text, far))
    high = far.value
    if low is not None and low == near.value and match["number"]:
        low = _in_scale_of(text[near.span.start : near.span.end], match["number"], near, far)
    lost = text[max(0, near.span.start - _LOSS) : near.span.start]
    turned = _LOSES.search(lost) or near.value < 0 or _BETWEEN.match(text, far.span.end)
    if low is not None and high is not None and low > high and turned and (high < 0 or near.value > 0):
        low, high = high, low
    if low is None or high is None or low >= high or _is_change(text, near, far, low, high):
        return near
    return replace(far, span=Span(near.span.start, far.span.end), value=None, low=low, high=high)


def _counted_range(text: str, near: NumberMention, end: int) -> NumberMention | None:
    """Join two numbers that both tell what they count or how long: 80人至160人, 30分钟至60分钟; else ``None``."""
    lasts = near.kind == "period" and bool(near.unit)
    to = (TO if lasts else COUNTED_TO).match(text, near.span.end, end)
    bare = near.kind == "number" and not near.unit
    if (
        to is None
        or not (lasts or bare)
        or LED_FROM.search(text, max(0, near.span.start - _LED), near.span.start)
    ):
        return None
    match = SCAN.match(text, to.end(), end)
    far = _mention(text, match, end) if match and match["number"] and not match["sign"] else None
    if far is None or far.value is None or near.value is None or near.value >= far.value:
        return None
    if (
        far.unit != near.unit
        or far.kind != near.kind
        or (bare and not text.startswith(to["unit"], far.span.end))
    ):
        return None
    return replace(far, span=Span(near.span.start, far.span.end), value=None, low=near.value, high=far.value)


def _is_change(text: str, near: NumberMention, far: NumberMention, low: Decimal, high: Decimal) -> bool:
    """Tell whether what looks like a range is a change and what it led to: 减少39.1万桶至4.19亿桶."""
    if low <= 0 or high / low < _LEVEL or near.kind == "percent" or not near.unit or not far.unit:
        return False
    return bool(_MOVES.search(text, max(0, near.span.start - _MOVE), near.span.start))


def _in_digits(text: str, mention: NumberMention) -> bool:
    """Tell whether a number is printed in digits, so that a bare one before it stands for itself: 3至40米."""
    return any(sign.isdecimal() for sign in mention.span.of(text))


def _low_end(near: NumberMention, far: NumberMention, *, printed: bool) -> Decimal | None:
    """Return the lower bound of a range in the unit of its upper one, ``None`` where they do not fit.

    Where the upper one is not ``printed`` in digits the lower one may leave out their common scale: 两到三万.
    """
    if near.value is None or far.value is None:
        return None
    if near.kind == "percent" == far.kind and near.unit != far.unit:
        return None
    if near.unit == far.unit:
        if near.unit == far.unit == "" or near.kind == "amount":
            return near.value if printed else _same_scale(near.value, far.value)
        return near.value
    if near.unit == "":
        scale = re.match(r"[十百千万亿]+", far.unit)
        if not scale or near.value <= far.value:
            return near.value if printed else _same_scale(near.value, far.value)
        return near.value / (evaluate("一" + scale[0]) or 1)
    far_scale, near_scale = (re.match(r"[万亿]*", unit) for unit in (far.unit, near.unit))
    if not far_scale or not near_scale:
        return None
    if near.unit[near_scale.end() :] not in {"", far.unit[far_scale.end() :]}:
        return None
    factors = [evaluate("一" + scale[0]) or Decimal(1) for scale in (near_scale, far_scale)]
    return near.value * factors[0] / factors[1]


def _in_scale_of(near_words: str, far_words: str, near: NumberMention, far: NumberMention) -> Decimal | None:
    """Return the lower bound of 三百六十到四百二十万元: only the far end says the scale of both."""
    scale = re.search(r"[万亿]+[ ]*$", far_words)
    if near.value is None or far.value is None or not scale or re.search(r"[万亿]", near_words):
        return near.value
    factor = evaluate("一" + scale[0].strip()) or Decimal(1)
    scaled = near.value * factor
    return scaled if not re.match(r"[万亿]", far.unit) and scaled < far.value else near.value


def _same_scale(near: Decimal, far: Decimal) -> Decimal:
    """Return 20000 for the 两 of 两到三万: a bare digit takes the scale of the far end.

    Digits are looked at, not reckoned with: no remainder is taken of a number with more than the 28 they are kept to.
    """
    if near >= 10 or far < 10:
        return near
    exponent = far.adjusted()
    if not any(far.as_tuple().digits[1:]) and far / Decimal(10) ** exponent > near:
        return near * Decimal(10) ** exponent
    return near
