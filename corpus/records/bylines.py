"""Single lines of a byline without labels: 原创 …, Posted on …, a day beside a site, reporters, the place of print."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.dates import is_date_line, iso_date
from corpus.records.labels import is_labelled, pairs
from corpus.records.names import is_family_name, is_person, pen_name, people_in
from corpus.records.page import Gathered
from corpus.records.titles import ORIGINAL

SITE: Final = re.compile(
    r"^[\u3400-\u9fffA-Za-z]{2,16}(?:网|报|社|客户端|频道|周刊|月刊|杂志|融媒|融媒体中心|电视台|电台|广播电视台|日报|晚报|发布|在线|通讯|热线|之声|新闻)$"
)
_POSTED: Final = re.compile(
    r"^(?:Posted on|Posted|发表于|发布于)\s*(?P<date>.+?)\s*(?:by|(?<![\u3400-\u9fff])作者[:：]?)\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
_IN_TEXT: Final = re.compile(
    r"^(?:(?P<agency>[\u3400-\u9fff]{2,6}?(?:社|网|台|报)(?:客户端)?)?(?P<where>[\u3400-\u9fff]{2,8}?)?(?:\d{1,2}月\d{1,2}日)?(?P<kind>电|讯)|(?:本报|本网|本刊)讯)"
    r"[\s　]*[（(](?P<who>[^（）()]{2,60})[）)]"
)
_AGENCY: Final = re.compile(
    r"^(?P<agency>[\u3400-\u9fff]{2,5}?(?:社|网))(?P<where>[\u3400-\u9fff]{2,6}?)\d{1,2}月\d{1,2}日(?:电|讯)(?=[\s　])"
)
_DAY: Final = r"\d{4}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})"
_CONTAINER_DATE: Final = re.compile(
    rf"(?:(?P<c>{_DAY})[\s　]*)?(?:本文|原文|原载|刊于|载于|刊载于|发表于|来源|出处|摘自|转自)"
    rf".{{0,6}}?(?:(?P<a>{_DAY})[^《]{{0,6}})?"
    rf"《(?P<name>[^》]{{2,20}})》\s*[（(]?(?P<b>{_DAY})?[^第\dA-Z]{{0,4}}(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_WRITER: Final = re.compile(
    r"作者(?:系|为|是)?[\s　:：]*(?P<who>[\u3400-\u9fff]{2,4}(?:[、\s　]+[\u3400-\u9fff]{2,4}){0,2})(?=[，,；;）)\s]|$)"
)
_NO_DAY: Final = re.compile(r"(?:更新|修改|施行|实施|收稿|浏览)(?:时间|日期|于)?\s*[:：]?\s*\d{4}|出生")
_REPORTERS: Final = re.compile(
    r"^[□■●◎▲\s（(]*(?:(?P<paper>[\u3400-\u9fff]{2,8}?(?:报|网|社|台|周刊|融媒体?|新闻|客户端))[\s　]*)?"
    r"(?:本[报网刊台]|特约|首席|见习|实习|资深|全媒体|融媒体)*"
    r"(?:记者|通讯员|评论员|特约撰稿人?|撰稿人)[\s　:：/]+(?P<who>\S.*?)(?:[\s　]+发自[\s　]*\S{2,8})?"
    r"(?:[\s　]*(?:文/摄|文/图|文并图|图/文|摄影报道|报道|文|摄))?[）)]?$"
)
_TOGETHER: Final = re.compile(r"[\s　]*(?:文/图|图/文|文/摄|文并图|文图|摄影报道|摄影并文)$")
_OTHER_ROLES: Final = re.compile(
    r"[\s　]+(?:编辑|责编|责任编辑|审核|校对|编审|摄影|制图|图|摄|监制|值班)[\s　:：]"
)
_WRITER_PART: Final = re.compile(r"^(?:作者|记者|文|撰文)[\s　:：]+(?P<who>[\u3400-\u9fff、\s　]{2,16})$")
_BARS: Final = re.compile(r"[\s　]*[|｜丨·][\s　]*")
_NO_WRITERS: Final = re.compile(
    r"随笔|日记|杂谈|杂文|未分类|默认分类|技术|读书|影评|笔记|数据|碎碎念|日常|思考|教程|旅行|书评|散文|原创|转载|生活|学习|工作|阅读|代码|编程|写作"
)
"""Names of a blog's drawers, which stand beside the day as a writer does."""
_READING_TIME: Final = re.compile(r"^约?\d{1,3}\s*分钟(?:阅读|读完)$|^\d+\s*min(?:ute)?s? read$")
_COUNTED: Final = re.compile(r"评论|阅读|浏览|留言|点赞|次$")
_FOOT: Final = re.compile(
    r"^[（(]?(?:摘自|选自|原载)?《(?P<name>[^》]{2,20})》\s*[（(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[\s　,，]*"
    r"(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_OF_ISSUE: Final = re.compile(
    r"^《(?P<name>[^》]{2,16})》(?:杂志|周刊|双周刊|月刊|半月刊|季刊)?[\s　,，·]*(?P<year>\d{4})\s*年?"
    r"[\s　,，]*第\s*(?P<issue>\d{1,3})\s*期(?:[\s　]*[（(]?总第?\s*\d+\s*期[）)]?)?$"
)
_BULLETED: Final = re.compile(r"^[◎■□●○◇◆▲△★☆][\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,14})$")
_OF_BODY: Final = re.compile(r"作者(?:系|为|是)[^，。；]{4,40}[\s　](?P<who>[\u3400-\u9fff]{2,4})[）)]?$")
_MONTHLY: Final = re.compile(
    r"^《(?P<name>[^》]{2,16})》(?:杂志)?[\s　]*(?P<year>\d{4})年[\s　]*(?P<month>1[0-2]|0?[1-9])月[刊号]$"
)
_LEAD: Final = re.compile(
    r"^[（(](?:本[报网刊]|见习|特约)?记者[\s　:：]+(?P<who>[^（）()]{2,30}?)(?:[\s　]*(?:摄影报道|文/图|报道|摄))?[）)]"
)
_REPORTED: Final = re.compile(r"^【本[报台网刊]记者[\s　]*(?P<who>[\u3400-\u9fff、\s　]{2,14}?)报[道导]】")
_DATED_LEAD: Final = re.compile(
    rf"^[（(]?(?P<day>{_DAY})[\s　，,·]+[\u3400-\u9fff]{{2,8}}[）)]?[\s　]*[—–-]{{1,2}}(?!\d)"
)
"""The day and the place that open what a firm or an office tells the press."""
_PLACE: Final = (
    r"(?:[\s　]+(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东"
    r"|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门))?"
)
"""The province a 公众号's page shows behind the day."""
_CLOCK: Final = r"(?:[\s　]+\d{1,2}:\d{2}(?::\d{2})?)?"
_SHOWN_NAME: Final = r"[\u3400-\u9fffA-Za-z0-9]{2,14}"
_STAMP: Final = re.compile(
    rf"^(?:(?P<a>{_SHOWN_NAME})(?:[\s　]+(?P=a))?[\s　]+(?P<day>{_DAY}){_CLOCK}{_PLACE}"
    rf"|(?P<day2>{_DAY}){_CLOCK}[\s　]+(?P<b>{_SHOWN_NAME}))$"
)
_BY_ON: Final = re.compile(
    r"^by\s+(?P<who>[\u3400-\u9fff]{2,10}|[\w.-]{2,16})(?:\s+on\s+(?P<day>\S.*))?$", re.IGNORECASE
)
_FIRST: Final = re.compile(
    rf"^[（(]?(?:本文|原文|文章)?(?:首发|首次发表|发表|刊发|写)于[\s　:：]*(?P<day>{_DAY})[）)]?$"
)
_OFFICIAL: Final = re.compile(
    r"^(?P<account>[\u3400-\u9fffA-Za-z0-9]{2,16})[\s　]*"
    r"(?:[\s　]\S{2,14}(?:官方账号|领域创作者|领域爱好者)|官方账号)(?:[\s　]*[+＋]?[\s　]*关注)?$"
)
"""The line of a portal's page that names whose account it is."""
_CREATOR: Final = re.compile(
    rf"^(?P<day>{_DAY}){_CLOCK}[\s　]*[·•|｜][\s　]*"
    rf"(?:\S{{2,10}}(?:领域创作者|官方账号|爱好者|作者)|来自\S{{2,6}}|\S{{2,4}})$"
)
"""The line of a portal's page below the name of who writes there."""
_SHORT_NAME: Final = 3
_ACCOUNT: Final = re.compile(
    r"^(?P<account>[^\s　:：]{2,16})[\s　]+"
    r"(?:(?P<date>\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日))(?:[\s　]+\d{1,2}:\d{2})?"
    r"[\s　]+(?:发表于|发布于|Posted on)[\s　]*\S{2,6}|(?:今天|昨天|前天|\d{1,2}天前|\d周前)(?:[\s　]+\d{1,2}:\d{2})?)$"
)
_NAMED_ACCOUNT: Final = re.compile(
    rf"^(?!原创[\s　])(?P<name>{_SHOWN_NAME})[\s　]+(?P<account>{_SHOWN_NAME})[\s　]+(?P<date>{_DAY}){_CLOCK}[\s　]+"
    r"(?:(?:发表于|发布于|Posted on)[\s　]*\S{2,6}|[\u3400-\u9fff]{2,3})$"
)
_FIRST_SHOWN: Final = re.compile(
    r"(?:首发|原载|原刊|首刊|刊载|刊登|刊发|选自|摘自|转载自|刊|载)于?[\s　]*"
    r"(?:微信)?(?:公众号)?[《「『“\"](?P<name>[^》」』”\"]{2,20})[》」』”\"]"
    r"(?:杂志|公众号|微信公众号|周刊)?[\s　，,（(·]*"
    rf"(?:(?P<day>{_DAY})|(?P<year>\d{{4}})\s*年?[\s　，,]*第\s*(?P<issue>\d{{1,3}})\s*期"
    r"(?:[\s　，,]*第?\s*(?P<page>\d+\s*[-–—－~]\s*\d+)\s*页)?)"
)
_FROM_ACCOUNT: Final = re.compile(
    r"^[（(]?(?:本文|文章|内容|原文)?(?:来自|来源于?|转载自|转自|摘自|首发于|首发)[\s　:：]*(?:微信)?公众号[\s　:：]*"
    r"[“\"「『《【]?(?P<account>[^”\"」』》】（(，,。\s　]{2,16})[”\"」』》】]?(?:[（(]I?D?[^）)]*[）)])?"
    r"(?:[\s　，,]+(?:原文)?作者[\s　:：]*(?P<name>[^，,。；;\s　）)]{2,12}))?"
)
_NAME_AND_DAY: Final = re.compile(
    rf"^(?:原创[\s　:：]+)?(?P<name>[\u3400-\u9fff]{{2,4}})[\s　]*(?P<mark>[·•|｜])?[\s　]*"
    rf"(?P<day>{_DAY}){_CLOCK}(?:[\s　]+[\u3400-\u9fff]{{2,4}})?$"
)
_COLUMN: Final = re.compile(
    r"财经|社会|科技|文化|体育|国内|国际|要闻|时政|产经|教育|健康|房产|汽车|旅游|娱乐|评论|观点|民生|经济|商业|人文|生活|本地|县域|法治|新闻|热点|观察|专题|深度|快讯|头条|原创"
)
"""Names of a site's columns, which stand beside the day as a name does."""
_ORIGIN: Final = re.compile(
    r"^以下文章来源于(?P<account>[^，,\s]{2,16})[\s　]*[，,][\s　]*作者[\s　:：]*(?P<name>\S{2,12})$"
)
_BLANK_LABEL: Final = re.compile(
    r"^(?:作者|撰文|文|采写|文字)[\s　]+(?P<who>[^|｜·:：，。]{2,24}?)(?:[\s　]*[|｜·][\s　]*(?P<rest>.*))?$"
)
_BY_AND_DAY: Final = re.compile(
    rf"^by[\s　]+(?P<who>[\u3400-\u9fffA-Za-z0-9_]{{2,12}})[\s　]*[·•|｜,，/]"
    rf"[\s　]*(?P<day>{_DAY}){_CLOCK}(?:[\s　]*[·•|｜/].{{0,30}})?$",
    re.IGNORECASE,
)
_DAY_THEN_NAMES: Final = re.compile(
    rf"^(?:原创|Original)[\s　|｜]+(?P<day>{_DAY}){_CLOCK}[\s　|｜]+(?P<name>{_SHOWN_NAME})[\s　|｜]+"
    rf"(?P<account>[^\s|｜]{{2,16}})$"
)
_PARTS: Final = 3
_ABOUT: Final = re.compile(
    r"^[（(【\[]?作者(?:简介|介绍|系)[】\]]?[\s　:：]+(?P<who>[\u3400-\u9fff]{2,4})[，,（(]"
)


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
    original, posted = ORIGINAL.match(parted), _POSTED.match(line)
    if original:
        found.put("author", *dict.fromkeys(people_in(original["names"])))
        found.put("container-title", original["account"])
        found.put("issued", iso_date(original["date"]))
        found.type = "webpage"
    elif posted and iso_date(posted["date"]):
        found.put("author", posted["name"].strip())
        found.put("issued", iso_date(posted["date"]))
        found.type = "post-weblog"
    elif first := _FIRST.match(line):
        found.put("issued", iso_date(first["day"]))
    elif is_date_line(line):
        day = iso_date(line)
        found.put("issued", day if len(day) > len("2024") else "")
    elif month := _MONTHLY.match(line):
        found.put("container-title", month["name"])
        found.put("issued", f"{month['year']}-{int(month['month']):02d}")
        found.type = "article-magazine"
    elif issue := _OF_ISSUE.match(line):
        found.put("container-title", issue["name"])
        found.put("issue", str(int(issue["issue"])))
        found.put("issued", issue["year"])
        found.type = "article-magazine"
    elif not (_of_account(line, found) or _of_writer(line, found) or _of_blog(line, found)):
        _beside_day(line, found)


