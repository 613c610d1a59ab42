"""Lines of a page that speak of other pages: lists below 相关阅读, single links, placeholders of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.text.page_lines import LISTS_PAGES
from index.lazy_pattern import LazyPattern

_LINK: Final = LazyPattern(
    r"(?:相关|延伸|推荐|更多|扩展|关联|热门|往期|上期|下期|前期|上一|下一|近期)(?:阅读|新闻|报道|文章|链接|推荐|回顾|内容|预告|热文|篇|期)"
    r"[ 　]*[:：>》|｜][ 　]*\S.*"
)
"""A link to another page behind the word that says it is one: 相关阅读：《…》 作者：某人."""
_ITEM: Final = LazyPattern(
    r"(?:[·•●○▪■□▶►>＞*◆◇–—-]|\d{1,2}[.、．)）])[ 　]*\S.*|《[^《》]+》.{0,30}|\[[^\]]+\].{0,30}"
)
"""A line of a list: a bullet or a number before it, or a title in its marks."""
_PICTURE: Final = LazyPattern(
    r"[\[【（(]?(?:封面|题图|头图|配图|插图|图片|海报|主图)(?:图片?)?[\]】）)]?|\[TOC\]|\[目录\]"
)
_ENDS: Final = "。！？…”"
_LONGEST_ITEM: Final = 60


def own_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines that speak of the text itself; all of them where hardly any would be left."""
    own: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        if LISTS_PAGES.fullmatch(line) and place < len(lines) and _is_item(lines[place]):
            while place < len(lines) and _is_item(lines[place]):
                place += 1
        elif not _is_beside(line, first=not own):
            own.append(line)
    return own or list(lines)


def _is_item(line: str) -> bool:
    """Tell whether a line is one more of a list of other pages: short, no sentence, marked or dated as links are."""
    if len(line) > _LONGEST_ITEM or line[-1] in _ENDS:
        return False
    return bool(_ITEM.fullmatch(line) or (line[-1] in "）)" and iso_date(line, whole=True)))


def _is_beside(line: str, *, first: bool) -> bool:
    if _PICTURE.fullmatch(line):
        return first
    return bool(_LINK.fullmatch(line)) and line[-1] not in _ENDS
