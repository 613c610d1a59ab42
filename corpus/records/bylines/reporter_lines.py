"""Reporters: on a line of their own, in the first sentence of news, in the note about the author."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.byline_forms import CLOCK, COLUMN, DAY, NO_DAY, REPORTERS
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, is_family_name, pen_name, people_in
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_IN_TEXT: Final = LazyPattern(
    r"^[【〔\[]?(?:(?P<agency>[\u3400-\u9fff]{2,6}?(?:社|网|台|报)(?:客户端)?)?(?P<where>[\u3400-\u9fff]{2,8}?)?(?:\d{1,2}月\d{1,2}日)?(?P<kind>专?[电讯]|消息)"
    r"|本[报网刊台社](?:[\u3400-\u9fff]{2,8}?)?(?:\d{1,2}月\d{1,2}日)?专?[电讯])[】〕\]]?"
    r"[\s　]*[（(](?P<who>[^（）()]{2,60})[）)]"
)
_AGENCY: Final = LazyPattern(
    r"^(?P<agency>[\u3400-\u9fff]{2,5}?(?:社|网))(?P<where>[\u3400-\u9fff]{2,6}?)(?:\d{4}年)?"
    r"\d{1,2}月\d{1,2}日(?:电|讯)(?=[\s　])"
    r"(?:[\s　]+记者[\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,20}?)报[道导](?=[\s　:：，]))?"
)
"""What opens news of an agency, its reporters before the first sentence or not."""
_BEHIND: Final = LazyPattern(
    r"[。！”][（(](?P<who>(?:本[报网刊台])?(?:特约|首席|见习|实习|资深|全媒体)*"
    r"(?:记者|通讯员)[\s　:：]*[^（）()。]{2,40})[）)]$"
)
"""Who wrote, in brackets behind the first paragraph of news."""
_OF_SITE: Final = LazyPattern(r"^(?!本)(?P<site>[\u3400-\u9fff]{2,8}?(?:网|报|社|台|客户端))讯(?=[\s　])")
_TOGETHER: Final = LazyPattern(r"[\s　]*(?:文/图|图/文|文/摄|文并图|文图|摄影报道|摄影并文)$")
_OTHER_ROLES: Final = LazyPattern(
    r"[\s　]+(?:编辑|责编|责任编辑|审核|校对|编审|摄影(?:记者)?|摄像|制图|图|摄|监制|值班|视频"
    r"|图片|拍摄|剪辑|海报|设计|航拍|出镜|制作|统筹|策划|审签|配音)[\s　:：]"
)
_PHOTOGRAPHER: Final = LazyPattern(r"[\s　]+文[\s　]*[/／|｜][\s　]*[\u3400-\u9fff]{2,4}[\s　]+[图摄]$")
"""Who took the pictures, behind who wrote: 某甲 文 / 某乙 图."""
_BULLETED: Final = LazyPattern(r"^[◎■□●○◇◆▲△★☆][\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,14})$")
_LEAD: Final = LazyPattern(
    r"^[（(](?:本[报网刊]|见习|特约)?记者[\s　:：]+(?P<who>[^（）()]{2,30}?)(?:[\s　]*(?:摄影报道|文/图|报道|摄))?[）)]"
)
_REPORTED: Final = LazyPattern(
    r"^【(?:本[报台网刊]|(?P<paper>[\u3400-\u9fff]{2,8}?(?:报|网|社|台|周刊|新闻|客户端)))"
    r"记者[\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,14}?)报[道导]】"
)
_WIRED: Final = LazyPattern(
    r"^[（(【](?P<agency>[\u3400-\u9fff]{2,6}[社网])记者[\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,12}?)"
    r"(?P<where>[\u3400-\u9fff]{2,3})(?:\d{1,2}月)?\d{1,2}日[\s　]*(?:综合)?(?:外电)?[电電讯訊][）)】]"
)
"""What opens news of an agency with all of it in brackets: （某社記者某某台南14日電）."""
_FROM_PLACE: Final = LazyPattern(
    r"^[【〔［\[（(](?:本[报台网刊])?记者[\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,14}?)[\s　]*[/／][\s　]*"
    r"[\u3400-\u9fff]{1,8}报[道导][】〕］\])）]"
)
"""What opens news of the island: 〔記者某某／台南報導〕."""
_DATED_LEAD: Final = LazyPattern(
    rf"^[（(]?(?P<day>{DAY})[\s　，,·]+[\u3400-\u9fff]{{2,8}}[）)]?[\s　]*[—–-]{{1,2}}(?!\d)"
)
"""The day and the place that open what a firm or an office tells the press."""
_BLANK_LABEL: Final = LazyPattern(
    r"^(?:作者|原作者|原文作者|撰文|文|采写|文字)[\s　]+(?![/／])"
    r"(?P<who>[^|｜·:：，。]{2,24}?)(?:(?:发表|发布|写|刊)于[^|｜]*)?(?:[\s　]*[|｜·][\s　]*(?P<rest>.*))?$"
)
_QUOTED: Final = LazyPattern(
    r"《(?P<name>[^《》]{2,14})》(?:杂志|周刊)?[\s　]*(?P<rest>(?:特约|首席|见习|实习)?(?:记者|撰稿人?"
    r"|主笔)[\s　:：]+[\u3400-\u9fff、 　]{2,14}?)"
    r"(?:[\s　]*[｜|/／][\s　]*文)?"
)
"""The magazine before its reporter: 《某周刊》记者 某甲｜文."""
_FROM: Final = LazyPattern(
    r"(?<=[\u3400-\u9fff])[\s　]+(?:发自|自)[\s　]?[\u3400-\u9fff]{2,8}(?:报道|发回)?$"
)
"""Where a dispatch was sent from, behind the names."""
_SHEET: Final = LazyPattern(rf"{DAY}[\s　]+第(?P<page>[A-Z]?\d{{1,3}})版")
"""The sheet of a paper behind its day."""
_ABOUT: Final = LazyPattern(
    r"^[（(【\[]?作者(?:简介|介绍|系)[】\]]?[\s　:：]+(?P<who>[\u3400-\u9fff]{2,4})[，,（(]"
)

_BODY_AND_NAME: Final = LazyPattern(
    r"(?P<body>[\u3400-\u9fff]{4,20})[\s　]+(?P<office>[\u3400-\u9fff]{0,8}(?:长|书记|主任|主席|教授|研究员|讲师"
    r"|总裁|总经理|董事|工程师|会员|博士|秘书))[\s　]+(?P<name>[\u3400-\u9fff]{2,4})"
)
"""Where someone works, as what, and the name: 某大学 教授 某人."""


def of_writer(line: str, found: Gathered) -> bool:
    """Read reporters, a label parted by a blank, and the note about the author."""
    line = _FROM.sub("", line)
    quoted = _QUOTED.fullmatch(line)
    if quoted:
        of_writer(quoted["rest"], found)
        found.put("container-title", quoted["name"] if "author" in found.fields else "")
        return "author" in found.fields
    reporters, blank, about = REPORTERS.match(line), _BLANK_LABEL.match(line), _ABOUT.match(line)
    if reporters and (names := reporters_in(re.sub(rf"[\s　]+{DAY}{CLOCK}$", "", reporters["who"]))):
        found.put("author", *names)
        found.put("container-title", reporters["paper"] or "")
        found.put("issued", "" if NO_DAY.search(line) else iso_date(line, whole=True))
        sheet = _SHEET.search(line)
        found.put("page", sheet["page"] if sheet else "")
        return True
    if blank and (names := people_in(blank["who"]) or [pen_name(blank["who"])]):
        found.put("author", *names)
        found.put("issued", iso_date(blank["rest"] or "", whole=True))
        return bool(names[0])
    of_body = _BODY_AND_NAME.fullmatch(line)
    if of_body and is_body(of_body["body"]) and is_family_name(of_body["name"]):
        found.put("author", of_body["name"])
        return True
    bulleted = _BULLETED.match(line)
    if bulleted:
        names = people_in(bulleted["who"])
        found.put("author", *(() if len(names) == 1 and COLUMN.search(names[0]) else names))
    if about:
        found.put("author", about["who"])
    return bool(about)


def in_text(line: str, found: Gathered) -> bool:
    """Read the first sentence of news, 某社某地某日电（记者甲、乙）, and tell whether the line is one."""
    news, agency, about = _IN_TEXT.match(line), _AGENCY.match(line), _ABOUT.match(line)
    found.put("author", about["who"] if about else "")
    dated = _DATED_LEAD.match(line)
    found.put("issued", iso_date(dated["day"]) if dated else "")
    lead = _LEAD.match(line) or _REPORTED.match(line) or _FROM_PLACE.match(line)
    if lead:
        found.put("author", *reporters_in(lead["who"]))
        found.put("container-title", lead.groupdict().get("paper") or "")
        found.type = "article-newspaper"
        return False
    wired = _WIRED.match(line)
    if wired and (who := _before_place(wired["who"] + wired["where"])):
        found.put("author", *who)
        found.put("container-title", wired["agency"])
        found.type = "article-newspaper"
        return False
    behind = _BEHIND.search(line)
    if behind and (told := reporters_in(behind["who"])):
        site = _OF_SITE.match(line)
        found.put("author", *told)
        found.put("container-title", site["site"] if site else "")
    names = reporters_in(news["who"]) if news else []
    if news and names:
        found.put("author", *names)
        found.put("container-title", news["agency"] or "")
        found.type = "webpage" if (news["agency"] or "").endswith(("网", "客户端")) else "article-newspaper"
        return True
    if agency:
        found.put("container-title", agency["agency"])
        found.put("author", *(people_in(agency["who"]) if agency["who"] else ()))
        found.type = "article-newspaper"
    return bool(agency)


def _before_place(text: str) -> list[str]:
    """Return the names a stretch begins with, the last of them followed by a place of two or three characters."""
    *names, last = re.split(r"[、\s　]+", text)
    end = next((end for end in (3, 2, 4) if is_family_name(last[:end]) and 2 <= len(last) - end <= 3), 0)
    return people_in("、".join((*names, last[:end]))) if end else []


def reporters_in(text: str) -> list[str]:
    """Return the names of a list like 首席记者甲、通讯员乙."""
    text = _FROM.sub("", text)
    listed = _TOGETHER.sub("", _OTHER_ROLES.split(_PHOTOGRAPHER.sub("", text))[0])
    bare = re.sub(
        r"[、，,]?\s*(?:本报|本网|[\u3400-\u9fff]{2,8}?(?:报|网|社|台|周刊|客户端|融媒体?))?(?:驻[\u3400-\u9fff]{2,3}|特约|特派|首席|见习|实习|资深|全媒体)*(?:记者|通讯员|实习生)[\s:：]*",
        " ",
        f" {listed}",
    )
    return people_in(bare)
