"""What somebody who helps needs to know of a program and its library: versions, counts and faults, never content."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.library.upkeep.components import components
from corpus.model.program import VERSION, is_built, portable_folder
from corpus.store.folder.files import write_text
from index.lazy_pattern import LazyPattern

_FRAME: Final = LazyPattern(r'^\s*File "(?P<path>[^"]+)", line (?P<line>\d+)(?:,)? in (?P<name>\w+|<\w+>)')
_KIND: Final = LazyPattern(r"^(?P<kind>[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning))\b")
_FATAL: Final = LazyPattern(r"^(Fatal Python error: [\w ]+|Current thread|Thread 0x)")


def diagnosis(library: Library, log: str = "", further: Mapping[str, str] | None = None) -> str:
    """Return the report as text: no title, text, note, name or path of a person stands in it.

    ``log`` is what the last crash left, of which only places in the program and kinds of errors are kept;
    ``further`` are values of the window, such as Qt's version.
    """
    lines = [
        f"Yinde {VERSION}{' (built)' if is_built() else ''}{' (portable)' if portable_folder() else ''}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}",
        *(f"{key}: {value}" for key, value in (further or {}).items()),
        "",
        *(f"{name}: {count}" for name, count in library.store.database.sizes().items()),
        f"writable: {library.writable}",
        "",
        *(f"{one.name} {one.version}" for one in components() if one.version),
        "",
        *faults_of(log.splitlines()),
    ]
    return "\n".join(lines) + "\n"


def faults_of(lines: Iterable[str]) -> list[str]:
    """Return what a log tells of faults: frames by module and line, kinds of errors without their words."""
    kept = []
    for line in lines:
        if frame := _FRAME.match(line):
            module = re.split(r"[\\/]", frame["path"])[-2:]
            kept.append(f"  {'/'.join(module)}:{frame['line']} {frame['name']}")
        elif kind := _KIND.match(line.strip()):
            kept.append(kind["kind"])
        elif fatal := _FATAL.match(line):
            kept.append(fatal[1])
    return kept


def save_diagnosis(path: Path, report: str) -> Path:
    """Write a report where a person wants it and return the path; LibraryError where that cannot be."""
    write_text(path, report)
    return path
