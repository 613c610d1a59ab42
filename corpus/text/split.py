"""One source into its articles: a page may hold several glued together, most files hold one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.model.source import ArticleDraft, Piece, SourceDocument, Split
from corpus.model.span import Span
from corpus.text.page_lines import BUTTON
from corpus.text.seams import Line, find_titles, first_line, is_furniture, lines_of, page_title
from corpus.text.similarity import Fingerprints, fingerprint, similarity

TITLE_LENGTH: Final = 200
"""A first line longer than this is cut: nobody can read it in a list."""

_REPEATED: Final = 0.55
"""One word in six changed still leaves this share of the runs of five letters."""

_WORTH_A_LOOK: Final = 0.4
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f"))


def split(document: SourceDocument) -> Split:
    """Return the articles of ``document`` and the pieces that belong to none; together they tile its text.

    A text is cut only where several things speak for it (see :mod:`corpus.text.seams`). A later article that says
    the same as an earlier one carries the earlier one's index in ``duplicate_of``.
    """
    lines = lines_of(document.text)
    head = page_title(lines)
    titles = find_titles(lines, head)
    starts = titles or [first_line(lines)]
    spans = [
        _trimmed(lines, begin, starts[place + 1] if place + 1 < len(starts) else len(lines), head)
        for place, begin in enumerate(starts)
    ]
    drafts = _drafts(document.text, [span for span in spans if len(span)])
    return Split(drafts, _pieces(lines, [draft.span for draft in drafts], head, document.text))


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
        first, _, body = span.of(text).partition("\n")
        title = first.translate(_INVISIBLE).strip()[:TITLE_LENGTH]
        own = fingerprint(body) if len(spans) > 1 else ()
        best, score = None, 0.0
        for index in prints.like(own, _WORTH_A_LOOK):
            alike = similarity(bodies[index], body)
            if alike >= _REPEATED and alike > score:
                best, score = index, alike
        if best is None:
            prints.add(len(drafts), own)
        drafts.append(ArticleDraft(title, span, best, score))
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
