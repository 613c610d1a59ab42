"""What a person does to notes: made, changed, deleted and given another place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    get_annotation,
    replace_anchor,
    take_back_change,
    take_back_deletion,
    take_back_making,
    unplace,
)
from corpus.library.notes.boxing import annotate_box
from corpus.library.notes.rebasing import rebased_note
from corpus.model.annotation import Annotation, Colour, MarkStyle, Sides
from desktop.services.operation import Done, Operation, WayBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.library.core.library import Library
    from corpus.library.core.views import AnnotationView
    from corpus.model.span import Span


def mark(
    article: str, span: Span, colour: Colour, style: MarkStyle = MarkStyle.HIGHLIGHT
) -> Operation[AnnotationView]:
    """Mark a span of the clean text of an article."""
    name = _("下划线") if style is MarkStyle.UNDERLINE else _("高亮")
    return Operation(
        name, partial(_make, make=lambda one: annotate(one, article, span, colour=colour, style=style))
    )


def box(article: str, page: int, sides: Sides, colour: Colour) -> Operation[AnnotationView]:
    """Keep a box on a page (from 1) of an article's file."""
    return Operation(
        _("框选"), partial(_make, make=lambda one: annotate_box(one, article, page, sides, colour=colour))
    )


def write_note(text: str) -> Operation[AnnotationView]:
    """Write a note tied to no place."""
    return Operation(_("新建笔记"), partial(_make, make=lambda one: add_note(one, text)))


def change(
    changed: Annotation, known: Callable[[Annotation], Annotation] | None = None
) -> Operation[AnnotationView]:
    """Keep a changed note; what is typed into one, without a rest, is one step.

    ``known`` tells, when it is written, from what it was changed: what something else changed since stays.
    """

    def write(library: Library) -> Done[AnnotationView]:
        before = get_annotation(library, changed.id)
        told = changed if known is None else rebased_note(changed, known(changed), before)
        return _changed(before, change_annotation(library, told))

    return Operation(_("修改批注"), write, merge=f"note:{changed.id}", whole=True)


def recolour(note_id: str, colour: Colour) -> Operation[AnnotationView]:
    """Give a note another colour."""

    def write(library: Library) -> Done[AnnotationView]:
        before = get_annotation(library, note_id)
        return _changed(before, change_annotation(library, replace(before, colour=colour)))

    return Operation(_("修改批注"), write)


def remove(note_id: str) -> Operation[Annotation]:
    """Delete a note, and offer to bring it back."""

    def write(library: Library) -> Done[Annotation]:
        gone = delete_annotation(library, note_id)
        back = partial(take_back_deletion, gone=gone)
        return Done(gone, back, partial(take_back_making, made=gone), _("已删除一条批注"))

    return Operation(_("删除批注"), write)


def place(note_id: str, article: str, span: Span) -> Operation[AnnotationView]:
    """Give a note that lost its place another one."""

    def write(library: Library) -> Done[AnnotationView]:
        return _changed(get_annotation(library, note_id), replace_anchor(library, note_id, article, span))

    return Operation(_("重新定位"), write)


def free(note_id: str) -> Operation[AnnotationView]:
    """Turn a note that lost its place into one tied to none; its quotation is kept in it."""

    def write(library: Library) -> Done[AnnotationView]:
        return _changed(get_annotation(library, note_id), unplace(library, note_id))

    return Operation(_("转为笔记"), write)


def _make(library: Library, make: Callable[[Library], AnnotationView]) -> Done[AnnotationView]:
    made = make(library)
    note = made.annotation
    return Done(
        made,
        partial(take_back_making, made=note),
        partial(take_back_deletion, gone=note),
    )


def _changed(before: Annotation, view: AnnotationView) -> Done[AnnotationView]:
    return Done(
        view,
        WayBack(take_back_change, before, view.annotation),
        WayBack(take_back_change, view.annotation, before),
    )
