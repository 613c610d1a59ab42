"""A byline read word by word: days, names with what they did, media and sheets in any order and with any marks.

A line counts only where every one of its words is understood, so that no layout needs a pattern of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from corpus.records.bylines.byline_vocabulary import (
    ALL_BEHIND,
    BEHIND,
    CHANGED,
    CHANGED_THEN,
    COUNTS,
    FOREIGNER,
    GLUED,
    NAMED_MEDIUM,
    NAMES_FIRST,
    NO_WORD,
    PUBLISHED,
    ROLE,
    SENT_IN,
    TAKEN,
)
from corpus.records.bylines.label_lines import is_source
from corpus.records.lines.byline_forms import COLUMN, SITE
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, is_family_name, is_person, pen_name
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_DAY: Final = LazyPattern(
    r"(?P<day>(?<![\d.])(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-./]\d{1,2}[-./]\d{1,2}(?![\d.]))"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
    r"(?:[\s　T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:[\s　]*[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)
_SHEET: Final = LazyPattern(r"第?\s*(?P<page>[A-Z]?\d{1,3})\s*版(?:次|面)?(?:[:：·][\u3400-\u9fff]{2,6})?")
_QUOTED: Final = LazyPattern(r"《(?P<name>[^《》]{2,20})》(?:杂志|周刊|网站|客户端)?")
_SHORT_DAY: Final = LazyPattern(
    r"(?<![\d.-])(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])[\s　]+\d{1,2}:\d{2}(?!\d)"
    r"|(?<![\d年])\d{1,2}月\d{1,2}日(?:[\s　]*\d{1,2}:\d{2}(?::\d{2})?)?"
)
"""A day without its year, as pages of this year's news show it: 06-12 18:20."""
_BREAKS: Final = LazyPattern(r"[\s　|｜丨·•,，;；、:：/／()（）【】\[\]〔〕<>＜＞\-—–_]+")
_BULLETS: Final = " 　\t□■●◎▲△◆◇★☆▪*※"
_LEAD_END: Final = LazyPattern(r"(?:讯|电|报道)(?=[\s　:：】）)])|[】）)]")
_PART: Final = LazyPattern(r"[\u3400-\u9fff]{2,8}[部处科室股组队]")
"""A part of a body, which sends in what it did."""
_ISSUE: Final = LazyPattern(
    r"(?P<year>(?<!\d)(?:19|20)\d{2})\s*年?\s*[,，]?\s*第\s*(?P<issue>\d{1,3})\s*期"
    r"|(?<!\d)(?P<bare>(?:19|20)\d{2})\s*年\s*(?P<number>\d{1,2})\s*期"
)
"""The number of a magazine with its year."""
_OPENING: Final = LazyPattern(r"本[报网刊台][\u3400-\u9fff]{0,6}[讯电]")
_OPENS_NEWS: Final = LazyPattern(
    r"本[报网刊台][\u3400-\u9fff\d]{0,12}[讯电][ 　]+(?:[\u3400-\u9fff]{0,4}记者|通讯员)"
)
_BLANKS: Final = LazyPattern(r"[ 　]+(?=[\u3400-\u9fff“《\d])")
_SHORT_NAME: Final = 3
_STOOD_IN: Final = frozenset(["发表于", "首发于", "刊于", "发布于"])
"""What stands between who wrote a text and where it stood."""
_LONGEST: Final = 80
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
    translators: list[str] = field(default_factory=list)
    issue: str = ""
    year: str = ""


