"""How a person wants files to be read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from corpus.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants files to be read: in an encoding (empty: found), under a title (empty: their own)."""

    encoding: str = ""
    title: str = ""


NO_WISHES: Final = Wishes()


def known_encoding(name: str) -> str:
    """Return an encoding of text by the name Python has for it, empty for none; ``UsageError`` for an unknown one."""
    if not name:
        return ""
    try:
        "".encode(name)
        return codecs.lookup(name).name
    except LookupError as error:
        raise UsageError("bad_value", name="--encoding", value=name) from error
