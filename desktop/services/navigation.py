"""Where the window is: targets, and the history people walk back and forward in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from corpus.model.place import Place

PageState = dict[str, object]
"""What a page needs to come back as it was left: plain values only."""


@dataclass(frozen=True, slots=True)
class Target:
    """A page of the window and what it shall show there; no arguments: as it was left."""

    page: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)

    def text(self, key: str, default: str = "") -> str:
        """Return an argument as text."""
        return str(self.arguments.get(key, default))

    def number(self, key: str, default: int = 0) -> int:
        """Return an argument as a whole number."""
        return int(self.arguments.get(key, default))


class PageHost(Protocol):
    """Where the pages live: shows them and knows their state."""

    def show_target(self, target: Target, state: PageState | None) -> None:
        """Show a page; ``state`` is given when it is come back to."""

    def page_state(self, key: str) -> PageState:
        """Return the state of a page that is shown now."""


@dataclass(slots=True)
class _Stop:
    target: Target
    state: PageState | None = None


class Navigator(QObject):
    """Goes to pages and places; every page it leaves keeps its state for coming back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host: PageHost | None = None
        self._stops: list[_Stop] = []
        self._at = -1

    def attach(self, host: PageHost) -> None:
        """Name the one who shows the pages."""
        self._host = host

    @property
    def current(self) -> Target | None:
        """Return what is shown now."""
        return self._stops[self._at].target if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether something was shown before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether one came back from somewhere."""
        return self._at < len(self._stops) - 1

    def go(self, target: Target) -> None:
        """Show ``target``; the same page with the same arguments again is no new stop."""
        self._keep_state()
        if target != self.current:
            del self._stops[self._at + 1 :]
            self._stops.append(_Stop(target))
            self._at = len(self._stops) - 1
        self._show(None)

    def open_place(self, place: Place, note: str = "", find: Sequence[str] = ()) -> None:
        """Open the reader at the sentence of ``place`` (and at the note with the id ``note``).

        Every place of the words ``find`` is marked there, to be walked through.
        """
        self.open_article(place.article, place.span.start, place.span.end, note, find)

    def open_article(
        self, article: str, start: int = -1, end: int = -1, note: str = "", find: Sequence[str] = ()
    ) -> None:
        """Open an article in the reader, at clean-text offsets where given, else where reading stopped."""
        arguments: dict[str, str | int] = {"article": article}
        if start >= 0:
            arguments |= {"start": start, "end": end}
        if note:
            arguments["note"] = note
        if find:
            arguments["find"] = "\n".join(find)
        self.go(Target("reader", arguments))

    def back(self) -> None:
        """Go to what was shown before."""
        self._step(-1)

    def forward(self) -> None:
        """Go to where one came back from."""
        self._step(1)

    def close(self) -> None:
        """Forget the history and the host."""
        self._host = None
        self._stops.clear()
        self._at = -1

    def _step(self, by: int) -> None:
        if not 0 <= self._at + by < len(self._stops):
            return
        self._keep_state()
        self._at += by
        self._show(self._stops[self._at].state)

    def _keep_state(self) -> None:
        if self._host is not None and self._at >= 0:
            stop = self._stops[self._at]
            stop.state = self._host.page_state(stop.target.page)

    def _show(self, state: PageState | None) -> None:
        if self._host is not None and self.current is not None:
            self._host.show_target(self.current, state)
        self.changed.emit()
