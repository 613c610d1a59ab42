"""After a repair only the sentences around it are read again; what is found is what reading all would find.

What a sentence says may depend on those before it (a period carried on, a heading above). So some sentences on
each side are read too, as they were and as they are now: where the old ones say what is kept of them, and where
the last ones say the same before and after, nothing beyond can have changed. Otherwise more of them are read.
"""

from __future__ import annotations

import logging
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.extraction import as_printed, extract
from corpus.knowledge.names.all_names import all_names
from corpus.knowledge.trends.subject_matter import for_text
from corpus.library.core.contexts import context_of
from corpus.library.core.texts import ArticleText
from corpus.library.intake.building.build import grounded
from corpus.model.context import DocumentContext
from corpus.model.errors import YindeError
from corpus.model.knowledge import Knowledge
from corpus.model.platform import PlatformMention
from corpus.model.progress import Cancelled
from corpus.model.span import Span
from corpus.store.facts.facts import StoredFacts
from corpus.text.script import plain_script

REACHES: Final = (8, 32, 128)
"""How many sentences on each side are read, one number after the other until what is found holds together."""
BEFORE: Final = 2
"""How many sentences before the repair it may reach back to."""


@dataclass(frozen=True, slots=True)
class _Zone:
    """Spans of the original: all that is read, what is kept of it, and its last part, where nothing may differ."""

    read: Span
    kept: Span
    last: Span | None


_log = logging.getLogger(__name__)


def read_again(
    stored: StoredFacts, before: ArticleText, after: ArticleText, touched: Span, knowledge: Knowledge
) -> StoredFacts | None:
    """Return what is found in ``after``, of which ``stored`` was found in ``before``.

    Both are the same original under other repairs, all of them in ``touched`` (a span of the original). ``None``
    where nothing less than the whole text would do, or where the reading stumbles over a sentence: reading the whole
    knows how to go on. Figures have the ids of their places; all spans are of the original.
    """
    try:
        return _read_around(stored, before, after, touched, knowledge)
    except (Cancelled, MemoryError, OSError, YindeError):
        raise
    except Exception:  # noqa: BLE001 - the whole text is read in its place, and the sentence told of there
        _log.debug("reading around a change of %s", after.article.id, exc_info=True)
        return None


def _read_around(
    stored: StoredFacts, before: ArticleText, after: ArticleText, touched: Span, knowledge: Knowledge
) -> StoredFacts | None:
    """Return what is found in ``after``; ``None`` where less than the whole text tells nothing."""
    was, plain = plain_script(before.clean), plain_script(after.clean)
    trends = for_text(plain, after.sentences, knowledge.trends)
    if _around(before) != _around(after) or trends != for_text(was, before.sentences, knowledge.trends):
        return None
    knowledge = replace(knowledge, trends=trends)
    known = tuple(_named(one, before.shown(one.span), was) for one in stored.mentions)
    names = all_names(plain, knowledge.platforms)
    ground = after.offsets.to_original
    named = StoredFacts(
        mentions=tuple(replace(one, span=ground(one.span), text=one.span.of(after.clean)) for one in names)
    )
    for reach in REACHES:
        zone = _zone(after, touched, reach)
        if zone is None or not _same_bounds(before, after, zone.read):
            continue
        if _told(_beyond(named, zone.kept))[1] != _told(_beyond(stored, zone.kept))[1]:
            return None
        old = _within(_read(before, zone.read, knowledge, known), zone.kept)
        if _told(old) != _told(_within(stored, zone.kept)):
            continue
        new = _within(_read(after, zone.read, knowledge, names), zone.kept)
        if zone.last is None or _told(_within(old, zone.last)) == _told(_within(new, zone.last)):
            return _joined(stored, new, zone.kept)
    return None


def _around(text: ArticleText) -> DocumentContext:
    """Return the document around the sentences, its chapters in places of the original."""
    context, ground = context_of(text.article, text.clean, text.offsets), text.offsets.to_original
    chapters = (replace(one, start=ground(Span(one.start, one.start)).start) for one in context.chapters)
    return replace(context, chapters=tuple(chapters))


