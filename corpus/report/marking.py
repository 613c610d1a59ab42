"""Marks of a reader inside the running text of a report: put in before it is written, dressed afterwards.

A report's texts are Markdown, which has no colours. So the ends of marks travel as characters of a private plane,
which no writer touches, and become spans in the finished HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

from corpus.report.palette import mark_colour
from index.lazy_pattern import LazyPattern

_OPEN: Final = 0xF0000
_CLOSE: Final = "\U000f0fff"
_SIGN: Final = 0xF1000
_MOST_SIGNS: Final = 0xE000
_ENDS: Final = LazyPattern("[\U000f0000-\U000ffffd]")


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark over ``start`` to ``end`` (code points of the text); ``sign`` is printed after it, such as 注1."""

    start: int
    end: int
    colour: str
    underline: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """Marks by place, cut into ``pieces``: (start, end, number of the mark seen there)."""

    marks: tuple[TextMark, ...]
    pieces: tuple[tuple[int, int, int], ...]
    looks: tuple[str, ...]

    @classmethod
    def of(cls, marks: Sequence[TextMark]) -> Marking:
        """Cut marks into pieces that do not overlap; where two do, the later one is seen."""
        ordered = tuple(sorted((one for one in marks if one.start < one.end), key=lambda one: one.start))
        edges = sorted({edge for one in ordered for edge in (one.start, one.end)})
        pieces = []
        for start, end in pairwise(edges):
            over = [n for n, one in enumerate(ordered) if one.start <= start and end <= one.end]
            if over:
                pieces.append((start, end, over[-1]))
        return cls(ordered, tuple(pieces), tuple(dict.fromkeys(map(_look, ordered))))

    def within(self, text: str, start: int) -> str:
        """Return ``text``, which begins at offset ``start``, with the ends of the marks in it."""
        ends = sorted(self._ends(start, start + len(text)))
        parts, at = [], 0
        for offset, _order, character in ends:
            parts.append(text[at : offset - start])
            parts.append(character)
            at = offset - start
        return "".join(parts) + text[at:]

    def _ends(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield (offset, order at the same offset, character): ends close, signs follow, others open."""
        for first, last, number in self.pieces:
            if first < end and last > start:
                yield max(first, start), 2, chr(_OPEN + self.looks.index(_look(self.marks[number])))
                yield min(last, end), 0, _CLOSE
        for number, mark in enumerate(self.marks[:_MOST_SIGNS]):
            if mark.sign and start < mark.end <= end:
                yield mark.end, 1, chr(_SIGN + number)


def _look(mark: TextMark) -> str:
    """Return the classes of a mark: one list of looks, however many marks there are."""
    return f"underlined {mark.colour}" if mark.underline else f"mark {mark.colour}"


def dressed(text: str, marking: Marking, look: Callable[[str], tuple[str, str]] | None = None) -> str:
    """Return a finished text with the ends of marks as ``<span class="mark colour">`` and ``<sup>``.

    ``look`` gives the opening and the closing for another form: of a look (``mark red``), or of a sign (``sign``).
    """
    form = look or _spans
    stack: list[str] = []

    def tag(match: re.Match[str]) -> str:
        """Return the tag a sign of the marked text stands for; the closing one is that of the mark opened last."""
        code = ord(match[0])
        if match[0] == _CLOSE:
            return stack.pop() if stack else ""
        if code >= _SIGN:
            opening, closing = form("sign")
            words = marking.marks[code - _SIGN].sign
            return f"{opening}{escape(words) if opening.startswith('<') else words}{closing}"
        opening, closing = form(marking.looks[code - _OPEN])
        stack.append(closing)
        return opening

    return _ENDS.sub(tag, text)


def _spans(look: str) -> tuple[str, str]:
    return (
        ('<sup class="sign">', "</sup>") if look == "sign" else (f'<span class="{escape(look)}">', "</span>")
    )


def office_look(look: str) -> tuple[str, str]:
    """Return a mark as a character style of office documents."""
    if look == "sign":
        return "<sup>", "</sup>"
    return f'<span data-custom-style="{mark_style(look)}">', "</span>"


def markdown_look(look: str) -> tuple[str, str]:
    """Return a mark as the HTML that Markdown lets through."""
    if look == "sign":
        return "<sup>", "</sup>"
    kind, _blank, colour = look.partition(" ")
    tag = "u" if kind == "underlined" else "mark"
    return f'<{tag} class="{colour}">', f"</{tag}>"


def typst_look(look: str) -> tuple[str, str]:
    """Return a mark as a call of Typst."""
    if look == "sign":
        return "#super[", "];"
    kind, _blank, colour = look.partition(" ")
    value = mark_colour(colour)
    if kind == "underlined":
        return f'#underline(stroke: 1.2pt + rgb("{value}"))[', "];"
    return f'#highlight(fill: rgb("{value}").lighten(60%))[', "];"


def mark_style(look: str) -> str:
    """Return the name of the character style of a look in office documents."""
    kind, _blank, colour = look.partition(" ")
    return f"Yinde {'Underline' if kind == 'underlined' else 'Mark'} {colour}"
