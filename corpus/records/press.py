"""News, magazines, 公众号, blogs and forums: bylines under the title, in the first sentence and at the end."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.dates import is_date_line, iso_date
from corpus.records.labels import is_labelled, pairs
from corpus.records.names import is_person, people_in
from corpus.records.page import FrontPage, Gathered

_PREFIX: Final = re.compile(
    r"^(?:[\[【（(](?:图文|组图|视频|原创|转载|快讯|独家|图|转|专访|特稿|深度|快评|观点)[\]】）)]\s*)+"
)
_CRUMBS: Final = re.compile(
    r"^(?:首页|主页|当前位置|您的位置|您现在的位置)|^[^>»›/]{1,12}\s*[>»›]\s*[^>»›]{1,12}\s*[>»›]"
)
_NOISE: Final = re.compile(
    r"^(?:(?:下载|返回|关闭|上一篇|下一篇|登录|注册|听新闻|[\W\d_]+)$|分享|打印|字号|收藏|点击.{0,6}蓝字|关注我们|全文约|阅读需|无标题文档|\d+条评论)"
)
_ORIGINAL: Final = re.compile(
    r"^原创[\s:：]*(?P<names>.+?)[\s　]+(?P<account>\S+)[\s　]+(?P<date>\d{4}-\d{1,2}-\d{1,2})"
)
_POSTED: Final = re.compile(
    r"^(?:Posted on|Posted|发表于|发布于)\s*(?P<date>.+?)\s*(?:by|作者[:：]?)\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
_FORUM: Final = re.compile(
    r"^(?:楼主|1楼|沙发)[\s　:：]+(?P<name>\S+)[\s　]+(?:发表于|发布于)\s*(?P<date>[\d\-/. :]+)"
)
_FORUM_TITLE: Final = re.compile(r"^(?P<forum>[^»>]{2,20})\s*[»›>]\s*(?P<title>[^»›>]{4,})$")
_IN_TEXT: Final = re.compile(
    r"^(?:(?P<agency>[\u3400-\u9fff]{2,6}?(?:社|网|台))?(?P<where>[\u3400-\u9fff]{2,8}?)?(?:\d{1,2}月\d{1,2}日)?(?P<kind>电|讯)|(?:本报|本网|本刊)讯)"
    r"[\s　]*[（(](?P<who>[^（）()]{2,60})[）)]"
)
_CONTAINER_DATE: Final = re.compile(
    r"(?:本文|原文|原载|刊于|载于|刊载于|发表于|来源|出处|摘自|转自).{0,6}?(?:(?P<a>\d{4}年\d{1,2}月\d{1,2}日)[^《]{0,6})?《(?P<name>[^》]{2,20})》\s*(?P<b>\d{4}年\d{1,2}月\d{1,2}日)?"
    r"[^第]{0,4}(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_NO_DAY: Final = re.compile(r"(?:更新|修改|施行|实施|收稿|浏览)(?:时间|日期|于)?\s*[:：]?\s*\d{4}|出生")
_SITE: Final = re.compile(
    r"^[\u3400-\u9fffA-Za-z]{2,16}(?:网|报|社|客户端|频道|周刊|杂志|融媒|电视台|日报|晚报)$"
)
_NEWSPAPER: Final = re.compile(r"(?:报|社|通讯|时报)$")
_MAGAZINE: Final = re.compile(r"(?:周刊|月刊|旬刊|季刊|杂志|画报)$")
_REPORTERS: Final = re.compile(
    r"^[□■●◎\s]*(?:(?P<paper>[\u3400-\u9fff]{2,8}(?:报|网|社|台|周刊))[\s　]*)?"
    r"(?:本[报网刊台]|特约|首席|见习|实习|资深)*"
    r"记者[\s　:：/]+(?P<who>\S.*?)"
    r"(?:[\s　]*(?:文/图|文并图|图/文|摄影报道|报道|文|摄))?$"
)
_FOOT: Final = re.compile(
    r"^[（(]?(?:摘自|选自|原载)?《(?P<name>[^》]{2,20})》\s*[（(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[\s,，]*"
    r"(?:第?\s*(?P<page>[A-Z]?\d+)\s*版)?"
)
_MONTHLY: Final = re.compile(
    r"^《(?P<name>[^》]{2,16})》(?:杂志)?[\s　]*(?P<year>\d{4})年[\s　]*(?P<month>1[0-2]|0?[1-9])月[刊号]$"
)
_SHORTEST_TITLE: Final = 6
_MOST_BEHIND: Final = 2
_DIALOGUE: Final = re.compile(
    r"(?:记者会|采访|专访|访谈|对话|答记者问|问答)(?:实录|录)?(?:[（(].{1,6}[）)])?$"
)


def headline(page: FrontPage) -> tuple[str, int]:
    """Return the title and its line: the first line that is neither crumbs nor a button."""
    for place, line in enumerate(page.head[:30]):
        if len(line) < 5 and (place or any(len(below) < 5 for below in page.head[1:3])):
            continue
        if _FORUM_TITLE.match(line) or not (
            _CRUMBS.search(line)
            or _NOISE.match(line)
            or is_date_line(line)
            or is_labelled(line)
            or _ORIGINAL.match(line)
        ):
            return re.sub(r"\[\d+\]$|[*＊]$", "", _PREFIX.sub("", line)).strip(), place
    return (page.head[0] if page.head else ""), 0


def read_forum(page: FrontPage) -> Gathered | None:
    """Read the first post of a thread."""
    crumb = _FORUM_TITLE.match(page.head[0]) if page.head else None
    post = next((match for line in page.head[:6] if (match := _FORUM.match(line))), None)
    if post is None:
        return None
    found = Gathered("post")
    found.put("title", crumb["title"].strip() if crumb else headline(page)[0])
    found.put("container-title", crumb["forum"].strip() if crumb else "")
    found.put("author", post["name"])
    found.put("issued", iso_date(post["date"]))
    return found


def read_press(page: FrontPage) -> Gathered:
    """Read whatever bylines there are; without any only the title is told."""
    title, at = headline(page)
    found = Gathered("document")
    title = _without_site(title, found)
    found.put("title", title)
    below = page.before_prose(at + 1)[:12]
    for line in below:
        _whole_line(line, found)
    _labels((*below,), found)
    first = page.head[at : at + 6]
    for line in first:
        _in_text(line, found)
    tail = page.tail[-5:]
    for line in tail:
        printed = _CONTAINER_DATE.search(line)
        foot = _FOOT.match(line)
        if foot:
            found.put("container-title", foot["name"])
            found.put("issued", iso_date(foot["date"]))
            found.put("page", foot["page"] or "")
        if printed and (printed["a"] or printed["b"] or printed["page"]):
            found.put("container-title", printed["name"])
            found.put("issued", iso_date(printed["a"] or printed["b"] or ""))
            found.put("page", printed["page"] or "")
    if not _DIALOGUE.search(title):
        _labels(tuple(line for line in tail if line[:1] in "（(【[" or is_labelled(line)), found, ends=True)
    found.type = _kind(title, found)
    return found


def _without_site(title: str, found: Gathered) -> str:
    """Return a title without the site and the day that a browser writes behind it: 夜市 | 江海观察 | 2020-10-05."""
    name, *behind = re.split(r"\s*[|｜丨_]\s*", title)
    if not behind or len(name) < _SHORTEST_TITLE or not 1 <= len(behind) <= _MOST_BEHIND:
        return title
    days = [iso_date(part, whole=True) for part in behind if is_date_line(part)]
    sites = [part.strip() for part in behind if not is_date_line(part)]
    if len(sites) > 1 or not (days or any(_SITE.match(part) for part in sites)):
        return title
    found.put("container-title", *sites)
    found.put("issued", *days)
    return name.strip()


def _whole_line(line: str, found: Gathered) -> None:
    """Lines without labels: 原创 …, Posted on …, a date beside a site and reporters, a date or a body alone."""
    original, posted = _ORIGINAL.match(line), _POSTED.match(line)
    if original:
        found.put("author", *people_in(original["names"]))
        found.put("container-title", original["account"])
        found.put("issued", iso_date(original["date"]))
        found.type = "webpage"
    elif posted and iso_date(posted["date"]):
        found.put("author", posted["name"].strip())
        found.put("issued", iso_date(posted["date"]))
        found.type = "post-weblog"
    elif is_date_line(line):
        found.put("issued", iso_date(line))
    elif month := _MONTHLY.match(line):
        found.put("container-title", month["name"])
        found.put("issued", f"{month['year']}-{int(month['month']):02d}")
        found.type = "article-magazine"
    elif (reporters := _REPORTERS.match(line)) and (names := _reporters(reporters["who"])):
        found.put("author", *names)
        found.put("container-title", reporters["paper"] or "")
    elif iso_date(line, whole=True) and len(line) < 80 and not _NO_DAY.search(line):
        for part in re.split(r"[\s　]{1,}", line):
            if _SITE.match(part):
                found.put("container-title", part)
        if "container-title" in found.fields or is_labelled(line) or any(True for _ in pairs((line,))):
            found.put("issued", iso_date(line, whole=True))
        sheet = re.search(r"(?<!\w)第?\s*([A-Z]?\d{1,3})\s*版", line)
        found.put("page", sheet[1] if sheet and "container-title" in found.fields else "")
        named = re.findall(r"(?:记者|实习生|通讯员)[ 　:：]*([\u3400-\u9fff]{2,4})(?=[\s　]|$)", line)
        found.put("author", *[name for name in named if is_person(name)])


def _labels(lines: tuple[str, ...], found: Gathered, *, ends: bool = False) -> None:
    makers = ""
    for field, label, value in pairs(lines):
        if field == "author":
            names = people_in(value.split("·")[0] if "·" in value and len(value.split("·")[0]) > 3 else value)
            group = re.split(r"[\s　·|]", value)[0]
            found.put(
                "author",
                *(
                    names
                    or (
                        [group]
                        if re.fullmatch(r"[\u3400-\u9fff]{2,8}(?:小组|课题组|编辑部|团队|工作室)", group)
                        else ()
                    )
                ),
            )
        elif field == "source" and _is_source(value):
            found.put("container-title", value.strip("《》"))
            if label.endswith("公众号"):
                found.type = "webpage"
        elif field == "made_by" and _is_source(value):
            makers = makers or value
        elif field in ("issued", "written") and iso_date(value):
            if label not in ("时间", "日期") or iso_date(value, whole=True):
                found.put("issued", iso_date(value))
        elif field == "address" and value.startswith("http"):
            found.put("URL", value)
    if ends and "issued" not in found.fields and any(line[:1] in "（(" for line in lines):
        found.put(
            "issued",
            next(
                (
                    iso_date(line, whole=True)
                    for line in lines
                    if line[:1] in "（(" and iso_date(line, whole=True)
                ),
                "",
            ),
        )
    found.put("container-title", makers)


def _is_source(value: str) -> bool:
    return 2 <= len(value.strip("《》")) <= 24 and not re.search(
        r"[，。！？：:,]|^(?:网络|互联网|转载|综合|本站|原创|不详|未知|无)$", value
    )


def _in_text(line: str, found: Gathered) -> None:
    """The first sentence of news: 某社某地某日电（记者甲、乙）."""
    news = _IN_TEXT.match(line)
    if not news:
        return
    names = _reporters(news["who"])
    if names:
        found.put("author", *names)
        found.put("container-title", news["agency"] or "")
        found.type = "article-newspaper"


def _reporters(text: str) -> list[str]:
    """Return the names of a list like 首席记者甲、通讯员乙."""
    bare = re.sub(
        r"[、，,]?\s*(?:本报|本网)?(?:特约|首席|见习|实习|资深)*(?:记者|通讯员|实习生)[\s:：]*",
        " ",
        f" {text}",
    )
    return people_in(bare)


def _kind(title: str, found: Gathered) -> str:
    container = (found.fields.get("container-title") or [""])[0]
    if _DIALOGUE.search(title):
        return "interview"
    if found.type != "document":
        return found.type
    if _MAGAZINE.search(container):
        return "article-magazine"
    if "page" in found.fields or _NEWSPAPER.search(container):
        return "article-newspaper"
    return "webpage" if container or "URL" in found.fields else "document"
