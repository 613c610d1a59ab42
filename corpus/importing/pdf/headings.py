"""Which lines are headings: those the file's outline names, else those in a larger type than the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from corpus.importing.pdf.lines import Piece
from corpus.text.characters import count_han
from index.lazy_pattern import LazyPattern

_NOISE: Final = LazyPattern(r"[\W_]+")
_LARGER: Final = 1.12
_LARGER_LATIN: Final = 1.3
"""The type size of a line without Han is only estimated."""
_LONGEST: Final = 60
_MOST_LEVELS: Final = 4
_SENTENCE: Final = LazyPattern(r"[。；;，,]\s*\Z|。")
_SPREAD: Final = 0.4


def mark_headings(pages: Sequence[Sequence[Piece]], outline: Iterable[tuple[int, int, str]]) -> None:
    """Set ``level`` of the pieces that are headings and part them from their numbers.

    ``outline`` are (page from 0, level from 1, title).
    """
    if not _by_outline(pages, outline):
        _by_size(pages)
    for pieces in pages:
        for one in pieces:
            if one.level:
                _part_number(one)


def _part_number(heading: Piece) -> None:
    """Put a blank between a heading and its number where the page leaves room."""
    at = heading.numbered
    if at and not heading.text[at : at + 1].isspace():
        heading.text = f"{heading.text[:at]} {heading.text[at:]}"
        heading.marks = tuple((start + (start >= at), end + (end > at)) for start, end in heading.marks)


def body_size(pages: Iterable[Iterable[Piece]]) -> float:
    """Return the type size most of the text is in."""
    sizes: Counter[float] = Counter()
    for pieces in pages:
        for one in pieces:
            sizes[round(one.size * 2) / 2] += len(one.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _by_outline(pages: Sequence[Sequence[Piece]], outline: Iterable[tuple[int, int, str]]) -> bool:
    """Mark what the outline names; tell whether most of it was found."""
    wanted = [(page, level, _NOISE.sub("", title)) for page, level, title in outline]
    wanted = [one for one in wanted if one[2]]
    met = 0
    for page, level, title in wanted:
        if not 0 <= page < len(pages):
            continue
        found = _titled(pages[page], title)
        for one in found:
            one.level = min(6, level)
        met += bool(found)
    return met >= 2 and met * 2 >= len(wanted)


def _titled(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """Return the one to three lines of a page that together are the title."""
    for place, one in enumerate(pieces):
        text, taken = "", []
        for other in pieces[place : place + 3]:
            text += _NOISE.sub("", other.text)
            taken.append(other)
            if text == title:
                return taken
            if not title.startswith(text):
                break
        if one.level:
            continue
    return []


def _by_size(pages: Sequence[Sequence[Piece]]) -> None:
    """Mark short lines in a larger type, the largest as level 1; a page full of large type is a cover."""
    body = body_size(pages)
    large = [one for pieces in pages for one in pieces if _is_large(one, body)]
    lines = sum(len(pieces) for pieces in pages)
    if not large or len(large) > 0.3 * lines + 3:
        return
    steps: list[float] = []
    for size in sorted({one.size for one in large}, reverse=True):
        if not steps or steps[-1] - size > _SPREAD:
            steps.append(size)
    for one in large:
        level = next(
            (place for place, size in enumerate(steps, start=1) if size - one.size <= _SPREAD), len(steps)
        )
        one.level = min(_MOST_LEVELS, level)


def _is_large(one: Piece, body: float) -> bool:
    """Tell whether a line is short, in a larger type than the text, and no sentence."""
    least = _LARGER if count_han(one.text) > 1 else _LARGER_LATIN
    words = len(_NOISE.sub("", one.text)) > 1 and len(one.text) <= _LONGEST and not one.cells
    return words and one.size >= least * body and not _SENTENCE.search(one.text)


def outline_of(document: Any) -> list[tuple[int, int, str]]:
    """Return the outline of a pdfium document as (page from 0, level from 1, title); a damaged one is empty."""
    found: list[tuple[int, int, str]] = []
    try:
        for entry in document.get_toc(max_depth=6):
            target = entry.get_dest()
            page = target.get_index() if target is not None else None
            title = entry.get_title()
            if page is not None and title:
                found.append((int(page), int(entry.level) + 1, str(title)))
            if len(found) > 5000:
                break
    except (RuntimeError, ValueError, AttributeError, TypeError):
        return found
    return found
