"""What LibreOffice writes into an RTF file otherwise than Word: headings told by their style alone, hidden notes."""

from __future__ import annotations

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


def with_notes_shown(data: bytes) -> bytes:
    """Return RTF whose footnotes are such as every reader takes in."""
    return _NOTE.sub(b"{", data) if b"footnote" in data else data


def with_headings_told(data: bytes) -> bytes:
    """Return RTF in which the paragraphs of a heading's style tell their level; as it is where any tells it itself."""
    sheet = _SHEET.search(data)
    if sheet is None or _LEVELLED in data:
        return data
    end = group_end(data, sheet.start())
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
