"""Changing parts of a document that is a package: DOCX, ODT."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path


def names_of(path: Path) -> list[str]:
    """Return the names of the package's parts."""
    with zipfile.ZipFile(path) as package:
        return package.namelist()


def rewrite(path: Path, changes: Mapping[str, Callable[[str], str]]) -> None:
    """Write the package anew with some of its parts changed; their order and how each is packed stay."""
    with zipfile.ZipFile(path) as package:
        parts = [(one, package.read(one)) for one in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in parts:
            change = changes.get(info.filename)
            package.writestr(info, data if change is None else change(data.decode()).encode())
