"""What the window tells a person in passing: short sentences, troubles, and a way to undo."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from corpus.language import translate as _
from corpus.language import window_sentence
from corpus.model.caution import Caution
from corpus.model.errors import YindeError

Tone = Literal["plain", "good", "trouble"]
WayOn = tuple[str, Callable[[], None]]
"""What can be done about a trouble: its words and its doing."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, and at most one thing to do about it; ``lasting`` ones wait to be closed.

    One with a ``place`` stands in place of the one before it: what 撤销 and 重做 say of the newest step.
    """

    text: str
    tone: Tone = "plain"
    action_text: str = ""
    action: Callable[[], None] | None = None
    lasting: bool = False
    place: str = ""


class Notices(QObject):
    """The one place every sentence goes through; the window shows those that last in its bar, others as toasts."""

    told = Signal(object)
    withdrawn = Signal(str)
    """What stands in this place holds no longer."""
    barred = Signal(object)
    """A widget that is at times shown at the foot of the window, and is not to be covered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.latest: Notice | None = None
        self._library = ""
        self._ways_on: Mapping[str, WayOn] = {}

    def tell(
        self,
        text: str,
        action_text: str = "",
        action: Callable[[], None] | None = None,
        tone: Tone = "plain",
        place: str = "",
    ) -> None:
        """Show a sentence that leaves by itself, with an action (such as 撤销) beside it where given."""
        self._send(Notice(text, tone, action_text, action, place=place))

    def offer(self, text: str, action_text: str, action: Callable[[], None]) -> None:
        """Show a sentence with something to do about it, until it is done or closed."""
        self._send(Notice(text, "plain", action_text, action, lasting=True))

    @Slot(object)
    def trouble(self, error: Exception | str) -> None:
        """Show what went wrong and what to do; an exception that is no YindeError is a fault of the program."""
        action_text, action = self._way_on(error)
        self._send(Notice(sentence_for(error), "trouble", action_text, action, lasting=True))

    def offer_ways_on(self, library: str, ways: Mapping[str, WayOn]) -> None:
        """Have what tells of a trouble with the library in this folder, by its kind, offer a way on."""
        self._library, self._ways_on = library, ways

    @Slot(object)
    def caution(
        self, caution: Caution, action_text: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show what a person should know although all is well, with what to do about it; it waits to be closed."""
        self._send(Notice(window_sentence(caution), "plain", action_text, action, lasting=True))

    def withdraw(self, place: str) -> None:
        """Take away what was told in a place: it holds no longer."""
        self.withdrawn.emit(place)

    def stand_above(self, bar: QObject) -> None:
        """Have what is told cover no bar (a widget) that is at times shown at the foot of the window."""
        self.barred.emit(bar)

    def close(self) -> None:
        """Keep nothing."""
        self.latest = None
        self._ways_on = {}

    def _way_on(self, error: Exception | str) -> WayOn | tuple[str, None]:
        if not isinstance(error, YindeError) or error.values.get("path") != self._library:
            return "", None
        return self._ways_on.get(error.kind, ("", None))

    def _send(self, notice: Notice) -> None:
        self.latest = notice
        self.told.emit(notice)


def sentence_for(error: Exception | str) -> str:
    """Return the sentence a person is told for ``error``."""
    if isinstance(error, str):
        return error
    if isinstance(error, YindeError):
        return window_sentence(error)
    return _("程序内部出错：{detail}", detail=f"{type(error).__name__}: {error}")
