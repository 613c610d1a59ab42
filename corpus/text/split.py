"""One source into its articles: a page may hold several glued together, most files hold one.

Where is told by the text as its reader repaired it; what comes out are spans of what the file really holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.source import ArticleDraft, Piece, ReaderRepair, SourceDocument, Split
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap, apply_edits
from corpus.text.page_lines import BUTTON
from corpus.text.repairs.layers import known_edits
from corpus.text.seams import Line, find_titles, first_line, is_furniture, lines_of, names_site, page_title
from corpus.text.similarity import Fingerprints, fingerprint, similarity

TITLE_LENGTH: Final = 200
"""A first line longer than this is cut: nobody can read it in a list."""

_REPEATED: Final = 0.55
"""One word in six changed still leaves this share of the runs of five letters."""

_WORTH_A_LOOK: Final = 0.4
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f"))


def split(document: SourceDocument) -> Split:
    """Return the articles of a document and the pieces that belong to none, spans of its text that tile it.

    What a reader's repair takes out between two of them is page furniture.
    """
    if not document.repairs:
        return _split(document.text)
    below = known_edits(document.text, document.repairs)
    offsets = OffsetMap.of(below)
    parts = _split(apply_edits(document.text, below))
    articles = tuple(replace(one, span=offsets.to_original(one.span)) for one in parts.articles)
    pieces = [replace(one, span=offsets.to_original(one.span)) for one in parts.pieces]
    taken = sorted(
        [*(one.span for one in articles), *(one.span for one in pieces)], key=lambda one: one.start
    )
    gaps = _furniture_between(taken, len(document.text))
    return Split(articles, tuple(sorted([*pieces, *gaps], key=lambda one: one.span.start)))


def title_of(clean: str) -> str:
    """Return the title of a clean text: its first line."""
    return clean.partition("\n")[0].translate(_INVISIBLE).strip()[:TITLE_LENGTH]


def repairs_within(document: SourceDocument, span: Span) -> tuple[ReaderRepair, ...]:
    """Return the reader's repairs that lie inside an article, in its own offsets."""
    return tuple(
        replace(one, start=one.start - span.start, end=one.end - span.start)
        for one in document.repairs
        if span.start <= one.start and one.end <= span.end
    )


def _furniture_between(taken: Sequence[Span], length: int) -> list[Piece]:
    """Return what lies between spans, up to ``length``, as page furniture."""
    found: list[Piece] = []
    place = 0
    for one in [*taken, Span(length, length)]:
        if one.start > place:
            found.append(Piece("page_furniture", Span(place, one.start)))
        place = max(place, one.end)
    return found


def _split(text: str) -> Split:
    """Return the articles of a text and the pieces that belong to none; together they tile it.

    A text is cut only where several things speak for it (see :mod:`corpus.text.seams`). A later article that says
    the same as an earlier one carries the earlier one's index in ``duplicate_of``.
    """
    lines = lines_of(text)
    head = page_title(lines)
    titles = find_titles(lines, head)
    starts = titles or [first_line(lines)]
    if len(starts) == 1 and not names_site(head):
        head = ""
    spans = [
        _trimmed(lines, begin, starts[place + 1] if place + 1 < len(starts) else len(lines), head)
        for place, begin in enumerate(starts)
    ]
    drafts = _drafts(text, [span for span in spans if len(span)])
    return Split(drafts, _pieces(lines, [draft.span for draft in drafts], head, text))


def _trimmed(lines: Sequence[Line], begin: int, end: int, head: str) -> Span:
    """Return the span of the lines ``begin`` to ``end`` without the blank lines and page furniture at its end."""
    foot = end
    while end > begin + 1 and _outside(lines[end - 1].stripped, head, last=end == foot):
        end -= 1
    start, last = lines[begin], lines[end - 1]
    lead = len(start.text) - len(start.text.lstrip())
    return Span(start.start + lead, max(start.start + lead, last.start + len(last.text.rstrip())))


def _outside(line: str, head: str, *, last: bool) -> bool:
    """Tell whether a line at the end is none of the text; a word that may be a button is one above others."""
    return not line or bool(is_furniture(line, head)) or (not last and BUTTON.fullmatch(line) is not None)


def _drafts(text: str, spans: Sequence[Span]) -> tuple[ArticleDraft, ...]:
    """Name each article by its first line and mark the repeats."""
    drafts: list[ArticleDraft] = []
    bodies: list[str] = []
    prints = Fingerprints()
    for span in spans:
        article = span.of(text)
        body = article.partition("\n")[2]
        own = fingerprint(body) if len(spans) > 1 else ()
        best, score = None, 0.0
        for index in prints.like(own, _WORTH_A_LOOK):
            alike = similarity(bodies[index], body)
            if alike >= _REPEATED and alike > score:
                best, score = index, alike
        if best is None:
            prints.add(len(drafts), own)
        drafts.append(ArticleDraft(title_of(article), span, best, score))
        bodies.append(body)
    return tuple(drafts)


def _pieces(lines: Sequence[Line], articles: Sequence[Span], head: str, text: str) -> tuple[Piece, ...]:
    """Return what lies between the articles, cut so that each piece is of one kind."""
    pieces: list[Piece] = []
    place = 0
    for article in [*articles, Span(len(text), len(text))]:
        pieces.extend(_gap(lines, place, article.start, head))
        place = article.end
    return tuple(pieces)


def _gap(lines: Sequence[Line], start: int, end: int, head: str) -> list[Piece]:
    """Return the pieces of the gap ``start`` to ``end``: one for each line with text, blanks in between."""
    pieces: list[Piece] = []
    place = start
    for index in range(
        max(0, bisect_right(lines, start, key=_start) - 1), bisect_left(lines, end, key=_start)
    ):
        line = lines[index]
        line_end = line.start + len(line.text)
        inside = line.text[max(0, start - line.start) : max(0, end - line.start)]
        if line_end <= start or not inside.strip():
            continue
        begin = max(line.start, place)
        kind = "page_title" if line.stripped == head and start == 0 else _kind(line.stripped, head)
        if pieces and pieces[-1].kind == kind == "page_control":
            begin = pieces.pop().span.start
        elif line.start > place:
            pieces.append(Piece("blank", Span(place, line.start)))
        pieces.append(Piece(kind, Span(begin, min(line_end, end))))
        place = min(line_end, end)
    if place < end:
        pieces.append(Piece("blank", Span(place, end)))
    return pieces


def _start(line: Line) -> int:
    """Return where a line begins."""
    return line.start


def _kind(line: str, head: str) -> str:
    """Return what a line outside the articles is."""
    return is_furniture(line, head) or "page_control"
