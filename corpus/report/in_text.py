"""What stands in the text for one or several references: a number, author and year, or the words of a footnote.

Own words of a person cite in the middle of a sentence. There the place of a citation travels as a character of a
private plane, which neither Markdown nor a sanitiser touches, and becomes a mark when the document is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from corpus.report.citations import PAGE
from corpus.report.citations.in_text import numeric_mark
from corpus.report.model import CitationSystem, Cited, Group, Reference, Report
from index.lazy_pattern import LazyPattern

_PLACE: Final = 0x100000
_PLACES: Final = LazyPattern(" *([\U00100000-\U0010fffd])")
_TAG: Final = LazyPattern(r"<[^>]*>")
_BRACKETS: Final = {"corner": ("〔", "〕"), "round": ("（", "）")}


def place_of_citation(number: int) -> str:
    """Return the character that keeps the place of the citation ``number`` (from 0) of a text."""
    return chr(_PLACE + number)


def with_marks_of(text: str, cited: tuple[Group, ...], mark: Callable[[Group], str]) -> str:
    """Return a text with what ``mark`` makes of each citation in its place."""

    def made(match: re.Match[str]) -> str:
        """Return the mark of a citation with the blank that parts it from the word before."""
        number = ord(match[1]) - _PLACE
        words = mark(cited[number]) if number < len(cited) else ""
        if not words or _is_raised(words):
            return words
        parted = _parted(text[: match.start(1)][-1:], words)
        return f"{match[0][:-1]}{' ' if parted else ''}{words}"

    return _PLACES.sub(made, text)


def places_of_citations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the number (from 0) of each citation of a text, and where it stands."""
    for found in _PLACES.finditer(text):
        yield ord(found[1]) - _PLACE, found.start()


def _is_raised(mark: str) -> bool:
    """Tell whether a mark is raised: such a one stands close to the word before it, whatever was typed there."""
    return "<sup>" in mark or mark.startswith("[^")


def _parted(last: str, words: str) -> bool:
    """Tell whether a blank stands between a letter or digit and the round bracket of a western mark."""
    return last.isascii() and last.isalnum() and _TAG.sub("", words)[:1] == "("


def mark_words(report: Report, group: Group) -> str:
    """Return what stands in the text for a group of references, as plain text; of notes their number is missing."""
    if report.system is CitationSystem.AUTHOR_DATE:
        return _authors_and_years(report, group)
    if len(group) > 1 and any(one.locator for one in group):
        return "".join(mark_words(report, (one,)) for one in group)  # each number with its own page
    numbers = numeric_mark(one.number for one in group)
    opening, closing = _BRACKETS.get(report.brackets, ("[", "]"))
    pages = group[0].locator if len(group) == 1 else ""
    return f"{opening}{numbers[1:-1]}{closing}{pages}"


class NoteWords:
    """Words the footnotes of a document in their order: a work is told in full once, then by author and title.

    Two works that would be told alike are told in full each time.
    """

    def __init__(self, report: Report) -> None:
        """Begin with the first footnote."""
        self._references = report.references
        self._alike = Counter(one.short for one in report.references)
        self._told: set[int] = set()

    def of(self, group: Group) -> str:
        """Return the words of the next footnote: the entries of its references, each with the place in it."""
        entries = [self._of_one(one) for one in group]
        joint = "；" if any(map(_has_full_marks, entries)) else "; "
        return joint.join([*(one.removesuffix(".") for one in entries[:-1]), *entries[-1:]])

    def _of_one(self, one: Cited) -> str:
        reference = self._references[one.number - 1]
        again = one.number in self._told and reference.short and self._alike[reference.short] == 1
        self._told.add(one.number)
        return (
            _with_place(reference.short, one.locator, reference.text)
            if again
            else _entry_at(reference, one.locator)
        )


def words_in_order(report: Report) -> Callable[[Group], str]:
    """Return what words the citations of a report, asked in their order: its marks, or its footnotes."""
    if report.system is CitationSystem.NOTE:
        return NoteWords(report).of
    return partial(mark_words, report)


def known(report: Report, group: Group) -> Group:
    """Return those of a group that the report has an entry for."""
    return tuple(one for one in group if 0 < one.number <= len(report.references))


def group_of(number: int, locator: str = "", link: str = "") -> Group:
    """Return the group of one reference."""
    return (Cited(number, locator, link),)


def link_of_group(group: Group) -> str:
    """Return where the words lead that a group is cited for, empty where nothing says so."""
    return next((one.link for one in group if one.link), "")


def _authors_and_years(report: Report, group: Group) -> str:
    marks = []
    for one in group:
        reference = report.references[one.number - 1]
        mark = reference.mark
        if mark and one.locator:
            mark = f"{mark[:-1]}{reference.joint}{one.locator}{mark[-1]}"
        marks.append(mark)
    marks = list(dict.fromkeys(mark for mark in marks if mark))
    if len(marks) < 2:
        return "".join(marks)
    outer = next(
        (mark for mark in marks if mark.endswith("）")), marks[0]
    )  # one Chinese work asks for Chinese marks
    joint = "；" if outer.endswith("）") else "; "
    return outer[0] + joint.join(mark[1:-1] for mark in marks) + outer[-1]


def _entry_at(reference: Reference, locator: str) -> str:
    """Return an entry with the cited place where it tells its pages, else before its full stop."""
    if locator and PAGE in reference.paged:
        return reference.paged.replace(PAGE, locator)
    return _with_place(reference.text, locator, reference.text)


def _with_place(entry: str, locator: str, like: str) -> str:
    """Return an entry with a place in it, parted by the colon of the entry it is like."""
    if not locator:
        return entry
    colon = "：" if _has_full_marks(like) else ": "
    return f"{entry.rstrip('.')}{colon}{locator}."


def _has_full_marks(entry: str) -> bool:
    return "，" in entry or "：" in entry
