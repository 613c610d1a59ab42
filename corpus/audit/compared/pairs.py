"""A stated number beside one of a source: how much of either's words stands on the other side, and if they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.audit.compared.added import is_only_added, is_only_there
from corpus.audit.compared.forecasts import is_aimed, is_to_come
from corpus.audit.names.labelled_subjects import differ_in_label
from corpus.audit.names.substituted_objects import has_other_object
from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.counting import counts_alike, measured_alike
from corpus.audit.numbers.dating import base_year, begun_in, day_of, is_only_base
from corpus.audit.numbers.growth_spans import are_of_two_spans
from corpus.audit.numbers.inclusions import are_opposed, inclusions_of, leave_out_alike, leaves_out_more
from corpus.audit.numbers.measuring import each_of
from corpus.audit.numbers.movements import are_turned
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.rivals import is_of_rival
from corpus.audit.numbers.told_with import whole_of
from corpus.knowledge.phrases.metrics import account_of, in_usual_form, opposites
from corpus.model.span import Span
from corpus.text.units import CURRENCIES
from index.lazy_pattern import LazyPattern

_SENTENCES: Final = LazyPattern(r"[^。！？!?\n]+[。！？!?]?")
_BOUND: Final = LazyPattern(
    r"(?P<amount>\d[\d.,]*\s?[万亿]?)[^\d，,。；;]{0,4}?(?P<tail>以上|以下)"
    r"|(?P<lead>超过|超|逾|高于|大于|多于|不足|不到|低于|小于|少于)(?P<led>\d[\d.,]*\s?[万亿]?)(?=[^\d，,。；;]{1,3}的)"
)
_ABOVE: Final = frozenset(["以上", "超过", "超", "逾", "高于", "大于", "多于"])
_PART_OF: Final = "占"
_IN_PASSING: Final = frozenset("一二两三四五六七八九几")
"""Numerals that running words hold and nobody counts by: 却是乙队两球取胜."""
_IN_ALL: Final = LazyPattern(r"总[数量额计]|合计|共计")
_HALF: Final = 0.5
_ONE_WAY: Final = frozenset(["进口", "出口"])
_BOTH_WAYS: Final = "进出"
"""进出口 is neither 进口 nor 出口, though it has the characters of both."""
_AROUND_WEIGHT: Final = 0.9
"""What is spoken of around says less of a number than what is told with it."""
NEARLY: Final = 0.05
"""Numbers whose words are as like as that are both meant."""
LEAST: Final = 0.34
"""Share of what a number is about that must be spoken of on the other side."""
_EDITION_BEFORE: Final = LazyPattern(r"(?<![比较])上一?[届期]")
_YEAR_BEFORE: Final = LazyPattern(r"(?<![比较])上年(?![同末底])")
_BEGUN_BEFORE: Final = LazyPattern(r"[由从]上一?年(?:同期)?")
"""Of when a movement begins, not what it came to: 由上年的63.7%降到61.3%."""
_OF_YEAR_BEFORE: Final = LazyPattern(r"(?<![比较与和同由从])(?:上一?|去)年同期[的为是仅达约近]*\s?\Z")
"""What says of the very number behind it that it is the one of the year before."""
_ANY_YEAR_BEFORE: Final = LazyPattern(r"(?<![比较])(?:上年|去年)|(?:19|20)\d\d\s?年")
_WHOLE_YEAR: Final = LazyPattern(r"全年|年度")
_NAMED_YEAR: Final = LazyPattern(r"(?<![比较])(?:19|20)\d\d\s?年(?![末底初]|\d)")
_OF_PART: Final = LazyPattern(r"[剩留余只仅]|其中|[人位名户家个工员]中")
_GOES_ON: Final = LazyPattern(
    r"(?:\s|[\d年月日]|其中|则|又|再|也|已|进一步|[上去今]年|回升|上升|增长|增加|提高|升|增|涨|下降|降低|减少|回落|降|减|跌|达|为|是|有|到|至|约|近|超过?|[，,])*"
)
"""What a part behind a semicolon begins with that only tells more of what was named before: 2023年回升到103.7万人次."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stated number beside one of the source: how much of either's words stands on the other side."""

    known: Number
    mine: float
    theirs: float
    likeness: float
    agrees: bool
    timely: bool
    of_less: bool
    """Whether the known one leaves something out of which nothing is said with the stated one."""
    is_told_around_alone: bool = False
    """Whether neither has a word of the other told with it, nor in its sentence: all they share stands before that."""

    @property
    def is_wholly_told(self) -> bool:
        """Tell whether two numbers agree and every word of the stated one stands beside the known one."""
        return self.agrees and self.mine >= 1 and not (self.known.movement.begins or self.of_less)


