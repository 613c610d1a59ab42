"""A place with its context: the paragraph it stands in, with the ones before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.finding.whereabouts import Whereabouts, whereabouts
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

MOST_BESIDE = 400
"""Characters shown of a paragraph before or after, and on either side of a place in its own."""
_END = LazyPattern(r"[。！？!?；;…][”’」』）)]*|\n|(?<=[a-z]\.) ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text as it is shown; ``span`` is what is kept of it, cut where it is ``torn``.

    ``torn`` tells whether something is left out before and after.
    """

    span: Span
    text: str
    torn: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands around a place: its own paragraph is the one numbered ``at``, ``sentence`` is what to quote.

    Spans count code points of the clean text; ``author`` and ``publisher`` are empty where none is known.
    """

    place: Place
    paragraphs: tuple[Paragraph, ...]
    at: int
    sentence: Span
    where: Whereabouts
    author: str = ""
    publisher: str = ""


def passage_at(library: Library, place: Place) -> Passage | None:
    """Read the context of a place; ``None`` where its article is gone or the place is no longer in its text.

    Only the text of this article is read.
    """
    try:
        ready = library.texts.get(place.article)
    except UnknownIdError:
        return None
    if place.span.end > len(ready.clean):
        return None
    found, at = paragraphs_around(ready.clean, place.span)
    touched = [one for one in ready.sentences if one.overlaps(place.span)] or [place.span]
    sentence = Span(min(touched[0].start, place.span.start), max(touched[-1].end, place.span.end))
    about = ready.article.summary.metadata
    where = whereabouts(library, (place,))[0]
    return Passage(place, found, at, sentence, where, about.author, about.publisher)


def paragraphs_around(text: str, span: Span) -> tuple[tuple[Paragraph, ...], int]:
    """Return the paragraph a span stands in with those before and after, and the number of its own.

    A paragraph is a line that is not blank. A long one is cut at the end of a sentence, its own never within ``span``.
    """
    start = text.rfind("\n", 0, span.start) + 1
    end = _line_end(text, max(span.end - 1, span.start))
    before, after = _line_before(text, start), _line_after(text, end)
    own = _kept(text, Span(start, end), span.start - MOST_BESIDE, span.end + MOST_BESIDE)
    found = [own]
    if before is not None:
        found.insert(0, _kept(text, before, before.end - MOST_BESIDE, before.end))
    if after is not None:
        found.append(_kept(text, after, after.start, after.start + MOST_BESIDE))
    return tuple(found), int(before is not None)


def _kept(text: str, line: Span, least: int, most: int) -> Paragraph:
    """Return what stands from ``least`` to ``most`` of a line, from and to the ends of sentences within."""
    start, end = line.start, line.end
    if start < least:
        begun = _END.search(text, least, min(least + MOST_BESIDE // 2, end))
        start = begun.end() if begun else least
    if end > most:
        ended = [one.end() for one in _END.finditer(text, most - MOST_BESIDE // 2, most)]
        end = ended[-1] if ended else most
    return Paragraph(Span(start, end), text[start:end], (start > line.start, end < line.end))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _line_before(text: str, start: int) -> Span | None:
    while start > 0:
        line = Span(text.rfind("\n", 0, start - 1) + 1, start - 1)
        if line.of(text).strip():
            return line
        start = line.start
    return None


def _line_after(text: str, end: int) -> Span | None:
    while end < len(text):
        line = Span(end + 1, _line_end(text, end + 1))
        if line.of(text).strip():
            return line
        end = line.end
    return None