def creator_day(line: str) -> str:
    """Return the day of a portal's line below the name of who writes there, empty for any other line."""
    told = _CREATOR.match(line)
    return iso_date(told["day"]) if told else ""


def _of_account(line: str, found: Gathered) -> bool:
    """Read the line under the title of a 公众号's page, and the one that tells whose text it is."""
    named = _NAMED_ACCOUNT.match(line)
    if named and not is_labelled(line):
        found.put("author", named["name"] if named["name"] != named["account"] else "")
        found.put("container-title", named["account"])
        found.put("issued", iso_date(named["date"]))
        found.type = "webpage"
        return True
    taken = _FROM_ACCOUNT.match(line)
    signed = None if is_labelled(line) else _NAME_AND_DAY.match(line)
    if taken:
        found.put("container-title", taken["account"])
        found.put("author", *(people_in(taken["name"] or "") or [pen_name(taken["name"] or "")]))
        found.type = "webpage"
        return True
    if signed and _COLUMN.fullmatch(signed["name"]):
        found.put("issued", iso_date(signed["day"]))
        return True
    is_name = is_person if signed and signed["mark"] else is_family_name
    if signed and is_name(signed["name"]) and not SITE.match(signed["name"]):
        found.put("author", signed["name"])
        found.put("issued", iso_date(signed["day"]))
        return True
    official = _OFFICIAL.match(line)
    if official:
        found.put("container-title", official["account"])
        found.type = "webpage"
        return True
    creator = _CREATOR.match(line)
    if creator:
        found.put("issued", iso_date(creator["day"]))
        found.type = "webpage"
        return True
    account, origin, stamp = _ACCOUNT.match(line), _ORIGIN.match(line), _STAMP.match(line)
    if account and not is_labelled(line):
        found.put("container-title", account["account"])
        found.put("issued", iso_date(account["date"] or ""))
        found.type = "webpage"
    elif stamp and not is_labelled(line):
        name = stamp["a"] or stamp["b"]
        found.put("container-title", name if len(name) > _SHORT_NAME or SITE.match(name) else "")
        found.put("issued", iso_date(stamp["day"] or stamp["day2"]))
    elif origin:
        found.put("author", origin["name"])
        found.put("container-title", origin["account"])
        found.type = "webpage"
    return bool(account or origin or stamp)


