"""The first and last lines of a text, and a record as it is gathered from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from corpus.model.family_names import COMMONEST_SURNAMES, SURNAMES
from corpus.records.lines.beside_text import own_lines
from corpus.records.lines.line_forms import in_known_forms
from corpus.records.lines.names import DONE
from corpus.text.bylines import without_photographer
from index.lazy_pattern import LazyPattern

_HEAD, _TAIL = 45, 8
_LONGEST_LINE: Final = 400
_OUTER: Final = 1000
"""Lines, empty ones among them, in which the first and the last that say something are looked for."""
_LONGEST_ENGLISH: Final = 110
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_MARKUP: Final = LazyPattern(r"^#{1,6}\s+|^>\s+|\*\*|^\[Table_\w+\]\s*")
_SPREAD: Final = LazyPattern(
    r"(?:^|(?<=[ 　\t]{2}))[\u3400-\u9fff](?:[ 　][\u3400-\u9fff〇○]){3,19}(?=$|[ 　\t]{2})"
)
_ROLE_AND_NAME: Final = LazyPattern(
    r"^(主编|副主编|作者|著者|编者|译者|编著|导师|研究生|姓名)([\u3400-\u9fff]{2,3})$"
)
_WIDE: Final = {0xFEE0 + code: code for code in range(ord("!"), ord("~")) if chr(code).isalnum()} | {
    0xA0: 0x20
}
"""Letters and digits as wide as a Chinese character, and their plain forms; the blank no line breaks at."""
_PLAIN_MARK: Final = LazyPattern(r"(?<=\d)－(?=\d)")
_CAPTIONS: Final = 6
"""Lines among which the caption of a picture may stand above or below the title."""
_MASTHEAD: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,12}(?:公报|简报|通报|内参|快报|报告|动态|通讯|专报|信息|参考|要报|要参|论文系列|论文|系列)"
)
_NUMBERED: Final = LazyPattern(
    r"(?:(?:19|20)\d{2}\s*年?[\s　·]*)?(?:总?第\s*[\d一二三四五六七八九十]+\s*[期号辑]"
    r"|No\.?\s*[A-Z-]{0,6}\d+(?:[-—/]\d+)?)"
    r"(?:[\s　]*[（(]\s*总第?\s*\d+\s*[期号][）)])?"
)
_ACCOUNT_CARD: Final = LazyPattern(r"(?:微信号|功能介绍)(?:[\s　:：]|$)|著作权归作者所有")
"""What a saved page tells of the account or of rights between the byline and its day."""
_SUBJECT: Final = LazyPattern(r"日(?:电|讯)[ 　]*题[:：]")
"""The line of an agency that names the subject, below which its reporters stand."""
_SUBJECT_BEGINS: Final = 30
_ADDRESS: Final = LazyPattern(r"(?:https?://|www\.)[^\s　\u3400-\u9fff]+")
_CELLS: Final = LazyPattern(r"[:：|｜][^:：|｜]+[:：|｜]|[ 　]{2,}\S+[ 　]{2,}|　\S+　")
_PAUSE: Final = LazyPattern(r"[，。；！？…]")
"""What parts a byline of many labels, and what only sentences have."""
_BOOK: Final = LazyPattern(r"[\u3400-\u9fff]{2,16}[白蓝绿黄]皮书")
_PART: Final = LazyPattern(r"[A-Z][.．·]?\d{1,2}")
"""The book a chapter is printed in and its number there: 某某蓝皮书 / B.7."""
_SPACED: Final = LazyPattern(r"(?<=[\u3400-\u9fff])[ 　](?=[\u3400-\u9fff](?:[ 　]|$))")


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Lines without blanks at their ends: ``head`` the first, ``tail`` the last ones."""

    head: tuple[str, ...]
    tail: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the head as one text."""
        return "\n".join(self.head)

    def ending(self, most: int) -> tuple[str, ...]:
        """Return the lines behind the last sentence of running text, at most ``most``."""
        lines: list[str] = []
        for line in reversed(self.tail[-most:]):
            if _is_prose(line):
                break
            lines.insert(0, line)
        return tuple(lines)

    def before_prose(self, start: int = 0) -> tuple[str, ...]:
        """Return the lines of the head from ``start`` to the first that is running text."""
        lines = []
        for line in self.head[start:]:
            if _is_prose(line):
                break
            lines.append(line)
        return tuple(lines)


def _is_prose(line: str) -> bool:
    if _SUBJECT.search(line[:_SUBJECT_BEGINS]):
        return False
    if not _HAN.search(line):
        return len(line) > _LONGEST_ENGLISH or (len(line) > 60 and line[-1] in ".!?")
    if _ADDRESS.search(line) or (_CELLS.search(line) and not _PAUSE.search(line)):
        line = _ADDRESS.sub("", line)[:60]
    return len(line) > 60 or (len(line) > 16 and line[-1] in "。！？…”") or line.endswith("。")


@dataclass(slots=True)
class Gathered:
    """Fields of CSL found so far; the first value of a field stays."""

    type: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    def put(self, name: str, *values: str) -> None:
        """Keep ``values`` for a field that has none yet."""
        wanted = [value for value in values if value]
        if wanted and name not in self.fields:
            self.fields[name] = wanted


def outer_lines(text: str) -> str:
    """Return the lines of a text a front page is made of: nothing in the middle of a book says who wrote it."""
    head = text.strip().split("\n", _OUTER)
    if len(head) <= _OUTER:
        return text
    tail = head.pop().rsplit("\n", _OUTER)
    return "\n".join([*head, *tail[-_OUTER:]])


def front_page(text: str) -> FrontPage:
    """Return the front page of a text."""
    lines = [
        _PLAIN_MARK.sub("-", line[:_LONGEST_LINE].translate(_WIDE)).strip(" 　\t\u200b")
        for line in text.split("\n")
    ]
    lines = [_MARKUP.sub("", line).strip() for line in lines if line]
    lines = [_whole(line, below=place > 0) for place, line in enumerate(lines)]
    lines = [without_photographer(line) for line in lines[:_CAPTIONS]] + lines[_CAPTIONS:]
    lines = own_lines([line for line in lines if line and not _ACCOUNT_CARD.match(line)])
    lines = in_known_forms(lines)
    if (
        len(lines) > len(("book", "part", "title"))
        and _BOOK.fullmatch(lines[0])
        and _PART.fullmatch(lines[1])
    ):
        lines = lines[2:]
    head = tuple(lines[:_HEAD])
    return FrontPage(head, tuple(lines[_HEAD:][-_TAIL:]) or head[-_TAIL:])


def _whole(line: str, *, below: bool) -> str:
    """Return a line with its parts that blanks spread by characters (商 业 经 济) as the words they print."""
    if " " not in line and "　" not in line:
        return line
    return _SPREAD.sub(lambda part: _joined(part[0], below=below), line)


def _joined(part: str, *, below: bool) -> str:
    """Return a part without its blanks, but for those that part names: 主编　某人, 张 伟　李 明.

    Blanks of one kind part names only ``below`` the first line, which is as likely a title.
    """
    signs, blanks = part[::2], part[1::2]
    did = signs[-1:] if len(signs) % 2 and signs[-1] in DONE else ""
    pairs = [signs[place : place + 2] for place in range(0, len(signs) - len(did), 2)]
    last = len(pairs) * 2 - 1
    inside, between = {*blanks[:last:2]}, {*blanks[1:last:2]}
    known = SURNAMES if not inside & between else COMMONEST_SURNAMES if below else frozenset[str]()
    if len(pairs[-1]) > 1 and known.issuperset(one[0] for one in pairs):
        return "　".join((*pairs, did) if did else pairs)
    return _ROLE_AND_NAME.sub(r"\1　\2", signs)


def without_masthead(page: FrontPage) -> FrontPage:
    """Return a page without the name and number of the series it is printed in, told by its first two lines."""
    if len(page.head) > 3 and _MASTHEAD.fullmatch(page.head[0]) and _NUMBERED.fullmatch(page.head[1]):
        return FrontPage(page.head[2:], page.tail)
    return page


def unspaced(line: str) -> str:
    """Return a line without the blanks that spread its characters (团 体 标 准)."""
    return _SPACED.sub("", line) if " " in line or "　" in line else line
