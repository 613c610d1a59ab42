"""The sources a paper lists: its numbered entries and notes, and those found by their writer and year."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Final

from corpus.audit.cited.named_source import NamedSource, named_by, pages_of
from corpus.knowledge.cues.tables import cue
from corpus.references.line import read_line
from corpus.text.characters import letters_alone
from index.lazy_pattern import LazyPattern

CITING: Final = "sentences/citing"
"""The table of the words that name sources."""
_ENTRY: Final = LazyPattern(
    r"(?m)^[^\S\n]*(?:[\[［〔](?P<number>\d{1,3})[\]］〕]|(?P<ring>[①-⑳]))[^\S\n]*(?P<line>[^\n]{2,})$"
)
_COUNTED: Final = LazyPattern(r"(?m)^[^\S\n]*(?P<number>\d{1,3})[.．、][^\S\n]*(?P<line>[^\n\d][^\n]{5,})$")
"""An entry of a numbered list, as word processors and Markdown write them."""
_LIST: Final = LazyPattern(
    r"(?m)^[#*\s]*(?:参\s*考\s*文\s*献|引用文献|References|Bibliography|Works Cited)[^\S\n]*[:：]?[^\S\n]*\**$"
)
AGAIN: Final = LazyPattern(
    r"(?:同(?:[上前]?(?:注释?|引)|[上前])?\s*(?P<ring>[①-⑳])|[同见]?[上前]?注释?\s*[\[［〔]?(?P<number>\d{1,3})[\]］〕]?"
    r"|同(?:[上前](?:注释?|引|揭?[书文])?|注)|[Ii]bid\b\.?)"
    r"(?:\s*[:：,，.。]?\s*(?:第|pp?\.)?\s*(?P<pages>\d{1,4}(?:\s*[-–—~～至]\s*\d{1,4})?)\s*页?)?\s*[.。]?"
)
"""A note that says nothing but which note before it names the source, and perhaps another page: 同①, 同上，第3页."""
_PARTED: Final = LazyPattern("[；;]")
"""What parts the sources of one note, of which 同上 may mean either."""
_RINGS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEPS: Final = 100
"""Notes followed back from one to the one it means."""
_MOST: Final = 400
"""Lines of a list that are read."""


class SourceList:
    """The sources listed in one paper, each line read when it is first asked for."""

    def __init__(self, paper: str) -> None:
        """Look through ``paper`` as it stands."""
        self._paper = paper

    def numbered(self, mark: str) -> tuple[NamedSource | None, ...]:
        """Return what the entries and notes of a number or ① name; ``None`` for each that cannot be read."""
        return tuple(self._named_at(place) for place, one in enumerate(self._entries) if one[0] == mark)

    def of_writer(self, name: str, year: str) -> tuple[NamedSource, ...]:
        """Return the entries whose first writer has this name and that are of this year."""
        wanted = letters_alone(name)
        return tuple(
            one
            for one in self._listed
            if one.year == year and one.names and wanted and wanted in letters_alone(one.names[0])
        )

    @cached_property
    def _entries(self) -> tuple[tuple[str, str], ...]:
        """The marks and the lines of all entries and notes, in the order of the paper."""
        found = [(one["number"] or one["ring"], one["line"].strip()) for one in _ENTRY.finditer(self._paper)]
        begin = self._list_begin
        if begin is not None and not _ENTRY.search(self._paper, begin):
            found += [(one["number"], one["line"].strip()) for one in _COUNTED.finditer(self._paper, begin)]
        return tuple(found)

    def _named_at(self, place: int) -> NamedSource | None:
        """Return what an entry names: one that only points back names what the one it means does."""
        pages, first = "", place
        for _ in range(_STEPS):
            line = self._entries[place][1]
            again = AGAIN.fullmatch(line)
            if again is None:
                several = place != first and _PARTED.search(line)
                source = None if several else _read(line)
                return source and replace(source, pages=pages_of(pages) if pages else source.pages)
            pages = pages or again["pages"] or ""
            meant = self._meant_by(place, again["ring"] or again["number"])
            if meant is None:
                return None
            place = meant
        return None

    def _meant_by(self, place: int, mark: str | None) -> int | None:
        """Return the entry before one that it points back to; without a mark the very one before it in its row."""
        if mark is not None:
            before = range(place - 1, -1, -1)
            return next((one for one in before if self._entries[one][0] == mark), None)
        own, last = self._entries[place][0], self._entries[place - 1][0] if place else ""
        in_a_row = own.isdecimal() and last.isdecimal() and int(own) == int(last) + 1
        rings = own in _RINGS and last in _RINGS and (own == _RINGS[0] or ord(own) == ord(last) + 1)
        return place - 1 if in_a_row or rings else None

    @cached_property
    def _list_begin(self) -> int | None:
        """Where the entries of the list begin; ``None`` where the paper has no list."""
        heads = list(_LIST.finditer(self._paper))
        return heads[-1].end() if heads else None

    @cached_property
    def _listed(self) -> tuple[NamedSource, ...]:
        begin = self._list_begin
        lines = self._paper[begin:].split("\n") if begin is not None else []
        read = (_read(line.strip()) for line in lines[:_MOST] if line.strip())
        return tuple(one for one in read if one is not None)


def _read(line: str) -> NamedSource | None:
    if cue(CITING, "elsewhere").search(line):
        return None
    item = read_line(line)
    return None if item is None else named_by(item, line)