def byline_of(line: str) -> Byline | None:
    """Return what a line says that is nothing but a byline, ``None`` where a word of it is something else."""
    bare = line.strip(_BULLETS)
    if not 4 <= len(bare) <= _LONGEST or bare[-1:] in "。！？?!…":
        return None
    bare = NAMES_FIRST.sub(r"\g<role> \g<name>", bare)
    bare = BEHIND.sub(r"\g<role> \g<name>", bare) if ALL_BEHIND.fullmatch(bare) else bare
    reading = _Reading(listed="、" in bare)
    if not all(reading.take(kind, word) for kind, word in _words(bare)):
        return None
    found, alone = reading.found, reading.alone
    dated = found.day and (found.medium or reading.counted)
    if alone and not (dated or (found.medium and reading.noted)):
        return None
    found.authors += [alone] if alone and not found.authors else []
    if (
        found.authors
        or found.translators
        or (found.medium and (found.day or found.sheet or found.issue or reading.dated or reading.noted))
    ):
        return found
    return found if reading.told and _opens_with_day(bare) else None


@dataclass(slots=True)
class _Reading:
    """A byline read from left to right: what was found, and what the word read last says of the next."""

    listed: bool
    """Whether several stand beside one another in the line."""
    found: Byline = field(default_factory=Byline)
    role: str = ""
    """``writes``, ``translates``, ``helps``, ``sent`` or ``medium``: what a name that comes next is."""
    changed: bool = False
    """Whether the day that comes next is only the one of a change."""
    dated: bool = False
    """Whether a day without its year stands in the line."""
    noted: bool = False
    """Whether the medium stands behind the word that says it is one."""
    told: bool = False
    counted: bool = False
    """Whether readers are counted in the line, or a column of a site is named."""
    alone: str = ""
    """A name beside which nothing says what it is."""

    def take(self, kind: str, word: str) -> bool:
        """Take one word in; ``False`` where it belongs to no byline."""
        found = self.found
        if kind == "count":
            self.counted = True
        elif kind == "day":
            self.role = "" if self.role == "medium" else self.role
            if not self.changed and not found.day:
                found.day = word
            self.changed, self.told = False, self.told or bool(found.day)
        elif kind == "issue":
            told = _ISSUE.fullmatch(word)
            found.year = (told["year"] or told["bare"]) if told else ""
            found.issue = str(int(told["issue"] or told["number"])) if told else ""
        elif kind == "sheet":
            found.sheet = found.sheet or word
        elif kind == "short":
            self.dated = True
        elif kind == "medium":
            found.medium = found.medium or word
            self.role = ""
        elif kind == "foreigner":
            self._put(self.role if self.role in ("translates", "helps") else "writes", word)
        else:
            return self._says_role(word) or self._names(word)
        return True

    def _put(self, role: str, name: str) -> None:
        """Put a name among those who did what ``role`` says."""
        if role == "writes":
            self.found.authors.append(name)
        elif role == "translates":
            self.found.translators.append(name)

    def _says_role(self, word: str) -> bool:
        """Take in a word that says what the next is: 记者, 发布于, 来源; ``False`` where it says nothing of it."""
        if CHANGED.fullmatch(word):
            self.changed, self.role = True, ""
        elif PUBLISHED.fullmatch(word):
            self.role = "medium" if self.alone and word in _STOOD_IN else ""
        elif TAKEN.fullmatch(word):
            self.role = "medium"
        elif SENT_IN.fullmatch(word):
            self.role = "sent"
        elif as_role := ROLE.fullmatch(word):
            desk = word[: -len(as_role["writes"])] if as_role["writes"] else ""
            own = SITE.match(desk) and not desk.startswith("本")
            self.found.medium = self.found.medium or (desk if own else "")
            self.role = next(name for name in ("writes", "translates", "helps") if as_role[name])
        else:
            return False
        return True

    def _names(self, word: str) -> bool:
        """Take in a name or a word without weight; ``False`` for any other word."""
        found = self.found
        glued = GLUED.fullmatch(word)
        if glued and (is_family_name(glued["name"]) or (self.listed and is_person(glued["name"]))):
            found.authors.append(glued["name"])
            self.role = "writes"
        elif NO_WORD.fullmatch(word) or _OPENING.fullmatch(word):
            return True
        elif word.endswith("讯") and SITE.match(word[:-1]):
            found.medium = found.medium or word[:-1]
        elif self.alone and COLUMN.fullmatch(word):
            self.counted = True
        elif not self.role and not self.alone and is_family_name(word) and not SITE.match(word):
            self.alone = word
        else:
            return self._names_for_role(word)
        return True

    def _names_for_role(self, word: str) -> bool:
        """Take a word for whom or what the role read last speaks of; ``False`` where it is neither name nor medium."""
        found, role = self.found, self.role
        named = not SITE.match(word) and bool(is_person(word) or pen_name(word))
        if (role in ("writes", "translates") and named and not is_body(word)) or (role == "helps" and named):
            self._put(role, word)
        elif role == "writes" and SITE.match(word) and len(word) <= _SHORT_NAME:
            found.authors.append(word)  # how offices that send news in shorten their names
        elif role == "sent" and not SITE.match(word) and (named or is_body(word) or _PART.fullmatch(word)):
            found.authors.append(word)
        elif role in ("medium", "sent") or SITE.match(word) or is_body(word) or NAMED_MEDIUM.fullmatch(word):
            if found.medium or not 2 <= len(word) <= 16:
                return False
            found.medium = word
            self.noted, self.role = (self.noted or role == "medium") and is_source(word), ""
        else:
            return False
        return True


