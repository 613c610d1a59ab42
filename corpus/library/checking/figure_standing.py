"""How one figure of a paper stands to the library: what agrees with it, what differs, and what says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any, Final

from corpus.audit.compared.number_standing import (
    NumberStanding,
    Surroundings,
    compare_number,
    names_told,
    topics_of,
)
from corpus.audit.names.unheard_names import has_heard_none, names_nobody_of
from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.paper.paper_figures import PaperFigure
from corpus.audit.verdict import Checked, Verdict
from corpus.knowledge.cues.tables import cue
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.library.checking.figure_words import digits_of, words_to_ask
from corpus.library.checking.reckoned import RecordedLevels
from corpus.library.checking.records import said_otherwise
from corpus.library.checking.sources import (
    Stretch,
    sentences_near_figure,
    sentences_of_article,
    sentences_with_digits,
    sentences_with_words,
)
from corpus.library.checking.subjects import Spoken, spoken_of
from corpus.library.checking.weighing import (
    differs,
    is_aimed,
    is_beside,
    is_of_another_year,
    is_undated,
    says_nothing,
    stands_otherwise,
)
from corpus.library.core.contexts import context_of
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.context import DocumentContext
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_SPOKEN_OF: Final = 0.34
"""Share of what a number is about that a sentence must speak of to confirm it."""
_CLEARLY: Final = 0.3
_ASKED: Final = 3
"""Sentences that agree of which it is asked what contradicts them on record."""
_BEFORE: Final = 200
"""Characters before a sentence that say more of it."""
_AROUND: Final = 320
"""Characters on either side of a number that say what it is and of what."""
_NOWHERE: Final = Span(0, 0)
_DOCUMENTS: Final = 3
"""Documents about whom a figure is told of that are gone through."""
_KEPT: Final = 64
"""Clauses whose sentences are kept for the figures that follow."""
_DAY_OF_TEXT: Final = LazyPattern(
    r"(?m)^[^，,。；;\d\n]{0,24}(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日(?:在[^，。\n]{2,40}上)?[）)\s]*$"
)
"""A line that tells when a text was written, published or read out: it is not of when that is what it tells."""


class FigureCheck:
    """Looks the figures of one paper up in a library."""

    def __init__(self, library: Library, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope
        self._grounds = _Grounds(library)
        self._levels = RecordedLevels(library, scope)
        self._before: dict[Any, AuditEntry] = {}
        self._found: dict[Any, tuple[Stretch, ...]] = {}

    def entry_of(
        self, figure: PaperFigure, recorded: Iterable[Stretch], stated: Statistic | None = None
    ) -> AuditEntry:
        """Return how a figure stands to the library; ``recorded`` are those on record for its subject and time.

        ``stated`` is what it would be on record as: a text that never names its subject contradicts none that does.
        The same number in the same words of one sentence is looked up once.
        """
        known = tuple(recorded)
        unplaced = None if stated is None else replace(stated, id="", evidence=_NOWHERE, figure=_NOWHERE)
        key = (_in_its_words(figure), known, unplaced)
        if key not in self._before:
            self._before[key] = self._looked_up(figure, known, stated)
        return replace(self._before[key], span=figure.span)

    def _looked_up(
        self, figure: PaperFigure, recorded: Iterable[Stretch], stated: Statistic | None
    ) -> AuditEntry:
        subject = stated.subject if stated else ""
        heard = self._heard(figure, recorded)
        agreeing = [
            one
            for one in heard.agreeing
            if not any(
                other.is_meant_before(one) for other in (*heard.differing, *heard.elsewhere, *heard.passed)
            )
        ]
        named = any(subject in self._grounds.words(one.place.article) for one in agreeing)
        others = [
            one
            for one in heard.differing
            if not one.beside
            and any(one.speaks_against(other) for other in agreeing)
            and (not named or subject in self._grounds.words(one.place.article))
        ]
        if not agreeing:
            others = [*heard.differing, *heard.elsewhere]
        worst = max(others, key=lambda one: one.close, default=None)
        found = agreeing[0] if agreeing else worst
        against = worst.place if agreeing and worst else self._on_record_against(agreeing)
        if agreeing:
            verdict = Standing.CONTRADICTED if against else Standing.SAME
        else:
            verdict = Standing.CHANGED if worst else Standing.NOT_FOUND
        place = found.place if found else None
        reckoned = None if agreeing else self._levels.reckoned(figure, stated)
        if reckoned is not None:
            verdict, place = Standing.SAME if reckoned.agrees else Standing.CHANGED, reckoned.place
        return AuditEntry(
            Checked.FIGURE,
            "",
            figure.span,
            verdict,
            place,
            against,
            read_as=figure.sentence if figure.in_cell else "",
        )

    def _on_record_against(self, agreeing: Sequence[_Told]) -> Place | None:
        """Return where another text is on record as contradicting a number that agrees; ``None`` where none does."""
        told = ((one.place.article, one.number) for one in agreeing[:_ASKED] if one.number is not None)
        each = (said_otherwise(self._library, article, number, self._scope) for article, number in told)
        return next((one for one in each if one is not None), None)

    def _heard(self, figure: PaperFigure, recorded: Iterable[Stretch]) -> _Heard:
        """Return what the library says to a figure, by how it stands to it.

        Those nearest to it are asked for what agrees and what differs. Where nothing agrees yet, those that hold its
        digits are too, and at last those that only share its words: of all ways they cost most.
        """
        sentence = figure.sentence
        clause = clause_of(sentence, figure.number.span)
        asked = words_to_ask(sentence, clause)
        whom = spoken_of(self._library, sentence).within(_part_of(sentence, figure.number.span))
        heard = _Heard()
        digits = digits_of(sentence, figure.number)
        for found in (
            chain(recorded, self._looked_for(sentences_near_figure, asked)),
            sentences_with_digits(self._library, digits, self._scope),
            *(
                self._looked_for(sentences_with_words, words)
                for words in dict.fromkeys((clause.of(sentence), asked))
            ),
        ):
            if not heard.agreeing:
                self._listen(figure, whom, found, heard)
        if not heard.agreeing:
            self._listen(figure, whom, self._in_documents_about(figure, heard), heard)
        return heard

    def _in_documents_about(self, figure: PaperFigure, heard: _Heard) -> Iterator[Stretch]:
        """Yield what documents say about a figure whose subject their title names, in whatever words."""
        articles = dict.fromkeys(article for article, _, _ in heard.asked)
        entitled = ((one, self._library.texts.get(one).article.title) for one in articles)
        about = ((one, names) for one, title in entitled if (names := names_told(figure.sentence, title)))
        for article, names in islice(about, _DOCUMENTS):
            topics = figure.number.near - topics_of(names) or figure.number.topics - topics_of(names)
            yield from sentences_of_article(self._library, article, topics)

    def _looked_for(
        self, way: Callable[[Library, str, Scope], Iterator[Stretch]], words: str
    ) -> Iterator[Stretch]:
        """Yield what a way of looking finds for words; the figures of one clause share what it found."""
        key = (way, words)
        if key not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[key] = tuple(way(self._library, words, self._scope))
        yield from self._found[key]

    def _listen(self, figure: PaperFigure, whom: Spoken, stretches: Iterable[Stretch], heard: _Heard) -> None:
        """Add what stretches that were not asked yet say."""
        number, sentence = figure.number, figure.sentence
        aimed = is_aimed(sentence)
        for stretch in stretches:
            key = (stretch.article, stretch.start, stretch.told)
            if key in heard.asked:
                continue
            heard.asked[key] = None
            if has_heard_none(whom.names, self._grounds.words(stretch.article)):
                continue
            around = self._grounds.of_stretch(stretch)
            standing = compare_number(number, sentence, stretch.words, around)
            if says_nothing(standing):
                continue
            document = self._grounds.around(stretch.article)
            there = self._grounds.spoken(stretch.words, stretch.article)
            if len(there.names) > 1:
                there = there.within(_part_of(stretch.words, standing.meant))
            there = there.called_as(whom)
            there = there.known_to(whom, stretch.words)
            before, title = (
                self._grounds.spoken(one).called_as(whom) for one in (around.before, around.title)
            )
            led = there.led_by(before).led_by(title)
            if not whom.may_be(led) or self._is_of_nothing_there(figure, whom, standing, stretch):
                continue
            told = _Told(
                stretch.whole(self._library),
                there if there.names or not whom.names else there.led_by(title),
                standing.close,
                standing.likeness,
                stretch.on_record,
                stretch.number_at(standing.meant),
                standing.other_kind,
                self._is_told_beside(figure, standing, stretch, around),
            )
            telling = number.is_telling and standing.close > 0
            there_aimed = is_aimed(stretch.words)
            same_aim = whom.known_to(led, sentence) in (there, led) and aimed == there_aimed
            to_come = aimed or any(int(year) >= (document.year or 0) for year in number.years)
            foreseen = standing.verdict is Verdict.SAME and not to_come and self._is_foreseen(told)
            if foreseen or (
                standing.verdict is Verdict.SAME
                and is_of_another_year(standing, number, stretch.words, document)
            ):
                heard.elsewhere.append(told)
            elif standing.verdict is Verdict.SAME and (standing.close >= _SPOKEN_OF or telling):
                heard.agreeing.append(told)
            elif same_aim and (
                differs(standing, number) or is_beside(standing, number, sentence, stretch.words, around)
            ):
                heard.differing.append(told)
            elif stands_otherwise(standing) or (is_undated(standing, number) and aimed == there_aimed):
                heard.elsewhere.append(told)
            elif standing.verdict is Verdict.CHANGED:
                heard.passed.append(told)

    def _is_told_beside(
        self, figure: PaperFigure, standing: NumberStanding, stretch: Stretch, around: Surroundings
    ) -> bool:
        """Tell whether a stretch says the same of another time, or differs in the other end of a from–to clause."""
        clause = clause_of(figure.sentence, figure.number.span)
        if standing.telling and any(figure.number.digits == one.digits for one in numbers_in(stretch.words)):
            return True
        return standing.verdict is Verdict.CHANGED and any(
            one.movement.begins != figure.number.movement.begins
            and one.unit == figure.number.unit
            and clause.start <= one.span.start < clause.end
            and compare_number(one, figure.sentence, stretch.words, around).verdict is Verdict.SAME
            for one in numbers_in(figure.sentence)
        )

    def _is_foreseen(self, told: _Told) -> bool:
        """Tell whether what a number is, is on record as a forecast or an aim: it has not come about."""
        if told.number is None:
            return False
        article, figures = told.place.article, self._library.store.figures
        place = self._library.texts.get(article).offsets.to_original(told.number)
        known = (figures.get(own) for own in figures.at(article, place))
        return any(one is not None and one[1].kind is StatisticKind.FORECAST for one in known)

    def _is_of_nothing_there(
        self, figure: PaperFigure, whom: Spoken, standing: NumberStanding, stretch: Stretch
    ) -> bool:
        """Tell whether an article shares nothing of the figure's topic."""
        said = self._grounds.words(stretch.article)
        return not standing.same_thing and names_nobody_of(
            figure.sentence, figure.number.span.start, whom.names, said
        )


