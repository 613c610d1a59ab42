"""A byline read word by word: days, names with what they did, media and sheets in any order and with any marks.

A line counts only where every one of its words is understood, so that no layout needs a pattern of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, is_family_name, is_person, pen_name
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_DAY: Final = LazyPattern(
    r"(?P<day>(?<![\d.])(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-./]\d{1,2}[-./]\d{1,2}(?![\d.])))"
    r"(?:[\s　T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:[\s　]*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)
_SHEET: Final = LazyPattern(r"第?\s*(?P<page>[A-Z]?\d{1,3})\s*版(?:次|面)?(?:[:：·][\u3400-\u9fff]{2,6})?")
_QUOTED: Final = LazyPattern(r"《(?P<name>[^《》]{2,20})》(?:杂志|周刊|网站|客户端)?")
_COUNTS: Final = LazyPattern(
    r"(?:浏览|阅读|点击|访问|评论|点赞|收藏|转发)(?:次数|量|数)?[\s　]*[:：]?[\s　]*[\d,.]+[\s　]*[万wW]?\+?[\s　]*次?"
    r"|(?<![\d:：])[\d,.]+[\s　]*(?:次|人)?(?:阅读|浏览|评论|点赞|点击)|总?第[\s　]*\d+[\s　]*期"
    r"|字[号体][\s　:：]*(?:[大中小][\s　]*)+|\d{1,2}月\d{1,2}日"
)
_SHORT_DAY: Final = LazyPattern(r"(?<![\d.-])(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])[\s　]+\d{1,2}:\d{2}(?!\d)")
"""A day without its year, as pages of this year's news show it: 06-12 18:20."""
_DESK: Final = (
    r"(?:本[报网刊台版期]|[\u3400-\u9fff]{1,6}?(?:报|网|社|台|周刊|客户端)|特约|首席|见习|实习|资深|全媒体|融媒体?"
    r"|新媒体|新闻"
    r"|驻[\u3400-\u9fff]{2,3})*"
)
_WRITES: Final = (
    r"(?:记者|通讯员|实习生|特约撰稿人?|撰稿人?|撰文|作者|采写|执笔|文案|文字|主笔|采访整理|采访|整理|图文"
    r"|[图摄][/／、]文|文[/／、+][图摄]|文|写作|编写|(?:口述|讲述)(?:人|者)?)"
)
_HELPS: Final = (
    r"(?:(?:责任|执行|值班|本版|本期|实习|新媒体|视觉|文字|美术)*编辑|责编|美编|编审|校对|校审|审[核校签读]"
    r"|[初复终一二三]审|摄影|摄|图片?|制图|设计|视觉"
    r"|插[画图]|版式|排版|监制|统筹|策划|总?主?编|签发|视频|剪辑|翻译|译者?|供图|受访者?|嘉宾|主持人?|记录人?"
    r"|出品人|制作|运营|实习编辑|数据)"
)
_ROLE: Final = LazyPattern(rf"{_DESK}(?P<writes>{_WRITES})|(?P<helps>{_HELPS})")
_NAMES_FIRST: Final = LazyPattern(
    rf"(?:^|(?<=[\s　，,、；;]))(?P<name>[\u3400-\u9fff]{{2,4}})[\s　]?[/／][\s　]?"
    rf"(?P<role>{_WRITES}|{_HELPS})(?=$|[\s　，,、；;])"
)
"""A name before what it did: 某人/口述."""
_GLUED: Final = LazyPattern(
    rf"(?P<role>{_DESK}{_WRITES})(?P<name>[\u3400-\u9fff]{{2,4}}?)(?:报道|综合报道|摄影报道|文)?"
)
_NO_WORD: Final = LazyPattern(
    r"(?:本[报网刊台]|早报|晚报|日报|商报|时报)?讯|电|报道|综合报道|综合|摄影报道|摄影|整理|原创|关注|＋关注|\+关注"
    r"|已关注|全文|发自\S{2,6}|从\S{2,6}报道|[\u3400-\u9fff]{2,4}报道|分享"
    r"|打印|收藏|大|中|小|首发|独家|据\S{2,12}报道"
)
_PUBLISHED: Final = LazyPattern(
    r"(?:发布|发表|刊发|刊登|刊载|发稿|刊于|写于|作于|发布于|发表于|编辑于|首发于|时间|日期|发布时间|发布日期)"
)
_CHANGED: Final = LazyPattern(
    r"(?:最后|最近)?(?:更新|修改|修订|收稿|施行|实施|生效|采访|访问)(?:时间|日期|于)?"
    r"|(?:最后|最近)编辑(?:时间|日期|于)?|编辑(?:时间|日期)"
)
_CHANGED_THEN: Final = LazyPattern(r"[\s　]*(?:最后)?(?:更新|修改|修订|编辑过)")
_TAKEN: Final = LazyPattern(
    r"(?:本文|文章|原文|内容|稿件)?(?:摘自|选自|原载|原刊|载于|原载于|刊载于|转自|转载自|来源|来源于|出处|供稿|出品"
    r"|据|稿源)"
)
_BREAKS: Final = LazyPattern(r"[\s　|｜丨·•,，;；、:：/／()（）【】\[\]〔〕<>＜＞\-—–_]+")
_BULLETS: Final = " 　\t□■●◎▲△◆◇★☆▪*※"
_LEAD_END: Final = LazyPattern(r"(?:讯|电|报道)(?=[\s　:：】）)])|[】）)]")
_LONGEST: Final = 70
_LONGEST_LEAD: Final = 60
_WORDS: Final = 14
_SHORTEST_SENTENCE: Final = 6


