"""What follows from two figures on record, in whatever texts they stand: 比上年增加6.9亿元, 甲县的产量是乙县的1.4倍."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.number import Number
from corpus.audit.paper.paper_figures import PaperFigure
from corpus.audit.reckoned.comparisons import Sides, sides_of
from corpus.knowledge.comparing.comparison import Topic, own_rounding, topic_of
from corpus.knowledge.phrases.place_ends import PLACE_LEVELS
from corpus.knowledge.statistics import extract_statistics
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.statistic import Direction, Period, Statistic, StatisticKind
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_SHARE, _POINTS = "%", "个百分点"
_BASE_YEAR: Final = LazyPattern(r"[比较与和同由从自]((?:19|20)\d\d)\s?年")
_OTHER_BASIS: Final = LazyPattern(r"上个?月|上个?季|环比|上周|年均|月均|日均|[今明后]年")
_ON_GROUND: Final = 12
"""Figures of one thing and time that are reckoned with."""
_FIRST_DAY, _LAST_DAY = "-01-01", "-12-31"
_LEVELS: Final = ("1亿元", "1%")
"""What is put behind words to see what a level or a ratio of them is on record as."""
_SAME_ENDING: Final = 2


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Whether a number follows from figures on record, and the place of the one it is told of."""

    agrees: bool
    place: Place


@dataclass(frozen=True, slots=True)
class _Level:
    """A level on record, in its base unit."""

    article: str
    figure: Statistic
    worth: Decimal
    unit: str


