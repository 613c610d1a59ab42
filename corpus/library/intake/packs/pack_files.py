"""Packs that come in a file: looked at, installed, updated as a difference, and removed; a person's decision stays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.library.core.clock import now
from corpus.library.core.knowledge import installed_pack, installed_packs
from corpus.library.core.library import Library
from corpus.library.core.pack_versions import installed_names, pack_file_path
from corpus.library.intake.building.build import source_id
from corpus.library.intake.packs import installing
from corpus.model.errors import UnknownIdError
from corpus.model.source import Source
from corpus.packs.archive import LARGEST, pack_of_bytes
from corpus.packs.label import PackLabel, label_of
from corpus.packs.pack import Pack, load_pack, pack_names
from corpus.store.database.changes import Changes
from corpus.store.folder.given_files import read_given
from corpus.store.store import Store


@dataclass(frozen=True, slots=True)
class PackChange:
    """What a pack's file would change in a library, or has changed: files of articles, and numbers of figures.

    ``before`` is the version the library has, empty where it has none.
    """

    label: PackLabel
    before: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    figures_added: int
    figures_removed: int


def read_pack_file(path: Path) -> tuple[Pack, bytes]:
    """Return the pack in a file, and its bytes; InputError where it cannot be taken."""
    data = read_given(path, LARGEST)
    return pack_of_bytes(data, str(path)), data


def difference(library: Library, path: Path) -> PackChange:
    """Return what installing a file would change, without changing anything."""
    pack, _data = read_pack_file(path)
    return _change(library.store, pack)


def install_file(library: Library, path: Path) -> PackChange:
    """Install the pack in a file, or bring the library's to its version; return what changed."""
    pack, data = read_pack_file(path)
    change = _change(library.store, pack)
    sha256 = library.store.originals.keep(data)
    named = pack_file_path(pack.name)
    with library.store.transaction(Changes(everything=True)):
        _forget_file(library.store, pack.name)
        library.store.sources.add(
            Source(
                id=source_id(sha256), sha256=sha256, path=named, paths=(named,), format="pack", encoding="",
                size=len(data), imported=now(), text="", pieces=(),
            )
        )  # fmt: skip
        installing.install(library.store, pack)
    return change


def install_shipped(library: Library, name: str) -> None:
    """Install a pack that ships with the program, again or for the first time."""
    if name not in pack_names():
        raise UnknownIdError("unknown_pack", id=name)
    installing.install(library.store, load_pack(name))


def remove_pack(library: Library, name: str) -> None:
    """Put a pack's articles into the trash with their notes, and forget its file; UnknownIdError."""
    if name not in installed_names(library.store):
        raise UnknownIdError("unknown_pack", id=name)
    with library.store.transaction(Changes(everything=True)):
        installing.remove(library.store, name)
        gone = _forget_file(library.store, name)
    library.store.originals.remove(gone)


def labels(library: Library) -> tuple[PackLabel, ...]:
    """Return the labels of a library's packs."""
    return tuple(label_of(pack) for pack in installed_packs(library.store))


def _forget_file(store: Store, name: str) -> tuple[str, ...]:
    """Forget the file a pack came in before; return its hash."""
    known = store.sources.by_path(pack_file_path(name))
    if known is None:
        return ()
    store.sources.forget(known.id)
    return (known.sha256,)


def _change(store: Store, pack: Pack) -> PackChange:
    """Return what is new in a pack against the one a library has."""
    known = installed_pack(store, pack.name) if pack.name in installed_names(store) else None
    old = {one.file: (one.data, one.record) for one in known.articles} if known else {}
    new = {one.file: (one.data, one.record) for one in pack.articles}
    figures = [{_figure(one) for one in some.statistics} if some else set() for some in (known, pack)]
    return PackChange(
        label=label_of(pack),
        before=known.version if known else "",
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(file for file in new.keys() & old.keys() if new[file] != old[file])),
        removed=tuple(sorted(old.keys() - new.keys())),
        figures_added=len(figures[1] - figures[0]),
        figures_removed=len(figures[0] - figures[1]),
    )


def _figure(record: object) -> str:
    return repr(sorted(record.items())) if isinstance(record, dict) else repr(record)
