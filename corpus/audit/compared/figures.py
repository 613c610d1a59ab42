"""Comparing the numbers of a sentence with those of a source: value, unit, rounding, bounds and direction.

Of the numbers of a source the one is meant whose words are most like those told with the stated number, on both
sides; it decides. So 男性占58.3% is wrong where 58.3% are the women, though the number stands there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from corpus.audit.compared.pairs import LEAST, NEARLY, Pair, paired, sentence_of, share_of
from corpus.audit.names.names import is_one_of, names_in
from corpus.audit.names.substituted_names import has_substituted_name
from corpus.audit.numbers.clauses import CLAUSE_ENDS, clause_around, clause_of
from corpus.audit.numbers.counting import (
    count_other_things,
    counts_alike,
    is_comparable,
    is_misprint_of,
    is_of_another_order,
)
from corpus.audit.numbers.dating import in_modern_writing, told_of_year_before, years_in
from corpus.audit.numbers.halves import HALVES
from corpus.audit.numbers.inclusions import holds_more, inclusions_of
from corpus.audit.numbers.number import RANK, Number, begin
from corpus.audit.numbers.rivals import is_of_rival
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.numbers.topics import is_part_of_other, may_be_same
from corpus.audit.reckoned.balances import derived_from_parts
from corpus.audit.reckoned.changes import derived_from_change, follows
from corpus.audit.reckoned.shares import derived_from
from corpus.audit.verdict import Verdict
from corpus.knowledge.phrases.regions import REGION
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_DENIAL: Final = LazyPattern(r"不准确|不属实|不实|有误|误传|谣言|谣传|并非|而不是|不是事实|说法不对")
_RECKONED: Final = LazyPattern(
    r"合计|共计|总计|之和|加起来|[比较]|[高低多少超]出|[高低]于|相差|差距|差额|自然|净|结余|[顺逆]差"
)
"""What may tell a number that follows from two sentences of a source."""
_SHARE_OF_NONE: Final = LazyPattern(r"^[^占]*(?:比重|占比|比例|份额)")
_WHOLE: Final = LazyPattern(r"占([^，,。；;占]{2,16}?)(?:的|比重)")
_PLACE_AT_HEAD: Final = LazyPattern(rf"(?:[而但]|同期|其中)?(?P<place>{REGION.pattern})")
_ONE: Final = "一"
_MOSTLY: Final = 0.6
_CLOSE: Final = 0.2
"""So much less like may be one that agrees and has all the words of the stated one beside it."""
_MOST: Final = 80
"""Numbers of a source that one is looked at beside: those in its own digits first, then those of most of its words."""


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """How the figures of a sentence stand to a source: the verdict and the stretch of the source."""

    verdict: Verdict
    source: Span | None


@dataclass(frozen=True, slots=True)
class Source:
    """What a number is compared with: the numbers of a text from ``start`` on, and the year its document tells of."""

    text: str
    known: tuple[Number, ...]
    start: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """How a number stands to a source, by the number of it that is meant."""

    verdict: Verdict
    meant: Pair | None = None
    other: bool = False
    """Whether the very number stands there otherwise, one that cannot be so by chance."""
    half: bool = False
    """Whether it stands there of the other half of the whole."""
    reckoned: bool = False
    """Whether it follows from two numbers that stand there."""


def compare_figures(sentence: str, source: str) -> FigureComparison | None:
    """Return how the figures of ``sentence`` stand to ``source``; ``None`` where the sentence has none."""
    stated = _counted(numbers_in(sentence), sentence)
    if not stated:
        return None
    sentence, source = in_modern_writing(sentence), in_modern_writing(source)
    known = source_of(source)
    told = [standing_to(one, sentence, known) for one in stated]
    placed = [one for one in told if one.meant is not None]
    if not placed:
        return FigureComparison(Verdict.NOT_FOUND, None)
    wrong = [one for one in placed if one.verdict is Verdict.CHANGED]
    shown = max(wrong or placed, key=lambda one: one.meant.likeness if one.meant else 0.0)
    verdict = Verdict.CHANGED if wrong else Verdict.SAME
    return FigureComparison(verdict, sentence_of(source, shown.meant.known.span) if shown.meant else None)


def _counted(stated: Sequence[Number], sentence: str) -> list[Number]:
    """Return the numbers that state something, without 一 of 一位女工一天踩12000下, which only introduces them."""
    told = [one for one in stated if one.unit or one.span.of(sentence) != _ONE]
    return told or list(stated)


def source_of(
    text: str, start: int = 0, year: int | None = None, season: tuple[int, int] | None = None
) -> Source:
    """Return a text with the numbers it states from ``start`` on.

    ``year`` is the one its document tells of, ``season`` the months, where it is of a part of a year.
    """
    known = (one for one in numbers_in(text, start) if not _denied(text, one.span))
    if season is not None:
        known = (one if one.season else replace(one, season=season) for one in known)
    return Source(text, tuple(told_of_year_before(one, text, year) for one in known), start, year)


def standing_to(stated: Number, sentence: str, source: Source, told: str = "") -> Told:
    """Return how one number stands to those of a source; ``told`` is its sentence without whom the source names."""
    told = told or sentence
    text = source.text
    undated = source.year is None and not years_in(text)
    pairs = _pairs_of(stated, sentence, source)
    left_open = max((one.likeness for one in pairs if _leaves_open(one.known, stated)), default=0.0)
    pairs = [one for one in pairs if not _leaves_open(one.known, stated)]
    pairs = [one for one in pairs if not (_is_unnamed_among(one, pairs) or _is_less_than_meant(one, pairs))]
    meant = _meant([one for one in pairs if one.timely and counts_alike(stated, one.known)])
    for one in meant:
        told_of = one.likeness >= left_open - NEARLY or one.is_wholly_told
        if one.agrees and told_of and _is_spoken_of(one, stated) and not _are_opposite(stated, one.known):
            return Told(Verdict.SAME, one)
    part = _reckoned_from(stated, told, source)
    if part is not None and not _apart(*_heard(stated, sentence), text, part):
        return Told(Verdict.SAME, paired(stated, sentence, part, text), reckoned=True)
    silent = undated and bool(stated.years)  # no year of a source, none that it contradicts
    against = (one for one in meant if not silent and _is_contradicted(one, stated, sentence, told, text))
    changed = next(against, None)
    return Told(Verdict.CHANGED, changed) if changed else _told_otherwise(stated, pairs)


def _pairs_of(stated: Number, sentence: str, source: Source) -> list[Pair]:
    """Return the numbers of a source that a stated one may be held against, each beside it."""
    head, start = _heard(stated, sentence)
    held = inclusions_of(sentence, stated.span)
    pairs = (
        paired(stated, sentence, one, source.text)
        for one in _likest(stated, source.known)
        if not _apart(head, start, source.text, one)
        and (stated.agrees(one) or not is_of_rival(stated, sentence, one, source.text))
    )
    return [
        replace(one, agrees=False) if _came_the_other_way(stated, one.known, source) else one
        for one in pairs
        if not holds_more(held, inclusions_of(source.text, one.known.span))
    ]


def _heard(stated: Number, sentence: str) -> tuple[str, int]:
    """Return a sentence up to the end of a number's clause, and where that begins: what follows names others."""
    start, end = clause_around(sentence, stated.span)
    return sentence[:end], start


