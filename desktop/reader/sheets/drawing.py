"""What is drawn beside the window: a thread that asks the child for the tile wanted most, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from corpus.library.core.page_images import BYTES, DrawnFile
from corpus.model.errors import YindeError
from corpus.model.span import Span
from desktop.reader.sheets.characters import PageCharacters
from desktop.reader.sheets.tiles import TILE, Tile
from desktop.services.mailbox import Mailbox

_ATTEMPTS: Final = 3
"""A file whose child fails so often in a row is drawn no more."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The wish to know where the characters of a page stand."""

    page: int


@dataclass(frozen=True, slots=True)
class Sized:
    """The sizes of all pages, in points, and the file with what is known of it now that it is open."""

    sizes: tuple[tuple[float, float], ...]
    file: DrawnFile


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tile and its picture."""

    tile: Tile
    image: QImage


Wanted = Tile | Letters
Answer = Sized | Drawn | PageCharacters | YindeError


class Drawing(QObject):
    """Draws one file for one view until it is closed; ``take`` hears of every answer in the window's thread."""

    def __init__(
        self, file: DrawnFile, original: str, take: Callable[[Answer], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._original = original
        self._mailbox = Mailbox(take, self)
        self._process = file.drawing()
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._wanted: list[Wanted] = []
        self._changed = threading.Condition()
        self._open = True
        self._thread = threading.Thread(target=self._run, name="yinde-pages", daemon=True)
        self._thread.start()

    def want(self, things: Sequence[Wanted]) -> None:
        """Draw these, the first first, and nothing that was wanted before."""
        with self._changed:
            self._wanted = list(things)
            self._changed.notify()

    def close(self) -> None:
        """Draw no more and let the child go."""
        with self._changed:
            self._open = False
            self._wanted = []
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        failed = 0
        try:
            self._sizes = self._process.sizes()
            self._file = self._file.opened(self._process, self._original)
            self._tell(Sized(self._sizes, self._file))
        except YindeError as error:
            self._tell(error)
            failed = _ATTEMPTS
        while failed < _ATTEMPTS and (wanted := self._next()) is not None:
            try:
                self._tell(self._answer(wanted))
                failed = 0
            except YindeError as error:
                failed += 1
                if failed == _ATTEMPTS:
                    self._tell(error)
        self._process.close()

    def _next(self) -> Wanted | None:
        """Return what is wanted most, ``None`` once nothing is any more."""
        with self._changed:
            while self._open and not self._wanted:
                self._changed.wait()
            return self._wanted.pop(0) if self._open else None

    def _tell(self, answer: Answer) -> None:
        if self._open:
            with suppress(RuntimeError):  # the window may have gone in between
                self._mailbox.put(answer)

    def _answer(self, wanted: Wanted) -> Answer:
        if isinstance(wanted, Letters):
            span = self._file.texts.get(wanted.page, Span(0, 0))
            return PageCharacters(
                span, self._file.boxes(self._process, wanted.page, self._original), wanted.page
            )
        width, height = tile_size(wanted, self._sizes[wanted.page])
        left, top = wanted.across * TILE, wanted.down * TILE
        pixels = self._process.draw(wanted.page, wanted.scale, left, top, width, height)
        image = QImage(pixels, width, height, width * BYTES, QImage.Format.Format_RGB32)
        return Drawn(wanted, image.copy())


def tile_size(tile: Tile, page: tuple[float, float]) -> tuple[int, int]:
    """Return the width and height of a tile of a page of that size, in pixels."""
    whole = [max(1, round(side * tile.scale)) for side in page]
    if tile.whole:
        return whole[0], whole[1]
    return min(TILE, whole[0] - tile.across * TILE), min(TILE, whole[1] - tile.down * TILE)
