"""Characters put together to pieces of lines: what stands on one line without a wide gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from corpus.importing.pdf.characters import Glyph
from corpus.text.characters import is_han
from index.lazy_pattern import LazyPattern

_SAME_LINE: Final = 0.45
"""Two characters stand on one line where their base lines are nearer than this, in type sizes."""
_GAP: Final = 1.6
"""A wider gap parts a line into pieces (columns, cells), in type sizes."""
_PUNCTUATION: Final = frozenset("，。、；：！？）》”’")
_APART: Final = 0.35
"""Characters farther from each other than this, in type sizes, may be of two cells."""
_BESIDE: Final = 0.5
"""Characters nearer than this, in type sizes, stand right beside each other."""
_QUOTES: Final = frozenset("“”‘’")
_STRETCHED: Final = 1.2
"""Behind a Chinese mark a justified line is stretched by so much more."""
_BACK: Final = 0.4
"""A character may begin so far, in type sizes, before the one in front of it ends."""
_LEFT_OUT: Final = (0.0, 0.55, 0.95)
"""So much of the wider box where none, one or both are marks, whose empty halves a typesetter leaves out: ”），."""
_HALF_WIDE: Final = frozenset("，。、；：！？…“”‘’「」『』（）《》〈〉【】〔〕")
_RAISED: Final = (0.18, 0.8)
"""A note's mark stands higher by the first share of the line's size and is smaller than the second."""
_SMALL: Final = 0.86
"""A character of at most this share of the one beside it may be raised or lowered: digits are measured small."""
_LONGEST_MARK: Final = 8
_EXACT: Final = 0.06
"""Characters of one line differ in their base lines by less than this, in type sizes."""
_ROOM: Final = 0.2
"""Behind the number of a heading so much room is left at least, in type sizes."""
_HEAD_NUMBER: Final = LazyPattern(
    r"\d{1,2}(?:[.．]\d{1,2}){0,4}|第[一二三四五六七八九十百\d]{1,4}[章节篇编部卷回讲课]|附录[A-Z一二三四五六七八九十\d]?|[A-Z](?:[.．]\d{1,2}){1,3}"
)
_LONGEST_HEAD_NUMBER: Final = 12
_COUNTED: Final = frozenset("年月日号时点分秒个件台人次条种位名家座届期岁元万亿倍度米吨")
"""What follows a number that counts: 3 个, 12 月."""
_MARKS: Final = LazyPattern(r"[\d①-⑳*†‡\[\]〔〕]+")


@dataclass(slots=True)
class Piece:
    """A piece of a line: its text, its box in points from the top left, its type size and base line.

    ``marks`` are places in the text (start, end) where raised small characters stand; ``numbered`` is where the
    number the line begins with ends if room is left behind it (0: none). ``gaps`` are where in the text something
    stands apart from what is before it, and where the white between them begins and ends. ``tabled`` says that the file
    itself names it a row of a table.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    page: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    level: int = 0
    cells: tuple[str, ...] = field(default=())
    numbered: int = 0
    gaps: tuple[tuple[int, float, float], ...] = ()
    tabled: bool = False

    @property
    def width(self) -> float:
        """Return how wide the piece is, in points."""
        return self.right - self.left


def pieces_of(glyphs: Sequence[Glyph], page: int) -> list[Piece]:
    """Return the pieces of lines of one page, in the order of the file; blanks at their edges left out."""
    return [_piece(run, page) for run in runs_of(glyphs)]


def runs_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the characters of one page, those that stand on one line without a wide gap together."""
    runs: list[list[Glyph]] = []
    for glyph in _once(_in_place(glyphs)):
        if runs and _goes_on(runs[-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return _merged([kept for run in runs if (kept := _stripped(run))])


def _in_place(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters with each quotation mark where it stands on its line.

    A mark of another typeface may be drawn behind the characters that follow it, or lines later, as LibreOffice does.
    """
    solid = [one for one in glyphs if not one.text.isspace()]
    astray = {
        id(one)
        for before, one, after in zip([None, *solid], solid, [*solid[1:], None], strict=False)
        if one.text in _QUOTES and not (_is_next(before, one) or _is_next(one, after))
    }
    placed = [one for one in glyphs if id(one) not in astray]
    for one in glyphs:
        if id(one) in astray:
            level = [n for n, each in enumerate(placed) if _is_level(each, one) and not each.text.isspace()]
            behind = [n for n in level if placed[n].left >= one.left]
            before = max(level, key=lambda n: placed[n].left, default=len(placed) - 1)
            placed.insert(min(behind, key=lambda n: placed[n].left, default=before + 1), one)
    return placed


def _is_level(one: Glyph, other: Glyph) -> bool:
    return abs(one.base - other.base) < _SAME_LINE * max(one.size, other.size)


def _is_next(one: Glyph | None, other: Glyph | None) -> bool:
    """Tell whether a character stands right behind another on its line."""
    if one is None or other is None or not _is_level(one, other):
        return False
    size = max(one.size, other.size)
    return -_back(one, other, size) < other.left - one.right < _BESIDE * size


