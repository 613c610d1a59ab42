"""The files an exported bibliography names: those of Zotero and of other programs, in RDF, BibTeX and RIS."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from corpus.references.zotero_rdf import is_zotero_rdf, rdf_files
from index.lazy_pattern import LazyPattern

_ENTRY: Final = LazyPattern(r"@\w+\s*[{(]\s*([^,\s]+)\s*,(.*?)(?=\n\s*@\w+\s*[{(]|\Z)", re.DOTALL)
_FILE: Final = LazyPattern(r"^\s*files?\s*=\s*[{\"](.*?)[}\"]\s*,?\s*$", re.MULTILINE | re.IGNORECASE)
_RIS_LINE: Final = LazyPattern(r"^(TI|T1|L1|L4)\s{1,2}-\s*(.*?)\s*$", re.MULTILINE)
_PARTS: Final = LazyPattern(r"(?<!\\)[:;]")
_MOST: Final = 20


def attachments(text: str, folder: Path) -> dict[str, tuple[Path, ...]]:
    """Return the files named for each work, by its id in RDF and BibTeX and its title in RIS.

    Only files that are there, inside ``folder``, count: a bibliography cannot point anywhere else.
    """
    found: dict[str, tuple[Path, ...]] = {}
    if is_zotero_rdf(text):
        found = {key: _there(paths, folder) for key, paths in rdf_files(text).items()}
        return {key: paths for key, paths in found.items() if paths}
    for entry in _ENTRY.finditer(text):
        named = [part for match in _FILE.finditer(entry[2]) for part in _paths(match[1])]
        found[entry[1]] = _there(named, folder)
    for record in re.split(r"^ER\s{1,2}-.*$", text, flags=re.MULTILINE):
        tags = _RIS_LINE.findall(record)
        title = next((value for tag, value in tags if tag in ("TI", "T1")), "")
        if title:
            found[title] = _there([value for tag, value in tags if tag in ("L1", "L4")], folder)
    return {key: paths for key, paths in found.items() if paths}


def _paths(named: str) -> list[str]:
    """Return what may be a path in ``description:path:type``, several of them parted by ``;``."""
    return [
        part.replace("\\:", ":").replace("\\;", ";").replace("\\\\", "\\") for part in _PARTS.split(named)
    ]


def _there(named: list[str], folder: Path) -> tuple[Path, ...]:
    inside = Path(os.path.realpath(folder))
    kept: list[Path] = []
    for one in named[:_MOST]:
        told = one.strip().removeprefix("file://")
        if not told or "\0" in told:
            continue
        path = Path(os.path.realpath(inside / told.replace("\\", "/")))
        if path.is_relative_to(inside) and path.is_file():
            kept.append(path)
    return tuple(dict.fromkeys(kept))
