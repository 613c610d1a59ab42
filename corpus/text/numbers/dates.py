"""Dates and periods in a text: 2018年7月26日, 2016—2018年, 上半年, 去年同期, “十三五”时期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.text.numbers.date_patterns import (
    AFTER,
    DAY,
    DAYTIME,
    DECADE,
    FAR_ISO,
    HALVES,
    ISO,
    LUNAR,
    MONTH,
    PLAN,
    POINT,
    QUARTERS,
    RELATIVE,
    TO,
    YEARS,
    B,
)
from corpus.text.numbers.numerals import DIGITS, evaluate
from corpus.text.numbers.points import Days, Point, months, shift_month

_START = re.compile(
    r"[\d一二三四五六七八九十零两今去前明后上下本当同次翌来大农腊正昨春夏秋冬年首伊暑全康雍乾嘉道咸光宣洪永万崇贞开天神民昭平令第QH“\"「『公西这]"
)
_YEARS_BACK = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "上一年度": -1,
               "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下一年": 1, "后年": 2}  # fmt: skip
_ERAS = {"康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
         "光绪": 1875, "宣统": 1909, "洪武": 1368, "永乐": 1403, "万历": 1573, "崇祯": 1628, "贞观": 627,
         "开元": 713, "天宝": 742, "神龙": 705, "民国": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}  # fmt: skip
_DAYS_BACK = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
              "大后天": 3}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or period at ``start`` to ``end``; ``days`` where it can be dated; ``single`` for one day."""

    start: int
    end: int
    days: Days | None
    single: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What relative dates lean on: the day of writing, and the year spoken of last."""

    reference: date | None
    year: int | None = None

    @property
    def base(self) -> int | None:
        """Return the year a date without one belongs to."""
        if self.year is not None:
            return self.year
        return self.reference.year if self.reference else None


def find_dates(folded: str, reference: date | None = None) -> tuple[FoundDate, ...]:
    """Return the dates and periods of a folded text, in order, never overlapping."""
    return tuple(_scan(folded, Context(reference)))


def _scan(text: str, context: Context) -> Iterator[FoundDate]:
    """Walk through the text, taking at each place the longest reading."""
    position = 0
    while start := _START.search(text, position):
        found = _at(text, start.start(), context)
        if found is None or found.end <= found.start:
            position = start.end()
            continue
        yield found
        position = found.end
        if found.days and found.days[0].year == found.days[1].year:
            context = replace(context, year=found.days[1].year)


def _at(text: str, at: int, context: Context) -> FoundDate | None:
    """Return the longest date that begins at one place."""
    readings = [
        reader(text, at, context)
        for reader in (_iso, _year_range, _point_range, _short_forms, _decade, _relative, _lunar)
    ]
    return max((found for found in readings if found), key=lambda found: found.end, default=None)


def _number(text: str) -> int:
    """Return the whole number a numeral of a date says: 2018, 二〇一八, 两千, 廿五."""
    if text.isdecimal():
        return int(text)
    if len(text) >= 2 and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    value = evaluate(text)
    return int(value) if value is not None else 0


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, ``None`` where the calendar has none."""
    days = Point(year, month=month, day=day).days() if 1 <= month <= 12 and day else None
    return days[0] if days else None


def _iso(text: str, at: int, context: Context, pattern: re.Pattern[str] = ISO) -> FoundDate | None:
    """Read 2018-07-26, 26.7.2018, 20180726, 2018-07 and ranges of the first two."""
    match = pattern.match(text, at)
    if not match:
        return None
    if match["my"]:
        days = Point(int(match["my"]), month=int(match["mm"])).days()
        return FoundDate(at, match.end(), days)
    if match["a"]:
        first, second = int(match["a"]), int(match["b"])
        day, month = (second, first) if second > 12 else (first, second)
        found = _day(int(match["z"]), month, day)
    else:
        found = _day(*(int(match[name] or match["c" + name]) for name in "ymd"))
    if found is None:
        return None
    to = TO.match(text, match.end())
    other = _iso(text, to.end(), context, FAR_ISO) if to and pattern is ISO else None
    if other and other.single and other.days:
        return FoundDate(at, other.end, (found, other.days[1]))
    return FoundDate(at, match.end(), (found, found), single=True)


