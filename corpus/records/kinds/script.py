"""Front pages in traditional script, read by their simplified forms and told in their own."""

from __future__ import annotations

from dataclasses import replace
from operator import ne
from typing import Final

from corpus.model.source import Stated
from corpus.records.lines.page import FrontPage
from index.fold.folding import fold_text
from index.lazy_pattern import LazyPattern

_SIMPLIFIED: Final = LazyPattern(
    "[国学会报记来发号论译时间题页编辑责电应业与经济湾东广华处区县长书门开关系据实资讯现点对这个们说从将还为见过读写话语机构标准硕头导]"
)
_ENOUGH: Final = 3
_HEAD, _TAIL = 20_000, 4_000
"""Characters of a text that its first and last lines are among."""
_ERA: Final = "民国"
_BARE_YEAR: Final = LazyPattern(r"(?<![\d国])(?<![\d国] )(?=(?:[6-9]\d|1[0-3]\d) ?年 ?\d{1,2} ?月)")
"""Where a year counted from 1911 stands without its era."""
_KEPT: Final = str.maketrans("着", "著")
"""著 is who wrote a book, in simplified script too."""


def is_traditional(page: FrontPage) -> bool:
    """Tell whether a front page is written in traditional script."""
    text = page.text
    folded = _fold(text)
    # Most pages have not one such character.
    traditional = 0 if folded == text else sum(map(ne, folded, text))
    return traditional >= _ENOUGH and traditional > len(_SIMPLIFIED.findall(text))


def simplified(text: str) -> str:
    """Return the first and last stretch of a text in simplified script, its years of the republic marked as such."""
    parts = (text,) if len(text) <= _HEAD + _TAIL else (text[:_HEAD], text[-_TAIL:])
    return "\n".join(map(_with_era, parts))


def as_printed(told: tuple[Stated, ...], page: FrontPage) -> tuple[Stated, ...]:
    """Return what the simplified form of ``page`` told in the characters ``page`` prints."""
    printed = "\n".join((*page.head, *page.tail))
    folded = _fold(printed)
    forms: dict[str, str] = {}
    for plain, own in zip(folded, printed, strict=True):
        forms.setdefault(plain, own)
    return tuple(
        one if one.field == "type" else replace(one, value=_own(one.value, folded, printed, forms))
        for one in told
    )


def _own(value: str, folded: str, printed: str, forms: dict[str, str]) -> str:
    if value not in folded:
        value = value.replace(_ERA, "")
    at = folded.find(value)
    if at >= 0:
        return printed[at : at + len(value)]
    return "".join(forms.get(character, character) for character in value)


def _with_era(line: str) -> str:
    return _BARE_YEAR.sub(_ERA, _fold(line)).replace("报导", "报道")


def _fold(text: str) -> str:
    return fold_text(text, frozenset({"variants"})).text.translate(_KEPT)
