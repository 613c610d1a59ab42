"""Tables of a paper that list a figure a row: what is measured, of whom, when, the number and its unit in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_METRIC: Final = ("指标", "Metric")
_SUBJECT: Final = ("对象", "Subject")
_PERIOD: Final = ("时期", "Period")
_VALUE: Final = ("数值", "Value")
_PLACE: Final = ("地区", "Region", "对象/地区", "Subject/Region", *_SUBJECT)
_UNIT: Final = ("单位", "Unit")
_CHANGE: Final = ("增速", "Change")
_HEADS: Final = frozenset(
    (*_METRIC, *_SUBJECT, *_PERIOD, *_VALUE, *_UNIT, *_CHANGE, "口径", "数据出处", "Basis")
)
_LINE: Final = LazyPattern(r"[^\n]+")
_BETWEEN: Final = LazyPattern(r"[\s|:—-]+|\s*续?表\s*\d[^\t|]*")
"""What stands between the lines of a table and is none: a rule of Markdown, a caption a page moved."""
_UNIT_BEHIND: Final = LazyPattern(r"[（(](?P<unit>[^（）()]{1,8})[)）]$")
_KIND_BEHIND: Final = LazyPattern(r"\s*[（(][^（）()\d]{1,8}[)）]$")
_TIME: Final = LazyPattern(r"(?:19|20)\d\d|^(?:不分时期|Any time)$")
_BELOW: Final = LazyPattern(r"\s*(?:原句|口径说明|有出入之处|出处|注|Sentence|Note|Source)")
_CELLS_RUN_TOGETHER: Final = LazyPattern(r"\s*\S+[ ]\S[^。；]*[ ][+−-]?\d[\d.,]*\s*")
_SEVERAL: Final = LazyPattern(r"≠| / ")
_MANY: Final = 4
"""Words from which on a line without tabs is a row of a table: its heads, or its cells."""
_DIGIT: Final = LazyPattern(r"\d")
_ENDED: Final = LazyPattern(r"[。！？；：]\s*$")
_SHORT: Final = 20
"""Characters of a line that can be the rest of a cell a narrow column broke."""
_BROKEN_INTO: Final = 3
"""Lines behind the first that a row may be broken into."""


@dataclass(frozen=True, slots=True)
class ListedFigure:
    """What a row lists, as printed; ``span`` is the cell of the number, or of the change where ``change`` is told.

    ``sure`` is false of a row whose cells a page has broken or run together: what it lists may be read amiss.
    ``under_time`` is true of a cell of a matrix, whose names are those things are compared by.
    """

    span: Span
    metric: str
    subject: str = ""
    period: str = ""
    value: str = ""
    unit: str = ""
    change: str = ""
    sure: bool = True
    under_time: bool = False

    @property
    def sentence(self) -> str:
        """Return the row told as a sentence, its number at the end: 2018 年，全国的网络零售额为9.01万亿元。"""
        when = f"{self.period}，" if self.period else ""
        of = f"{self.subject}的" if self.subject else ""
        return f"{when}{of}{self.metric}{self.change or f'为{self.value}{self.unit}'}。"


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that lists figures: where it stands, and what its rows list."""

    span: Span
    figures: tuple[ListedFigure, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads of a listing, one a column; ``parted`` is false of a line in which a page left blanks between them."""

    names: tuple[str, ...]
    parted: bool = True

    @property
    def numbered(self) -> bool:
        """Tell whether a running number stands before each row."""
        return self.names[0] not in _HEADS

    @property
    def is_matrix(self) -> bool:
        """Tell whether times stand over the numbers, the thing and the place before them."""
        return self.column(_VALUE) < 0

    def column(self, names: Sequence[str]) -> int:
        """Return the column under one of these heads, -1 without one."""
        return next((n for n, one in enumerate(self.names) if one in names), -1)


def listings(paper: str) -> tuple[Listing, ...]:
    """Return the tables of a paper that list figures, in order."""
    lines = [Span(one.start(), one.end()) for one in _LINE.finditer(paper) if one[0].strip()]
    found: list[Listing] = []
    at = 0
    while at < len(lines):
        heads = _heads_of(lines[at].of(paper))
        first, at = at, at + 1
        if heads is None:
            continue
        told: list[ListedFigure] = []
        number = 1
        while (row := _row(paper, lines, at, heads, number)) is not None:
            told += _in_row(paper, row, heads)
            number, at = number + 1, at + len(row)
        found.append(Listing(Span(lines[first].start, lines[at - 1].end), tuple(told)))
    return tuple(found)


def _heads_of(line: str) -> _Heads | None:
    """Return the heads a line holds; a page may have run those of narrow columns together: 数值 单位."""
    parted = "\t" in line or "|" in line
    if not parted:
        words = tuple(line.split())
        return _Heads(words, parted=False) if sum(one in _HEADS for one in words) >= _MANY else None
    names: list[str] = []
    for cell in (words for words, _ in _cells(line, 0)):
        parts = cell.split()
        names += parts if parts and all(part in _HEADS for part in parts) else [cell]
    heads = _Heads(tuple(names))
    metric, value = heads.column(_METRIC), heads.column(_VALUE)
    if metric >= 0 and value > metric:
        return heads
    times = names[2:]
    if metric == 0 and names[1:2] and names[1] in _PLACE and times and all(map(_TIME.search, times)):
        return heads
    return None


def _row(paper: str, lines: Sequence[Span], at: int, heads: _Heads, number: int) -> list[Span] | None:
    """Return the lines of the row that begins at a line, ``None`` where none does."""
    if at < len(lines) and _BETWEEN.fullmatch(lines[at].of(paper)):
        following = _row(paper, lines, at + 1, heads, number)
        return None if following is None else [lines[at], *following]
    if not _begins(paper, lines, at, heads, number):
        return None
    for more in range(1, _BROKEN_INTO + 2):
        if _begins(paper, lines, at + more, heads, number + 1):
            return list(lines[at : at + more])
        if at + more >= len(lines) or len(lines[at + more].of(paper)) > _SHORT:
            break
    rest = 1
    while rest <= _BROKEN_INTO and at + rest < len(lines) and "\t" in lines[at + rest].of(paper):
        rest += 1
    if rest == 1 and at + 1 < len(lines) and _is_rest(lines[at + 1].of(paper)):
        rest = 2
    return list(lines[at : at + rest])


def _is_rest(line: str) -> bool:
    """Tell whether a line may be the rest of a cell of the last row: short, no sentence, and no note below a table."""
    return len(line) <= _SHORT and not _ENDED.search(line) and not _BELOW.match(line)


def _begins(paper: str, lines: Sequence[Span], at: int, heads: _Heads, number: int) -> bool:
    """Tell whether the row of a number begins at a line."""
    if at >= len(lines):
        return False
    line = lines[at].of(paper)
    if _heads_of(line) is not None:
        return False
    if heads.is_matrix:
        run_together = len(line) <= 2 * _SHORT and _CELLS_RUN_TOGETHER.fullmatch(line) is not None
        return run_together or (("\t" in line or "|" in line) and _DIGIT.search(line) is not None)
    if not heads.numbered:
        return len(_cells(line, 0)) == len(heads.names)
    cells = _cells(line, 0)
    if heads.parted and len(cells) > 1:
        return cells[0][0] == str(number)
    behind = line.strip().removeprefix(str(number))
    return behind != line.strip() and not behind[:1].isdigit() and len(behind.split()) >= _MANY


def _cells(line: str, start: int) -> list[tuple[str, int]]:
    """Return the words of the cells of a line and where each begins."""
    mark = "\t" if "\t" in line else "|"
    found, position = [], start
    for part in line.split(mark):
        lead = len(part) - len(part.lstrip())
        found.append((part.strip(), position + lead))
        position += len(part) + 1
    return found[1:-1] if mark == "|" and line.strip().startswith("|") else found


def _in_row(paper: str, row: Sequence[Span], heads: _Heads) -> Iterator[ListedFigure]:
    """Yield what a row lists; nothing of one whose cells nothing parts."""
    lines = [one for one in row if not _BETWEEN.fullmatch(one.of(paper))]
    cells = _cells(lines[0].of(paper), lines[0].start)
    whole = len(lines) == 1 and len(cells) == len(heads.names)
    if len(cells) > 1 and heads.parted:
        yield from _of_matrix(cells, heads) if heads.is_matrix and whole else ()
        yield from _figures(cells, heads, whole) if not heads.is_matrix else ()


def _of_matrix(cells: Sequence[tuple[str, int]], heads: _Heads) -> Iterator[ListedFigure]:
    """Yield the cells under times that hold one number each."""
    named = _UNIT_BEHIND.search(cells[0][0])
    metric = cells[0][0][: named.start()] if named else cells[0][0]
    subject = cells[1][0].partition(" · ")[0]
    for time, (words, start) in zip(heads.names[2:], cells[2:], strict=True):
        value = _KIND_BEHIND.sub("", words)
        if _DIGIT.search(value) and not _SEVERAL.search(value):
            span, unit = Span(start, start + len(words)), named["unit"] if named else ""
            yield ListedFigure(span, metric, subject, time, value, unit, under_time=True)


def _figures(cells: Sequence[tuple[str, int]], heads: _Heads, whole: bool) -> Iterator[ListedFigure]:
    """Yield the number a row lists, and the change beside it; cells that ran together are counted from the right."""
    missing = len(heads.names) - len(cells)

    def cell(names: Sequence[str], *, from_the_right: bool = False) -> tuple[str, int]:
        column = heads.column(names)
        place = column - missing if from_the_right else column
        return cells[place] if column >= 0 and 0 <= place < len(cells) else ("", 0)

    metric, subject, period = cell(_METRIC)[0], cell(_SUBJECT)[0], cell(_PERIOD)[0]
    value, start = cell(_VALUE, from_the_right=not whole)
    unit = cell(_UNIT, from_the_right=not whole)[0]
    if metric and _DIGIT.search(value):
        span = Span(start, start + len(value))
        yield ListedFigure(span, metric, subject, period, value, unit, sure=whole)
    change, start = cell(_CHANGE)
    if whole and metric and _DIGIT.search(change):
        yield ListedFigure(Span(start, start + len(change)), metric, subject, period, change=change)
