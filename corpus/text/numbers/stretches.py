"""Stretches of time counted from the day of writing, and months and quarters written in figures."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from corpus.text.numbers.found_dates import DateContext, FoundDate, looked_back_on, whole_number
from corpus.text.numbers.points import Point, months, shift_month
from index.lazy_pattern import LazyPattern

_COUNT = r"(?:\d{1,2}|[两二三四五六七八九]?十[一二三四五六七八九]?|[一两二三四五六七八九廿卅])"
BACK = LazyPattern(
    rf"(?:过去|最近|近|这)(?:的)?[ ]?(?P<past>{_COUNT})[ ]?年(?![级度代轻])(?:来|间|里)?"
    rf"|(?P<since>{_COUNT})[ ]?年[来间]"
    rf"|(?P<ago>{_COUNT})[ ]?年[以之]?前"
)
LATELY = LazyPattern(
    rf"(?:过去|最近)(?:的)?[ ]?(?P<count>{_COUNT})[ ]?(?:(?P<short>分钟|个?小时)"
    r"|(?P<days>天(?!的?(?:小?长)?假)|日(?=内|里|来|间))|(?P<weeks>个?星期|周(?![岁年]))|(?P<months>个月))(?:来|间|里|内)?"
)
LAST_OF_YEAR = LazyPattern(
    rf"(?:(?P<year>(?<!\d)(?:19|20)\d\d)年|(?P<told>[今去明前]年))的?[ ]?最后[ ]?(?P<count>{_COUNT})[ ]?"
    r"(?:(?P<days>天)|(?P<weeks>个?星期|周(?![岁年]))|(?P<months>个月))"
)
MONTHS = LazyPattern(
    r"(?P<first>(?<![\d.])\d{1,2}|[一二三四五六七八九十]{1,2})月?[ ]?(?:-{1,2}|~|至|到)[ ]?"
    r"(?P<last>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?![\d一二三四五六七八九十])"
)
LEADING = LazyPattern(r"[前首][ ]?(?P<count>\d{1,2}|[一两二三四五六七八九十]{1,2})[ ]?个?月(?!份)")
POINTS = LazyPattern(
    r"(?<![\d./-])(?P<y>(?:19|20)\d\d)[./](?P<m>0?[1-9]|1[0-2])[ ]?(?:-{1,2}|~|至|到)[ ]?"
    r"(?P<z>(?:19|20)\d\d)[./](?P<n>0?[1-9]|1[0-2])(?![\d./])"
)
SEASON = LazyPattern(
    r"(?P<year>[今去明])(?P<season>[春夏秋冬])(?:季|天)?|这(?:个|一个)?(?P<this>[春夏秋])[季天](?![节到赛])"
)
COUNTED_QUARTERS = LazyPattern(
    r"(?<![\dA-Za-z.-])(?<!型号)(?:(?P<year>(?:20)?\d\d)年)?(?P<first>[1-4一二三四])Q?(?:[-–~至到]第?(?P<last>[1-4一二三四]))?"
    r"(?:Q(?P<short>(?:20)?[0-4]\d)?(?![A-Za-z\d]|机|[型款])|(?<=[-–~至到第][1-4一二三四])季度)"
)
"""Quarters counted before their letter, or several at once: 3Q24, 23年1Q, 1-3Q, 一至三季度."""
SHORT_QUARTER = LazyPattern(r"(?<![\d.A-Za-z-])(?P<y>[0-4]\d)(?:[Qq](?P<q>[1-4])|H(?P<h>[12]))(?!\d)")

SHORT_YEAR = LazyPattern(
    r"(?<![\d.,A-Za-z/-])(?<![用了近过第满达约超历时成立创办经营持续这那每前后长逾仅有整共开入从业干花耗费])(?P<y>[0-4]\d)年(?:度|(?=的?(?:全国|全省|全市|全县)?"
    r"(?:营[收业]|收入|净利|归母|扣非|利润|毛利|业绩|销[量售]|出货|交付|GMV|GDP|地区生产总值|研发|资本开支|产[量能值]|均价|客流|旅客|同店|市占|门店|装机|全年)))"
)
"""A year told by its last two digits before what is measured in it: 22年研发投入. 用了22年 is how long."""
_SHORT_YEARS_BACK, _SHORT_YEARS_AHEAD = 8, 4
_YEARS_END = 12
"""In this month 这一年 is the year that ends; in those before it, the year before."""


def read_short_year(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 22年营收 where the text was written about then; what lies further off may be a length of time."""
    match = SHORT_YEAR.match(text, at)
    if not match or context.now is None:
        return None
    year = 2000 + int(match["y"])
    if not context.now - _SHORT_YEARS_BACK <= year <= context.now + _SHORT_YEARS_AHEAD:
        return None
    return FoundDate(at, match.end(), (date(year, 1, 1), date(year, 12, 31)))


