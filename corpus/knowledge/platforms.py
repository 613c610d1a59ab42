"""Platforms in a text: where they are named, and the dated facts told of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from corpus.knowledge.facts.acquiring import acquiring
from corpus.knowledge.facts.disputes import disputes
from corpus.knowledge.facts.earnings import earnings, sales, users
from corpus.knowledge.facts.founding import founding, people
from corpus.knowledge.facts.funding import funding
from corpus.knowledge.facts.listing import listing
from corpus.knowledge.facts.masked_sentence import MaskedSentence
from corpus.knowledge.facts.products import launch, withdrawal
from corpus.knowledge.facts.stories import sizes, stories
from corpus.knowledge.facts.subjects import is_subject
from corpus.knowledge.names.known.platform_names import find_mentions
from corpus.knowledge.phrases.repeated_sentences import RepeatedSentences
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import InTextOrder, Span
from corpus.model.statistic import NumberMention, Statistic
from corpus.text.decimals import plain_digits
from corpus.text.numbers import find_numbers
from index.lazy_pattern import LazyPattern

__all__ = ["extract_facts", "find_mentions"]

_EXTRACTORS: Final = (
    founding, people, funding, listing, acquiring, earnings, sales, users, launch, withdrawal, disputes, sizes, stories,
)  # fmt: skip
"""One function a sort of fact: a new sort is one module and one line here."""
_FIELD = LazyPattern(
    r"(?:企业|公司|公司名称|企业名称|项目名称|项目|融资方|轮次|融资轮次|金额|融资金额|投资方|领投方|跟投方|投资机构|时间|日期|行业|估值)(?:[：:]|为)"
)
"""How a line of a record begins."""
_CARRIED_SENTENCES: Final = 8
"""How many sentences on a company is still the one spoken of, where none is named."""
_AS_OBJECT = LazyPattern(r"(?:、|包括|[和与及向给为]|供应|服务|来自|进入)$")
"""Before companies that a sentence only names as somebody's: 客户包括青禾、蓝田."""
_ONLY_DEALT_WITH = LazyPattern(
    r"(?:股东|客户|供应商|对手|投资方)[^，。；]{0,3}(?:包括|有|为|是)$|[进入]了$|[给向]$|竞争对手$|代工$"
)
"""Before a company that another one, perhaps not named, has to do with."""
_SUPPOSED = LazyPattern(
    r"(?:^|[，：；])[\s“]*(?:若(?![羽邻愚])|[^，。；]{0,4}(?:如果|倘若|假如|假设|要是|一旦))|[？?][”」]?\s*$"
)
_NEWCOMER = LazyPattern(r"[\s“]*(?:服务于|专注于?|面向|主打|定位|一家|另一?[家个]|还有一?[家个])")


def extract_facts(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[PlatformMention],
    statistics: Sequence[Statistic] = (),
    *,
    numbers: Sequence[NumberMention] | None = None,
    known: frozenset[str] | None = None,
) -> tuple[PlatformFact, ...]:
    """Return the facts of platforms: funding rounds, listing, sales, users, founders, disputes …, with evidence.

    The platform of a clause is the one named in it or before it in the sentence; a sentence that names none but
    plainly goes on takes the one of the sentence before it (``inferred``). ``value`` holds ``text`` and, where it
    has one, ``number`` and ``unit`` (scale multiplied out), and further fields of the predicate (round, investor,
    exchange, market_value). ``date`` is as short as it is exact; the periods of ``statistics`` fill it in where
    a clause has none. Stories (model, target users …) are told of ``known`` platforms only.
    """
    numbers_of = InTextOrder(find_numbers(text) if numbers is None else numbers)
    mentions_of = InTextOrder(mentions)
    found: list[PlatformFact] = []
    repeated = RepeatedSentences(text, _shifted)
    carried, age = "", 0
    for span in _records(text, sentences):
        if "\n" in text[max(0, span.start - 1) : span.start]:
            carried = ""
        inside = mentions_of.within(span)
        if inside or carried:
            counted = numbers_of.within(span)
            masked = MaskedSentence(text, span, inside, counted, carried, known)
            found += repeated.told(span, counted, inside, partial(_told, masked), carried)
        age = 0 if inside else age + 1
        carried = _carried(text, span, inside, carried) if age < _CARRIED_SENTENCES else ""
    return tuple(_identified(_dated(found, statistics)))


