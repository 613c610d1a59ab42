"""Dates made of year, month, day and their parts, and the ranges they open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from corpus.text.numbers.date_patterns import AFTER, DAY, DAYTIME, MONTH, POINT, TO, YEARS, B
from corpus.text.numbers.found_dates import DateContext, FoundDate, day_of, looked_back_on, whole_number
from corpus.text.numbers.numeric_dates import read_iso
from corpus.text.numbers.points import Days, Point, months, shift_month
from corpus.text.numbers.relative_dates import read_relative
from index.lazy_pattern import LazyPattern

_YEARS_BACK = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1,
               "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下一年": 1, "后年": 2}  # fmt: skip
YEARS_BEFORE: Final = ("上年", "上年度", "上一年", "上一年度", "前一年", "前一年度")
"""The year before the one spoken of; 去年 is the one before that of writing."""
ERAS: Final = {"康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
               "光绪": 1875, "宣统": 1909, "洪武": 1368, "永乐": 1403, "万历": 1573, "崇祯": 1628, "贞观": 627,
               "开元": 713, "天宝": 742, "神龙": 705, "民国": 1912, "昭和": 1926,
               "平成": 1989, "令和": 2019}  # fmt: skip
"""The first year of reigns and eras."""

_WHOLE_YEAR: Final = frozenset({"全年", "年末", "年底"})
_OF_QUARTER: Final = LazyPattern(
    r"第[ ]{0,2}[一二三四1-4][ ]{0,2}季"
    r"(?=[的，,]?(?:合并|整体|全台|全国)?(?:营|净|收入|毛利|利润|销[售量]|获利|税[前后]|财[报测]|业绩|出货|产能|经济|GDP|[网出进]))"
)
"""A quarter told without 度 and by what it had, where it is no season of a show: 第三季营收."""
_FIRST_MONTHS: Final = 4
_AROUND: Final = 14
_TO_COME: Final = LazyPattern(
    r"预计|预测|预期|预算|目标|力争|计划|安排|确保|争取|有望|要|将|会|拟|今年|本年|当年|[底末]之?[前后]|以[前后]|每|任务"
)
"""What tells around a whole year that it is the one that has begun."""


def point_of(match: re.Match[str], context: DateContext) -> tuple[Point, bool]:
    """Return the point a match of ``POINT`` says, and whether it names its year."""
    year, named = _year(match, context)
    day = match["day"] or (match["lunar"] or "").removeprefix("初")
    quarter = match["quarter"] or match["quarter_q"] or match["quarter_y"]
    return (
        Point(
            year,
            part=(match["part"] or "").replace("个季", "季").replace("上个半年", "上半年"),
            quarter=whole_number(quarter) if quarter else 0,
            quarter_end=bool(match["quarter_end"]),
            month=whole_number(match["month"]) if match["month"] else 0,
            month_part=match["month_part"] or "",
            day=whole_number(day) if day else 0,
            week=whole_number(match["week"]) if match["week"] else 0,
        ),
        named,
    )


def _year(match: re.Match[str], context: DateContext) -> tuple[int | None, bool]:
    """Return the year of a point, and whether the text names it."""
    if match["year"]:
        return whole_number(match["year"]), True
    if match["short"]:
        short = whole_number(match["short"])
        return short + (2000 if short < 50 else 1900), True
    if match["era"]:
        count = 1 if match["era_year"] == "元" else whole_number(match["era_year"])
        return ERAS[match["era"]] + count - 1, True
    relative = match["relative"]
    if relative in {"当年", "同年"}:
        return context.base, True
    if relative in YEARS_BEFORE:
        return (context.following - 1 if context.following is not None else None), True
    if relative in {"次年", "翌年"}:
        return (context.base + 1 if context.base is not None else None), True
    if relative:
        return (context.now + _YEARS_BACK[relative] if context.now is not None else None), True
    if context.base is not None and _is_looked_back_on(match, context):
        return context.base - 1, False
    return context.base, False


def _is_looked_back_on(match: re.Match[str], context: DateContext) -> bool:
    """Tell whether a whole year, or its end, is the year before: told in the first months, not of what is to come."""
    now = context.reference
    if (
        context.year is not None
        or now is None
        or now.month > _FIRST_MONTHS
        or match["part"] not in _WHOLE_YEAR
    ):
        return False
    around = match.string[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return _TO_COME.search(around) is None


def read_point(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read a point, and the range it opens: 2018年1—9月, 2014年11月到下个月9号."""
    match = POINT.match(text, at)
    if not match or not match[0].strip() or match[0] != match[0].lstrip():
        return None
    point, named = point_of(match, context)
    month_range = _months(text, match, context)
    if month_range:
        return month_range if named else looked_back_on(text, month_range, context, stretch=True)
    if not _whole(text, match, named):
        return None
    found = _from_point(text, at, match, point, context)
    part_of_year = point.month or point.quarter or point.part.endswith(("半年", "季度", "报"))
    return looked_back_on(text, found, context) if found and part_of_year and not named else found


