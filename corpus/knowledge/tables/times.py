"""The time a head or label of a table speaks of, by itself or in the account the table stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.phrases.times_aside import same_time
from corpus.knowledge.tables.cells import dated
from corpus.model.statistic import NO_PERIOD, Period
from index.lazy_pattern import LazyPattern

_WORDS: Final = LazyPattern(
    r"(?P<before>上年同期|去年同期|上期|上年度?(?![末底])|同期)|(?P<first>期初|年初|上年末|上年底)"
    r"|(?P<last>期末|年末|年底)|(?P<own>本报告期|本期|本年度?|报告期|当期|当年)"
)
"""Times that only the account of a table dates."""
_UNDATED: Final = LazyPattern(r"(?P<last>上[周月]|上季度?|昨日)|本[周月日]|本季度?|今日|当[周月日]")
"""Times that are of the day a table is of, which nothing in it tells."""
_AFTER: Final = LazyPattern(
    r"(?:[（(]?(?P<part>1[ ]?[—–~－-][ ]?\d{1,2}月)[）)]?)?(?:数|余额|金额|实际数?|累计|完成)?"
)
_MARKED: Final = LazyPattern(r"((?:19|20)\d\d)[AaEe]")
_ENDED: Final = LazyPattern(
    r"截至(?:(?:19|20)\d\d年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日止的?(?P<length>三|六|九|3|6|9)个月"
)
_LENGTHS: Final = {"三": 3, "六": 6, "九": 9, "3": 3, "6": 6, "9": 9}
_DECEMBER: Final = 12
YEAR_ALONE: Final = LazyPattern(r"((?:19|20)\d\d)年?度?")
END_OF_TIME: Final = {"期末": "年末", "年末": "年末", "年底": "年末", "期初": "年初", "年初": "年初"}
"""What a head says of the years its rows are, behind the year: 年末 of 2021."""
_YEAR: Final = LazyPattern(r"((?:19|20)\d\d)年?")
_AGAINST: Final = LazyPattern(
    r"[比较](?:上年(?:同期|末|底)?|去年(?:同期)?|年初|期初|上期|上月|上季度?)|同比|环比"
)


@dataclass(frozen=True, slots=True)
class Account:
    """The time of the account a table stands in, and the ``year`` that times without one belong to.

    ``days`` are the first and the last day, month and day, of each year its columns are of: 01-01 and 06-30 of
    截至6月30日止六个月.
    """

    period: Period = NO_PERIOD
    year: str = ""
    days: tuple[str, str] = ("", "")


def days_ended(line: str) -> tuple[str, str]:
    """Return the first and last day, month and day, of the part of a year a line says a table is of; else nothing."""
    told = _ENDED.search(line)
    if told is None:
        return "", ""
    last = int(told["month"])
    first = last - _LENGTHS.get(told["length"], 0) + 1
    inside = 1 <= first <= last <= _DECEMBER
    return (f"{first:02}-01", f"{last:02}-{int(told['day']):02}") if inside else ("", "")


def account_word(words: str) -> str:
    """Return the word for a time of the account a head consists of or begins with, with what belongs to it."""
    found = _WORDS.match(words) or _UNDATED.match(words)
    after = _AFTER.match(words, found.end()) if found else None
    return words[: after.end()] if after else ""


def is_earlier(words: str) -> bool:
    """Tell whether a head is of the time that others are compared with: 上年同期, 期初."""
    found, undated = _WORDS.match(words), _UNDATED.match(words)
    if undated:
        return bool(undated["last"])
    return found is not None and bool(found["before"] or found["first"])


def basis_of(words: str) -> str:
    """Return against what a head tells a change, empty where it does not say."""
    found = _AGAINST.search(words)
    return found[0] if found else ""


def period_of(printed: str, account: Account) -> Period:
    """Return a printed time with its days, without them where neither it nor the account tells them."""
    if not printed:
        return NO_PERIOD
    if _UNDATED.match(printed):
        return Period(printed)
    found = _WORDS.match(printed)
    if found:
        return _of_account(printed, found, account)
    year = _YEAR.fullmatch(printed) if account.days[0] else None
    if year:
        return Period(printed, f"{year[1]}-{account.days[0]}", f"{year[1]}-{account.days[1]}")
    marked = _MARKED.fullmatch(printed)
    told = f"{marked[1]}年" if marked else printed
    start, end = dated(told)
    if not start and account.year:
        start, end = dated(f"{account.year}年{told}")
    return Period(printed, start, end)


def _of_account(printed: str, found: re.Match[str], account: Account) -> Period:
    period, year = account.period, account.year
    part = _AFTER.match(printed, found.end())
    if part and part["part"] and year:
        period = Period("", *dated(f"{year}年{part['part']}"))
    if not period.start and year:
        period = Period("", f"{year}-01-01", f"{year}-12-31")
    if not period.start:
        return Period(printed)
    if found["before"]:
        return same_time(printed, period)
    if found["first"]:
        last = f"{int(period.end[:4]) - 1}-12-31"
        return Period(printed, last, last)
    if found["last"]:
        return Period(printed, period.end, period.end)
    return Period(printed, period.start, period.end)
