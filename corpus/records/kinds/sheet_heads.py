"""The head of a newspaper's sheet as its site or its PDF gives it: paper, day, number and name of the sheet."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.masthead_words import MAKERS
from corpus.records.lines.names import is_family_name, people_in
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_PAPER: Final = LazyPattern(
    r"《?(?P<name>[\u3400-\u9fff]{1,10}(?:报|周刊|时报|商报|导报))》?(?:数字报(?:刊)?(?:平台)?|电子[报版](?:平台)?)?"
)
_DAY: Final = LazyPattern(r"(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-./]\d{1,2}[-./]\d{1,2})")
_WEEKDAY: Final = LazyPattern(r"(?:星期|周)[一二三四五六日天]|农历\S{2,10}|第\s*\d+\s*期|总第?\s*\d+\s*期")
_TURN: Final = LazyPattern(
    r"[上下]一[版篇期]|版面导航|返回(?:首页|目录|版面)|标题导航|PDF版?|往期(?:回顾|报纸)?|放大|缩小|全文复制|朗读"
)
_SHEET: Final = LazyPattern(
    r"(?:第\s*)?(?P<page>[A-Z]?\d{1,3})\s*版?[\s　]*[:：·|｜/]?[\s　]*(?P<name>[\u3400-\u9fff·]{2,8})?"
    r"|[\u3400-\u9fff]{2,6}[\s　]*[·|｜:：]?[\s　]*第?(?P<behind>[A-Z]?\d{1,3})版"
)
_MARKED: Final = LazyPattern(r"第?\s*[A-Z]?\d{1,3}\s*版|(?:^|报[\s　]+)[A-Z]\d{1,3}\b|^\d{2}[\s　]*[|｜]")
_HELPERS: Final = LazyPattern(rf"(?:{MAKERS}|电话|邮箱)[\s　:：/／]+[\u3400-\u9fff]{{2,4}}(?=[\s　|｜/／]|$)")
"""Who made the sheet."""
_IN_DAY: Final = LazyPattern(r"(?<=[年月])[/／](?=[ 　]*\d{1,2}[ 　]*[月日])")
_SLASHED: Final = LazyPattern(r"(?<=报)[/／](?=\d{4})|(?<=日)[/／](?=[ 　]*第)")
"""The strokes of a sheet's head as a library of newspapers prints it: 某报/2022 年/6 月/1 日/第 009 版."""
_BRACKETED: Final = LazyPattern(r"[（(](?P<inside>[^（）()]*(?:19|20)\d{2}[^（）()]*版[^（）()]*)[）)]")
"""The day and the sheet in brackets behind the paper's name: 《某报》（2024年06月11日 第05版）."""
_STEP: Final = LazyPattern(r"[\s　]*[>›»][\s　]*")
"""A step of the path above a sheet: 某报 > 2021年12月03日 > 第3版."""
_WHOLE: Final = frozenset(["container-title", "issued", "page"])
_SHEET_AND_DAY: Final = frozenset(["issued", "page"])
_SEVERAL: Final = 3
_SECTION: Final = LazyPattern(r"[\u3400-\u9fff]{2,4}(?:[·/、][\u3400-\u9fff]{2,4})?")
_SUPPLEMENT: Final = LazyPattern(r"[\u3400-\u9fff]{1,6}(?:副刊|专刊|特刊|专版|专栏)")
"""The name of a part of the paper, which stands beside the day."""
_WRITER: Final = LazyPattern(r"(?:记者|通讯员|实习生|撰稿人?|作者|评论员)$")
_LINES: Final = 4


def without_sheet_head(page: FrontPage) -> tuple[FrontPage, Gathered]:
    """Return the page below the head of its sheet and what the head says; the page itself where it has none."""
    told = Gathered("article-newspaper")
    whole = Gathered("article-newspaper")
    if len(page.head) > 1 and _is_part(page.head[0], whole) and whole.fields.keys() >= _WHOLE:
        below_section = (
            page.head[2:]
            if len(page.head) > 3 and _SECTION.fullmatch(page.head[1]) and not people_in(page.head[2])
            else page.head[1:]
        )
        return FrontPage(below_section, page.tail), whole
    below = Gathered("article-newspaper")
    if len(page.head) > 2 and _is_part(page.head[1], below) and below.fields.keys() >= _WHOLE:
        site = _PAPER.fullmatch(page.head[0])
        above = () if site and below.fields["container-title"] == [site["name"]] else page.head[:1]
        return FrontPage((*above, *page.head[2:]), page.tail), below
    count = 0
    for line in page.head[:_LINES]:
        if not _is_part(line, told):
            break
        count += 1
    # The paper may be named at the end alone.
    enough = told.fields.keys() >= _WHOLE or (count >= _SEVERAL and told.fields.keys() >= _SHEET_AND_DAY)
    if not enough or len(page.head) <= count + 1:
        return page, Gathered("document")
    return FrontPage(page.head[count:], page.tail), told


def _is_part(line: str, told: Gathered) -> bool:
    """Put what one line says of the sheet; ``False`` where any of it is something else."""
    fields = Gathered("document")
    bare = _BRACKETED.sub(r"  \g<inside>  ", line.strip("【】[]<>＜＞〈〉"))
    bare = _STEP.sub("  ", bare) if _DAY.search(bare) else bare
    rest = _HELPERS.sub("  ", _SLASHED.sub("  ", _IN_DAY.sub("", bare)))
    day = _DAY.search(rest)
    if day:
        fields.put("issued", iso_date(day[0]))
        rest = rest.replace(day[0], "  ")
    rest = _TURN.sub("  ", _WEEKDAY.sub("  ", rest))
    parts = [part.strip(" 　|｜·,，") for part in re.split(r"[\s　]{2,}|[\t|｜　]|[\s　]+[·•][\s　]+", rest)]
    whole = bool(day) and any(_PAPER.fullmatch(part) for part in parts)
    marked = whole or bool(_MARKED.search(rest.strip()))
    for part in parts:
        _put_part(part, fields, marked=marked)
    if "rest" in fields.fields or not (fields.fields or rest != line):
        return False
    for name, values in fields.fields.items():
        told.put(name, *values)
    return True


def _put_part(part: str, fields: Gathered, *, marked: bool) -> None:
    if not part:
        return
    paper, sheet = _PAPER.fullmatch(part), _SHEET.fullmatch(part)
    opened = _PAPER.match(part)
    if paper:
        fields.put("container-title", paper["name"])
    elif sheet and marked:
        fields.put("page", (sheet["page"] or sheet["behind"]).lstrip("0"))
    elif opened and marked and (sheet := _SHEET.fullmatch(part[opened.end() :].strip())):
        fields.put("container-title", opened["name"])
        fields.put("page", sheet["page"] or sheet["behind"])
    elif (
        marked and "page" in fields.fields and _SECTION.fullmatch(part) and not _names_writer(part)
    ) or _SUPPLEMENT.fullmatch(part):
        return
    else:
        fields.put("rest", part)


def _names_writer(part: str) -> bool:
    """Tell whether a part is a person or the word for one who writes, which no section is called by."""
    return is_family_name(part) or bool(_WRITER.search(part))
