"""An import that did not come to its end: what it was asked to take in, so that it can go on.

What is known of it lies in the library from before the first file until the import ends or a person cancels it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.settings import get_setting, put_setting
from corpus.library.intake.files.wishes import NO_WISHES, Wishes

_KEY: Final = "import.unfinished"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that was cut off: its batch, the files and folders it was to take in, and how they were to be read."""

    batch: str
    paths: tuple[Path, ...]
    wishes: Wishes = NO_WISHES


def begun(library: Library, import_: Unfinished) -> None:
    """Note what an import is to take in, before its first file."""
    values = {
        "batch": import_.batch,
        "paths": [str(one.absolute()) for one in import_.paths],
        "encoding": import_.wishes.encoding,
        "title": import_.wishes.title,
    }
    put_setting(library, _KEY, json.dumps(values))


def ended(library: Library, batch: str) -> None:
    """Note that an import came to its end, or was given up."""
    left = unfinished_import(library)
    if left is not None and left.batch == batch:
        put_setting(library, _KEY, "")


def unfinished_import(library: Library) -> Unfinished | None:
    """Return the import that was cut off, ``None`` where the last one came to its end."""
    written = get_setting(library, _KEY)
    if not written:
        return None
    values = json.loads(written)
    wishes = Wishes(values["encoding"], values["title"])
    return Unfinished(values["batch"], tuple(map(Path, values["paths"])), wishes)
