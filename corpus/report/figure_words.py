"""A figure in words, alike in the window and in every export: number, unit, qualifier where Chinese puts it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from corpus.model.statistic import Change, Direction, Period, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

MINUS: Final = "−"
BEHIND: Final = frozenset(
    ("以上", "以下", "以内", "之内", "左右", "上下", "以外", "有余", "出头", "不等", "起步", "之上")
)
"""Qualifiers that stand behind the unit: 20% 以上."""
WITHIN: Final = frozenset(("多", "余", "来"))
"""Qualifiers that stand between number and unit: 2000 余项."""
_CLOSE: Final = frozenset(("%", "％", "‰", "°", "℃"))
_SCALED: Final = LazyPattern(r"^[十百千万亿]")
_UNSCALED: Final = ("%", "％", "‰", "个百分点")
_SOME: Final = "数"
_VAGUE: Final = {Decimal(10): "数十", Decimal(100): "数百", Decimal(1000): "数千", Decimal(10000): "数万",
                 Decimal(10**8): "数亿"}  # fmt: skip
_DATED: Final = LazyPattern(r"\d{4}|[A-Za-z]|[〇○零一二三四五六七八九]{4}")
_PART_OF_YEAR: Final = LazyPattern(
    r"年[初中末底]\Z|[上下]半年\Z|前[一二三两]个?季度\Z|第?[一二三四]季度\Z|\d{1,2}月|\d{1,2}[-–—~至到]\d{1,2}月"
)
_POINTING: Final = LazyPattern(r"全年|[今去上本当前同]年|上一?年|报告期|年内|期内|[本当上][季月]")
"""What a text calls a time that it has named before, or that is its own."""
_LONG: Final = 10_000
_SIGNS: Final = {Direction.UP: "+", Direction.DOWN: MINUS, Direction.FLAT: "±"}
_ARROWS: Final = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.FLAT: "→"}


def typeset(value: Decimal) -> str:
    """Return a number with the digits it has: no exponent, a typeset minus."""
    return format(value, "f").replace("-", MINUS)


def parted(value: Decimal) -> str:
    """Return a number with the digits it has, its thousands parted from ten thousand on: 12,345.60."""
    return format(value, ",f" if abs(value) >= _LONG else "f").replace("-", MINUS)


def grouped(value: Decimal) -> str:
    """Return a number with its thousands parted, without superfluous noughts: 31,630,000,000,000."""
    whole, dot, rest = _trimmed(value).partition(".")
    return f"{int(whole.replace(MINUS, '-')):,}".replace("-", MINUS) + dot + rest


def spoken(value: Decimal, unit: str) -> tuple[str, str]:
    """Return a number and unit as people say them: 14200000 人 → 1420, 万人; printed 万 and 亿 stay."""
    if unit in _UNSCALED or _SCALED.match(unit) or not unit:
        return parted(value), unit
    for size, word in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= size and (value / size).normalize().as_tuple().exponent >= -2:  # type: ignore[operator]  # a letter only where it is no number
            return _trimmed(value / size), word + unit
    return (grouped(value) if abs(value) >= _LONG else typeset(value)), unit


def number_and_unit(one: Statistic) -> tuple[str, str]:
    """Return number and unit of a figure as two columns show them; a qualifier goes where Chinese puts it.

    约 31.63, 万亿元; 20, % 以上; 2000, 余项; 数百, 万美元; 第 3, 位; a dash where there is no number. A growth rate
    has its sign.
    """
    number, unit, vague = _number(one)
    if one.kind is StatisticKind.RANK and one.value is not None and not one.qualifier:
        return f"第 {number}", unit
    if vague or not one.qualifier or number == "—":
        return number, unit
    return _qualified(number, unit, one.qualifier)


def _qualified(number: str, unit: str, qualifier: str) -> tuple[str, str]:
    if qualifier in BEHIND:
        gap = " " if unit[-1:] in _CLOSE or unit.isascii() else ""
        return number, f"{unit}{gap}{qualifier}".strip()
    if qualifier in WITHIN:
        return number, f"{qualifier}{unit}"
    return f"{qualifier} {number}".lstrip(), unit


def qualified(number: str, qualifier: str) -> str:
    """Return a number whose unit stands elsewhere with its qualifier: 突破 2, 20 以上, 2000余."""
    if qualifier in BEHIND:
        return f"{number} {qualifier}"
    if qualifier in WITHIN:
        return f"{number}{qualifier}"
    return f"{qualifier} {number}".lstrip()


def figure_words(one: Statistic) -> str:
    """Return number, unit and qualifier as one phrase: 约 31.63 万亿元, 20% 以上, 2000 余项, 数百万美元, 5–5.5%."""
    number, unit = number_and_unit(one)
    return joined(number, unit) if number != "—" else number if unit else ""


def listed_words(one: Statistic) -> str:
    """Return a figure as a line of a list tells it, with its basis: 年均复合 11.6%, 计划数 1500 张, 60% 以上."""
    return f"{one.basis} {figure_words(one)}".strip()


def joined(number: str, unit: str) -> str:
    """Return number and unit as one phrase: percent and 数百 close by, every other unit after a blank."""
    close = unit[:1] in _CLOSE or number in (_SOME, *_VAGUE.values())
    return f"{number}{'' if close else ' '}{unit}".strip()


def exact_words(one: Statistic) -> str:
    """Return the value in its base unit, digit by digit, with its qualifier; empty where none is known."""
    if one.base_value is None:
        return ""
    sign = MINUS if one.direction is Direction.DOWN and one.base_value > 0 else ""
    return joined(*_qualified(f"{sign}{grouped(one.base_value)}", one.base_unit, one.qualifier))


def signed_value(one: Statistic) -> Decimal | None:
    """Return the value of a figure in its printed unit, a decline below nought; ``None`` for ranges and the like."""
    declines = one.direction is Direction.DOWN
    return -abs(one.value) if one.value is not None and declines else one.value


def change_words(change: Change | None) -> str:
    """Return a movement with its basis: 同比 +23.9%, 比上年 −0.3 个百分点; empty for none."""
    return "" if change is None else f"{change.basis} {short_change(change)}".strip()


def short_change(change: Change | None) -> str:
    """Return a movement without its basis: +23.9%; an arrow where no amount is told, empty for none."""
    if change is None:
        return ""
    if change.value is None:
        return _ARROWS[change.direction]
    gap = "" if change.unit[:1] in _CLOSE else " "
    return f"{_SIGNS[change.direction]}{typeset(abs(change.value))}{gap}{change.unit}".rstrip()


def period_words(period: Period) -> str:
    """Return a time as 2018, 2018 Q1, 2018 H1, 2018-07, 2018-07-26 or 2013–2018; as printed where it has no date."""
    try:
        first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    except ValueError:
        return period.text
    if first == last:
        return first.isoformat()
    ends = last + timedelta(days=1)
    months = (ends.year - first.year) * 12 + ends.month - first.month
    if first.day != 1 or ends.day != 1:
        return f"{first.isoformat()} – {last.isoformat()}"
    if months == 1:
        return f"{first:%Y-%m}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year} Q{(first.month + 2) // 3}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year} H{1 if first.month == 1 else 2}"
    if first.month == 1 and ends.month == 1:
        return str(first.year) if months == 12 else f"{first.year}–{last.year}"
    return f"{first:%Y-%m} – {last:%Y-%m}"


def printed_period(period: Period) -> str:
    """Return a time as its sentence prints it, with the year where that is only known from the text around: 2024年末.

    全年 and 去年 are the year; a time without a date stays as it is printed.
    """
    year = year_of(period)
    if not year or _DATED.search(period.text):
        return period.text
    if _PART_OF_YEAR.match(period.text):
        return f"{year}{'' if period.text.startswith('年') else '年'}{period.text}"
    if period.text and not _POINTING.match(period.text):
        return period.text
    whole = period.start == f"{year}-01-01" and period.end == f"{year}-12-31"
    return f"{year}年" if whole else period_words(period)


def year_of(period: Period) -> str:
    """Return the year a time ends in, empty where it has no date."""
    return (period.end or period.start)[:4]


def _number(one: Statistic) -> tuple[str, str, bool]:
    """Return number and unit without qualifier, and whether the number is told only as 数百 and the like."""
    if one.value is not None:
        number, unit = spoken(one.value, one.unit)
        if one.direction is not None:
            number = _SIGNS[one.direction] + number.removeprefix(MINUS)
        return number, unit, False
    if one.low is not None and one.high is not None:
        if one.low in _VAGUE and one.high == one.low * 10:
            return _VAGUE[one.low], one.unit, True
        if one.qualifier == _SOME and one.low == 1 and one.high == 10:
            return _SOME, one.unit, True
        return *_range(one.low, one.high, one.unit), False
    bound = one.low if one.low is not None else one.high
    return (*spoken(bound, one.unit), False) if bound is not None else ("—", one.unit, False)


def _range(low: Decimal, high: Decimal, unit: str) -> tuple[str, str]:
    """Return a range and its unit as people say them: 1000000 and 2000000 美元 → 100–200, 万美元."""
    (first, one), (last, other) = spoken(low, unit), spoken(high, unit)
    return (f"{first}–{last}", one) if one == other else (f"{parted(low)}–{parted(high)}", unit)


def _trimmed(value: Decimal) -> str:
    text = typeset(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
