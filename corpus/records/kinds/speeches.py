"""Work reports and speeches: title, occasion, office and name."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.names import is_body, is_family_name, is_person
from corpus.records.lines.notices import is_notice
from corpus.records.lines.page import FrontPage, Gathered, without_masthead
from corpus.records.lines.whole_titles import with_lines_above
from index.lazy_pattern import LazyPattern

_OFFICE_AND_NAME: Final = LazyPattern(
    r"^(?P<office>[\u3400-\u9fff、]{1,30}(?:长|主任|主席|书记|董事长|总经理|总裁))[\s　]+"
    r"(?P<name>[\u3400-\u9fff]{2,4}|[\u3400-\u9fff][\s　]+[\u3400-\u9fff])$"
)
_JOINED: Final = LazyPattern(
    r"^[\u3400-\u9fff]{0,16}(?:[省市县区州]长|自治区主席|市委书记|省委书记|县委书记|检察长"
    r"|法院院长)(?P<name>[\u3400-\u9fff]{2,3})$"
)
"""Office and name without a blank between them, as a PDF gives them."""
_SPOKEN: Final = LazyPattern(r"^[—–-]{1,3}\s*(.+(?:会议|大会|论坛|仪式|年会|座谈会|峰会).*上.*)$")
_OCCASION: Final = LazyPattern(
    r"^[（(](.*(?:会议|大会|论坛).*上.*|\d{4}年\d{1,2}月\d{1,2}日(?:[，,；;][^（）()。]{1,16})?)[）)]$|^(\d{4}年\d{1,2}月\d{1,2}日在.+(?:会议"
    r"|大会|论坛).*上)$"
)
_GIVEN: Final = LazyPattern(r"(?:上|时)的(?:讲话|致辞|演讲|发言|贺词|报告)$")
_NAMED: Final = LazyPattern(
    r"^(?:[\u3400-\u9fff]{2,16}(?:长|书记|主任|主席|总裁"
    r"|总经理))?(?P<name>[\u3400-\u9fff]{2,4})[：:]?(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?在.{3,40}(?:上"
    r"|时)的[\u3400-\u9fff]{0,6}(?:讲话|致辞|演讲|发言)"
    r"(?:[（(].{1,8}[）)])?$"
)
"""A title that names who spoke, where and how."""
_SPEECH: Final = LazyPattern(r"(?:报告|讲话|致辞|演讲|发言|说明|贺词|献词)(?:[（(].{1,10}[）)])?$")

_GREETS: Final = LazyPattern(
    r"[（(]根据(?:现场)?(?:录音|速记|记录)整理|(?:各位)?(?:同志|代表|委员|来宾|朋友)们[:：，,]?$|(?:尊敬的|各位)"
)
"""How those who write down a speech, and who gives it, begin."""
_GREETING: Final = 6
_STUDY: Final = LazyPattern(
    r"(?:调研|调查|研究|评估|监测|分析|检测|审计|考察|检查)报告(?:[（(].{1,10}[）)])?$"
)
"""What nobody gives as a speech, though the day may stand in brackets below it."""


def read_speech(page: FrontPage) -> Gathered | None:
    """Read a work report or a speech: title, occasion, office and name."""
    lines = [line for line in without_masthead(page).head[:30] if not is_notice(line)]
    for place, line in enumerate(lines[1:], 1):
        spoken = _SPOKEN.match(line) or _OCCASION.match(line)
        if not spoken and not _dated_speech(lines[place - 1 : place + 2]):
            continue
        title = next(
            (above for above in reversed(lines[:place]) if _SPEECH.search(above) and len(above) < 50), ""
        )
        if not title and spoken and line[0] in "—–-" and _GIVEN.search(line):
            title = lines[place - 1]
        between = lines[lines.index(title) + 1 : place] if title in lines[:place] else []
        if any(map(is_body, between)) and line[0] in "（(" and not re.search(r"[上时]", line):
            return None
        if not title or (_STUDY.search(title) and not re.search(r"[上时]", line)):
            return None
        found = Gathered("report" if "报告" in title else "speech")
        whole = with_lines_above(lines, lines.index(title))
        found.put(
            "title",
            f"{whole}——{spoken[1]}" if spoken and line[0] in "—–-" and lines[place - 1] == title else whole,
        )
        found.put("issued", iso_date(line))
        above = lines.index(title) + 1 if title in lines[:place] else place
        for office in filter(None, map(_OFFICE_AND_NAME.match, lines[above:place])):
            found.put("author", re.sub(r"[\s　]", "", office["name"]))
        alone = (re.sub(r"[\s　]", "", one) for one in lines[above:place])
        found.put("author", next((one for one in alone if is_family_name(one)), ""))
        _speaker(lines[place + 1 : place + 4], found)
        return found
    return _signed_speech(lines)


def _signed_speech(lines: list[str]) -> Gathered | None:
    """Read a speech whose title names it, with who spoke and the day below."""
    below = lines[1:4]
    named = _NAMED.match(lines[0]) if lines else None
    if named and is_family_name(named["name"]):
        found = Gathered("speech")
        found.put("title", lines[0])
        found.put("author", named["name"])
        days = (iso_date(line, whole=True) for line in below)
        found.put("issued", next(filter(None, days), ""))
        return found
    spoken = (
        lines
        and _GIVEN.search(lines[0])
        and any(_OFFICE_AND_NAME.match(line) or is_person(line) for line in below)
    )
    signed = any(map(is_date_line, below)) or any(map(_GREETS.match, lines[1:_GREETING]))
    if not spoken or not signed:
        return None
    found = Gathered("speech")
    found.put("title", lines[0])
    _speaker(below, found)
    return found


def _dated_speech(lines: list[str]) -> bool:
    """Tell whether three lines are a speech's title, its day, and the office and name of who gave it."""
    return (
        len(lines) == len(("title", "day", "speaker"))
        and bool(_SPEECH.search(lines[0]))
        and is_date_line(lines[1])
        and bool(_OFFICE_AND_NAME.match(lines[2]))
    )


def _speaker(lines: list[str], found: Gathered) -> None:
    for line in lines:
        office, bare = _OFFICE_AND_NAME.match(line) or _JOINED.match(line), re.sub(r"[\s　]", "", line)
        if office:
            found.put("author", re.sub(r"[\s　]", "", office["name"]))
        elif is_date_line(line):
            found.put("issued", iso_date(line))
        elif is_person(bare):
            found.put("author", bare)
    for line in lines[:1]:
        found.put("author", line if is_body(line) else "")
    for *bodies, name in filter(None, map(str.split, lines[:2])):
        spoke = len(bodies) == 1 and is_body(bodies[0]) and is_family_name(name)
        found.put("author", name if spoke else "")
