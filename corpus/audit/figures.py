"""Comparing the numbers of a sentence with those of a source: value, unit, rounding, bounds and direction.

Of the numbers of a source the one is meant whose words are most like those told with the stated number, on both
sides; it decides. So 男性占58.3% is wrong where 58.3% are the women, though the number stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.audit.clauses import CLAUSE_ENDS, clause_of
from corpus.audit.counting import (
    count_other_things,
    counts_alike,
    is_comparable,
    is_misprint_of,
    is_of_another_order,
    measured_alike,
)
from corpus.audit.dating import in_modern_writing, years_in
from corpus.audit.derived_balances import derived_from_parts
from corpus.audit.derived_changes import derived_from_change
from corpus.audit.derived_figures import derived_from
from corpus.audit.forecasts import is_aimed, is_to_come
from corpus.audit.halves import HALVES
from corpus.audit.labelled_subjects import differ_in_label
from corpus.audit.movements import are_turned
from corpus.audit.names import is_one_of, names_in
from corpus.audit.number import RANK, Number
from corpus.audit.numbers import each_of, numbers_in, whole_of
from corpus.audit.rivals import is_of_rival
from corpus.audit.substituted_names import has_substituted_name, leading_names
from corpus.audit.topics import may_be_same, mentions_in, topics_in
from corpus.audit.verdict import Verdict
from corpus.knowledge.phrases.metrics import in_usual_form
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_SENTENCES: Final = LazyPattern(r"[^。！？!?\n]+[。！？!?]?")
_DENIAL: Final = LazyPattern(r"不准确|不属实|不实|有误|误传|谣言|谣传|并非|而不是|不是事实|说法不对")
_BOUND: Final = LazyPattern(r"(\d[\d.,]*\s?[万亿]?)[^\d，,。；;]{0,4}?(以上|以下)")
_PART_OF: Final = "占"
_IN_PASSING: Final = frozenset("一二两三四五六七八九几")
"""Numerals that running words hold and nobody counts by: 却是乙队两球取胜."""
_ONE: Final = "一"
_GOES_ON: Final = LazyPattern(r"\s*(?:其中|同期|其余|另外|此外|同年|当年|这些|这[几两批]|上述|前述)")
"""What begins a sentence that says more of what the one before it is about."""
_LEAST: Final = 0.34
"""Share of what a number is about that must be spoken of on the other side."""
_NEARLY_ALL: Final = 0.8
_GOES_ON_WITH: Final = 0.25
_GLANCED: Final = 0.15
_MOSTLY: Final = 0.6
_AROUND_WEIGHT: Final = 0.9
"""What is spoken of around says less of a number than what is told with it."""
_TO_KNOW_BY: Final = 2
"""Pairs of characters that are enough to know by what a number is of."""
_TELLING: Final = 3
"""Digits of a number that by itself shows which one is meant."""
_NEARLY: Final = 0.05
"""Numbers whose words are as like as that are both meant."""
_CLOSE: Final = 0.2
"""So much less like may be one that agrees and has all the words of the stated one beside it."""


@dataclass(frozen=True, slots=True)
class NumberStanding:
    """How one number stands to a stretch of a source; ``close`` (0 to 1): how much of its topic is spoken of there.

    ``dated`` tells whether both name a year, and the same one, or neither does; ``same_thing`` whether what the
    number is a number of may be the same on both sides; ``telling`` whether that very number stands there, told
    of another year or thing, in another unit or the other way; ``likeness`` is to compare stretches by.
    """

    verdict: Verdict
    close: float
    dated: bool
    same_thing: bool
    telling: bool = False
    likeness: float = 0.0


_SILENT: Final = NumberStanding(Verdict.NOT_FOUND, 0.0, dated=False, same_thing=False)


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """How the figures of a sentence stand to a source: the verdict and the stretch of the source."""

    verdict: Verdict
    source: Span | None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A stated number beside one of the source: how much of either's words stands on the other side."""

    known: Number
    mine: float
    theirs: float
    likeness: float
    agrees: bool
    timely: bool

    @property
    def is_wholly_told(self) -> bool:
        """Tell whether both say the same and all the words of the stated one stand beside the known one."""
        return self.agrees and self.mine >= 1 and not self.known.movement.begins