@dataclass(frozen=True, slots=True)
class _Sides:
    """A stated number in its sentence and one of a source in its text, each with its clause (``here``, ``there``)."""

    stated: Number
    sentence: str
    here: str
    known: Number
    text: str
    there: str

    @property
    def near(self) -> frozenset[str]:
        """Return what the stated number is about: the words told with it alone, or those of its clause."""
        return self.stated.near or self.stated.topics


@dataclass(frozen=True, slots=True)
class _Shared:
    """How much of the words of either number stands on the other side (0 to 1): ``own`` of those right beside it."""

    own: float
    mine: float
    theirs: float


def paired(stated: Number, sentence: str, known: Number, text: str) -> Pair:
    """Return a number of ``sentence`` beside one of a source."""
    here, there = clause_of(sentence, stated.span).of(sentence), clause_of(text, known.span).of(text)
    sides = _Sides(stated, sentence, here, known, text, there)
    shared = _shared(sides)
    agrees = _agree(sides, shared)
    likeness = shared.mine + shared.theirs + _likeness_of_form(stated, known)
    if sides.near & known.others:
        likeness -= 2 * NEARLY
    if not agrees and not (known.unit or known.counter) and known.span.of(text) in _IN_PASSING:
        likeness -= 0.4
    if _is_of_more_or_less(sides):
        agrees, likeness = False, likeness - 0.5
    held, held_there = inclusions_of(sentence, stated.span), inclusions_of(text, known.span)
    of_less = leaves_out_more(held_there, held)
    likeness += 0.3 * leave_out_alike(held, held_there) - 0.3 * of_less
    agrees = agrees and not are_opposed(held, held_there)
    days = day_of(sentence, stated.span), day_of(text, known.span)
    likeness += 0.3 * (days[0] == days[1] != "")
    timely = not (all(days) and days[0] != days[1]) and _are_timely(sides)
    around_alone = _is_told_around_alone(sides, shared)
    return Pair(known, shared.mine, shared.theirs, likeness, agrees, timely, of_less, around_alone)


def _shared(sides: _Sides) -> _Shared:
    """Return how much of the words of either number the other side has."""
    stated, known = sides.stated, sides.known
    own = share_of(sides.near, known.beside)
    mine = own + _AROUND_WEIGHT * share_of(sides.near, known.around)
    if not (known.beside or known.around):
        mine = LEAST  # a source that says no more than the number
    told = known.near if _PART_OF in sides.here else known.near - whole_of(sides.there) or known.near
    theirs = share_of(told, stated.beside | stated.around | stated.topics) if known.near else 1.0
    return _Shared(own, mine, theirs)


def _agree(sides: _Sides, shared: _Shared) -> bool:
    """Tell whether both numbers say the same of the same, whatever time they are of."""
    stated, sentence, known, text = sides.stated, sides.sentence, sides.known, sides.text
    here, there = sides.here, sides.there
    return (
        _says_the_same(stated, sentence, known, text)
        and counts_alike(stated, known)
        and not are_turned(here, there)
        and not _are_of_two_accounts(stated, sentence, known, text)
        and not _are_of_opposites(here, there)
        and not has_other_object(here, there)
        and not (shared.theirs < _HALF and _is_of_all_alone(here, there))
        and (stated.near.isdisjoint(_ONE_WAY) or _BOTH_WAYS in stated.near or _BOTH_WAYS not in known.near)
        and (bool(stated.years) or not is_only_base(known, text, here))
    )


