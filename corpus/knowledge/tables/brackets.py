"""What stands in brackets behind the number of a cell: how it has grown, or its share: 38.2（+12.4%）."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.knowledge.tables.measures import GROWTH, SHARE
from corpus.model.span import Span
from corpus.model.statistic import StatisticKind
from index.lazy_pattern import LazyPattern

_BEHIND: Final = LazyPattern(
    r"\d[^（()）]{0,8}[（(][ ]?(?P<figure>(?P<sign>[+＋−－-])?[ ]?(?P<number>\d+(?:\.\d+)?)[ ]?[%％])[ ]?[）)]$"
)
_SAID: Final = LazyPattern(r"括[号弧](?:内|里|中)?(?P<what>[^。；\n]{1,16})")
_LINES_BELOW: Final = 160
"""So many code points below a table may say what its brackets hold."""


@dataclass(frozen=True, slots=True)
class InBrackets:
    """A change or a share in percent, and where in its cell it stands."""

    value: Decimal
    kind: StatisticKind
    figure: Span


def said_of_brackets(text: str, lines: tuple[str, ...], table: Span) -> str:
    """Return what the lines above a table, or right below it, say its brackets hold; empty where none does."""
    found = _SAID.search("\n".join((*lines, text[table.end : table.end + _LINES_BELOW])))
    return found["what"] if found else ""


def in_brackets(cell: Span, words: str, said: str) -> InBrackets | None:
    """Return what the brackets of a cell hold: as is said of them, else a change where it has a sign."""
    found = _BEHIND.search(words)
    if found is None:
        return None
    change = bool(GROWTH.search(said)) or (not said and bool(found["sign"]))
    if not change and not SHARE.search(said):
        return None
    value = Decimal(found["number"])
    value = -value if (found["sign"] or "") in {"-", "−", "－"} else value
    start = cell.start + found.start("figure")
    return InBrackets(
        value,
        StatisticKind.GROWTH if change else StatisticKind.SHARE,
        Span(start, start + len(found["figure"])),
    )
