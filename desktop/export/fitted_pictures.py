"""Drawings of a printed report: none is wider or taller than a sheet, which would cut it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextImageFormat

from corpus.report.picture_widths import drawing_size

_PART: Final = 0.85
"""How much of a sheet's height a drawing may have: its caption stands below."""


def fit_pictures(document: QTextDocument, sheet: QSizeF) -> None:
    """Make the drawings of a document smaller that a ``sheet``, which is in pixels of the page, would cut.

    Qt's own limit of their width counts the dots of a screen, whatever paper they are laid out for.
    """
    block = document.begin()
    while block.isValid():
        for place, form in _pictures_of(block):
            width, height = _drawn_size(form.name())
            if height and width:
                fitting = min(width, sheet.width(), _PART * sheet.height() * width / height)
                form.setWidth(fitting)
                form.setHeight(fitting * height / width)
                cursor = QTextCursor(document)
                cursor.setPosition(place)
                cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)
        block = block.next()


def _pictures_of(block: QTextBlock) -> Iterator[tuple[int, QTextImageFormat]]:
    """Yield where each picture of a block stands, and its form."""
    found = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.charFormat().isImageFormat():
            found += [(fragment.position() + n, fragment.charFormat()) for n in range(fragment.length())]
        at += 1
    yield from ((place, form.toImageFormat()) for place, form in found)


def _drawn_size(address: str) -> tuple[float, float]:
    """Return width and height in pixels of a drawing that stands in its own address, 0 for anything else."""
    _head, parted, data = address.partition(";base64,")
    try:
        return drawing_size(base64.b64decode(data).decode()) if parted else (0.0, 0.0)
    except ValueError:
        return 0.0, 0.0
