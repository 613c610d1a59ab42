"""The names of an article's chapters, each told apart from others of its name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model.source import Heading


@dataclass(frozen=True, slots=True)
class Chapters:
    """Where the chapters of a text begin in its original, in order, and what each is called."""

    starts: tuple[int, ...]
    names: tuple[str, ...]

    def at(self, offset: int) -> str:
        """Return the chapter an offset of the original stands in; empty before the first one."""
        number = bisect_right(self.starts, offset) - 1
        return self.names[number] if number >= 0 else ""


def chapters_of(headings: Sequence[Heading]) -> Chapters:
    """Return the chapters below a title; of those with one name each is called by the one it is part of, or counted."""
    ones = [one for one in headings if one.start > 0]
    parents = _parents(ones)
    named, within = (
        Counter(one.text for one in ones),
        Counter(zip((one.text for one in ones), parents, strict=True)),
    )
    met: Counter[str] = Counter()
    names: list[str] = []
    for one, parent in zip(ones, parents, strict=True):
        met[one.text] += 1
        if named[one.text] == 1:
            names.append(one.text)
        elif parent and within[one.text, parent] == 1:
            names.append(f"{parent} › {one.text}")
        else:
            names.append(f"{one.text}（{met[one.text]}）")
    return Chapters(tuple(one.start for one in ones), tuple(names))


def _parents(headings: Sequence[Heading]) -> list[str]:
    """Return of each heading the one it stands below; empty for one of the highest level."""
    above: list[Heading] = []
    found: list[str] = []
    for one in headings:
        while above and above[-1].level >= one.level:
            above.pop()
        found.append(above[-1].text if above else "")
        above.append(one)
    return found
