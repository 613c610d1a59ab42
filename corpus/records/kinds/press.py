"""News, magazines, 公众号 and blogs: bylines under the title, in the first sentence and at the end."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.records.bylines.account_lines import (
    subscribed,
)
from corpus.records.bylines.byline_words import byline_of, lead_of, put, with_lone_roles
from corpus.records.bylines.bylines import read_line
from corpus.records.bylines.endings import PRINTED, SIGNED, read_end
from corpus.records.bylines.label_lines import read_labels
from corpus.records.bylines.notes_of_origin import read_note
from corpus.records.bylines.places_of_print import read_place
from corpus.records.bylines.reporter_lines import in_text
from corpus.records.bylines.signatures import signed_people
from corpus.records.kinds.accounts import (
    account_again,
    account_below,
    labelled_over_shown,
    of_posts,
    on_portal,
    undated,
)
from corpus.records.kinds.press_titles import below_site, is_no_title, titled, without_site
from corpus.records.kinds.sheet_heads import without_sheet_head
from corpus.records.lines.byline_forms import DAY, SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.masthead_words import masthead_of
from corpus.records.lines.names import is_body
from corpus.records.lines.page import FrontPage, Gathered
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
_DATELINE: Final = LazyPattern(
    r"[【〔\[（(]?(?:(?:中国)?[·，,\s　]*[\u3400-\u9fff]{2,8}[\s　]*[，,·|｜—–-]?[\s　]*)?"
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)[\s　]*(?:[，,·|｜][\s　]*[\u3400-\u9fff]{2,8}[\s　]*)?"
    r"(?:[】〕\]][\s　]*(?:[—–-]{1,2}|讯|电)?|[）)]?[\s　]*(?:[—–-]{1,2}|讯|电))"
    r"[\s　]*(?=[\u3400-\u9fff])"
)
"""What stands before the first sentence of what a firm tells the press: 【2024年8月15日，某市】——."""
_BLOG: Final = LazyPattern(r"(?:分类|归档)[\s　]*[:：].*(?:评论|留言|阅读|浏览)[\s　]*[（(:：]?[\s　]*\d")
"""The line below a blog's title that tells its drawer and who has read it."""
_SHOWN_ON_SITE: Final = LazyPattern(
    rf"(?:发[布表]|出版|更新|编辑)(?:于|时间|日期)?[\s　]*[:：]?[\s　]*{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?![\s　]*[—–~至-])"
    rf"|^{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?=$|[\s　]*[·•|｜]|[\s　]{{2,}})"
)
"""A day with its clock as sites show it below a title."""
_CHANGED_ON: Final = LazyPattern(rf"更新(?:时间|于)[\s　:：]*(?P<day>{DAY})")
"""The day of the last change, which holds where a text tells no other."""
_DAY_BESIDE: Final = LazyPattern(rf"^{DAY}[\s　]+|[\s　]+{DAY}$")
_MOST_SIGNING: Final = 3
_LINES_BELOW: Final = 12
_LINES_AT_END: Final = 8


def read_press(page: FrontPage) -> Gathered:
    """Read whatever bylines there are; without any only the title is told."""
    page, found = without_sheet_head(page)
    page, title, at = titled(page, found)
    for line in page.head[:_LINES_BELOW]:
        if line.startswith("以下文章来源于"):
            read_line(line, found)
    title = without_site(title, page.head[:8], found)
    subject = _SUBJECT.match(title)
    if subject:
        found.put("title", subject["title"])
        found.put("issued", iso_date(subject["day"], whole=True))
        found.put("container-title", subject["agency"] or "")
        found.type = "article-newspaper"
    elif not is_no_title(title, at):
        found.put("title", title)
    below = (*page.head[:at], *page.before_prose(at + 1)[:_LINES_BELOW])
    sheet = next((match for line in page.head[:at] if (match := _SHEET.fullmatch(line))), None)
    for line in below:
        read_line(line, found)
    _sheet_below(below[at : at + 3], found)
    undated(below, found, labelled=True)
    labelled_over_shown(below, found)
    read_labels(below, found, pen_names=True)
    undated(below, found, labelled=False)
    on_portal(page.head[at + 1 : at + 6], found)
    of_posts(page, at, found)
    if "container-title" not in found.fields:
        account_below(below[at:], found)
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
    account_again(page.head[at + 1 : at + 5], found)
    below_site(page.head[at : at + 3], found)
    if sheet and "container-title" in found.fields:
        found.put("page", sheet["page"].lstrip("0"))
    _last_change(below, found)
    found.type = _kind(title, found, below[at:], page.ending(_LINES_AT_END))
    return found


def _last_change(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the day of the last change."""
    for line in lines:
        told = _CHANGED_ON.search(line)
        found.put("issued", iso_date(told["day"]) if told else "")


def _by_dates(first: tuple[str, ...], below: tuple[str, ...], found: Gathered) -> None:
    """Read the day of a dateline in the first lines, and the site whose name stands on a line beside a day."""
    for line in first:
        dateline = _DATELINE.match(line)
        found.put("issued", iso_date(dateline["day"]) if dateline else "")
    for above, line in pairwise(below):
        if (is_date_line(above) and SITE.match(line)) or (SITE.match(above) and is_date_line(line)):
            found.put("container-title", line if is_date_line(above) else above)


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
