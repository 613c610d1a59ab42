"""Words selected in an article on their way to a draft: they take along where they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData

from desktop.operations.carrying import of_words
from desktop.reader.paper import Paper


def let_carry(paper: Paper) -> None:
    """Have what is dragged or copied from the text of a paper carry its place beside its words."""
    paper.view.carried = partial(_carried, paper)


def _carried(paper: Paper) -> QMimeData | None:
    span, projection = paper.selection(), paper.projection
    if span is None or projection is None:
        return None
    return of_words(projection.reading.summary.id, span, span.of(projection.reading.text))
