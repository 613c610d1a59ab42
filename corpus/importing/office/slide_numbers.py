"""The numbers a slide writes in front of its paragraphs by itself: 1. 2. 3., （一）, ①."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.list_numbers import written
from corpus.importing.office.ooxml import child
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE: Final = LazyPattern(
    r"(?P<form>arabic|alphaLc|alphaUc|romanLc|romanUc|ea1Chs|ea1Cht|ea1JpnKor|ea1JpnChs|circleNum)"
    r"(?P<wide>Db|Wd)?(?P<shape>Period|ParenR|ParenBoth|Minus|Plain|DbPlain|WdBlackPlain|WdWhitePlain)?"
)
_FORMS: Final[Mapping[str, str]] = {
    "arabic": "decimal", "alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman",
    "romanUc": "upperRoman", "ea1Chs": "chineseCounting", "ea1Cht": "chineseCounting",
    "ea1JpnKor": "chineseCounting", "ea1JpnChs": "chineseCounting", "circleNum": "decimalEnclosedCircle",
}  # fmt: skip


class SlideNumbers:
    """Counts the numbered paragraphs of one shape."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, int]] = {}

    def before(self, paragraph: _Element, *, filled: bool) -> str:
        """Return what stands before a paragraph; one without words (not ``filled``) has no number."""
        settings = child(paragraph, "pPr")
        told = settings.get("lvl") if settings is not None else None
        level = max(whole_number(told) or 0, 0)
        if not filled:
            return ""
        for deeper in [one for one in self._counts if one > level]:
            del self._counts[deeper]
        auto = child(settings, "buAutoNum") if settings is not None else None
        if auto is None:
            self._counts.pop(level, None)
            return ""
        kind, start = auto.get("type") or "", auto.get("startAt") or "1"
        key = f"{kind} {start}"
        known, count = self._counts.get(level, ("", 0))
        count = count + 1 if known == key else _begins(start)
        self._counts[level] = (key, count)
        return _shown(kind, count)


def _shown(kind: str, count: int) -> str:
    form = _TYPE.fullmatch(kind)
    if form is None:
        return f"{count}. "
    number = written(count, _FORMS[form["form"]])
    chinese = form["form"].startswith("ea1")
    match form["shape"]:
        case "Period":
            return f"{number}、" if chinese else f"{number}. "
        case "ParenR":
            return f"{number}) "
        case "ParenBoth":
            return f"（{number}）" if chinese else f"({number}) "
        case "Minus":
            return f"- {number} - "
        case _:
            return f"{number} "


def _begins(start: str) -> int:
    """Return the number a list says it begins with."""
    told = whole_number(start)
    return told if told is not None and told >= 0 else 1