def _from_point(
    text: str, at: int, match: re.Match[str], point: Point, context: DateContext
) -> FoundDate | None:
    """Return the date a point begins: itself, the range it opens, the account it ends."""
    days = None if "财年" in match[0] and (point.quarter or point.part) else point.days()
    end = match.start() + len(match[0].rstrip(" 的"))
    if match["month"] and days and not point.day:
        end, days = _first_days(text, end, days)
    other = _second(text, end, point, context)
    if other and not (days and other.days and days[0] > other.days[1]):
        whole = (days[0], other.days[1]) if days and other.days else None
        return framed(text, FoundDate(at, other.end, whole))
    ended = _ENDED.match(text, end) if point.day and days else None
    if ended and days:
        length = _QUARTER if ended["quarter"] else _MONTHS_ENDED.get(ended["length"], 12)
        year, month = shift_month(days[1].year, days[1].month, 1 - length)
        return FoundDate(at, ended.end(), (date(year, month, 1), days[1]))
    return _open(text, FoundDate(at, end, days, single=bool(point.day)), context)


_ENDED = LazyPattern(
    r"止(?:的?(?:财政)?年度|的?(?P<length>[三六九369]|十二|12)个月)|的(?:\d{4}财年)(?P<quarter>第?[一二三四]季度)"
)
"""Behind the last day of an account: 截至2025年12月31日止年度, 截至2025年12月31日的2026财年第二季度."""
_MONTHS_ENDED = {"三": 3, "六": 6, "九": 9, "3": 3, "6": 6, "9": 9}
_QUARTER: Final = 3
_FROM_ON = LazyPattern(r"[年月日号]起")


def framed(text: str, found: FoundDate) -> FoundDate:
    """Take in the words that frame a range: 从…到…, 在…与…之间; 自…起至… says so twice."""
    between = re.compile("之间").match(text, found.end)
    if between and text[found.start - 1 : found.start] == "在":
        return replace(found, start=found.start - 1, end=between.end())
    if text[found.start - 1 : found.start] in {"从", "自"} and not _FROM_ON.search(
        text, found.start, found.end
    ):
        return replace(found, start=found.start - 1)
    return found


def _first_days(text: str, end: int, days: Days) -> tuple[int, Days]:
    """Read 4月前4天: the first days of a month."""
    match = re.compile(r"前(\d|十|[一二三四五六七八九])[天日]").match(text, end)
    if not match:
        return end, days
    return match.end(), (days[0], days[0] + timedelta(days=whole_number(match[1]) - 1))


def _whole(text: str, match: re.Match[str], named: bool) -> bool:
    """Tell whether a match is a date and not a piece of a word or of a longer number."""
    before = text[match.start() - 1 : match.start()]
    if named or match["quarter_q"]:
        return before != "第" or not match["year"]
    if match["part"]:
        return match["part"] not in {"初", "末", "底", "内", "中", "首季"} and before not in {
            "半",
            "个",
            "往",
            "近",
        }
    if match["quarter"]:
        return match[0].endswith(("季度", "末", "底")) or bool(_OF_QUARTER.match(text, match.start()))
    if not match["month"]:
        return False
    return before not in {"第", "几", "个", ".", "-", "/", "正"} and not before.isdecimal()


