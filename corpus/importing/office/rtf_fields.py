"""Fields of an RTF file that show something though they have no words of their own, written as what they show."""

from __future__ import annotations

import re
from typing import Final

from corpus.importing.office.eq_fields import is_eq, shown_by_eq
from corpus.importing.office.rtf_groups import AS_THEMSELVES, group_end
from index.lazy_pattern import LazyPattern

_FIELD: Final = LazyPattern(rb"\{\\field\b")
_CODE: Final = LazyPattern(rb"\{(?:\\\*)?\\fldinst\b")
_MAY_BE: Final = LazyPattern(rb"(?i)\\fldinst[^;]{0,200}?\b(?:eq|formcheckbox)\b")
_WORD: Final = LazyPattern(rb"\\(?:\*|[A-Za-z]{1,32}-?\d{0,9}[ ]?)|[{}\r\n]|\\(?P<sign>[\\{}])")
_BOX: Final = LazyPattern(rb"FORMCHECKBOX\b")
_TICKED: Final = LazyPattern(rb"\\ffres(?P<state>\d+)(?:(?!\\ffres).)*?\\ffdefres(?P<first>\d)", re.DOTALL)
_UNTOUCHED: Final = b"25"
"""The state of a box nobody touched: it shows the one it had first."""
_LONGEST: Final = 4000


def with_fields_shown(data: bytes) -> bytes:
    """Return RTF, its letters in UTF-8, whose fields of EQ and boxes to tick are the words and signs they show."""
    if _MAY_BE.search(data) is None:
        return data
    out, place = [], 0
    for field in _FIELD.finditer(data):
        end = group_end(data, field.start(), _LONGEST)
        code = _CODE.search(data, field.start(), end)
        if field.start() < place or code is None:
            continue
        told = data[code.end() : group_end(data, code.start(), _LONGEST) - 1]
        words = _words(told)
        shown = _box(told) if _BOX.search(told) else shown_by_eq(words) if is_eq(words) else ""
        if shown:
            before = data[place : field.start()]
            apart = " " if before[-1:].isdigit() and shown[:1].isdigit() else ""
            place = group_end(data, field.start(), _LONGEST)
            behind = " " if data[place : place + 1].isdigit() and shown[-1:].isdigit() else ""
            out += [before, b"{", f"{apart}{shown}{behind}".translate(AS_THEMSELVES).encode(), b"}"]
    return b"".join((*out, data[place:]))


def _box(told: bytes) -> str:
    """Return the sign of a box to tick."""
    found = _TICKED.search(told)
    state = found and (found["first"] if found["state"] == _UNTOUCHED else found["state"])
    return "☑" if state == b"1" else "□"


def _words(code: bytes) -> str:
    return _WORD.sub(lambda one: one["sign"] or b"", code).decode("utf-8", "replace").strip()
