"""The line of a blog: a day, a pen name, and how many have read it, parted by bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.bylines.reporter_lines import reporters_in
from corpus.records.lines.byline_forms import CLOCK, DAY, REPORTERS, SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, pairs
from corpus.records.lines.names import is_family_name, is_person, pen_name, people_in
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_WRITER_PART: Final = LazyPattern(r"^(?:作者|记者|文|撰文)[\s　:：]+(?P<who>[\u3400-\u9fff、\s　]{2,16})$")
_NO_WRITERS: Final = LazyPattern(
    r"数码|科技|折腾|美食|摄影|音乐|电影|健身|历史|随笔|日记|杂谈|杂文|未分类|默认分类|技术|读书|影评|笔记|数据|碎碎念|日常|思考|教程|旅行|书评|散文|原创|转载|生活|学习|工作|阅读|代码|编程|写作"
)
"""Names of a blog's drawers, which stand beside the day as a writer does."""
_READING_TIME: Final = LazyPattern(r"^约?\d{1,3}\s*分钟(?:阅读|读完)$|^\d+\s*min(?:ute)?s? read$")
_COUNTED: Final = LazyPattern(r"评论|阅读|浏览|留言|点赞|次$")
_BY_ON: Final = LazyPattern(
    r"^(?:[-*•·]\s*)?(?:(?:Posted|Filed|Published)\s+(?:(?:in|under)\s+\S{1,12}\s+)?)?by\s+(?P<who>[\u3400-\u9fff]{2,10}|[\w.-]{2,16})(?:\s+on\s+(?P<day>\S.*))?$",
    re.IGNORECASE,
)
_BY_AND_DAY: Final = LazyPattern(
    rf"^by[\s　]+(?P<who>[\u3400-\u9fffA-Za-z0-9_]{{2,12}})[\s　]*[·•|｜,，/]"
    rf"[\s　]*(?P<day>{DAY}){CLOCK}(?:[\s　]*[·•|｜/].{{0,30}})?$",
    re.IGNORECASE,
)
_DAY_AND_BY: Final = LazyPattern(
    rf"^(?P<day>{DAY}){CLOCK}[\s　·|｜,，/]+by[\s　]+(?P<who>[\u3400-\u9fffA-Za-z0-9_]{{2,12}})$",
    re.IGNORECASE,
)
_LENGTH: Final = LazyPattern(
    r"(?:本文|全文)?(?:共|约)*[ 　]*\d[\d,.]*\s*[千万]?字(?:[，,\s].*)?$|约?\d{1,3}\s*分钟(?:阅读|读完)?$"
)
"""How long a text is, behind who wrote it and when."""
_DRAWER: Final = LazyPattern(r"(?:标签|分类|归档|专栏)[\s　]*[:：]")
_BLOG_NAME: Final = LazyPattern(r"[\u3400-\u9fffA-Za-z0-9·' ]{2,10}")
_MOST_ABOVE: Final = 6
"""Lines among which the labels below the title of a post stand."""
_PLACE: Final = LazyPattern(r"[省市县区镇乡村州]$")
_PARTS: Final = 3


def below_name_of_blog(head: Sequence[str]) -> int:
    """Return the line of labels, a post's drawer or tags among them, below a blog's name and the post's title.

    0 where there is none. What the blog says of itself may stand between; two lines may as well be title and subtitle.
    """
    for place, line in enumerate(head[:_MOST_ABOVE]):
        fields = {field for field, _, _ in pairs((line,))}
        if place > 1 and _DRAWER.search(line) and fields & {"author", "issued"}:
            named = bool(_BLOG_NAME.fullmatch(head[0])) and len(head[0]) < len(head[place - 1])
            return place if named and not any(one[-1:] in "。！？" for one in head[: place - 1]) else 0
    return 0


