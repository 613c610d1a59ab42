"""Settings that travel with the library, and words a person adds to its lexicon."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.model.platform import LexiconEntry
from corpus.store.database.changes import Changes


def get_setting(library: Library, key: str, default: str = "") -> str:
    """Return a setting of the library."""
    return library.store.settings.get(key, default)


def put_setting(library: Library, key: str, value: str) -> None:
    """Keep a setting in the library."""
    with library.store.transaction(Changes(settings=True)):
        library.store.settings.put(key, value)


def user_words(library: Library) -> tuple[LexiconEntry, ...]:
    """Return the words the person added."""
    return library.store.words.all()


def add_word(library: Library, word: str) -> None:
    """Add a word to the lexicon; the articles that hold it are indexed again with the next change of the index."""
    with library.store.transaction(Changes(settings=True)):
        library.store.words.put(LexiconEntry(word.strip()))
    library.words_changed()


def delete_word(library: Library, word: str) -> None:
    """Take a word out of the lexicon."""
    with library.store.transaction(Changes(settings=True)):
        library.store.words.delete(word)
    library.words_changed()
