"""What the library knows before it reads: trends, platforms, words and corrections of packs and of people."""

from __future__ import annotations

from corpus.library.core.pack_versions import BUILT_IN, installed_names
from corpus.model.knowledge import Knowledge
from corpus.packs.pack import Pack, load_pack
from corpus.packs.version import pack_version
from corpus.store.store import Store


def installed_packs(store: Store) -> tuple[Pack, ...]:
    """Return the packs installed in a library, as far as they ship with this program."""
    return tuple(load_pack(name) for name in installed_names(store) if pack_version(name))


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
    platforms = (*(one for pack in packs for one in pack.platforms), *own_companies)
    return Knowledge(
        platforms=platforms,
        trends=tuple(trend for pack in packs for trend in pack.trends),
        corrections=(*own_corrections, *(one for pack in packs for one in pack.corrections)),
        words=(*own_words, *(word for pack in packs for word in pack.words)),
    )