def _year_range(text: str, at: int, _context: Context) -> FoundDate | None:
    """Read 2016—2018年, 2016至2018, 1985到89年."""
    match = YEARS.match(text, at)
    if not match:
        return None
    first, last = int(match["from"]), int(match["to"])
    last = last if last > 99 else first // 100 * 100 + last
    if first >= last:
        return None
    tail = POINT.match(text, match.start("to"))
    if tail and (tail["month"] or tail["part"]) and tail.end() > match.end():
        days = _point(tail, Context(None))[0].days()
        if days:
            return FoundDate(at, tail.end(), (date(first, 1, 1), days[1]))
    return _framed(text, FoundDate(at, match.end(), (date(first, 1, 1), date(last, 12, 31))))


def _point(match: re.Match[str], context: Context) -> tuple[Point, bool]:
    """Return the point a match of ``POINT`` says, and whether it names its year."""
    year, named = _year(match, context)
    day = match["day"] or (match["lunar"] or "").removeprefix("初")
    quarter = match["quarter"] or match["quarter_q"] or match["quarter_y"]
    return (
        Point(
            year,
            part=(match["part"] or "").replace("个季", "季").replace("上个半年", "上半年"),
            quarter=_number(quarter) if quarter else 0,
            quarter_end=bool(match["quarter_end"]),
            month=_number(match["month"]) if match["month"] else 0,
            month_part=match["month_part"] or "",
            day=_number(day) if day else 0,
            week=_number(match["week"]) if match["week"] else 0,
        ),
        named,
    )


def _year(match: re.Match[str], context: Context) -> tuple[int | None, bool]:
    """Return the year of a point, and whether the text names it."""
    if match["year"]:
        return _number(match["year"]), True
    if match["short"]:
        short = _number(match["short"])
        return short + (2000 if short < 50 else 1900), True
    if match["era"]:
        count = 1 if match["era_year"] == "元" else _number(match["era_year"])
        return _ERAS[match["era"]] + count - 1, True
    relative = match["relative"]
    if relative in {"当年", "同年"}:
        return context.base, True
    if relative in {"次年", "翌年"}:
        return (context.base + 1 if context.base is not None else None), True
    if relative:
        reference = context.reference
        return (reference.year + _YEARS_BACK[relative] if reference else None), True
    return context.base, False


def _point_range(text: str, at: int, context: Context) -> FoundDate | None:
    """Read a point, and the range it opens: 2018年1—9月, 2014年11月到下个月9号."""
    match = POINT.match(text, at)
    if not match or not match[0].strip() or match[0] != match[0].lstrip():
        return None
    month_range = _months(text, match, context)
    if month_range:
        return month_range
    point, named = _point(match, context)
    if not _whole(text, match, named):
        return None
    days = point.days()
    end = match.start() + len(match[0].rstrip(" 的"))
    if match["month"] and days and not point.day:
        end, days = _first_days(text, end, days)
    other = _second(text, end, point, context)
    if other and not (days and other.days and days[0] > other.days[1]):
        whole = (days[0], other.days[1]) if days and other.days else None
        return _framed(text, FoundDate(at, other.end, whole))
    return _open(text, FoundDate(at, end, days, single=bool(point.day)), context)


def _framed(text: str, found: FoundDate) -> FoundDate:
    """Take in the words that frame a range: 从…到…, 在…与…之间."""
    between = re.compile("之间").match(text, found.end)
    if between and text[found.start - 1 : found.start] == "在":
        return replace(found, start=found.start - 1, end=between.end())
    if text[found.start - 1 : found.start] in {"从", "自"}:
        return replace(found, start=found.start - 1)
    return found


