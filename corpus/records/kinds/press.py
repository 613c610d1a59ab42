"""News, magazines, 公众号 and blogs: bylines under the title, in the first sentence and at the end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from corpus.records.bylines.account_lines import (
    below_card,
    counted_day,
    creator_day,
    edited_day,
    is_gathered,
    subscribed,
)
from corpus.records.bylines.blog_lines import below_name_of_blog
from corpus.records.bylines.byline_words import byline_of, lead_of, put, with_lone_roles
from corpus.records.bylines.bylines import read_line
from corpus.records.bylines.endings import PRINTED, SIGNED, read_end
from corpus.records.bylines.label_lines import read_labels
from corpus.records.bylines.notes_of_origin import read_note
from corpus.records.bylines.places_of_print import read_place
from corpus.records.bylines.reporter_lines import in_text
from corpus.records.bylines.signatures import signed_people
from corpus.records.kinds.sheet_heads import without_sheet_head
from corpus.records.lines.byline_forms import DAY, REPORTERS, SHOWN_NAME, SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, pairs
from corpus.records.lines.masthead_words import masthead_of
from corpus.records.lines.names import is_body, is_family_name, pen_name, people_in
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.titles import headline
from corpus.text.page_lines import is_record, is_sentence
from index.lazy_pattern import LazyPattern

_NEWSPAPER: Final = LazyPattern(
    r"(?:报|通讯社|时报)$|^(?:新华|中新|路透|法新|美联|共同|塔斯|财汇|中国新闻)社$"
)
_OF_PAPER: Final = LazyPattern(
    r"本报(?:[\u3400-\u9fff]{0,6}(?:记者|通讯员|实习生|评论员)|[\u3400-\u9fff]{0,6}讯)"
)
"""How a paper speaks of itself in a byline."""
_MAGAZINE: Final = LazyPattern(r"(?:周刊|月刊|旬刊|季刊|杂志|画报)$")
_DIALOGUE: Final = LazyPattern(
    r"(?:记者会|采访|专访|访谈|对话|答记者问|问答)(?:实录|录)?(?:[（(].{1,6}[）)])?$|(?:^|[—–]{1,2})(?:对话"
    r"|专访)[\u3400-\u9fff]"
)
_SUBJECT: Final = LazyPattern(
    r"^(?P<agency>[\u3400-\u9fff]{1,6}?社)?[\u3400-\u9fff]{1,10}(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)"
    r"(?:电|讯)[\s　]*题[:：]\s*(?P<title>\S.{3,60})$"
)
_SHEET: Final = LazyPattern(r"第?\s*(?P<page>[A-Z]?\d{1,3})\s*版[\s　·|｜:：/]*[\u3400-\u9fff]{2,6}")
_ACCOUNT: Final = LazyPattern(r"[\u3400-\u9fffA-Za-z0-9]{3,14}")
_NAME_AND_ACCOUNT: Final = LazyPattern(rf"(?P<name>{SHOWN_NAME})[\s　]+(?P<account>{SHOWN_NAME})")
_WITH_PLACE: Final = LazyPattern(rf"{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?:[\s　]+[\u3400-\u9fff]{{2,4}})?")
"""The line of a 公众号's page with its day and clock, and where it was written."""
_UNDATED: Final = LazyPattern(
    r"^(?:原创|Original)[\s　:：]+(?P<name>\S{2,12})(?:[\s　]+(?P=name))?[\s　]+"
    r"(?P<account>[^\s\d]\S{1,15}?)(?:[\s　]+(?P=account))?$"
)
"""The line of a 公众号's page whose day stands below it."""
_OF_SITE: Final = LazyPattern(r"(?:之窗|之家|网站|论坛|观察|资讯|财经|平台|门户|中心|频道|栏目)$")
_DATELINE: Final = LazyPattern(
    r"[【〔\[（(]?(?:(?:中国)?[·，,\s　]*[\u3400-\u9fff]{2,8}[\s　]*[，,·|｜—–-]?[\s　]*)?"
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)[\s　]*(?:[，,·|｜][\s　]*[\u3400-\u9fff]{2,8}[\s　]*)?"
    r"(?:[】〕\]][\s　]*(?:[—–-]{1,2}|讯|电)?|[）)]?[\s　]*(?:[—–-]{1,2}|讯|电))"
    r"[\s　]*(?=[\u3400-\u9fff])"
)
"""What stands before the first sentence of what a firm tells the press: 【2024年8月15日，某市】——."""
_BLOG: Final = LazyPattern(r"(?:分类|归档)[\s　]*[:：].*(?:评论|留言|阅读|浏览)[\s　]*[（(:：]?[\s　]*\d")
"""The line below a blog's title that tells its drawer and who has read it."""
_PORTAL: Final = LazyPattern(r"(?:搜狐|网易|企鹅|头条|百家|大鱼|一点|新浪)号(?:官方账号|作者)?")
"""What a portal shows below the name of who writes there."""
_SHOWN_ON_SITE: Final = LazyPattern(
    rf"(?:发[布表]|出版|更新|编辑)(?:于|时间|日期)?[\s　]*[:：]?[\s　]*{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?![\s　]*[—–~至-])"
    rf"|^{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?=$|[\s　]*[·•|｜]|[\s　]{{2,}})"
)
"""A day with its clock as sites show it below a title."""
_CHANGED_ON: Final = LazyPattern(rf"更新(?:时间|于)[\s　:：]*(?P<day>{DAY})")
"""The day of the last change, which holds where a text tells no other."""
_SHORTEST_TITLE: Final = 6
_COLUMN_NAME: Final = 6
_DASHED_SITE: Final = LazyPattern(
    r"\s+[-–—]{1,2}\s+|--(?=\S{2,8}(?:--|$))|-(?=[^-\d]{2,12}(?:-[^-\d]{2,12})?$)"
)
_PROGRAMME: Final = LazyPattern(
    r"(?:播客|节目|栏目|专栏|频道)[\s　]*[:：]?[\s　]*《(?P<name>[^《》]{2,20})》(?:播客|节目)?"
)
"""The programme an episode belongs to, on a line of its own."""
_SECTION: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?=[^，。！？]{2,30}$)"
    r"(?=.*(?:工作|总结|安排|情况|回顾|要求|任务|措施|目标|背景|概况|打算|问题|建议))"
)
"""The heading of a section of a longer paper (二、某年工作安排), which by itself is nobody's title."""
_TURN: Final = LazyPattern(r"(?:[A-Z]\d?|问|答|访谈者|受访者|采访者)[:：]")
"""What opens a turn of a conversation."""
_LONGEST_BYLINE: Final = 40
_DAY_BESIDE: Final = LazyPattern(rf"^{DAY}[\s　]+|[\s　]+{DAY}$")
_MOST_SIGNING: Final = 3
_STACK: Final = 4
_MOST_BEHIND: Final = 2
_LINES_BELOW: Final = 12
_LINES_AT_END: Final = 8