def _part_of(words: str, meant: Span | None) -> str:
    """Return the part of a sentence between semicolons that a number stands in; all of it where it is not known."""
    if meant is None:
        return words
    return words[words.rfind("；", 0, meant.start) + 1 :].partition("；")[0]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a library holds about a figure: agreements, contradictions, other subjects or times, and mere likenesses."""

    agreeing: list[_Told] = field(default_factory=list)
    differing: list[_Told] = field(default_factory=list)
    elsewhere: list[_Told] = field(default_factory=list)
    passed: list[_Told] = field(default_factory=list)
    asked: dict[tuple[str, int, str], None] = field(default_factory=dict)


def _in_its_words(figure: PaperFigure) -> tuple[Any, ...]:
    """Return a figure with the words around it, wherever in its sentence it stands."""
    span = figure.number.span
    start = max(0, span.start - _AROUND)
    words = figure.sentence[start : span.end + _AROUND]
    return figure.sentence, words, replace(figure.number, span=span.shifted(-start)), figure.in_cell


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence of the library says to a number: where, of whom, and how close to what it is about."""

    place: Place
    of: Spoken
    close: float
    likeness: float
    on_record: bool = False
    number: Span | None = None
    """Where the number that is meant stands in the clean text, where it is not reckoned."""
    other_kind: bool = False
    """Whether it is told of another kind of the same thing."""
    beside: bool = False
    """Whether it says so of another number of the same clause: the one that 由17.9万亩增加到18.3万亩 ends in."""

    def is_meant_before(self, other: _Told) -> bool:
        """Tell whether, of two places of one text, it is clearly the one that is meant."""
        return self.place.article == other.place.article and self.likeness > other.likeness + _CLEARLY

    def speaks_against(self, other: _Told) -> bool:
        """Tell whether it is another source that speaks of the same: one source's two places contradict nothing.

        What a study counts of itself (问卷) or a company of itself (净利润) is of two where nobody is named, unless
        both are on record of one thing.
        """
        return (
            self.place.article != other.place.article
            and not self.other_kind
            and self.of.is_same(other.of)
            and bool(
                self.of.names
                or (self.on_record and other.on_record)
                or not cue("statements", "self_told").search(self.place.quote)
            )
        )


class _Grounds:
    """The documents around what is found; each is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, DocumentContext] = {}
        self._spoken: dict[tuple[str, str], Spoken] = {}

    def around(self, article: str) -> DocumentContext:
        """Return whose an article is and about which place."""
        if article not in self._known:
            text = self._library.texts.get(article)
            self._known[article] = context_of(text.article, text.clean, text.offsets)
        return self._known[article]

    def of_stretch(self, stretch: Stretch) -> Surroundings:
        """Return what is known of a stretch of an article."""
        told = self.around(stretch.article)
        title = self._library.texts.get(stretch.article).article.title
        before = "" if stretch.told else _DAY_OF_TEXT.sub("", stretch.before(self._library, _BEFORE))
        return Surroundings(before, title, told.reported or told.year)

    def spoken(self, words: str, article: str = "") -> Spoken:
        """Return whom and where words name, of an article or by themselves; many figures meet the same sentences."""
        key = (words, article)
        if key not in self._spoken:
            self._spoken[key] = spoken_of(self._library, words, self.around(article) if article else None)
        return self._spoken[key]

    def words(self, article: str) -> str:
        """Return all an article says, with its title."""
        text = self._library.texts.get(article)
        return f"{text.article.title}\n{text.clean}"
