"""The sources a paper lists: its numbered entries and notes, and those found by their writer and year."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from corpus.audit.cited.named_source import NamedSource, named_by
from corpus.knowledge.cues.tables import cue
from corpus.references.line import read_line
from corpus.text.characters import letters_alone
from index.lazy_pattern import LazyPattern

CITING: Final = "sentences/citing"
"""The table of the words that name sources."""
_ENTRY: Final = LazyPattern(
    r"(?m)^[^\S\n]*(?:[\[［〔](?P<number>\d{1,3})[\]］〕]|(?P<ring>[①-⑳]))[^\S\n]*(?P<line>[^\n]{6,})$"
)
_LIST: Final = LazyPattern(
    r"(?m)^[^\S\n]*(?:参\s*考\s*文\s*献|引用文献|References|Bibliography)[^\S\n]*[:：]?[^\S\n]*$"
)
_MOST: Final = 400
"""Lines of a list that are read."""


class SourceList:
    """The sources listed in one paper, each line read when it is first asked for."""

    def __init__(self, paper: str) -> None:
        """Look through ``paper`` as it stands."""
        self._paper = paper

    def numbered(self, mark: str) -> tuple[NamedSource | None, ...]:
        """Return what the entries and notes of a number or ① name; ``None`` for each that cannot be read."""
        return tuple(map(_read, self._entries.get(mark, ())))

    def of_writer(self, name: str, year: str) -> tuple[NamedSource, ...]:
        """Return the entries whose first writer has this name and that are of this year."""
        wanted = letters_alone(name)
        return tuple(
            one
            for one in self._listed
            if one.year == year and one.names and wanted and wanted in letters_alone(one.names[0])
        )

    @cached_property
    def _entries(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in _ENTRY.finditer(self._paper):
            found.setdefault(entry["number"] or entry["ring"], []).append(entry["line"].strip())
        return found

    @cached_property
    def _listed(self) -> tuple[NamedSource, ...]:
        heads = list(_LIST.finditer(self._paper))
        lines = self._paper[heads[-1].end() :].split("\n") if heads else []
        read = (_read(line.strip()) for line in lines[:_MOST] if line.strip())
        return tuple(one for one in read if one is not None)


def _read(line: str) -> NamedSource | None:
    if cue(CITING, "elsewhere").search(line):
        return None
    item = read_line(line)
    return None if item is None else named_by(item, line)
