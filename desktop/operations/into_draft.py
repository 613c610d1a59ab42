"""加入文稿 from any page: what a row leads to becomes a block of the draft worked on last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from corpus.model.draft import DraftItem
from corpus.model.place import Place
from desktop.operations.drafts import put_into_latest, put_sentences
from desktop.services.targets import DataTarget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.services.context import Context


def block_of(payload: object) -> DraftItem | Place | None:
    """Return what a row leads to as a draft can hold it: a figure, a note, the place of a sentence."""
    note = getattr(payload, "note", "")
    place = payload if isinstance(payload, Place) else getattr(payload, "place", None)
    if isinstance(payload, DraftItem):
        return payload
    if isinstance(payload, StatisticView):
        return DraftItem("figure", payload.statistic.id)
    if isinstance(payload, DataTarget):
        return DraftItem("figure", payload.figure) if payload.figure else None
    if isinstance(note, str) and note:
        return DraftItem("annotation", note)
    return place if isinstance(place, Place) else None


def put_row(context: Context, owner: QObject, payload: object) -> None:
    """Put what a row leads to into the draft: a figure, a note, or the sentence at its place, unmarked as it is."""
    block = block_of(payload)
    if isinstance(block, DraftItem):
        context.operations.run(owner, put_into_latest((block,)))
    elif block is not None:
        context.operations.run(owner, put_sentences([(block.article, block.span)]))
    else:
        context.notices.tell(_("请先选中一条原句或数据"))
