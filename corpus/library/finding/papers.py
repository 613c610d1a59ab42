"""Papers of a person, read to be checked and not taken into the library."""

from __future__ import annotations

from pathlib import Path

from corpus.importing.reading_process import ReadingProcess
from corpus.importing.table import load, with_text
from corpus.library.core.library import Library
from corpus.library.finding.audited import CheckedPaper
from corpus.library.finding.auditing import audit
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.progress import ProgressCallback, unobserved


def audit_file(
    library: Library, path: Path, *, scope: Scope = EVERYTHING, progress: ProgressCallback = unobserved
) -> CheckedPaper:
    """Go through a file (DOCX, PDF, Markdown, text …); InputError as its reader raises it."""
    with ReadingProcess() as reading:
        text = with_text(reading.parse(path, load(path)), path).text
    return CheckedPaper(path.name, text, audit(library, text, scope=scope, progress=progress))


def audit_text(
    library: Library,
    name: str,
    text: str,
    *,
    scope: Scope = EVERYTHING,
    progress: ProgressCallback = unobserved,
) -> CheckedPaper:
    """Go through a text, as it was pasted."""
    return CheckedPaper(name, text, audit(library, text, scope=scope, progress=progress))