def read_press(page: FrontPage) -> Gathered:
    """Read whatever bylines there are; without any only the title is told."""
    page, found = without_sheet_head(page)
    title, at = _above_byline(page, found) or headline(page)
    for line in page.head[:_LINES_BELOW]:
        if line.startswith("以下文章来源于"):
            read_line(line, found)
    title = _without_site(title, page.head[:8], found)
    subject = _SUBJECT.match(title)
    if subject:
        found.put("title", subject["title"])
        found.put("issued", iso_date(subject["day"], whole=True))
        found.put("container-title", subject["agency"] or "")
        found.type = "article-newspaper"
    elif not (
        in_text(title, Gathered("document"))
        or is_record(title)
        or is_sentence(title)
        or _TURN.match(title)
        or _SECTION.match(title)
        or (at > 0 and title.endswith("。"))  # the text below what was passed over
    ):
        found.put("title", title)
    below = (*page.head[:at], *page.before_prose(at + 1)[:_LINES_BELOW])
    sheet = next((match for line in page.head[:at] if (match := _SHEET.fullmatch(line))), None)
    for line in below:
        read_line(line, found)
    _sheet_below(below[at : at + 3], found)
    _undated(below, found, labelled=True)
    _labelled_over_shown(below, found)
    read_labels(below, found, pen_names=True)
    _undated(below, found, labelled=False)
    for above, line in pairwise(page.head[at + 1 : at + 6]):
        if creator_day(line) or _PORTAL.fullmatch(line):
            found.put("author", pen_name(above))
    _of_posts(page, at, found)
    if "container-title" not in found.fields:
        _account_below(below[at:], found)
    for line in page.head[at : at + 6]:
        in_text(line, found)
    tail = tuple(line for line in page.tail[-5:] if line != page.head[at])
    _by_dates(page.head[at + 1 : at + 4], below, found)
    _signed_below(page.head[at + 1 : at + 4], found)
    for line in (*below, *tail):
        read_place(line, found)
        read_note(line, found)
    bracketed = tuple(line for line in tail if line[:1] in "（(【[")
    if not _DIALOGUE.search(title):
        read_end(page.ending(_LINES_AT_END), found)
        read_labels(tuple(line for line in tail if line in bracketed or is_labelled(line)), found, ends=True)
        _by_words(page, at, found)
    else:  # a turn of a conversation may begin as a label does
        read_labels(bracketed, found)
    found.put("container-title", next((line for line in page.head[:at] if SITE.match(line)), ""))
    found.put("container-title", next(filter(None, map(subscribed, (*page.head[:_LINES_BELOW], *tail))), ""))
    _account_again(page.head[at + 1 : at + 5], found)
    _below_site(page.head[at : at + 3], found)
    if sheet and "container-title" in found.fields:
        found.put("page", sheet["page"].lstrip("0"))
    _last_change(below, found)
    found.type = _kind(title, found, below[at:], page.ending(_LINES_AT_END))
    return found