def read_stretch(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 近三年, 过去五年, 五年来, 三十年前: whole years before that of writing, dated where that is known."""
    match = BACK.match(text, at)
    if not match:
        return None
    count = whole_number(match["past"] or match["since"] or match["ago"])
    if context.now is None or not count:
        return FoundDate(at, match.end(), None)
    if match["ago"]:
        year = context.now - count
        return FoundDate(at, match.end(), (date(year, 1, 1), date(year, 12, 31)))
    ending = (
        text.startswith("这", at) and context.reference is not None and context.reference.month == _YEARS_END
    )
    last = context.now if ending else context.now - 1
    return FoundDate(at, match.end(), (date(last - count + 1, 1, 1), date(last, 12, 31)))


def read_lately(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 过去三个月, 最近两周, 过去50分钟: up to the day of writing, dated where that is known."""
    match = LATELY.match(text, at)
    if not match:
        return None
    now, count = context.reference, whole_number(match["count"])
    if now is None or not count:
        return FoundDate(at, match.end(), None)
    if match["months"]:
        year, month = shift_month(now.year, now.month, -count)
        first = date(year, month, min(now.day, monthrange(year, month)[1]))
    else:
        hours = count if match["short"] and "时" in match["short"] else 0
        days = -(-hours // 24) if match["short"] else count * (7 if match["weeks"] else 1)
        first = now - timedelta(days=days)
    return FoundDate(at, match.end(), (first, now))


def read_last_of_year(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 今年的最后3周 and 2023年最后两个月, dated where the year is known."""
    match = LAST_OF_YEAR.match(text, at)
    if not match:
        return None
    count = whole_number(match["count"])
    step = {"今": 0, "去": -1, "明": 1, "前": -2}[match["told"][0]] if match["told"] else 0
    year = int(match["year"]) if match["year"] else context.now
    if year is None or not count or (match["months"] and count > 12):
        return FoundDate(at, match.end(), None)
    last = date(year + step, 12, 31)
    if match["months"]:
        return FoundDate(at, match.end(), (date(last.year, 13 - count, 1), last))
    days = count * (7 if match["weeks"] else 1)
    return FoundDate(at, match.end(), (last - timedelta(days=days - 1), last))


def read_season(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 今秋 and 去冬, dated where the year of writing is known, and 这个秋天 where its day is."""
    match = SEASON.match(text, at)
    if not match:
        return None
    if match["this"]:
        return _season_just_seen(at, match.end(), match["this"], context.reference)
    if context.now is None:
        return FoundDate(at, match.end(), None)
    year = context.now + {"今": 0, "去": -1, "明": 1}[match["year"]]
    return FoundDate(at, match.end(), Point(year, part=match["season"]).days())


def _season_just_seen(at: int, end: int, season: str, written: date | None) -> FoundDate:
    """Return the last season of a name that had begun when a text was written: 这个秋天 of March is last year's."""
    if written is None:
        return FoundDate(at, end, None)
    this = Point(written.year, part=season).days()
    begun = this is not None and this[0] <= written
    return FoundDate(at, end, this if begun else Point(written.year - 1, part=season).days())


def read_counted_quarters(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 3Q24, 1-3Q, 23年1Q and 一至三季度, dated where the year is told or known."""
    match = COUNTED_QUARTERS.match(text, at)
    if not match:
        return None
    told = match["year"] or match["short"]
    year = int(told) + (2000 if int(told) < 100 else 0) if told else context.base
    first, last = whole_number(match["first"]), whole_number(match["last"] or match["first"])
    if first > last or not (match["last"] or "Q" in match[0]):
        return None
    found = FoundDate(at, match.end(), None if year is None else months(year, first * 3 - 2, last * 3))
    return found if told else looked_back_on(text, found, context, stretch=True)


def read_months(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read 1—9月, 前8个月, 1988.09-1993.02, 25Q3 and 26H1."""
    if match := POINTS.match(text, at):
        first = Point(int(match["y"]), month=int(match["m"])).days()
        last = Point(int(match["z"]), month=int(match["n"])).days()
        return FoundDate(at, match.end(), (first[0], last[1])) if first and last and first < last else None
    if match := SHORT_QUARTER.match(text, at):
        short = 2000 + int(match["y"])
        if match["h"]:
            return FoundDate(at, match.end(), months(short, int(match["h"]) * 6 - 5, int(match["h"]) * 6))
        return FoundDate(at, match.end(), Point(short, quarter=int(match["q"])).days())
    if match := MONTHS.match(text, at):
        begin, end = whole_number(match["first"]), whole_number(match["last"])
    elif match := LEADING.match(text, at):
        begin, end = 1, whole_number(match["count"])
    else:
        return None
    if not 1 <= begin <= end <= 12 or (begin == end and match.re.pattern == MONTHS.pattern):
        return None
    year = context.base
    found = FoundDate(at, match.end(), None if year is None else months(year, begin, end))
    return looked_back_on(text, found, context, stretch=True)
