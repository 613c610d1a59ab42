"""What was done is taken back into a library that went on meanwhile: no place is false, nothing written is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.clock import after, now
from corpus.library.core.library import Library
from corpus.library.intake.corrections.parting import join_again, part_again, split_article
from corpus.library.intake.importing import import_paths
from corpus.library.notes.annotating import (
    annotate,
    change_annotation,
    delete_annotation,
    restore_annotation,
    take_back_change,
    take_back_deletion,
    take_back_making,
)
from corpus.library.notes.drafts import (
    add_to_draft,
    bring_back_draft,
    delete_draft,
    drafts,
    get_draft,
    new_draft,
    save_draft,
    take_back_beginning,
    take_back_draft,
    take_from_draft,
)
from corpus.library.notes.several import NoteChange, change_notes, delete_notes, do_again, take_back
from corpus.library.reading.organising import delete_for_good
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus, Annotation, Colour
from corpus.model.draft import DraftItem
from corpus.model.errors import UnknownIdError
from corpus.model.span import Span

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXT = "县城网店\n\n2018年零售额达到3.7亿元。\n又一句话在这里。\n第三行说得更长，也有内容。\n第四行说别的。\n"
Meanwhile = Callable[[Library, Path, str], None]


def updated(library: Library, page: Path, _article: str) -> None:
    page.write_text(TEXT.replace("2018年", "前面加了一句话，位置都变了。2018年"), encoding="utf-8")
    import_paths(library, [page])


def divided(library: Library, _page: Path, article: str) -> None:
    split_article(library, article, library.texts.get(article).clean.index("第三行"))


def deleted(library: Library, _page: Path, article: str) -> None:
    delete_for_good(library, [article])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "甲.txt"
    page.write_text(TEXT, encoding="utf-8")
    return page


def noted(library: Library, page: Path) -> tuple[str, Annotation]:
    article = import_paths(library, [page]).sources[0].articles[0].id
    at = library.texts.get(article).clean.index("第四行")
    return article, annotate(library, article, Span(at, at + 3), note="记", tags=("签",)).annotation


def test_a_note_that_came_back_meanwhile_stays_as_it_is(library: Library, page: Path) -> None:
    _article, note = noted(library, page)
    gone = delete_annotation(library, note.id)
    assert take_back_deletion(library, gone).annotation == note
    delete_annotation(library, note.id)
    restore_annotation(library, replace(note, note="别处改过的话"))  # as a merge does
    assert take_back_deletion(library, gone).annotation.note == "别处改过的话"
    kept = library.store.annotations.get(note.id)
    assert kept is not None
    assert kept.note == "别处改过的话"


@pytest.mark.parametrize("meanwhile", [updated, divided, deleted])
@pytest.mark.parametrize("at_once", [False, True])
def test_a_note_comes_back_to_where_its_words_stand_now(
    library: Library, page: Path, meanwhile: Meanwhile, *, at_once: bool
) -> None:
    article, note = noted(library, page)
    gone = delete_notes(library, [note.id]) if at_once else delete_annotation(library, note.id)
    meanwhile(library, page, article)
    if isinstance(gone, Annotation):
        restore_annotation(library, gone)
    else:
        take_back(library, gone)
    here = library.store.annotations.get(note.id)
    assert here is not None
    assert check(library).findings == ()
    assert (here.note, here.tags) == ("记", ("签",))
    if meanwhile is deleted:
        assert (here.status, here.span) == (AnchorStatus.ORPHAN, None)
    else:
        assert here.span is not None
        assert here.span.of(library.store.articles.original_of(here.article)) == "第四行"


@pytest.mark.parametrize("meanwhile", [updated, divided])
def test_a_change_of_words_taken_back_leaves_the_place_as_it_is_now(
    library: Library, page: Path, meanwhile: Meanwhile
) -> None:
    article, note = noted(library, page)
    made = change_annotation(library, replace(note, note="改过")).annotation
    meanwhile(library, page, article)
    back = take_back_change(library, note, made).annotation
    assert (back.note, check(library).findings) == ("记", ())
    again = take_back_change(library, made, note).annotation
    assert (again.note, again.span, check(library).findings) == ("改过", back.span, ())


def test_what_was_written_into_a_note_meanwhile_outlives_what_is_taken_back(
    library: Library, page: Path
) -> None:
    _, note = noted(library, page)
    done = change_notes(library, [note.id], NoteChange(Colour.RED, add=("新",)))
    change_annotation(library, replace(done.now[0], note="后来写的"))
    take_back(library, done)
    here = library.store.annotations.get(note.id)
    assert here is not None
    assert (here.note, here.colour, here.tags) == ("后来写的", Colour.YELLOW, ("签",))


def test_what_another_hand_wrote_outlives_each_step_taken_back_and_done_again(
    library: Library, page: Path
) -> None:
    def now_written(note: Annotation) -> str:
        here = library.store.annotations.get(note.id)
        return "" if here is None else here.note

    _, note = noted(library, page)
    typed = change_annotation(library, replace(note, note="打的", colour=Colour.RED)).annotation
    restore_annotation(library, replace(typed, note="打的，别处加的"))  # as a merge does
    back = take_back_change(library, note, typed).annotation
    assert (back.note, back.colour) == ("打的，别处加的", note.colour)
    again = take_back_change(library, typed, note).annotation
    assert (again.note, again.colour) == ("打的，别处加的", Colour.RED)
    take_back_making(library, note)
    assert now_written(note) == "打的，别处加的"
    deleted = delete_notes(library, [note.id])
    take_back(library, deleted)
    restore_annotation(library, replace(again, note="后来加的"))
    do_again(library, deleted)
    assert now_written(note) == "后来加的"
    restore_annotation(library, replace(note, modified=after(note.modified)))
    take_back_making(library, note)
    assert now_written(note) == ""


def test_what_another_hand_made_of_a_draft_outlives_each_step(library: Library) -> None:
    begun = new_draft(library, "稿", items=[DraftItem("text", text="始")])
    typed = save_draft(library, replace(begun, title="题", items=(DraftItem("text", text="打的"),)))
    save_draft(library, replace(typed, items=(DraftItem("text", text="别处的"),)))  # as a merge does
    back = take_back_draft(library, begun, typed)
    assert (back.title, back.items) == ("稿", (DraftItem("text", text="别处的"),))
    take_back_beginning(library, begun)
    assert get_draft(library, begun.id) == bring_back_draft(library, begun) == back
    take_back_beginning(library, back)
    assert drafts(library) == ()
    assert take_back_draft(library, typed, begun).items == typed.items
    assert bring_back_draft(library, delete_draft(library, begun.id)).title == "题"


def test_what_was_written_into_a_draft_meanwhile_outlives_what_is_taken_out_of_it(library: Library) -> None:
    heading, block, mine = (
        DraftItem("heading", text="题"),
        DraftItem("text", text="加"),
        DraftItem("text", text="写"),
    )
    draft = new_draft(library, "稿", items=[heading, block])
    added = add_to_draft(library, draft.id, [block])
    save_draft(library, replace(added, items=(*added.items, mine)))
    assert take_from_draft(library, draft.id, [block]).items == (heading, block, mine)
    assert take_from_draft(library, draft.id, [block, block]).items == get_draft(library, draft.id).items
    assert get_draft(library, draft.id).items == (heading, mine)


def test_a_division_of_what_was_put_aside_is_not_taken_back(library: Library, page: Path) -> None:
    article, _ = noted(library, page)
    parted = split_article(library, article, library.texts.get(article).clean.index("第三行"))
    updated(library, page, article)
    listed = library.store.articles.summaries(trashed=False)
    for again in (join_again, part_again):
        with pytest.raises(UnknownIdError):
            again(library, parted)
    assert library.store.articles.summaries(trashed=False) == listed


def test_the_moment_after_the_last_there_is_is_now() -> None:
    for told in ("9999-12-31T23:59:59.999999Z", "12345-01-01T00:00:00Z", "9999-13-45"):
        assert after(told)[:10] == now()[:10]
    assert after("9999-01-01T00:00:00+00:00") == "9999-01-01T00:00:00.001+00:00"
