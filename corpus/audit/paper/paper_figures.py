"""The numbers of a paper that state something to be looked up: those of its sentences and those of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.audit.numbers.clauses import clause_around, clause_end, clause_of
from corpus.audit.numbers.dating import dated_by
from corpus.audit.numbers.number import RANK, TIMES, Number
from corpus.audit.numbers.stated_numbers import end_of_reading, numbers_in
from corpus.audit.paper.cells import printed, told_in_words
from corpus.audit.paper.headings import headings_in, orders_only
from corpus.audit.paper.listed_figures import ListedFigure, Listing, listings
from corpus.audit.paper.numbering import numbering_in
from corpus.knowledge.tables.grid import Grid, grids
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_BEFORE: Final = 200
"""Characters before a sentence in which the year is looked for that 同年 means."""
_NEAR: Final = 800
"""Characters on either side of a number that are read at least of a sentence too long to be read as a whole."""
_STRETCH: Final = 400
"""Characters of such a sentence whose numbers are read in the same surroundings, so that those are read once."""
_LARGE: Final = 100
"""Numbers in Chinese characters from here on state something."""
_TEN: Final = 10
"""What is counted by more in them does too: 十一户."""
_NAMING_A_GROUP: Final = LazyPattern(r"及?以[上下内]的[^，,。；;\d]*\d")
"""Behind a bound that says which are counted: 10万元以下的村有4个; what is counted is checked with it."""
_NOTE_MARKS: Final = LazyPattern(r"(?:\[\d{1,3}(?:\s?[-–,，]\s?\d{1,3})*\]|[①-⑳]|\s)+")
_POINTS_BACK: Final = LazyPattern(
    r"\s*[这该此][一个]?(?:比例|比率|占比|数字|数值|指标|水平|规模|数据)|\s*(?:其中|同比|环比)"
)


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """A number of a paper in the sentence it is told in; ``span`` is its clause in the paper, or its cell.

    ``start`` is where the number stands in the paper. Of a cell the sentence is what its heads make of it; ``listed``
    is the row of a table that lists figures. One that is not ``sure`` may be read amiss: only what confirms it counts.
    """

    span: Span
    start: int
    sentence: str
    number: Number
    in_cell: bool = False
    listed: ListedFigure | None = None
    sure: bool = True


def figures_in(paper: str, recorded: Sequence[Statistic], quoted: Sequence[Span]) -> tuple[PaperFigure, ...]:
    """Return the figures of a paper outside what it quotes, in order; ``recorded`` are those that can be on record.

    In a table only its cells speak, as far as its heads say of what they are.
    """
    lists = listings(paper)
    drawn = [*grids(paper)]
    tables = [*(one.span for one in drawn), *(one.span for one in lists)]
    others = [one for one in recorded if not _inside(one.figure.start, [each.span for each in lists])]
    told = (*_told(paper, tables), *_in_cells(others, _ragged_rows(drawn)), *_in_lists(lists))
    return tuple(one for one in sorted(told, key=lambda one: one.start) if not _inside(one.start, quoted))


def unread_in(paper: str) -> tuple[Span, ...]:
    """Return what is not read of a paper's sentences, for they hold more numbers than any sentence does."""
    ends = ((span, span.start + end_of_reading(span.of(paper))) for span in sentences(paper))
    return tuple(Span(end, span.end) for span, end in ends if end < span.end)


def _told(paper: str, tables: Sequence[Span]) -> Iterator[PaperFigure]:
    """Yield the numbers that sentences outside tables state."""
    headings = headings_in(paper)
    for span, number in _numbers_of(paper):
        sentence, start = span.of(paper), span.start + number.span.start
        if _inside(start, tables) or not _is_figure(number, sentence):
            continue
        heading = next((one for one in headings if one.start <= start < one.end), None)
        if heading and (not _is_claimed(number) or orders_only(heading.of(paper), start - heading.start)):
            continue
        clause = _behind_marks(sentence, clause_of(sentence, number.span)).shifted(span.start)
        yield PaperFigure(clause, start, *_with_what_is_near(sentence, number))