@dataclass(frozen=True, slots=True)
class _Told:
    verdict: Verdict
    meant: _Pair | None = None
    other: bool = False
    """Whether the very number stands there otherwise, one that cannot be so by chance."""
    half: bool = False
    """Whether it stands there of the other half of the whole."""


def compare_figures(sentence: str, source: str) -> FigureComparison | None:
    """Return how the figures of ``sentence`` stand to ``source``; ``None`` where the sentence has none."""
    stated = _counted(numbers_in(sentence), sentence)
    if not stated:
        return None
    sentence, source = in_modern_writing(sentence), in_modern_writing(source)
    known = _stated_in(source)
    told = [_standing(one, sentence, known, source) for one in stated]
    placed = [one for one in told if one.meant is not None]
    if not placed:
        return FigureComparison(Verdict.NOT_FOUND, None)
    wrong = [one for one in placed if one.verdict is Verdict.CHANGED]
    shown = max(wrong or placed, key=lambda one: one.meant.likeness if one.meant else 0.0)
    verdict = Verdict.CHANGED if wrong else Verdict.SAME
    return FigureComparison(verdict, _sentence_of(source, shown.meant.known.span) if shown.meant else None)


def _counted(stated: Sequence[Number], sentence: str) -> list[Number]:
    """Return the numbers without those that count nobody beside others: 一 of 一位女工一天踩12000下."""
    told = [one for one in stated if one.unit or one.span.of(sentence) != _ONE]
    return told or list(stated)


def compare_number(
    stated: Number, sentence: str, stretch: str, before: str = "", title: str = ""
) -> NumberStanding:
    """Return how one number of ``sentence`` stands to a stretch of a source; ``before`` is the text in front of it.

    Whom the ``title`` of the source names, the stretch need not name again.
    """
    title, before, stretch, sentence = (in_modern_writing(one) for one in (title, before, stretch, sentence))
    entitled = _named_before(sentence, title)
    stated = replace(stated, near=_beyond(stated.near, entitled), topics=_beyond(stated.topics, entitled))
    text = before + stretch
    if not _may_speak_of(stated, text):
        return _SILENT
    known = _stated_in(text, len(before))
    told = _standing(stated, sentence, known, text)
    there = topics_in(stretch, mentions_in(stretch), 0, len(stretch))
    years = told.meant.known.years if told.meant and stated.years else frozenset(years_in(stretch))
    dated = bool(stated.years & years) if stated.years and years else not stated.years and not years
    same_thing = (
        told.meant is not None
        and measured_alike(told.meant.known, stated)
        and (
            stated.unit == RANK
            or may_be_same(sentence, stated.span.start, text, told.meant.known.span.start, entitled)
        )
    )
    if same_thing:
        there |= _named_before(sentence, before)
    if same_thing or _GOES_ON.match(stretch):
        head = before.rstrip("。").rfind("。") + 1
        both = there | topics_in(before, mentions_in(before), head, len(before))
        if _GOES_ON.match(stretch) or _tells_nearly_all(stated.topics, there, both):
            there = both
    if told.half:
        there |= {pair for pair in stated.topics if HALVES.get(pair) in there}
    close = len(stated.topics & there) / len(stated.topics) if stated.topics else 0.0
    telling = told.verdict is Verdict.CHANGED and (
        told.other
        or (told.meant is not None and is_misprint_of(stated, told.meant.known))
        or any(one.digits == stated.digits and len(one.digits) > 1 for one in known)
    )
    likeness = told.meant.likeness if told.meant else 0.0
    return NumberStanding(told.verdict, close, dated, same_thing, telling, likeness)


def _beyond(topics: frozenset[str], entitled: frozenset[str]) -> frozenset[str]:
    """Return what names in a title do not tell; all of it where too little is left to know a number by."""
    rest = topics - entitled
    return rest if len(rest) >= _TO_KNOW_BY else topics


def _tells_nearly_all(topics: frozenset[str], there: frozenset[str], both: frozenset[str]) -> bool:
    """Tell whether a sentence goes on about what the one before it names: together they say what a number is of."""
    return _share(topics, both) >= _NEARLY_ALL and _share(topics, there) >= _GOES_ON_WITH


def _named_before(sentence: str, before: str) -> frozenset[str]:
    """Return the topics that are names told in the text before: whom a sentence goes on about it need not name."""
    named = {name + kind for name, kind in names_in(sentence) if name + kind in before}
    named |= set(leading_names(sentence, before))
    return frozenset(pair for name in named for pair in topics_in(name, (), 0, len(name)))