def _is_contradicted(pair: Pair, stated: Number, sentence: str, told: str, text: str) -> bool:
    """Tell whether a number of the source, told of the same thing, says that the stated one is wrong."""
    known = pair.known
    same_thing = stated.unit == RANK or (
        pair.theirs >= LEAST and may_be_of_one_thing(stated, (told, sentence), text, known)
    )
    # By how much something changed in its own unit is never what it stands at.
    moved = known.movement
    moved_alike = stated.unit == "%" or moved.by == stated.movement.by or moved.way or moved.begins
    return pair.mine >= LEAST and same_thing and bool(moved_alike) and not _is_of_something_else(pair, stated)


def _told_otherwise(stated: Number, pairs: Sequence[Pair]) -> Told:
    """Return the very number, told of another year, in another unit or of another thing; or that there is none."""
    least = LEAST if len(stated.digits) > 1 else _MOSTLY
    other = [
        one
        for one in pairs
        if (
            one.mine >= least
            and (one.agrees or one.known.digits == stated.digits or is_misprint_of(stated, one.known))
        )
        or (one.agrees and stated.is_telling and _are_opposite(stated, one.known))
        or (one.mine >= LEAST and one.timely and stated.is_bounded_against(one.known))
    ]
    best = max(other, key=lambda one: one.likeness, default=None)
    if best is None:
        return Told(Verdict.NOT_FOUND)
    half = _are_opposite(stated, best.known)
    return Told(Verdict.CHANGED, best, other=best.timely or stated.is_telling, half=half)