def _of_writer(line: str, found: Gathered) -> bool:
    """Read reporters, a label parted by a blank, and the note about the author."""
    reporters, blank, about = _REPORTERS.match(line), _BLANK_LABEL.match(line), _ABOUT.match(line)
    if reporters and (names := reporters_in(re.sub(rf"[\s　]+{_DAY}{_CLOCK}$", "", reporters["who"]))):
        found.put("author", *names)
        found.put("container-title", reporters["paper"] or "")
        found.put("issued", "" if _NO_DAY.search(line) else iso_date(line, whole=True))
        return True
    if blank and (names := people_in(blank["who"]) or [pen_name(blank["who"])]):
        found.put("author", *names)
        found.put("issued", iso_date(blank["rest"] or "", whole=True))
        return bool(names[0])
    bulleted = _BULLETED.match(line)
    if bulleted:
        names = people_in(bulleted["who"])
        found.put("author", *(() if len(names) == 1 and _COLUMN.search(names[0]) else names))
    if about:
        found.put("author", about["who"])
    return bool(about)


def _of_blog(line: str, found: Gathered) -> bool:
    """Read the line of a blog: a day, a pen name, and how many have read it, parted by bars."""
    by = _BY_ON.match(line)
    if by and (by["day"] is None or iso_date(by["day"])):
        found.put("author", pen_name(by["who"]))
        found.put("issued", iso_date(by["day"] or ""))
        found.type = "post-weblog"
        return True
    parts = re.split(r"[\s　]+[/／|｜·•][\s　]+", line)
    drawer = len(parts) == _PARTS and is_date_line(parts[0]) and bool(pen_name(parts[1]))
    begun = _BY_AND_DAY.match(line)
    if begun:
        found.put("author", pen_name(begun["who"]))
        found.put("issued", iso_date(begun["day"]))
        found.type = "post-weblog"
        return True
    if drawer and _NO_WRITERS.fullmatch(parts[2]) and not _NO_WRITERS.fullmatch(parts[1]):
        found.put("issued", iso_date(parts[0]))
        found.put("author", parts[1])
        found.type = "post-weblog"
        return True
    if any(_READING_TIME.match(part) for part in parts[1:]):
        found.put("issued", next((iso_date(part) for part in parts if is_date_line(part)), ""))
        names = [part for part in parts if pen_name(part) and not is_date_line(part)]
        found.put("author", *[name for name in names if not _READING_TIME.match(name)][:1])
        found.type = "post-weblog"
        return True
    writers = [match["who"] for part in parts if (match := _WRITER_PART.match(part))]
    by_site = any(SITE.match(part) for part in parts)
    if len(parts) < _PARTS or not (by_site or any(_COUNTED.search(part) for part in parts)):
        return False
    day = next((iso_date(part) for part in parts if is_date_line(part)), "")
    if not day or (is_labelled(line) and not writers):
        return False
    found.put("issued", day)
    found.put("author", *(name for who in writers for name in people_in(who)))
    sites = [part for part in parts if SITE.match(part)]
    reporters = [match for part in parts if (match := _REPORTERS.match(part))]
    if sites or reporters:
        found.put("container-title", *sites[:1])
        found.put("author", *(reporters_in(reporters[0]["who"]) if reporters else ()))
        found.put("author", parts[0] if is_person(parts[0]) and parts[0] not in sites else "")
        return True
    names = [
        part
        for part in parts
        if pen_name(part) and not (_COUNTED.search(part) or is_date_line(part) or _NO_WRITERS.fullmatch(part))
    ]
    found.put("author", *names[:1])
    found.type = "post-weblog"
    return True


