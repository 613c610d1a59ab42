"""What statements ask of texts and paths: functions every connection that reads a library knows."""

from __future__ import annotations

import sqlite3
import zlib
from functools import lru_cache

from corpus.model.article import file_beside, told_apart
from corpus.store.sqlite.packing import readable_text, unpack_text


def give_text_functions(connection: sqlite3.Connection) -> None:
    """Let a connection use ``part_of(text, start, stop)`` and ``part_holds(text, start, stop, cues)``.

    ``file_beside(title, path, others)``, the others one a line, and ``told_apart(title, file)`` are those of an
    article. Places are code points; cues are words, one a line.
    """
    connection.create_function("file_beside", 3, _file_beside, deterministic=True)
    connection.create_function("told_apart", 2, told_apart, deterministic=True)
    connection.create_function("part_of", 3, _part_of, deterministic=True)
    connection.create_function("part_holds", 4, _part_holds, deterministic=True)


@lru_cache(maxsize=8)
def _unpacked(text: bytes | str) -> str:
    """Return a text, of a damaged one what can be read; one article is asked for again and again."""
    try:
        return unpack_text(text)
    except (ValueError, zlib.error):
        return readable_text(text)


def _file_beside(title: str, path: str, others: str | None) -> str:
    return file_beside(title, path, (others or "").splitlines())


def _part_of(text: bytes | str, start: int, stop: int) -> str:
    return _unpacked(text)[start:stop]


def _part_holds(text: bytes | str, start: int, stop: int, cues: str) -> bool:
    part = _unpacked(text)[start:stop]
    return any(cue in part for cue in cues.split("\n"))
