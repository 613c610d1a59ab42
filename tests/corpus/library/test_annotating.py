"""Notes: saved when made, undone by their inverse, and still there after a restart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    list_annotations,
    restore_annotation,
    unplace,
)
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import delete_for_good, trash
from corpus.model.annotation import AnchorStatus, Colour, MarkStyle
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.span import Span

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


def test_that_a_note_is_there_after_a_restart(library: Library) -> None:
    first = list_articles(library)[0]
    made = annotate(
        library,
        first.id,
        Span(0, 5),
        colour=Colour.BLUE,
        style=MarkStyle.UNDERLINE,
        note="**论据**",
        tags=("方法", "𠮷"),
    )
    root = library.root
    library.close()
    again = open_library(root, write=False)
    (note,) = list_annotations(again)
    assert note == made
    again.close()


def test_that_deleting_and_restoring_a_note_leaves_it_as_it_was(library: Library) -> None:
    made = annotate(library, list_articles(library)[0].id, Span(3, 9), note="一")
    changed = change_annotation(library, replace(made.annotation, note="二", colour=Colour.RED))
    gone = delete_annotation(library, made.annotation.id)
    assert list_annotations(library) == ()
    assert restore_annotation(library, gone) == changed
    assert restore_annotation(library, made.annotation).annotation == made.annotation


def test_that_a_span_outside_the_text_is_refused(library: Library) -> None:
    first = list_articles(library)[0]
    with pytest.raises(UsageError) as caught:
        annotate(library, first.id, Span(0, first.characters + 1))
    assert caught.value.kind == "bad_span"
    with pytest.raises(UnknownIdError):
        annotate(library, "a0", Span(0, 1))


def test_that_notes_can_be_searched_at_once(library: Library) -> None:
    first = list_articles(library)[0]
    annotate(library, first.id, Span(0, 5), note="鹦鹉螺")
    found = find_places(library, SearchRequest("批注:鹦鹉螺"))
    assert {hit.place.article for hit in found.hits} <= {first.id}
    assert found.total > 0


def test_that_a_note_survives_its_article(library: Library) -> None:
    first = list_articles(library)[0]
    quote = reading(library, first.id).text[3:9]
    made = annotate(library, first.id, Span(3, 9), note="留着")
    trash(library, [first.id])
    assert list_annotations(library) == ()
    delete_for_good(library, [first.id])
    (note,) = list_annotations(library)
    assert (note.annotation.status, note.place) == (AnchorStatus.ORPHAN, None)
    freed = unplace(library, made.annotation.id)
    assert freed.annotation.note == f"> {quote}\n\n留着"


def test_that_a_note_needs_no_place(library: Library) -> None:
    made = add_note(library, "想到的事", ("待查",))
    assert made.place is None
    assert [one.annotation.id for one in list_annotations(library)] == [made.annotation.id]


def test_that_a_note_whose_words_were_taken_out_does_not_move_to_their_twin(
    library: Library, tmp_path: Path
) -> None:
    kept = "东街的仓库离港口不远，海产当天就能装船，订单因此多了起来。"
    gone = "西桥的仓库离港口不远，菌菇当天就能装船，订单因此多了起来。"
    between = "老周说，天还没亮，码头上的灯已经全亮了，挑夫们排成一列往船上走，谁也不说话。"
    path = tmp_path / "码头.txt"
    path.write_text(f"码头上的一天\n\n{kept}{between}\n\n{gone}{between[::-1]}\n", encoding="utf-8")
    article = import_paths(library, [path]).sources[0].articles[0].id
    text = library.texts.get(article).clean
    for words in ("海产当天就能装船，订单因此多了起来", "菌菇当天就能装船，订单因此多了起来"):
        annotate(library, article, Span(text.index(words), text.index(words) + len(words)))
    path.write_text(f"码头上的一天\n\n{kept}{between}\n\n{between[::-1]}\n", encoding="utf-8")
    import_paths(library, [path])
    states = {one.annotation.selector.exact[:2]: one.annotation.status for one in list_annotations(library)}
    assert states == {"海产": AnchorStatus.PLACED, "菌菇": AnchorStatus.ORPHAN}
