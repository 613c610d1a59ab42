"""Evidence on the way to a draft: what is dragged from any page, as plain values in a form of our own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData

from corpus.library.notes.picturing import NAMES
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.store.notes.draft_json import items_from_json, items_to_json
from corpus.text.whole_numbers import whole_number
from desktop.operations.into_draft import block_of

if TYPE_CHECKING:
    from corpus.model.place import Place

BLOCK: Final = "application/x-yinde-block"
"""A block of the draft shown, by its number."""
ITEMS: Final = "application/x-yinde-items"
"""New blocks for a draft."""
PLACES: Final = "application/x-yinde-places"
"""Sentences that become blocks where they are dropped."""
WORDS: Final = "application/x-yinde-words"
"""The very words at a place, no more and no less."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What was dropped: blocks, or articles and spans of their clean text; ``exact`` ones are not made sentences."""

    items: tuple[DraftItem, ...] = ()
    places: tuple[tuple[str, Span], ...] = ()
    exact: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything was."""
        return bool(self.items or self.places)


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


def of_words(article: str, span: Span, words: str) -> QMimeData:
    """Return selected words of an article's clean text on their way."""
    data = QMimeData()
    data.setData(WORDS, json.dumps([[article, span.start, span.end]]).encode())
    data.setText(words)
    return data


def of_rows(payloads: Iterable[object], words: str) -> QMimeData | None:
    """Return what rows lead to on its way; ``None`` where they lead to nothing a draft can hold."""
    blocks = [block for one in payloads if (block := block_of(one)) is not None]
    items = [one for one in blocks if isinstance(one, DraftItem)]
    places: list[Place] = [one for one in blocks if not isinstance(one, DraftItem)]
    if not blocks:
        return None
    data = of_items(items, words)
    if places:
        plain = [[one.article, one.span.start, one.span.end] for one in places]
        data.setData(PLACES, json.dumps(plain).encode())
    return data


def block_in(data: QMimeData) -> int:
    """Return the number of the block that is dragged, -1 for anything else."""
    told = bytes(data.data(BLOCK).data()).decode() if data.hasFormat(BLOCK) else ""
    number = whole_number(told)
    return -1 if number is None else max(number, -1)


def carried_in(data: QMimeData) -> Carried:
    """Return what is dragged; plain words of other programs become a paragraph, what cannot be read nothing."""
    try:
        if data.hasFormat(WORDS):
            return Carried(places=_places(data, WORDS), exact=True)
        if data.hasFormat(ITEMS):
            items = items_from_json(bytes(data.data(ITEMS).data()).decode())
            return Carried(items, _places(data, PLACES) if data.hasFormat(PLACES) else ())
    except (ValueError, TypeError):
        return Carried()
    if data.hasText() and not data.hasUrls() and not data.hasFormat(BLOCK) and data.text().strip():
        return Carried((DraftItem("text", text=data.text().strip()),))
    return Carried()


def pictures_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files that are dragged and can be pictures."""
    files = (Path(one.toLocalFile()) for one in data.urls() if one.isLocalFile())
    return tuple(one for one in files if one.suffix.lower() in NAMES)


def is_wanted(data: QMimeData) -> bool:
    """Tell whether a draft takes what is dragged."""
    return block_in(data) >= 0 or bool(carried_in(data)) or bool(pictures_in(data))


def _places(data: QMimeData, form: str) -> tuple[tuple[str, Span], ...]:
    told = json.loads(bytes(data.data(form).data()).decode())
    return tuple((str(article), Span(int(start), int(end))) for article, start, end in told)
