"""What a person decides about repairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.corrections.repairing import change_repairs
from corpus.model.edit import RepairState
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.reading.articles import ShownEdit


def repair(article: str, edit_id: str, state: RepairState) -> Operation[tuple[ShownEdit, ...]]:
    """Apply, undo or reject a repair; YindeError where it cannot be."""

    def write(library: Library) -> Done[tuple[ShownEdit, ...]]:
        before = next(one.state for one in library.texts.get(article).article.edits if one.id == edit_id)
        after = set_repair(library, article, [edit_id], state)
        # An offered repair that is taken back ends as undone: the ledger keeps that a person looked at it.
        back = RepairState.UNDONE if before is RepairState.OFFERED else before
        ids = [edit_id]
        return Done(
            after,
            partial(set_repair, article=article, ids=ids, state=back),
            partial(set_repair, article=article, ids=ids, state=state),
        )

    return Operation(_("校订"), write)


def set_repair(
    library: Library, article: str, ids: Sequence[str], state: RepairState
) -> tuple[ShownEdit, ...]:
    """Put repairs of an article into a state; runs in the writing lane."""
    if state is RepairState.APPLIED:
        return change_repairs(library, article, apply=ids)
    if state is RepairState.REJECTED:
        return change_repairs(library, article, reject=ids)
    return change_repairs(library, article, undo=ids)
