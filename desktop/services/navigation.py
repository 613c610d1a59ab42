"""Where the window is: the history people walk back and forward in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from corpus.model.place import Place
from corpus.model.span import Span
from desktop.services.targets import ReaderTarget, Target

PageState = dict[str, object]
"""What a page needs to come back as it was left: plain values only."""


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

    def open_place(self, place: Place, note: str = "", marks: tuple[Span, ...] = ()) -> None:
        """Open the reader at the sentence of ``place`` (and at the note with the id ``note``).

        Every span of ``marks`` is lit there, to be walked through.
        """
        self.go(ReaderTarget(place.article, place.span, note, marks=marks))

    @Slot(str)
    def open_article(self, article: str) -> None:
        """Open an article in the reader, where reading stopped."""
        self.go(ReaderTarget(article))

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
