"""Quotations a page sets apart: paragraphs every line of which stands in from the edge of its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.importing.pdf.paragraphs import ENDED, LABEL, Column
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_IN: Final = 1.2
"""So many type sizes from its column's edge a line stands in at least."""
_IN_ON_BOTH: Final = 0.8
"""What is enough where the lines end so far before the other edge as well."""
_FARTHEST: Final = 9.0
"""What stands in further stands at the right."""
_ITEM: Final = LazyPattern(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、．.]|[-–•●◆■▪‣·*①-⑳]|——")
"""How an item of a list begins, or the name below a quotation."""
_SOURCE: Final = LazyPattern(
    r"[\s\u2060]*(?:\[[\d,，\-–—]{1,12}\]\d*|[①-⑳⁰¹²³⁴-⁹]+|(?<=[。！？!?…”\u2060])\d{1,3}|（[^（）]{2,60}）|\([^()]{2,60}\))\s*\Z"
)
"""What names the source behind a quotation."""
_LEVEL: Final = 0.35
"""Lines that stand in alike differ by less, in type sizes."""
_CENTRED: Final = (4.0, 1.0)
"""A line in the middle has more than the first on both sides, and differs by less than the second, in type sizes."""
_LONGEST_ALIKE: Final = 2.6
"""Lines set to one right edge end nearer to it than this, in type sizes."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is put together: where it stands in the text, and its lines with their columns."""

    start: int
    end: int
    lines: list[tuple[Piece, Column]] = field(default_factory=list)

    def insets(self) -> list[float]:
        """Return how far each line stands in, in type sizes; that of a line of few letters is not known well."""
        size = max(line.size for line, _column in self.lines)
        return [(line.left - column.left) / size for line, column in self.lines]

    def is_plain(self) -> bool:
        """Tell whether it is neither a heading nor a row, an item of a list or what an article is headed by."""
        first = self.lines[0][0].text
        labelled = _ITEM.match(first) or LABEL.match(first)
        return not labelled and not any(line.level or line.cells for line, _column in self.lines)

    def has_ended(self) -> bool:
        """Tell whether a sentence ends it."""
        return ENDED.search(_SOURCE.sub("", self.lines[-1][0].text)) is not None


def set_apart(paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Return the paragraphs that are set apart as quotations are, in order."""
    found: list[Span] = []
    above: Paragraph | None = None
    usual = _usual_indent(paragraphs)
    for group in _groups(paragraphs):
        if _stands_in(group, usual) and not (above is not None and _hangs_from(above, group[0])):
            found += [Span(one.start, one.end) for one in group if one.start < one.end]
        above = group[-1]
    return tuple(found)


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs, those together that are one broken at an edge of its own, before that of the column."""
    group: list[Paragraph] = []
    for one in paragraphs:
        if group and not _goes_on(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(one: Paragraph, other: Paragraph) -> bool:
    (above, column), (below, next_column) = one.lines[-1], other.lines[0]
    size = max(above.size, below.size)
    alike = abs(above.left - below.left) <= _LEVEL * size
    return (
        alike
        and above.page == below.page
        and column == next_column
        and not one.has_ended()
        and one.is_plain()
        and other.is_plain()
        and above.left - column.left >= _IN_ON_BOTH * above.size
        and below.right <= above.right + _LONGEST_ALIKE * below.size
    )


def _usual_indent(paragraphs: Sequence[Paragraph]) -> float:
    """Return how far the first lines of most paragraphs stand in whose others do not."""
    firsts = Counter(
        round(first, 1)
        for one in paragraphs
        for first, *others in (one.insets(),)
        if others and max(others) <= _LEVEL
    )
    return firsts.most_common(1)[0][0] if firsts else 0.0


def _stands_in(group: Sequence[Paragraph], usual: float) -> bool:
    """Tell whether the lines of paragraphs stand in as those of a quotation do, one alone otherwise than is usual."""
    whole = Paragraph(group[0].start, group[-1].end, [one for paragraph in group for one in paragraph.lines])
    insets = whole.insets()
    if not (all(one.is_plain() for one in group) and whole.has_ended()):
        return False
    first, *others = insets
    if not others:
        other = _IN <= first <= _FARTHEST and abs(first - usual) > _LEVEL
        return other and not _is_centred(group[0])
    if max(others) - min(others) > _LEVEL or min(others) > first + _LEVEL or max(insets) > _FARTHEST:
        return False
    short = all(column.right - line.right >= _IN_ON_BOTH * line.size for line, column in whole.lines[:-1])
    return min(others) >= (_IN_ON_BOTH if short else _IN)


def _hangs_from(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether a paragraph goes on with the line above it, as entries and items do whose first line stands out."""
    (line, column), (first, next_column) = above.lines[-1], below.lines[0]
    full = column.right - line.right < _LONGEST_ALIKE * line.size
    return line.page == first.page and column == next_column and full and not above.has_ended()


def _is_centred(paragraph: Paragraph) -> bool:
    ((line, column),) = paragraph.lines
    before, behind = line.left - column.left, column.right - line.right
    return before > _CENTRED[0] * line.size and abs(before - behind) < _CENTRED[1] * line.size
