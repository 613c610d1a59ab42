"""Recording a fact of a platform: whom a passage speaks of, what it says, and when."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.knowledge.facts.values import amount, short_date
from corpus.knowledge.phrases.sentence_times import is_dated
from corpus.library.core.library import Library
from corpus.library.facts.own_facts import evidence_of, new_id, record, trimmed
from corpus.library.facts.platforms import find_platform
from corpus.model.errors import UsageError
from corpus.model.own_fact import OwnFact
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.text.numbers import find_numbers

_NEAR = 400
"""How far before a passage the platform it speaks of is looked for, in code points."""
_AMOUNTS = frozenset({"amount", "number", "quantity", "percent"})


@dataclass(frozen=True, slots=True)
class PlatformFactDraft:
    """What a passage seems to say: of which platform (empty where none is named near), what sort, what, and when."""

    article: str
    quote: str
    platform: str
    predicate: str
    text: str
    date: str


@dataclass(frozen=True, slots=True)
class TypedFact:
    """A fact of a platform as a person types it; ``label`` says ``predicate`` in words, ``date`` as people write it."""

    platform: str
    predicate: str
    label: str
    text: str
    date: str = ""


def fact_to_record(library: Library, article_id: str, span: Span) -> PlatformFactDraft:
    """Return what a span of the clean text seems to say of a platform; UsageError (bad_span)."""
    ready = library.texts.get(article_id)
    chosen = trimmed(ready.clean, span)
    quote = chosen.of(ready.clean)
    mentions = [(ready.shown(one.span), one.platform) for one in library.store.facts.mentions_of(article_id)]
    inside = [name for place, name in mentions if place.overlaps(chosen)]
    before = [name for place, name in mentions if chosen.start - _NEAR <= place.start < chosen.start]
    platform = inside[0] if inside else before[-1] if before else ""
    found = [
        one.predicate
        for one in library.store.facts.platform_facts_of(article_id)
        if one.platform == platform and ready.shown(one.evidence).overlaps(chosen)
    ]
    text = " ".join(quote.strip(" 　，,；;。！!？?").split())
    predicate = found[0] if found else ""
    return PlatformFactDraft(article_id, quote, platform, predicate, text, _date_in(quote))


def record_fact(library: Library, article_id: str, span: Span, typed: TypedFact) -> OwnFact:
    """Keep a fact of a platform with the span of the clean text that proves it.

    UnknownIdError (unknown_platform), UsageError (bad_span, no_statement, bad_date).
    """
    if not typed.text.strip():
        raise UsageError("no_statement")
    ready = library.texts.get(article_id)
    evidence = evidence_of(ready, span, sentences=False)
    fact = PlatformFact(
        id=new_id(), platform=find_platform(library, typed.platform).name, predicate=typed.predicate,
        label=typed.label, value=_value(typed.text.strip()), evidence=evidence, article=article_id,
        date=_dated(typed.date), status=FactStatus.CONFIRMED, own=True,
    )  # fmt: skip
    return record(library, ready, fact.id, evidence, fact)


def _value(text: str) -> dict[str, str]:
    """Return what is said, with the first number in it."""
    numbers = [one for one in find_numbers(text) if one.kind in _AMOUNTS]
    return (
        {"text": text, "amount": numbers[0].span.of(text), **amount(numbers[0])}
        if numbers
        else {"text": text}
    )


def _dated(text: str) -> str:
    """Return a date as short as it is exact; UsageError (bad_date) where it is none."""
    found = _date_in(text)
    if text.strip() and not found:
        raise UsageError("bad_date", date=text.strip())
    return found


def _date_in(text: str) -> str:
    """Return the first date in a text, empty where there is none."""
    typed = f"{text}年" if text.strip().isdecimal() and len(text.strip()) == 4 else text
    return next((short_date(one) for one in find_numbers(typed) if is_dated(one) and one.start_date), "")