def _behind_marks(sentence: str, clause: Span) -> Span:
    """Return a clause without the marks of notes in front of it, which belong to the sentence before."""
    marks = _NOTE_MARKS.match(sentence, clause.start, clause.end)
    return Span(marks.end(), clause.end) if marks else clause


def _with_what_is_near(sentence: str, number: Number) -> tuple[str, Number]:
    """Return a sentence with a number of it; of one without an end, only the clauses near its stretch of that."""
    if len(sentence) <= 2 * _NEAR + _STRETCH:
        return sentence, number
    stretch = number.span.start // _STRETCH * _STRETCH
    first = max(0, stretch - _NEAR)
    first, _ = clause_around(sentence, Span(first, first))
    last = clause_end(sentence, max(stretch + _STRETCH + _NEAR, number.span.end))
    return sentence[first:last], replace(number, span=number.span.shifted(-first))


def _inside(start: int, spans: Iterable[Span]) -> bool:
    return any(one.start <= start < one.end for one in spans)


def _is_claimed(number: Number) -> bool:
    """Tell whether a number states something even in a heading: 8.5%, 31.63万亿元, not 3 of 3个问题."""
    return bool(number.unit) or number.is_telling


def _ragged_rows(tables: Sequence[Grid]) -> list[Span]:
    """Return the rows with fewer cells than the head: a page drops empty ones, so which is under which is not known."""
    return [
        line
        for one in tables
        for row, line in zip(one.rows, one.lines, strict=True)
        if len(row) < len(one.rows[0])
    ]


def _in_lists(lists: Sequence[Listing]) -> Iterator[PaperFigure]:
    """Yield what the rows of tables that list figures state."""
    for one in (figure for each in lists for figure in each.figures):
        words = one.sentence
        number = next(reversed(numbers_in(words)), None)
        if number is not None:
            yield PaperFigure(
                one.span, one.span.start, words, number, in_cell=True, listed=one, sure=one.sure
            )


def _in_cells(recorded: Sequence[Statistic], ragged: Sequence[Span]) -> Iterator[PaperFigure]:
    """Yield what the cells of tables state."""
    for one in recorded:
        if one.cell is None or one.value is None:
            continue
        sentence = told_in_words(one)
        start = len(sentence) - 1 - len(printed(one))
        number = next((each for each in numbers_in(sentence) if each.span.start >= start), None)
        if number is not None:
            sure = not _inside(one.figure.start, ragged)
            yield PaperFigure(one.figure, one.figure.start, sentence, number, in_cell=True, sure=sure)


def _numbers_of(body: str) -> Iterator[tuple[Span, Number]]:
    """Yield the numbers of a paper, each with its sentence; one that points back begins with what it points to."""
    before: Span | None = None
    for span in sentences(body):
        told = span
        if before is not None and before.end == span.start and _POINTS_BACK.match(span.of(body)):
            told = Span(before.start, span.end)
        words = told.of(body)
        numbers = numbers_in(words, span.start - told.start)
        for number in numbers:
            yield told, dated_by(number, words, body[max(0, told.start - _BEFORE) : told.start])
        before = span if numbers else None


def _is_figure(number: Number, sentence: str) -> bool:
    """Tell whether a number states something to be looked up: 一 and 两 in running words do not, nor do marks."""
    if any(one.start <= number.span.start < one.end for one in numbering_in(sentence)):
        return False
    if _NAMING_A_GROUP.match(sentence, number.span.end) or _says_nothing(number):
        return False
    return (
        any(map(str.isdigit, number.span.of(sentence)))
        or number.unit in ("%", RANK, TIMES)
        or number.value >= _LARGE
        or (number.value > _TEN and bool(number.counted))
    )


def _says_nothing(number: Number) -> bool:
    """Tell whether neither words nor a unit say of what a number is, nor its own digits: 1. 2. 3."""
    of = number.unit or number.counted or number.topics or number.near
    return not of and not number.is_telling
