"""The table of formats: a new one is one new module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from corpus.model.errors import UsageError
from corpus.report.handout import for_preset
from corpus.report.model import Report
from corpus.report.writers.html import write_html
from corpus.report.writers.markdown import write_markdown
from corpus.report.writers.obsidian import write_obsidian
from corpus.report.writers.office import write_docx, write_epub, write_odt
from corpus.report.writers.pdf import write_pdf
from corpus.report.writers.sheets import write_csv, write_xlsx

WRITERS: Final[Mapping[str, Callable[[Report, Path], None]]] = {
    "md": write_markdown,
    "obsidian": write_obsidian,
    "html": write_html,
    "docx": write_docx,
    "pdf": write_pdf,
    "odt": write_odt,
    "epub": write_epub,
    "csv": write_csv,
    "xlsx": write_xlsx,
}


def write(report: Report, path: Path, format_: str) -> None:
    """Write ``report`` to ``path`` as its preset wants it.

    Raises UsageError ``unknown_format``; YindeError ``export_failed``, ``no_font``, ``not_writable``;
    LibraryError ``disk_full``.
    """
    writer = WRITERS.get(format_)
    if writer is None:
        raise UsageError("unknown_format", format=format_, formats=" ".join(WRITERS))
    writer(for_preset(report), path)