def _told(masked: MaskedSentence) -> tuple[PlatformFact, ...]:
    """Return what one sentence tells; nothing of one that supposes or asks."""
    if _SUPPOSED.search(masked.signs):
        return ()
    return tuple(_once(fact for extractor in _EXTRACTORS for fact in extractor(masked)))


def _shifted(found: PlatformFact, by: int) -> PlatformFact:
    """Return a fact told so many code points further on."""
    return replace(found, evidence=found.evidence.shifted(by))


def _records(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences, lines of a record (企业：…, 轮次：…, 金额：…) as one."""
    open_record: Span | None = None
    for span in sentences:
        if open_record is not None and _FIELD.match(text, span.start):
            open_record = Span(open_record.start, span.end)
            continue
        if open_record is not None:
            yield open_record
        open_record = span if _FIELD.match(text, span.start) else None
        if open_record is None:
            yield span
    if open_record is not None:
        yield open_record


def _once(found: Iterable[PlatformFact]) -> Iterator[PlatformFact]:
    """Drop a story told in words where the same sort of fact is told with more in the same sentence."""
    told: dict[tuple[str, str], set[str]] = {}
    for fact in found:
        known = told.setdefault((fact.platform, fact.predicate), set())
        if (
            known
            and set(fact.value) <= {"text", "when"}
            and fact.predicate in {"dispute", "acquisition", "founded"}
        ):
            continue
        known.add(fact.label)
        yield fact


def _dated(found: Sequence[PlatformFact], statistics: Sequence[Statistic]) -> tuple[PlatformFact, ...]:
    """Give facts with a number and no date the period of the statistic of the same sentence and number."""
    periods = {
        (statistic.evidence, plain_digits(statistic.base_value)): statistic.period.start[:4]
        for statistic in statistics
        if statistic.base_value is not None and statistic.period.start
    }
    return tuple(
        fact
        if fact.date
        else replace(fact, date=periods.get((fact.evidence, fact.value.get("number", "")), ""))
        for fact in found
    )


def _carried(text: str, sentence: Span, mentions: Sequence[PlatformMention], carried: str) -> str:
    """Return the platform the next sentence speaks of when it names none."""
    mentions = [mention for mention in mentions if is_subject(text, mention)]
    names = {mention.platform for mention in mentions}
    if not names:
        return "" if _NEWCOMER.match(text, sentence.start) else carried
    if len(names) == 1:
        if all(_ONLY_DEALT_WITH.search(text, max(0, one.span.start - 8), one.span.start) for one in mentions):
            return "" if carried == mentions[0].platform else carried
        listed = all(
            "、"
            in text[mention.span.start - 1 : mention.span.start]
            + text[mention.span.end : mention.span.end + 1]
            for mention in mentions
        )
        return "" if listed else mentions[0].platform
    if carried and all(
        _AS_OBJECT.search(text, max(0, one.span.start - 4), one.span.start) for one in mentions
    ):
        return carried
    head = mentions[0]
    leads = head.span.start - sentence.start <= 12 and text[head.span.end : head.span.end + 1] not in {
        "、",
        "和",
        "与",
    }
    return head.platform if leads else ""


def _identified(found: Iterable[PlatformFact]) -> Iterator[PlatformFact]:
    """Give every fact an id derived from platform, predicate, value and place; drop repeats."""
    seen: set[str] = set()
    for fact in found:
        key = f"{fact.platform}:{fact.predicate}:{fact.value.get('text')}:{fact.date}:{fact.evidence.start}"
        digest = hashlib.sha256(key.encode()).hexdigest()[:12]
        if digest not in seen:
            seen.add(digest)
            yield replace(fact, id=digest)
