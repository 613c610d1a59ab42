"""The line that names who wrote a text and who translated it: [挪威] 某人/文　某人/译."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.bylines.byline_vocabulary import COUNTRY
from corpus.records.lines.names import people_in
from corpus.records.lines.page import Gathered
from index.lazy_pattern import LazyPattern

_WRITES: Final = r"(?:撰文|原著|原文|文|著|作|作者)"
_TRANSLATES: Final = r"(?:翻译|译者|译文|译)"
_IN_BRACKETS: Final = rf"[\[（(【〔［]{COUNTRY}[\]）)】〕］][\s　]*"
_FROM_COUNTRY: Final = rf"(?:{_IN_BRACKETS})?"
_NAME: Final = r"[\u3400-\u9fffA-Za-z.·•・]{2,24}(?:[\s　]?[（(][A-Za-z .'’-]{2,40}[）)])?"
_MARK: Final = r"[\s　]*[/／|｜:：\s　][\s　]*"
_NAMES_FIRST: Final = LazyPattern(
    rf"^[（(]?{_FROM_COUNTRY}(?P<writer>{_NAME})(?:{_MARK})?{_WRITES}[\s　，,；;|｜/／·]+"
    rf"(?P<translator>{_NAME}(?:、{_NAME})*?)(?:{_MARK})?{_TRANSLATES}[）)]?$"
)
_ROLES_FIRST: Final = LazyPattern(
    rf"^{_WRITES}{_MARK}{_FROM_COUNTRY}(?P<writer>{_NAME})[\s　，,；;|｜/／·]+"
    rf"{_TRANSLATES}{_MARK}(?P<translator>{_NAME}(?:、{_NAME})*)$"
)
_TRANSLATOR_ALONE: Final = LazyPattern(
    rf"^[（(【]?(?P<translator>{_NAME}(?:、{_NAME})*?)[\s　]*[/／|｜\s　][\s　]*(?:翻译|译)[）)】]?$"
)
_TRANSLATOR_BEHIND: Final = LazyPattern(
    rf"^(?:翻译|译者|译)[\s　]+(?P<translator>{_NAME}(?:[、\s　]+{_NAME})*)$"
)
_WRITER_ALONE: Final = LazyPattern(rf"^{_IN_BRACKETS}(?P<writer>{_NAME})(?:{_MARK}{_WRITES})?$")
"""A name behind a country in brackets, as only a foreigner's stands."""


def of_translated(line: str, found: Gathered) -> bool:
    """Read who wrote and who translated, on one line or each on one of their own."""
    both = _NAMES_FIRST.match(line) or _ROLES_FIRST.match(line)
    alone, foreign = (
        _TRANSLATOR_ALONE.match(line) or _TRANSLATOR_BEHIND.match(line),
        _WRITER_ALONE.match(line),
    )
    writer = (both or foreign or {"writer": ""})["writer"]
    translators = people_in((both or alone or {"translator": ""})["translator"])
    writers = people_in(re.sub(r"[•・]", "·", writer))
    if (both and not (writers and translators)) or not (writers or translators):
        return False
    found.put("author", *writers)
    found.put("translator", *translators)
    return True
