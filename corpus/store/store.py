"""The store: every table of a library, its originals, and the changes it tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.store.annotations import Annotations
from corpus.store.articles import Articles
from corpus.store.changes import ChangeFeed, Changes
from corpus.store.collections import Collections
from corpus.store.database import Database
from corpus.store.edits import Edits
from corpus.store.facts import Facts
from corpus.store.originals import Originals
from corpus.store.own_facts import OwnFacts
from corpus.store.records import Drafts, Searches, Settings, Words
from corpus.store.sources import Sources
from corpus.store.versions import Versions

DATABASE_NAME = "library.db"


class Store:
    """One library folder. Reads from any thread; writes through ``transaction``."""

    def __init__(self, root: Path, *, write: bool) -> None:
        """Open the library at ``root``; LibraryError where that cannot be."""
        self.root = root
        self.database = Database(root / DATABASE_NAME, write=write)
        self.originals = Originals(root / "originals")
        self.edits = Edits(self.database)
        self.articles = Articles(self.database, self.edits)
        self.sources = Sources(self.database)
        self.versions = Versions(self.database)
        self.facts = Facts(self.database)
        self.own_facts = OwnFacts(self.database)
        self.annotations = Annotations(self.database)
        self.collections = Collections(self.database)
        self.settings = Settings(self.database)
        self.drafts = Drafts(self.database)
        self.searches = Searches(self.database)
        self.words = Words(self.database)
        self.changes = ChangeFeed()

    @contextmanager
    def transaction(self, changes: Changes) -> Iterator[int]:
        """Write in one transaction and tell ``changes`` once it is committed; yields the change number."""
        with self.database.transaction() as number:
            yield number
            if changes.articles:
                self.articles.touch(changes.articles, number)
            if changes.facts or changes.everything:
                self.facts.mark_changed(number)
        self.changes.publish(changes)

    def close(self) -> None:
        """Close the database."""
        self.database.close()
