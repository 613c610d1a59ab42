"""Which reader takes which file: one line for each suffix."""

from __future__ import annotations

import errno
import stat
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
    return parse(path, load(path))


def load(path: Path) -> bytes:
    """Return the bytes of a file that is there and worth reading; ``InputError`` as ``read`` raises it.

    Only regular files are opened: a pipe or a device could keep its reader waiting, or feed it, for ever.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError("unreadable", path=str(path))
        _reader_of(path)
        if found.st_size > LIMIT:
            raise InputError("limit", path=str(path), detail=found.st_size)
        return path.read_bytes()
    except OSError as error:
        raise InputError(kind_of(error), path=str(path), detail=error.strerror or "") from error
    except ValueError as error:
        raise InputError("missing", path=str(path).replace("\0", "")) from error


def parse(path: Path, data: bytes) -> SourceDocument:
    """Return what the bytes of a file hold; ``InputError`` as ``read`` raises it."""
    try:
        return _reader_of(path)(data)
    except InputError as error:
        raise InputError(error.kind, **{**error.values, "path": str(path)}) from error


def _reader_of(path: Path) -> Reader:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError("unsupported", path=str(path), detail=path.suffix)
    return reader


def kind_of(error: OSError) -> str:
    """Return missing or unreadable, as the system's error says."""
    return "missing" if error.errno in {errno.ENOENT, errno.ENOTDIR} else "unreadable"
