"""Keeping PySide from reading the source of every module imported after it, and from making its writer of stubs."""

from __future__ import annotations

import builtins
import sys
from importlib import import_module
from typing import Any, Final

_ASKED: Final = "_mod_uses_pyside"
_COMPILE: Final = "compile"
_STUBS: Final = frozenset(
    f"shibokensupport/signature/lib/{name}.py" for name in ("enum_sig", "pyi_generator")
)
"""What writes the stubs an editor reads, which no program asks for: compiled from its source at every start."""


def leave_sources_unread() -> None:
    """Have PySide take every module for one that uses it, and leave its writer of stubs out.

    It looks for its name in the source of each, to know where its optional spellings of names may be asked for,
    and nobody asks for them here: reading takes a tenth of the start. Another tenth takes the writer.
    """
    _import_without_stubs()
    try:
        feature = vars(import_module("shibokensupport.feature"))
    except ImportError:
        return
    if _ASKED in feature:
        feature[_ASKED] = _uses_pyside


def _import_without_stubs() -> None:
    """Import ``shiboken6``, which brings what it needs along; in place of what writes stubs stands nothing."""
    if "shiboken6" in sys.modules:
        return
    compiled = builtins.compile

    def without_stubs(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        return compiled("" if filename in _STUBS else source, filename, *rest, **named)

    setattr(builtins, _COMPILE, without_stubs)
    try:
        import_module("shiboken6")
    finally:
        setattr(builtins, _COMPILE, compiled)


def _uses_pyside(_module: object) -> bool:
    return True
