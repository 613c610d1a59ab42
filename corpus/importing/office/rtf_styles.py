"""What LibreOffice writes into an RTF file otherwise than Word: headings told by style or in lists, hidden notes."""

from __future__ import annotations

import re
from typing import Final

from corpus.importing.office.rtf_groups import group_end
from index.lazy_pattern import LazyPattern

_NOTE: Final = LazyPattern(rb"\{\s{0,9}\\\*\s{0,9}(?=\\footnote(?![a-z]))")
"""A note marked as something a reader may leave out if it does not know it."""
_SHEET: Final = LazyPattern(rb"\{\\stylesheet(?![a-z])")
_HEADING: Final = LazyPattern(
    rb"\{\\s(?P<style>\d{1,4})(?![0-9])[^{};]{0,600}?[ ](?:[Hh]eading|\\'b1\\'ea\\'cc\\'e2)[ ](?P<level>[1-6]);\}"
)
"""A style whose name is that of a heading, in English or Chinese."""
_OF_STYLE: Final = LazyPattern(rb"\\s(?P<style>\d{1,4})(?=[\\ {\r\n])")
_LEVELLED: Final = b"\\outlinelevel"
_LEVEL: Final = LazyPattern(rb"\\outlinelevel[0-8](?![0-9])")
_PARAGRAPH_END: Final = LazyPattern(rb"\\par(?![a-z])")
_IN_LIST: Final = LazyPattern(rb"\\ls\d{1,4}(?![0-9])[ ]?")
_NUMBER_SHOWN: Final = LazyPattern(
    rb"\{\\(?:listtext|pntext)(?![a-z])(?P<shown>(?:[^{}]|\{[^{}]*\}){0,400})\}"
)
_SETTING: Final = LazyPattern(rb"\\(?!tab|u-?\d|')[a-z]+-?\d*[ ]?")


def with_notes_shown(data: bytes) -> bytes:
    """Return RTF whose footnotes are such as every reader takes in."""
    return _NOTE.sub(b"{", data) if b"footnote" in data else data


def with_headings_told(data: bytes) -> bytes:
    """Return RTF in which the paragraphs of a heading's style tell their level, where none tells it itself.

    A heading that is numbered as an entry of a list is none of a list: its number becomes its first words.
    """
    sheet = _SHEET.search(data)
    if sheet is None:
        return data
    end = group_end(data, sheet.start())
    if _LEVELLED in data:
        return data[:end] + _out_of_lists(data[end:])
    levels = {one["style"]: int(one["level"]) for one in _HEADING.finditer(data, sheet.start(), end)}
    if not levels:
        return data
    body = _OF_STYLE.sub(
        lambda one: (
            one[0] + b"\\outlinelevel%d" % (levels[one["style"]] - 1) if one["style"] in levels else one[0]
        ),
        data[end:],
    )
    return data[:end] + body


def _out_of_lists(body: bytes) -> bytes:
    """Return a text in which paragraphs with a level are no entries of lists."""
    out: list[bytes] = []
    place = 0
    for end in (*(one.end() for one in _PARAGRAPH_END.finditer(body)), len(body)):
        paragraph = body[place:end]
        if _LEVEL.search(paragraph) and _IN_LIST.search(paragraph):
            number = b"".join(map(_number, _NUMBER_SHOWN.finditer(paragraph)))
            bare = _IN_LIST.sub(b"", _NUMBER_SHOWN.sub(b"", paragraph))
            level = _LEVEL.search(bare)
            behind = level.end() if level else 0
            paragraph = bare[:behind] + number + bare[behind:]
        out.append(paragraph)
        place = end
    return b"".join(out)


def _number(shown: re.Match[bytes]) -> bytes:
    """Return the number a program wrote before a heading as words, nothing where it is only a gap."""
    words = _SETTING.sub(b"", shown["shown"]).replace(b"\\tab", b" ").strip()
    return b"{" + words + b" }" if words else b""
