"""Notes as rows of a list, the same in the reader's dock and on the page of notes."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.language.phrases import page_name
from corpus.library.core.views import AnnotationView
from corpus.model.annotation import AnchorStatus
from desktop.widgets.lists.rows import Row
from desktop.wording.shortening import SHOWN, plain
from desktop.wording.words import anchor_name


def note_row(view: AnnotationView) -> Row:
    """Return the row of a note: what was marked, what was written, then chapter, tags and state."""
    note = view.annotation
    quote = view.quote[:SHOWN]
    parts = [
        view.chapter,
        page_name(view.place.page if view.place else None),
        " ".join(f"#{tag}" for tag in note.tags),
    ]
    if note.status is not AnchorStatus.PLACED:
        parts.append(anchor_name(note.status))
    return Row(
        key=note.id,
        title=quote or plain(_first_line(note.note)) or (_("页上的框选") if note.region else _("空白笔记")),
        body=plain(note.note if quote else note.note.strip().partition("\n")[2]),
        footer=" · ".join(part for part in parts if part),
        bar=f"marks.{note.colour.value}",
        quoted=bool(quote),
        picture=note.region.picture if note.region is not None else "",
        faded=note.status is AnchorStatus.ORPHAN,
    )


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
