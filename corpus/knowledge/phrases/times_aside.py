"""Times a sentence names and does not speak of: parts of names, and what a change or a multiple is held against."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Period
from corpus.text.numbers.earlier_times import EARLIER, OF_THEN, TIME_BEFORE, UNDATED
from index.lazy_pattern import LazyPattern

_COMPARED_WITH: Final = LazyPattern(r"同期|相[比较]")
"""Behind a time something is held against: 与去年相比."""
_AGAINST: Final = LazyPattern(
    r"(?:比|较|相?较于|相比于?|较之|对比)[ ]?"
    rf"(?:{EARLIER}(?:同期)?[、和与及])?$"
)
_THAN_OF: Final = LazyPattern(r"[比较][一-鿿]{2,6}的[ ]?$")
"""Before a year in which something was at its height: 比高峰期的2021年少."""
_BESIDE: Final = LazyPattern(r"[与和同跟][ ]?$")
_BESIDE_IT: Final = LazyPattern(
    r"[^，。；\n]{0,16}(?:(?:相比|比较|对比)(?=[，,下上增减提降翻]|大幅|明显)|(?:基本|大致|大体)?(?:持平|相当|一致|相同))"
)
"""Around a time that something is only compared with: 与2014年的调查相比，…"""
_FROM: Final = LazyPattern(r"[从由][ ]?$")
_OF_THEN: Final = LazyPattern(rf"(?:这个?时候|此时|前后|{OF_THEN})?的")
"""Behind a time, that a number of then follows: 从去年|这时候的4万."""
_NAMED_AFTER_MONTH: Final = LazyPattern(r"[一-鿿]{1,3}(?<![日号份末底初])”")
"""What makes a month the first part of a name: “六月柿”."""
_DIGIT: Final = LazyPattern(r"\d")
_OF_TIMES: Final = LazyPattern(r"(?:是|为|相当于|达到?|约为|恢复[到至]了?|接近)[ ]?$")
_MANIFOLD: Final = LazyPattern(
    r"的?(?:同期)?的?[ ]?(?:近|约|逾|超过?)?[ ]?[\d.一二两三四五六七八九十]+[ ]?(?:多|余)?(?:倍|[%％成])"
)
"""Around a time that a figure is so many times of: 是2021年的2.4倍."""
OCCASION: Final = (
    r"[一-鿿]{0,4}?(?:假期|长假|黄金周|“?(?:国庆|春节|中秋|端午|清明|元旦|五一(?!路)|双十一|双11|春运|暑运"
    r"|十一(?=”?(?:小?长假|假期|黄金周)))”?|[一-鿿]期?档(?![案次位]))"
)
"""Behind a year what happens in it for some days only: 2025年国庆假期."""
_OCCASION: Final = LazyPattern(OCCASION)
_ITS_NUMBER: Final = LazyPattern(
    r"(?:同期)?的?(?:则|仅|只|也|又)*(?:为|是)[ ]?(?:约|近)?[ ]?-?\d[\d.,]*[^\d，。；]*[，；]"
)
_NUMBER_TOLD: Final = LazyPattern(r"\d[^，。；]*[，；（(]")
_OF_IT: Final = LazyPattern("其中|当中|当年")
"""Behind its number, what is a part of that one."""
_MEAN_OVER: Final = LazyPattern(
    r"(?:近|过去|最近|这)[两三四五六七八九十\d]{1,2}年(?:来|间)?(?:的?(?:年均|年复合|复合)|平均每年)[^，。；\d]{0,8}\d[\d.]*[^，。；\d]{0,6}[，；]"
)
"""A stretch of years over which only a mean rate is told: 近五年年均增长13.8%，其中冲锋衣…."""
_BACK: Final = LazyPattern(TIME_BEFORE)
_PARTS: Final = frozenset("，,；;（(而但")
"""Around a time that is only looked back at from another one."""
_NAMED_YEAR: Final = LazyPattern(r"(?P<year>(?:19|20)\d\d)年")
_PASSED: Final = LazyPattern(r"(?:经过|历经|历时)[近约了]?[ ]?[\d一二三四五六七八九十几]{1,4}[多余]?年")
"""Between a time something began and what it has come to since: 2004年通车，经过19年的发展，里程达460公里."""
_DAY_OF_IT: Final = r"(?:首[日天]|前[两三四五六]天|第[一二三四五六七]天|单日|最后一天)?"
_WHOLE: Final = LazyPattern(
    rf"(?:{OCCASION}){{1,2}}节?(?:[三五七八\d]天)?(?:小?长假|假期|假日|黄金周|档(?![案次位]))?(?:期间)?{_DAY_OF_IT}"
)
_HOLIDAY: Final = LazyPattern(
    r"(?<![年比较与同])(?:“?(?:国庆|春节|中秋|端午|清明|元旦|五一(?!路)|十一(?=”?(?:小?长假|假期|黄金周)))”?|劳动节|[、和])+"
    r"节?(?:[三五七八\d]天)?"
    r"(?:(?:小?长假|假期|假日|黄金周)(?:期间)?|期间|档(?![案次位])|(?<=天))(?!之?[前后])"
    rf"{_DAY_OF_IT}|(?:(?<![一-鿿])|(?<=过去的)|(?<=结束的))[这整]?个?[五七八578]天的?(?:小?长假|假期|假日)(?:期间|里|内)?(?![首第前单])|(?<![年比较与同])(?:[春暑]运(?:期间)?|(?:暑期|暑假|贺岁|跨年)档(?![案次位]))"
)
"""A holiday told without its year: 国庆假期."""
_ONE_OCCASION: Final = LazyPattern(
    rf"(?:今年|(?:20\d\d|\d\d)年)?的?(?P<name>{OCCASION}节?(?:假期|档)?)(?:期间)?"
)
_PART_OF_HOLIDAY: Final = LazyPattern(r"期间?(?:首|前|第|单|最后)")
_DAYS: Final = {"国庆": (10, 7), "十一": (10, 7), "五一": (5, 5), "劳动节": (5, 5), "元旦": (1, 3)}
"""The month a holiday begins with, and how many days it has; others move through the year."""
_BY_LENGTH: Final = LazyPattern(r"[这整]?个?(?P<days>[五七八578])天")
_LENGTHS: Final = {"五": (5, 5), "5": (5, 5), "七": (10, 7), "7": (10, 7), "八": (10, 8), "8": (10, 8)}
_FAR: Final = 40
"""So far behind its opening bracket a time stands, in code points."""
_JUST_OVER: Final = timedelta(days=14)
"""So long a holiday is told of by its length alone: 五天假期, of which there is one in May."""
_LONGER: Final = "中秋"
"""What makes the other holiday it falls into a day longer."""
_ADJACENT: Final = 3
_WEEKS: Final = timedelta(days=92)
"""So long a holiday is spoken of without its year."""
_NAME: Final = 10
"""No name in quotation marks that holds a date is longer, in code points beside the date."""
_PUBLISHED: Final = LazyPattern(
    r"[ ]?(?:[^，。；]{0,6})?(?:公布|发布|发表|披露|印发|出台|通报|编印|刊发)的?"
    r"(?=[^，。；]{0,8}(?:数据|通报|报告|公报|统计|数字|调查|结果|消息|显示|文件|快报)|[^，。；《》]{0,8}《)"
    r"|(?:早间|晚间|午间|盘[前后])?(?:公告|发布公告)称?[，,：:]?"
    r"|(?:早间|晚间|午间|盘[前后]|当[晚天日]|[上下]午|早上|晚)?[，,]?(?:[^，。；\d]|（[^（）]{1,20}）){0,24}?(?:披露|发布|公布|交出|晒出|递交|更新)了?"
    r"(?:[^，。；\d]|20\d\d年?|（[^（）]{1,20}）){0,14}?(?:年报|季报|中报|财报|年度报告|业绩(?:快报|预告|公告|报告)?|招股书|招股说明书|成绩单|经营数据|产销快报)"
)
"""What tells that a date is that of a publication, not of what it says."""
_OF_PLAN = LazyPattern(r"(?:的)?(?:预算|目标|计划|预期|安排|确定|制定|下达|任务)")
"""Behind the time a plan was made, against which the year is held: 为年初预算的101.8%."""
_NOW: Final = LazyPattern(r"目前|当前|如今|现在(?!的)|截至目前|报告期[内末]|本报告期|本期(?!债)")
_ONCE: Final = LazyPattern(
    r"[，；（( ]*(?:而|但|其)?在?(?!当时)"
    rf"(?P<time>(?:{UNDATED}|基期|[上前]一?(?:期|[届轮]|财年|学[年期]|报告期))(?:{OF_THEN})?)"
    r"(?=[：:，]?(?:的|则|仅|只|才|约|近|不足|不到|为|是|有|\d|$)|[^，。；（(]{2,8}[为是仅只])"
)
_JUST_BEFORE: Final = LazyPattern("此前|之前|原")
_FORESEEN: Final = LazyPattern("预[期计测估]|目标|[上下]调|调[整至到]")
"""Words that tell what was foreseen before for the same time: 预测上调至5.7%（此前为5.4%）."""
_COLONS: Final = ("：", ":")
_NOW_ON: Final = LazyPattern(r"[，,；;](?P<now>目前|当前|如今|现在)(?![的所])")
"""What says that something is so today, and that at the head of a clause, of which the clauses behind it are too."""


def is_in_name(text: str, mention: NumberMention) -> bool:
    """Tell whether a period is part of a name in quotation marks or of a title: “新十二月市”, 《2018年报告》."""
    start, end = mention.span.start, mention.span.end
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    if before.rfind("《") > before.rfind("》") and "》" in after:
        return True
    opened = before.rfind("“") > before.rfind("”") and before[-1:] != "“"
    if before[-1:] == "“" and _NAMED_AFTER_MONTH.match(after) and not _DIGIT.search(text[start:end]):
        return True
    return opened and len(before) - before.rfind("“") + max(0, after.find("”")) <= _NAME and "”" in after


def is_of_occasion(text: str, mention: NumberMention) -> bool:
    """Tell whether a year only says of which year an occasion is whose figures are told: 2025年国庆中秋假期."""
    return text[mention.span.end - 1] == "年" and _OCCASION.match(text, mention.span.end) is not None


def occasion_told(when: str) -> str:
    """Return the name of the holiday or other occasion a time is, without its year; empty for any other time."""
    named = _ONE_OCCASION.fullmatch(when)
    return named["name"] if named else ""


def occasion_of(text: str, start: int, end: int, mention: NumberMention | None) -> Period | None:
    """Return the holiday or other occasion a figure at ``end`` is told of, in a sentence from ``start``, else ``None``.

    ``mention`` is the time named last before the figure, which may be no more than the year of the occasion.
    """
    year = mention.start_date[:4] if mention is not None else ""
    if mention is not None and is_of_occasion(text, mention):
        named = _WHOLE.match(text, mention.span.end, end)
        return _days(year, text[mention.span.start : named.end()]) if named else None
    begin = start if mention is None else mention.span.end + _ADJACENT
    told = _HOLIDAY.findall(text, begin, end)
    return _days(year, told[-1]) if told else None


def _days(year: str, name: str) -> Period:
    """Return an occasion by its name, with its days where they are the same each year and the year is known."""
    first = next((days for holiday, days in _DAYS.items() if holiday in name), None)
    if first is None or not year or _PART_OF_HOLIDAY.search(name):
        return Period(name)
    month, last = first[0], first[1] + (_LONGER in name)
    return Period(name, f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}")


def occasion_since(printed: str, written: date, *, ahead: bool = False) -> Period | None:
    """Return an occasion told without its year with its days, ``None`` where it was not in the weeks before.

    With ``ahead`` it is the one in the weeks to come: what is expected of 国庆假期 in September.
    """
    if not _HOLIDAY.fullmatch(printed):
        return None
    length = _BY_LENGTH.match(printed)
    if length:
        return None if ahead else _just_over(printed, _LENGTHS[length["days"]], written)
    first, last = (written, written + _WEEKS) if ahead else (written - _WEEKS, written)
    told = (_days(str(year), printed) for year in (written.year, first.year, last.year))
    return next((dated for dated in told if first.isoformat() <= dated.start <= last.isoformat()), None)


def _just_over(printed: str, days: tuple[int, int], written: date) -> Period | None:
    """Return the holiday of so many days that was over in the two weeks before, ``None`` where none was."""
    month, last = days
    end = date(written.year, month, last)
    over = timedelta(0) <= written - end <= _JUST_OVER
    return Period(printed, date(written.year, month, 1).isoformat(), end.isoformat()) if over else None


def same_time(text: str, period: Period) -> Period:
    """Return the same time in the year that is named (2020年同期), or a year earlier, as printed.

    It is without days where those of ``period`` are not known.
    """
    if not (period.start and period.end):
        return Period(text)
    named = _NAMED_YEAR.match(text)
    back = int(period.end[:4]) - int(named["year"]) if named else 1
    first, last = (_years_back(one, back) for one in (period.start, period.end))
    return Period(text, first, last)


def _years_back(day: str, count: int) -> str:
    year = int(day[:4]) - count
    return f"{year}-02-{monthrange(year, 2)[1]}" if day[5:] in {"02-28", "02-29"} else f"{year}{day[4:]}"


def is_held_against(text: str, sentence: Span, mention: NumberMention) -> bool:
    """Tell whether a period is what a change or a share is measured against: 比2017年, 从2020年的…, 占上年末."""
    start, end, first = mention.span.start, mention.span.end, sentence.start
    if text[start - 1 : start] == "占" and text.startswith(("上年末", "上年底", "去年末", "去年底"), start):
        return True
    if _FROM.search(text, max(first, start - 2), start) and _OF_THEN.match(text, end):
        return True
    if text.startswith("年初", start) and _OF_PLAN.match(text, end):
        return True
    if _THAN_OF.search(text, max(first, start - 9), start):
        return True
    if _BESIDE.search(text, max(first, start - 2), start) and _BESIDE_IT.match(text, end):
        return True
    if _OF_TIMES.search(text, max(first, start - 3), start) and _MANIFOLD.match(text, end):
        return True
    against = _AGAINST.search(text, max(first, start - 12), start)
    return bool(against or _COMPARED_WITH.match(text, end))


def spoken_of(text: str, dated: Sequence[NumberMention], index: int, place: int) -> int:
    """Return which of the times in order what stands at ``place`` is of: the one at ``index``, or one before it.

    One that is only looked back at dates no more than its own number.
    """
    while index >= 0 and (
        _is_in_closed_aside(text, dated[index], place)
        or (index > 0 and _is_looked_back_at(text, dated[index - 1], dated[index], place))
    ):
        index -= 1
    return index


def _is_in_closed_aside(text: str, mention: NumberMention, place: int) -> bool:
    """Tell whether a time stands in brackets, closed before ``place``, with its own number: 9亿元（上年：8亿元）."""
    close = min((at for sign in "）)" if (at := text.find(sign, mention.span.end, place)) >= 0), default=-1)
    if close < 0 or not _DIGIT.search(text, mention.span.end, close):
        return False
    opened = max(text.rfind(sign, max(0, mention.span.start - _FAR), mention.span.start) for sign in "（(")
    shut = max(text.rfind(sign, max(0, mention.span.start - _FAR), mention.span.start) for sign in "）)")
    return opened > shut


def _is_looked_back_at(text: str, before: NumberMention, mention: NumberMention, place: int) -> bool:
    """Tell whether a time is only that of the number right behind it, which one told before is held against.

    What follows at ``place`` is of the time ``before`` again: 2024年营收10亿元，上年为8亿元；净利润….
    """
    if _MEAN_OVER.match(text, mention.span.start, place):
        return True
    own = _ITS_NUMBER.match(text, mention.span.end, place)
    earlier = bool(mention.end_date and before.end_date) and mention.end_date < before.start_date
    told = _NUMBER_TOLD.search(text, before.span.end, mention.span.start)
    if own and _OF_IT.match(text, own.end()):
        return False
    back = earlier or _BACK.match(text, mention.span.start) is not None
    return own is not None and told is not None and back and text[mention.span.start - 1] in _PARTS


def is_long_ago(text: str, end: int, place: int) -> bool:
    """Tell whether years are said to have passed between a time that ends at ``end`` and what stands at ``place``."""
    return _PASSED.search(text, end, place) is not None


def is_of_publication(text: str, mention: NumberMention, end: int) -> bool:
    """Tell whether a date of a sentence that ends at ``end`` is that of a publication, not of what it says."""
    return _PUBLISHED.match(text, mention.span.end, end) is not None


def once_told(text: str, clause: int, since: int, place: int) -> str:
    """Return the undated earlier time a clause from ``clause`` opens with (疫情前为368家), empty without one.

    It is behind ``since``, where the last dated time ends, and before ``place``.
    """
    if text[clause - 1 : clause] in _COLONS:
        clause = max(text.rfind(sign, since, clause) for sign in _PARTS) + 1
    once = _ONCE.match(text, max(clause, since), place)
    foreseen = once and _JUST_BEFORE.match(once["time"]) and _FORESEEN.search(text, since, clause)
    return "" if once is None or foreseen else once["time"]


def now_told(text: str, clause: int, since: int, place: int) -> tuple[int, str] | None:
    """Return where and how words say that the figure at ``place`` is of today; ``None`` where none do.

    They stand in its clause, which begins at ``clause``, or open one behind ``since``, where the last other time ends.
    """
    here = _NOW.search(text, clause, place)
    if here:
        return here.start(), here[0]
    before = _NOW_ON.search(text, since, clause)
    return (before.start("now"), before["now"]) if before else None
