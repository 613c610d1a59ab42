"""Notes and drafts that could not be written: held, and sent again until there is room or the folder is back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from corpus.model.annotation import Annotation
from corpus.model.draft import Draft

Written = TypeVar("Written", Annotation, Draft)

AGAIN_AFTER_MS: Final = 5000


class RetryQueue(QObject):
    """Holds what was changed by its id; ``again`` carries each of them once more."""

    again = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Annotation | Draft] = {}
        self._sent: dict[str, list[Annotation | Draft]] = {}
        self._known: dict[str, Annotation | Draft] = {}
        self._told: set[str] = set()
        self._typed: Callable[[], Iterable[Annotation]] = tuple
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AGAIN_AFTER_MS)
        self._wait.timeout.connect(self.try_again)

    def send(self, changed: Annotation | Draft) -> None:
        """Remember a note or draft being written, in place of an older state that waits, until ``kept`` or held."""
        self.drop(changed.id)
        self._sent.setdefault(changed.id, []).append(changed)

    def _come_back(self, key: str) -> None:
        """Take what was sent off the way: it is written, or it waits."""
        sent = self._sent.get(key, [])
        del sent[:1]
        if not sent:
            self._sent.pop(key, None)

    def hold(self, changed: Annotation | Draft) -> bool:
        """Hold what was changed until it is written; tell whether a person is to hear of it, which is once."""
        told = changed.id in self._told
        self._come_back(changed.id)
        self._waiting[changed.id] = changed
        self._told.add(changed.id)
        self._wait.start()
        return not told

    def kept(self, key: str) -> None:
        """Hear that something is written: it is what its editor goes on from."""
        if self._sent.get(key):
            self._known[key] = self._sent[key][0]
        self._come_back(key)
        self._waiting.pop(key, None)
        self._told.discard(key)

    def drop(self, key: str) -> None:
        """Hold something no longer: a newer version of it is on its way, or it is deleted."""
        self._waiting.pop(key, None)

    @property
    def held(self) -> tuple[Annotation | Draft, ...]:
        """Return everything that waits, and what is typed for things that are not there yet."""
        return (*self._waiting.values(), *self._typed())

    def also_hold(self, typed: Callable[[], Iterable[Annotation]]) -> None:
        """Hold what ``typed`` returns when it is asked for: words for notes that have no id yet."""
        self._typed = typed

    def holds(self, key: str) -> bool:
        """Tell whether something waits."""
        return key in self._waiting

    def newest(self, kept: Written) -> Written:
        """Return the version on its way of what the library keeps, or the one that waits, or else the one given."""
        sent = self._sent.get(kept.id)
        found = cast("Written", sent[-1] if sent else self._waiting.get(kept.id, kept))
        if found is kept:
            self._known[kept.id] = kept
        return found

    def known(self, changed: Written) -> Written:
        """Return what the library kept when it was changed to this: what else is other by then, others changed."""
        return cast("Written", self._known.get(changed.id, changed))

    @Slot()
    def try_again(self) -> None:
        """Send everything once more; what cannot be written is held as before."""
        for changed in tuple(self._waiting.values()):
            self._sent.setdefault(changed.id, []).append(changed)
            self.again.emit(changed)
