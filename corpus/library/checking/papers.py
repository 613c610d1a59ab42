"""Papers of a person, read to be checked and not taken into the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from corpus.importing.processes.reading_process import ReadingProcess
from corpus.importing.table import load, with_text
from corpus.library.checking.audited import CheckedPaper
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.model.errors import InputError
from corpus.model.progress import ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.text.repairs.rule import Page, Proposal
from corpus.text.repairs.wrapping import find_line_breaks
from index.lazy_pattern import LazyPattern

_WORDS_APART: Final = LazyPattern(r"[A-Za-z,;]\n[A-Za-z]")
_BEFORE_AMOUNT: Final = LazyPattern(
    r"(?m)^(?=[^\n]{20,}$)[^\n]*[\u4e00-\u9fff，、]\n(?=\d[\d.,]*(?:[%％]|[万亿]|[元人户家个座件吨亩公美倍]))"
    r"|[%％\d]\n(?=[到至–～~][ ]?\d)|\d[%％]?[ ]?[到至–～~]\n(?=\d)"
)
"""A line that ends before an amount its sentence goes on with, or amid a range: 5%, 到 10%; 10–, 20 年.

A reader may take 410.1 for a heading's number.
"""
LONGEST: Final = 500_000
"""Characters of a thesis and a half: more is shown and gone through by nobody at once."""


def audit_file(library: Library, path: Path, *, progress: ProgressCallback = unobserved) -> CheckedPaper:
    """Go through a file (DOCX, PDF, Markdown, text …); InputError as its reader raises it, or paper_too_long."""
    with ReadingProcess() as reading:
        document = with_text(reading.parse(path, load(path)), path)
    return _checked(library, path.name, document.text, document.quotations, progress)


def audit_text(
    library: Library,
    name: str,
    text: str,
    *,
    progress: ProgressCallback = unobserved,
) -> CheckedPaper:
    """Go through a text, as it was pasted; InputError (paper_too_long)."""
    return _checked(library, name, text, (), progress)


def _checked(
    library: Library, name: str, text: str, quotations: Sequence[Span], progress: ProgressCallback
) -> CheckedPaper:
    if len(text) > LONGEST:
        raise InputError("paper_too_long", path=name, n=len(text), longest=f"{LONGEST:,}")
    breaks = _line_breaks(text)
    whole = "".join(_between(text, breaks))
    set_apart = [Span(_moved(one.start, breaks), _moved(one.end, breaks)) for one in quotations]
    return CheckedPaper(name, whole, audit(library, whole, set_apart=set_apart, progress=progress))


def _line_breaks(text: str) -> list[Proposal]:
    """Return the breaks a program put at a fixed width, which part words, numbers and quotations."""
    found = [
        replace(one, after=" ") if _WORDS_APART.match(text, one.start - 1) else one
        for one in find_line_breaks(Page(text))
    ]
    known = {one.start for one in found}
    broken = (Proposal(at.end() - 1, at.end(), "") for at in _BEFORE_AMOUNT.finditer(text))
    return sorted((*found, *(one for one in broken if one.start not in known)), key=lambda one: one.start)


def _between(text: str, breaks: Sequence[Proposal]) -> Iterator[str]:
    """Yield a text without those breaks, part by part."""
    begin = 0
    for one in breaks:
        yield text[begin : one.start]
        yield one.after or ""
        begin = one.end
    yield text[begin:]


def _moved(offset: int, breaks: Sequence[Proposal]) -> int:
    """Return where an offset of a text is without the breaks before it."""
    return offset - sum(one.end - one.start - len(one.after or "") for one in breaks if one.end <= offset)