def _zone(text: ArticleText, touched: Span, reach: int) -> _Zone | None:
    """Return the sentences around ``touched``; ``None`` where they would be most of the text."""
    place = text.shown(touched)
    first = max(bisect_left(text.sentences, place.start, key=_end) - 1, 0)
    last = min(bisect_right(text.sentences, place.end, key=_start), len(text.sentences) - 1)
    begin, end = max(first - reach, 0), min(last + reach, len(text.sentences) - 1)
    if last < first or 2 * (end - begin) > len(text.sentences):
        return None
    ground, sentences = text.offsets.to_original, text.sentences
    behind = min(last + reach // 2, end)
    return _Zone(
        read=ground(Span(sentences[begin].start, sentences[end].end)),
        kept=ground(Span(sentences[max(first - BEFORE, begin)].start, sentences[end].end)),
        last=None if end == len(sentences) - 1 else ground(Span(sentences[behind].start, sentences[end].end)),
    )


def _same_bounds(before: ArticleText, after: ArticleText, zone: Span) -> bool:
    """Tell whether both texts begin and end a sentence where the zone begins and ends."""
    for text in (before, after):
        place, sentences = text.shown(zone), text.sentences
        first = bisect_left(sentences, place.start, key=_start)
        last = bisect_right(sentences, place.end, key=_end) - 1
        if not 0 <= first <= last < len(sentences):  # all of it was taken out
            return False
        if (sentences[first].start, sentences[last].end) != (place.start, place.end):
            return False
    return True


def _read(
    text: ArticleText, zone: Span, knowledge: Knowledge, names: Sequence[PlatformMention]
) -> StoredFacts:
    """Return what the sentences of a zone say; the text before them is blank, so that places stay what they are."""
    place = text.shown(zone)
    first = bisect_left(text.sentences, place.start, key=_start)
    end = bisect_right(text.sentences, place.end, key=_end)
    plain = plain_script(text.clean)
    blank = "\n" * place.start + plain[place.start : place.end]
    context = context_of(text.article, text.clean, text.offsets)
    found = extract(blank, text.sentences[first:end], knowledge, context, names)
    return grounded(text.article.id, as_printed(found, plain, text.clean), text.offsets)


def _named(one: PlatformMention, place: Span, plain: str) -> PlatformMention:
    """Return a stored mention at its place of the text its script is plain in."""
    return replace(one, span=place, text=place.of(plain))


def _within(found: StoredFacts, zone: Span) -> StoredFacts:
    """Return what begins in a zone."""
    reviewed = {one for number, one in enumerate(found.passages) if number in found.reviewed}
    passages = tuple(one for one in found.passages if zone.start <= one.span.start < zone.end)
    return StoredFacts(
        tuple(one for one in found.statistics if zone.start <= one.figure.start < zone.end),
        tuple(one for one in found.mentions if zone.start <= one.span.start < zone.end),
        tuple(one for one in found.facts if zone.start <= one.evidence.start < zone.end),
        passages,
        frozenset(number for number, one in enumerate(passages) if one in reviewed),
    )


def _beyond(found: StoredFacts, zone: Span) -> StoredFacts:
    """Return the names that begin outside a zone."""
    return StoredFacts(
        mentions=tuple(one for one in found.mentions if not zone.start <= one.span.start < zone.end)
    )


def _told(found: StoredFacts) -> tuple[object, ...]:
    """Return what is found without the ids it has, in any order."""
    return (
        _sorted(replace(one, id="") for one in found.statistics),
        _sorted(found.mentions),
        _sorted(replace(one, id="") for one in found.facts),
        _sorted(replace(one, id="") for one in found.passages),
    )


def _sorted(found: Iterable[object]) -> list[str]:
    return sorted(map(repr, found))


def _joined(stored: StoredFacts, new: StoredFacts, zone: Span) -> StoredFacts:
    """Return what is stored outside a zone with what is new in it, in the order of the text."""
    parts = (_within(stored, Span(0, zone.start)), new, _within(stored, Span(zone.end, sys.maxsize)))
    shifts = (0, len(parts[0].passages), len(parts[0].passages) + len(new.passages))
    return StoredFacts(
        tuple(one for part in parts for one in part.statistics),
        tuple(one for part in parts for one in part.mentions),
        tuple(one for part in parts for one in part.facts),
        tuple(one for part in parts for one in part.passages),
        frozenset(shift + one for shift, part in zip(shifts, parts, strict=True) for one in part.reviewed),
    )


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
