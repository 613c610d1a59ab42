"""The line of a front page that is the title: not crumbs, a button, a label, a number or a notice of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.model.family_names import SURNAMES
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.label_words import TABLE_LABELS
from corpus.records.lines.labels import is_labelled, pairs
from corpus.records.lines.line_kinds import Kind, is_button, kind_of
from corpus.records.lines.masthead_words import MAKERS
from corpus.records.lines.names import is_body, is_person, people_in
from corpus.records.lines.notices import NUMBERS, ORIGINAL, is_notice, without_blanks
from corpus.records.lines.page import FrontPage
from corpus.records.lines.title_marks import without_mark_before
from index.lazy_pattern import LazyPattern

FORUM_TITLE: Final = LazyPattern(
    r"^(?P<forum>[^»›>]{2,20})(?:\s*[»›>]|\s*»\s*[^»›>]{2,10}\s*»)\s*(?P<title>[^»›>]{4,})$"
)
_KIND_FIRST: Final = LazyPattern(
    r"^(?:原创|转载|首发|独家|专访|特稿|深度)[\s　]*[|｜丨][\s　]*(?P<title>\S.{5,})$"
)
_FORWARDED: Final = LazyPattern(r"^(?:转发|分享|转|【转】|\[转\])\s*[:：]\s*(?=\S{6})")
_OFFICE: Final = LazyPattern(
    r"(?:局|厅|委员会|委|总队|支队|政府|办公室|研究院|研究所|协会|学会|商会|委办|管委会)$"
)
_COLUMN: Final = LazyPattern(
    r"^[【\[「·•■〔［][^】\]」·•〕］]{2,12}[】\]」·•〕］]$|^[■□●◆▲★][\s　]*[\u3400-\u9fff]{2,6}$"
)
_REPORTED: Final = LazyPattern(
    r"[【（(]?(?:本报|本刊|特约|见习)?记者"
    r"[\s　]*[\u3400-\u9fff]{2,4}[\s　]*[／/][\s　]*[\u3400-\u9fff]{1,6}报道[】）)]?"
)
_HELPERS: Final = LazyPattern(
    rf"(?:(?:[\s　|｜/／]*)(?:{MAKERS})[\s　:：]+[\u3400-\u9fff]{{2,4}}(?=[\s　|｜/／]|$)){{2,}}"
)
"""A line of nothing but who helped: 责编 甲 美编 乙 校对 丙."""
_TITLES: Final = sorted(
    {*TABLE_LABELS["title"], "帖子标题", "帖子主题", "主题帖", "主题"}, key=len, reverse=True
)
NAMED: Final = LazyPattern(
    rf"^(?:{'|'.join(_TITLES)})"
    r"[\s　]*[:：|｜][\s　]*(?P<title>\S.{2,})$"
)
_OF_TABLE: Final = LazyPattern(r"^[\u3400-\u9fff]{2,8}[:：]\s*[\dA-Za-z][\dA-Za-z/:.\-—〔〕 ]*$")
"""A line of an official table: a label, and nothing but a day or a number behind it."""
_SITE_ANSWER: Final = LazyPattern(
    r"\s+[-–—]\s*(?:知乎|简书|豆瓣|百度百科|CSDN博客|博客园|掘金|新浪博客|微信公众平台)$"
)
_COPY_BUTTON: Final = LazyPattern(r"[ 　]*\[?复制链接\]?$")
"""The button a forum shows behind the title of a thread."""
_COUNTED: Final = LazyPattern(r"(?<=\S)(?:[ 　\t]{2,}|[ 　]*…+[ 　]*)\d{1,4}[ 　]*/[ 　]*\d{1,4}$")
_IN_COLUMN: Final = LazyPattern(
    r"(?:数据|视频|图片|图|设计|时间|整理|视觉|译|评论|摄影|策划)[\s　]*[|｜丨][\s　]*(?=.{6,40}$)"
    r"(?![\u3400-\u9fff]{2,4}(?:[\s　、]|$))[^:：|｜丨]*[^:：|｜丨\d]$"
)
"""A title below the name of its column: 数据 | 谁在县城买咖啡."""
_OF_WORD: Final = LazyPattern(
    r"(?:编辑|作者|来源|记者|翻译|校对|摄影|数据|图片|设计"
    r"|时间)[:：](?!.*[:：|｜\d])[一每没不这那从被把在为谁][\u3400-\u9fff“”、，]{3,30}$"
)
"""A first line that tells of a word that is a label elsewhere: 编辑：一个快要消失的动词."""
_SIGNED_BY: Final = LazyPattern(
    r"(?:作者|记者|编辑|撰文|文)[:：][\u3400-\u9fff]{2,16}的[\u3400-\u9fff]{1,10}$"
)
"""A first line about somebody or other who writes, above a sentence: 作者：一位老农的一天."""
_LABEL_SHAPE: Final = LazyPattern(r"[\u3400-\u9fff]{2,6}[:：]")
_FIRST_LINES: Final = 30
_ROWS: Final = 10
"""Lines of a table that may stand above the row of the title."""
_ABOUT_TIME: Final = LazyPattern(r"(?:发布|发表|出版)?(?:时间|日期|发布)[：:]\s*[\u3400-\u9fff]{6,}")
_DEED: Final = LazyPattern(r"(?:决定书|通知书|告知书|意见书|责令书|裁决书|公告|通告|通报)$")
"""What an office calls what it writes."""
_LEAST_BELOW, _LEAST_BELOW_COLUMN, _MOST_BELOW = 8, 6, 50
"""Characters of a title below the name of its office or column."""
_COLUMN_WORD: Final = LazyPattern(
    r"(?:今日头条|腾讯网|百家号|网易号|搜狐号|企鹅号|知乎)|[\u3400-\u9fff]{2}(?:调查|观察|聚焦|关注|特写|热线|视点"
    r"|评论|纪事|追踪|特稿|故事|人物|专题|深度|视界|看点|新闻|快讯|要闻|经济|周刊)"
    r"|(?:观点|评论|时评|财经|社会|文化|专栏|副刊|特稿|深度|民生|调查|人物|生活|故事|视点|专题)"
    r"[\s　]*[·•|｜／/][\s　]*[\u3400-\u9fff]{2,6}"
    r"|\d{1,3}[\s　]*[|｜/][\s　]*[\u3400-\u9fff]{2,6}(?:[\s　]+[A-Z][A-Z &]{2,24})?"
)
"""The name of a column or a portal alone on the first line."""
_ABOVE: Final = frozenset([Kind.MEDIUM, Kind.SERIES, Kind.COLUMN, Kind.NOTICE])
RELEASE: Final = LazyPattern(r"[\u3400-\u9fff]{3,24}[ 　]+(?:新闻稿|新闻通稿|通稿)")
"""The office and the word for what it tells the press, above its title."""
_PATH: Final = LazyPattern(r"[>»›]")
"""What parts the steps of a path, which is no row though a label stands before it."""
_TELLS: Final = LazyPattern(r"^[#＃](?=[\u3400-\u9fff])|。.|[：:]$")
"""What a line below the first has that is no title: tags, a sentence with more behind it, what comes next."""
_YEAR: Final = LazyPattern(r"(?:19|20)\d{2}年?")
_ABOUT_WORD: Final = LazyPattern(r"(?:时间|日期)[:：](?=[\u3400-\u9fff]{4,20}$)")
"""A label of time above a sentence, which no day stands behind: 时间：最贵的成本."""
_SHORT_VALUE: Final = 8
_SHORT: Final = 5
_LEAST_SENTENCE: Final = 12
_SHORTEST: Final = 3
_DAY_FIRST: Final = LazyPattern(r"[（(]?\d{4}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})")
_STAMPED: Final = LazyPattern(
    r"\d{4}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})[\s　]+\d{1,2}:\d{2}(?::\d{2})?(?:[\s　]+\S{2,14})?"
)


_CHAPTER: Final = LazyPattern(
    r"第[一二三四五六七八九十百\d]{1,4}[章节编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
)
"""How a chapter of the text below begins, which is no title: 一、2025年工作回顾."""


@lru_cache(maxsize=8)
def headline(page: FrontPage) -> tuple[str, int]:
    """Return the title and its line: a line that names it, or the first that is neither crumbs nor a button.

    The office that writes above its title is no title, nor is the name of a column.
    """
    for place, line in enumerate(page.head[:_ROWS]):
        named = NAMED.match(without_blanks(line))
        if named and place:
            return trimmed(named["title"]), place
        rows_below = not place and all(map(_LABEL_SHAPE.match, map(without_blanks, page.head[1:3])))
        if kind_of(line) is Kind.OTHER and not (_LABEL_SHAPE.match(without_blanks(line)) or rows_below):
            break
    for place, line in enumerate(page.head[:_FIRST_LINES]):
        named = NAMED.match(without_blanks(line))
        if named:
            return trimmed(named["title"]), place
        beside = (*page.head[:place], *page.head[place + 1 : place + 3])
        crowded = any(
            len(one) < _SHORT and one[-1] not in ":：" and not is_notice(one) and not is_labelled(one)
            for one in beside
        )
        if len(line) < _SHORT and (
            (crowded and not _signed(page.head, place) and not (place == 0 and _TELLS.search(beside[0])))
            or (place and len(line) < _SHORTEST)
        ):
            continue
        if RELEASE.fullmatch(line) and place + 1 < len(page.head):
            continue
        if place and (_TELLS.search(line) or _CHAPTER.match(line)):
            continue
        told = _KIND_FIRST.match(line)
        if told and not people_in(told["title"]):
            return trimmed(told["title"]), place
        if _FORWARDED.match(line):
            return trimmed(_FORWARDED.sub("", line)), place
        if place + 1 < len(page.head) and (
            _stands_above(line, page.head[place + 1])
            or _is_row(page.head[max(place - 1, 0) : place + 2])
            or _is_site_above_column(page.head[place : place + 3])
        ):
            continue
        if (
            FORUM_TITLE.match(line)
            or _is_year_told(page.head[: place + 2])
            or not _is_none(line)
            or (not place and _is_about_writers(page))
        ):
            return trimmed(line), place
    return (page.head[0] if page.head else ""), 0


def _is_year_told(lines: tuple[str, ...]) -> bool:
    """Tell whether a text begins with a year by itself and goes on with a sentence: 2008 / 那一年的超市里，…。"""
    return len(lines) == len(("year", "sentence")) and bool(
        _YEAR.fullmatch(lines[0]) and len(lines[1]) > _LEAST_SENTENCE and lines[1][-1] in "。！？…"
    )


def _is_about_writers(page: FrontPage) -> bool:
    """Tell whether the first line only looks like a label: it says something, and a sentence goes on below it."""
    told = page.head[0]
    above_sentence = len(page.head) > 1 and page.head[1][-1:] in "。！？…"
    about = _SIGNED_BY.fullmatch(told) or (_ABOUT_WORD.match(told) and not iso_date(told))
    return bool(_OF_WORD.match(told) or (above_sentence and about))


def _signed(head: Sequence[str], place: int) -> bool:
    """Tell whether the first line stands above a person's name and a sentence: 渡口 / 柳岸 / 渡口的船是铁壳的。"""
    if place or len(head) < len(("title", "name", "sentence")):
        return False
    return (
        is_person(head[1])
        and head[1][0] in SURNAMES
        and len(head[2]) > _LEAST_SENTENCE
        and head[2][-1] in "。！？…"
    )


