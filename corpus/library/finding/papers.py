"""Papers of a person, read to be checked and not taken into the library."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from corpus.importing.processes.reading_process import ReadingProcess
from corpus.importing.table import load, with_text
from corpus.library.core.library import Library
from corpus.library.finding.audited import CheckedPaper
from corpus.library.finding.auditing import audit
from corpus.model.errors import InputError
from corpus.model.progress import ProgressCallback, unobserved
from corpus.text.repairs.rule import Page
from corpus.text.repairs.wrapping import find_line_breaks
from index.lazy_pattern import LazyPattern

_WORDS_APART: Final = LazyPattern(r"[A-Za-z,;]\n[A-Za-z]")
LONGEST: Final = 500_000
"""Characters of a thesis and a half: more is shown and gone through by nobody at once."""


def audit_file(library: Library, path: Path, *, progress: ProgressCallback = unobserved) -> CheckedPaper:
    """Go through a file (DOCX, PDF, Markdown, text …); InputError as its reader raises it, or paper_too_long."""
    with ReadingProcess() as reading:
        text = with_text(reading.parse(path, load(path)), path).text
    return _checked(library, path.name, text, progress)


def audit_text(
    library: Library,
    name: str,
    text: str,
    *,
    progress: ProgressCallback = unobserved,
) -> CheckedPaper:
    """Go through a text, as it was pasted; InputError (paper_too_long)."""
    return _checked(library, name, text, progress)


def _checked(library: Library, name: str, text: str, progress: ProgressCallback) -> CheckedPaper:
    if len(text) > LONGEST:
        raise InputError("paper_too_long", path=name, n=len(text), longest=f"{LONGEST:,}")
    whole = _with_whole_lines(text)
    return CheckedPaper(name, whole, audit(library, whole, progress=progress))


def _with_whole_lines(text: str) -> str:
    """Return a text without the breaks a program put at a fixed width, which part words, numbers and quotations."""
    parts, begin = [], 0
    for one in find_line_breaks(Page(text)):
        parts += [
            text[begin : one.start],
            " " if _WORDS_APART.match(text, one.start - 1) else one.after or "",
        ]
        begin = one.end
    return "".join((*parts, text[begin:]))