_MONTHS = LazyPattern(
    rf"{B}(?P<first>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){B}月?{B}(?:-{{1,2}}|~|至|到){B}{MONTH}(?!{B}(?:\d|[一二三]?十))"
)
_QUARTERS = LazyPattern(
    rf"{B}(?P<first>[1-4一二三四]){B}季?度?(?:-{{1,2}}|~|至|到){B}(?P<last>[1-4一二三四]){B}季度"
)
_LEADING = LazyPattern(rf"{B}[前首]{B}(?P<count>\d{{1,2}}|[一两二三四五六七八九十]{{1,2}}){B}个?月(?!份)")


def _months(text: str, match: re.Match[str], context: DateContext) -> FoundDate | None:
    """Read 2018年1—9月 and 2018年前10个月."""
    year, named = _year(match, context)
    head = match.end("head") if match["head"] else match.start()
    found = _MONTHS.match(text, head)
    if found and 1 <= whole_number(found["first"]) < whole_number(found["month"]) <= 12:
        days = months(year, whole_number(found["first"]), whole_number(found["month"])) if year else None
        return FoundDate(match.start(), found.end(), days)
    found = _QUARTERS.match(text, head)
    if found and whole_number(found["first"]) < whole_number(found["last"]):
        first, last = whole_number(found["first"]) * 3 - 2, whole_number(found["last"]) * 3
        return FoundDate(match.start(), found.end(), months(year, first, last) if year else None)
    found = _LEADING.match(text, head) if named else None
    if found and 1 <= whole_number(found["count"]) <= 12:
        return FoundDate(
            match.start(), found.end(), months(year, 1, whole_number(found["count"])) if year else None
        )
    return None


_END_DAY = LazyPattern(rf"{DAY}{B}[日号]")


def _second(text: str, end: int, first: Point, context: DateContext) -> FoundDate | None:
    """Read the far end of a range after its first point."""
    to = TO.match(text, end)
    if not to:
        return None
    at = to.end()
    year = first.year
    day = _END_DAY.match(text, at)
    if day and first.day and not year:
        return FoundDate(at, day.end(), None)
    if day and first.day and year:
        found = day_of(year, first.month, whole_number(day["day"]))
        return FoundDate(at, day.end(), (found, found)) if found else None
    match = POINT.match(text, at)
    if match and match[0].strip() and not match[0].startswith(" "):
        point, named = point_of(match, replace(context, year=year))
        if named or point.month or point.quarter or point.part:
            return FoundDate(at, at + len(match[0].rstrip()), point.days())
    return read_relative(text, at, context) or read_iso(text, at, context)


def _open(text: str, found: FoundDate, context: DateContext) -> FoundDate:
    """Take in 以来, 起, 之前 …: a period with one end open towards the day of writing."""
    daytime = DAYTIME.match(text, found.end) if found.single else None
    if daytime:
        return replace(found, end=daytime.end())
    match = AFTER.match(text, found.end)
    if not match:
        return found
    led = match["after"] == "开始" and text[found.start - 1 : found.start] in {"从", "自"}
    opened = FoundDate(found.start - led, match.end(), found.days)
    now = context.reference
    if found.days is None or now is None:
        return _half_open(opened, match["after"])
    first, last = found.days
    if match["after"].endswith("前"):
        return replace(opened, days=(now, last)) if now <= last else opened
    since = match["after"] in {"以来", "起", "开始"}
    return replace(opened, days=(first, now)) if since and first <= now else opened


def _half_open(found: FoundDate, after: str) -> FoundDate:
    """Return a period of which only one end is known: 2018年以来, 2014年之后, 2021年之前."""
    if found.single or found.days is None:
        return found
    if after.endswith(("之前", "以前")):
        return replace(found, ended=True)
    if after.endswith(("之后", "以后")) or after in {"以来", "起"}:
        return replace(found, begun=True)
    return found


def read_years(text: str, at: int, _context: DateContext) -> FoundDate | None:
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
        days = point_of(tail, DateContext(None))[0].days()
        if days:
            return FoundDate(at, tail.end(), (date(first, 1, 1), days[1]))
    return framed(text, FoundDate(at, match.end(), (date(first, 1, 1), date(last, 12, 31))))
