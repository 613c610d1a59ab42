"""Whose a figure is not: a clause that goes on before it says what was done, and names nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import LISTED, OF_EACH
from corpus.knowledge.phrases.persons import is_person_name
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class

_GOES_ON: Final = frozenset({"d", "p"})
"""Classes of words that no name begins with: adverbs, prepositions."""
_ENDS_NOTHING: Final = frozenset({"p", "c", "u", "ul"})
_DEEDS: Final = frozenset({"v", "d"})
_POINTS: Final = ("这", "该", "本")
_OF_EACH: Final = LazyPattern(rf"{OF_EACH}(?:超过?|达到?|突破|不足|高于|低于)(?:约|近)?[ ]?$")
"""What says that a figure holds of each of several, right before it."""
_SUMS_UP: Final = frozenset({"累计", "合计", "共计", "总计", "已"})


def without_clause_for_subject(one: Statistic, names: Collection[str]) -> Statistic:
    """Return a figure without the subject that is only the beginning of a clause: 已超过, 累计帮县域, 考核以.

    ``names`` are the companies named in its sentence, which may begin with any word: 居然之家.
    """
    if not one.subject or one.subject == one.region:
        return one
    summed = first_word(one.subject) in _SUMS_UP
    clause = summed or (one.subject not in names and is_clause(one.subject))
    return replace(one, subject="") if clause else one


def without_one_of_each(text: str, one: Statistic) -> Statistic:
    """Return a figure that holds of each of several without the last of them: 四川、广东均超过3000万人次."""
    whose = one.subject or one.region
    before = text[one.evidence.start : one.figure.start] if whose and one.direction is None else ""
    place = before.rfind(whose) if before else -1
    listed = place > 0 and before[:place].rstrip().endswith(LISTED)
    return replace(one, subject="", region="") if listed and _OF_EACH.search(before, place) else one


def is_clause(subject: str) -> bool:
    """Tell whether a phrase tells what is done, or only leads to it, and names nobody."""
    if is_person_name(subject) or subject.startswith(_POINTS):
        return False
    words = plain_words(subject)
    first, last = words[0], words[-1]
    if len(words) == 1:
        return is_word(first) and word_class(first) in _DEEDS
    return word_class(last) in _ENDS_NOTHING or (len(first) > 1 and word_class(first) in _GOES_ON)
