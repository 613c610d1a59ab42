"""Which sources a paper names for a quotation: in brackets or by a number behind it, in the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from corpus.audit.cited.named_source import NamedSource, pages_of
from corpus.audit.cited.source_list import AGAIN, CITING, SourceList
from corpus.knowledge.cues.tables import cue, patterns
from corpus.model.span import Span
from corpus.records.lines.names import is_body, is_family_name
from index.lazy_pattern import LazyPattern

_BEHIND: Final = LazyPattern(r"[”」』\"’\uff02]?[。，,.；;！？!?]?[”」』\"]?[^\S\n]{0,2}")
_BRACKET: Final = LazyPattern(r"[（(]((?:同[上前]|[Ii]bid)[^（()）\n]{0,40}|[^（()）\n]{4,120})[)）]")
_ASIDE: Final = LazyPattern(r"[（(]((?:(?!(?:19|20)\d\d|同[上前]|[Ii]bid)[^（()）\n《]){1,120})[)）]")
"""Brackets that name no source."""
_TELLING: Final = LazyPattern(r"[（(][^（()）\n]{1,120}[)）]|[\[［〔]\d|[①-⑳]|[《〈]")
"""Where a source may be named, in brackets, by a number or in the text."""
_NUMBERS: Final = LazyPattern(
    r"[\[［〔](\d{1,3}(?:\s?[-–—,，、]\s?\d{1,3})*)(?:\s?[:：]\s?(\d{1,4}))?[\]］〕]|([①-⑳])"
)
_RANGE: Final = LazyPattern(r"(\d{1,3})(?:\s?[-–—]\s?(\d{1,3}))?")
_JOINTS: Final = LazyPattern(r"\s*(?:[、，,;；&]|和|与|\band\b)\s*")
_ENDS: Final = frozenset("。！？!?；;\n")
_LATIN_SIGN: Final = LazyPattern(r"[a-z]\d")
_LATIN: Final = LazyPattern(r"[A-Z][A-Za-z'’.\u00c0-\u024f-]*(?: [A-Z][A-Za-z'’.\u00c0-\u024f-]*){0,4}")
_HAN: Final = LazyPattern(r"[\u3400-\u9fff·]{2,30}")
_LOOKED_BACK: Final = 120
_REACH: Final = 600
"""How far before it （同上） may find the source it means."""
_YEAR_ALONE: Final = LazyPattern(r"(?:19|20)\d\d")
_NAME: Final = r"[^\d《》；;：:，,。（()）]"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)[a-z]?年?"
_OTHERS: Final = r"(?:等人?|\s*et al\.?)?\s*"
_PAGES: Final = r"(?:\s*[:：,，]\s*(?:第|pp?\.)?\s*(?P<pages>\d{1,4}(?:\s*[-–—~～至]\s*\d{1,4})?)\s*页?)?"
_TITLE: Final = r"《(?P<title>[^《》]{4,80})》"
_FILLED: Final = r"\s*(?:[也还曾就明确中里上]|一文|一书|报告|这样|如此){0,3}"


@cache
def _led() -> str:
    return rf"(?:(?:{'|'.join(patterns(CITING, 'leads'))})\s*)?"


@cache
def _says() -> str:
    return rf"{_FILLED}(?:{'|'.join(patterns(CITING, 'says'))})(?:过|了|道| that)?\s*[：:，,]?\s*\Z"


@cache
def _dated_pattern() -> LazyPattern[str]:
    """Return what finds a writer and a year between brackets: 甲、乙，2018：12."""
    return LazyPattern(rf"{_led()}(?P<names>[^\d《》；;：:]{{2,60}}?){_OTHERS}[,，]\s*{_YEAR}{_PAGES}")


@cache
def _titled_pattern() -> LazyPattern[str]:
    """Return what finds a title between brackets: 甲《…》，2018."""
    return LazyPattern(rf"{_led()}(?P<names>[^\d《》，,；;]{{2,30}})?[，,：:]?\s*{_TITLE}[^《》]*")


@cache
def _writer_pattern() -> LazyPattern[str]:
    """Return what finds 甲（2020）认为 at the end of what leads to a quotation."""
    return LazyPattern(
        rf"(?:\A|[，,：:]){_led()}(?P<names>{_NAME}{{2,40}}?){_OTHERS}[（(]{_YEAR}{_PAGES}[)）]{_says()}"
    )


@cache
def _title_pattern() -> LazyPattern[str]:
    """Return what finds 据甲《…》显示, 甲在《…》中写道 and 《…》规定 there."""
    return LazyPattern(
        rf"(?:\A|[，,：:])(?:(?P<by>{_led()})(?P<names>{_NAME}{{2,24}}?)?(?P<at>在其?|发布的|于)?)"
        rf"{_TITLE}(?:[（(][^（()）]{{1,20}}[)）])?{_says()}"
    )


def sources_named(paper: str, words: Span, listed: SourceList) -> tuple[NamedSource, ...]:
    """Return the sources a paper names for the words of a span; empty where none is named, or one cannot be read."""
    found: list[NamedSource] = []
    for one in (*_behind(paper, words.end, listed), *_leading(paper, words.start, listed)):
        if one is None:
            return ()
        found.append(one)
    return tuple(found)


def _behind(paper: str, end: int, listed: SourceList) -> Iterator[NamedSource | None]:
    """Yield what brackets and numbers behind the closing mark name; ``None`` for one that cannot be read."""
    at = end
    while (gap := _BEHIND.match(paper, at)) is not None:
        bracket, number = _BRACKET.match(paper, gap.end()), _NUMBERS.match(paper, gap.end())
        if bracket is not None and (again := AGAIN.fullmatch(bracket[1].strip())) is not None:
            yield _named_before(paper, end, again, listed)
        elif bracket is not None:
            yield from _in_brackets(bracket[1], bracket[0], listed)
        elif number is not None:
            yield from _of_numbers(number, listed)
        else:
            return
        at = (bracket or number or gap).end()


def _named_before(paper: str, end: int, again: re.Match[str], listed: SourceList) -> NamedSource | None:
    """Return the source that （同上，第13页） behind the place ``end`` means: the one named last, if only one was.

    ``None`` where a title, a year or a mark that cannot be read stands between.
    """
    pages = again["pages"] or ""
    if again["ring"] or again["number"] or _YEAR_ALONE.fullmatch(pages):
        return None
    begin = max(0, end - _REACH)
    told = [one for one in _TELLING.finditer(paper, begin, end) if not _ASIDE.fullmatch(one[0])]
    if not told:
        return None
    bracket, number = _BRACKET.fullmatch(told[-1][0]), _NUMBERS.match(paper, told[-1].start())
    found: list[NamedSource | None] = []
    if bracket is not None and (further := AGAIN.fullmatch(bracket[1].strip())) is not None:
        found = [_named_before(paper, told[-1].start(), further, listed)]
    elif bracket is not None:
        found = [*_in_brackets(bracket[1], bracket[0], listed)]
    elif number is not None:
        found = [*_of_numbers(number, listed)]
    source = found[0] if len(found) == 1 else None
    return source and replace(source, pages=pages_of(pages) if pages else source.pages)


def _in_brackets(words: str, printed: str, listed: SourceList) -> Iterator[NamedSource | None]:
    for part in re.split(r"[;；]", words):
        dated = _dated_pattern().fullmatch(part.strip())
        titled = _titled_pattern().fullmatch(part.strip()) if dated is None else None
        if dated is not None:
            yield from _dated(dated, printed, listed)
        elif titled is not None:
            names = _names(titled["names"]) if titled["names"] else ()
            yield None if names is None else NamedSource(printed, names, titled["title"])
        else:
            yield None


def _dated(found: re.Match[str], printed: str, listed: SourceList) -> Iterator[NamedSource | None]:
    """Yield what a writer and a year name: the entries of the list they are of, otherwise only those two."""
    names, pages = _names(found["names"]), pages_of(found["pages"] or "")
    if names is None:
        yield None
        return
    entries = listed.of_writer(names[0], found["year"])
    yield from (replace(one, printed=printed, pages=pages or one.pages) for one in entries)
    if not entries:
        yield NamedSource(printed, names, year=found["year"], pages=pages)


def _of_numbers(found: re.Match[str], listed: SourceList) -> Iterator[NamedSource | None]:
    marks = (
        [found[3]] if found[3] else [mark for part in _RANGE.finditer(found[1]) for mark in _in_range(part)]
    )
    pages = pages_of(found[2] or "")
    for mark in marks:
        entries = listed.numbered(mark) or (None,)
        yield from (one and replace(one, pages=pages or one.pages) for one in entries)


def _in_range(part: re.Match[str]) -> list[str]:
    first = int(part[1])
    return [str(one) for one in range(first, int(part[2] or first) + 1)]


def _leading(paper: str, start: int, listed: SourceList) -> Iterator[NamedSource | None]:
    """Yield what the words that lead to a quotation name."""
    before = paper[max(0, start - _LOOKED_BACK) : start].rstrip().rstrip('“「『"\uff02').rstrip()
    begin = max((place for place, char in enumerate(before) if char in _ENDS), default=-1)
    lead = before[begin + 1 :].strip()
    writer, title = _writer_pattern().search(lead), _title_pattern().search(lead)
    if writer is not None:
        # What is no name is part of the sentence here: it names nobody, and leaves nothing open.
        names = _names(writer["names"])
        if names is not None and all(is_body(one) or is_family_name(one) or one.isascii() for one in names):
            yield from _dated(writer, lead, listed)
    elif title is not None and (title["at"] or title["by"] or not title["names"] or is_body(title["names"])):
        names = _names(title["names"]) if title["names"] else ()
        yield None if names is None else NamedSource(lead, names, title["title"])


def _names(text: str) -> tuple[str, ...] | None:
    """Return the names of a list of writers; ``None`` where one of them can be none."""
    found = tuple(part for part in _JOINTS.split(text.strip(" ,，")) if part)
    good = all((_HAN.fullmatch(one) or _LATIN.fullmatch(one)) and not _is_nobody(one) for one in found)
    return found if found and good else None


def _is_nobody(name: str) -> bool:
    """Tell whether what stands where a name would names nobody: 图3, 访谈A03."""
    return cue(CITING, "nobody").search(name) is not None or _LATIN_SIGN.search(name) is not None