@dataclass(slots=True)
class Byline:
    """What a line says: writers, the medium, the day and the sheet; empty where it says nothing of them."""

    authors: list[str] = field(default_factory=list)
    medium: str = ""
    day: str = ""
    sheet: str = ""


def byline_of(line: str) -> Byline | None:
    """Return what a line says that is nothing but a byline, ``None`` where a word of it is something else."""
    bare = line.strip(_BULLETS)
    if not 4 <= len(bare) <= _LONGEST or bare[-1:] in "。！？?!…":
        return None
    bare = _NAMES_FIRST.sub(r"\g<role> \g<name>", bare)
    reading = _Reading(listed="、" in bare)
    if not all(reading.take(kind, word) for kind, word in _words(bare)):
        return None
    found, alone = reading.found, reading.alone
    if alone and not (found.medium and found.day):
        return None
    found.authors += [alone] if alone and not found.authors else []
    if found.authors or (found.medium and (found.day or found.sheet or reading.dated)):
        return found
    return found if reading.told and _opens_with_day(bare) else None


@dataclass(slots=True)
class _Reading:
    """A byline read from left to right: what was found, and what the word read last says of the next."""

    listed: bool
    """Whether several stand beside one another in the line."""
    found: Byline = field(default_factory=Byline)
    role: str = ""
    """``writes``, ``helps`` or ``medium``: what a name that comes next is."""
    changed: bool = False
    """Whether the day that comes next is only the one of a change."""
    dated: bool = False
    """Whether a day without its year stands in the line."""
    told: bool = False
    alone: str = ""
    """A name beside which nothing says what it is."""

    def take(self, kind: str, word: str) -> bool:
        """Take one word in; ``False`` where it belongs to no byline."""
        found = self.found
        if kind == "day":
            if not self.changed and not found.day:
                found.day = word
            self.changed, self.told = False, self.told or bool(found.day)
        elif kind == "sheet":
            found.sheet = found.sheet or word
        elif kind == "short":
            self.dated = True
        elif kind == "medium":
            found.medium = found.medium or word
            self.role = ""
        else:
            return self._says_role(word) or self._names(word)
        return True

    def _says_role(self, word: str) -> bool:
        """Take in a word that says what the next is: 记者, 发布于, 来源; ``False`` where it says nothing of it."""
        if _CHANGED.fullmatch(word):
            self.changed, self.role = True, ""
        elif _PUBLISHED.fullmatch(word) or _TAKEN.fullmatch(word):
            self.role = "medium" if _TAKEN.fullmatch(word) else ""
        elif as_role := _ROLE.fullmatch(word):
            desk = word[: -len(as_role["writes"])] if as_role["writes"] else ""
            own = SITE.match(desk) and not desk.startswith("本")
            self.found.medium = self.found.medium or (desk if own else "")
            self.role = "writes" if as_role["writes"] else "helps"
        else:
            return False
        return True

    def _names(self, word: str) -> bool:
        """Take in a name or a word without weight; ``False`` for any other word."""
        found = self.found
        glued = _GLUED.fullmatch(word)
        if glued and (is_family_name(glued["name"]) or (self.listed and is_person(glued["name"]))):
            found.authors.append(glued["name"])
            self.role = "writes"
        elif _NO_WORD.fullmatch(word):
            return True
        elif word.endswith("讯") and SITE.match(word[:-1]):
            found.medium = found.medium or word[:-1]
        elif not self.role and not self.alone and is_family_name(word) and not SITE.match(word):
            self.alone = word
        elif not _take(word, self.role, found):
            return False
        else:
            self.role = "" if self.role == "medium" else self.role
        return True