def _likest(stated: Number, known: Sequence[Number]) -> list[Number]:
    """Return, in order, the numbers a stated one may be compared with; of very many those most like it at a glance."""
    told = [one for one in known if is_comparable(stated, one)]
    if len(told) <= _MOST:
        return told
    near = stated.near or stated.topics
    spoken = stated.beside | stated.around | stated.topics
    digits = stated.digits

    def rated(at: int) -> tuple[bool, float]:
        one = told[at]
        alike = share_of(near, one.beside) + share_of(near, one.around) + share_of(one.near, spoken)
        return one.digits == digits, alike

    foremost = sorted(range(len(told)), key=rated, reverse=True)[:_MOST]
    return [told[at] for at in sorted(foremost)]


def _reckoned_from(stated: Number, sentence: str, source: Source) -> Number | None:
    """Return a number of a source from which a number follows with another; ``None`` where it follows from none.

    One of them may stand in front of the stretch that is looked at, not both.
    """
    found = _reckoned(stated, sentence, source, source.known)
    if found is not None or not (source.start and _RECKONED.search(sentence)):
        return found
    known = source_of(source.text, 0, source.year).known
    found = _reckoned(stated, sentence, source, known)
    earlier = [one for one in known if one.span.start < source.start]
    return None if found is None or _reckoned(stated, sentence, source, earlier) else found


def _reckoned(stated: Number, sentence: str, source: Source, known: Sequence[Number]) -> Number | None:
    return (
        derived_from(stated, sentence, known)
        or derived_from_change(stated, sentence, known, source.text, source.year)
        or derived_from_parts(stated, sentence, known, source.text)
    )


def may_be_of_one_thing(stated: Number, told: tuple[str, str], text: str, known: Number) -> bool:
    """Tell whether two numbers may be numbers of the same thing.

    ``told`` is the sentence without whom the source names, and with: a source that names it again is like the latter.
    """
    there = _without_whole(stated, told[1], text, known)
    at, beyond = stated.span.start, known.span.start
    each = tuple(dict.fromkeys(told))
    return any(may_be_same(one, at, there, beyond) for one in each) and not all(
        is_part_of_other(one, at, there, beyond) for one in each
    )


def _without_whole(stated: Number, sentence: str, text: str, known: Number) -> str:
    """Return a source without the whole of its share, where the sentence names no whole for its own: 煤炭消费比重."""
    if _SHARE_OF_NONE.search(clause_of(sentence, stated.span).of(sentence)) is None:
        return text
    start, _ = clause_around(text, known.span)
    whole = _WHOLE.search(text, start, known.span.start)
    return f"{text[: whole.start(1)]}{' ' * len(whole[1])}{text[whole.end(1) :]}" if whole else text


def _came_the_other_way(stated: Number, known: Number, source: Source) -> bool:
    """Tell whether a sentence says a level was risen to and the source that it had fallen: 413件，比上年减少96件."""
    if not stated.movement.way or stated.movement.by or known.movement.by or known.movement.way:
        return False
    ways = set()
    at = bisect_left(source.known, known.span.start, key=begin)
    for one, other in pairwise(islice(source.known, at, None)):
        if not (other.movement.by and other.movement.way and follows(one, other, source.text)):
            break
        ways.add(other.movement.way)
    return bool(ways) and stated.movement.way not in ways


