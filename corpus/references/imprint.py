"""What stands behind a title: dates, pages, edition, place, publisher, address, DOI."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.references.printed import Printed
from corpus.text.english_numbers import MONTH, ORDINALS, month_number, ordinal_number
from index.lazy_pattern import LazyPattern

Fields = dict[str, Any]

YEAR: Final = r"(?:1[4-9]|20)\d{2}"
_URL: Final = LazyPattern(
    r"(?:(?:https?|ftp)://|(?<![\w./@-])www\.)[^\s<>\"\u4e00-\u9fff\uff0c\u3002]+", re.IGNORECASE
)
_DOI: Final = LazyPattern(
    r"(?:doi\s*[:.]?\s*|doi\.org/)(10\.\d{4,9}/(?:(?!\.?CSTR\b)[^\s;,])+)", re.IGNORECASE
)
_DOI_BEFORE: Final = LazyPattern(r"[\s,.;]*(?:doi\s*[:.]?\s*)$", re.IGNORECASE)
_CSTR: Final = LazyPattern(r"\bCSTR\s*:\s*\S+", re.IGNORECASE)
_DAY: Final = rf"({YEAR})\s*[-/.年]\s*(\d{{1,2}})(?:\s*[-/.月]\s*(\d{{1,2}})\s*日?)?"
_WHOLE_DAY: Final = LazyPattern(_DAY)
_BEHIND_ADDRESS: Final = LazyPattern(rf"[\s,.;]*{_DAY}(?=\s*(?:/|[.;]?\s*$))")
_BEHIND_IN_BRACKETS: Final = LazyPattern(rf"[\s,.;]*\({_DAY}\)\s*\[{_DAY}\]")
_SHOWN_AND_VISITED: Final = LazyPattern(
    rf"[\s,.;(]*{_DAY}\s*(?:发布|发表|更新)?[\s,;]+(?:于\s*)?{_DAY}\s*(?:访问|检索|浏览|查阅|下载|读取)"
)
_PAGES_BY_COMMA: Final = LazyPattern(
    rf"[,\s]{YEAR}年?(?P<mark>\s*,\s*)(?:第|pp?\.)?\s*(?P<page>\d+\s*-\s*\d+)\s*页?$"
)
_SEEN: Final = LazyPattern(rf"\s*/\s*{_DAY}[\s.;]*$")
_VISITED: Final = LazyPattern(rf"[\s,.;(]*{_DAY}\s*(?:最后)?(?:访问|检索|浏览|查阅|下载|读取)")
_END_OF_ADDRESS: Final = LazyPattern(rf"[，。；、]|,(?=\s*{YEAR}\s*[-/.年]\s*\d)")
_ACCESSED: Final = LazyPattern(rf"\[\s*(?:引用日期\s*)?(?:{_DAY}|({YEAR}))\s*\]")
_ISSUED: Final = LazyPattern(rf"\(\s*(?:{_DAY}|({YEAR}))\s*(?:更新|修改)?\s*\)")
_ENGLISH_DAY: Final = LazyPattern(
    rf"(?:(?P<before>\d{{1,2}})\s+)?{MONTH}(?:\s+(?P<behind>\d{{1,2}}))?,?\s+(?P<year>{YEAR})\b"
)
_READ_ON: Final = LazyPattern(
    r"(?:访问日期|访问时间|引用日期|检索日期|浏览日期|最后访问(?:日期|时间)?|Accessed(?:\s+on)?|Retrieved(?:\s+on)?)\s*:?\s*"
    rf"(?P<day>[\w,./\- ]{{4,24}}?{YEAR}\b|{_DAY})",
    re.IGNORECASE,
)
_PRINTED_IN: Final = LazyPattern(
    rf"(?P<year>{YEAR})年(?P<month>\d{{1,2}})月\s*(?:第?(?P<edition>\d+)版)?\s*$"
)
_PAGE_BEHIND_YEAR: Final = LazyPattern(
    rf"(?<=,)\s*{YEAR}年?(?P<mark>\s*版?\s*,\s*)第\s*(?P<page>\d+(?:\s*-\s*\d+)?)\s*页$"
)
"""The page behind the year as footnotes have it: 某出版社, 2019年版, 第33页."""
_DATE: Final = LazyPattern(rf"{_DAY}|\b({YEAR})(?:年|\b)")
_EDITION: Final = LazyPattern(
    rf"(?:第\s*)?([\d一二三四五六七八九十]+)\s*版(?:\s*\([\u3400-\u9fff]{{1,4}}[版本]\))?|(\d+|{'|'.join(ORDINALS)})(?:st|nd|rd|th)?\s+ed(?:ition|n)?\b\.?"
    r"|(rev(?:ised)?\.?\s+ed(?:ition|n)?\b\.?|(?:修订|增订|增补|校订|重订|补订|重排|影印|石印|铅印|油印|刻|抄|稿|珍藏|普及|典藏|最新|全新|新)[版本])",
    re.IGNORECASE,
)
_GUIDE: Final = LazyPattern(r"(?:指导教师|指导老师|导师)\s*:\s*[\u3400-\u9fff·]{2,6}\s*[.,;]\s*")
"""Who guided a thesis, which is no part of its imprint."""
_OF_ERA: Final = LazyPattern(r"(?<=\d{4})\s*\((?:唐|宋|元|明|清|民国)[\u3400-\u9fff]{1,8}\d{0,3}年?\)")
"""The year of an era behind that of our time."""
_DIGITS: Final = "零一二三四五六七八九十"


def take_address(stretch: Printed, fields: Fields) -> Printed:
    """Move address and DOI out of a stretch into ``fields``; return what is left."""
    doi = _DOI.search(stretch.plain)
    if doi:
        fields["DOI"] = doi[1].rstrip(".")
    url = _URL.search(stretch.plain)
    if url:
        address = stretch.cut(url.start(), url.end())
        ends = _END_OF_ADDRESS.search(address.raw)
        address = address.cut(0, ends.start()) if ends else address
        fields["URL"] = address.raw.translate(_ASCII).rstrip(".,;)")
        behind = stretch.plain[url.start() + len(address) :]
        bracketed = _BEHIND_IN_BRACKETS.match(behind)
        shown = _SHOWN_AND_VISITED.match(behind)
        if shown:
            fields.setdefault("issued", date_parts(*shown.groups()[:3]))
            fields["accessed"] = date_parts(*shown.groups()[3:])
        if bracketed:
            fields.setdefault("issued", date_parts(*bracketed.groups()[:3]))
            fields["accessed"] = date_parts(*bracketed.groups()[3:])
        dated, visited = _BEHIND_ADDRESS.match(behind), _VISITED.match(behind)
        if visited:
            fields["accessed"] = date_parts(*visited.groups())
        elif dated and "//" not in stretch.plain[: url.start()]:
            fields.setdefault("issued", date_parts(*dated.groups()))
            seen = _SEEN.match(behind[dated.end() :])
            fields |= {"accessed": date_parts(*seen.groups())} if seen else {}
        read_on = _READ_ON.search(stretch.plain)
        day = date_in(read_on["day"]) if read_on else None
        if read_on and day:
            fields["accessed"] = day
            stretch = stretch.cut(0, min(read_on.start(), url.start()))
        stretch = stretch.cut(0, url.start())
    elif doi:
        stretch = stretch.without(doi.start(), doi.end())
    stretch = _without(_CSTR, stretch)
    tail = _DOI.search(stretch.plain)
    if tail:
        stretch = stretch.cut(0, tail.start())
    before = _DOI_BEFORE.search(stretch.plain)
    return stretch.cut(0, before.start()) if before else stretch


def without_asides(stretch: Printed, mark: str) -> Printed:
    """Return an imprint without who guided a thesis (of ``mark`` D), or without the year of an era."""
    told = (_GUIDE if mark == "D" else _OF_ERA).search(stretch.plain)
    return stretch.without(told.start(), told.end()) if told else stretch


def take_dates(stretch: Printed, fields: Fields) -> Printed:
    """Move ``(published)`` and ``[accessed]`` out of a stretch into ``fields``; return what is left."""
    accessed = _last(_ACCESSED, stretch)
    if accessed:
        fields["accessed"] = date_parts(*accessed.groups())
        stretch = stretch.without(accessed.start(), accessed.end())
    issued = _last(_ISSUED, stretch)
    if issued and (issued[1] or not stretch.cut(issued.end()).stripped(" .:")):
        fields["issued"] = date_parts(*issued.groups())
        stretch = stretch.without(issued.start(), issued.end())
    return stretch


def date_parts(year: str | None, month: str | None, day: str | None, alone: str | None = None) -> Fields:
    """Return a date of CSL-JSON from what a pattern of days found."""
    parts = [int(one) for one in (year or alone, month, day) if one]
    return {"date-parts": [parts]}


def date_in(text: str) -> Fields | None:
    """Return the date a stretch states, ``None`` where it states none."""
    english = _ENGLISH_DAY.search(text)
    if english:
        month = str(month_number(english["month"]))
        return date_parts(english["year"], month, english["before"] or english["behind"])
    found = _DATE.search(text)
    return date_parts(*found.groups()) if found else None


def edition_of(text: str) -> str:
    """Return the edition a part of an imprint states (第3版, 4th ed., 修订版), or nothing."""
    found = _EDITION.fullmatch(text.strip(" .,"))
    if not found:
        return ""
    number = found[1] or found[2]
    if number and (told := ordinal_number(number)):
        return str(told)
    if number and number in _DIGITS:
        return str(_DIGITS.index(number))
    return number or found[3]


def pages_of(text: str) -> str:
    """Return pages with a plain hyphen and without ``P.``."""
    return (
        re.sub(r"(?:^|(?<=-))\s*(?:pp?\.?(?=\s*\d)|^第)\s*", "", text.strip(" .,;"), flags=re.IGNORECASE)
        .removesuffix("页")
        .replace(" ", "")
    )


def take_imprint(stretch: Printed, fields: Fields) -> None:
    """Read ``place: publisher, year: pages`` and its shorter forms into ``fields``."""
    stretch = stretch.stripped(" .;")
    listed = _PAGES_BY_COMMA.search(stretch.plain) or _PAGE_BEHIND_YEAR.search(stretch.plain)
    if listed:
        fields["page"] = pages_of(listed["page"])
        stretch = stretch.cut(0, listed.start("mark"))
    pages = re.search(rf"({YEAR}|\]|\)|[\u4e00-\u9fff\w])\s*:\s*([A-Za-z序前]*\d[\w\-,/+ ]*)$", stretch.plain)
    dated = _PRINTED_IN.search(stretch.plain)
    if dated:
        fields.setdefault("issued", date_parts(dated["year"], dated["month"], None))
        if (dated["edition"] or "1") != "1":
            fields.setdefault("edition", dated["edition"])
        stretch = stretch.cut(0, dated.start())
    year = re.search(
        rf"(?:^|[,\s\]])\(?c?({YEAR})(?:/{YEAR}|/\[{YEAR}\]|-(?:{YEAR})?)?(?:\(\d+\))?\)?年?\s*(?::|$)",
        stretch.plain,
    )
    if pages and (year is None or pages.start(2) > year.start(1)):
        fields["page"] = pages_of(pages[2])
        stretch = stretch.cut(0, pages.end(1))
        year = re.search(rf"(?:^|[,\s\]])\(?c?({YEAR})\)?年?\s*$", stretch.plain)
    if year:
        fields.setdefault("issued", {"date-parts": [[int(year[1])]]})
        stretch = stretch.cut(0, year.start(1))
    else:
        stretch = _take_day(stretch, fields)
    stretch = stretch.stripped(" .,;:(")
    if not stretch:
        return
    colon = stretch.plain.find(":")
    if colon > 0 and not stretch.plain.startswith("http"):
        place = stretch.cut(0, colon).stripped().text()
        fields["publisher-place"] = place + "." * bool(re.search(r"\.[A-Z]$", place))
        stretch = stretch.cut(colon + 1)
    publisher = stretch.stripped(" ,;:").text()
    if publisher:
        fields["publisher"] = publisher


def _take_day(stretch: Printed, fields: Fields) -> Printed:
    """Move a whole date at the end of a stretch into ``fields``."""
    day = _last(_WHOLE_DAY, stretch)
    if day and not stretch.cut(day.end()).stripped(" .,;"):
        fields.setdefault("issued", date_parts(*day.groups()))
        return stretch.cut(0, day.start())
    return stretch


def _last(pattern: LazyPattern[str], stretch: Printed) -> re.Match[str] | None:
    last: re.Match[str] | None = None
    for found in pattern.finditer(stretch.plain):
        last = found
    return last


def _without(pattern: LazyPattern[str], stretch: Printed) -> Printed:
    found = pattern.search(stretch.plain)
    return stretch.without(found.start(), found.end()) if found else stretch


_ASCII: Final = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
