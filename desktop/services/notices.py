"""What the window tells a person in passing: short sentences, troubles, and a way to undo."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from corpus.language import translate as _
from corpus.language import window_sentence
from corpus.model.caution import Caution
from corpus.model.errors import YindeError

Tone = Literal["plain", "good", "trouble"]

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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.latest: Notice | None = None
        self._ways_back: tuple[str, Callable[[], None]] | None = None

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
        way = self._way_back(error)
        self._send(Notice(sentence_for(error), "trouble", _("怎么办…") if way else "", way, lasting=True))

    def offer_ways_back(self, library: str, show: Callable[[], None]) -> None:
        """Have what tells that the library in this folder is damaged offer to ``show`` the ways back."""
        self._ways_back = (library, show)

    @Slot(object)
    def caution(
        self, caution: Caution, action_text: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show what a person should know although all is well, with what to do about it; it waits to be closed."""
        self._send(Notice(window_sentence(caution), "plain", action_text, action, lasting=True))

    def withdraw(self, place: str) -> None:
        """Take away what was told in a place: it holds no longer."""
        self.withdrawn.emit(place)

    def close(self) -> None:
        """Keep nothing."""
        self.latest = None
        self._ways_back = None

    def _way_back(self, error: Exception | str) -> Callable[[], None] | None:
        if self._ways_back is None or not isinstance(error, YindeError) or error.kind != "library_damaged":
            return None
        library, show = self._ways_back
        return show if error.values.get("path") == library else None

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