def _above_byline(page: FrontPage, found: Gathered) -> tuple[str, int] | None:
    """Return the title and its line where the form of a byline tells that it stands right above it."""
    drawer = below_name_of_blog(page.head)
    if drawer:
        found.put("container-title", page.head[0])
        found.type = "post-weblog"
    gathered = next((place for place, line in enumerate(page.head) if is_gathered(line)), 0)
    byline = drawer or gathered or below_card(page.head)
    if byline <= headline(page)[1] + 1 and _names_writer(page.head):
        found.put("author", page.head[0])
        return page.head[1], 1
    return (page.head[byline - 1], byline - 1) if byline > headline(page)[1] + 1 else None


def _names_writer(head: tuple[str, ...]) -> bool:
    """Tell whether the first line is who wrote: a name of a family above a title and a day."""
    if (
        len(head) < len(("name", "title", "day", "text"))
        or not is_family_name(head[0])
        or SITE.match(head[0])
    ):
        return False
    _, title, below, *_ = head
    fits = len(title) >= _SHORTEST_TITLE and not (
        is_labelled(title) or iso_date(title) or title.endswith("。")
    )
    return fits and bool(iso_date(below, whole=True)) and len(below) < _LONGEST_BYLINE


def _last_change(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the day of the last change."""
    for line in lines:
        told = _CHANGED_ON.search(line)
        found.put("issued", iso_date(told["day"]) if told else "")


def _of_posts(page: FrontPage, at: int, found: Gathered) -> None:
    """Read the day of a video behind its counts, and who wrote a post above the day it was written or changed."""
    found.put("issued", *filter(None, map(counted_day, page.head[at + 1 : at + 4])))
    for above, line in pairwise(page.head[at + 1 : at + 3]):
        if edited_day(line) and pen_name(above):
            found.put("author", above)
            found.put("issued", edited_day(line))
            found.type = "webpage"
    programme = next(
        (match for line in page.head[at + 1 : at + 5] if (match := _PROGRAMME.fullmatch(line))), None
    )
    found.put("container-title", programme["name"] if programme else "")


def _below_site(lines: tuple[str, ...], found: Gathered) -> None:
    """Take the line below for the title where the first is only the name of the site that a byline tells."""
    if len(lines) < len(("site", "title", "byline")) or found.fields.get("title") != [lines[0]]:
        return
    site, title, byline = lines
    named = found.fields.get("container-title") == [site] and site in byline
    if named and len(title) >= _SHORTEST_TITLE and not (is_labelled(title) or is_date_line(title)):
        found.fields["title"] = [title]


def _by_dates(first: tuple[str, ...], below: tuple[str, ...], found: Gathered) -> None:
    """Read the day of a dateline in the first lines, and the site whose name stands on a line beside a day."""
    for line in first:
        dateline = _DATELINE.match(line)
        found.put("issued", iso_date(dateline["day"]) if dateline else "")
    for above, line in pairwise(below):
        if (is_date_line(above) and SITE.match(line)) or (SITE.match(above) and is_date_line(line)):
            found.put("container-title", line if is_date_line(above) else above)


def _account_again(lines: tuple[str, ...], found: Gathered) -> None:
    """Tell the account from who writes there where its name stands again beside the day on a line below."""
    names = found.fields.get("author", [])
    again = next(
        (name for name in names[1:] for line in lines if line.startswith(name) and iso_date(line)), ""
    )
    if again and "container-title" not in found.fields:
        found.fields["author"] = [name for name in names if name != again]
        found.put("container-title", again)
        found.type = "webpage"


def _sheet_below(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the paper with its day and sheet on a line of their own below the title: 某日报 2022-05-17 要闻/A02."""
    for line in lines:
        printed = PRINTED.fullmatch(line)
        found.put("issued", iso_date(printed["day"]) if printed else "")
        found.put("page", printed["page"] if printed else "")
        told = masthead_of(line)
        if told and "name" in told and told.keys() & {"page", "issued"}:
            found.put("container-title", told["name"])
            found.put("issued", told.get("issued", ""))
            found.put("page", told.get("page", ""))


def _labelled_over_shown(below: tuple[str, ...], found: Gathered) -> None:
    """Drop the name an account shows beside its own where a label tells who wrote and that name is nobody's."""
    shown = found.fields.get("author", [])
    labelled = any(
        field == "author" and label != "原创" and people_in(value) for field, label, value in pairs(below)
    )
    if found.type == "webpage" and labelled and not any(map(is_family_name, shown)):
        found.fields.pop("author", None)


def _undated(below: tuple[str, ...], found: Gathered, *, labelled: bool) -> None:
    """Read who wrote and whose account it is from a line that names no day, 原创 a label in it or not."""
    told = next((match for line in below[:4] if (match := _UNDATED.match(line))), None)
    if told is None or is_labelled(told.string) != labelled:
        return
    if labelled and (is_family_name(told["account"]) or is_labelled(told["account"])):
        return
    stated = any(field == "author" and label != "原创" for field, label, _ in pairs(below))
    found.put("author", *(() if stated else people_in(told["name"]) or [pen_name(told["name"])]))
    found.put("container-title", told["account"])
    found.type = "webpage"


def _by_words(page: FrontPage, at: int, found: Gathered) -> None:
    """Fill what is still missing from lines that are bylines through and through, above, below and at the end."""
    for line in with_lone_roles((*page.head[:at], *page.before_prose(at + 1)[:_LINES_BELOW])):
        put(byline_of(line), found)
    for line in page.head[at + 1 : at + 6]:
        if put(lead_of(line), found) and found.type == "document":
            found.type = "article-newspaper"
    ending = page.ending(_LINES_AT_END)
    for line in with_lone_roles(ending):
        put(byline_of(line), found)
    _signed_at_end(ending, found)
    if SIGNED.fullmatch(page.tail[-1]):
        found.put("issued", iso_date(page.tail[-1], whole=True))


def _signed_below(lines: tuple[str, ...], found: Gathered) -> None:
    """Read who wrote it on a line of its own under the title, a second title between them or not; bodies with a day."""
    for above, line in pairwise(lines):
        bodies = above.split()
        signed = len(bodies) > 1 and is_date_line(line) and bool(iso_date(line, whole=True))
        found.put("author", *(bodies if signed and all(map(is_body, bodies)) else ()))
    first = next((line for line in lines if line[:1] not in "—–-"), "")
    found.put("author", *(signed_people(first) or (signed_people(lines[0]) if lines else ())))


def _signed_at_end(ending: tuple[str, ...], found: Gathered) -> None:
    """Read who signed a text behind its last sentence, alone or with the day."""
    undated = [line for line in ending if not is_date_line(line)]
    if len(undated) == 1 and "author" not in found.fields:
        bare = _DAY_BESIDE.sub("", undated[0])
        names = signed_people(bare)
        found.put("author", *(names if len(names) <= _MOST_SIGNING else ()))
        bodies = bare.split()
        dated = bare != undated[0] or len(ending) > len(undated)
        found.put("author", *(bodies if dated and bodies and all(map(is_body, bodies)) else ()))


def _opens_with_day(line: str) -> bool:
    return is_date_line(re.split(r"[\s　]+[/／|｜·•][\s　]+", line)[0])


def _account_below(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the account above the day, lines of its own, with its author above it or told elsewhere."""
    lines = tuple(line for line in lines if not is_labelled(line))
    day = next((place for place, line in enumerate(lines[:_STACK]) if _opens_with_day(line)), 0)
    above = [line for line in lines[:day] if line != "原创"]
    both = _NAME_AND_ACCOUNT.fullmatch(above[-1]) if above and _WITH_PLACE.fullmatch(lines[day]) else None
    if both and not (is_labelled(above[-1]) or REPORTERS.match(above[-1])):
        found.put("author", *people_in(both["name"]))
        found.put("container-title", both["account"])
        found.type = "webpage"
        return
    if day and found.type == "post-weblog" and len(above) == 1 and _ACCOUNT.fullmatch(above[0]):
        found.put("container-title", above[0])
    if not above or not _ACCOUNT.fullmatch(above[-1]) or is_labelled(above[-1]):
        return
    names = people_in(above[0]) if len(above) == len(("author", "account")) else []
    if len(above) == 1 and "author" not in found.fields:
        of_body = is_body(above[0]) and iso_date(lines[day], whole=True)
        found.put("container-title", above[0] if of_body else "")
        return
    if len(above) > 1 and not names:
        return
    found.put("author", *names)
    found.put("container-title", above[-1])
    found.type = "webpage" if names else found.type


def _without_site(title: str, lines: tuple[str, ...], found: Gathered) -> str:
    """Return a title without the site and the day that a browser writes behind it: 夜市 | 江海观察 | 2020-10-05."""
    name, *behind = re.split(r"\s*[|｜丨_]\s*", title)
    if not behind:
        name, *behind = _DASHED_SITE.split(title)
    if not behind or len(name) < _SHORTEST_TITLE or not 1 <= len(behind) <= _MOST_BEHIND:
        return title
    days = [iso_date(part, whole=True) for part in behind if is_date_line(part)]
    sites = [part.strip() for part in behind if not is_date_line(part)]
    crumbs = [re.split(r"[\s　]*[>›»/][\s　]*", line)[0] for line in lines if re.search(r"[>›»]", line)]
    if sites and sites[-1] in crumbs:
        found.put("container-title", sites[-1])
        return name.strip()
    if len(sites) > 1 and SITE.match(sites[-1]) and all(len(one) <= _COLUMN_NAME for one in sites[:-1]):
        sites = sites[-1:]
    if len(sites) > 1 or not (days or any(SITE.match(part) or _OF_SITE.search(part) for part in sites)):
        return title
    found.put("container-title", *sites)
    found.put("issued", *days)
    return name.strip()


def _kind(title: str, found: Gathered, lines: tuple[str, ...], tail: tuple[str, ...]) -> str:
    container = (found.fields.get("container-title") or [""])[0]
    if _DIALOGUE.search(title):
        return "interview"
    if found.type != "document":
        return found.type
    if _MAGAZINE.search(container):
        return "article-magazine"
    if "page" in found.fields or _NEWSPAPER.search(container):
        return "article-newspaper"
    if any(map(_OF_PAPER.search, (*lines, *tail))) and not container:
        return "article-newspaper"
    if any(_BLOG.search(line) for line in lines):
        return "post-weblog"
    shown = "issued" in found.fields and any(map(_SHOWN_ON_SITE.search, lines))
    return "webpage" if container or "URL" in found.fields or shown else "document"
