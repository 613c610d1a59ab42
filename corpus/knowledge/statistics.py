"""Statistics of a text: which figure says what of whom, when, and by whose account."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from corpus.knowledge.bearers.consortia import without_winner
from corpus.knowledge.bearers.spenders import of_spenders
from corpus.knowledge.document.carried_period import CarriedPeriod
from corpus.knowledge.document.frames import Frame, account_frame, frames, title_time
from corpus.knowledge.document.inherit import inherit, is_brief
from corpus.knowledge.document.lemma import is_lemma, of_lemma
from corpus.knowledge.document.places import level_of
from corpus.knowledge.document.shared_time import without_shared_time
from corpus.knowledge.document.year_to_date import counted_up_to
from corpus.knowledge.document.zero_anaphora import CompanyInFocus
from corpus.knowledge.metrics.banded import with_band
from corpus.knowledge.metrics.clausal_metrics import without_clause
from corpus.knowledge.metrics.closing_verbs import without_closing_verb
from corpus.knowledge.metrics.contents import of_contents
from corpus.knowledge.metrics.incomplete_metrics import with_complete_metric
from corpus.knowledge.metrics.name_only_metrics import without_name_only_metrics
from corpus.knowledge.metrics.normalising import normalised
from corpus.knowledge.metrics.noun_phrases import with_noun_phrase
from corpus.knowledge.metrics.own_times import without_own_time
from corpus.knowledge.metrics.share_prices import as_share_price
from corpus.knowledge.metrics.told_around import told_around
from corpus.knowledge.metrics.told_losses import with_told_loss
from corpus.knowledge.metrics.votes import of_votes
from corpus.knowledge.names.known.platform_names import find_mentions
from corpus.knowledge.phrases.note_marks import told_plainly, without_marks
from corpus.knowledge.phrases.repeated_sentences import RepeatedSentences
from corpus.knowledge.sentences.reader import Reader
from corpus.knowledge.subjects.anaphora import with_number_meant
from corpus.knowledge.subjects.branches import of_branch, of_segment
from corpus.knowledge.subjects.named_before import of_named_before
from corpus.knowledge.subjects.no_subjects import without_clause_for_subject, without_one_of_each
from corpus.knowledge.subjects.things_told import with_thing_told
from corpus.knowledge.tables.grid import grids
from corpus.knowledge.tables.reading import figures_of_grid
from corpus.knowledge.tables.times import Account
from corpus.model.context import DocumentContext, Tense
from corpus.model.platform import Platform, PlatformMention
from corpus.model.span import InTextOrder, Span, Taken
from corpus.model.statistic import NumberMention, Statistic
from corpus.text.numbers import find_numbers
from index.lazy_pattern import LazyPattern

MOST_NUMBERS: Final = 1000
"""Numbers of one sentence; what has more is a dump without an end, whose every number would quote all of it."""
_NOW: Final = LazyPattern(r"现在|如今|本届|此次|本次")
"""In a sentence that speaks of another time than one before it may have named."""
_MANY: Final = 2
"""A short text that names so many other companies speaks of each of them, and not of the first."""


def extract_statistics(
    text: str,
    sentences: Sequence[Span],
    *,
    platforms: Sequence[Platform] = (),
    names: Sequence[PlatformMention] | None = None,
    context: DocumentContext | None = None,
    numbers: Sequence[NumberMention] | None = None,
    stand: Sequence[Frame] | None = None,
) -> tuple[Statistic, ...]:
    """Return the statistics of a text in the order of their figures; spans are spans of ``text``.

    ``sentences`` part the text; ``platforms`` (or ``names``, where they are found already) may be subjects;
    ``context`` is what the document says around them; ``numbers`` are its number mentions and ``stand`` the frames
    its sentences stand in, where they are known already. Ids are derived from figure, metric and value. What a
    figure takes from its document, or from a sentence before, has no ``text`` of its own and is named in
    ``inherited``.
    """
    known = context or DocumentContext()
    printed, text = text, without_marks(text)
    stand = tuple(frames(text, sentences, known)) if stand is None else stand
    names = find_mentions(text, platforms) if names is None else names
    numbers = dated_numbers(text, sentences, stand, known) if numbers is None else numbers
    found = _of_sentences(text, sentences, stand, numbers, names, known)
    named = _with_own_metrics(text, [told_plainly(one, printed, text) for one in found], known)
    return tuple(identified(_with_tables(printed, named, known)))


def _of_sentences(
    text: str,
    sentences: Sequence[Span],
    stand: Sequence[Frame],
    numbers: Sequence[NumberMention],
    names: Sequence[PlatformMention],
    context: DocumentContext,
) -> list[Statistic]:
    """Return what the sentences of a text tell one after the other, each with what it takes from those before it."""
    numbers_of, names_of = InTextOrder(numbers), InTextOrder(names)
    period, company = CarriedPeriod(title_time(text, context)), CompanyInFocus()
    own = f"{context.about} {context.speaker}"
    others = {one.platform for one in names if one.text not in own and one.platform not in own}
    brief = is_brief(text, context) and (bool(level_of(context.about)) or len(others) < _MANY)
    lemma = context.about if is_lemma(context.about, text) else ""
    repeated = RepeatedSentences(text, _shifted)
    found: list[Statistic] = []
    before: Span | None = None
    for sentence, frame in zip(sentences, stand, strict=True):
        if "\n" in text[max(0, sentence.start - 2) : sentence.start]:
            period.start_paragraph()
            company.start_paragraph()
            before = None
        inside, named = numbers_of.within(sentence), names_of.within(sentence)
        apart = any(one.text not in own and one.platform not in own for one in named)
        of_document = partial(inherit, context=context, brief=brief, frame=frame, apart=apart)
        read = partial(_inherited, text, sentence, inside, named, of_document)
        told = list(repeated.told(sentence, inside, named, read, (frame, apart))) if inside else []
        told = told if named else company.given_to(told)
        if told:
            near = names_of.within(Span(before.start, sentence.end)) if before else named
            told = of_named_before(text, sentence, before, told, near)
            told = of_lemma(text, sentence, told, lemma)
        told = company.meant_by_itself(text, sentence, told, named)
        company.follow(text, told, named)
        dated_here = frame.period.start or _NOW.search(text, sentence.start, sentence.end)
        found += without_shared_time(told if dated_here else period.given_to(told))
        period.follow(text, inside, sentence.end)
        before = sentence
    return found


def _with_own_metrics(text: str, found: list[Statistic], context: DocumentContext) -> Iterator[Statistic]:
    """Yield figures with their metrics as they are shown and compared; those whose metric says nothing are left out.

    The order matters: whose a figure is comes off its metric before what is left is mended.
    """
    for one in normalised([without_own_time(each) for each in with_number_meant(found)], context.about):
        borne = as_share_price(text, with_told_loss(of_segment(text, of_branch(text, one))))
        phrased = without_clause(text, with_noun_phrase(text, without_closing_verb(text, borne)))
        whole = phrased and with_complete_metric(text, phrased)
        if whole:
            counted = of_contents(text, of_votes(text, of_spenders(told_around(text, whole))))
            yield with_band(text, with_thing_told(text, counted_up_to(text, counted)))


def _told(
    text: str, sentence: Span, numbers: Sequence[NumberMention], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return what one sentence tells; one of more numbers than anybody writes into a sentence tells nothing."""
    if len(numbers) > MOST_NUMBERS:
        return ()
    found = without_name_only_metrics(text, Reader(text, sentence, numbers, names).statistics(), names)
    called = frozenset(one.text for one in names)
    plain = (without_one_of_each(text, without_clause_for_subject(one, called)) for one in found)
    return tuple(without_winner(text, one) for one in plain)


