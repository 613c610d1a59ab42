"""Small pictures of boxes on pages, read beside the window when a row that shows one is drawn."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from desktop.services.context import Context

_MOST: Final = 120
"""Pictures kept."""
_HIGH: Final = 200
"""Pixels of the height a picture is kept with, enough for a row on a sharp screen."""


class Thumbnails(QObject):
    """Gives the pictures that are at hand and reads the others; ``come`` tells that one was read."""

    come = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._known: OrderedDict[str, QPixmap] = OrderedDict()

    def get(self, name: str) -> QPixmap | None:
        """Return the picture with this id, ``None`` while it is read; an empty one where there is none."""
        if name in self._known:
            self._known.move_to_end(name)
            return self._known[name]
        work = partial(_read, self._context.library, name)
        self._context.tasks.run(self, work, partial(self._take, name), lane=f"picture {name}")
        return None

    def _take(self, name: str, image: QImage) -> None:
        self._known[name] = QPixmap.fromImage(image)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        self.come.emit()


def _read(library: Library, name: str) -> QImage:
    """Return a picture of the library, small; runs in a thread, where images may be used and widgets not."""
    picture = library.store.pictures.get(name)
    image = QImage.fromData(picture.data) if picture is not None else QImage()
    if image.height() <= _HIGH:
        return image
    return image.scaledToHeight(_HIGH, Qt.TransformationMode.SmoothTransformation)
