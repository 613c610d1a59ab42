"""The store: every table of a library, its originals, and the changes it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.store.articles.articles import Articles
from corpus.store.articles.bibliography import Records
from corpus.store.articles.changes import ArticleChanges
from corpus.store.articles.collections import Collections
from corpus.store.articles.contexts import Contexts
from corpus.store.articles.edits import Edits
from corpus.store.articles.keys import ArticleKeys
from corpus.store.articles.parting import Parting
from corpus.store.articles.prints import Prints
from corpus.store.articles.structure import Structure
from corpus.store.database.changes import ChangeFeed, Changes, initiator
from corpus.store.database.database import Database
from corpus.store.database.lineage import Lineage
from corpus.store.database.totals import Totals
from corpus.store.facts.cited import Cited
from corpus.store.facts.companies import Companies
from corpus.store.facts.facts import Facts
from corpus.store.facts.figures import Figures
from corpus.store.facts.own_facts import OwnFacts
from corpus.store.facts.own_trends import OwnTrends
from corpus.store.facts.owned import Owned
from corpus.store.facts.relations import Relations
from corpus.store.facts.statements import Statements
from corpus.store.folder.names import DATABASE
from corpus.store.found import FoundThings
from corpus.store.notes.annotations import Annotations
from corpus.store.notes.records import Drafts, Searches, Settings, Words
from corpus.store.sources.originals import Originals
from corpus.store.sources.page_numbers import PageNumbers
from corpus.store.sources.pictures import Pictures
from corpus.store.sources.recognitions import Recognitions
from corpus.store.sources.sources import Sources
from corpus.store.versions import Versions

DATABASE_NAME = DATABASE


class Store:
    """One library folder. Reads from any thread; writes through ``transaction``."""

    def __init__(self, root: Path, *, write: bool) -> None:
        """Open the library at ``root``; LibraryError where that cannot be."""
        self.root = root
        self.database = Database(root / DATABASE_NAME, write=write)
        self.originals = Originals(root / "originals")
        self.edits = Edits(self.database)
        self.records = Records(self.database)
        self.contexts = Contexts(self.database)
        self.structure = Structure(self.database)
        self.prints = Prints(self.database)
        self.articles = Articles(
            self.database, self.edits, self.records, self.contexts, self.structure, self.prints
        )
        self.article_changes = ArticleChanges(self.database)
        self.article_keys = ArticleKeys(self.database, self.records, self.contexts)
        self.sources = Sources(self.database)
        self.page_numbers = PageNumbers(self.database)
        self.recognitions = Recognitions(self.database)
        self.figures = Figures(self.database)
        self.relations = Relations(self.database)
        self.owned = Owned(self.database)
        self.cited = Cited(self.database)
        self.own_facts = OwnFacts(self.database, self.figures)
        self.facts = Facts(self.database, self.figures, self.own_facts)
        self.statements = Statements(self.database)
        self.versions = Versions(self.database, self.articles, self.facts, self.records)
        self.parting = Parting(self.database)
        self.totals = Totals(self.database)
        self.lineage = Lineage(self.database)
        self.companies = Companies(self.database)
        self.found = FoundThings(self.database)
        self.annotations = Annotations(self.database, self._touch_beside)
        self.collections = Collections(self.database)
        self.settings = Settings(self.database)
        self.own_trends = OwnTrends(self.database, self.settings)
        self.drafts = Drafts(self.database)
        self.pictures = Pictures(self.database)
        self.searches = Searches(self.database)
        self.words = Words(self.database)
        self.changes = ChangeFeed()
        self.settle: Callable[[Store, Changes], None] = _nothing_more
        """What is derived of a change is brought up to date by it, in the same transaction."""
        self._pending: Changes | None = None

    @contextmanager
    def transaction(self, changes: Changes) -> Iterator[int]:
        """Write in one transaction and tell ``changes`` once it is committed; yields the change number.

        One inside another joins it: what both changed is told together, when the outer one is committed.
        """
        with self.database.transaction() as number:
            outer = self._pending
            self._pending = changes if outer is None else outer.joined(changes)
            try:
                yield number
                whole = self._pending
                if outer is None:
                    self._settle(whole, number)
            except BaseException:
                self.figures.laid_out.clear()
                self.figures.untold.clear()
                raise
            finally:
                if outer is None:
                    self._pending = None
        if outer is None:
            self.changes.publish(replace(whole, initiator=initiator()))

    def also(self, changes: Changes) -> None:
        """Tell ``changes`` too when the transaction at hand is committed: what is known only while it runs."""
        if self._pending is None:
            raise RuntimeError("no transaction")
        self._pending = self._pending.joined(changes)

    def _touch_beside(self, article: str) -> None:
        """Tell that what stands beside an article's text changed, whatever the transaction at hand was to change."""
        if self._pending is not None:
            self.also(Changes(fields=frozenset({article})))

    def _settle(self, changes: Changes, number: int) -> None:
        """Write down what a transaction changed, in it."""
        self.article_changes.touch(changes.articles, number)
        self.article_changes.touch_fields(changes.fields - changes.articles, number)
        self.article_keys.bring_up_to_date(changes.articles | changes.fields | changes.facts)
        self.settle(self, changes)
        if changes.facts or changes.everything:
            self.facts.mark_changed(number)

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def _nothing_more(_store: Store, _changes: Changes) -> None:
    """Derive nothing."""