def _inherited(
    text: str,
    sentence: Span,
    numbers: Sequence[NumberMention],
    names: Sequence[PlatformMention],
    of_document: Callable[[Statistic, str], Statistic],
) -> tuple[Statistic, ...]:
    """Return what one sentence tells, with what its document tells of it."""
    figures = _told(text, sentence, numbers, names)
    return tuple(of_document(one, text[sentence.start : one.figure.start]) for one in figures)


def _shifted(found: Statistic, by: int) -> Statistic:
    """Return a figure told so many code points further on."""
    return replace(found, evidence=found.evidence.shifted(by), figure=found.figure.shifted(by))


def _with_tables(text: str, found: Iterable[Statistic], context: DocumentContext) -> list[Statistic]:
    """Return the figures of sentences and tables in order; within a table only its cells speak."""
    tables = tuple(grids(text))
    if not tables:
        return list(found)
    frame = account_frame(text, context)
    year = frame.year if frame.year is not None else context.year
    account = Account(frame.period, str(year or ""))
    cells = [
        inherit(one, "", Frame(), context) for grid in tables for one in figures_of_grid(text, grid, account)
    ]
    within = Taken(grid.span for grid in tables)
    kept = [one for one in found if not within.overlaps(one.figure)]
    return sorted((*kept, *cells), key=lambda one: one.figure)


def dated_numbers(
    text: str, sentences: Sequence[Span], stand: Sequence[Frame], context: DocumentContext
) -> tuple[NumberMention, ...]:
    """Return the number mentions of a text; dates without a year belong to that of the frame they stand in.

    A part that stands again is read once: texts pasted again and again are mostly such.
    """
    found: list[NumberMention] = []
    known: dict[tuple[str, int | None], tuple[NumberMention, ...]] = {}
    begin = 0
    years = [_year_of(frame, context) for frame in stand]
    for place, year in enumerate(years):
        if place + 1 < len(years) and years[place + 1] == year:
            continue
        end = sentences[place + 1].start if place + 1 < len(stand) else len(text)
        words = text[begin:end], year
        part = known.get(words)
        if part is None:
            part = find_numbers(words[0], reference=context.written, written=context.now, year=year)
            known[words] = part
        found += (one.shifted(begin) for one in part) if begin else part
        begin = end
    if begin < len(text):
        found += (
            one.shifted(begin)
            for one in find_numbers(text[begin:], reference=context.written, written=context.now)
        )
    return tuple(found)


def _year_of(frame: Frame, context: DocumentContext) -> int | None:
    """Return the year a frame speaks of; of plans without one it is that of writing, and no month lies behind."""
    return context.now if frame.year is None and frame.tense is Tense.PLAN else frame.year


def identified(found: Iterable[Statistic]) -> Iterator[Statistic]:
    """Give every statistic an id that stays the same as long as figure, metric and value do."""
    for statistic in found:
        value = statistic.value if statistic.direction is None else None
        key = f"{statistic.figure.start}:{statistic.figure.end}:{statistic.metric}:{value}"
        yield replace(statistic, id=hashlib.sha256(key.encode()).hexdigest()[:12])