class RecordedLevels:
    """The levels a library has on record, to reckon with."""

    def __init__(self, library: Library, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope

    def reckoned(self, figure: PaperFigure, stated: Statistic | None) -> Reckoned | None:
        """Return how a figure of a paper stands to what follows from the record; ``None`` where nothing follows.

        A wrong change from one year to another stands otherwise; what else is wrongly reckoned stands nowhere.
        """
        changes = tuple(self._changes(figure, stated)) if stated is not None else ()
        for later, value, slack in (*changes, *self._comparisons(figure)):
            if _says(figure.number, value, slack):
                return Reckoned(agrees=True, place=self._place(later))
        return Reckoned(agrees=False, place=self._place(changes[0][0])) if changes else None

    def _changes(self, figure: PaperFigure, stated: Statistic) -> Iterator[tuple[_Level, Decimal, Decimal]]:
        """Yield the change between the levels of two years for a figure that states a rise or fall."""
        year = _year_from_its_first_day(stated.period)
        sentence = figure.sentence
        if stated.direction not in (Direction.UP, Direction.DOWN) or year is None or stated.unit == _SHARE:
            return
        if _OTHER_BASIS.search(sentence):
            return
        based = [int(one) for one in _BASE_YEAR.findall(sentence) if int(one) < year]
        before = based[-1] if based else year - 1
        unit = _SHARE if stated.unit == _POINTS else stated.unit
        level = replace(
            stated, direction=None, change=None, basis="", kind=StatisticKind.ACTUAL, unit=unit,
            base_unit=_SHARE if stated.unit == _POINTS else stated.base_unit,
        )  # fmt: skip
        begun = [*self._levels(replace(level, period=_in_year(stated.period, before)))]
        for now in self._levels(replace(level, period=_in_year(stated.period, year))):
            for then in begun:
                change = now.worth - then.worth
                if now.unit == then.unit and (change > 0) == (stated.direction is Direction.UP):
                    yield now, abs(change), _slack(now, then)
                elif now.unit == then.unit:
                    yield now, -abs(change), _slack(now, then)

    def _comparisons(self, figure: PaperFigure) -> Iterator[tuple[_Level, Decimal, Decimal]]:
        """Yield the difference or ratio of the levels of two things a sentence names."""
        sentence, number = figure.sentence, figure.number
        clause = clause_of(sentence, number.span)
        sides = sides_of(sentence[clause.start : number.span.start], number.unit)
        if sides is None:
            return
        for behind in _LEVELS:
            own = self._as_recorded(f"{sentence[: clause.start]}{sides.one}为{behind}。")
            others = [] if own is None else [*_named_otherwise(own, sides.other)]
            for one in [] if own is None else self._levels(own, measured=False):
                for probe in others:
                    for other in self._levels(probe, measured=False):
                        if one.unit == other.unit and other.worth:
                            yield one, _set_against(sides, one.worth, other.worth), _slack(one, other, sides)

    def _as_recorded(self, sentence: str) -> Statistic | None:
        """Return what the last figure of a sentence would be on record as."""
        found = extract_statistics(
            sentence, tuple(sentences(sentence)), platforms=self._library.knowledge.platforms
        )
        return found[-1] if found else None

    def _levels(self, probe: Statistic, *, measured: bool = True) -> Iterator[_Level]:
        """Yield the levels on record that share metric, subject and time with a figure; its unit if ``measured``."""
        topic = topic_of(probe)
        if topic is None:
            return
        found = self._library.store.figures.on_ground(
            topic.ground, _ON_GROUND, topic.end, self._scope, probe.subject or probe.region
        )
        for article, known, _ in found:
            told = topic_of(known)
            if told is None or known.base_value is None or not _is_level_of(told, topic):
                continue
            if not measured or told.unit == topic.unit:
                yield _Level(article, known, known.base_value, known.base_unit)

    def _place(self, level: _Level) -> Place:
        return self._library.texts.get(level.article).place(level.figure.evidence)


def _is_level_of(told: Topic, asked: Topic) -> bool:
    """Tell whether a level is of the very thing, and of the year up to the same day, or of that day."""
    whole = told.start == told.end or told.start.endswith(_FIRST_DAY)
    return told.key == asked.key and told.sort == asked.sort and told.end == asked.end and whole


def _named_otherwise(own: Statistic, name: str) -> Iterator[Statistic]:
    """Yield a figure as it would be on record of another place, company or part that is named in its stead."""
    if own.region and own.subject in ("", own.region) and name[-1] in PLACE_LEVELS:
        yield replace(own, region=name, subject="")
    elif own.subject:
        yield replace(own, subject=name, region="" if name[-1] in PLACE_LEVELS else own.region)
    if own.metric[: len(name)][-_SAME_ENDING:] == name[-_SAME_ENDING:]:
        yield replace(own, metric=name + own.metric[len(name) :])


def _set_against(sides: Sides, one: Decimal, other: Decimal) -> Decimal:
    if sides.times:
        return one / other
    return one - other if sides.more else other - one


def _slack(one: _Level, other: _Level, sides: Sides | None = None) -> Decimal:
    """Return the margin that rounding of two levels leaves in what is computed from them."""
    rounded = own_rounding(one.figure), own_rounding(other.figure)
    if sides is not None and sides.times:
        return (rounded[0] + one.worth / other.worth * rounded[1]) / other.worth
    return sum(rounded, Decimal(0))


def _says(number: Number, value: Decimal, slack: Decimal) -> bool:
    """Tell whether a number states a value known within a margin of rounding."""
    reckoned = replace(number, value=value, shown=value, step=Decimal(0), before="", after="")
    return number.agrees(reckoned) or abs(number.value - value) <= number.step / 2 + slack


def _in_year(period: Period, year: int) -> Period:
    """Return the same months of another year."""
    return Period(f"{year}年", f"{year}{_FIRST_DAY}", f"{year}{period.end[4:]}")


def _year_from_its_first_day(period: Period) -> int | None:
    """Return the year of a figure that is told of a whole year, of its end, or of its months up to one."""
    if period.end.endswith(_LAST_DAY) and period.end[:4] == period.start[:4]:
        return int(period.end[:4])
    return int(period.start[:4]) if period.start == f"{period.end[:4]}{_FIRST_DAY}" else None