def _first_days(text: str, end: int, days: Days) -> tuple[int, Days]:
    """Read 4月前4天: the first days of a month."""
    match = re.compile(r"前(\d|十|[一二三四五六七八九])[天日]").match(text, end)
    if not match:
        return end, days
    return match.end(), (days[0], days[0] + timedelta(days=_number(match[1]) - 1))


def _whole(text: str, match: re.Match[str], named: bool) -> bool:
    """Tell whether a match is a date and not a piece of a word or of a longer number."""
    before = text[match.start() - 1 : match.start()]
    if named or match["quarter_q"]:
        return before not in {"第"} or not match["year"]
    if match["part"]:
        return match["part"] not in {"初", "末", "底", "内", "中", "首季"} and before not in {
            "半",
            "个",
            "往",
            "近",
        }
    if match["quarter"]:
        return match[0].endswith(("季度", "末", "底"))
    if not match["month"]:
        return False
    return before not in {"第", "几", "个", ".", "-", "/", "正"} and not before.isdecimal()


_MONTHS = re.compile(
    rf"{B}(?P<first>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){B}月?{B}(?:-{{1,2}}|~|至|到){B}{MONTH}(?!{B}(?:\d|[一二三]?十))"
)
_LEADING = re.compile(rf"{B}前{B}(?P<count>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){B}个?月(?!份)")


def _months(text: str, match: re.Match[str], context: Context) -> FoundDate | None:
    """Read 2018年1—9月 and 2018年前10个月."""
    year, named = _year(match, context)
    head = match.end("head") if match["head"] else match.start()
    found = _MONTHS.match(text, head)
    if found and 1 <= _number(found["first"]) < _number(found["month"]) <= 12:
        days = months(year, _number(found["first"]), _number(found["month"])) if year else None
        return FoundDate(match.start(), found.end(), days)
    found = _LEADING.match(text, head) if named else None
    if found and 1 <= _number(found["count"]) <= 12:
        return FoundDate(
            match.start(), found.end(), months(year, 1, _number(found["count"])) if year else None
        )
    return None


_END_DAY = re.compile(rf"{DAY}{B}[日号]")


def _second(text: str, end: int, first: Point, context: Context) -> FoundDate | None:
    """Read the far end of a range after its first point."""
    to = TO.match(text, end)
    if not to:
        return None
    at = to.end()
    year = first.year
    day = _END_DAY.match(text, at)
    if day and first.day and year:
        found = _day(year, first.month, _number(day["day"]))
        return FoundDate(at, day.end(), (found, found)) if found else None
    match = POINT.match(text, at)
    if match and match[0].strip() and not match[0].startswith(" "):
        point, named = _point(match, replace(context, year=year))
        if named or point.month or point.quarter or point.part:
            return FoundDate(at, at + len(match[0].rstrip()), point.days())
    return _relative(text, at, context) or _iso(text, at, context)


def _open(text: str, found: FoundDate, context: Context) -> FoundDate:
    """Take in 以来, 起, 之前 …: a period with one end open towards the day of writing."""
    daytime = DAYTIME.match(text, found.end) if found.single else None
    if daytime:
        return replace(found, end=daytime.end())
    match = AFTER.match(text, found.end)
    if not match:
        return found
    opened = FoundDate(found.start, match.end(), found.days)
    if match["after"] == "开始" and text[found.start - 1 : found.start] in {"从", "自"}:
        opened = replace(opened, start=found.start - 1)
    now = context.reference
    if found.days is None or now is None:
        return opened
    first, last = found.days
    if match["after"].endswith("前"):
        return replace(opened, days=(now, last)) if now <= last else opened
    since = match["after"] in {"以来", "起", "开始"}
    return replace(opened, days=(first, now)) if since and first <= now else opened


