"""Everything the extractors know of one text, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.knowledge.document.frames import frames
from corpus.knowledge.document.repeated_stretch import LeftOut, left_out
from corpus.knowledge.names.all_names import all_names
from corpus.knowledge.phrases.note_marks import without_marks
from corpus.knowledge.platforms import extract_facts
from corpus.knowledge.statistics import dated_numbers, extract_statistics, identified
from corpus.knowledge.trends.subject_matter import for_text
from corpus.knowledge.trends.trends import score_passages
from corpus.model.context import DocumentContext
from corpus.model.knowledge import Knowledge
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import TrendPassage
from corpus.text.script import plain_script
from corpus.text.sentences import sentences as cut_sentences


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a text says: all spans are spans of that text."""

    statistics: tuple[Statistic, ...] = ()
    mentions: tuple[PlatformMention, ...] = ()
    facts: tuple[PlatformFact, ...] = ()
    passages: tuple[TrendPassage, ...] = ()


def extract(
    text: str,
    sentences: Sequence[Span],
    knowledge: Knowledge,
    context: DocumentContext | None = None,
    names: Sequence[PlatformMention] | None = None,
) -> Extraction:
    """Return the statistics, platforms, facts and trend passages of a text parted into ``sentences``.

    A text in traditional script is read by its simplified form: metrics, subjects and names are told in that, so
    that they meet those of other texts, and the values of facts in its own. Of a long stretch that stands in it
    twenty times and more, one copy right behind the other, only the first two and the last are read.
    ``context`` is the document around them, where it is known: 今年, 全省 and 公司 mean what it says; ``names`` are
    those of the whole document where ``sentences`` are only some of its own; ``knowledge`` then has the trends that
    are for this document already, and text and names in plain script.
    """
    known = context or DocumentContext()
    copies = left_out(text) if names is None else None
    if copies is None:
        return _extracted(text, sentences, knowledge, known, names)
    shortened = copies.shortened(text)
    found = _extracted(shortened, cut_sentences(shortened), knowledge, copies.context(known), None)
    return _moved(found, copies)


def _extracted(
    text: str,
    sentences: Sequence[Span],
    knowledge: Knowledge,
    known: DocumentContext,
    names: Sequence[PlatformMention] | None,
) -> Extraction:
    printed, text = text, plain_script(text)
    trends = for_text(text, sentences, knowledge.trends) if names is None else knowledge.trends
    stand = tuple(frames(text, sentences, known))
    numbers = dated_numbers(without_marks(text), sentences, stand, known)
    mentions = tuple(names) if names is not None else all_names(text, knowledge.platforms)
    statistics = extract_statistics(
        text, sentences, names=mentions, context=known, numbers=numbers, stand=stand
    )
    found = Extraction(
        statistics,
        mentions,
        extract_facts(
            text,
            sentences,
            mentions,
            statistics,
            numbers=numbers,
            known=frozenset(one.name for one in knowledge.platforms),
        ),
        score_passages(text, sentences, trends, known.chapters),
    )
    return as_printed(found, text, printed)


def names_and_passages(
    text: str, sentences: Sequence[Span], knowledge: Knowledge, context: DocumentContext
) -> Extraction:
    """Return what ``extract`` does but for statistics and facts: of a text whose own are stated beside it."""
    printed, text = text, plain_script(text)
    found = Extraction(
        mentions=all_names(text, knowledge.platforms),
        passages=score_passages(
            text, sentences, for_text(text, sentences, knowledge.trends), context.chapters
        ),
    )
    return as_printed(found, text, printed)


def _moved(found: Extraction, copies: LeftOut) -> Extraction:
    """Return what was found in a text without some of its copies at its places in the whole text."""
    moved = copies.moved
    statistics = (
        replace(one, evidence=moved(one.evidence), figure=moved(one.figure)) for one in found.statistics
    )
    return Extraction(
        tuple(identified(statistics)),
        tuple(replace(one, span=moved(one.span)) for one in found.mentions),
        tuple(replace(one, evidence=moved(one.evidence)) for one in found.facts),
        tuple(replace(one, span=moved(one.span)) for one in found.passages),
    )


def as_printed(found: Extraction, plain: str, printed: str) -> Extraction:
    """Return what was found in the simplified form of a text with the names and values its own form prints."""
    if plain is printed:
        return found
    mentions = tuple(replace(one, text=one.span.of(printed)) for one in found.mentions)
    facts = tuple(replace(one, value=_own_words(one, plain, printed)) for one in found.facts)
    return replace(found, mentions=mentions, facts=facts)


def _own_words(fact: PlatformFact, plain: str, printed: str) -> dict[str, str]:
    """Return the values of a fact in the words of its sentence, where they stand there."""
    told = dict(fact.value)
    for name, words in told.items():
        place = plain.find(words, fact.evidence.start, fact.evidence.end)
        told[name] = words if place < 0 else printed[place : place + len(words)]
    return told
