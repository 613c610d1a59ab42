"""Going through a paper: each quotation and each figure is looked up in the library and told how it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.audit.apparatus import without_apparatus
from corpus.audit.clauses import CLAUSE_ENDS, clause_of
from corpus.audit.dating import dated_by
from corpus.audit.number import RANK, TIMES, Number
from corpus.audit.number_standing import NumberStanding, Surroundings, compare_number
from corpus.audit.numbering import numbering_in
from corpus.audit.quotations import Quotation, quotations_in, spoken_without_marks
from corpus.audit.stated_numbers import numbers_in
from corpus.audit.topics import mentions_in, topics_in
from corpus.audit.unheard_names import has_heard_none, names_nobody_of
from corpus.audit.verdict import Checked, Verdict
from corpus.audit.wording import compare, source_text
from corpus.knowledge.cues.tables import cue
from corpus.library.core.contexts import context_of
from corpus.library.core.library import Library
from corpus.library.finding.audit_records import RecordedFigures
from corpus.library.finding.audit_sources import (
    Stretch,
    sentences_for_figure,
    stretches_for_quotation,
    stretches_holding,
)
from corpus.library.finding.audit_subjects import Spoken, spoken_of
from corpus.library.finding.audited import AuditEntry, Standing
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.context import DocumentContext
from corpus.model.place import Place
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_ORDER: Final = {Verdict.SAME: 0, Verdict.CUT: 1, Verdict.CHANGED: 2, Verdict.NOT_FOUND: 3}
_SPOKEN_OF: Final = 0.34
"""Share of what a number is about that a sentence must speak of to confirm it."""
_HALF_SPOKEN_OF: Final = 0.5
_NEARLY_ALL: Final = 0.8
_CLEARLY: Final = 0.3
_SAME_THING: Final = 0.6
"""Share of it that a sentence must speak of to contradict it."""
_TOPICS: Final = 3
"""Pairs of characters that must say what a number is about before another number can contradict it."""
_TELLING: Final = 3
"""Digits of a number that by itself shows what is meant."""
_BEFORE: Final = 200
"""Characters before a sentence in which the year is looked for that 同年 means."""
_DIGITS: Final = LazyPattern(r"\d[\d.,，]*\d(?:[%％]|[\u4e00-\u9fff]{1,2})?")
"""Digits with what they are told in."""
_ENOUGH: Final = 8
"""Pairs of characters of a clause that find its sentences among many."""
_LARGE: Final = 100
"""Numbers in Chinese characters from here on state something."""
_TEN: Final = 10
"""What is counted by more in them does too: 十一户."""
_NAMING_A_GROUP: Final = LazyPattern(r"及?以[上下内]的[^，,。；;\d]*\d")
"""Behind a bound that says which are counted: 10万元以下的村有4个; what is counted is checked with it."""
_DAY_OF_TEXT: Final = LazyPattern(
    r"(?m)^[^，,。；;\d\n]{0,24}(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日(?:在[^，。\n]{2,40}上)?[）)\s]*$"
)
"""A line that tells when a text was written, published or read out: it is not of when that is what it tells."""
_LOOKS_BACK: Final = LazyPattern(
    r"(?<![较比与])(?:上年|去年)|前年|上期|同期|以来|历年|往年|当年|同年|该年|至今|\d年"
)
_POINTS_BACK: Final = LazyPattern(
    r"\s*[这该此][一个]?(?:比例|比率|占比|数字|数值|指标|水平|规模|数据)|\s*(?:其中|同比|环比)"
)


def audit(
    library: Library, paper: str, *, scope: Scope = EVERYTHING, progress: ProgressCallback = unobserved
) -> tuple[AuditEntry, ...]:
    """Return how every quotation and figure of ``paper`` stands to the library, in the order of the paper.

    Contents, references and locators are passed over; what stands inside a quotation is checked with it.
    """
    body = without_apparatus(paper)
    quoted = quotations_in(body)
    figures = [
        (span, number)
        for span, number in _numbers_of(body)
        if _is_figure(number, span.of(body))
        and not any(_inside(span.start + number.span.start, one.span) for one in quoted)
    ]
    entries = list(_copied(library, body, quoted, scope))
    total = len(quoted) + len(figures)
    grounds, records = _Grounds(library), RecordedFigures(library, body, scope)
    for done, one in enumerate(quoted):
        progress(Progress("audit", done, total))
        entries.extend(_quotation(library, body, one, scope))
    for done, (span, number) in enumerate(figures, start=len(quoted)):
        progress(Progress("audit", done, total))
        recorded = records.beside(span.start + number.span.start)
        entries.append(_figure(library, span, span.of(body), number, scope, grounds, recorded))
    shown = (replace(one, text=one.span.of(paper)) for one in _joined(entries))
    return tuple(sorted(shown, key=lambda entry: (entry.span.start, entry.span.end)))


def _numbers_of(body: str) -> Iterator[tuple[Span, Number]]:
    """Yield the numbers of a paper, each with its sentence; one that points back begins with what it points to."""
    before: Span | None = None
    for span in sentences(body):
        told = span
        if before is not None and before.end == span.start and _POINTS_BACK.match(span.of(body)):
            told = Span(before.start, span.end)
        words = told.of(body)
        for number in numbers_in(words, span.start - told.start):
            yield told, dated_by(number, words, body[max(0, told.start - _BEFORE) : told.start])
        before = span if numbers_in(span.of(body)) else None


def _quotation(library: Library, body: str, quoted: Quotation, scope: Scope) -> tuple[AuditEntry, ...]:
    """Return how a quotation stands: as the words of one speaker, or of several, whichever stands so."""

    def checked(one: Quotation) -> AuditEntry:
        return check_quotation(library, one.text(body), one.span, one.span.of(body), scope)

    whole, apart = checked(quoted), quoted.apart(body)
    return (whole,) if whole.standing is Standing.SAME or len(apart) < 2 else tuple(map(checked, apart))


def check_quotation(
    library: Library, words: str, span: Span, printed: str, scope: Scope = EVERYTHING
) -> AuditEntry:
    """Return how a quotation stands to the library: ``words`` are looked up, ``printed`` is how the paper has them."""
    best, found = Verdict.NOT_FOUND, None
    for stretch in stretches_for_quotation(library, words, scope):
        compared = compare(words, source_text(stretch.text))
        if compared.source is not None and (found is None or _ORDER[compared.verdict] < _ORDER[best]):
            best, found = compared.verdict, stretch.place(library, compared.source)
        if best is Verdict.SAME:
            break
    return AuditEntry(Checked.QUOTATION, printed, span, Standing(best.value), found)


def _copied(library: Library, body: str, quoted: Sequence[Quotation], scope: Scope) -> Iterator[AuditEntry]:
    """Yield what is told to be said, without quotation marks, and stands so; what does not is no quotation."""
    for sentence in sentences(body):
        said = spoken_without_marks(sentence.of(body))
        if said is None or any(
            one.span.start < sentence.end and sentence.start < one.span.end for one in quoted
        ):
            continue
        words = said.of(sentence.of(body))
        span = Span(sentence.start + said.start, sentence.start + said.end)
        for stretch in stretches_holding(library, words, scope):
            compared = compare(words, source_text(stretch.text))
            if compared.verdict is Verdict.SAME and compared.source is not None:
                yield AuditEntry(
                    Checked.QUOTATION, words, span, Standing.SAME, stretch.place(library, compared.source)
                )
                break


def _figure(
    library: Library,
    sentence_span: Span,
    sentence: str,
    number: Number,
    scope: Scope,
    grounds: _Grounds,
    recorded: Iterator[Stretch],
) -> AuditEntry:
    """Return how one number of a sentence stands to the library."""
    clause = clause_of(sentence, number.span)
    agreeing: list[_Told] = []
    differing: list[_Told] = []
    elsewhere: list[_Told] = []
    whom, aimed = spoken_of(library, sentence), _is_aimed(sentence)
    near = sentences_for_figure(library, _asked_for(sentence, clause), _printed(sentence, number), scope)
    stretches = {(one.article, one.start): one for one in (*near, *recorded)}
    for stretch in stretches.values():
        around = grounds.of_stretch(stretch)
        standing = compare_number(number, sentence, stretch.text, around)
        if standing.verdict is Verdict.NOT_FOUND:
            continue
        there = spoken_of(library, stretch.text, grounds.around(stretch.article))
        led = there.led_by(spoken_of(library, around.before)).led_by(spoken_of(library, around.title))
        if not whom.may_be(led):
            continue
        told = _Told(
            stretch.place(library, Span(0, len(stretch.text))), there, standing.close, standing.likeness
        )
        telling = len(number.digits) >= _TELLING and standing.close > 0
        heard = grounds.words(stretch.article)
        if has_heard_none(whom.names, heard) or (
            not standing.same_thing and names_nobody_of(sentence, number.span.start, whom.names, heard)
        ):
            continue
        there_aimed = _is_aimed(stretch.text)
        same_aim = whom.known_to(led, sentence) in (there, led) and aimed == there_aimed
        if standing.verdict is Verdict.SAME and _is_of_another_year(
            standing, number, stretch.text, grounds.around(stretch.article)
        ):
            elsewhere.append(told)
        elif standing.verdict is Verdict.SAME and (standing.close >= _SPOKEN_OF or telling):
            agreeing.append(told)
        elif same_aim and (
            _differs(standing, number) or _is_beside(standing, number, sentence, stretch.text, around)
        ):
            differing.append(told)
        elif _stands_otherwise(standing) or (_is_undated(standing, number) and aimed == there_aimed):
            elsewhere.append(told)
    agreeing = [
        one for one in agreeing if not any(other.is_meant_before(one) for other in (*differing, *elsewhere))
    ]
    shown = Span(sentence_span.start + clause.start, sentence_span.start + clause.end)
    others = [one for one in differing if any(one.speaks_against(other) for other in agreeing)]
    if not agreeing:
        others = [*differing, *elsewhere]
    worst = max(others, key=lambda one: one.close, default=None)
    found = agreeing[0] if agreeing else worst
    if agreeing:
        verdict = Standing.CONTRADICTED if worst else Standing.SAME
    else:
        verdict = Standing.CHANGED if worst else Standing.NOT_FOUND
    return AuditEntry(
        Checked.FIGURE,
        clause.of(sentence),
        shown,
        verdict,
        found.place if found else None,
        worst.place if agreeing and worst else None,
    )


def _printed(sentence: str, number: Number) -> str:
    """Return a number as printed, with what it is told in, where it is telling enough to be looked up by itself."""
    digits = _DIGITS.search(sentence, number.span.start, number.span.end + 1)
    return digits[0] if digits and len(number.digits) >= _TELLING else ""


def _asked_for(sentence: str, clause: Span) -> str:
    """Return the words to look a clause up by; where it says nothing but a number (增长9.7%), those before it too."""
    start = clause.start
    heads = [match.end() for match in CLAUSE_ENDS.finditer(sentence, 0, start)]
    while heads and len(topics_in(sentence, mentions_in(sentence), start, clause.end)) < _ENOUGH:
        start = heads[-2] if len(heads) > 1 else 0
        heads.pop()
    return sentence[start : clause.end]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence of the library says to a number: where, of whom, and how close to what it is about."""

    place: Place
    of: Spoken
    close: float
    likeness: float

    def is_meant_before(self, other: _Told) -> bool:
        """Tell whether, of two places of one text, it is clearly the one that is meant."""
        return self.place.article == other.place.article and self.likeness > other.likeness + _CLEARLY

    def speaks_against(self, other: _Told) -> bool:
        """Tell whether it is another source that speaks of the same: one source's two places contradict nothing.

        What a study counts of itself (问卷) or a company of itself (净利润) is of two where nobody is named.
        """
        return (
            self.place.article != other.place.article
            and self.of.is_same(other.of)
            and bool(self.of.names or not cue("statements", "self_told").search(self.place.quote))
        )


