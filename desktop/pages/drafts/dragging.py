"""Blocks on the way: what is dragged onto a draft, as plain values in a form of our own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from corpus.library.notes.picturing import NAMES
from corpus.model.draft import DraftItem
from corpus.store.draft_json import items_from_json, items_to_json

BLOCK: Final = "application/x-yinde-block"
"""A block of the draft shown, by its number."""
ITEMS: Final = "application/x-yinde-items"
"""New blocks for a draft."""


def of_block(number: int, words: str) -> QMimeData:
    """Return a block of the draft on its way; other programs get its words."""
    data = QMimeData()
    data.setData(BLOCK, str(number).encode())
    data.setText(words)
    return data


def of_items(items: Sequence[DraftItem], words: str) -> QMimeData:
    """Return new blocks on their way; other programs get their words."""
    data = QMimeData()
    data.setData(ITEMS, items_to_json(items).encode())
    data.setText(words)
    return data


def block_in(data: QMimeData) -> int:
    """Return the number of the block that is dragged, -1 for anything else."""
    told = bytes(data.data(BLOCK).data()).decode() if data.hasFormat(BLOCK) else ""
    return int(told) if told.isdigit() else -1


def items_in(data: QMimeData) -> tuple[DraftItem, ...]:
    """Return the new blocks that are dragged; plain words of other programs become a paragraph."""
    if data.hasFormat(ITEMS):
        try:
            return items_from_json(bytes(data.data(ITEMS).data()).decode())
        except (json.JSONDecodeError, UnicodeDecodeError, TypeError):
            return ()
    if data.hasText() and not data.hasUrls() and not data.hasFormat(BLOCK) and data.text().strip():
        return (DraftItem("text", text=data.text().strip()),)
    return ()


def pictures_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files that are dragged and can be pictures."""
    files = (Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile())
    return tuple(one for one in files if one.suffix.lower() in NAMES)


def is_wanted(data: QMimeData) -> bool:
    """Tell whether a draft takes what is dragged."""
    return block_in(data) >= 0 or bool(items_in(data)) or bool(pictures_in(data))