def _is_row(lines: tuple[str, ...]) -> bool:
    """Tell whether the middle of three lines is a row of a table: a short label between two labelled lines."""
    if len(lines) < len(("above", "line", "below")):
        return False
    above, line, below = map(without_blanks, lines)
    if _PATH.search(above):
        return False
    short = _LABEL_SHAPE.match(line) and len(re.split(r"[:：]", line, maxsplit=1)[1].strip()) <= _SHORT_VALUE
    if (
        short
        and _LABEL_SHAPE.match(above)
        and (is_labelled(above) or kind_of(above) in (Kind.ROW, Kind.NOTICE))
    ):
        return True
    rows = all(map(_LABEL_SHAPE.match, (above, line, below)))
    return rows and (is_labelled(above) or is_labelled(below) or bool(NUMBERS.match(above)))


def _stands_above(line: str, below: str) -> bool:
    """Tell whether a line is the office or the column above a title, and the title below it is one."""
    if _is_none(below) or _TELLS.search(below) or below[:1] in "—–-（(" or below[-1:] in "。！…":
        return False
    least = _SHORT if _DEED.search(below) else _least_below(line)
    if not least <= len(below) <= _MOST_BELOW:
        return False
    if _DEED.search(below) and _OFFICE.search(line) and is_body(line):
        return True
    if _COLUMN.match(line) or _COLUMN_WORD.fullmatch(line) or (_OFFICE.search(line) and is_body(line)):
        return True
    return kind_of(line) in _ABOVE and kind_of(below) is Kind.OTHER and not re.search(r"　|\s{2,}", below)


