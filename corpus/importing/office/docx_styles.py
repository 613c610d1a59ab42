"""What the styles of a DOCX file make of a paragraph: a title, a heading of some level, an item of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.office.ooxml import child, children, value
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING: Final = LazyPattern(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE: Final = frozenset({"title", "标题", "文章标题", "文档标题"})
_CONTENTS: Final = LazyPattern(r"(?:toc|目录|目錄)\s*[1-9]|toc heading|table of figures")
_QUOTATION: Final = LazyPattern(
    r"(?:\w+ ){0,2}quot(?:e|ation)s?(?: \w+)?|block ?(?:text|quote|quotation)s?"
    r"|\w{0,3}(?:引文|引用|文字块)(?:段落?|块|正文)?"
)
"""What the style of a paragraph quoted is called: Quote, Thesis Quote 2, Block Text, 明显引用, 长引文."""
_SIDES: Final = (("leftChars", "startChars", "left", "start"), ("rightChars", "endChars", "right", "end"))
_DEEPEST: Final = 20
"""How long a chain of styles based on each other is followed."""


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is 1 to 9 for headings, 0 otherwise; ``list`` is (number, level) of its numbering, or ``None``.

    ``contents`` tells a line of a table of contents, which the word processor makes of the headings; ``quoted`` a
    paragraph that is a quotation by its name, ``inset`` on which sides it is set in from the margins.
    """

    level: int = 0
    title: bool = False
    contents: bool = False
    list: tuple[str, int] | None = None
    quoted: bool = False
    inset: tuple[bool | None, bool | None] = (None, None)

    def is_quoted(self, settings: _Element | None) -> bool:
        """Tell whether a paragraph of this style is a quotation: by its name, or set in from both margins."""
        left, right = _first_told(inset_of(settings), self.inset)
        return self.quoted or bool(left and right)


def read_styles(root: _Element | None) -> dict[str, Style]:
    """Return the paragraph styles by id."""
    raw = {value(one, "styleId"): one for one in (children(root, "style") if root is not None else ())}
    return {key: _style(key, raw) for key in raw}


def _style(key: str, raw: dict[str, _Element]) -> Style:
    """Return a style with what it inherits."""
    level, title, contents, quoted, numbered = 0, False, False, False, None
    inset: tuple[bool | None, bool | None] = (None, None)
    place = 0
    for _ in range(_DEEPEST):
        one = raw.get(key)
        if one is None:
            break
        name_of = child(one, "name")
        name = value(name_of).strip().lower() if name_of is not None else ""
        named = _HEADING.fullmatch(name)
        title = title or name in _TITLE
        contents = contents or _CONTENTS.fullmatch(name) is not None
        quoted = quoted or _QUOTATION.fullmatch(name) is not None
        inset = _first_told(inset, inset_of(child(one, "pPr")))
        level = level or (int(named[1]) if named else outline_level(child(one, "pPr")))
        if numbered is None:
            found = list_of(child(one, "pPr"))
            numbered = found[0] if found and found[0] else None
            place = found[1] if found else place
        based = child(one, "basedOn")
        key = value(based) if based is not None else ""
    of_list = (numbered, place or max(0, level - 1)) if numbered else None
    return Style(level, title, contents, of_list, quoted, inset)


def outline_level(settings: _Element | None) -> int:
    """Return the outline level a paragraph's settings give (1 to 9), 0 for running text."""
    found = child(settings, "outlineLvl") if settings is not None else None
    told = whole_number(value(found)) if found is not None else None
    return told + 1 if told is not None and 0 <= told < 9 else 0


def list_of(settings: _Element | None) -> tuple[str, int] | None:
    """Return the list (number, level) a paragraph's settings put it into; ``("0", 0)`` takes it out of one."""
    found = child(settings, "numPr") if settings is not None else None
    if found is None:
        return None
    number, place = child(found, "numId"), child(found, "ilvl")
    told = whole_number(value(place)) if place is not None else None
    return (value(number) if number is not None else "", max(told or 0, 0))


def inset_of(settings: _Element | None) -> tuple[bool | None, bool | None]:
    """Return on which side a paragraph's settings set it in, left and right; ``None`` where they do not say."""
    found = child(settings, "ind") if settings is not None else None
    if found is None:
        return (None, None)
    sides = [[whole_number(value(found, name)) for name in names] for names in _SIDES]
    told = [[one for one in side if one is not None and one >= 0] for side in sides]
    left, right = (any(side) if side else None for side in told)
    return (left, right)


def _first_told(
    one: tuple[bool | None, bool | None], other: tuple[bool | None, bool | None]
) -> tuple[bool | None, bool | None]:
    """Return what the first says of each side, and what it leaves open as the other says it."""
    return (other[0] if one[0] is None else one[0], other[1] if one[1] is None else one[1])
