"""Writing a pack into one file: plain TOML tables and texts, the same bytes for the same pack."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from corpus.packs.pack import Pack

_DAY = (1980, 1, 1, 0, 0, 0)


def write_pack(pack: Pack, path: Path) -> None:
    """Write a pack as a zip file at ``path``, which a caller puts in place."""
    about: dict[str, Any] = {
        "name": pack.name, "title": pack.title, "version": pack.version, "as_of": pack.as_of,
        "description": pack.description, "language": pack.language, "author": pack.author,
        "publisher": pack.publisher, "licence": pack.licence, "checked_by": pack.checked_by,
        "articles": [
            {
                "file": one.file, "title": one.title, "kind": one.kind, "as_of": one.as_of, "date": one.date,
                "licence": one.licence, "record": dict(one.record),
            }
            for one in pack.articles
        ],
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "pack.toml", about)
        _add(archive, "statistics.toml", {"statistics": _tables(pack.statistics)})
        words = [{"word": one.word, "tag": one.tag} for one in pack.words]
        _add(archive, "lexicon.toml", {"words": words})
        for one in pack.articles:
            archive.writestr(zipfile.ZipInfo(one.file, _DAY), one.data)


def _add(archive: zipfile.ZipFile, name: str, table: Mapping[str, Any]) -> None:
    archive.writestr(zipfile.ZipInfo(name, _DAY), tomli_w.dumps(table, multiline_strings=False))


def _tables(records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return records without what is empty: TOML has no word for nothing."""
    return [{key: value for key, value in one.items() if value not in (None, "", {}, [])} for one in records]