def _is_site_above_column(lines: tuple[str, ...]) -> bool:
    """Tell whether a site's name and one of its columns stand above a title, each on a line of its own."""
    if len(lines) < len(("site", "column", "title")):
        return False
    site, column, title = lines
    return (
        kind_of(site) is Kind.MEDIUM
        and kind_of(column) in _ABOVE
        and kind_of(title) is Kind.OTHER
        and len(title) >= _LEAST_BELOW
        and title[-1] not in "。…"
    )


def _least_below(line: str) -> int:
    """Return how long a title below a line has to be: below a column in brackets almost any is one."""
    if kind_of(line) in _ABOVE:
        return _LEAST_BELOW_COLUMN
    if _COLUMN.match(line):
        return _SHORT
    return _LEAST_BELOW_COLUMN if _COLUMN_WORD.fullmatch(line) else _LEAST_BELOW


def _is_none(line: str) -> bool:
    if is_button(line):
        return True
    about_time = _ABOUT_TIME.match(line) and not iso_date(line)
    if _OF_TABLE.match(without_blanks(line)):
        return True
    labelled = (is_labelled(line) and not about_time and not _IN_COLUMN.match(line)) or _is_byline(line)
    return (
        is_notice(line)
        or bool(_HELPERS.fullmatch(line) or _REPORTED.fullmatch(line))
        or is_date_line(line)
        or labelled
        or bool(ORIGINAL.match(line))
    )


def _is_byline(line: str) -> bool:
    """Tell whether a line that begins with a day goes on with a label."""
    if _STAMPED.fullmatch(line):
        return True
    return bool(_DAY_FIRST.match(line)) and any(field != "other" for field, _, _ in pairs((line,)))


def trimmed(line: str) -> str:
    """Return a title without the marks, buttons and counts that sites and lists put beside it."""
    bare = _COUNTED.sub("", _SITE_ANSWER.sub("", _COPY_BUTTON.sub("", without_mark_before(line))))
    return re.sub(r"\[\d+\]$|[*＊]$", "", bare).strip()