def _opens_with_day(bare: str) -> bool:
    """Tell whether a line is its day and the word that says it is one: 写于2020年2月14日."""
    day = _DAY.match(bare)
    return PUBLISHED.match(bare) is not None or (
        day is not None
        and bool(PUBLISHED.match(bare, day.end() + (bare[day.end() : day.end() + 1] in " 　")))
    )


def _words(line: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a line with what their form says of them: a day, a sheet, a quoted medium, or a word."""
    marked: list[tuple[int, int, str, str]] = []
    for day in _DAY.finditer(line):
        if CHANGED_THEN.match(line, day.end()):
            marked.append((day.start(), day.end(), "", ""))
        elif iso_date(day["day"], whole=True):
            marked.append((day.start(), day.end(), "day", iso_date(day["day"], whole=True)))
    marks = (
        ("issue", _ISSUE, 0),
        ("foreigner", FOREIGNER, "name"),
        ("sheet", _SHEET, "page"),
        ("medium", _QUOTED, "name"),
        ("count", COUNTS, 0),
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


def _ends_of(line: str) -> Iterator[int]:
    """Yield where what stands before the first sentence may end; behind 本报讯 a name without brackets may follow."""
    yield from (end.end() for end in _LEAD_END.finditer(line[:_LONGEST_LEAD]))
    if _OPENS_NEWS.match(line):
        yield from (blank.start() for blank in _BLANKS.finditer(line[:_LONGEST_LEAD]))


def lead_of(line: str) -> Byline | None:
    """Return what stands before the first sentence of news, 晚报讯 记者甲报道：, ``None`` where a sentence does."""
    best = None
    for end in _ends_of(line):
        behind = line[end:].strip(" 　:：")
        told = byline_of(line[:end]) if len(behind) >= _SHORTEST_SENTENCE else None
        best = told if told is not None and told.authors else best
    return best


def put(told: Byline | None, found: Gathered) -> bool:
    """Put what a byline says into fields that are still empty; tell whether it says anything."""
    if told is None:
        return False
    found.put("author", *told.authors)
    found.put("translator", *told.translators)
    found.put("issued", told.day)
    if told.issue and told.medium:
        found.put("container-title", re.sub(r"(?<=[\u3400-\u9fff]{2})杂志$", "", told.medium))
        found.put("issue", told.issue)
        found.put("issued", told.year)
        found.type = "article-magazine" if found.type == "document" else found.type
    found.put("container-title", told.medium)
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
        elif ROLE.fullmatch(line.strip(_BULLETS)) or TAKEN.fullmatch(line):
            waiting = line
        elif whole and SITE.match(whole[-1]) and _DAY.match(line):
            whole[-1] = f"{whole[-1]}　{line}"
        else:
            whole.append(line)
    return (*whole, waiting) if waiting else tuple(whole)