def _may_speak_of(stated: Number, text: str) -> bool:
    """Tell, at a glance, whether a text may speak of what a number is about at all."""
    topics, usual = stated.near or stated.topics, in_usual_form(text)
    return sum(pair in usual or HALVES.get(pair, pair) in usual for pair in topics) >= _GLANCED * len(topics)


def _stated_in(text: str, start: int = 0) -> list[Number]:
    return [one for one in numbers_in(text, start) if not _denied(text, one.span)]


def _standing(stated: Number, sentence: str, known: Sequence[Number], text: str) -> _Told:
    """Return how one number stands to the numbers of a source."""
    pairs = [
        _paired(stated, sentence, one, text)
        for one in known
        if is_comparable(stated, one)
        and not _apart(sentence, text, one)
        and (stated.agrees(one) or not is_of_rival(stated, sentence, one, text))
    ]
    pairs = [one for one in pairs if not _leaves_open(one.known, stated)]
    meant = _meant([one for one in pairs if one.timely and counts_alike(stated, one.known)])
    for one in meant:
        if one.agrees and _is_spoken_of(one, stated) and not _are_opposite(stated, one.known):
            return _Told(Verdict.SAME, one)
    part = (
        derived_from(stated, sentence, known)
        or derived_from_change(stated, sentence, known, text)
        or derived_from_parts(stated, sentence, known, text)
    )
    if part is not None and not _apart(sentence, text, part):
        return _Told(Verdict.SAME, _paired(stated, sentence, part, text))
    for one in meant:
        same_thing = stated.unit == RANK or (
            one.theirs >= _LEAST and may_be_same(sentence, stated.span.start, text, one.known.span.start)
        )
        if one.mine >= _LEAST and same_thing and not _is_of_something_else(one, stated):
            return _Told(Verdict.CHANGED, one)
    # The very number, told of another year, in another unit or of another thing.
    other = [
        one for one in pairs
        if (one.mine >= (_LEAST if len(stated.digits) > 1 else _MOSTLY)
        and (one.agrees or one.known.digits == stated.digits or is_misprint_of(stated, one.known)))
        or (one.agrees and len(stated.digits) >= _TELLING and _are_opposite(stated, one.known))
    ]  # fmt: skip
    best = max(other, key=lambda one: one.likeness, default=None)
    if best is None:
        return _Told(Verdict.NOT_FOUND)
    half = _are_opposite(stated, best.known)
    return _Told(Verdict.CHANGED, best, other=best.timely or len(stated.digits) >= _TELLING, half=half)


def _are_opposite(stated: Number, known: Number) -> bool:
    """Tell whether one tells of the one half of a whole what the other tells of the other half: 男性, 女性."""
    there = known.near | known.beside
    return any(HALVES.get(pair) in known.near and pair not in there for pair in stated.near)


def _paired(stated: Number, sentence: str, known: Number, text: str) -> _Pair:
    near = stated.near or stated.topics
    mine = _share(near, known.beside) + _AROUND_WEIGHT * _share(near, known.around)
    if not (known.beside or known.around):
        mine = _LEAST  # a source that says no more than the number
    here, there = clause_of(sentence, stated.span).of(sentence), clause_of(text, known.span).of(text)
    told = known.near if _PART_OF in here else known.near - whole_of(there) or known.near
    theirs = _share(told, stated.beside | stated.around | stated.topics) if known.near else 1.0
    alike = stated.movement.by == known.movement.by
    against = stated.movement.is_against(known.movement) or stated.is_on_the_other_side(known)
    likeness = mine + theirs + 0.5 * alike + 0.3 * (stated.measure == known.measure) - 0.5 * against
    if stated.counter and known.counter and stated.counter != known.counter:
        likeness -= 0.4
    if known.movement.begins and not stated.movement.begins and stated.years and stated.years == known.years:
        likeness -= 0.1  # 2023年…由7.6亿元降至4.9亿元: what it came to is of the year
    mine_each, their_each = each_of(here), each_of(there)
    agrees = (
        stated.agrees(known)
        and not against
        and counts_alike(stated, known)
        and not are_turned(here, there)
        and not is_of_rival(stated, sentence, known, text)
        and (
            not is_to_come(_told_before(text, known.span))
            or is_aimed(_sentence_of(sentence, stated.span).of(sentence))
        )
        and not (mine_each and their_each and mine_each.isdisjoint(their_each))
    )
    if not agrees and not (known.unit or known.counter) and known.span.of(text) in _IN_PASSING:
        likeness -= 0.4
    if _is_of_part(known, stated, here) or _is_bounded_otherwise(here, there, text[: known.span.start]):
        agrees, likeness = False, likeness - 0.5
    seasons = {one.season for one in (known, stated) if one.season}
    points = {one.point for one in (known, stated) if one.point}
    timely = (
        len(seasons) < 2
        and bool(_EDITION_BEFORE.search(here)) == bool(_EDITION_BEFORE.search(there))
        and not (_YEAR_BEFORE.search(here) and not _ANY_YEAR_BEFORE.search(there))
        and len(points) < 2
        and not (known.years and stated.years and known.years.isdisjoint(stated.years))
        and not differ_in_label(sentence, stated.span.start, text, known.span.start)
    )
    return _Pair(known, mine, theirs, likeness, agrees, timely)


