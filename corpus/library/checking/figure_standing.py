"""How one figure of a paper stands to the library: what agrees with it, what differs, and what says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
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
from corpus.audit.numbers.supposed import is_supposed
from corpus.audit.paper.paper_figures import PaperFigure
from corpus.audit.verdict import Checked, Verdict
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.library.checking.figure_words import digits_of, words_to_ask
from corpus.library.checking.grounds import Grounds
from corpus.library.checking.heard import Answer, Bearing, Heard, Testimony
from corpus.library.checking.reckoned import RecordedLevels
from corpus.library.checking.records import said_otherwise
from corpus.library.checking.sources import (
    Stretch,
    sentences_near_figure,
    sentences_of_article,
    sentences_with_digits,
    sentences_with_words,
)
from corpus.library.checking.subjects import Spoken
from corpus.library.checking.weighing import (
    differs,
    is_aimed,
    is_beside,
    is_of_another_year,
    is_undated,
    says_nothing,
    stands_otherwise,
)
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import Statistic, StatisticKind

_SPOKEN_OF: Final = 0.34
"""Share of what a number is about that a sentence must speak of to confirm it."""
_ASKED: Final = 3
"""Sentences that agree of which it is asked what contradicts them on record."""
_AROUND: Final = 320
"""Characters on either side of a number that say what it is and of what."""
_NOWHERE: Final = Span(0, 0)
_DOCUMENTS: Final = 3
"""Documents about whom a figure is told of that are gone through."""
_KEPT: Final = 64
"""Clauses whose sentences are kept for the figures that follow."""


class FigureCheck:
    """Looks the figures of one paper up in a library."""

    def __init__(self, library: Library, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope
        self._grounds = Grounds(library)
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
        worst = max(others, key=lambda one: (one.slip, one.close), default=None)
        found = agreeing[0] if agreeing else worst
        against = worst.place if agreeing and worst else self._on_record_against(agreeing)
        if is_supposed(figure.sentence, figure.number.span):  # whatever others say, nothing is claimed
            against = None
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

    def _on_record_against(self, agreeing: Sequence[Testimony]) -> Place | None:
        """Return where another text is on record as contradicting a number that agrees; ``None`` where none does."""
        told = ((one.place.article, one.number) for one in agreeing[:_ASKED] if one.number is not None)
        each = (said_otherwise(self._library, article, number, self._scope) for article, number in told)
        return next((one for one in each if one is not None), None)

    def _heard(self, figure: PaperFigure, recorded: Iterable[Stretch]) -> Heard:
        """Return what the library says to a figure, by how it stands to it.

        Those nearest to it are asked for what agrees and what differs. Where nothing agrees yet, those that hold its
        digits are too, and at last those that only share its words: of all ways they cost most.
        """
        sentence = figure.sentence
        clause = clause_of(sentence, figure.number.span)
        asked = words_to_ask(sentence, clause)
        whom = self._grounds.spoken(sentence).within(_part_of(sentence, figure.number.span))
        heard = Heard()
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

    def _in_documents_about(self, figure: PaperFigure, heard: Heard) -> Iterator[Stretch]:
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

    def _listen(self, figure: PaperFigure, whom: Spoken, stretches: Iterable[Stretch], heard: Heard) -> None:
        """Add what stretches that were not asked yet say."""
        for stretch in stretches:
            key = (stretch.article, stretch.start, stretch.told)
            if key in heard.asked:
                continue
            heard.asked[key] = None
            answer = self._answer(figure, whom, stretch)
            if answer is not None:
                heard.take(answer, self._bearing(figure, whom, answer))

    def _answer(self, figure: PaperFigure, whom: Spoken, stretch: Stretch) -> Answer | None:
        """Return what a stretch says to a figure; ``None`` where it speaks of others, or has no number for it."""
        if has_heard_none(whom.names, self._grounds.words(stretch.article)):
            return None
        around = self._grounds.of_stretch(stretch)
        standing = compare_number(figure.number, figure.sentence, stretch.words, around)
        if says_nothing(standing):
            return None
        there = self._grounds.spoken(stretch.words, stretch.article)
        if len(there.names) > 1:
            there = there.within(_part_of(stretch.words, standing.meant))
        there = there.called_as(whom).known_to(whom, stretch.words)
        before, title = (self._grounds.spoken(one).called_as(whom) for one in (around.before, around.title))
        led = there.led_by(before).led_by(title)
        if not whom.may_be(led) or self._is_of_nothing_there(figure, whom, standing, stretch):
            return None
        told = Testimony(
            stretch.whole(self._library),
            there if there.names or not whom.names else there.led_by(title),
            standing.close,
            standing.likeness,
            stretch.on_record,
            stretch.number_at(standing.meant),
            standing.other_kind,
            self._is_told_beside(figure, standing, stretch, around),
            standing.slip,
        )
        return Answer(stretch, around, standing, there, led, told)

    def _bearing(self, figure: PaperFigure, whom: Spoken, answer: Answer) -> Bearing | None:
        """Return what an answer does to a figure; ``None`` where it says too little to be kept."""
        number, sentence = figure.number, figure.sentence
        standing, words = answer.standing, answer.stretch.words
        document = self._grounds.around(answer.stretch.article)
        aimed = is_aimed(sentence)
        alike_aimed = aimed == is_aimed(words)
        if standing.verdict is Verdict.SAME:
            to_come = aimed or any(int(year) >= (document.year or 0) for year in number.years)
            if not to_come and self._is_foreseen(answer.told):
                return Bearing.ELSEWHERE
            if is_of_another_year(standing, number, words, document):
                return Bearing.ELSEWHERE
            if standing.close >= _SPOKEN_OF or (number.is_telling and standing.close > 0):
                return Bearing.AGREEING
        same_aim = alike_aimed and whom.known_to(answer.led, sentence) in (answer.there, answer.led)
        if same_aim and (
            differs(standing, number) or is_beside(standing, number, sentence, words, answer.around)
        ):
            return Bearing.DIFFERING
        if stands_otherwise(standing) or (is_undated(standing, number) and alike_aimed):
            return Bearing.ELSEWHERE
        return Bearing.PASSED if standing.verdict is Verdict.CHANGED else None

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

    def _is_foreseen(self, told: Testimony) -> bool:
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


def _in_its_words(figure: PaperFigure) -> tuple[Any, ...]:
    """Return a figure with the words around it, wherever in its sentence it stands."""
    span = figure.number.span
    start = max(0, span.start - _AROUND)
    words = figure.sentence[start : span.end + _AROUND]
    return figure.sentence, words, replace(figure.number, span=span.shifted(-start)), figure.in_cell
