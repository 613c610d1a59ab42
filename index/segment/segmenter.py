"""Cutting a text into words with a private tokenizer that is loaded when first needed."""

from __future__ import annotations

import hashlib
import logging
import threading
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from index.segment.bulk import BulkCutter
from index.segment.dictionary import read_dictionary
from index.segment.word import Token, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


# Changed whenever the same words would be cut another way by this module.
REVISION = "1"


def _library_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jieba")
    except PackageNotFoundError:
        from jieba import __version__

        return str(__version__)


@cache
def _fingerprint() -> str:
    import jieba

    with jieba.Tokenizer().get_dict_file() as dictionary:
        parts = (REVISION, _library_version(), hashlib.file_digest(dictionary, "sha256").hexdigest())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def _dictionary() -> tuple[dict[str, int], int]:
    """Return jieba's own words, and the beginnings of them, with how often each counts, and the sum.

    Read from the source: the library's cache is no faster, and a cache file in a folder that came from strangers
    would be trusted blindly. Read once in a process: whoever adds to it takes a copy.
    """
    return read_dictionary()


def _usable(words: Iterable[Word]) -> tuple[Word, ...]:
    """Drop what is no word: blanks at the ends, nothing at all, blanks inside; the first of equals stays."""
    kept: dict[str, Word] = {}
    for entry in words:
        word = entry.word.strip().lstrip("\ufeff")
        if word and not any(c.isspace() for c in word):
            kept.setdefault(word, Word(word, entry.frequency))
    return tuple(kept.values())


class Segmenter:
    """Cuts texts into words; made at once, loaded when first used, safe to share by threads.

    Loading takes about 0.6 s in a process, 20 ms once another was loaded there. ``words`` are kept whole beside the
    dictionary's own; ``cache_dir`` is where the library may keep its cache.
    Where fingerprints are equal, texts are cut alike but for those that hold a word only one of them knows.
    """

    def __init__(self, words: Iterable[Word], cache_dir: Path) -> None:
        self.own_words = _usable(words)
        self._cache_dir = cache_dir
        self._tokenizer: Any = None
        self._lock = threading.Lock()

    @property
    def fingerprint(self) -> str:
        """Return what words depend on beside the person's own ones: the library, its dictionary, this module."""
        return _fingerprint()

    @property
    def known(self) -> frozenset[tuple[str, int | None]]:
        """Return the person's own words with how often each is to count."""
        return frozenset((one.word, one.frequency) for one in self.own_words)

    def __reduce__(self) -> tuple[object, ...]:
        """Let a segmenter travel to another process, where it is loaded anew."""
        return Segmenter, (self.own_words, self._cache_dir)

    def load(self) -> None:
        """Read the dictionary now rather than at the first use."""
        self._loaded()

    def _loaded(self) -> Any:
        if self._tokenizer is not None:
            return self._tokenizer
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = self._make()
        return self._tokenizer

    def _make(self) -> Any:
        import jieba

        quiet = logging.getLogger("jieba")
        quiet.handlers.clear()
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
        tokenizer = jieba.Tokenizer()
        # Should it ever write a cache, then not to the shared temporary folder.
        tokenizer.tmp_dir = str(self._cache_dir)
        counts, tokenizer.total = _dictionary()
        tokenizer.FREQ = counts.copy() if self.own_words else counts
        tokenizer.initialized = True
        for entry in self.own_words:
            tokenizer.add_word(entry.word, entry.frequency)
        return tokenizer

    def words(self, text: str) -> list[Token]:
        """Return the words of a text in order, blanks and marks included, so that they tile it."""
        return [Token(word, start, end) for word, start, end in self._loaded().tokenize(text)]

    def inner_words(self, text: str) -> Iterator[str]:
        """Yield the words of a text and the shorter words inside the long ones, in an order of their own."""
        return self._bulk.inner_words(text)

    @cached_property
    def _bulk(self) -> BulkCutter:
        return BulkCutter(self.own_words, self._search_cut)

    def _search_cut(self, text: str) -> Iterator[str]:
        found: Iterator[str] = self._loaded().cut_for_search(text)
        return found

    def cut(self, text: str) -> Iterator[str]:
        """Yield the words of a text without their places, blanks and marks included."""
        pieces: Iterator[str] = self._loaded().cut(text)
        return pieces

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the dictionary or among the person's own."""
        return bool(self._loaded().FREQ.get(word, 0))
