"""Dates written in figures, quarters and halves, five-year plans, decades and centuries."""

from __future__ import annotations

from datetime import date

from corpus.text.numbers.date_patterns import DECADE, FAR_ISO, FISCAL, HALVES, ISO, PLAN, QUARTERS, TO
from corpus.text.numbers.found_dates import DateContext, FoundDate, day_of, whole_number
from corpus.text.numbers.points import Point, months
from index.lazy_pattern import LazyPattern


def read_iso(text: str, at: int, context: DateContext, pattern: LazyPattern[str] = ISO) -> FoundDate | None:
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
        found = day_of(int(match["z"]), month, day)
    else:
        found = day_of(*(int(match[name] or match["c" + name]) for name in "ymd"))
    if found is None:
        return None
    to = TO.match(text, match.end())
    other = read_iso(text, to.end(), context, FAR_ISO) if to and pattern is ISO else None
    if other and other.single and other.days:
        return FoundDate(at, other.end, (found, other.days[1]))
    return FoundDate(at, match.end(), (found, found), single=True)


def read_short_form(text: str, at: int, _context: DateContext) -> FoundDate | None:
    """Read 2018Q1, 2018H1, FY2024, 2023/24财年, of which no day is sure, and the five-year plans."""
    if match := FISCAL.match(text, at):
        year = match["year"]
        return FoundDate(at, match.end(), Point(2000 + int(year[-2:])).days() if year else None)
    if match := QUARTERS.match(text, at):
        return FoundDate(at, match.end(), Point(int(match["y"]), quarter=int(match["q"])).days())
    if match := HALVES.match(text, at):
        half = int(match["h"])
        return FoundDate(at, match.end(), months(int(match["y"]), half * 6 - 5, half * 6))
    match = PLAN.match(text, at)
    if not match:
        return None
    name = match["quoted"] or match["plan"]
    number = whole_number(name[:-1])
    first = {1: 1953, 2: 1958}.get(number, 1966 + 5 * (number - 3))
    if match[0].endswith(("末", "末期", "期末")):
        return FoundDate(at, match.end(), (date(first + 4, 1, 1), date(first + 4, 12, 31)))
    return FoundDate(at, match.end(), (date(first, 1, 1), date(first + 4, 12, 31)))


def read_decade(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 20世纪90年代, 上世纪末, 九十年代初."""
    match = DECADE.match(text, at)
    if not match:
        return None
    if match["only"]:
        this = (context.reference.year if context.reference else 2000) // 100 + 1
        named = {"本": this, "上": this - 1}.get(match["only"][0]) or whole_number(match["only"])
        first = named * 100 - 99
        span = {"初": (0, 9), "末": (90, 99), "上半叶": (0, 49), "下半叶": (50, 99)}.get(
            match["half"] or "", (0, 99)
        )
        return FoundDate(at, match.end(), (date(first + span[0], 1, 1), date(first + span[1], 12, 31)))
    decade = whole_number(match["decade"])
    if decade < 100:
        century = match["century"] or ""
        now = (context.reference.year if context.reference else 2000) // 100 * 100
        base = (
            now
            if century == "本"
            else now - 100
            if century[:1] in {"上", ""}
            else whole_number(century) * 100 - 100
        )
        decade += base
    side = (match["side"] or " ")[0]
    first, last = {"初": (0, 3), "中": (4, 6), "末": (7, 9), "后": (7, 9)}.get(side, (0, 9))
    return FoundDate(at, match.end(), (date(decade + first, 1, 1), date(decade + last, 12, 31)))