_EDITION_BEFORE: Final = LazyPattern(r"(?<![比较])上一?[届期]")
_YEAR_BEFORE: Final = LazyPattern(r"(?<![比较])上年(?![同末底])")
_ANY_YEAR_BEFORE: Final = LazyPattern(r"(?<![比较])(?:上年|去年)|(?:19|20)\d\d\s?年")
_OF_PART: Final = LazyPattern(r"[剩留余只仅]|其中|[人位名户家个工员]中")


def _is_of_part(known: Number, stated: Number, clause: str) -> bool:
    """Tell whether a number is of the part and a clause names the whole alone: 职工306名 of 职工中留下306名."""
    own = known.near - known.whole
    return bool(known.whole and own) and not (
        stated.whole or own & (stated.beside | stated.topics) or _OF_PART.search(clause)
    )


def _is_of_something_else(pair: _Pair, stated: Number) -> bool:
    """Tell whether two numbers are of two things: by their measure words, or far apart and told in other words."""
    in_other_words = pair.mine < 1 or pair.theirs < 1
    return count_other_things(stated, pair.known) or (
        in_other_words and is_of_another_order(stated, pair.known)
    )


def _meant(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs whose words are most alike, and one that agrees with all its words told beside it."""
    best = max((one.likeness for one in pairs), default=0.0)
    return [one for one in pairs if one.likeness >= best - (_CLOSE if one.is_wholly_told else _NEARLY)]


def _is_spoken_of(pair: _Pair, stated: Number) -> bool:
    """Tell whether enough of what a number is about is spoken of; a telling number needs less."""
    return pair.mine >= _LEAST or (len(stated.digits) >= _TELLING and pair.mine > 0)


def _share(wanted: frozenset[str], there: frozenset[str]) -> float:
    return len(wanted & there) / len(wanted) if wanted else 0.0


def _apart(sentence: str, text: str, known: Number) -> bool:
    """Tell whether a sentence names one company or place, and the source another of its kind with this number."""
    sentence_there = _sentence_of(text, known.span)
    if has_substituted_name(sentence, sentence_there.of(text)):
        return True
    mine = names_in(sentence)
    theirs = names_in(text[: known.span.start][sentence_there.start :]) or names_in(text[: known.span.start])
    kinds = {kind for _, kind in mine} & {kind for _, kind in theirs}
    return any(not any(is_one_of(one, theirs) for one in mine if one[1] == kind) for kind in kinds)


def _sentence_of(text: str, span: Span) -> Span:
    """Return the sentence of a text that holds a span."""
    for match in _SENTENCES.finditer(text):
        if match.start() <= span.start < match.end():
            return Span(match.start(), match.end())
    return span


def _told_before(text: str, span: Span) -> str:
    """Return what its sentence says before a span."""
    return text[_sentence_of(text, span).start : span.start]


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


def _is_bounded_otherwise(clause: str, there: str, before: str) -> bool:
    """Tell whether two clauses tell of what lies above and below one amount, or one of them of all there is.

    So 50万元以上的33家 is not 50万元以下的33家, nor 33家 where nothing before says of which amounts.
    """
    mine, theirs = ({one[1]: one[2] for one in _BOUND.finditer(each)} for each in (clause, there))
    return any(
        side != theirs.get(amount, side) or (amount not in theirs and amount not in before)
        for amount, side in mine.items()
    )
