"""Days, weeks, months and quarters told from the day of writing, and days of the lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.text.numbers.date_patterns import LUNAR, RELATIVE
from corpus.text.numbers.found_dates import DateContext, FoundDate, whole_number
from corpus.text.numbers.points import Point, months, shift_month

_DAYS_BACK = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
              "大后天": 3}  # fmt: skip

_NEW_YEAR_DAYS = (
    (2, 5), (1, 24), (2, 12), (2, 1), (1, 22), (2, 9), (1, 29), (2, 18), (2, 7),
    (1, 26), (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28),
    (2, 16), (2, 5), (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17),
    (2, 6), (1, 26), (2, 13), (2, 3), (1, 23), (2, 11), (1, 31), (2, 19), (2, 8),
)  # fmt: skip
_NEW_YEARS = {year: date(year, *day) for year, day in enumerate(_NEW_YEAR_DAYS, start=2000)}
"""The first day of the lunar year, as months and days of the solar one."""


def read_relative(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 昨天, 上个月5号, 本季度, 上周三; dated only where the day of writing is known."""
    match = RELATIVE.match(text, at)
    if not match:
        return None
    now = None if (match["month"] or "").startswith("前") else context.reference
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
        point = Point(year, month=month, month_part=match["mpart"] or "", day=whole_number(match["mday"] or "零"),
                      week=whole_number(match["mweek"] or "零"))  # fmt: skip
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


def read_lunar(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read days of the lunar calendar; those of the first ten of a year are dated where the year is known."""
    match = LUNAR.match(text, at)
    if not match:
        return None
    day = match["day"] or (match["mday"] if match["month"] == "正月" else "") or ""
    first = _NEW_YEARS.get(context.base if context.base is not None else 0)
    if first is None or not day.startswith("初"):
        return FoundDate(at, match.end(), None, single=bool(match["day"] or match["mday"]))
    found = first + timedelta(days="一二三四五六七八九十".index(day[1]))
    return FoundDate(at, match.end(), (found, found), single=True)
