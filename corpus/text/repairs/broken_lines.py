"""Single line breaks in the middle of a sentence, in texts that are not wrapped as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN, is_han
from corpus.text.repairs.rule import Line, Page, Proposal
from index.lazy_pattern import LazyPattern

_OPEN_END: Final = LazyPattern(rf"[{HAN}，、；A-Za-z0-9%“《（]\Z")
_GOES_ON: Final = LazyPattern(rf"[{HAN}，。、；：！？）》”A-Za-z0-9]")
_OPENED: Final = LazyPattern(rf"[{HAN}，。：、；][“「『《（]\Z")
"""A mark no line ends with, for it opens what follows."""
_NO_BEGINNING: Final = LazyPattern(r"[，。、；：！？）》”]")
_PAUSE: Final = LazyPattern(r"[，、]\Z")
_CLAUSE: Final = LazyPattern(r"[，、。；]")
_ITEM: Final = LazyPattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、)]|[.．](?!\d))"
    r"|第.{1,3}[章节篇条]|[-*•●#>|]|——)"
)
_TORN_NUMBER: Final = LazyPattern(
    rf"[{HAN}] ?\d[\d,]{{0,9}}(?:[.．](?P<at>)|(?:\.\d{{1,4}})?(?P<scale>[万亿])?)(?P<break>[ \u3000]*\n[ \u3000]*)"
    r"(?(at)\d{1,4}[ ]?(?:[万亿]|[%％‰℃元倍吨米]|个百分点|公[里斤顷]|平方)"
    r"|(?:[万亿]{1,2}(?:美|港|欧)?[元吨人户亩斤]|(?(scale)(?:[元吨亩斤]|[美港欧]元|公[里斤顷]|千瓦)|(?!))|[%％‰]|个百分点))"
)
_TORN_NUMERAL: Final = LazyPattern(
    rf"[{HAN}]{{2}}[一二三四五六七八九]?[十百千万](?P<break>[ \u3000]*\n[ \u3000]*)"
    r"[一二三四五六七八九][十百千]?[一二三四五六七八九]?(?:[个家年月天人户亩吨米条次倍]|万[元人户亩吨]|亿)(?=[，。；、\u3400-\u9fff])"
)
"""A number in numerals parted within: …只有十 / 九个，…"""
_HAN_END: Final = LazyPattern(rf"[{HAN}]\Z")
_MARK_OF_CLAUSE: Final = LazyPattern(rf"[，。、；？！](?=[{HAN}“《]|\Z)")
_ENDS_WITHIN: Final = LazyPattern(rf"[{HAN}]{{2}}[。！？](?=[{HAN}“《])")
_SHORTEST_PAUSING: Final = 16
_SHORTEST: Final = 24
_SHORTEST_PARTED: Final = 12
_SURELY_PROSE: Final = 40


def find_torn_numbers(page: Page) -> Iterator[Proposal]:
    """Find a number a line break parts at its point, or from its unit: no line begins with 亿元 or 个百分点."""
    for pattern in (_TORN_NUMBER, _TORN_NUMERAL):
        for match in pattern.finditer(page.text):
            if match.start() >= page.title_end:
                yield Proposal(match.start("break"), match.end("break"), "")


def find_broken_lines(page: Page) -> Iterator[Proposal]:
    """Find a line of prose that stops in mid-sentence where the next one (a blank line between) goes on.

    Certain where the next line begins with a mark no line begins with, this one ends with a mark that opens, or
    where a line that is long, set in as a paragraph or beside the end of a sentence stops at a comma; else offered,
    for a title or verse may stand so.
    """
    filled = [line for line in page.lines if line.text.strip()]
    for above, below in pairwise(filled):
        pauses, opened = _pauses(above, below), _opened(above)
        if above.start < page.title_end or not (
            pauses or opened or _stops_short(above) or _parted(above, below)
        ):
            continue
        if not (_continues(below) or (opened and is_han(below.text.lstrip()[:1]))):
            continue
        gap = page.text[above.end : below.start]
        if gap.count("\n") > _MOST_BREAKS:
            continue
        first = below.text.lstrip()
        set_in = above.text.startswith("\u3000\u3000") and not below.text.startswith((" ", "\u3000"))
        sure = (
            opened
            or _NO_BEGINNING.match(first)
            or (
                gap == "\n"
                and (pauses or set_in or len(above.text) >= _SURELY_PROSE)
                and _PAUSE.search(above.text.rstrip())
            )
        )
        end = below.start + len(below.text) - len(first)
        yield Proposal(above.end, end, "", Certainty.CERTAIN if sure else Certainty.LIKELY)


_MOST_BREAKS: Final = 2


def _stops_short(line: Line) -> bool:
    """Tell whether a line is running text without an end."""
    text = line.text.rstrip()
    return (
        line.prose
        and len(text) >= _SHORTEST
        and bool(_OPEN_END.search(text))
        and bool(_CLAUSE.search(text) or len(text) >= _SURELY_PROSE)
    )


def _pauses(above: Line, below: Line) -> bool:
    """Tell whether a line pauses at a comma and a sentence ends within it or the next one, as in no verse or list."""
    return (
        above.prose
        and len(above.text) >= _SHORTEST_PAUSING
        and _PAUSE.search(above.text.rstrip()) is not None
        and (_ENDS_WITHIN.search(above.text) or _ENDS_WITHIN.search(below.text)) is not None
    )


def _parted(above: Line, below: Line) -> bool:
    """Tell whether a line begins with the mark that ends a clause of the one above."""
    return (
        above.prose
        and len(above.text) >= _SHORTEST_PARTED
        and _HAN_END.search(above.text) is not None
        and _MARK_OF_CLAUSE.match(below.text) is not None
    )


def _opened(line: Line) -> bool:
    """Tell whether a line of prose ends behind a mark that opens a quotation, a title or a bracket."""
    return line.prose and _OPENED.search(line.text.rstrip()) is not None


def _continues(line: Line) -> bool:
    """Tell whether a line goes on with a sentence: it begins with a letter, has a clause, and is no item."""
    text = line.text.lstrip()
    return line.prose and bool(_GOES_ON.match(text)) and not _ITEM.match(text) and bool(_CLAUSE.search(text))