def _opens_with_day(bare: str) -> bool:
    """Tell whether a line is its day and the word that says it is one: 写于2020年2月14日."""
    day = _DAY.match(bare)
    return _PUBLISHED.match(bare) is not None or (
        day is not None
        and bool(_PUBLISHED.match(bare, day.end() + (bare[day.end() : day.end() + 1] in " 　")))
    )


def _take(word: str, role: str, found: Byline) -> bool:
    """Put a word where it belongs; ``False`` where it is neither a name nor a medium."""
    if (
        role == "writes"
        and not SITE.match(word)
        and not is_body(word)
        and (is_person(word) or pen_name(word))
    ):
        found.authors.append(word)
    elif role == "helps" and (is_person(word) or pen_name(word)):
        return True
    elif role == "medium" or SITE.match(word) or is_body(word):
        if found.medium or not 2 <= len(word) <= 16:
            return False
        found.medium = word
    else:
        return False
    return True


def _words(line: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a line with what their form says of them: a day, a sheet, a quoted medium, or a word."""
    marked: list[tuple[int, int, str, str]] = []
    for day in _DAY.finditer(line):
        if _CHANGED_THEN.match(line, day.end()):
            marked.append((day.start(), day.end(), "", ""))
        elif iso_date(day["day"], whole=True):
            marked.append((day.start(), day.end(), "day", iso_date(day["day"], whole=True)))
    marks = (
        ("sheet", _SHEET, "page"),
        ("medium", _QUOTED, "name"),
        ("", _COUNTS, 0),
        ("short", _SHORT_DAY, 0),
    )
    for kind, form, name in marks:
        marked.extend((one.start(), one.end(), kind, one[name]) for one in form.finditer(line))
    start = count_of = 0
    for begin, end, kind, value in (*sorted(marked), (len(line), len(line), "", "")):
        if begin < start:
            continue
        for word in filter(None, _BREAKS.split(_joined_marks(line[start:begin]))):
            count_of += 1
            yield ("word", word) if count_of <= _WORDS else ("word", "…")
        if kind:
            yield kind, value
        start = end


def _joined_marks(stretch: str) -> str:
    """Return a stretch with the marks inside a role (文/图) as ones no word is broken at."""
    return re.sub(
        r"(?<![\u3400-\u9fff])(?:文字?|图片?|摄影?)[/／、+](?:文字?|图片?|摄影?)(?![\u3400-\u9fff])",
        r"图文",
        stretch,
    )


def lead_of(line: str) -> Byline | None:
    """Return what stands before the first sentence of news, 晚报讯 记者甲报道：, ``None`` where a sentence does."""
    best = None
    for end in _LEAD_END.finditer(line[:_LONGEST_LEAD]):
        behind = line[end.end() :].strip(" 　:：")
        told = byline_of(line[: end.end()]) if len(behind) >= _SHORTEST_SENTENCE else None
        best = told if told is not None and told.authors else best
    return best


def put(told: Byline | None, found: Gathered) -> bool:
    """Put what a byline says into fields that are still empty; tell whether it says anything."""
    if told is None:
        return False
    found.put("author", *told.authors)
    found.put("container-title", told.medium)
    found.put("issued", told.day)
    found.put("page", told.sheet if "container-title" in found.fields else "")
    return True


def with_lone_roles(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines with a role that stands alone (记者) joined to the name on the line below it."""
    whole: list[str] = []
    waiting = ""
    for line in lines:
        if waiting:
            whole.append(f"{waiting}　{line}")
            waiting = ""
        elif _ROLE.fullmatch(line.strip(_BULLETS)) or _TAKEN.fullmatch(line):
            waiting = line
        elif whole and SITE.match(whole[-1]) and _DAY.match(line):
            whole[-1] = f"{whole[-1]}　{line}"
        else:
            whole.append(line)
    return (*whole, waiting) if waiting else tuple(whole)
