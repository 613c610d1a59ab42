"""Lines that belong to a web page and not to the article on it, told by their whole wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from corpus.text.toml_tables import packaged_table
from index.lazy_pattern import LazyPattern

_PART: Final = LazyPattern(r"@(\w+)@")

FILE_NAME: Final = LazyPattern(
    r"[^\s/\\:：，。？！|]{1,80}\.(?:md|markdown|docx?|pdf|txt|rtf|odt|wps|html?|mhtml|xlsx?|csv|pptx?|epub|tex|png|jpe?g)",
    re.IGNORECASE,
)
"""A line that is the name of a file."""

BUTTON_ABOVE: Final = LazyPattern(r"(?:分享|分享到|首页|打印|收藏|返回|无障碍|登录)\s*[:：]?")
"""A button that may stand above a title, and with which no text begins."""
_SENTENCE: Final = LazyPattern(r"[。；][”』」）)]?\Z|[。；].*[。；]|[，,]\Z|\A.{64,}[，,]")
"""A stop at the end, several stops, or a pause there or far on; a title may have one stop between two halves."""
_LONG: Final = 32
_WORD: Final = 6
_MARKS: Final = LazyPattern(r"[\W_]+")

_TABLE: Final[Mapping[str, Any]] = packaged_table("corpus.text", "page_lines.toml")


def _filled(pattern: str) -> str:
    """Return a pattern with the parts it names."""
    return _PART.sub(lambda part: _filled(_TABLE["parts"][part[1]]), pattern.replace("\n", ""))


def pattern_of(entries: Iterable[Mapping[str, Any]]) -> LazyPattern[str]:
    """Return what a line of any of the entries matches as a whole."""
    return LazyPattern("|".join(_filled(entry["pattern"]) for entry in entries), re.IGNORECASE)


FURNITURE: Final = {
    kind: pattern_of(_TABLE[kind])
    for kind in ("image_placeholder", "related_links", "page_control", "editor", "notice", "end_mark")
}
"""Kind of line and the pattern its stripped text matches as a whole."""


def _marked(mark: str) -> LazyPattern[str]:
    """Return what a line of any entry with this mark matches as a whole."""
    return pattern_of(entry for kind in FURNITURE for entry in _TABLE[kind] if entry.get(mark))


BUTTON: Final = LazyPattern(
    _filled(
        r"[>》×|【】\[\]]+|[xX]|@size@"
        r"|@size@[ 　]*[】\]]|[【\[]?[ 　]*字[号体大][:：]?|(?:(?:@word@)+[ 　|/·、]*+){1,4}[】\])）:：]?|@count@"
        r"|[^，。：\n]{2,8}(?:APP|客户端)|Facebook|Twitter|LinkedIn|Print|E-?mail|Menu|Search|Home|About(?: us)?"
    )
)
"""A line that may be a button of a page or a count beside one, told only by its neighbours."""
ONE_WORD: Final = LazyPattern(_filled("@word@|@size@"))
"""A button that may be a word of the text."""
COUNT: Final = LazyPattern(_filled("@count@"))
ABOVE_TITLE: Final = _marked("above")
"""A line of a page with which no text begins."""
LISTS_PAGES: Final = _marked("lists")
"""What stands above the titles of other pages."""
SITE: Final = _marked("site")
"""By whom and under which number a site is run, at its foot."""
FOOT: Final = LazyPattern(_filled(r"(?:@foot_label@[:：][ 　]*[^，。；：\n]{2,40}?[ 　|]*){1,6}"))
"""A line that may be one more of a site's foot, told only by what stands below or above it."""
COMMENTS: Final = _marked("comments")
"""What stands above the comments of readers."""
REPLY: Final = _marked("reply")
"""What stands below a comment."""
BEHIND_DAY: Final = LazyPattern(
    rf"[ 　|｜·・](?:[ 　|｜·・]*(?<=[ 　|｜·・/、])(?:{_marked('behind').pattern}))+\Z"
)
"""Buttons and counts behind the day of a byline."""
_PRINTED: Final = LazyPattern(r"[\d/:：.年月日上下午 -]{0,24}?")
_SITE: Final = LazyPattern(r"(?:[ ]*[-_|][ ]*[^。，！？|\n]{1,24}){0,2}(?:[ ]+[\d/: -]{3,24})?")

SURELY_OUTSIDE: Final = frozenset(("image_placeholder", "related_links", "page_control", "editor"))
"""Kinds that never belong to the text itself; the others are furniture only where articles meet or end."""


TIME: Final = LazyPattern(r"^\[?\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\]?\s*")
"""The day and the clock an entry of a log begins with."""
_NUMBERED: Final = LazyPattern(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节编篇部分]+|[一二三四五六七八九十\d]{1,3}[、.．]?|[（(].{1,3}[）)])\t"
)


def names(line: str) -> bool:
    """Tell whether a line below a page's button is the title and not another button or a sentence."""
    return len(_MARKS.sub("", line)) > _WORD and line[-1] not in "。；，：:" and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Tell whether a line is a whole sentence, or several, and no title."""
    return len(line) > _LONG and bool(_SENTENCE.search(line))


def is_record(line: str) -> bool:
    """Tell whether a line is the first row of a table or an entry of a log, and no title."""
    return bool(TIME.match(line)) or ("\t" in line and not _NUMBERED.match(line))


def heads_page(line: str, title: str) -> bool:
    """Tell whether a line is what a browser prints above a page: its title with the day or the name of the site."""
    before, found, behind = line.partition(title) if title else ("", "", "")
    return bool(found) and line != title and bool(_PRINTED.fullmatch(before) and _SITE.fullmatch(behind))
