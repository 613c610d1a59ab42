"""Over how many years something is told to have grown: four of 四年间翻了一番, one of 同比增长."""

from __future__ import annotations

from typing import Final

from corpus.audit.numbers.clauses import clause_around
from corpus.audit.numbers.number import Number
from corpus.text.numbers.found_dates import whole_number
from index.lazy_pattern import LazyPattern

_LONG: Final = LazyPattern(
    r"(?<![\d第前后])(?P<count>[两二三四五六七八九十]{1,2}|\d{1,2})个?(?:财)?年(?:之?[间内]|以?来|累计)"
)
_YEARLY: Final = LazyPattern(r"同比|(?:[比较]|相[较比]于?)(?:上一?|去|前一)财?年|(?<![\d一-鿿])一年[间内来]")
_BASE: Final = LazyPattern(
    r"(?:(?<![占环对])[比较](?![重例率价])|[自从与和同]|相[较比]于?)\s?(?P<year>(?:19|20)\d\d)\s?财?年"
)
_BASE_NAMED: Final = LazyPattern(
    r"(?:(?<![占环对])[比较](?![重例率价])|相[较比]于?)(?:[\u4e00-\u9fff]{1,8}的)?\s?((?:19|20)\d\d)\s?财?年"
)
_SENTENCE_END: Final = LazyPattern(r"[。！？!?；;\n]")
_LOOKED_BACK: Final = 80
_ONE_YEAR: Final = 1


def are_of_two_spans(stated: Number, sentence: str, known: Number, text: str) -> bool:
    """Tell whether two growths are surely of two stretches of time: of four years, and of the last of them.

    A growth that is stated of one year, and of no stretch, is of that year.
    """
    if not (stated.movement.by and known.movement.by):
        return False
    based, based_there = (_base_of(*one) for one in ((stated, sentence), (known, text)))
    if based and based_there:
        return based != based_there
    mine, theirs = _years_of(stated, sentence), _years_of(known, text)
    if mine is None and stated.years and _BASE.search(_before(stated, sentence)) is None:
        mine = _ONE_YEAR if theirs is not None and theirs > _ONE_YEAR else None
    return mine is not None and theirs is not None and mine != theirs


def _years_of(number: Number, text: str) -> int | None:
    """Return over how many years a number is told to have grown; ``None`` where nothing says it."""
    start, _ = clause_around(text, number.span)
    before = _before(number, text)
    clause = text[start : number.span.start]
    based = list(_BASE.finditer(before))
    if _YEARLY.search(clause):
        return _ONE_YEAR
    if based and len(number.years) == 1:
        years = int(min(number.years)) - int(based[-1]["year"])
        return years if years > 0 else None
    found = list(_LONG.finditer(before))
    return whole_number(found[-1]["count"]) if found else None


def _base_of(number: Number, text: str) -> str:
    """Return the year the clause of a number names last as what it is compared with."""
    start, _ = clause_around(text, number.span)
    named = _BASE_NAMED.findall(text[start : number.span.start])
    return named[-1] if named else ""


def _before(number: Number, text: str) -> str:
    """Return what its sentence says before a number."""
    return _SENTENCE_END.split(text[max(0, number.span.start - _LOOKED_BACK) : number.span.start])[-1]
