"""What a sentence of a library says to a figure of a paper: whether it differs, is of another time, or says nothing."""

from __future__ import annotations

from typing import Final

from corpus.audit.compared.number_standing import NumberStanding, Surroundings, compare_number
from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.verdict import Verdict
from corpus.knowledge.cues.tables import cue
from corpus.model.context import DocumentContext
from index.lazy_pattern import LazyPattern

_A_THIRD: Final = 0.33
_HALF_SPOKEN_OF: Final = 0.5
_NEARLY_ALL: Final = 0.8
_SAME_THING: Final = 0.6
"""Share of it that a sentence must speak of to contradict it."""
_TOPICS: Final = 3
"""Pairs of characters that must say what a number is about before another number can contradict it."""
_LOOKS_BACK: Final = LazyPattern(
    r"(?<![较比与])(?:上年|去年)|前年|上期|同期|以来|历年|往年|当年|同年|该年|至今|\d年"
)


def is_aimed(sentence: str) -> bool:
    """Tell whether a sentence speaks of an aim: what is aimed at and what came of it are two things."""
    return cue("statements", "aimed").search(sentence) is not None


def is_of_another_year(
    standing: NumberStanding, number: Number, stretch: str, around: DocumentContext
) -> bool:
    """Tell whether a sentence that names no year stands in an account of another year than the one stated."""
    told = {str(year) for year in (around.year, around.reported) if year is not None}
    return bool(
        number.years
        and not standing.dated
        and told
        and told.isdisjoint(number.years)
        and (standing.arrived or not _LOOKS_BACK.search(stretch))
    )


def says_nothing(standing: NumberStanding) -> bool:
    """Tell whether a sentence has no comparable number, or only the same number of another kind of thing."""
    of_other_kind = standing.other_kind and not standing.same_thing
    return standing.verdict is Verdict.NOT_FOUND or (standing.verdict is Verdict.SAME and of_other_kind)


def differs(standing: NumberStanding, number: Number) -> bool:
    """Tell whether a sentence gives another number for the same thing and time."""
    return (
        standing.verdict is Verdict.CHANGED
        and standing.close >= _SAME_THING
        and standing.dated
        and standing.same_thing
        and _says_enough(number.topics)
    )


def _says_enough(topics: frozenset[str]) -> bool:
    """Tell whether enough character pairs, or a word in Latin letters, name a number's topic."""
    return sum(_TOPICS if one.isascii() and len(one) >= _TOPICS else 1 for one in topics) >= _TOPICS


def is_beside(
    standing: NumberStanding, number: Number, sentence: str, stretch: str, around: Surroundings
) -> bool:
    """Tell whether a differing number is the other end of a clause whose stated end agrees: 由4200元提高到5800元."""
    if not (standing.verdict is Verdict.CHANGED and standing.same_thing and standing.dated):
        return False
    clause = clause_of(sentence, number.span)
    return any(
        len(one.digits) > 1
        and one.unit == number.unit
        and one.movement.begins != number.movement.begins
        and clause.start <= one.span.start < clause.end
        and compare_number(one, sentence, stretch, around).verdict is Verdict.SAME
        for one in numbers_in(sentence)
    )


def is_undated(standing: NumberStanding, number: Number) -> bool:
    """Tell whether a number without a year differs from one whose topic is nearly the same."""
    return (
        not number.years
        and standing.verdict is Verdict.CHANGED
        and standing.same_thing
        and standing.close >= _NEARLY_ALL
        and _says_enough(number.topics)
    )


def stands_otherwise(standing: NumberStanding) -> bool:
    """Tell whether the same digits stand there with another year, subject, unit or direction."""
    return standing.telling and standing.close >= (_A_THIRD if standing.same_thing else _HALF_SPOKEN_OF)
