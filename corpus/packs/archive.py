"""A pack in one file: a zip of TOML tables and texts, read in place and never unpacked onto a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Final, cast

from corpus.model.errors import InputError
from corpus.packs.pack import Pack, pack_names, read_pack
from index.lazy_pattern import LazyPattern

LARGEST: Final = 200 * 1024 * 1024
"""Bytes a pack may unpack to."""
MOST: Final = 20_000
"""Files a pack may hold."""
_KINDS: Final = (".toml", ".md", ".txt")
_NAME: Final = LazyPattern(r"^[a-z0-9][a-z0-9-]{0,40}$")


def pack_of_bytes(data: bytes, path: str) -> Pack:
    """Return the pack in the bytes of a file; ``path`` names it to people.

    Raises InputError: damaged where it is no zip or no pack, hostile where it holds anything but plain tables and
    texts, limit where it is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_through(archive, path)
            pack = read_pack(cast("Traversable", zipfile.Path(archive)))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        raise InputError("damaged", path=path, detail=f"{type(error).__name__}: {error}") from error
    if not _NAME.match(pack.name):
        raise InputError("bad_pack", path=path, detail=f"name = {pack.name}")
    if pack.name in pack_names():
        raise InputError("pack_name_taken", path=path, name=pack.name)
    return pack


def _look_through(archive: zipfile.ZipFile, path: str) -> None:
    """Refuse what is no plain table or text, lies elsewhere, or is too much."""
    found = [one for one in archive.infolist() if not one.is_dir()]
    if len(found) > MOST or sum(one.file_size for one in found) > LARGEST:
        raise InputError("limit", path=path)
    for name in _strange(found):
        raise InputError("hostile", path=path, detail=name)


def _strange(found: list[zipfile.ZipInfo]) -> Iterator[str]:
    for one in found:
        parts = one.filename.split("/")
        elsewhere = "" in parts or ".." in parts or "\\" in one.filename or ":" in one.filename
        linked = (one.external_attr >> 16) & 0o170000 == 0o120000
        if elsewhere or linked or not one.filename.endswith(_KINDS):
            yield one.filename
