"""Days as people print them above and below a text, as ISO dates as far as they are told."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from corpus.text.english_numbers import MONTH, month_number
from index.lazy_pattern import LazyPattern

_DIGITS: Final = "〇一二三四五六七八九"
_CHINESE: Final = LazyPattern(
    r"([〇○零Ｏ一二三四五六七八九]{4})\s*年\s*(?:([一二三四五六七八九十]{1,3})\s*月\s*)?(?:([一二三四五六七八九十]{1,3})\s*日)?"
)
_DAY: Final = LazyPattern(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})(?:\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?|\s*月|(?!\d))"
)
_REPUBLIC: Final = LazyPattern(
    r"民[国國]\s*(?P<year>\d{2,3}|[〇○零一二三四五六七八九十]{1,3})\s*年\s*"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?"
)
"""A day counted from 1911, as print in Taiwan has it."""
_POINTED: Final = LazyPattern(r"((?:19|20)\d{2})\s*[·•]\s*(\d{1,2})(?:\s*[·•]\s*(\d{1,2}))?")
"""A month or a day by itself with points in the middle, as covers print it: 2024 · 6."""
_SLASHED: Final = LazyPattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])")
"""A day with the year last, which only one order of month and day can make where one of them is above twelve."""
_BARE: Final = LazyPattern(r"((?:19|20)\d{2})")
_ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_ENGLISH: Final = LazyPattern(
    rf"\b(?:(?P<before>{_ORDINAL})\s+)?{MONTH}(?:\s+(?P<behind>{_ORDINAL}))?,?\s+(?P<year>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_AROUND: Final = LazyPattern(
    r"(?:中[华華])?民[国國]|[\d\s•年月日时分：:\-/.〇○零一二三四五六七八九十（）()]|于[\u3400-\u9fff]{2,4}$"
    r"|Posted on[\s　]*[\u3400-\u9fff]{0,4}$"
    r"|[·•|｜]\s*[\u3400-\u9fff]{2,4}$|[上下]午|(?<=\d)\s?[AaPp]\.?[Mm]\.?|GMT|星期[一二三四五六日天]"
    r"|周[一二三四五六日天]|发布|发表|编制|出版|印发|总?第\s*\d+\s*期"
    r"|^[\u3400-\u9fff]{2,4}[，,]\s*(?=\d{4}年)|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?"
    r"|农历\S{2,10}|(?:晴|阴|多云|[大中小]雨|阵雨|雷阵雨|[大中小]雪|雾|霾|转|到|间|有|\s)+(?=[-－\d]*\d)|[-－]?\d{1,2}\s*[~～—–-]?\s*[-－]?\d{0,2}\s*[℃°]C?"
)
_PACKED: Final = LazyPattern(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
"""A day by itself without marks: 20230506."""
_MOST_BESIDE: Final = 2
_STRETCH: Final = LazyPattern(
    r"年[\s　]*(?:年?度|以[来前后]|[前后][半\d一二三四五六七八九十]|[上下]半年|第?[一二三四1-4][\s　]*季"
    r"|[初末底间])|月[\s　]*份"
)
"""What makes a time a stretch that a text is about: 2021年度, 2023年10月份."""
_YEAR: Final = LazyPattern(r"(?<!\d)((?:19|20)\d{2})\s*年(?!\s*\d)")


@lru_cache(maxsize=256)
def iso_date(text: str, *, whole: bool = False) -> str:
    """Return the first day, month or year ``text`` states; ``whole`` asks for a day. Empty where none can be."""
    chinese = _CHINESE.search(text)
    if (
        chinese
        and chinese[2]
        and (found := _checked(_year(chinese[1]), _number(chinese[2]), _number(chinese[3] or "")))
    ):
        return found if len(found) == 10 or not whole else ""
    republic = _REPUBLIC.search(text)
    if republic:
        since, *parts = (_counted(part or "") for part in republic.groups())
        found = _checked(1911 + since, *parts) if since else ""
        if found and (len(found) == 10 or not whole):
            return found
    pointed = _POINTED.fullmatch(text.strip())
    for match in (*((pointed,) if pointed else ()), *_DAY.finditer(text)):
        found = _checked(int(match[1]), int(match[2]), int(match[3] or 0))
        if found and (len(found) == 10 or not whole):
            return found
    for match in _SLASHED.finditer(text):
        found = _in_either_order(*map(int, match.groups()))
        if found:
            return found
    for match in _ENGLISH.finditer(text):
        day = re.sub(r"\D", "", match["before"] or match["behind"] or "")
        found = _checked(int(match["year"]), month_number(match["month"]), int(day or 0))
        if found and (len(found) == 10 or not whole):
            return found
    packed = _PACKED.fullmatch(text.strip())
    if packed:
        return _checked(*map(int, packed.groups()))
    year = None if whole else _YEAR.search(text) or _BARE.fullmatch(text.strip())
    return year[1] if year else ""


@lru_cache(maxsize=256)
def is_date_line(line: str) -> bool:
    """Tell whether a line holds a date and hardly anything else; a year or a month it is about is none."""
    return (
        bool(iso_date(line))
        and not _STRETCH.search(line)
        and len(_AROUND.sub("", _ENGLISH.sub("", line))) <= _MOST_BESIDE
    )


def _in_either_order(first: int, second: int, year: int) -> str:
    """Return the day 05/14/2024 or 14/05/2024 is; empty where either number may be the month."""
    if first == second or first > 12 >= second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 >= first else ""


def _checked(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.index("〇" if char in "○零Ｏ" else char)) for char in text))


def _counted(text: str) -> int:
    """Return a number in digits of either kind: 109, 一一〇, 一百 is none."""
    if text.isdigit() or not text:
        return int(text or 0)
    return _number(text) if "十" in text else _year(text)


def _number(text: str) -> int:
    if not text:
        return 0
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return _DIGITS.index(text) if len(text) == 1 else 0
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
