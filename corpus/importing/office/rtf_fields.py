"""Fields of an RTF file that show something though they have no words of their own, written as what they show."""

from __future__ import annotations

from typing import Final

from corpus.importing.office.eq_fields import is_eq, shown_by_eq
from corpus.importing.office.rtf_groups import group_end
from index.lazy_pattern import LazyPattern

_FIELD: Final = LazyPattern(rb"\{\\field\b")
_CODE: Final = LazyPattern(rb"\{(?:\\\*)?\\fldinst\b")
_MAY_BE: Final = LazyPattern(rb"(?i)\\fldinst[^;]{0,200}?\beq\b")
_WORD: Final = LazyPattern(rb"\\(?:\*|[A-Za-z]{1,32}-?\d{0,9}[ ]?)|[{}\r\n]|\\(?P<sign>[\\{}])")
_LONGEST: Final = 4000
_ESCAPED: Final = str.maketrans({"\\": "\\\\", "{": "\\{", "}": "\\}"})


def with_eq_shown(data: bytes) -> bytes:
    """Return RTF, its letters in UTF-8, whose fields of EQ are the words they show."""
    if _MAY_BE.search(data) is None:
        return data
    out, place = [], 0
    for field in _FIELD.finditer(data):
        end = group_end(data, field.start(), _LONGEST)
        code = _CODE.search(data, field.start(), end)
        if field.start() < place or code is None:
            continue
        words = _words(data[code.end() : group_end(data, code.start(), _LONGEST) - 1])
        shown = shown_by_eq(words) if is_eq(words) else ""
        if shown:
            before = data[place : field.start()]
            apart = " " if before[-1:].isdigit() and shown[:1].isdigit() else ""
            place = group_end(data, field.start(), _LONGEST)
            behind = " " if data[place : place + 1].isdigit() and shown[-1:].isdigit() else ""
            out += [before, b"{", f"{apart}{shown}{behind}".translate(_ESCAPED).encode(), b"}"]
    return b"".join((*out, data[place:]))


def _words(code: bytes) -> str:
    return _WORD.sub(lambda one: one["sign"] or b"", code).decode("utf-8", "replace").strip()
