"""This very program: how it is started again, and whether it carries its data beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

VERSION: Final = "0.1.0"

PORTABLE: Final = "yinde-data"
"""A folder of this name beside the built program holds its library, settings and logs."""


def is_built() -> bool:
    """Tell whether this runs as a built program, without an interpreter of its own beside it."""
    return bool(getattr(sys, "frozen", False))


def own_command() -> list[str]:
    """Return the command line that starts this program; arguments follow."""
    if is_built():
        return [sys.executable]
    return [sys.executable, str(Path(__file__).resolve().parents[2] / "main.py")]


def portable_folder() -> Path | None:
    """Return the folder that a program carried about keeps everything in; ``None`` for an installed one."""
    if not is_built():
        return None
    beside = Path(sys.executable).resolve().parent
    if beside.parent.name == "Contents":  # inside a bundle of macOS: beside the bundle
        beside = beside.parents[2]
    folder = beside / PORTABLE
    return folder if folder.is_dir() else None
