"""A line of a byline without labels: each kind in a module of its own, then a day beside a site."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.bylines.account_lines import of_account
from corpus.records.bylines.blog_lines import of_blog
from corpus.records.bylines.reporter_lines import of_writer
from corpus.records.bylines.translated_lines import of_translated
from corpus.records.lines.byline_forms import CLOCK, DAY, NO_DAY, REPORTERS, SHOWN_NAME, SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, pairs
from corpus.records.lines.names import is_person, pen_name, people_in
from corpus.records.lines.notices import ORIGINAL
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_POSTED: Final = LazyPattern(
    r"^(?:Posted on|Posted|发表于|发布于)\s*(?P<date>.+?)\s*(?:by|(?<![\u3400-\u9fff])作者[:：]?)"
    r"\s*(?P<name>\S.*?)(?:\s+[|｜·•/]\s.*)?$",
    re.IGNORECASE,
)
_BY_WHOM: Final = LazyPattern(
    rf"^由[\s　]*(?P<name>{SHOWN_NAME})[\s　]*(?:发表|发布|撰写|写)于[\s　]*(?P<date>{DAY})(?:[\s　]*[·|｜•].*)?$"
)
"""The line of a blog that says by whom: 由 某人 发表于 2021年1月8日."""
_BARS: Final = LazyPattern(r"[\s　]*[|｜丨·][\s　]*")
_OF_ISSUE: Final = LazyPattern(
    r"^《(?P<name>[^》]{2,16})》(?:杂志|周刊|双周刊|月刊|半月刊|季刊)?[\s　,，·]*(?P<year>\d{4})\s*年?"
    r"[\s　,，]*第\s*(?P<issue>\d{1,3})\s*期(?:[\s　]*[（(]?总第?\s*\d+\s*期[）)]?)?"
    r"(?:[\s　]*[（(，,]?[\s　]*(?P<of_year>\d{1,2}月\d{1,2}日)(?:出版|出刊)?[）)]?)?"
    r"(?:[\s　,，]*第[\s　]*(?P<page>\d+[\s　]*[-–—－~～][\s　]*\d+)[\s　]*页)?"
    r"(?:[\s　]*[文／/][\s　]*[／/:：|｜]?[\s　]*(?P<who>[\u3400-\u9fff]{2,4}))?$"
)
_ISSUE_OF: Final = LazyPattern(
    r"^(?:原?载于?|原?刊于?|发表于)?[\s　]*(?P<year>\d{4})\s*年\s*第\s*(?P<issue>\d{1,3})\s*期[\s　]*"
    r"《(?P<name>[^》]{2,16})》(?:杂志|周刊|月刊|半月刊|双周刊|季刊)?$"
)
_MONTHLY: Final = LazyPattern(
    r"^《(?P<name>[^》]{2,16})》(?:杂志)?[\s　]*(?P<year>\d{4})年[\s　]*(?P<month>1[0-2]|0?[1-9])月[刊号]$"
)
_POINTED: Final = LazyPattern(
    r"^[（(]?(?:原载|载|刊于)?《(?P<name>[^》]{2,16})》(?:杂志)?[\s　]*"
    r"(?P<year>(?:19|20)\d{2})[.．/](?P<month>1[0-2]|0[1-9])"
    r"(?:[\s　]*[（(]?总第?\s*\d+\s*期[）)]?)?[）)]?$"
)
"""A magazine with the year and the month of its number: 《某刊》2020.08（总第57期）."""
_FIRST: Final = LazyPattern(
    rf"^[（(]?(?:本文|原文|文章)?(?:首发|首次发表|发表|刊发|写)于[\s　:：]*(?P<day>{DAY})[）)]?$"
)
_DAY_THEN_NAMES: Final = LazyPattern(
    rf"^(?:原创|Original)[\s　|｜]+(?P<day>{DAY}){CLOCK}[\s　|｜]+(?P<name>{SHOWN_NAME})[\s　|｜]+"
    rf"(?P<account>[^\s|｜]{{2,16}})$"
)

_BARE_SHEET: Final = LazyPattern(r"\d[ 　]+([A-Z]?\d{2,3})[ 　]+《")
"""The number of a paper's sheet between the day and the paper's name."""
_BETWEEN: Final = LazyPattern(r"[\s　]+[/／|｜·•][\s　]+")
_PARTS: Final = 3
"""Parts of a blog's line, of which the day is one: 2021-05-02 · 阿九 · 随笔."""


