"""What a committed transaction changed, told once to everyone who listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What one transaction changed. ``everything`` means: take nothing for granted (worker, restore)."""

    articles: frozenset[str] = frozenset()
    annotations: bool = False
    facts: bool = False
    collections: bool = False
    drafts: bool = False
    settings: bool = False
    everything: bool = False
    initiator: object | None = None


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
