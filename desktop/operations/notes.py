"""What a person does to notes and repairs: done at once, kept at once, and taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import decide, statistic
from corpus.library.intake.repairing import change_repairs, ledger
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    get_annotation,
    replace_anchor,
    restore_annotation,
    unplace,
)
from corpus.library.reading.articles import ShownEdit
from corpus.model.annotation import Annotation, Colour, MarkStyle
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.services.context import Context
from desktop.services.doing import done


def mark(
    context: Context, article: str, span: Span, colour: Colour, style: MarkStyle = MarkStyle.HIGHLIGHT
) -> AnnotationView:
    """Mark a span of the clean text of an article."""
    made = annotate(context.library, article, span, colour=colour, style=style)
    name = _("下划线") if style is MarkStyle.UNDERLINE else _("高亮")
    _push_made(context, name, made.annotation)
    return made


def write_note(context: Context, text: str, tags: tuple[str, ...] = ()) -> AnnotationView:
    """Write a note tied to no place."""
    made = add_note(context.library, text, tags)
    _push_made(context, _("新建笔记"), made.annotation)
    return made


def change(context: Context, changed: Annotation) -> AnnotationView:
    """Keep a changed note."""
    before = get_annotation(context.library, changed.id)
    return _pushed(context, _("修改批注"), before, change_annotation(context.library, changed))


def remove(context: Context, note_id: str) -> Annotation:
    """Delete a note, and offer to bring it back."""
    gone = delete_annotation(context.library, note_id)
    library = context.library
    done(
        context,
        _("删除批注"),
        partial(restore_annotation, library, gone),
        partial(delete_annotation, library, note_id),
        told=_("已删除一条批注"),
    )
    return gone


def recolour(context: Context, note_id: str, colour: Colour) -> AnnotationView:
    """Give a note another colour."""
    return change(context, replace(get_annotation(context.library, note_id), colour=colour))


def place(context: Context, note_id: str, article: str, span: Span) -> AnnotationView:
    """Give a note that lost its place another one."""
    before = get_annotation(context.library, note_id)
    return _pushed(context, _("重新定位"), before, replace_anchor(context.library, note_id, article, span))


def free(context: Context, note_id: str) -> AnnotationView:
    """Turn a note that lost its place into one tied to none; its quotation is kept in it."""
    before = get_annotation(context.library, note_id)
    return _pushed(context, _("转为笔记"), before, unplace(context.library, note_id))


def judge(context: Context, figure_id: str, status: FactStatus) -> StatisticView:
    """Record what a person thinks of a figure."""
    library = context.library
    before = statistic(library, figure_id).statistic.status
    view = decide(library, figure_id, status)
    context.undo.push(
        _("核实数据"),
        partial(decide, library, figure_id, before),
        partial(decide, library, figure_id, status),
    )
    return view


def repair(context: Context, article: str, edit_id: str, state: RepairState) -> tuple[ShownEdit, ...]:
    """Apply, undo or reject a repair; YindeError where it cannot be."""
    library = context.library
    before = next(one.edit.state for one in ledger(library, article) if one.edit.id == edit_id)
    after = set_repair(context, article, [edit_id], state)
    # An offered repair that is taken back ends as undone: the ledger keeps that a person looked at it.
    back = RepairState.UNDONE if before is RepairState.OFFERED else before
    context.undo.push(
        _("校订"),
        partial(set_repair, context, article, [edit_id], back),
        partial(set_repair, context, article, [edit_id], state),
    )
    return after


def set_repair(
    context: Context, article: str, ids: Sequence[str], state: RepairState
) -> tuple[ShownEdit, ...]:
    """Put repairs of an article into a state."""
    library = context.library
    if state is RepairState.APPLIED:
        return change_repairs(library, article, apply=ids)
    if state is RepairState.REJECTED:
        return change_repairs(library, article, reject=ids)
    return change_repairs(library, article, undo=ids)


def _pushed(context: Context, name: str, before: Annotation, view: AnnotationView) -> AnnotationView:
    library = context.library
    context.undo.push(
        name,
        partial(restore_annotation, library, before),
        partial(restore_annotation, library, view.annotation),
    )
    return view


def _push_made(context: Context, name: str, made: Annotation) -> None:
    library = context.library
    context.undo.push(
        name, partial(delete_annotation, library, made.id), partial(restore_annotation, library, made)
    )
