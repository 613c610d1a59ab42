"""A title broken over lines, put together again from the line that closes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.records.lines.dates import is_date_line
from corpus.records.lines.labels import is_labelled
from index.lazy_pattern import LazyPattern

_BEGINS_WITHIN: Final = LazyPattern(r"(?:[与和及暨或的]|以及|并[\u3400-\u9fff])[\u3400-\u9fff\d]")
_ENDS_WITHIN: Final = LazyPattern(r"(?:[与和及暨、—：:的]|关于[\u3400-\u9fff]{0,4}|以及)$")
_ABOUT: Final = LazyPattern(r"(?:[\u3400-\u9fff]{2,24})?关于[^的]{4,60}$")
_SENTENCE: Final = LazyPattern(r"[。；！？!?]")
_LONGEST: Final = 60
_MOST_ABOVE: Final = 2


def goes_on(above: str, line: str) -> bool:
    """Tell whether ``line`` is the rest of a title that ``above`` begins."""
    if (
        not above
        or _SENTENCE.search(above)
        or len(above) > _LONGEST
        or is_date_line(above)
        or is_labelled(above)
    ):
        return False
    opened = above.count("《") > above.count("》") or above.count("（") > above.count("）")
    return (
        opened
        or bool(_BEGINS_WITHIN.match(line) and _ABOUT.fullmatch(above))
        or bool(_ENDS_WITHIN.search(above))
    )


def with_lines_above(lines: Sequence[str], at: int) -> str:
    """Return the title whose last line stands at ``at``, with the lines above that it goes on from."""
    first = at
    while first and at - first < _MOST_ABOVE and goes_on(lines[first - 1], lines[first]):
        first -= 1
    return "".join(lines[first : at + 1])
