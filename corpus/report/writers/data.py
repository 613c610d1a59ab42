"""Data for other programs: annotations as JSON-LD, bibliographies as BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import UsageError
from corpus.report.bibliography import to_bibtex, to_csljson, to_ris
from corpus.report.writers.files import write_text

BIBLIOGRAPHIES: Final[Mapping[str, Callable[[Iterable[Mapping[str, Any]]], str]]] = {
    "bibtex": to_bibtex,
    "ris": to_ris,
    "csljson": to_csljson,
}


def write_bibliography(items: Iterable[Mapping[str, Any]], path: Path, format_: str) -> None:
    """Write CSL-JSON items as ``bibtex``, ``ris`` or ``csljson``. Raises UsageError ``unknown_format``."""
    made = BIBLIOGRAPHIES.get(format_)
    if made is None:
        raise UsageError("unknown_format", format=format_, formats=" ".join(BIBLIOGRAPHIES))
    write_text(path, made(items), newline="")


def write_json(document: Any, path: Path) -> None:
    """Write a JSON document (UTF-8, indented), such as a collection of Web Annotations."""
    write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
