"""Which packs a library has and which of them ship in a newer version; reads no more than a line of each."""

from __future__ import annotations

from corpus.packs.version import pack_version
from corpus.store.store import Store

BUILT_IN = "ecommerce"

INSTALLED = "packs"
"""The setting that lists the packs of a library, parted by blanks."""


def version_key(name: str) -> str:
    """Return the setting that holds the version of a pack a library has."""
    return f"pack:{name}"


def pack_file_path(name: str) -> str:
    """Return the path under which the file a pack came in is kept among the sources of a library."""
    return f"pack-file:{name}"


def outdated_packs(store: Store) -> tuple[str, ...]:
    """Return the packs of a library that ship in another version than it has."""
    return tuple(
        name
        for name in installed_names(store)
        if (shipped := pack_version(name)) and store.settings.get(version_key(name)) != shipped
    )


def installed_names(store: Store) -> tuple[str, ...]:
    """Return the names of a library's packs, also of those that this program does not ship."""
    return tuple(store.settings.get(INSTALLED).split())
