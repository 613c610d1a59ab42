"""Taking a backup apart: only what its own database states, no more than that, and nothing that is not what it says."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

from corpus.model.errors import InputError
from corpus.model.progress import Progress, ProgressCallback
from corpus.store.folder.failing import about, error_at, opened
from corpus.store.folder.files import sync_file, sync_folder
from corpus.store.folder.given_files import size_of
from corpus.store.folder.steps import reached
from corpus.store.salvage.examination import examine, known_as, stated_originals, stated_size
from corpus.store.store import DATABASE_NAME

_BLOCK: Final = 1 << 20
_ROOM_LEFT: Final = 16 << 20
"""What must stay free on the disk beside what is unpacked."""
_MOST_DATABASE: Final = 8 << 30
_FOLDER: Final = "originals/"
_END: Final = 1 << 17
"""Bytes of an archive in which its end stands, comment and all."""


def is_archive(path: Path) -> bool:
    """Tell whether a file ends as an archive does; OSError, which ``zipfile`` takes for a file that is none."""
    with opened(path) as file:
        file.seek(-min(size_of(path), _END), os.SEEK_END)
        return zipfile.is_zipfile(io.BytesIO(file.read()))


def unpack(path: Path, target: Path, progress: ProgressCallback) -> tuple[int, tuple[str, ...]]:
    """Unpack the backup at ``path`` into ``target``; return how many originals came, and the paths of those missing.

    Raises InputError (bad_backup, foreign_backup, altered_backup), LibraryError (library_newer, disk_full), OSError.
    """
    try:
        with opened(path) as file, zipfile.ZipFile(file) as archive:
            members = _members(archive, path)
            database = target / DATABASE_NAME
            _unpack_database(archive, members, database, path)
            examine(database, path)
            stated = stated_originals(database, path)
            return _unpack_originals(archive, members, stated, target / "originals", path, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(
            error.__context__, OSError
        ):  # the disk failed, which ``zipfile`` takes for a bad archive
            raise error.__context__ from error
        raise InputError("bad_backup", path=str(path)) from error


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """Return the members by name; none may come twice.

    Packed anew on Windows they may be parted by the other stroke; as it is, no name of ours holds one.
    """
    members = {one.filename.replace("\\", "/"): one for one in archive.infolist()}
    if len(members) != len(archive.infolist()) or DATABASE_NAME not in members:
        raise InputError("bad_backup", path=str(path))
    return members


def _unpack_database(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], target: Path, path: Path
) -> None:
    """Unpack the database if it is as large as it says of itself, so that no bomb is even begun."""
    member = members[DATABASE_NAME]
    with archive.open(member) as stream:
        size = stated_size(stream.read(100))
    if size != member.file_size or size > _MOST_DATABASE:
        raise InputError("bad_backup", path=str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _see_to_room(target.parent, size)
    with archive.open(member) as stream:
        _copied(stream, target)
    reached("restore:database-unpacked")


def _unpack_originals(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], stated: Mapping[str, tuple[int, str]],
    folder: Path, path: Path, progress: ProgressCallback,
) -> tuple[int, tuple[str, ...]]:  # fmt: skip
    """Unpack every original the database states; one it does not state, or of another size, is not unpacked at all."""
    found = {name.removeprefix(_FOLDER): one for name, one in members.items() if name.startswith(_FOLDER)}
    found.pop("", None)
    for name, member in found.items():
        if name not in stated or stated[name][0] != member.file_size:
            raise _altered(path, folder.parent / DATABASE_NAME, name)
    if found:
        folder.mkdir()
    _see_to_room(folder.parent, sum(one.file_size for one in found.values()))
    for number, (name, member) in enumerate(found.items()):
        progress(Progress("restore", number, len(found)))
        if _unpacked(archive, member, folder / name) != name:
            raise _altered(path, folder.parent / DATABASE_NAME, name)
        reached("restore:original-unpacked")
    for made in (folder, folder.parent):
        if made.exists():
            sync_folder(made)
    return len(found), tuple(where for name, (_, where) in stated.items() if name not in found)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> str:
    """Unpack a member; return its SHA-256, empty where the archive itself says that it is not what it was."""
    try:
        with archive.open(member) as stream:
            return _copied(stream, target)
    except (zipfile.BadZipFile, zlib.error):
        return ""


def _altered(path: Path, database: Path, name: str) -> InputError:
    """Return the error about an original, named as a person knows it; one nobody knows by its hash."""
    title, file = known_as(database, name)
    named = f"{title} ({file})" if title and file else title or file or name
    return InputError("altered_backup", path=str(path), detail=named)


def _copied(stream: IO[bytes], target: Path) -> str:
    """Write a stream to a file, so that it lasts; return its SHA-256."""
    digest = hashlib.sha256()
    with about(target), target.open("xb") as file:
        while block := stream.read(_BLOCK):
            digest.update(block)
            file.write(block)
    sync_file(target)
    return digest.hexdigest()


def _see_to_room(folder: Path, needed: int) -> None:
    """Raise LibraryError (disk_full) where the disk has no room for ``needed`` bytes."""
    if shutil.disk_usage(folder).free < needed + _ROOM_LEFT:
        raise error_at(folder, folder, "disk_full")
