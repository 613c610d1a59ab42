"""The foot of one page and the head of the next, on lines of their own: a number between a periodical and a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.text.characters import HAN
from corpus.text.repairs.rule import Line, Page
from index.lazy_pattern import LazyPattern

_NUMBER: Final = LazyPattern(r"[-—–·\s]*(\d{1,4})[-—–·\s]*")
_YEAR: Final = range(1900, 2101)
_NO_HEAD: Final = LazyPattern(
    r"[，。；！？：:,;]|\A[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|\A[-*•●#>|]"
)
"""What no line of a foot or a head has: a clause, or the number of a section or an item."""
_PERIODICAL: Final = LazyPattern(r"(?:19|20)\d{2}[ ]?年?[ ]?第?[ ]?\d{1,3}[ ]?期|第[ ]?\d{1,4}[ ]?[卷期辑]")
_FOOT: Final = LazyPattern(
    rf"《?[{HAN}]{{2,16}}》?[ 　]*(?:19|20)\d{{2}}[ ]?年?[ ]?第?[ ]?\d{{1,3}}[ ]?期"
    r"(?:[ ]?[（(]总第?[ ]?\d+[ ]?期[）)])?"
)
"""A foot that is nothing but the periodical's name and number."""
_LONGEST: Final = 40
_MOST_LINES: Final = 4
_WRAPPED: Final = 20
_SHORTEST_TITLE: Final = 4
_OPEN_END: Final = LazyPattern(rf"[{HAN}，、\d]\Z")
_GOES_ON: Final = LazyPattern(rf"[{HAN}，。、；：）”\d]")


def find_page_blocks(page: Page) -> Iterator[Line]:
    """Find the lines of several pages' feet and heads whose numbers count up, one at least in mid-sentence.

    A single one goes beside a foot of the periodical's name and number.

    In mid-sentence a foot and a head are all there is; elsewhere a line beside the number goes only where it stands
    in another block too, names the text by its title, or tells the number of a periodical.
    """
    lines = [line for line in page.lines if line.text.strip()]
    numbered = [
        (place, int(match[1]))
        for place, line in enumerate(lines)
        if place and (match := _NUMBER.fullmatch(line.text)) and int(match[1]) not in _YEAR
    ]
    yield from _beside_foot(lines, [place for place, _number in numbered])
    if len(numbered) < 2 or any(other[1] != one[1] + 1 for one, other in pairwise(numbered)):
        return
    title = page.text[: page.title_end].strip()
    blocks = [_block(lines, place, title) for place, _number in numbered]
    within = [_parts_sentence(lines, block) for block in blocks]
    if not any(within) or any(other.start <= one[-1] for one, other in pairwise(blocks)):
        return
    known = {
        lines[at].text.strip() for block, inside in zip(blocks, within, strict=True) if inside for at in block
    }
    for block, inside, (number, _value) in zip(blocks, within, numbered, strict=True):
        for at in block:
            text = lines[at].text.strip()
            named = len(title) >= _SHORTEST_TITLE and title in text
            if inside or at == number or text in known or named or _PERIODICAL.search(text):
                yield lines[at]


def _beside_foot(lines: Sequence[Line], numbers: Sequence[int]) -> Iterator[Line]:
    """Yield the numbers right above or below the periodical's name and number, and those lines."""
    for place in numbers:
        beside = [at for at in (place - 1, place + 1) if 0 < at < len(lines)]
        feet = [lines[at] for at in beside if _FOOT.fullmatch(lines[at].text.strip())]
        yield from (*feet, *([lines[place]] if feet else ()))


def _block(lines: Sequence[Line], number: int, title: str) -> range:
    """Return the lines around a number that may be a foot or a head, the number's own with them."""
    first = last = number
    while first > 1 and number - first < _MOST_LINES and _may_head(lines[first - 1], title):
        first -= 1
    while last + 1 < len(lines) and last - number < _MOST_LINES and _may_head(lines[last + 1], title):
        last += 1
    return range(first, last + 1)


def _may_head(line: Line, title: str) -> bool:
    """Tell whether a line is short and has neither a clause nor the number of a section, but in the title it names."""
    text = line.text.strip()
    if len(title) >= _SHORTEST_TITLE and title in text:
        return len(text) <= len(title) + _WRAPPED
    return len(text) <= _LONGEST and not _NO_HEAD.search(text) and not text.isdecimal()


def _parts_sentence(lines: Sequence[Line], block: range) -> bool:
    """Tell whether the lines around a block are the two parts of one sentence."""
    if block.start < 1 or block.stop >= len(lines):
        return False
    above, below = lines[block.start - 1], lines[block.stop]
    return (
        above.prose
        and len(above.text.strip()) >= _WRAPPED
        and _OPEN_END.search(above.text.rstrip()) is not None
        and _GOES_ON.match(below.text) is not None
    )
