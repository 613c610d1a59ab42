"""Platforms in a text: where they are named, and the dated facts told of them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.knowledge.platform_facts import facts_of_sentence
from corpus.model.platform import Platform, PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Statistic


def find_mentions(text: str, platforms: Sequence[Platform]) -> tuple[PlatformMention, ...]:
    """Return every place where a platform is named, in order; of overlapping names the longest counts.

    Latin names match in any case and only between word boundaries: ``JD.COM`` is found in 阿里JD.COM, ``JD`` is
    not found in JDK. Weak aliases count only in a text that names the platform in another way too.
    """
    owners: dict[str, str] = {}
    for platform in platforms:
        for form in (platform.name, *platform.aliases, platform.english):
            if form and form not in platform.weak_aliases:
                owners.setdefault(form.casefold(), platform.name)
    found = _named(text, owners)
    named = {mention.platform for mention in found}
    weak = {
        form.casefold(): platform.name
        for platform in platforms
        if platform.name in named
        for form in platform.weak_aliases
    }
    return _named(text, {**weak, **owners}) if weak else found


def _named(text: str, owners: Mapping[str, str]) -> tuple[PlatformMention, ...]:
    """Return the places where one of the forms stands, each with the platform that owns the form."""
    if not owners:
        return ()
    forms = sorted(owners, key=len, reverse=True)
    pattern = re.compile("|".join(_bounded(form) for form in forms), re.IGNORECASE)
    return tuple(
        PlatformMention(owners[match[0].casefold()], Span(match.start(), match.end()), match[0])
        for match in pattern.finditer(text)
    )


def _bounded(form: str) -> str:
    """Return the pattern of a name, closed by word boundaries where it begins or ends in Latin letters."""
    before = r"(?<![A-Za-z0-9_])" if form[0].isascii() and form[0].isalnum() else ""
    after = r"(?![A-Za-z0-9_])" if form[-1].isascii() and form[-1].isalnum() else ""
    return before + re.escape(form) + after


def extract_facts(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[PlatformMention],
    statistics: Sequence[Statistic],
) -> tuple[PlatformFact, ...]:
    """Return the facts of platforms: funding rounds, listing, sales, users, founders, disputes …, with evidence.

    The platform of a clause is the one named in it or before it in the sentence; a sentence that names none and
    goes on with figures takes the last one of the sentence before it (``inferred``). ``value`` holds ``text`` and,
    where it has one, ``number`` and ``unit``, and further fields of the predicate (round, investor, exchange …).
    """
    found: list[PlatformFact] = []
    starts = [mention.span.start for mention in mentions]
    figure_starts = [statistic.figure.start for statistic in statistics]
    carried = ""
    for sentence in sentences:
        if "\n" in text[max(0, sentence.start - 1) : sentence.start]:
            carried = ""
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        figures = statistics[bisect_left(figure_starts, sentence.start) : bisect_left(figure_starts, sentence.end)]
        found += facts_of_sentence(text, sentence, inside, figures, carried)
        carried = _carried(text, sentence, inside, carried)
    return tuple(_identified(found))


def _carried(text: str, sentence: Span, mentions: Sequence[PlatformMention], carried: str) -> str:
    """Return the platform the next sentence speaks of when it names none."""
    names = {mention.platform for mention in mentions}
    if len(names) == 1:
        return mentions[0].platform
    if not names:
        return carried
    head = mentions[0]
    return head.platform if head.span.start - sentence.start <= 12 and text[head.span.end : head.span.end + 1] != "、" else ""


def _identified(found: Sequence[PlatformFact]) -> Iterator[PlatformFact]:
    """Give every fact an id derived from platform, predicate, value and place; drop repeats."""
    seen: set[str] = set()
    for fact in found:
        key = f"{fact.platform}:{fact.predicate}:{fact.value.get('text')}:{fact.date}:{fact.evidence.start}"
        digest = hashlib.sha256(key.encode()).hexdigest()[:12]
        if digest not in seen:
            seen.add(digest)
            yield replace(fact, id=digest)
