"""Statistics of a text: which figure says what of whom, when, and by whose account."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from corpus.knowledge.document.frames import Frame, account_frame, frames, title_time
from corpus.knowledge.document.inherit import inherit, is_brief
from corpus.knowledge.document.one_time import without_shared_time
from corpus.knowledge.document.places import level_of
from corpus.knowledge.document.zero_anaphora import company_in_focus, of_company_in_focus
from corpus.knowledge.metrics.banded import with_band
from corpus.knowledge.metrics.clausal_metrics import without_clause
from corpus.knowledge.metrics.closing_verbs import without_closing_verb
from corpus.knowledge.metrics.incomplete_metrics import with_complete_metric
from corpus.knowledge.metrics.name_only_metrics import without_name_only_metrics
from corpus.knowledge.metrics.normalising import normalised
from corpus.knowledge.metrics.noun_phrases import with_noun_phrase
from corpus.knowledge.metrics.share_prices import as_share_price
from corpus.knowledge.names.known.platform_names import find_mentions
from corpus.knowledge.phrases.metrics import is_lasting
from corpus.knowledge.phrases.note_marks import told_plainly, without_marks
from corpus.knowledge.phrases.repeated_sentences import RepeatedSentences
from corpus.knowledge.phrases.sentence_view import SAME
from corpus.knowledge.phrases.times_aside import is_of_occasion, is_of_publication, same_time
from corpus.knowledge.sentences.reader import Reader
from corpus.knowledge.subjects.anaphora import with_number_meant
from corpus.knowledge.subjects.branches import of_branch, of_segment
from corpus.knowledge.tables.grid import grids
from corpus.knowledge.tables.reading import figures_of_grid
from corpus.knowledge.tables.times import Account
from corpus.model.context import DocumentContext, Tense
from corpus.model.platform import Platform, PlatformMention
from corpus.model.span import Span, Taken
from corpus.model.statistic import NumberMention, Period, Statistic, StatisticKind
from corpus.text.numbers import find_numbers
from corpus.text.numbers.founding import BEGUN, FOUNDED_IN
from index.lazy_pattern import LazyPattern

MOST_NUMBERS: Final = 1000
"""Numbers of one sentence; what has more is a dump without an end, whose every number would quote all of it."""
_AHEAD: Final = LazyPattern(r"(?:预计|预测|有望|力争|计划|到|至)[^，。；]{0,3}$")
"""Before a time that is only looked ahead to: 预计2028年将突破…"""
_SINCE: Final = LazyPattern(rf"以来|(?:正式)?(?:{BEGUN}|建成|投产)")
"""Behind a time that only tells how old something is."""
_OF_MONTH: Final = LazyPattern(r"当[月季日年]")
"""Behind a time a sentence only names beside the one it speaks of: 1—8月…，8月当月增长7.3%."""
_NOW: Final = LazyPattern(r"现在|如今|本届|此次|本次")
"""In a sentence that speaks of another time than one before it may have named."""
_SAME_TIME: Final = LazyPattern("(?:上年|去年)同[期月季]")
"""The same time of the year before, which neither a later sentence speaks of nor a date behind it."""
_LISTS: Final = LazyPattern(r"[ ]?[和与及、][ ]?")
_BEHIND_NAME: Final = LazyPattern(r"[一-鿿](?<![于在从自到至截止的年月日及和与是])$")
"""Before a day that only says when one thing happened: 青云市集10月3日单日客流, not 10月3日，…"""
_UNTIL: Final = LazyPattern(r"之?前(?![三两\d])")
"""Behind a day by which something is only due."""
_SENT: Final = LazyPattern(r"[ ]?(?:消息|讯|电)(?=[，,：:）) ]|\n)")
"""Behind the day a piece of news was sent, which is not what it tells of."""
_NEAR: Final = 8
_MANY: Final = 2
"""A short text that names so many other companies speaks of each of them, and not of the first."""
_CARRIED_SENTENCES = 3
"""How many sentences on a period still counts."""


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
    name_starts = [name.span.start for name in names]
    mentions = dated_numbers(text, sentences, stand, known) if numbers is None else numbers
    starts = [mention.span.start for mention in mentions]
    found: list[Statistic] = []
    repeated = RepeatedSentences(text, _shifted)
    carried, age, titled = Period(), 0, title_time(text, known)
    focus, behind, own = "", "", f"{known.about} {known.speaker}"
    others = {one.platform for one in names if one.text not in own and one.platform not in own}
    brief = is_brief(text, known) and (bool(level_of(known.about)) or len(others) < _MANY)
    of_document = partial(inherit, context=known, brief=brief)
    for sentence, frame in zip(sentences, stand, strict=True):
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if "\n" in text[max(0, sentence.start - 2) : sentence.start]:
            carried, behind, focus = Period(), focus or behind, ""
        named = names[bisect_left(name_starts, sentence.start) : bisect_left(name_starts, sentence.end)]
        apart = any(one.text not in own and one.platform not in own for one in named)
        read = partial(
            _inherited, text, sentence, inside, named, partial(of_document, frame=frame, apart=apart)
        )
        told = list(repeated.told(sentence, inside, named, read, (frame, apart))) if inside else []
        told = told if named else [of_company_in_focus(one, focus, behind) for one in told]
        focus = company_in_focus(text, told, named, focus)
        behind = (named[0].text if len({one.text for one in named}) == 1 else "") if named else behind
        here = frame.period.start or _NOW.search(text, sentence.start, sentence.end)
        found += without_shared_time(told if here else list(_of_title(_carry(told, carried), titled)))
        latest = _last_period(text, inside, sentence.end)
        carried, age = (latest, 0) if latest else (carried, age + 1)
        carried = carried if age < _CARRIED_SENTENCES else Period()
    found = with_number_meant([told_plainly(one, printed, text) for one in found])
    borne = (of_segment(text, of_branch(text, one)) for one in normalised(found, known.about))
    priced = (as_share_price(text, one) for one in borne)
    closed = (without_closing_verb(text, one) for one in priced)
    phrased = (without_clause(text, with_noun_phrase(text, one)) for one in closed)
    told_whole = (one and with_complete_metric(text, one) for one in phrased)
    found = [with_band(text, one) for one in told_whole if one is not None]
    return tuple(identified(_with_tables(printed, found, known)))


def _told(
    text: str, sentence: Span, numbers: Sequence[NumberMention], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return what one sentence tells; one of more numbers than anybody writes into a sentence tells nothing."""
    if len(numbers) > MOST_NUMBERS:
        return ()
    return without_name_only_metrics(text, Reader(text, sentence, numbers, names).statistics(), names)


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