def _is_unnamed_among(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Tell whether the source tells several numbers apart by a mark alone (T1, CK) that the sentence leaves out."""
    return _is_marked(pair) and any(
        one.mine == pair.mine and one.known.value != pair.known.value and counts_alike(pair.known, one.known)
        for one in pairs
        if _is_marked(one)
    )


def _is_less_than_meant(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Tell whether a number excludes what another includes, and the sentence does not say so: 扣非净利润."""
    return pair.of_less and any(
        one.mine >= pair.mine and not one.of_less and one.timely and counts_alike(pair.known, one.known)
        for one in pairs
    )


def _is_marked(pair: Pair) -> bool:
    return pair.theirs == 0 and all(map(str.isascii, pair.known.near))


def _are_opposite(stated: Number, known: Number) -> bool:
    """Tell whether two numbers are of opposite halves of one whole: 男性, 女性."""
    there = known.near | known.beside
    return any(HALVES.get(pair) in known.near and pair not in there for pair in stated.near)


def _is_of_something_else(pair: Pair, stated: Number) -> bool:
    """Tell whether two numbers are of two things: by their measure words, or far apart and told in other words."""
    in_other_words = pair.mine < 1 or pair.theirs < 1
    return count_other_things(stated, pair.known) or (
        in_other_words and is_of_another_order(stated, pair.known)
    )


def _meant(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs whose words are most alike, and beside them one that agrees and shares all its words."""
    best = max((one.likeness for one in pairs), default=0.0)
    return [one for one in pairs if one.likeness >= best - (_CLOSE if one.is_wholly_told else NEARLY)]


def _is_spoken_of(pair: Pair, stated: Number) -> bool:
    """Tell whether the source shares enough of the number's topic; a precise number needs less of it."""
    if pair.is_told_around_alone:
        return False
    return pair.mine >= LEAST or (stated.is_telling and stated.digits == pair.known.digits and pair.mine > 0)


def _apart(sentence: str, start: int, text: str, known: Number) -> bool:
    """Tell whether a sentence names one company or place, and the source another of its kind with this number.

    A clause, from ``start`` on, that begins with a place the source names is not about whom those before it lead with.
    """
    sentence_there = sentence_of(text, known.span)
    place = _PLACE_AT_HEAD.match(sentence, start)
    named_there = place is not None and place["place"] in sentence_there.of(text)
    if has_substituted_name(sentence[start:] if named_there else sentence, sentence_there.of(text)):
        return True
    mine = _names_of(sentence)
    theirs = _names_before(text, sentence_there.start, known.span.start)
    kinds = {kind for _, kind in mine} & {kind for _, kind in theirs}
    return any(not any(is_one_of(one, theirs) for one in mine if one[1] == kind) for kind in kinds)


@lru_cache(maxsize=16)
def _names_of(sentence: str) -> frozenset[tuple[str, str]]:
    return frozenset(names_in(sentence))


@lru_cache(maxsize=2048)
def _names_before(text: str, start: int, end: int) -> frozenset[tuple[str, str]]:
    """Return the names of a sentence before a place; of one that names nobody, those of all the text before it."""
    return frozenset(names_in(text[start:end]) or names_in(text[:end]))


def _leaves_open(known: Number, stated: Number) -> bool:
    """Tell whether a bound (3万余) neither confirms nor contradicts a number on its far side."""
    if known.over == stated.over and known.under == stated.under:
        return False
    value, truth = stated.value, known.value
    return (known.over and not stated.over and value > truth) or (
        known.under and not stated.under and value < truth
    )


def _denied(text: str, span: Span) -> bool:
    """Tell whether the clause of a number says that it is wrong (……的说法并不准确)."""
    clause = CLAUSE_ENDS.split(text[: span.start])[-1] + CLAUSE_ENDS.split(text[span.end :])[0]
    return bool(_DENIAL.search(clause))
