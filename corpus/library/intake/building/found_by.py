"""By which extractors and packs the articles of a library were read; knows this without loading them."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.fingerprint import extractor_fingerprint
from corpus.library.core.pack_versions import installed_names, version_key
from corpus.store.database.changes import Changes
from corpus.store.store import Store

FOUND_BY: Final = "found-by"
"""The setting that names the extractors and packs with which all articles of a library were read."""
ON_THE_WAY: Final = "finding-anew"
"""The setting that holds, while articles are read anew, with what and the last one read."""


def is_outdated(store: Store) -> bool:
    """Tell whether articles of a library were read by other extractors or packs than there are now."""
    return store.settings.get(FOUND_BY) != found_by_now(store) and store.totals.read().live.articles > 0


def mark_current(store: Store) -> None:
    """Remember that all articles were read by the extractors and packs there are now."""
    with store.transaction(Changes(settings=True)):
        store.settings.put(FOUND_BY, found_by_now(store))
        store.settings.put(ON_THE_WAY, "")


def mark_outdated(store: Store) -> None:
    """Have all articles read anew when that is asked for: what came into the library may change what they say."""
    with store.transaction(Changes(settings=True)):
        store.settings.put(FOUND_BY, "")
        store.settings.put(ON_THE_WAY, "")


def found_by_now(store: Store) -> str:
    """Return what names the extractors and packs of a library as they are now, without blanks."""
    packs = (f"{name}@{store.settings.get(version_key(name))}" for name in sorted(installed_names(store)))
    return "+".join((extractor_fingerprint(), *packs)).replace(" ", "")
