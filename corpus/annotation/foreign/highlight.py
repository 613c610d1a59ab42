"""A highlight as another program tells it: words, what was written to it, colour, and the title of the text."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from corpus.annotation.addresses import OURS
from corpus.annotation.reading import ReadAnnotation
from corpus.model.annotation import Annotation, Colour, MarkStyle, Selector

_COLOURS: Final = {
    Colour.YELLOW: (0xFF, 0xD4, 0x00), Colour.RED: (0xFF, 0x66, 0x66), Colour.GREEN: (0x5F, 0xB2, 0x36),
    Colour.BLUE: (0x2E, 0xA8, 0xE5), Colour.PURPLE: (0xA2, 0x8A, 0xE5), Colour.MAGENTA: (0xE5, 0x6E, 0xEE),
    Colour.ORANGE: (0xF1, 0x98, 0x37), Colour.GREY: (0xAA, 0xAA, 0xAA),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Highlight:
    """One highlight; ``made`` is an ISO time (UTC) or empty, ``where`` tells equal words of a text apart."""

    title: str
    words: str
    note: str = ""
    colour: Colour = Colour.YELLOW
    underline: bool = False
    tags: tuple[str, ...] = ()
    made: str = ""
    where: str = ""

    def as_read(self, program: str) -> ReadAnnotation:
        """Return it as a note; the same highlight of the same program is the same note each time."""
        name = "\n".join((program, self.title, self.words, self.where or self.note))
        note = Annotation(
            id=str(uuid.uuid5(OURS, name)), article="", selector=Selector(self.words), span=None, colour=self.colour,
            style=MarkStyle.UNDERLINE if self.underline else MarkStyle.HIGHLIGHT, note=self.note, tags=self.tags,
            created=self.made, modified=self.made,
        )  # fmt: skip
        return ReadAnnotation(note, program if self.words else "", self.title)


def nearest_colour(red: int, green: int, blue: int) -> Colour:
    """Return the colour of ours that is most like another."""
    return min(
        _COLOURS,
        key=lambda one: sum((a - b) ** 2 for a, b in zip(_COLOURS[one], (red, green, blue), strict=True)),
    )


def colour_of_hex(text: str) -> Colour:
    """Return the colour of ours that is most like ``#rrggbb``; yellow where that is no colour."""
    digits = text.strip().removeprefix("#")[:6]
    try:
        return (
            nearest_colour(*(int(digits[n : n + 2], 16) for n in (0, 2, 4)))
            if len(digits) == 6
            else Colour.YELLOW
        )
    except ValueError:
        return Colour.YELLOW