def read_line(line: str, found: Gathered) -> None:
    """Read a whole line of a byline: of an account, a blog, a day alone, reporters, a day beside a site."""
    day_first = _DAY_THEN_NAMES.match(line)
    if day_first:
        found.put("author", day_first["name"])
        found.put("container-title", day_first["account"])
        found.put("issued", iso_date(day_first["day"]))
        found.type = "webpage"
        return
    parted = _BARS.sub(" ", line) if line.startswith(("原创", "Original")) else line
    original, posted = ORIGINAL.match(parted), _BY_WHOM.match(line) or _POSTED.match(line)
    if original:
        names = dict.fromkeys(people_in(original["names"]) or filter(None, [pen_name(original["names"])]))
        found.put("author", *(name for name in names if name != original["account"] or len(names) == 1))
        found.put("container-title", original["account"])
        found.put("issued", iso_date(original["date"]))
        found.type = "webpage"
    elif posted and iso_date(posted["date"]):
        found.put("author", posted["name"].strip())
        found.put("issued", iso_date(posted["date"]))
        found.type = "post-weblog"
    elif first := _FIRST.match(line):
        found.put("issued", iso_date(first["day"]))
    elif is_date_line(line) and len(_BETWEEN.split(line)) < _PARTS:
        day = iso_date(line)
        found.put("issued", day if len(day) > len("2024") else "")
    elif month := _MONTHLY.match(line) or _POINTED.match(line):
        found.put("container-title", month["name"])
        found.put("issued", f"{month['year']}-{int(month['month']):02d}")
        found.type = "article-magazine"
    elif issue := _OF_ISSUE.match(line) or _ISSUE_OF.match(line):
        found.put("container-title", issue["name"])
        found.put("issue", str(int(issue["issue"])))
        of_year = issue.groupdict().get("of_year")
        found.put("issued", iso_date(f"{issue['year']}年{of_year}") if of_year else issue["year"])
        page = issue.groupdict().get("page") or ""
        found.put("page", page.replace("—", "-").replace("－", "-"))
        found.put("author", *people_in(issue.groupdict().get("who") or ""))
        found.type = "article-journal" if page else "article-magazine"
    elif of_translated(line, found):
        return
    elif not (of_account(line, found) or of_writer(line, found) or of_blog(line, found)):
        _beside_day(line, found)


def _beside_day(line: str, found: Gathered) -> None:
    """Read a day beside a site, a sheet and reporters."""
    if not iso_date(line, whole=True) or len(line) >= 80 or NO_DAY.search(line):
        return
    bare = line.strip("（()）")
    for part in re.split(r"[\s　·]+", bare):
        if SITE.match(part.strip("《》")):
            found.put("container-title", part.strip("《》"))
    if "container-title" in found.fields or is_labelled(line) or any(True for _ in pairs((line,))):
        found.put("issued", iso_date(line, whole=True))
    sheet = re.search(r"(?<!\w)第?\s*([A-Z]?\d{1,3})\s*版", line)
    sheet = sheet or _BARE_SHEET.search(line)
    told = sheet and ("container-title" in found.fields or REPORTERS.match(line))
    found.put("page", sheet[1] if sheet and told else "")
    named = re.findall(
        r"(?:记者|实习生|通讯员)[ 　:：/／]*([\u3400-\u9fff]{2,4}(?:[ 　、]+"
        r"(?!责编|编辑|审核|校对|摄影|来源|通讯员|实习生|记者)[\u3400-\u9fff]{2,3}(?![\u3400-\u9fff]))*)"
        r"(?=[\s　《\d]|$)",
        bare,
    )
    names = [name for some in named for name in re.split(r"[ 　、]+", some)]
    found.put("author", *[name for name in names if is_person(name) and not SITE.match(name)])