def _is_of_more_or_less(sides: _Sides) -> bool:
    """Tell whether one number is of a part of what the other is of, is bounded otherwise, or was only added to it."""
    stated, sentence, known, text = sides.stated, sides.sentence, sides.known, sides.text
    return (
        _is_of_part(known, stated, sides.here)
        or _is_bounded_otherwise(sides.here, sides.there, text[: known.span.start])
        or is_only_added(known, text, stated, sentence)
        or is_only_there(known, text, stated, sentence)
    )


def _are_timely(sides: _Sides) -> bool:
    """Tell whether both numbers may be of one time, by their clauses, sentences and labels."""
    stated, sentence, known, text = sides.stated, sides.sentence, sides.known, sides.text
    return (
        _is_timely(stated, sides.here, known, sides.there)
        and not _is_of_whole_year(known, stated, sentence_of(text, known.span).of(text))
        and stated.years.isdisjoint((base_year(text, known), begun_in(text, known)))
        and not differ_in_label(sentence, stated.span.start, text, known.span.start)
        and not are_of_two_spans(stated, sentence, known, text)
        and (
            bool(known.years)
            or not _OF_YEAR_BEFORE.search(sentence[: stated.span.start])
            or _is_of_year_before(known, text)
        )
    )


def _is_told_around_alone(sides: _Sides, shared: _Shared) -> bool:
    """Tell whether neither number has a word of the other told with it, nor in its sentence."""
    stated, known = sides.stated, sides.known
    return (
        bool(known.near)
        and not shared.own
        and not shared.theirs
        and (stated.season is None or stated.season != known.season)
        and (shared.mine < _HALF or _shares_nothing(sides.near, _part_around(sides.text, known.span)))
    )


def _likeness_of_form(stated: Number, known: Number) -> float:
    """Return how alike two numbers are in form: level or change, unit, and measure word."""
    likeness = 0.5 * (stated.movement.by == known.movement.by) + 0.3 * measured_alike(stated, known)
    if _goes_against(stated, known):
        likeness -= 0.5
    if stated.counter and known.counter and stated.counter != known.counter:
        likeness -= 0.4
    if known.movement.begins and not stated.movement.begins and stated.years and stated.years == known.years:
        likeness -= 0.1  # 2023年…由7.6亿元降至4.9亿元: what it came to is of the year
    return likeness


def _part_around(text: str, span: Span) -> str:
    """Return the part of its sentence between semicolons that a span stands in; all of it where that names nothing."""
    sentence = sentence_of(text, span)
    begin = max(sentence.start, *(text.rfind(mark, sentence.start, span.start) + 1 for mark in "；;"))
    if begin > sentence.start and _GOES_ON.fullmatch(text, begin, span.start):
        return sentence.of(text)
    return text[begin : sentence.end].partition("；")[0]


def _shares_nothing(near: frozenset[str], sentence: str) -> bool:
    """Tell whether a sentence shares nothing of a number's topic, ordinary words left aside."""
    usual = in_usual_form(sentence)
    return not any(pair in usual for pair in near)


def _is_of_all_alone(clause: str, other: str) -> bool:
    """Tell whether only one of two clauses is of a total: 总数."""
    return _IN_ALL.search(clause) is not None and _IN_ALL.search(other) is None


def _goes_against(stated: Number, known: Number) -> bool:
    return stated.movement.is_against(known.movement) or stated.is_on_the_other_side(known)


def _says_the_same(stated: Number, sentence: str, known: Number, text: str) -> bool:
    """Tell whether the known number says what the stated one says, for one stretch of time and no aim."""
    mine_each = each_of(clause_of(sentence, stated.span).of(sentence))
    their_each = each_of(clause_of(text, known.span).of(text))
    return (
        stated.agrees(known)
        and not _goes_against(stated, known)
        and not is_of_rival(stated, sentence, known, text)
        and (
            not is_to_come(_told_before(text, known.span))
            or is_aimed(sentence_of(sentence, stated.span).of(sentence))
        )
        and not (mine_each and their_each and mine_each.isdisjoint(their_each))
    )


def _are_of_two_accounts(stated: Number, sentence: str, known: Number, text: str) -> bool:
    """Tell whether two sums are of two kinds by the words before them: 利润突破千亿元, 营业收入1086亿元."""
    if stated.unit not in CURRENCIES or known.unit not in CURRENCIES:
        return False
    sides = ((sentence, stated.span), (text, known.span))
    mine, theirs = (account_of(told[clause_of(told, span).start : span.start]) for told, span in sides)
    return bool(mine and theirs) and mine != theirs