def of_blog(line: str, found: Gathered) -> bool:
    """Read the line of a blog: a day, a pen name, and how many have read it, parted by bars."""
    by = _BY_ON.match(line)
    if by and by["day"] is None and is_family_name(by["who"]):
        found.put("author", by["who"])
        return True
    if by and (by["day"] is None or iso_date(by["day"])):
        return _of_weblog(found, pen_name(by["who"]), iso_date(by["day"] or ""))
    parts = re.split(r"[\s　]+[/／|｜·•][\s　]+", line)
    if _of_account_parts(parts, found):
        return True
    begun = _BY_AND_DAY.match(line) or _DAY_AND_BY.match(line)
    if begun:
        return _of_weblog(found, pen_name(begun["who"]), iso_date(begun["day"]))
    return (
        _of_drawer(parts, found)
        or _of_writer_and_site(parts, found)
        or _of_reading_time(parts, found)
        or _of_counts(line, parts, found)
    )


def _of_weblog(found: Gathered, who: str, day: str) -> bool:
    found.put("author", who)
    found.put("issued", day)
    found.type = "post-weblog"
    return True


def _of_drawer(parts: list[str], found: Gathered) -> bool:
    """Read a day, who writes, and the drawer of the blog it stands in: 2023-05-01 / 阿桂 / 随笔."""
    if len(parts) != _PARTS or not (is_date_line(parts[0]) and pen_name(parts[1])):
        return False
    if not _NO_WRITERS.fullmatch(parts[2]) or _NO_WRITERS.fullmatch(parts[1]):
        return False
    return _of_weblog(found, parts[1], iso_date(parts[0]))


def _of_writer_and_site(parts: list[str], found: Gathered) -> bool:
    """Read a person, the name of a site or account, and a day."""
    if len(parts) != _PARTS or not (
        is_date_line(parts[2]) and is_family_name(parts[0]) and pen_name(parts[1])
    ):
        return False
    found.put("author", parts[0])
    found.put("container-title", parts[1])
    found.put("issued", iso_date(parts[2]))
    found.type = "webpage"
    return True


def _of_reading_time(parts: list[str], found: Gathered) -> bool:
    """Read a line that tells how long the text takes to read, with a day and a pen name."""
    if not any(_READING_TIME.match(part) for part in parts[1:]):
        return False
    names = [part for part in parts if pen_name(part) and not is_date_line(part)]
    names = [name for name in names if not _READING_TIME.match(name)]
    return _of_weblog(found, names[0] if names else "", _day_of(parts))


def _of_counts(line: str, parts: list[str], found: Gathered) -> bool:
    """Read a day with a site, a reporter or a pen name where a site is named or readers are counted."""
    writers = [match["who"] for part in parts if (match := _WRITER_PART.match(part))]
    sites = [part for part in parts if SITE.match(part)]
    if len(parts) < _PARTS or not (
        sites or any(_COUNTED.search(part) or _LENGTH.match(part) for part in parts)
    ):
        return False
    day = _day_of(parts)
    if not day or (is_labelled(line) and not writers):
        return False
    found.put("issued", day)
    found.put("author", *(name for who in writers for name in people_in(who)))
    reporters = [match for part in parts if (match := REPORTERS.match(part))]
    if sites or reporters:
        found.put("container-title", *sites[:1])
        found.put("author", *(reporters_in(reporters[0]["who"]) if reporters else ()))
        found.put("author", parts[0] if is_person(parts[0]) and parts[0] not in sites else "")
        return True
    names = [
        part
        for part in parts
        if pen_name(part)
        and not (
            _COUNTED.search(part) or _LENGTH.match(part) or is_date_line(part) or _NO_WRITERS.fullmatch(part)
        )
    ]
    return _of_weblog(found, names[0] if names else "", day)


def _day_of(parts: list[str]) -> str:
    return next((iso_date(part) for part in parts if is_date_line(part)), "")


def _of_account_parts(parts: list[str], found: Gathered) -> bool:
    """Read an account, a person and a day parted by bars in any order, perhaps with how long the text is."""
    told = [part for part in parts if not _LENGTH.match(part)]
    if len(told) != _PARTS or len(told) == len(parts):
        return False
    days = [part for part in told if is_date_line(part)]
    people = [part for part in told if is_family_name(part)]
    others = [part for part in told if part not in (*days, *people) and pen_name(part)]
    if not len(days) == len(people) == len(others) == 1 or _PLACE.search(others[0]):
        return False
    if _NO_WRITERS.fullmatch(others[0]):
        return False
    found.put("author", *people)
    found.put("container-title", *others)
    found.put("issued", iso_date(days[0]))
    found.type = "webpage"
    return True
