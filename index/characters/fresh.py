"""What was read directly of documents the index does not hold as they stand, kept until they change again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.document import DocumentSource


class Named(Protocol):
    """Something read of one document."""

    @property
    def id(self) -> str:
        """The id of the document."""
        ...


Read = TypeVar("Read", bound=Named)


class Fresh(Generic[Read]):
    """Reads some documents by ``read``, each again only when it changed since."""

    def __init__(self, source: DocumentSource, read: Callable[[Sequence[str]], Iterable[Read]]) -> None:
        self._source = source
        self._reading = read
        self._known: dict[str, Read] = {}
        self._change = -1

    def read(self, ids: Sequence[str]) -> list[Read]:
        """Return what was read of these documents; all others are forgotten."""
        if not ids:
            return []
        now = self._source.last_change()
        if self._change >= 0 and now >= self._change:
            self._forget()
        else:
            self._known.clear()
        wanted = set(ids)
        self._known = {name: one for name, one in self._known.items() if name in wanted}
        for one in self._reading([name for name in ids if name not in self._known]):
            self._known[one.id] = one
        self._change = now
        return [self._known[name] for name in ids if name in self._known]

    def _forget(self) -> None:
        """Forget what changed since it was read."""
        changed = (
            *self._source.changed_since(self._change),
            *self._source.fields_changed_since(self._change),
        )
        for name in changed:
            self._known.pop(name, None)