def _beside_day(line: str, found: Gathered) -> None:
    """Read a day beside a site, a sheet and reporters."""
    if not iso_date(line, whole=True) or len(line) >= 80 or _NO_DAY.search(line):
        return
    bare = line.strip("（()）")
    for part in re.split(r"[\s　]{1,}", bare):
        if SITE.match(part):
            found.put("container-title", part)
    if "container-title" in found.fields or is_labelled(line) or any(True for _ in pairs((line,))):
        found.put("issued", iso_date(line, whole=True))
    sheet = re.search(r"(?<!\w)第?\s*([A-Z]?\d{1,3})\s*版", line)
    found.put("page", sheet[1] if sheet and "container-title" in found.fields else "")
    named = re.findall(
        r"(?:记者|实习生|通讯员)[ 　:：]*([\u3400-\u9fff]{2,4}(?:[ 　、]+"
        r"(?!责编|编辑|审核|校对|摄影|来源|通讯员|实习生|记者)[\u3400-\u9fff]{2,3}(?![\u3400-\u9fff]))*)(?=[\s　《]|$)",
        bare,
    )
    names = [name for some in named for name in re.split(r"[ 　、]+", some)]
    found.put("author", *[name for name in names if is_person(name) and not SITE.match(name)])


def read_place(line: str, found: Gathered) -> None:
    """Read where and when a text was printed: 《江北日报》（2022年11月03日 第05版）, and the author beside."""
    shown = _FIRST_SHOWN.search(line)
    if shown:
        found.put("container-title", shown["name"])
        found.put("issued", iso_date(shown["day"] or ""), shown["year"] or "")
        found.put("issue", str(int(shown["issue"])) if shown["issue"] else "")
        found.type = "article-magazine" if shown["issue"] and found.type == "document" else found.type
        found.put("page", re.sub(r"\s*[–—－~-]\s*", "-", shown["page"] or ""))
    printed, foot = _CONTAINER_DATE.search(line), _FOOT.match(line)
    if foot:
        found.put("container-title", foot["name"])
        found.put("issued", iso_date(foot["date"]))
        found.put("page", foot["page"] or "")
    if printed and (printed["a"] or printed["b"] or printed["c"] or printed["page"]):
        found.put("container-title", printed["name"])
        found.put("issued", iso_date(printed["a"] or printed["b"] or printed["c"] or ""))
        found.put("page", printed["page"] or "")
    in_brackets = line[:1] in "（("
    writer = _WRITER.search(line) if in_brackets and (printed or foot) else None
    writer = writer or (_OF_BODY.search(line) if in_brackets else None)
    if writer:
        found.put("author", *people_in(writer["who"]))


