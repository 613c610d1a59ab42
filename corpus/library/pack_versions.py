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


def outdated_packs(store: Store) -> tuple[str, ...]:
    """Return the packs of a library that ship in another version than it has."""
    names = store.settings.get(INSTALLED).split()
    return tuple(name for name in names if store.settings.get(version_key(name)) != pack_version(name))
