"""Front pages in traditional script, read by their simplified forms and told in their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.source import Stated
from corpus.records.lines.page import FrontPage
from corpus.text.script import simplified
from index.lazy_pattern import LazyPattern

_HEAD, _TAIL = 20_000, 4_000
"""Characters of a text that its first and last lines are among."""
_ERA: Final = "民国"
_BARE_YEAR: Final = LazyPattern(r"(?<![\d国])(?<![\d国] )(?=(?:[6-9]\d|1[0-3]\d) ?年 ?\d{1,2} ?月)")
"""Where a year counted from 1911 stands without its era."""


def read_plainly(text: str) -> str:
    """Return the first and last stretch of a text in simplified script, its years of the republic marked as such."""
    parts = (text,) if len(text) <= _HEAD + _TAIL else (text[:_HEAD], text[-_TAIL:])
    return "\n".join(map(_with_era, parts))


def as_printed(told: tuple[Stated, ...], page: FrontPage) -> tuple[Stated, ...]:
    """Return what the simplified form of ``page`` told in the characters ``page`` prints."""
    printed = "\n".join((*page.head, *page.tail))
    folded = simplified(printed)
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
    return _BARE_YEAR.sub(_ERA, simplified(line)).replace("报导", "报道")