def _are_of_opposites(clause: str, other: str) -> bool:
    """Tell whether each clause has one of two words that exclude each other."""
    told = ((one in clause, two in clause, one in other, two in other) for one, two in opposites())
    return any(each in ((True, False, False, True), (False, True, True, False)) for each in told)


def _is_timely(stated: Number, here: str, known: Number, there: str) -> bool:
    """Tell whether two numbers may be of one time; ``here`` and ``there`` are their clauses."""
    seasons = {one.season for one in (known, stated) if one.season}
    told = here if stated.movement.begins else _BEGUN_BEFORE.sub("", here)
    points = {one.point for one in (known, stated) if one.point}
    return (
        len(seasons) < 2
        and not _is_of_part_of_year(known, stated, here)
        and bool(_EDITION_BEFORE.search(here)) == bool(_EDITION_BEFORE.search(there))
        and not (_YEAR_BEFORE.search(told) and not _ANY_YEAR_BEFORE.search(there))
        and len(points) < 2
        and not (known.years and stated.years and known.years.isdisjoint(stated.years))
    )


def _is_of_year_before(number: Number, text: str) -> bool:
    """Tell whether the words right before a number say that it is the one of the year before."""
    lead = text[clause_of(text, number.span).start : number.span.start]
    return bool(_OF_YEAR_BEFORE.search(lead) or _ANY_YEAR_BEFORE.search(lead))


def _is_of_part_of_year(known: Number, stated: Number, clause: str) -> bool:
    """Tell whether a number is of months of a year, and a clause tells of the year as a whole."""
    if known.season is None or stated.season or known.season[0] == known.season[1] or stated.point:
        return False
    return bool(_WHOLE_YEAR.search(clause) or (stated.years and known.movement.by == stated.movement.by))


def _is_of_whole_year(known: Number, stated: Number, sentence: str) -> bool:
    """Tell whether a number is of a year as a whole, which its sentence names, and another of months of it."""
    if stated.season is None or known.season or stated.season[0] == stated.season[1]:
        return False
    return bool(_WHOLE_YEAR.search(sentence) or _NAMED_YEAR.search(sentence))


def _is_of_part(known: Number, stated: Number, clause: str) -> bool:
    """Tell whether a number is of a part where the other clause names only the whole: 职工306名 of 职工中留下306名."""
    own = known.near - known.whole
    return bool(known.whole and own) and not (
        stated.whole or own & (stated.beside | stated.topics) or _OF_PART.search(clause)
    )


def _is_bounded_otherwise(clause: str, there: str, before: str) -> bool:
    """Tell whether two clauses count above and below one bound, or only one of them has a bound.

    So 50万元以上的33家 is not 50万元以下的33家, nor 33家 where nothing before says of which amounts.
    """
    mine, theirs = _bounds_of(clause), _bounds_of(there)
    return any(
        side != theirs.get(amount, side) or (amount not in theirs and amount not in before)
        for amount, side in mine.items()
    )


@lru_cache(maxsize=2048)
def _bounds_of(clause: str) -> Mapping[str, bool]:
    """Return the amounts a clause tells of what lies above or below: 50万元以上, 不足50万元."""
    return {
        one["amount"] or one["led"]: (one["lead"] or one["tail"]) in _ABOVE for one in _BOUND.finditer(clause)
    }


@lru_cache(maxsize=2048)
def sentence_of(text: str, span: Span) -> Span:
    """Return the sentence of a text that holds a span."""
    for match in _SENTENCES.finditer(text):
        if match.start() <= span.start < match.end():
            return Span(match.start(), match.end())
    return span


def _told_before(text: str, span: Span) -> str:
    """Return what its sentence says before a span."""
    return text[sentence_of(text, span).start : span.start]


def share_of(wanted: frozenset[str], there: frozenset[str]) -> float:
    """Return how much of what is wanted is there."""
    return len(wanted & there) / len(wanted) if wanted else 0.0