def _back(one: Glyph, other: Glyph, size: float) -> float:
    """Return how far a character may begin before the one in front of it ends, in points."""
    marks = (one.text in _HALF_WIDE) + (other.text in _HALF_WIDE)
    return max(_BACK * size, _LEFT_OUT[marks] * max(one.right - one.left, other.right - other.left))


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters without those printed twice to look bold."""
    seen: Counter[tuple[str, int, int]] = Counter()
    kept: list[Glyph] = []
    for one in glyphs:
        key = (one.text, round(one.left), round(one.base))
        if not one.text.isspace():
            seen[key] += 1
            if seen[key] > 1 and not one.text.isascii():
                continue
        kept.append(one)
    return kept


def _goes_on(run: list[Glyph], glyph: Glyph) -> bool:
    """Tell whether a character follows the last one on the same line."""
    last = run[-1]
    size = max(last.size, glyph.size)
    if glyph.blank or last.blank:
        # A blank pdfium put in has no place of its own: what follows decides.
        last = next((one for one in reversed(run) if not one.blank), last)
        size = max(last.size, 0.5)
        if glyph.blank:
            return True
    level = (
        abs(glyph.base - last.base) < _SAME_LINE * size or _overlap(last, glyph) or _returns(run, glyph, size)
    )
    gap = glyph.left - last.right
    return (
        level
        and -_back(last, glyph, size) - 0.5 < gap < (_GAP + _STRETCHED * (last.text in _PUNCTUATION)) * size
    )


def _returns(run: list[Glyph], glyph: Glyph, size: float) -> bool:
    """Tell whether a character stands on the line that a raised or lowered one before it has left."""
    solid = [one for one in run[-_LONGEST_MARK:] if not one.blank]
    return any(abs(one.base - glyph.base) < _EXACT * size for one in solid)


def _overlap(one: Glyph, other: Glyph) -> bool:
    """Tell whether a raised or lowered small character stands beside another one."""
    small, large = sorted((one, other), key=lambda glyph: glyph.size)
    if small.size > _SMALL * large.size:
        return False
    middle = (small.top + small.bottom) / 2
    return large.top <= middle <= large.bottom


def _stripped(run: list[Glyph]) -> list[Glyph]:
    start, end = 0, len(run)
    while start < end and run[start].text.isspace():
        start += 1
    while end > start and run[end - 1].text.isspace():
        end -= 1
    return run[start:end]


def _merged(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Join runs that stand side by side on one line although the file draws them one after another elsewhere."""
    order = sorted(range(len(runs)), key=lambda place: (runs[place][0].base, runs[place][0].left))
    parent: dict[int, int] = {}
    for position, place in enumerate(order):
        end = runs[place][-1]
        for other in order[max(0, position - 12) : position + 12]:
            first = runs[other][0]
            size = max(end.size, first.size)
            near = -0.2 * size < first.left - end.right < 0.5 * size
            if (
                other != place
                and near
                and abs(first.base - end.base) < _SAME_LINE / 2 * size
                and other not in parent
            ):
                parent[other] = place
                break
    heads = [place for place in range(len(runs)) if place not in parent]
    follower = {head: place for place, head in parent.items()}
    merged: list[list[Glyph]] = []
    for head in heads:
        whole, place, seen = list(runs[head]), head, {head}
        while place in follower and follower[place] not in seen:
            place = follower[place]
            seen.add(place)
            whole += runs[place]
        merged.append(whole)
    return merged


def _piece(run: list[Glyph], page: int) -> Piece:
    """Return the piece of a run: its blanks as the gaps say, its raised marks known."""
    solid = [one for one in run if not one.text.isspace()] or run
    han = [one.size for one in solid if is_han(one.text)]
    size = median(han) if len(han) > 1 else median(one.size for one in solid)
    base = median(one.base for one in solid if one.size > _RAISED[1] * size) if any(
        one.size > _RAISED[1] * size for one in solid) else median(one.base for one in solid)  # fmt: skip
    text: list[str] = []
    marks: list[tuple[int, int]] = []
    gaps: list[tuple[int, float, float]] = []
    length = 0
    before: Glyph | None = None
    for place, one in enumerate(run):
        written = _blank(run, place, size) if one.blank else one.text
        if not one.blank and place and not run[place - 1].text.isspace() and not one.text.isspace():
            gap = one.left - run[place - 1].right
            latin = one.text.isascii() and run[place - 1].text.isascii()
            written = (" " if latin and gap > 0.25 * size else "") + written
        raised = one.raised or (base - one.base > _RAISED[0] * size and one.size < _RAISED[1] * size)
        if raised and one.text != "*" and _MARKS.fullmatch(one.text):
            start = length + len(written) - 1
            if marks and marks[-1][1] == start:
                marks[-1] = (marks[-1][0], start + 1)
            else:
                marks.append((start, start + 1))
        if not one.text.isspace():
            if before is not None and one.left - before.right >= _APART * size:
                gaps.append((length + len(written) - len(one.text), before.right, one.left))
            before = one
        text.append(written)
        length += len(written)
    return Piece(
        "".join(text),
        min(one.left for one in solid),
        min(one.top for one in solid),
        max(one.right for one in solid),
        max(one.bottom for one in solid),
        base,
        size,
        page,
        tuple(marks),
        numbered=_numbered(solid, size),
        gaps=tuple(gaps),
    )


def _numbered(solid: Sequence[Glyph], size: float) -> int:
    """Return how many characters the number of a heading is long that a line begins with and leaves room behind."""
    for place, (one, after) in enumerate(pairwise(solid[:_LONGEST_HEAD_NUMBER]), start=1):
        if after.left - one.right >= _ROOM * size:
            behind = is_han(after.text) and after.text not in _COUNTED
            number = "".join(each.text for each in solid[:place])
            return place if behind and _HEAD_NUMBER.fullmatch(number) else 0
    return 0


def _blank(run: list[Glyph], place: int, size: float) -> str:
    """Return the blank pdfium saw, or nothing where it stands beside Chinese and is no wider than a letter's gap."""
    before = next((one for one in reversed(run[:place]) if not one.text.isspace()), None)
    after = next((one for one in run[place + 1 :] if not one.text.isspace()), None)
    if before is None or after is None:
        return ""
    chinese = not before.text.isascii() or not after.text.isascii()
    widest = 0.6 + (_GAP + _STRETCHED) * (before.text in _PUNCTUATION)
    return "" if chinese and after.left - before.right < widest * size else " "
