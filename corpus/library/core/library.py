"""An opened library: its store, its texts, its index and what it knows."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.model.caution import Caution
from corpus.store.database.changes import ChangeFeed, Changes
from corpus.store.folder.lock import LibraryLock
from corpus.store.folder.parts import FOLDER, note_in
from corpus.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import ExitStack

    from corpus.library.core.documents import LibraryDocuments
    from corpus.library.core.ready_texts import ReadyTexts
    from corpus.library.core.texts import Texts
    from corpus.model.knowledge import Knowledge
    from corpus.model.statistic import Statistic
    from index.finder import Finder
    from index.segment import Segmenter

T = TypeVar("T")


@dataclass
class Library:
    """A library folder in use. ``writable`` where this program holds the lock; close it when done."""

    root: Path
    store: Store
    writable: bool
    lock: LibraryLock | None = None
    passing: ExitStack | None = field(init=False, default=None)
    """The folder of one that is only shown where none was made: it goes when the library is closed."""
    cautions: list[Caution] = field(init=False, default_factory=list)
    """What a person should still be told; who tells it takes it out with ``take_cautions``."""
    _noting: Callable[[], None] = field(init=False)
    """Ends the noting of unfinished files in this library."""
    derived: dict[str, tuple[int, Any]] = field(init=False, default_factory=dict)
    """Answers that hold for one change number of the facts, by name."""
    figures_before: dict[tuple[str, int], dict[str, Statistic]] = field(init=False, default_factory=dict)
    """Figures that stood in a text while this library was open, by article and text, then by id."""

    def __post_init__(self) -> None:
        """Have unfinished files noted here from now on."""
        self._noting = note_in(self.parts_folder)

    def take_cautions(self) -> tuple[Caution, ...]:
        """Return what a person should be told, each once."""
        taken, self.cautions[:] = tuple(self.cautions), []
        return taken

    @property
    def changes(self) -> ChangeFeed:
        """Return the feed that tells of every committed change."""
        return self.store.changes

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """Return what ``make`` returned under this name when the facts were last changed; it is made once."""
        change = self.store.facts.last_change()
        known = self.derived.get(name)
        if known is None or known[0] != change:
            known = self.derived[name] = (change, make())
        answer: T = known[1]
        return answer

    # Each part is imported when it is first used, so that a window can be painted before words are loaded.

    @cached_property
    def texts(self) -> Texts:
        """Return the articles made ready for showing."""
        from corpus.library.core.texts import Texts

        return Texts(self.store)

    @cached_property
    def documents(self) -> LibraryDocuments:
        """Return the library as the index sees it."""
        from corpus.library.core.documents import LibraryDocuments

        return LibraryDocuments(self.store, self.texts)

    @cached_property
    def ready_texts(self) -> ReadyTexts:
        """Return the texts that were made ready for the index when they were built."""
        from corpus.library.core.ready_texts import ReadyTexts

        return ReadyTexts(self.store, self.documents)

    @cached_property
    def knowledge(self) -> Knowledge:
        """Return the library's trends, platforms, words and corrections."""
        from corpus.library.core.knowledge import library_knowledge

        return library_knowledge(self.store)

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each name of a company, and of a metric, its other names."""
        from corpus.library.core.aliases import aliases_of

        return aliases_of(self.knowledge)

    @cached_property
    def segmenter(self) -> Segmenter:
        """Return the segmenter with the library's words; jieba loads when it is first used."""
        from corpus.library.core.segmenting import segmenter_of

        return segmenter_of(self.knowledge, self.cache_folder / "jieba")

    @cached_property
    def finder(self) -> Finder:
        """Return the one who finds things in the library's texts."""
        from index.finder import Finder

        return Finder(self.index_folder, self.documents, self.segmenter)

    @property
    def index_folder(self) -> Path:
        """Return where the indexes lie; derived, may be deleted at any time."""
        return self.root / "index"

    @property
    def cache_folder(self) -> Path:
        """Return where caches lie; derived, may be deleted at any time."""
        return self.root / "cache"

    @property
    def parts_folder(self) -> Path:
        """Return where unfinished files are noted that are written for this library, wherever they lie."""
        return self.cache_folder / FOLDER

    @property
    def creator(self) -> str:
        """Return the name notes are signed with."""
        return self.store.settings.get("creator") or _account()

    def words_changed(self) -> None:
        """Take new words and corrections up: knowledge, segmenter and finder are made anew."""
        for name in ("finder", "segmenter", "aliases", "knowledge", "ready_texts"):
            made = self.__dict__.pop(name, None)
            if name == "finder" and made is not None:
                made.close()

    def written_elsewhere(self) -> None:
        """Take up what another process (the worker) wrote; texts and indexes know by change numbers themselves."""
        from corpus.library.core.knowledge import library_knowledge

        if "knowledge" in self.__dict__ and library_knowledge(self.store) != self.knowledge:
            self.words_changed()
        self.changes.publish(Changes(everything=True))

    def see_to_others(self) -> None:
        """Raise LibraryError (library_overwritten, library_gone) where another program exchanged the database."""
        self.store.database.see_to_others()

    def close(self) -> None:
        """Close files and give the lock back."""
        self._noting()
        if "finder" in self.__dict__:
            self.finder.close()
        self.store.close()
        if self.lock is not None:
            self.lock.release()
        if self.passing is not None:
            self.passing.close()


def _account() -> str:
    """Return the name of the account, empty where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