def in_text(line: str, found: Gathered) -> bool:
    """Read the first sentence of news, 某社某地某日电（记者甲、乙）, and tell whether the line is one."""
    news, agency, about = _IN_TEXT.match(line), _AGENCY.match(line), _ABOUT.match(line)
    found.put("author", about["who"] if about else "")
    dated = _DATED_LEAD.match(line)
    found.put("issued", iso_date(dated["day"]) if dated else "")
    lead = _LEAD.match(line) or _REPORTED.match(line)
    if lead:
        found.put("author", *reporters_in(lead["who"]))
        found.type = "article-newspaper"
        return False
    names = reporters_in(news["who"]) if news else []
    if news and names:
        found.put("author", *names)
        found.put("container-title", news["agency"] or "")
        found.type = "webpage" if (news["agency"] or "").endswith(("网", "客户端")) else "article-newspaper"
        return True
    if agency:
        found.put("container-title", agency["agency"])
        found.type = "article-newspaper"
    return bool(agency)


def reporters_in(text: str) -> list[str]:
    """Return the names of a list like 首席记者甲、通讯员乙."""
    listed = _TOGETHER.sub("", _OTHER_ROLES.split(text)[0])
    bare = re.sub(
        r"[、，,]?\s*(?:本报|本网|[\u3400-\u9fff]{2,8}?(?:报|网|社|台|周刊|客户端|融媒体?))?(?:特约|首席|见习|实习|资深|全媒体)*(?:记者|通讯员|实习生)[\s:：]*",
        " ",
        f" {listed}",
    )
    return people_in(bare)
