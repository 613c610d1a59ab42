"""Text boxes of an RTF file, put behind the paragraph they are tied to; one within a cell, at the end of the cell.

Pandoc cuts a paragraph in two where a box is tied to it, loses the cell around one and passes those of old by.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.importing.office.rtf_groups import group_end
from index.lazy_pattern import LazyPattern

_TOKEN: Final = LazyPattern(rb"\\(?P<word>[a-z]{1,32})(?:-?\d{1,9})?[ ]?|\\.|[{}]", re.DOTALL)
_BOX: Final = LazyPattern(rb"\{\s{0,9}(?:\\\*)?\\(?:shp|do)(?![a-z])")
_APART: Final = LazyPattern(
    rb"\{\s{0,9}(?:\\\*)?\\(?:header|footer|pict|object|fonttbl|stylesheet)[a-z]?(?![a-z])"
)
_WORDS: Final = LazyPattern(rb"\{\s{0,9}\\shptxt(?![a-z])[ ]?")
_WORDS_OF_OLD: Final = LazyPattern(rb"\{\s{0,9}\\dptxbxtext(?![a-z])[ ]?")
_IN_LINE: Final = LazyPattern(
    rb"\\(?P<end>par)(?![a-z])[ ]?|\\(?:pard|plain|intbl|nestcell|cell|row)(?![a-z])[ ]?"
)
_MARKS: Final = (b"\\shptxt", b"\\dptxbxtext")


def with_boxes_behind(data: bytes) -> bytes:
    """Return RTF whose text boxes are paragraphs behind the one they are tied to."""
    if not any(mark in data for mark in _MARKS):
        return data
    out: list[bytes] = []
    waiting: list[bytes] = []
    place = at = 0
    while token := _TOKEN.search(data, at):
        at = token.end()
        if token[0] == b"{":
            box = _BOX.match(data, token.start())
            if box is None and _APART.match(data, token.start()) is None:
                continue
            end = group_end(data, token.start())
            if box is not None:
                out.append(data[place : token.start()])
                waiting += _words(data[token.start() : end])
                place = end
            at = end
        elif waiting and token["word"] in (b"par", b"sect"):
            out += [data[place:at], *(b"{\\pard\\plain " + one + b"\\par}" for one in waiting)]
            place, waiting = at, []
        elif waiting and token["word"] in (b"cell", b"nestcell"):
            out += [data[place : token.start()], *(b"{\\line " + _in_line(one) + b"}" for one in waiting)]
            place, waiting = token.start(), []
    rest = data[place:].rstrip(b" \r\n\0")
    if waiting and rest.endswith(b"}"):
        behind = b"\\par" + b"".join(b"{\\pard\\plain " + one + b"\\par}" for one in waiting)
        return b"".join([*out, rest[:-1], behind, b"}"])
    return b"".join([*out, data[place:]])


def _words(box: bytes) -> list[bytes]:
    """Return the words of the boxes within a group; the old form of a box only where there is no other."""
    for form in (_WORDS, _WORDS_OF_OLD):
        found: list[bytes] = []
        end = 0
        for one in form.finditer(box):
            if one.start() >= end:
                end = group_end(box, one.start())
                found.append(box[one.end() : end - 1])
        if found:
            return found
    return []


def _in_line(words: bytes) -> bytes:
    """Return the words of a box as lines of the cell they are put into."""
    return _IN_LINE.sub(lambda one: b"\\line " if one["end"] else b"", words)
