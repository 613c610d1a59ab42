"""An article below the masthead of its newspaper or magazine, which names both in any order."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.kinds.press import read_press
from corpus.records.lines.dates import iso_date
from corpus.records.lines.line_kinds import Kind, kind_of
from corpus.records.lines.masthead_words import is_periodical, masthead_of
from corpus.records.lines.names import is_body, people_in
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_PLAIN_NAME: Final = LazyPattern(
    r"(?P<name>[\u3400-\u9fff]{2,8})(?:[ 　]+[A-Z][A-Z&' ]{3,}|[ 　]+[A-Z][a-z]+(?: [A-Z][a-z]+)*"
    r"|[ 　]*[|｜/／·][ 　]*[\u3400-\u9fff]{2,6}|[ 　]+(?:半|双)?[月旬周季]刊)?"
)
"""The name of a periodical by itself, its English name or a column beside it or not."""
_ENGLISH_NAME: Final = LazyPattern(r"[A-Z][A-Za-z&']+(?: [A-Za-z&']+){0,3}")
_ARTICLE: Final = LazyPattern(
    r"^[\[【［]?[ 　]*(?:摘[ 　]*要|内容提要|提[ 　]*要)|^[\[【［]?关键词|^Abstract"
    r"|执业证书|目标价|^各[\u3400-\u9fff]{2,}[:：]",
    re.MULTILINE,
)
_COLUMN: Final = LazyPattern(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{2,4})?")
_LINES: Final = 10
_SHORTEST, _LONGEST = 4, 60
_NUMBERED: Final = frozenset(["issue", "page", "named", "whole"])
_BULLETS: Final = "□■●◎○◇◆ 　"
_OF_NAME: Final = frozenset(["issue", "whole"])
_MAGAZINE: Final = "article-magazine"


def read_masthead(page: FrontPage) -> Gathered | None:
    """Read an article below the masthead of its newspaper or magazine; a journal's paper is none."""
    told, count = _masthead(page.head)
    if "name" not in told or not told.keys() & _NUMBERED or _ARTICLE.search(page.text):
        return None
    below = page.head[count:]
    if (
        len(below) > 2
        and _COLUMN.fullmatch(below[0])
        and _fits(below[1])
        and not people_in(below[1].strip(_BULLETS))
    ):
        below = below[1:]
    if len(below) < len(("title", "text")):
        return None
    found = read_press(FrontPage(below, page.tail))
    names = people_in(below[1].strip(_BULLETS)) if below[1][0] in _BULLETS else []
    found.fields.update({"title": [below[0]], "author": names} if names else {})
    if "title" not in found.fields or not _fits(found.fields["title"][0]):
        return None
    of_paper = ("page" in told and "whole" not in told) or told["name"].endswith("报")
    found.type = "article-newspaper" if of_paper else _MAGAZINE
    values = {
        "container-title": told["name"],
        "issue": told.get("issue", ""),
        "page": told.get("page", ""),
        "issued": day_of(told),
    }
    found.fields.update({field: [value] for field, value in values.items() if value})
    return found


def _masthead(head: tuple[str, ...]) -> tuple[dict[str, str], int]:
    """Return what the masthead tells and how many lines it is; a name may stand by itself beside the number."""
    told: dict[str, str] = {}
    count = 0
    while count < min(len(head), _LINES):
        words = masthead_of(head[count])
        if words is None and _ENGLISH_NAME.fullmatch(head[count]) and "name" in told:
            words = {}
        if words is None and "name" not in told and count < len(("number", "name")):
            words = _plain_name(head[count], told, head[count + 1 : count + 3])
        if words is None:
            break
        told = words | told
        count += 1
    return told, count


def _plain_name(line: str, above: dict[str, str], below: tuple[str, ...]) -> dict[str, str] | None:
    """Return the name a line is that stands by itself above or below the number of its periodical."""
    named = _PLAIN_NAME.fullmatch(line)
    if named is None or not is_periodical(named["name"]) or is_body(named["name"]):
        return None
    numbered = bool(_OF_NAME & above.keys())
    for one in below[: 2 if below and below[0][:1] in "（(" else 1]:
        words = masthead_of(one)
        if words is None:
            break
        numbered = numbered or (bool(_OF_NAME & words.keys()) and "name" not in words)
    return {"name": named["name"]} if numbered else None


def day_of(told: dict[str, str]) -> str:
    """Return the most exact day told: one without its year has that of the number."""
    days = [told[one] for one in ("issued", "month", "year") if one in told]
    of_year = f"{days[-1][:4]}年{told['of_year']}" if days and "of_year" in told else ""
    return max((*days, iso_date(of_year)), key=len, default="")


def _fits(title: str) -> bool:
    return _SHORTEST <= len(title) <= _LONGEST and kind_of(title) not in (Kind.DAY, Kind.ROW, Kind.SERIES)
