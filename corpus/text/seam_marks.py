"""Titles of glued articles told by what stands around them: bylines below, the end of a web page above."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.text.bylines import is_byline, may_be_names
from corpus.text.characters import count_han
from index.lazy_pattern import LazyPattern

_LABELLED: Final = LazyPattern(r"(?:文章)?(?:标题|题目|篇名)\s*[:：]\s*\S")
_NO_TITLE: Final = LazyPattern(r"[。；;，,：:、．]\Z|[。；]")
_PAGE_END: Final = LazyPattern(
    r"上一[篇条]|下一[篇条]|责任?编辑|编辑[:：]|打印本?页?|关闭|返回|扫[一描]|Copyright|版权|©|ICP|发表评论|相关(?:附件|文章|阅读|新闻)|猜你喜欢|热门|声明|转载|完[）)】]|全文完|END",
    re.IGNORECASE,
)
_SUBTITLE: Final = LazyPattern(r"——|[—-]\s*\S|(?:摘要|导读|导语|编者按|核心提示)[:：]?")
_LONGEST: Final = 60
_PARAGRAPH: Final = 60
_BODY: Final = 150
_MOST_BYLINES: Final = 3
_FEWEST_NAMES: Final = 2


@dataclass(frozen=True, slots=True)
class _Title:
    """A line that is titled as an article is: by a byline, a list of names, a label, or a page that ended above."""

    line: int
    byline: bool
    names: bool
    label: bool
    page_end: bool


def marked_titles(texts: Sequence[str], is_furniture: Callable[[str], str]) -> list[int]:
    """Return the numbers of the lines that begin separate articles, nothing where the marks do not say so.

    ``texts`` are all lines, stripped; ``is_furniture`` returns the kind of page furniture a line is. Two bylines,
    two labels (标题：) or the foot of a web page between two titled texts are needed; a date in the middle of a
    report or one subheading under a picture is not enough.
    """
    filled = [place for place, text in enumerate(texts) if text]
    found: list[_Title] = []
    for order, place in enumerate(filled):
        title = _title(texts, filled, order, is_furniture)
        if title is None or (found and place - found[-1].line <= 1):
            continue
        found.append(title)
    if not found or not _begins(texts, filled, found[0].line, is_furniture):
        return []
    names = sum(title.names for title in found) == len(found) >= _FEWEST_NAMES
    kept = [
        title for number, title in enumerate(found)
        if title.byline or title.label or title.page_end or names or number == 0
    ]  # fmt: skip
    kept = _long_enough(texts, kept)
    bylines, labels = sum(title.byline for title in kept), sum(title.label for title in kept)
    ends = sum(title.page_end for title in kept[1:])
    speaks = bylines >= 2 or labels >= 2 or ends >= 1 or (names and len(kept) >= 2)
    return [title.line for title in kept] if len(kept) >= 2 and speaks else []


def _title(
    texts: Sequence[str], filled: Sequence[int], order: int, is_furniture: Callable[[str], str]
) -> _Title | None:
    """Return what the line says as a title, ``None`` where no running text follows it."""
    text = texts[filled[order]]
    if not 4 <= len(text) <= _LONGEST or count_han(text) < 3 or is_furniture(text) or is_byline(text):
        return None
    label = bool(_LABELLED.match(text))
    if (_NO_TITLE.search(text) and not label) or (" " in text and may_be_names(text)):
        return None
    below = [texts[place] for place in filled[order + 1 : order + 3 + _MOST_BYLINES]]
    bylines = 0
    while bylines < min(len(below), _MOST_BYLINES) and is_byline(below[bylines]):
        bylines += 1
    names = not bylines and len(below) > 1 and may_be_names(below[0])
    rest = below[bylines + names :]
    if not rest or not (len(rest[0]) >= _PARAGRAPH or _SUBTITLE.match(rest[0]) or rest[0].endswith("。")):
        return None
    above = texts[filled[order - 1]] if order else ""
    page_end = bool(above and is_furniture(above) and _ended(texts, filled, order, is_furniture))
    return _Title(filled[order], bool(bylines), names, label, page_end)


def _ended(
    texts: Sequence[str], filled: Sequence[int], order: int, is_furniture: Callable[[str], str]
) -> bool:
    """Tell whether the furniture right above a line holds something that only stands at a page's foot."""
    while order and is_furniture(texts[filled[order - 1]]):
        order -= 1
        if _PAGE_END.search(texts[filled[order]]):
            return True
    return False


def _begins(
    texts: Sequence[str], filled: Sequence[int], first: int, is_furniture: Callable[[str], str]
) -> bool:
    """Tell whether nothing but furniture and a few short lines stands above the first title."""
    above = [texts[place] for place in filled if place < first]
    return sum(len(text) for text in above if not is_furniture(text)) <= _BODY


def _long_enough(texts: Sequence[str], titles: Sequence[_Title]) -> list[_Title]:
    """Drop titles whose text up to the next one is too short for an article."""
    kept: list[_Title] = []
    for number, title in enumerate(titles):
        end = titles[number + 1].line if number + 1 < len(titles) else len(texts)
        if sum(len(text) for text in texts[title.line + 1 : end]) >= _BODY:
            kept.append(title)
    return kept
