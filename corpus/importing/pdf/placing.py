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
    solid = "".join(text[at] for at in offsets)
    taken = bytearray(len(solid))
    parts = [part for run in runs for part in _parts(run)]
    found: dict[int, int] = {}
    for wanted in (True, False):
        expected = 0
        for number, part in enumerate(parts):
            if number in found:
                expected = found[number] + len(part)
            elif (len(part) >= _LONG) is wanted:
                at = _free(solid, "".join(one.text for one in part), taken, expected)
                if at >= 0:
                    found[number] = at
                    taken[at : at + len(part)] = b"\1" * len(part)
                    expected = at + len(part)
                elif len(part) > 1:
                    yield from _halves(part, solid, taken, expected, offsets)
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


def _free(solid: str, wanted: str, taken: bytearray, expected: int) -> int:
    """Return where ``wanted`` stands and nothing was placed yet: from ``expected`` on, else before; -1 for nowhere."""
    for first, last in ((expected, len(solid)), (0, expected + len(wanted))):
        at = solid.find(wanted, first, last)
        while at >= 0:
            if not any(taken[at : at + len(wanted)]):
                return at
            at = solid.find(wanted, at + 1, last)
    return -1


def _halves(
    part: Sequence[Glyph], solid: str, taken: bytearray, expected: int, offsets: Sequence[int]
) -> Iterator[tuple[int, Glyph]]:
    """Yield the places of both halves of a line that does not stand in the text as a whole."""
    middle = len(part) - 1 if part[-1].text in _HYPHENS else len(part) // 2
    for half in (part[:middle], part[middle:]):
        at = _free(solid, "".join(one.text for one in half), taken, expected) if len(half) > 1 else -1
        if at >= 0:
            taken[at : at + len(half)] = b"\1" * len(half)
            expected = at + len(half)
            for step, glyph in enumerate(half):
                yield offsets[at + step], glyph
        elif len(half) > 3:
            yield from _halves(half, solid, taken, expected, offsets)
