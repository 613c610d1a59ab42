"""What a rule of repair is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from corpus.model.edit import Certainty, RepairClass
from corpus.model.platform import Correction
from corpus.text.characters import CJK_MARKS, HAN, count_han
from corpus.text.repairs.code_lines import find_code
from corpus.text.repairs.kinds import RepairKind
from corpus.text.repairs.machine_signs import read_by_machine
from index.lazy_pattern import LazyPattern

_LATIN: Final = LazyPattern("[A-Za-z]")
_ADDRESS: Final = LazyPattern(
    r"(?:https?|ftp)://[^\s，。；！？、（）《》“”‘’\"'<>【】\[\]]+|www\.[^\s，。；！？、（）《》“”\"'<>【】\[\]]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
_MAY_BE_ADDRESS: Final = LazyPattern("://|www|@")
_LOG: Final = LazyPattern(r"\[?(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T])?\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?\]?[ ]+\S")
"""How a line of a log begins."""
_STAMP: Final = LazyPattern(
    r"[\S ]{0,16}?(?<!\d)(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?[ 　]+)?\d{1,2}:\d{2}(?::\d{2})?[ 　]*"
)
_NAMED_STAMP: Final = LazyPattern(
    r"\S[\S ]{0,14}?[ 　](?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?[ 　]+)?\d{1,2}:\d{2}(?::\d{2})?[ 　]*"
)
"""Who says, and when, what stands below."""
_LONGEST_SAID: Final = 30
_SAID: Final = LazyPattern(r"[^\s:：，。,]{1,12}[:：] ?\S")
_STAMPS_WITHIN, _FEWEST_SAID = 12, 3
_SET_IN: Final = LazyPattern("\u3000\u3000(?=[^\\s])")
_CLAUSES: Final = LazyPattern(f"(?<=[{HAN}％%”》）\\d])[，。；,;](?=[{HAN}“《（\\d])")
_TWO_SENTENCES: Final = LazyPattern(f"[{HAN}]。[{HAN}“《]")
_TITLE: Final = 24
_SENTENCE_END: Final = LazyPattern(r"[。！？!?…：:][”』」]?\s*\Z")
_COMMA: Final = LazyPattern(r",(?!(?<=\d,)\d{3}(?!\d))")
"""A comma that is none of a number's thousands."""
_ASCII_AFTER_HAN: Final = LazyPattern(f"(?<=[{HAN})%])[,;]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Code points ``start`` to ``end`` should read ``after``; ``None`` where a defect is only reported."""

    start: int
    end: int
    after: str | None
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: ``text[start:end]``, without its line break."""

    start: int
    end: int
    text: str
    prose: bool


@dataclass(frozen=True)
class Page:
    """The text a rule looks at, with what several rules need to know of it.

    ``title_end`` is where the protected title line ends (0: none). ``furniture`` are lines known to belong to the
    page around the article, such as its title.
    """

    text: str
    title_end: int = 0
    corrections: Sequence[Correction] = ()
    furniture: Sequence[str] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines; ``prose`` is false for records, code and lines that are mostly not Chinese."""
        raw = self.text.split("\n")
        talked = _is_chat(raw)
        commas = [len(_COMMA.findall(line)) if "。" not in line else -1 for line in raw]
        lines: list[Line] = []
        start = 0
        for place, line in enumerate(raw):
            han = count_han(line)
            neighbours = commas[max(0, place - 1) : place] + commas[place + 1 : place + 2]
            record = commas[place] > 0 and len(line) < 200 and commas[place] in neighbours
            letters = len(_LATIN.findall(line))
            code = line.startswith(("    ", "\t")) or "\t" in line or talked or _LOG.match(line) is not None
            prose = han * 2 > letters and not record and not code
            lines.append(Line(start, start + len(line), line, prose))
            start += len(line) + 1
        return tuple(lines)

    @cached_property
    def ascii_habit(self) -> bool:
        """Tell whether the text as a whole writes ASCII marks where Chinese ones belong."""
        wide = sum(self.text.count(mark) for mark in "，：；？！（")
        return len(_ASCII_AFTER_HAN.findall(self.text)) > max(2, wide)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Return every character of the text once: a rule that looks for others need not go through it."""
        return frozenset(self.text)

    @cached_property
    def wide_brackets(self) -> bool:
        """Tell whether the text as a whole writes more Chinese brackets than ASCII ones."""
        return self.text.count("（") > self.text.count("(")

    @cached_property
    def machine_read(self) -> bool:
        """Tell whether the numbers of the text show that a machine read it."""
        return read_by_machine(self.text)

    @cached_property
    def kept(self) -> tuple[tuple[int, int], ...]:
        """Return where web addresses, mail addresses and lines of code stand, in order: nothing in them is repaired."""
        found = (
            [match.span() for match in _ADDRESS.finditer(self.text)]
            if _MAY_BE_ADDRESS.search(self.text)
            else []
        )
        lines = self.lines
        code = find_code([line.text for line in lines], self.characters)
        found += [(lines[place].start, lines[place].end) for place in code]
        return tuple(sorted(found))

    def before(self, place: int) -> str:
        """Return the character before ``place``, empty at the edge."""
        return self.text[place - 1 : place] if place else ""

    def at(self, place: int) -> str:
        """Return the character at ``place``, empty at the edge."""
        return self.text[place : place + 1]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the repair table: what kind of defect, what it touches, and how it is found."""

    kind: RepairKind
    repair_class: RepairClass
    find: Callable[[Page], Iterable[Proposal]]


def _is_chat(lines: Sequence[str]) -> bool:
    """Tell whether a text is the record of a chat: stamps of time alone on lines, most others who says what."""
    if not any(map(_STAMP.fullmatch, lines[:_STAMPS_WITHIN])):
        return False
    filled = [line for line in lines if line.strip() and not _STAMP.fullmatch(line)]
    said = sum(1 for line in filled if _SAID.match(line))
    if said >= _FEWEST_SAID and said * 2 > len(filled):
        return True
    named = sum(1 for line in lines if _NAMED_STAMP.fullmatch(line))
    return named >= _FEWEST_SAID and sum(map(len, filled)) <= _LONGEST_SAID * len(filled)


def is_paragraph(line: str) -> bool:
    """Tell whether a line holds a whole sentence and more, or is set in by two blanks and holds several clauses."""
    if len(line) > _TITLE and _TWO_SENTENCES.search(line):
        return True
    inner = len(_CLAUSES.findall(line)) if _SET_IN.match(line) else 0
    return inner > 1 or (inner == 1 and _SENTENCE_END.search(line) is not None)


def is_chinese(character: str) -> bool:
    """Tell whether ``character`` is a Han or a Chinese mark (empty: no)."""
    return bool(character) and (count_han(character) == 1 or character in CJK_MARKS)
