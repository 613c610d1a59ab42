"""Who wrote a text, where and when, on lines right below each other, which Markdown takes for one paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.text.bylines import is_byline
from index.lazy_pattern import LazyPattern

_HEADING: Final = LazyPattern(r"[ ]{0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE: Final = LazyPattern(r"[ ]{0,3}(?:=+|-+)[ \t]*")
_STRONG: Final = LazyPattern(r"[ ]{0,3}(\*\*|__)(?=\S)[^*_]{1,100}\1[ \t]*")
_OTHER: Final = LazyPattern(
    r"[ ]{4}|\t|[ ]{0,3}(?:[-*+][ \t]|\d{1,3}[.)][ \t]|[`~]{3}|[|<!]|\[\^?[^\]]{1,60}\]:|\$\$)"
)
"""Lists, tables, code, pictures and what else is no running text."""
_RUNS_ON: Final = LazyPattern(r"[。！？；：!?;:…，、,.][”’」』）)\]\"*_]*\s*\Z")
"""A line that ends so is a sentence or part of one."""
_INITIAL: Final = LazyPattern(r"(?:\b[A-Z]|\b(?:Jr|Sr|al|Inc|Ltd|Co|Corp|Univ|Dept|pp?))\.[*_]{0,3}\s*\Z")
_DATED: Final = LazyPattern(r"(?<!\d)(?:19|20)\d{2}[ \t]*(?:[年\-/.（(,，;；]|\Z)|第\s*\d{1,4}\s*[期卷]")
_QUOTED: Final = LazyPattern(r"[ ]{0,3}>[ ]?")
_LONGEST: Final = 80
_MOST_LINES: Final = 8
_PARAGRAPHS: Final = 3
"""So many paragraphs below the title are looked at."""


def with_front_lines(text: str, *, titled: bool) -> str:
    """Return Markdown ``text`` with hard breaks between the lines right below its title that are no sentences.

    Where nothing marks a title (``titled``: the front matter names one), one of the lines must name an author, a
    source or a day. Text that a writer wrapped ends with a full stop, or one of its lines with a comma: it is left.
    """
    lines = text.split("\n")
    looked_at = 0
    for begin, end in _paragraphs(lines):
        start = begin + _title_lines(lines[begin:end])
        if start > begin and looked_at:
            break
        titled = titled or start > begin or (not looked_at and _STRONG.fullmatch(lines[begin]) is not None)
        if start == end:
            continue
        paragraph = lines[start:end]
        if not _may_stand_apart(paragraph):
            break
        if titled or any(map(_tells_origin, paragraph[1:])):
            lines[start : end - 1] = [f"{line.rstrip()}  " for line in paragraph[:-1]]
        looked_at, titled = looked_at + 1, True
        if looked_at == _PARAGRAPHS:
            break
    return "\n".join(lines)


def _title_lines(paragraph: Sequence[str]) -> int:
    """Return how many lines at the top of a paragraph are a heading."""
    if _HEADING.match(paragraph[0]):
        return 1
    return 2 if len(paragraph) > 1 and _UNDERLINE.fullmatch(paragraph[1]) else 0


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each run of lines that are not empty begins and ends; a heading begins one and ends one."""
    start: int | None = None
    for place, line in enumerate(lines):
        blank = not line.strip()
        if start is not None and (blank or _HEADING.match(line)):
            yield start, place
            start = None
        if start is None and not blank:
            start = place
    if start is not None:
        yield start, len(lines)


def _may_stand_apart(paragraph: Sequence[str]) -> bool:
    bare = [_bare(line) for line in paragraph]
    return len(bare) <= _MOST_LINES and all(
        len(line) <= _LONGEST
        and not _OTHER.match(line)
        and any(map(str.isalpha, line))
        and (_RUNS_ON.search(line) is None or _INITIAL.search(line) is not None)
        for line in bare
    )


def _tells_origin(line: str) -> bool:
    bare = _bare(line).strip("*_ \t\u3000")
    return is_byline(bare) or _DATED.search(bare) is not None


def _bare(line: str) -> str:
    return _QUOTED.sub("", line, count=1)
