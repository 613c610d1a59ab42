"""Which character of a text is which character of a page: the same lines, perhaps in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.importing.pdf.characters import Glyph

_HYPHENS = frozenset("-\u2010\u00ad")
_LONG = 6
"""A line of fewer characters may stand at several places; it is placed after the long ones, beside its neighbour."""


def placed(runs: Sequence[Sequence[Glyph]], text: str) -> Iterator[tuple[int, Glyph]]:
    """Yield the offset in ``text`` of every character of a page that stands there; blanks have no place.

    ``runs`` are the lines of the page in the order of the file. What the reader changed (a hyphen at the end of a
    line, the mark of a note) only parts a line in two.
    """
    offsets = [at for at, character in enumerate(text) if not character.isspace()]
    ground = _Ground("".join(text[at] for at in offsets), tuple(_cells(text)))
    parts = [part for run in runs for part in _parts(run)]
    found: dict[int, int] = {}
    for wanted in (True, False):
        expected = 0
        for number, part in enumerate(parts):
            if number in found:
                expected = found[number] + len(part)
            elif (len(part) >= _LONG) is wanted:
                at = ground.take("".join(one.text for one in part), expected)
                if at >= 0:
                    found[number] = at
                    expected = at + len(part)
                elif len(part) > 1:
                    yield from _halves(part, ground, expected, offsets)
    for number, at in found.items():
        for step, glyph in enumerate(parts[number]):
            yield offsets[at + step], glyph


def _parts(run: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield a line without its blanks, parted where raised digits stand: they are told in another way."""
    part: list[Glyph] = []
    for glyph in run:
        if glyph.text.isspace():
            continue
        if part and glyph.raised is not part[-1].raised:
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


class _Ground:
    """A text without its blanks, what of it is placed, and the cell of a table or the line each character is of."""

    def __init__(self, solid: str, cells: Sequence[int]) -> None:
        self._solid = solid
        self._cells = cells
        self._taken = bytearray(len(solid))

    def take(self, wanted: str, expected: int) -> int:
        """Place ``wanted`` where it stands and nothing is yet: from ``expected`` on, else before; -1 for nowhere.

        Few characters are of one cell: the digits at the end of one and at the beginning of the next are no number.
        """
        for first, last in ((expected, len(self._solid)), (0, expected + len(wanted))):
            at = self._solid.find(wanted, first, last)
            while at >= 0:
                end = at + len(wanted)
                whole = len(wanted) >= _LONG or self._cells[at] == self._cells[end - 1]
                if whole and not any(self._taken[at:end]):
                    self._taken[at:end] = b"\1" * len(wanted)
                    return at
                at = self._solid.find(wanted, at + 1, last)
        return -1


def _cells(text: str) -> Iterator[int]:
    """Yield for every character but the blanks how many ends of cells and lines are before it."""
    ends = 0
    for character in text:
        if character in "\t\n":
            ends += 1
        elif not character.isspace():
            yield ends


def _halves(
    part: Sequence[Glyph], ground: _Ground, expected: int, offsets: Sequence[int]
) -> Iterator[tuple[int, Glyph]]:
    """Yield the places of both halves of a line that does not stand in the text as a whole."""
    middle = len(part) - 1 if part[-1].text in _HYPHENS else len(part) // 2
    for half in (part[:middle], part[middle:]):
        at = ground.take("".join(one.text for one in half), expected) if len(half) > 1 else -1
        if at >= 0:
            expected = at + len(half)
            for step, glyph in enumerate(half):
                yield offsets[at + step], glyph
        elif len(half) > 3:
            yield from _halves(half, ground, expected, offsets)
