"""Normalising metric and subject by their words: what only leads to a measure, only moves it, or names nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.phrases.metrics import worded_by
from corpus.knowledge.phrases.own_names import tells_of_doing
from corpus.knowledge.phrases.people import is_people
from corpus.knowledge.phrases.persons import is_person_name
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_SHORTEST: Final = 2
_MEASURES: Final = frozenset("率量额值数价")
_MONEY: Final = ("元", "股")
_FURTHER: Final = LazyPattern(r"及其|[、和与及]")
"""Between somebody and who is told of together with them: 杜若谦及其配偶."""
_PRONOUNS: Final = frozenset("其它他她")


def with_normal_words(one: Statistic) -> Statistic:
    """Return a figure with its metric by the measure's own words, and without a subject that is nobody."""
    metric, region = _of_measure(one.metric), one.region
    if not (region or one.subject):
        region, metric = _in_part_of_country(metric)
    subject = "" if is_nobody(one.subject) else one.subject
    same = (metric, region, subject) == (one.metric, one.region, one.subject)
    return one if same else replace(one, metric=metric, region=region, subject=subject)


def names_only(one: Statistic) -> bool:
    """Tell whether a metric only names an owner, or is a mere connective, so that nothing says what is measured."""
    words = plain_words(one.metric)
    person = (
        is_person_name(one.metric)
        and not METRIC_HEAD.search(one.metric)
        and not any(len(word) > 1 and is_word(word) for word in words)
    )
    joins = bool(words) and len(words[-1]) > 1 and word_class(words[-1]) == "p"
    return person or joins or (one.metric == one.subject and one.unit.endswith(_MONEY))


def is_another(body: str, subject: str) -> bool:
    """Tell whether a body is of the same kind as the subject before it and another one: 临海队 beside 青岚队."""
    return bool(subject) and body[-1:] == subject[-1:] and body not in subject and subject not in body


def is_nobody(subject: str) -> bool:
    """Tell whether a subject names nobody: a time, a word that points back, a clause cut off."""
    first = _FURTHER.split(subject)[0]
    subject = first if subject.startswith(f"{first}及其") or ends_as_company(first) else subject
    words = plain_words(subject)
    if not words:
        return False
    if words[0] in worded_by("times") or subject == "其" or (subject[-1] in _PRONOUNS and len(subject) > 1):
        return True
    if words[0] in listed("towards") and len(words) > 1:
        return True
    return tells_of_doing(subject) and not is_people(subject) and not METRIC_HEAD.search(subject)


@lru_cache(maxsize=4096)
def _of_measure(metric: str) -> str:
    """Return a metric without verbs before its measure and movers behind it: 力争营业收入, 发电量降."""
    words = plain_words(metric)
    while len(words) > 1 and words[0] in worded_by("leads") and "的" not in words:
        words = words[1:]
    for place, word in enumerate(words):
        if word in worded_by("after") and words[-1][-1] in _MEASURES and place + 1 < len(words):
            words = words[place + 1 :]
            break
    kept = "".join(words[:-1])
    if kept and words[-1] in worded_by("moves") and (METRIC_HEAD.search(kept) or kept[-1] in _MEASURES):
        words = words[:-1]
    plain = "".join(words)
    return plain if len(plain) >= _SHORTEST and len(plain) < len(metric) else metric


def _in_part_of_country(metric: str) -> tuple[str, str]:
    """Return the part of the country a measure begins with, and the measure: 西北新能源装机 → 西北, 新能源装机."""
    words = plain_words(metric)
    rest = "".join(words[1:]).removeprefix("地区").lstrip("的")
    if words and words[0] in worded_by("parts") and METRIC_HEAD.search(rest) and len(rest) > _SHORTEST:
        return words[0], rest
    return "", metric
