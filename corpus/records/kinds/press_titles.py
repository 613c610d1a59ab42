"""The title of news and posts: told by a byline, by the first line that may be one, or by what lines weigh."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.bylines.account_lines import (
    below_card,
    is_gathered,
)
from corpus.records.bylines.blog_lines import below_name_of_blog
from corpus.records.bylines.reporter_lines import in_text
from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.names import is_family_name
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.titles import RELEASE, headline
from corpus.records.weighed.settling import Titled, settled
from corpus.text.page_lines import is_record, is_sentence
from corpus.text.reader_marks import is_marked
from index.lazy_pattern import LazyPattern

_OF_SITE: Final = LazyPattern(r"(?:之窗|之家|网站|论坛|观察|资讯|财经|平台|门户|中心|频道|栏目)$")
_SECTION: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])(?=[^，。！？]{2,30}$)"
    r"(?=.*(?:工作|总结|安排|情况|回顾|要求|任务|措施|目标|背景|概况|打算|问题|建议))"
)
"""The heading of a section of a longer paper (二、某年工作安排), which by itself is nobody's title."""
_TURN: Final = LazyPattern(r"(?:[A-Z]\d?|问|答|访谈者|受访者|采访者)[:：]")
"""What opens a turn of a conversation."""
_TOLD: Final = LazyPattern(r"[^《》“”：:]{6,}，[^《》“”：:]{6,}。")
"""A whole sentence of several clauses with its full stop, as texts without a title begin."""
_SHORTEST_TITLE: Final = 6
_COLUMN_NAME: Final = 6
_DASHED_SITE: Final = LazyPattern(
    r"\s+[-–—]{1,2}\s+|--(?=\S{2,8}(?:--|$))|-(?=[^-\d]{2,12}(?:-[^-\d]{2,12})?$)"
)
_MOST_BEHIND: Final = 2
_LONGEST_BYLINE: Final = 40


def titled(page: FrontPage, found: Gathered) -> Titled:
    """Return a page below the head of its sheet with its title and its line; put what the byline above it tells."""
    title, at = _above_byline(page, found) or headline(page)
    return settled(page, title, at, is_no_title)


def is_no_title(line: str, at: int) -> bool:
    """Tell whether a line is a sentence, a turn of a talk, a section or a record, which nothing is called by."""
    return bool(
        in_text(line, Gathered("document"))
        or is_record(line)
        or is_marked(line)
        or is_sentence(line)
        or _TURN.match(line)
        or _SECTION.match(line)
        or RELEASE.fullmatch(line)
        or (_TOLD.fullmatch(line) and not is_labelled(line))
        or (at > 0 and line.endswith("。"))  # the text below what was passed over
    )


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


def without_site(title: str, lines: tuple[str, ...], found: Gathered) -> str:
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


def below_site(lines: tuple[str, ...], found: Gathered) -> None:
    """Take the line below for the title where the first is only the name of the site that a byline tells."""
    if len(lines) < len(("site", "title", "byline")) or found.fields.get("title") != [lines[0]]:
        return
    site, title, byline = lines
    named = found.fields.get("container-title") == [site] and site in byline
    if named and len(title) >= _SHORTEST_TITLE and not (is_labelled(title) or is_date_line(title)):
        found.fields["title"] = [title]
