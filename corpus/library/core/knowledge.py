"""What the library knows before it reads: trends, platforms, words and corrections of packs and of people."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from corpus.knowledge.names.known.owned import with_own
from corpus.library.core.pack_versions import BUILT_IN, installed_names, pack_file_path
from corpus.model.knowledge import Knowledge
from corpus.packs.archive import pack_of_bytes
from corpus.packs.pack import Pack, load_pack
from corpus.packs.version import pack_version
from corpus.store.store import Store


def installed_packs(store: Store) -> tuple[Pack, ...]:
    """Return the packs installed in a library: those this program ships, and those that came in a file of their own."""
    found = (installed_pack(store, name) for name in installed_names(store))
    return tuple(pack for pack in found if pack is not None)


def installed_pack(store: Store, name: str) -> Pack | None:
    """Return one pack of a library; ``None`` where this program does not ship it and its file is gone."""
    if pack_version(name):
        return load_pack(name)
    source = store.sources.by_path(pack_file_path(name))
    if source is None or store.originals.damaged((source.sha256,)):
        return None
    return _read(store.originals.path(source.sha256), source.sha256)


@lru_cache(maxsize=8)
def _read(path: Path, _sha256: str) -> Pack:
    return pack_of_bytes(path.read_bytes(), str(path))


def builtin_knowledge() -> Knowledge:
    """Return the knowledge of the built-in pack alone, for work without a library."""
    return _joined((load_pack(BUILT_IN),), None)


def library_knowledge(store: Store) -> Knowledge:
    """Return the knowledge of a library: its packs and what its person added."""
    return _joined(installed_packs(store) or (load_pack(BUILT_IN),), store)


def _joined(packs: tuple[Pack, ...], store: Store | None) -> Knowledge:
    own_words = store.words.all() if store else ()
    own_corrections = store.words.corrections() if store else ()
    own_companies = store.companies.all() if store else ()
    own_trends = store.own_trends.all() if store else ()
    platforms = with_own([one for pack in packs for one in pack.platforms], own_companies)
    return Knowledge(
        platforms=platforms,
        trends=(*(trend for pack in packs for trend in pack.trends), *own_trends),
        corrections=(*own_corrections, *(one for pack in packs for one in pack.corrections)),
        words=(*own_words, *(word for pack in packs for word in pack.words)),
    )
