"""What the reader marks in an article: notes, figures and repairs as marks of the text shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QTextDocument

from corpus.language import translate as _
from corpus.language.phrases import according_to, labelled
from corpus.library.core.library import Library
from corpus.library.core.page_images import DrawnFile, drawn_file
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.reading.articles import Reading, ShownEdit, reading
from corpus.model.annotation import MarkStyle
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.report.figure_words import figure_words
from desktop.reader.text.document import ShownText, built_beside
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.reader.text.patching import TextPatch, patch_between
from desktop.reader.text.projection import Projection, Version
from desktop.reader.text.typography import ReadingStyle
from desktop.wording.headlines import headline
from desktop.wording.words import repair_kind_name, repair_state_name, status_name


def marks_of(projection: Projection) -> Mapping[MarkKind, tuple[Mark, ...]]:
    """Return the marks of an article by kind; rejected figures and repairs are left out."""
    shown = projection.reading
    return {
        **note_marks(projection),
        MarkKind.FIGURE: tuple(
            Mark(
                MarkKind.FIGURE,
                projection.to_shown(view.figure),
                "",
                view.statistic.id,
                partial(_told_figure, view),
            )
            for view in shown.figures
            if view.statistic.status is not FactStatus.REJECTED
        ),
        MarkKind.REPAIR: tuple(
            Mark(
                MarkKind.REPAIR, _visible(one, projection), _dots(one), one.edit.id, partial(told_repair, one)
            )
            for one in shown.edits
            if one.edit.state in (RepairState.APPLIED, RepairState.OFFERED)
        )
        + tuple(
            Mark(MarkKind.REPAIR, projection.to_shown(span), "amber", "", _told_doubt)
            for span in shown.doubtful
        ),
    }


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading with one of its texts and the marks in it, made ready beside the window.

    ``file`` is what its pages are of; ``patch`` leads from the text ``before``, which was shown, to this one.
    """

    reading: Reading
    version: Version
    shown: ShownText
    marks: Mapping[MarkKind, Marks]
    file: DrawnFile | None = None
    before: ShownText | None = None
    patch: TextPatch | None = None
    style: ReadingStyle | None = None
    document: QTextDocument | None = None
    """The text set in ``style``, where making it takes long; shown once."""


def prepared_reading(
    library: Library,
    article: str,
    version: Version,
    before: ShownText | None = None,
    style: ReadingStyle | None = None,
) -> PreparedReading:
    """Read an article and make its text and marks ready; ``before`` is what is shown of it now. Runs in a thread."""
    read = reading(library, article)
    projection = Projection(read, version)
    shown = projection.shown()
    shown.parted()  # kept, so that the window need not look for it
    ready = {kind: Marks(found) for kind, found in marks_of(projection).items()}
    patch = patch_between(before, shown) if before is not None else None
    anew = style is not None and patch is None and before != shown
    document = built_beside(shown, style) if anew and style is not None else None
    file = drawn_file(library, article)
    return PreparedReading(read, version, shown, ready, file, before, patch, style, document)


def note_marks(projection: Projection) -> Mapping[MarkKind, tuple[Mark, ...]]:
    """Return the marks of an article's notes by kind."""
    views = projection.reading.annotations
    notes = [
        note_mark(view, projection)
        for view in views
        if view.place is not None and view.annotation.region is None
    ]
    return {
        MarkKind.HIGHLIGHT: tuple(mark for mark in notes if mark.kind is MarkKind.HIGHLIGHT),
        MarkKind.UNDERLINE: tuple(mark for mark in notes if mark.kind is MarkKind.UNDERLINE),
    }


def note_mark(view: AnnotationView, projection: Projection) -> Mark:
    """Return the mark of a note."""
    note = view.annotation
    kind = MarkKind.UNDERLINE if note.style is MarkStyle.UNDERLINE else MarkKind.HIGHLIGHT
    clean = view.place.span if view.place is not None else Span(0, 0)
    return Mark(kind, projection.to_shown(clean), note.colour.value, note.id, partial(str, note.note))


def _told_figure(view: StatisticView) -> str:
    figure = view.statistic
    lines = [labelled(headline(figure), figure_words(figure)) if headline(figure) else figure_words(figure)]
    if figure.source:
        lines.append(according_to(figure.source))
    lines.append(status_name(figure.status))
    if view.conflicts:
        lines.append(_("≠ 与另 {n} 处有出入", n=len(view.conflicts)))
    return "\n".join(lines)


def told_repair(one: ShownEdit) -> str:
    """Return what resting the pointer on a repair tells: its kind and state, the original, the other form."""
    edit = one.edit
    lines = [f"{repair_kind_name(edit.kind)} · {repair_state_name(edit.state)}"]
    lines.append(_("原文：{text}", text=visible_text(edit.before)))
    if edit.after is not None:
        lines.append(_("校订：{text}", text=visible_text(edit.after)))
    return "\n".join(lines)


def _told_doubt() -> str:
    return _("识别存疑：请对照原页")


def visible_text(text: str) -> str:
    """Return ``text`` with its blanks made visible, for showing what a repair changes."""
    shown = text.replace("\n", "⏎").replace("\t", "⇥").replace(" ", "␣").replace("\u3000", "□")
    return shown or _("（无）")


def _dots(one: ShownEdit) -> str:
    """Return the colour of a repair's dots: only what waits for a person asks to be seen."""
    return "amber" if one.edit.state is RepairState.OFFERED else "faint"


def _visible(one: ShownEdit, projection: Projection) -> Span:
    """Return where a repair is dotted: a deletion dots the character before it, for it has no width."""
    span = projection.to_shown(one.span)
    if span.start < span.end:
        return span
    return Span(max(span.start - 1, 0), max(span.start, min(1, len(projection.text))))