class _Grounds:
    """The documents around what is found; each is read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, DocumentContext] = {}

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
        before = _DAY_OF_TEXT.sub("", stretch.before(self._library, _BEFORE))
        return Surroundings(before, title, told.reported or told.year)

    def words(self, article: str) -> str:
        """Return all an article says, with its title."""
        text = self._library.texts.get(article)
        return f"{text.article.title}\n{text.clean}"


def _is_aimed(sentence: str) -> bool:
    """Tell whether a sentence speaks of an aim: what is aimed at and what came of it are two things."""
    return cue("statements", "aimed").search(sentence) is not None


def _is_of_another_year(
    standing: NumberStanding, number: Number, stretch: str, around: DocumentContext
) -> bool:
    """Tell whether a sentence that names no year stands in an account of another year than the one stated."""
    told = {str(year) for year in (around.year, around.reported) if year is not None}
    return bool(
        number.years
        and not standing.dated
        and told
        and told.isdisjoint(number.years)
        and not _LOOKS_BACK.search(stretch)
    )


def _differs(standing: NumberStanding, number: Number) -> bool:
    """Tell whether a sentence says of the same thing and time another number."""
    return (
        standing.verdict is Verdict.CHANGED
        and standing.close >= _SAME_THING
        and standing.dated
        and standing.same_thing
        and len(number.topics) >= _TOPICS
    )


def _is_beside(
    standing: NumberStanding, number: Number, sentence: str, stretch: str, around: Surroundings
) -> bool:
    """Tell whether another number stands there beside one that its clause has right: 由4200元提高到5800元."""
    if not (standing.verdict is Verdict.CHANGED and standing.same_thing and standing.dated):
        return False
    clause = clause_of(sentence, number.span)
    return any(
        len(one.digits) > 1
        and one.unit == number.unit
        and one.movement.begins != number.movement.begins
        and _inside(one.span.start, clause)
        and compare_number(one, sentence, stretch, around).verdict is Verdict.SAME
        for one in numbers_in(sentence)
    )


def _is_undated(standing: NumberStanding, number: Number) -> bool:
    """Tell whether a number told without its year is another there, and nearly all it is about is spoken of."""
    return (
        not number.years
        and standing.verdict is Verdict.CHANGED
        and standing.same_thing
        and standing.close >= _NEARLY_ALL
        and len(number.topics) >= _TOPICS
    )


def _stands_otherwise(standing: NumberStanding) -> bool:
    """Tell whether that very number stands there, of another year or thing, in another unit or the other way."""
    return standing.telling and standing.close >= (_SPOKEN_OF if standing.same_thing else _HALF_SPOKEN_OF)


def _joined(entries: list[AuditEntry]) -> Iterator[AuditEntry]:
    """Yield the entries, of several numbers of one clause the one that needs a look most."""
    concern = [
        Standing.CONTRADICTED, Standing.CHANGED, Standing.NOT_FOUND, Standing.CUT, Standing.UNCONFIRMED, Standing.SAME,
    ]  # fmt: skip
    kept: dict[tuple[Checked, Span], AuditEntry] = {}
    for one in entries:
        key = (one.checked, one.span)
        if key not in kept or concern.index(one.standing) < concern.index(kept[key].standing):
            kept[key] = one
    yield from kept.values()


def _is_figure(number: Number, sentence: str) -> bool:
    """Tell whether a number states something to be looked up: 一 and 两 in running words do not, nor do marks."""
    if any(_inside(number.span.start, one) for one in numbering_in(sentence)):
        return False
    if _NAMING_A_GROUP.match(sentence, number.span.end):
        return False
    return (
        any(map(str.isdigit, number.span.of(sentence)))
        or number.unit in ("%", RANK, TIMES)
        or number.value >= _LARGE
        or (number.value > _TEN and bool(number.counted))
    )


def _inside(offset: int, span: Span) -> bool:
    return span.start <= offset < span.end
