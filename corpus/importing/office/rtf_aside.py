"""What an RTF file says beside its text: comments, put at its end, and tables of contents, which are left out."""

from __future__ import annotations

from typing import Final

from corpus.importing.office.rtf_groups import group_end
from index.lazy_pattern import LazyPattern

_MARKS: Final = (b"\\annotation", b"TOC")
_PART: Final = LazyPattern(
    rb"(?P<comment>\{\s{0,9}\\\*\s{0,9}\\annotation(?![a-z]))"
    rb"|\{\\field(?![a-z])[^{}]{0,40}\{(?:\\\*)?\\fldinst[^A-Z]{0,400}TOC(?![A-Za-z])"
)
_INSIDE: Final = LazyPattern(
    rb"\{\s{0,9}\\\*|\\par(?![a-z])[ ]?|\\(?:pard|chatn|cell|row|intbl)(?![a-z])[ ]?"
)
_NUMBERED: Final = rb"{\pard\plain\uc1 [\u25209?\u27880?%d] "
"""Opens a line of its own that begins with 批注 and its number."""


def with_comments_behind(data: bytes) -> bytes:
    """Return RTF whose comments are numbered lines at its end, without the contents made of its headings."""
    if not any(mark in data for mark in _MARKS):
        return data
    out: list[bytes] = []
    comments: list[bytes] = []
    place = 0
    for part in _PART.finditer(data):
        if part.start() < place:
            continue
        out += [data[place : part.start()], b"{}"]
        place = group_end(data, part.start())
        if part["comment"]:
            comments.append(_words(data[part.end() : place - 1]))
    rest = data[place:].rstrip(b" \r\n\0")
    told = [words for words in comments if words]
    if told and rest.endswith(b"}"):
        lines = (_NUMBERED % number + words + b"\\par}" for number, words in enumerate(told, start=1))
        return b"".join([*out, rest[:-1], b"\\par", *lines, b"}"])
    return b"".join([*out, data[place:]])


def _words(inside: bytes) -> bytes:
    """Return the words of a comment as one line, without what names its author, its day and its place."""
    kept: list[bytes] = []
    place = 0
    for one in _INSIDE.finditer(inside):
        if one.start() < place:
            continue
        aside = one[0].startswith(b"{")
        kept += [inside[place : one.start()], b"{}" if aside else b"{ }"]
        place = group_end(inside, one.start()) if aside else one.end()
    return b"".join([*kept, inside[place:]]).strip()
