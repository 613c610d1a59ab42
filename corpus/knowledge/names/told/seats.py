"""Firms called by where they are and what they do, without a word of their own: 宁波市电力开发公司."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.known.known_names import known_in
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_place, run_start
from corpus.knowledge.phrases.company_words import forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_ENDS: Final = ("公司", "集团")
_WINDOW: Final = 16
_DOES: Final = LazyPattern(
    r"(?:开发|经营|管理|投资|运营|建设|发展|实业|贸易|进出口|担保|控股|资产|总|集团|国资|服务|供应|储运|运输|企业|消费金融|融资租赁)$"
)
"""What the last word before 公司 says of a firm that was founded to do it, and of no kind of firms."""
_WHICH: Final = frozenset(
    {"龙头", "骨干", "重点", "国有", "民营", "上市", "规模", "外资", "产业化", "龙头企业", "下属", "所属"}
)
"""Words that say which firms of a place are told of."""
_OF_TRADE: Final = ("n", "vn", "nz", "b", "j")
_LED: Final = ("p", "c", "u", "v", "d", "x", "f")
"""Classes of words that stand right before a name."""
_SHORTEST: Final = 4
_FULL: Final = 2


def by_seat(text: str) -> Iterator[Span]:
    """Yield the places of firms called by a place, a trade and what they were founded to do, and of firms of record.

    A firm of record is one the dictionary has as a body: 信达资产管理公司.
    """
    for form in forms_in(text):
        if form[0] not in _ENDS or text.startswith(_ENDS, form.end()):
            continue
        begin = run_start(text, max(0, form.end() - _WINDOW), form.start())
        if form.end() - begin < _SHORTEST + _FULL:
            continue
        body = plain_words(text[begin : form.end()])[-1]
        if word_class(body) == "nt" and len(body) >= _SHORTEST + _FULL:
            yield Span(form.end() - len(body) + _country_before(body), form.end())
        elif _DOES.search(text, begin, form.start()) and (
            length := _length(plain_words(text[begin : form.start()]))
        ):
            yield Span(form.start() - length, form.end())


def _length(words: Sequence[str]) -> int:
    """Return how many characters at the end of some words are a place and the trades of its firm, 0 for others."""
    first = len(words)
    while first and not _is_seat(words[first - 1]):
        first -= 1
        if not _is_trade(words[first]) and not (len(words[first]) == _FULL and _is_seat(words[first - 1])):
            return 0
    trades = len("".join(words[first:]))
    if not first or trades < (_FULL if words[first - 1][-1] in "市县区" else _SHORTEST):
        return 0
    first -= 1
    while first and is_place(words[first]) and is_place(words[first - 1]):
        first -= 1
    led = not first or words[first - 1] in listed("verbs") or word_class(words[first - 1]).startswith(_LED)
    return len("".join(words[first:])) if led else 0


def _country_before(body: str) -> int:
    """Return the length of the country a body begins with that is a widely known company: 美国 of 美国波音公司."""
    return next((length for length in (2, 3, 4) if known_in(body[length:])), 0)


def _is_seat(word: str) -> bool:
    """Tell whether the trade of a firm may stand behind a word: behind a place, or a name of its own."""
    return is_place(word) or is_large_place(word) or (not is_word(word) and _FULL <= len(word) < _SHORTEST)


def _is_trade(word: str) -> bool:
    """Tell whether a word may say what a firm does."""
    if word in _WHICH:
        return False
    trade = any(word in listed(name) for name in ("inner", "weak", "strong"))
    return trade or (len(word) >= _FULL and is_word(word) and word_class(word).startswith(_OF_TRADE))
