"""The row of labels many sites set between a title and its text: the day, the source, who wrote, how many read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus.importing.record import stated
from corpus.importing.web.tree import BLOCKS, name_of, visible_text
from corpus.model.source import Stated
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABEL: Final = LazyPattern(
    r"(?:(?P<source>(?:文章|信息|稿件|新闻|消息|内容)?来源|稿源)"
    r"|(?P<author>作者|撰文|撰稿|文|(?:本报|本刊|本网|见习)?记者)"
    r"|(?P<day>(?:发布|发表|刊发)(?:时间|日期|于)?|时间|日期)"
    r"|(?:责任)?编辑|责编|[初复终]?审核?|校对|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字[号体]|分享|更新(?:时间|日期)?"
    r")(?:[\s　]*[:：][\s　]*|(?<=记者)[\s　]+)"
)
_DAY: Final = LazyPattern(
    r"(?P<day>(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}))(?:[\s　T]*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_BETWEEN: Final = " 　\t\xa0|｜丨/／·,，;；[]【】()（）"
_PERSON: Final = (
    r"(?:[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,6})*|[A-Z][a-z]+(?: [A-Z]\.?)*(?: [A-Z][a-z]+){1,2})"
)
_PEOPLE: Final = LazyPattern(rf"{_PERSON}(?:[\s　、,，]+{_PERSON}){{0,4}}")
_SOURCE: Final = LazyPattern(
    r"[《“]?(?=\D)[\u3400-\u9fffA-Za-z0-9·()（）-]{2,24}[》”]?|(?=\d+\D)[\w·-]{2,24}|[A-Z][A-Za-z0-9 .&-]{1,30}"
)
_LONGEST: Final = 120
_FEWEST: Final = 2
"""Fewer things told in a row, and it may as well be a line of the text."""


def told_by_row(element: HtmlElement) -> Iterator[Stated]:
    """Yield what a row of labels says of its page; nothing where the element is no such row, but words of a text."""
    if name_of(element) not in BLOCKS or any(name_of(one) in BLOCKS for one in element):
        return
    row = " ".join(visible_text(element).replace("\xa0", " ").split())
    labels = list(_LABEL.finditer(row)) if len(row) <= _LONGEST else []
    if not labels or not _is_day_or_nothing(row[: labels[0].start()]):
        return
    ends = [*(one.start() for one in labels[1:]), len(row)]
    values = [row[one.end() : end].strip(_BETWEEN) for one, end in zip(labels, ends, strict=True)]
    dated = bool(_DAY.search(row))
    if len(labels) + dated < _FEWEST or any(len(one) > _LONGEST // 4 for one in values):
        return
    yield from _values(row[: labels[0].start()], labels, values)


def _values(before: str, labels: list[re.Match[str]], values: list[str]) -> Iterator[Stated]:
    """Yield what stands behind each label, the day wherever it stands but behind that of a change."""
    days = [_DAY.search(before)]
    for label, value in zip(labels, values, strict=True):
        found = _DAY.search(value)
        if not label[0].startswith("更新"):
            days.append(found)
        bare = (value[: found.start()] if found else value).strip(_BETWEEN)
        if label["author"] and _PEOPLE.fullmatch(bare):
            for name in re.split(r"[、,，]+\s*|(?<=[\u3400-\u9fff])[\s　]+", bare):
                yield from stated("html_class", author=name)
        elif label["source"] and _SOURCE.fullmatch(bare):
            yield from stated("html_class", container_title=bare.strip("《》“”"))
    yield from stated("html_class", issued=next((one["day"] for one in days if one), ""))


def _is_day_or_nothing(words: str) -> bool:
    """Tell whether nothing but a day and marks stands in front of the first label."""
    return not _DAY.sub("", words).strip(_BETWEEN)
