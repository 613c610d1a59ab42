"""Which reader takes which file: one line for each suffix."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from corpus.importing.markdown import read_markdown
from corpus.importing.plain_text import read_text
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument
from corpus.text.decode import LIMIT

Reader = Callable[[bytes], SourceDocument]

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
    }
)


def is_supported(path: Path) -> bool:
    """Tell whether a reader is there for the file's suffix."""
    return path.suffix.lower() in READERS


def read(path: Path) -> SourceDocument:
    """Read one file; raise ``InputError`` with its path and what is wrong with it.

    Kinds: missing, unreadable, unsupported, limit, empty, no_text, encoding, damaged.
    """
    try:
        return _reader_for(path)(path.read_bytes())
    except InputError as error:
        raise InputError(error.kind, **{**error.values, "path": str(path)}) from error
    except OSError as error:
        raise InputError(kind_of(error), path=str(path), detail=error.strerror or "") from error


def _reader_for(path: Path) -> Reader:
    """Return the reader of a file that is there, has a known suffix and is not too large."""
    size = path.stat().st_size
    if path.is_dir():
        raise InputError("unreadable", path=str(path))
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError("unsupported", path=str(path), detail=path.suffix)
    if size > LIMIT:
        raise InputError("limit", path=str(path), detail=size)
    return reader


def kind_of(error: OSError) -> str:
    """Return missing or unreadable, as the system's error says."""
    return "missing" if error.errno in {errno.ENOENT, errno.ENOTDIR} else "unreadable"
