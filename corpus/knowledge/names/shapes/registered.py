"""Registered names as far as they go: with their legal form, and from the place or the own part they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.document.places import PROVINCES
from corpus.knowledge.names.shapes.boundaries import is_place, place_length, run_start
from corpus.knowledge.names.shapes.registered_own import cut_off, lead_of, own_length
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.model.span import Span
from index.segment.quick import plain_words

_COUNTRY: Final = "中国"
_FAR: Final = 14
"""So far before the rest of a name its first word is looked for, in code points."""
_BETWEEN: Final = frozenset("的是了在于向由被对与为将以至或等及系从")
"""Single characters that end what stands before a name."""
_FIRST: Final = "中"
"""At the head of a clause this is the first character of a name: 中|铁山桥, 中|海外."""
_INSIDE: Final = "和"
_OWN: Final = 6
"""No own part is longer, in code points."""
_HEAD: Final = 4
_OF_A_PLACE: Final = frozenset("省市县区")
_PLACE_NAME: Final = 2
"""So long most names of places are without what they are, in code points."""
_PARTS: Final = frozenset({"城市", "股权", "连锁"})
"""Words of trades that stand in no list."""
_JOINS: Final = frozenset(
    {"子公司", "公司", "股东", "原告", "被告", "第三人", "关于", "同意", "所属", "下属", "旗下", "收购"}
)


def registered(text: str, span: Span) -> Span:
    """Return a name with the legal form behind it and, where only words of trades are left of it, from its head on.

    资本投资集团 of 融众资本投资集团有限公司; empty where its head is nowhere near.
    """
    legal = _rest().match(text, span.end)
    span = Span(span.start, legal.end()) if legal else span
    form = next((one for one in _forms() if text.endswith(one, span.start, span.end)), "")
    if not form:
        return span
    own = plain_words(text[span.start : span.end - len(form)])
    begin = run_start(text, max(0, span.start - _FAR), span.start)
    before = text[begin : span.start]
    torn = (
        text[span.start - 1 : span.start + 1] in _places()
        and text[span.start : span.start + 2] not in _places()
    )
    if before == _FIRST or torn:
        return Span(span.start - 1, span.end)
    if own and len(own[0]) == 1 and (start := _of_place(before, own[0])):
        return Span(span.start - start, span.end)
    if own and len(own[0]) == 1 and (missing := cut_off(plain_words(before))):
        return Span(span.start - missing, span.end)
    if any(word not in _general() for word in own):
        lead = lead_of(span.of(text))
        return Span(span.start + lead, span.end)
    length = (
        _from_place(before)
        or own_length(plain_words(before))
        or _own_part(plain_words(before))
        or _whole_run(text, begin, before)
    )
    length += before[:-length] == _FIRST if length else 0
    return Span(span.start - length, span.end) if length else Span(span.end, span.end)


@cache
def _rest() -> re.Pattern[str]:
    """Return the legal form behind a name, with the words of trades before it."""
    trades = expression_of(word for word in _general() if len(word) > 1)
    return re.compile(rf"(?:{trades}){{0,3}}(?:{any_of('legal').pattern})")


@cache
def _forms() -> tuple[str, ...]:
    """Return the legal forms, the longest first."""
    return tuple(sorted(listed("legal"), key=lambda form: (-len(form), form)))


@cache
def _general() -> frozenset[str]:
    """Return the words that say what companies do or are, and name none."""
    return _PARTS.union(
        *(listed(name) for name in ("strong", "weak", "inner", "trades", "barred", "everyday"))
    )


@cache
def _places() -> frozenset[str]:
    return frozenset({*PROVINCES, *listed("cities"), _COUNTRY})


def _of_place(before: str, first: str) -> int:
    """Return how many characters back a name with a single character at its head goes: 上海中|城联盟, 常州和|泰.

    One character stands between it and a place, or it begins with what kind of place the two before name.
    """
    if not before or first in _BETWEEN:
        return 0
    if first in _OF_A_PLACE:
        return _place_before(before)
    if before[-1] in "中和":
        placed = place_length(plain_words(before[:-1]))
        return placed + 1 if placed else 0
    return 0


def _place_before(before: str) -> int:
    """Return how long the name of a place is before what kind it is, with larger places before it: 沪江市|奉宁."""
    length = _PLACE_NAME if len(before) >= _PLACE_NAME else 0
    length += place_length(plain_words(before[:-length])) if length else 0
    larger = length and before[-length] in _OF_A_PLACE
    return length + _place_before(before[:-length]) if larger else length


def _from_place(before: str) -> int:
    """Return how many characters back the nearest place begins from which a name may go: 上海|瑞一|医药科技."""
    for place in reversed(range(len(before) - 1)):
        if before[place] in _BETWEEN:
            return 0
        for length in (3, 2):
            if before[place : place + length] in _places() and not _joined(before[place + length :]):
                return len(before) - place
    return 0


def _joined(between: str) -> bool:
    return any(one in between for one in _JOINS) or between.startswith(_INSIDE)


def _own_part(words: Sequence[str]) -> int:
    """Return the length of the words at the end of some that may be the own part of a name: 融众, 大唐|辉煌."""
    length = 0
    for word in reversed(words):
        ends = word in _BETWEEN or word in _JOINS or word in listed("verbs") or word == _INSIDE
        if ends or not word.isalpha() or length + len(word) > _OWN:
            break
        length += len(word)
        if is_place(word) and length > len(word):
            break
    return length if length > 1 else 0


def _whole_run(text: str, begin: int, before: str) -> int:
    """Return the length of a whole short run of words, where a clause begins with it: 新合作."""
    words = plain_words(before)
    opens = begin == 0 or not text[begin - 1].isalnum()
    short = len(words) > 1 and len(before) <= _HEAD
    return len(before) if opens and short and not (_BETWEEN | _JOINS).intersection(words) else 0
