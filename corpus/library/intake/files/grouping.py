"""Folders as collections: articles grouped as the files they came from lie in folders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.importing.folder import written
from corpus.library.core.library import Library
from corpus.library.reading.organising import (
    add_collection,
    collections,
    delete_collection,
    put_into,
    restore_collection,
    take_out,
)
from corpus.model.collection import Collection
from corpus.store.database.changes import Changes


@dataclass(frozen=True, slots=True)
class Grouped:
    """What grouping did: the collections it made, parents first, and which articles it put into which collection."""

    made: tuple[Collection, ...]
    put: Mapping[str, tuple[str, ...]]


def group_by_folders(
    library: Library, folders: Sequence[Path], articles: Mapping[str, Sequence[str]]
) -> Grouped:
    """Put articles into collections named like the folders of their files, nested as these are.

    ``articles`` are ids by the path of their file; files outside ``folders`` are left alone. A collection of the
    same name in the same place is used again; folders without an article become none.
    """
    wanted: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for place, ids in articles.items():
        names = _names(place, folders)
        if names and ids:
            wanted[names].extend(ids)
    known = {(one.parent, one.name): one.id for one in collections(library)}
    made: list[Collection] = []
    put: dict[str, tuple[str, ...]] = {}
    with library.store.transaction(Changes(collections=True)):
        for names, ids in sorted(wanted.items()):
            parent = ""
            for name in names:
                if (parent, name) not in known:
                    made.append(add_collection(library, name, parent))
                    known[parent, name] = made[-1].id
                parent = known[parent, name]
            new = tuple(
                dict.fromkeys(one for one in ids if one not in library.store.collections.articles(parent))
            )
            put_into(library, parent, new)
            put[parent] = new
    return Grouped(tuple(made), put)


def ungroup(library: Library, grouped: Grouped) -> None:
    """Take back what grouping did."""
    with library.store.transaction(Changes(collections=True)):
        for collection, ids in grouped.put.items():
            take_out(library, collection, ids)
        for one in reversed(grouped.made):
            delete_collection(library, one.id)


def regroup(library: Library, grouped: Grouped) -> None:
    """Do again what was taken back."""
    with library.store.transaction(Changes(collections=True)):
        for one in grouped.made:
            restore_collection(library, one)
        for collection, ids in grouped.put.items():
            put_into(library, collection, ids)


def _names(place: str, folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of the folders a file lies in, from the one given down; none where it lies in none of them."""
    for folder in folders:
        root = Path(written(str(folder.absolute())))
        if Path(place).is_relative_to(root) and Path(place) != root:
            return (root.name or str(root), *Path(place).relative_to(root).parts[:-1])
    return ()
