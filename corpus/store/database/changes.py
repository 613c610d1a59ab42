"""What a committed transaction changed, told once to everyone who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

_INITIATOR: ContextVar[object | None] = ContextVar("initiator", default=None)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one transaction changed, by id; an empty set means that nothing of its kind did.

    ``articles`` came, went or have another text; of ``fields`` only what stands beside the text changed (notes,
    tags, collections, the record); ``facts`` are articles whose figures, facts or passages changed, ``annotations``
    notes and ``drafts`` drafts; ``pages`` are articles whose printed page numbers changed; ``collections`` means that
    shelves did that no article tells of (a collection, stars, what was read). ``everything`` means: take nothing for
    granted (another process, a restore).
    ``initiator`` is whoever asked for it and has shown it already.
    """

    articles: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    collections: bool = False
    settings: bool = False
    everything: bool = False
    initiator: object | None = None

    def touches(self, article: str) -> bool:
        """Tell whether anything that is shown with an article may have changed."""
        return self.everything or article in self.beside | self.pages

    @property
    def beside(self) -> frozenset[str]:
        """Return the articles of which anything changed: the text, what stands beside it, what was found in it."""
        return self.articles | self.fields | self.facts

    def joined(self, other: Changes) -> Changes:
        """Return both changes as one, of the initiator they share."""
        return Changes(
            articles=self.articles | other.articles,
            fields=self.fields | other.fields,
            facts=self.facts | other.facts,
            annotations=self.annotations | other.annotations,
            drafts=self.drafts | other.drafts,
            pages=self.pages | other.pages,
            collections=self.collections or other.collections,
            settings=self.settings or other.settings,
            everything=self.everything or other.everything,
            initiator=self.initiator if self.initiator is other.initiator else None,
        )


@dataclass(slots=True)
class ChangeFeed:
    """Tells subscribers of changes, in the thread that committed them."""

    _listeners: list[Callable[[Changes], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call ``listener`` after every commit from now on."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[Changes], None]) -> None:
        """Stop calling ``listener``."""
        self._listeners.remove(listener)

    def publish(self, changes: Changes) -> None:
        """Tell every listener of ``changes``."""
        for listener in tuple(self._listeners):
            listener(changes)


@contextmanager
def initiated_by(initiator: object | None) -> Iterator[None]:
    """Name who asks for the changes made within, in this thread; they hear of their own changes by it."""
    token = _INITIATOR.set(initiator)
    try:
        yield
    finally:
        _INITIATOR.reset(token)


def initiator() -> object | None:
    """Return who asks for the changes made now."""
    return _INITIATOR.get()