def _short_forms(text: str, at: int, _context: Context) -> FoundDate | None:
    """Read 2018Q1, 2018H1 and the five-year plans."""
    if match := QUARTERS.match(text, at):
        return FoundDate(at, match.end(), Point(int(match["y"]), quarter=int(match["q"])).days())
    if match := HALVES.match(text, at):
        half = int(match["h"])
        return FoundDate(at, match.end(), months(int(match["y"]), half * 6 - 5, half * 6))
    match = PLAN.match(text, at)
    if not match:
        return None
    name = match["quoted"] or match["plan"]
    number = _number(name[:-1])
    first = {1: 1953, 2: 1958}.get(number, 1966 + 5 * (number - 3))
    return FoundDate(at, match.end(), (date(first, 1, 1), date(first + 4, 12, 31)))


def _decade(text: str, at: int, context: Context) -> FoundDate | None:
    """Read 20世纪90年代, 上世纪末, 九十年代初."""
    match = DECADE.match(text, at)
    if not match:
        return None
    if match["only"]:
        first = _number(match["only"]) * 100 - 99
        span = {"初": (0, 9), "末": (90, 99), "上半叶": (0, 49), "下半叶": (50, 99)}.get(
            match["half"] or "", (0, 99)
        )
        return FoundDate(at, match.end(), (date(first + span[0], 1, 1), date(first + span[1], 12, 31)))
    decade = _number(match["decade"])
    if decade < 100:
        century = match["century"] or ""
        now = (context.reference.year if context.reference else 2000) // 100 * 100
        base = (
            now
            if century == "本"
            else now - 100
            if century[:1] in {"上", ""}
            else _number(century) * 100 - 100
        )
        decade += base
    side = (match["side"] or " ")[0]
    first, last = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "后": (7, 9)}.get(side, (0, 9))
    return FoundDate(at, match.end(), (date(decade + first, 1, 1), date(decade + last, 12, 31)))


def _relative(text: str, at: int, context: Context) -> FoundDate | None:
    """Read 昨天, 上个月5号, 本季度, 上周三; dated only where the day of writing is known."""
    match = RELATIVE.match(text, at)
    if not match:
        return None
    now = context.reference
    if now is None:
        single = bool(match["day"] or match["mday"] or match["wday"])
        return FoundDate(at, match.end(), None, single=single)
    if match["day"]:
        day = now + timedelta(days=_DAYS_BACK[match["day"]])
        return FoundDate(at, match.end(), (day, day), single=True)
    if match["half"]:
        year, half = (now.year, 1) if now.month > 6 else (now.year - 1, 2)
        return FoundDate(at, match.end(), months(year, half * 6 - 5, half * 6))
    if match["month"]:
        step = match["month"].count("下") - match["month"].count("上")
        year, month = shift_month(now.year, now.month, step)
        point = Point(year, month=month, month_part=match["mpart"] or "", day=_number(match["mday"] or "零"),
                      week=_number(match["mweek"] or "零"))  # fmt: skip
        return FoundDate(at, match.end(), point.days(), single=bool(match["mday"]))
    if match["quarter"]:
        step = {"上": -1, "下": 1}.get(match["quarter"][0], 0)
        year, month = shift_month(now.year, (now.month - 1) // 3 * 3 + 1, step * 3)
        point = Point(year, quarter=(month + 2) // 3, quarter_end=bool(match["qend"]))
        return FoundDate(at, match.end(), point.days())
    weeks = match["week"].count("下") - match["week"].count("上")
    monday = now - timedelta(days=now.weekday()) + timedelta(weeks=weeks)
    if not match["wday"]:
        return FoundDate(at, match.end(), (monday, monday + timedelta(days=6)))
    day = monday + timedelta(days="一二三四五六日".find(match["wday"].replace("天", "日")))
    return FoundDate(at, match.end(), (day, day), single=True)


def _lunar(text: str, at: int, _context: Context) -> FoundDate | None:
    """Read days of the lunar calendar, which are found but not dated."""
    match = LUNAR.match(text, at)
    return FoundDate(at, match.end(), None, single=bool(match["day"] or match["mday"])) if match else None
