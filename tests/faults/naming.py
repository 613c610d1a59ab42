"""Whose disk failed in a trial, and whose a person was told of: the library's, a file's, or that of passing files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tests.faults.shim import FAULTS, READ_FAULTS

_OURS: Final = ".yinde-"
"""How the files begin that are written beside the one a person asked for."""
_OF_DISKS: Final = frozenset(
    {"disk_full", "disk_failed", "library_read_only", "library_older", "not_writable", "unreadable"}
)
_PASSING: Final = "tmp"


def misnamed(folder: Path, fault: str, touched: str, errors: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    """Tell which errors of a command name another place than the one whose call went wrong.

    Not where all calls go wrong from then on: of those any may be named.
    """
    if not touched or {**FAULTS, **READ_FAULTS}[fault].lasting:
        return
    for error in errors:
        if error["kind"] in _OF_DISKS:
            named = error.get("values", {}).get("path", "")
            if not _is_same(folder, Path(touched), Path(named)):
                yield f"misnamed: {error['kind']} of {os.path.relpath(touched, folder)} told of {named}"


def _is_same(folder: Path, touched: Path, named: Path) -> bool:
    one, other = _owner(folder, touched), _owner(folder, named)
    beside = one.startswith(_OURS) and Path(one).suffix == Path(other).suffix
    return one == other or beside or (one == _PASSING and folder / _PASSING == named)


def _owner(folder: Path, path: Path) -> str:
    """Return the library a path belongs to, also before it stands there, or else the thing itself, by its name."""
    if not path.is_relative_to(folder) or path == folder:
        return str(path)
    first = path.relative_to(folder).parts[0]
    for library in ("library", "saved", "second"):
        if first == library or first.startswith((f".{library}.", f"{library}.2")):  # set aside: its day
            return library
    return first
