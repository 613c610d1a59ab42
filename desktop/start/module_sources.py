"""Keeping PySide from reading the source of every module that is imported after it."""

from __future__ import annotations

from importlib import import_module
from typing import Final

_ASKED: Final = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Have PySide take every module for one that uses it.

    It looks for its name in the source of each, to know where its optional spellings of names may be asked for,
    and nobody asks for them here: reading takes a tenth of the start.
    """
    import_module("shiboken6")  # brings what it needs along
    try:
        feature = vars(import_module("shibokensupport.feature"))
    except ImportError:
        return
    if _ASKED in feature:
        feature[_ASKED] = _uses_pyside


def _uses_pyside(_module: object) -> bool:
    return True
