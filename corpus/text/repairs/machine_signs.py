"""The signs by which a page shows that a machine read it: digits taken for letters, blanks within numbers."""

from __future__ import annotations

from typing import Final

from corpus.text.characters import HAN
from index.lazy_pattern import LazyPattern

_FEWEST: Final = 2
_SIGN: Final = LazyPattern(
    rf"(?<=[{HAN}（，])(?:"
    # A letter for a digit before what is counted: 1O8户, l2%.
    r"(?=[\d.,]{0,7}[OoIl])(?:\d[\dOoIl]*|[lI]\d[\dOoIl]*)(?:[.,]\d[\dOoIl]*)?[ ]?(?=[%％℃年月日万亿元户名人个])"
    # An O among digits before what only numbers count: 3OO余石, l5O头.
    r"|(?:[1-9][Oo]{2,3}|[1-9lI][\dl]{0,3}[O][\dO]{0,3})(?=[余多]?[家户石头匹趟条艘只台座所亩里米吨斤顷天岁种件辆间枚株篇])"
    # A blank beside the point or within a group of thousands: 7. 1万, 1,2 00亩, 2 00户.
    rf"|\d{{1,4}}(?:[ ][.．][ ]?|[.．][ ])[\dOl]{{1,4}}[ ]?(?=[%％℃{HAN}])"
    rf"|\d{{1,3}},\d{{0,2}}[ ]\d{{1,3}}(?=[ ]?[%％{HAN}])"
    rf"|[1-9][\dO]{{0,2}}[ ]0[\d.]*(?=[%％{HAN}])"
    # Digits that stand alone: 1 9 5 7年, 6 8 %.
    r"|[1-9][ ][\dO]{1,2}(?:[ ][\dO.]{1,2})*[ ]?(?=[%％年月日万亿元户吨亩座])"
    r")"
)
"""Each begins behind a word or a mark, so it is no part of a code or a name."""


def read_by_machine(text: str) -> bool:
    """Tell whether a text has several numbers such as a machine leaves behind and no person writes."""
    signs = _SIGN.finditer(text)
    return sum(1 for _sign, _again in zip(signs, range(_FEWEST), strict=False)) == _FEWEST
