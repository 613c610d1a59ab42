"""Lines put together to paragraphs: which line goes on from the one above, and how the two are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.text.characters import HAN, count_han
from index.lazy_pattern import LazyPattern

_LIST: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节篇条部编]"
    r"|\d{1,2}[、．)]|\d{1,2}\.(?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}\s|[-•●◆■▪·*]\s?|[①-⑳]|——)"
)
LABEL: Final = LazyPattern(
    r"[［\[〔【]?(?:(?:内\s*容\s*)?(?:摘|提)\s*要|关\s*键\s*词"
    r"|中图分类号|收稿日期|基金项目|作者简介|通[信讯]作者)[］\]〕】]?[ 　]*[:：]"
    r"|[［\[〔【](?:(?:内\s*容\s*)?(?:摘|提)\s*要|关\s*键\s*词)[］\]〕】]"
)
"""What begins a paragraph of the front matter of an article, however the line above ends."""
ENDED: Final = LazyPattern(r"[。！？!?…；;：:.][”’」』）)\]]*\s*\Z")
"""What a sentence ends with at the end of a line."""
_LEADER: Final = LazyPattern(r"(?:[.．·・…‥][ \u00a0]?){4,}[ \u00a0]*[\divxlcIVXLC]{1,6}\s*\Z")
"""What a line of a table of contents ends in: dots that lead to a page."""
_CHINESE: Final = LazyPattern(rf"[{HAN}，。、；：？！“”‘’（）《》…—]")
_HYPHENED: Final = LazyPattern(r"[A-Za-z]{2}[-\u2010\u00ad]\Z")
_INDENT: Final = (1.0, 6.0)
"""A first line stands in by between these many type sizes."""
_SHORT: Final = 2.6
"""A line that ends this many type sizes before the right edge is the last of its paragraph."""
_UNBROKEN: Final = LazyPattern(r"[A-Za-z0-9]+(?:[.,:/-][A-Za-z0-9]+)*[%％‰℃]?[，。、；：！？）》”』】]*")
"""Letters and digits with what stands right behind them, within which no line ends."""
_NUMBER_ALONE: Final = LazyPattern(rf"[{HAN}]?\d+(?:[.,]\d+)*[%％‰℃]?[，。；！？）》”』】]+")
"""What may be left of a sentence for its last line: 到91.2%。"""
_LATIN, _SLACK = 0.5, 0.3
"""How wide a letter or a digit is, in type sizes, and by how much that may err."""
_HANGING: Final = 0.5
"""A line hangs below what stands above it where both begin within this share of the type size."""
_SIZES: Final = 0.12
_SIZES_LATIN: Final = 0.35
"""The type size of a line without Han is only estimated."""
_PITCH: Final = 1.35
_ALIKE: Final = 0.06
"""Steps that differ by less, in type sizes, are one."""
_SEVERAL: Final = 3
_MOSTLY: Final = 0.55
_NO_BEGINNING: Final = LazyPattern(r"[，。、；：！？）》”』】]")


@dataclass(frozen=True, slots=True)
class Column:
    """The usual edges of the lines a paragraph stands in, and how far its lines stand apart.

    ``indented`` tells that paragraphs begin with an indent here, so that a line at the edge goes on with one.
    """

    left: float
    right: float
    pitch: float
    indented: bool = False


def goes_on(above: Piece, below: Piece, before: Column, column: Column, *, same_place: bool) -> bool:
    """Tell whether ``below`` (in ``column``) goes on with the paragraph whose last line is ``above`` (in ``before``).

    ``same_place``: both stand below each other in one column; else a column or page has ended between them.
    """
    size = max(above.size, below.size)
    known = count_han(above.text) > 1 and count_han(below.text) > 1
    if (
        (
            abs(above.size - below.size) > (_SIZES if known else _SIZES_LATIN) * size
            and not _is_rest(above, below, column)
        )
        or above.cells
        or below.cells
        or above.level
        or below.level
    ):
        return False
    if same_place and not 0 < below.base - above.base <= _PITCH * column.pitch:
        return False
    if _NO_BEGINNING.match(below.text):
        return True
    if LABEL.match(below.text) or _LEADER.search(above.text):
        return False
    indent = below.left - column.left
    if (
        _INDENT[0] * size < indent < _INDENT[1] * size
        and not _hangs(above, below)
        and above.left - before.left < 0.5 * size + indent - size
    ):
        return False
    if indent >= _INDENT[1] * size:
        return False
    ended = bool(ENDED.search(above.text))
    short = _is_short(above, below, before)
    if _LIST.match(below.text) and (ended or short):
        return False
    if short and not ended and column.indented:
        short = above.right - before.left < _MOSTLY * (before.right - before.left)
    return not short and (same_place or not ended or column.indented)


def _is_rest(above: Piece, below: Piece, column: Column) -> bool:
    """Tell whether a line of nothing but a number is what a full line had no room for: its type cannot be measured."""
    step = below.base - above.base
    return (
        bool(_NUMBER_ALONE.fullmatch(below.text))
        and not ENDED.search(above.text)
        and abs(step - column.pitch) <= _ALIKE * column.pitch
        and abs(below.left - column.left) <= _HANGING * below.size
    )


def _hangs(above: Piece, below: Piece) -> bool:
    """Tell whether a line begins below the words of an item, whose number or mark stands out before them."""
    words = above.gaps[0][2] if above.gaps and _LIST.fullmatch(above.text[: above.gaps[0][0]]) else None
    return words is not None and abs(below.left - words) <= _HANGING * below.size


def _is_short(above: Piece, below: Piece, column: Column) -> bool:
    """Tell whether what the next line begins with would still have fitted on the line above."""
    room = column.right - above.right
    first = _UNBROKEN.match(below.text)
    if first is None:
        return room > _SHORT * below.size
    latin = not count_han(above.text)
    letter = above.width / max(1, len(above.text)) if latin else _LATIN * below.size
    needed = sum(letter if one.isascii() else below.size for one in first[0])
    return room > max(needed + (letter if latin else 0.0) + _SLACK * below.size, _SHORT * below.size)


def joined(above: str, below: str) -> tuple[str, str]:
    """Return the text above without a hyphen that only breaks a word, and what stands between the two lines."""
    if _HYPHENED.search(above) and below[:1].islower():
        return above[:-1], ""
    if not above or not below or above[-1].isspace():
        return above, ""
    chinese = _CHINESE.match(above[-1]) or _CHINESE.match(below[0])
    numbers = above[-1].isdigit() and below[0].isdigit()
    return above, "" if chinese or numbers else " "


def column_of(lines: Sequence[Piece]) -> Column:
    """Return the usual edges and the usual pitch of lines that stand in one column."""
    lefts = sorted(one.left for one in lines)
    rights = sorted(one.right for one in lines)
    size = lines[len(lines) // 2].size if lines else 10.0
    left = _usual(lefts, lowest=True)
    inside = sum(1 for one in lines if _INDENT[0] * one.size < one.left - left < _INDENT[1] * one.size)
    return Column(
        left,
        _usual(rights, lowest=False),
        _pitch_of(lines, size),
        indented=max(2, 0.06 * len(lines)) <= inside < 0.7 * len(lines),
    )


def _pitch_of(lines: Sequence[Piece], size: float) -> float:
    """Return how far lines stand apart: the smallest step several lines of the text share, else a usual one.

    Where paragraphs are short, most steps lead from one to the next.
    """
    near = [
        (below.base - above.base, max(abs(above.size - size), abs(below.size - size)) <= _SIZES * size)
        for above, below in pairwise(lines)
        if 0 < below.base - above.base < 4 * max(above.size, below.size)
    ]
    if not near:
        return 1.6 * size
    usual = sorted(step for step, _ in near)[len(near) // 3]
    steps = sorted(step for step, of_text in near if of_text and size < step < usual)
    for step in steps:
        shared = sum(1 for other in steps if 0 <= other - step <= _ALIKE * size)
        if shared >= max(_SEVERAL, len(near) // 6):
            return step
    return usual


def _usual(edges: Sequence[float], *, lowest: bool) -> float:
    """Return the outermost edge several lines share; the outermost of all where none do."""
    if not edges:
        return 0.0
    ordered = edges if lowest else edges[::-1]
    for one in ordered:
        if sum(1 for other in edges if abs(other - one) <= 2.0) >= max(2, len(edges) // 8):
            return one
    return ordered[0]