def _with_tables(text: str, found: Sequence[Statistic], context: DocumentContext) -> list[Statistic]:
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


def _carry(found: Sequence[Statistic], carried: Period) -> Iterator[Statistic]:
    """Give the period of an earlier sentence to figures whose own sentence has none."""
    for statistic in found:
        printed = statistic.period.text
        if _SAME_TIME.fullmatch(printed) and not statistic.period.start:
            earlier = same_time(printed, carried)
            yield replace(statistic, period=earlier) if earlier.start else statistic
        elif printed or not carried.start:
            yield statistic
        else:
            yield replace(
                statistic, period=Period("", carried.start, carried.end), inferred=True, inherited=("period",)
            )


def _of_title(found: Iterable[Statistic], titled: Period) -> Iterator[Statistic]:
    """Give the time a title names to figures that neither their own sentence nor one before dates."""
    for one in found:
        dated = one.period.text or one.period.start or not titled.start
        if dated or one.kind is StatisticKind.FORECAST or is_lasting(one.metric):
            yield one
        else:
            yield replace(one, period=titled, inferred=True, inherited=(*one.inherited, "period"))


def _last_period(text: str, mentions: Sequence[NumberMention], end: int) -> Period | None:
    """Return the dated period a sentence that ends at ``end`` speaks of last, and no earlier time it looks back on."""
    latest: Period | None = None
    chosen: NumberMention | None = None
    for mention in reversed(mentions):
        if mention.kind not in {"date", "period"} or not mention.start_date:
            continue
        if latest is not None and mention.start_date <= latest.end:
            continue
        if text[mention.span.start - 1 : mention.span.start] in {"比", "较", "与"}:
            continue
        due = mention.span.of(text).endswith("前") or _UNTIL.match(text, mention.span.end)
        published = is_of_publication(text, mention, end)
        due = due or _SENT.match(text, mention.span.end)
        if due or published or _SAME_TIME.match(text, mention.span.start) or mention.span.of(text) in SAME:
            continue
        if mention.kind == "date" and _BEHIND_NAME.search(
            text, max(0, mention.span.start - 1), mention.span.start
        ):
            continue
        if (
            is_of_occasion(text, mention)
            or _SINCE.match(text, mention.span.end)
            or FOUNDED_IN.search(text, max(0, mention.span.start - _NEAR), mention.span.start)
        ):
            continue
        if _AHEAD.search(text, max(0, mention.span.start - _NEAR), mention.span.start):
            continue
        if _OF_MONTH.match(text, mention.span.end) and mention is not mentions[0]:
            continue
        latest = Period(mention.span.of(text), mention.start_date, mention.end_date)
        chosen = mention
    return None if chosen and _is_listed(text, mentions, chosen) else latest


def _is_listed(text: str, mentions: Sequence[NumberMention], last: NumberMention) -> bool:
    """Tell whether a time is the last of several a sentence lists, which it speaks of all: 2019年和2021年两期数据."""
    before = [one for one in mentions if one.span.end <= last.span.start and one.start_date]
    return bool(before) and _LISTS.fullmatch(text, before[-1].span.end, last.span.start) is not None


def identified(found: Iterable[Statistic]) -> Iterator[Statistic]:
    """Give every statistic an id that stays the same as long as figure, metric and value do."""
    for statistic in found:
        value = statistic.value if statistic.direction is None else None
        key = f"{statistic.figure.start}:{statistic.figure.end}:{statistic.metric}:{value}"
        yield replace(statistic, id=hashlib.sha256(key.encode()).hexdigest()[:12])
