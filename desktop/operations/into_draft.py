"""加入文稿 from any page: what a row leads to becomes a block of the draft worked on last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from corpus.model.draft import DraftItem
from corpus.model.place import Place
from desktop.operations.drafts import put_into_latest, put_passages
from desktop.services.targets import DataTarget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.services.context import Context


def put_row(context: Context, owner: QObject, payload: object) -> None:
    """Put what a row leads to into the draft: a figure, a note, or the passage at its place, unmarked as it is."""
    note = getattr(payload, "note", "")
    place = payload if isinstance(payload, Place) else getattr(payload, "place", None)
    if isinstance(payload, StatisticView):
        context.operations.run(owner, put_into_latest((DraftItem("figure", payload.statistic.id),)))
    elif isinstance(payload, DataTarget) and payload.figure:
        context.operations.run(owner, put_into_latest((DraftItem("figure", payload.figure),)))
    elif isinstance(note, str) and note:
        context.operations.run(owner, put_into_latest((DraftItem("annotation", note),)))
    elif isinstance(place, Place):
        context.operations.run(owner, put_passages([place]))
    else:
        context.notices.tell(_("请先选中一条原句或数据"))
