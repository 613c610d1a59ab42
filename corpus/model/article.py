"""An article: its original text, the repairs of it, and what people know and decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any, Final

from corpus.model.edit import Edit
from corpus.model.record import Record
from corpus.model.source import Heading, Metadata, Page, Table

_FOLDERS_TOLD: Final = 4
"""A file is named by no more of the folders around it."""


class ReadState(StrEnum):
    """How far a person has read an article."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of the list of articles; ``characters`` counts the clean text.

    ``source`` is a source id, ``path`` the absolute path it came from or ``pack:NAME/file``. ``as_of`` says
    how old the article's data are (packs). ``duplicate_of`` is the id of the article this one repeats.
    ``trashed`` is the ISO time it was put into the trash, empty otherwise; ``batch`` names the import. ``layer`` is
    no_text where the file has only pages, recognised where its text was read off them, else empty.
    """

    id: str
    title: str
    source: str
    path: str
    paths: tuple[str, ...]
    characters: int
    metadata: Metadata
    kind: str = ""
    as_of: str = ""
    pack: str = ""
    duplicate_of: str | None = None
    similarity: float = 0.0
    added: str = ""
    batch: str = ""
    read_state: ReadState = ReadState.UNREAD
    progress: int = 0
    star: bool = False
    trashed: str = ""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    repairs_applied: int = 0
    repairs_offered: int = 0
    annotations: int = 0
    figures: int = 0
    missing: int = 0
    """How many fields a reference to it lacks."""
    proposed: int = 0
    """How many fields of its record were found and wait for a nod."""
    part_of: str | None = None
    """The id of the article this one is an excerpt of."""
    file_beside: str = ""
    """What of its path tells the article apart from others of its title; empty where nothing has to or can."""
    layer: str = ""
    pages: int = 0
    """How many pages its file has, where it has nothing else: no text stands on them."""

    @property
    def name(self) -> str:
        """Return the title as lists show it: told apart from others of it."""
        return told_apart(self.title, self.file_beside)


def told_apart(title: str, file: str) -> str:
    """Return a title in a list, with the name of its file beside it where another article has the same title."""
    return f"{title}　{file}" if file else title


def origin_of(publisher: str, author: str, path: str) -> str:
    """Return who published an article, its author where that is not known, else the name of its file."""
    return publisher or author or path.replace("\\", "/").rpartition("/")[2]


def file_beside(title: str, path: str, others: Iterable[str]) -> str:
    """Return the shortest part of a path that tells an article apart from others of its title by their paths.

    That is the name of its file, where that is another one than its title; else its folder, its name with its ending,
    a folder further out, or several of these. Empty for what was pasted or piped in, and where all of that is the same.
    """
    rest = [_parts_of(other) for other in others if other != path]
    told = {"", title}.union(*rest)
    return next((part for part in _parts_of(path) if rest and part not in told), "")


def _parts_of(path: str) -> list[str]:
    """Return what can be said of where a file lies, the shortest first; nothing of what was pasted or piped in."""
    if path.startswith(("clipboard:", "stdin:")):
        return []
    *outer, name = path.replace("\\", "/").strip("/").split("/")
    folders = outer[-_FOLDERS_TOLD:]
    named = [f"{folder}/" for folder in reversed(folders)]
    tails = ["/".join([*folders[-many:], name]) for many in range(1, len(folders) + 1)]
    return [PurePath(name).stem, *named[:1], name, *named[1:], "/".join([*folders[-2:], ""]), *tails]


@dataclass(frozen=True, slots=True)
class Article:
    """An article whole: ``original`` never changes; headings, pages, tables and edits are spans of it."""

    summary: ArticleSummary
    original: str
    edits: tuple[Edit, ...] = ()
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    start: int = 0
    end: int = 0
    change: int = 0
    record: Record | None = None
    """What it is as a publication; only where it was just built."""
    stated: Mapping[str, Any] = field(default_factory=dict)
    """What a person said of its context, by the keys of ``corpus.model.context``."""

    @property
    def id(self) -> str:
        """Return the article's id."""
        return self.summary.id

    @property
    def title(self) -> str:
        """Return the article's title, which is also the first line of its text."""
        return self.summary.title
