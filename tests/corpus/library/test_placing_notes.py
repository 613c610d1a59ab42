"""Notes find another place, go free, and are named by what they say."""

from __future__ import annotations

import pytest

from corpus.library.core.library import Library
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    delete_annotation,
    get_annotation,
    replace_anchor,
    unplace,
)
from corpus.library.notes.browsing import note_ids, notes_by_id
from corpus.library.notes.linking import name_of, note_links
from corpus.library.reading.articles import list_articles
from corpus.model.annotation import AnchorStatus
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.span import Span
from corpus.store.notes.query import NoteQuery

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


def test_notes_are_placed_anew_freed_and_named(library: Library) -> None:
    article, other = (one.id for one in list_articles(library)[1:3])
    note = annotate(library, article, Span(30, 44), note="我的话").annotation
    moved = replace_anchor(library, note.id, other, Span(50, 60))
    ready = library.texts.get(other)
    assert (moved.annotation.article, moved.annotation.status) == (other, AnchorStatus.PLACED)
    assert moved.quote == ready.clean[50:60].strip()
    assert moved.article_title == ready.article.title
    assert moved.annotation.modified > note.modified
    assert get_annotation(library, note.id) == moved.annotation
    for start, end in ((50, len(ready.clean) + 1), (50, 50)):
        with pytest.raises(UsageError, match="bad_span"):
            replace_anchor(library, note.id, other, Span(start, end))
    freed = unplace(library, note.id).annotation
    assert (freed.article, freed.span, freed.note) == (
        "",
        None,
        f"> {moved.annotation.selector.exact}\n\n我的话",
    )
    assert name_of(notes_by_id(library, [note.id])[0]).startswith(moved.annotation.selector.exact[:5])
    bare = add_note(library, "**粗** [链](x) 的很长很长很长很长很长很长很长很长很长的一句话\n第二行")
    assert name_of(bare) == "粗 链x 的很长很长很长很长很长很长很长很长很…"
    assert set(note_ids(library, NoteQuery())) == {note.id, bare.annotation.id}
    assert note_links(library, "gone").to == note_links(library, "gone").back == ()
    delete_annotation(library, note.id)
    with pytest.raises(UnknownIdError, match="unknown_annotation"):
        get_annotation(library, note.id)
