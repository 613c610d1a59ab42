"""Several notes at once: each change is one step with its way back, and nothing that was written is lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, search
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    get_annotation,
    replace_anchor,
    restore_annotation,
    take_back_change,
    unplace,
)
from corpus.library.notes.browsing import count_notes, note_facets, note_groups, note_tags, notes_of_group
from corpus.library.notes.drafts import get_draft, new_draft, save_draft
from corpus.library.notes.linking import link_to, name_of, note_links, notes_to_link
from corpus.library.notes.naming import own_colour_names, put_colour_names
from corpus.library.notes.several import (
    NoteChange,
    Rewritten,
    change_notes,
    delete_notes,
    do_again,
    merge_notes,
    move_notes,
    take_back,
)
from corpus.library.reading.articles import list_articles, reading
from corpus.model.annotation import Annotation, Colour, Region
from corpus.model.draft import DraftItem
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.store.notes.query import Grouping, NoteOrder, NoteQuery

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


@pytest.fixture
def notes(library: Library) -> list[Annotation]:
    """Six notes: three sentences one after the other, one of another article, one without a place, one bare mark."""
    first, second = (one.id for one in list_articles(library)[1:3])
    here, there = reading(library, first).sentences, reading(library, second).sentences
    made = [
        annotate(library, first, here[2], colour=Colour.RED, note="为什么？", tags=("口径", "方法")),
        annotate(library, first, here[3], colour=Colour.BLUE, note="定义在此", tags=("口径",)),
        annotate(library, first, here[8], note="离得远"),
        annotate(library, second, there[3], colour=Colour.RED, tags=("方法",)),
        add_note(library, "与正文无关", ("口径",)),
        annotate(library, second, there[1], note="旧的"),
    ]
    days = ("2026-03-01", "2026-03-01", "2026-03-04", "2026-03-02", "2026-03-09", "2026-01-05")
    for view, day in zip(made, days, strict=True):
        restore_annotation(library, replace(view.annotation, created=f"{day}T04:00:00.000+00:00"))
    return [get_annotation(library, one.annotation.id) for one in made]


def ids(notes: list[Annotation], *places: int) -> list[str]:
    return [notes[one].id for one in places]


def everything(library: Library) -> dict[str, Annotation]:
    return {one.id: one for one in library.store.annotations.all()}


@pytest.mark.parametrize("grouping", ["article", "tag", "colour", "trend", "date", ""])
@pytest.mark.parametrize("order", ["place", "newest", "oldest", "changed"])
def test_every_note_stands_in_its_groups_and_they_count_truly(
    library: Library, notes: list[Annotation], grouping: Grouping, order: NoteOrder
) -> None:
    query = NoteQuery(grouping=grouping, order=order)
    groups = note_groups(library, query)
    listed: list[AnnotationView] = []
    for group in groups:
        found = notes_of_group(library, query, group.key, 0, 100)
        assert len(found) == group.count
        # Read in two goes it is the same.
        again = [notes_of_group(library, query, group.key, start, 1) for start in range(group.count)]
        assert [one.annotation.id for part in again for one in part] == [one.annotation.id for one in found]
        listed += found
        if order == "place":
            loose = [one.annotation.article == "" for one in found]
            assert loose == sorted(loose)
    assert {one.annotation.id for one in listed} == {one.id for one in notes}
    assert count_notes(library, query) == len(notes)
    if grouping not in ("tag", "trend"):
        assert len(listed) == len(notes)
    if order in ("newest", "oldest"):
        for _key, members in itertools.groupby(groups):
            times = [
                one.annotation.created
                for group in members
                for one in notes_of_group(library, query, group.key, 0, 100)
            ]
            assert times == sorted(times, reverse=order == "newest")


@pytest.mark.usefixtures("notes")
def test_groups_say_what_their_notes_have_in_common(library: Library) -> None:
    def counted(grouping: Grouping) -> list[tuple[str, int]]:
        return [(one.key, one.count) for one in note_groups(library, NoteQuery(grouping=grouping))]

    assert counted("tag") == [("口径", 3), ("方法", 2), ("", 2)]
    assert dict(counted("colour")) == {"yellow": 3, "red": 2, "blue": 1}
    assert [key for key, _n in counted("date")] == [
        "2026-03-09",
        "2026-03-04",
        "2026-03-02",
        "2026-03-01",
        "2026-01-05",
    ]
    assert [key for key, _n in counted("article")][-1] == ""
    assert note_facets(library, NoteQuery()).colours == {Colour.YELLOW: 3, Colour.RED: 2, Colour.BLUE: 1}


def test_a_note_stands_under_the_trends_whose_passages_it_touches(library: Library) -> None:
    row = library.store.database.rows("SELECT * FROM trend_passages LIMIT 1")[0]
    clean = library.texts.get(row["article"]).shown(Span(row["start"], row["stop"]))
    note = annotate(library, row["article"], Span(clean.start, clean.start + 2)).annotation.id
    query = NoteQuery(grouping="trend")
    (held,) = [one for one in note_groups(library, query) if one.key == row["trend"]]
    assert [one.annotation.id for one in notes_of_group(library, query, held.key, 0, 9)] == [note]


def test_tags_follow_what_becomes_of_notes(library: Library, notes: list[Annotation]) -> None:
    assert note_tags(library) == (("口径", 3), ("方法", 2))
    done = change_notes(library, ids(notes, 0, 1, 2), NoteChange(add=("待查",), drop=("口径",)))
    assert dict(note_tags(library)) == {"待查": 3, "方法": 2, "口径": 1}
    gone = delete_notes(library, ids(notes, 0, 3))
    assert dict(note_tags(library)) == {"待查": 2, "口径": 1}
    take_back(library, gone)
    take_back(library, done)
    assert note_tags(library) == (("口径", 3), ("方法", 2))


CHANGES: dict[str, Callable[[Library, list[str]], Rewritten]] = {
    "tagged": lambda library, chosen: change_notes(library, chosen, NoteChange(add=("新标签",))),
    "untagged": lambda library, chosen: change_notes(library, chosen, NoteChange(drop=("口径", "方法"))),
    "recoloured": lambda library, chosen: change_notes(library, chosen, NoteChange(colour=Colour.GREEN)),
    "deleted": delete_notes,
    "merged": merge_notes,
    "moved": lambda library, chosen: move_notes(library, chosen, list_articles(library)[2].id),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("chosen", [(0, 1), (0, 2, 4), (3, 5), (0, 1, 2, 3, 4, 5)])
def test_taken_back_everything_is_as_it_was_and_done_again_as_it_became(
    library: Library, notes: list[Annotation], name: str, chosen: tuple[int, ...]
) -> None:
    items = tuple(DraftItem("annotation", one) for one in ids(notes, 1, 0, 5))
    draft = new_draft(library, "稿", "free", (*items, DraftItem("review", " ".join(ids(notes, 0, 1, 2)))))
    before = everything(library)
    done = CHANGES[name](library, ids(notes, *chosen))
    after = everything(library)
    changed = get_draft(library, draft.id)

    take_back(library, done)
    assert everything(library) == before
    assert get_draft(library, draft.id).items == draft.items
    do_again(library, done)
    assert everything(library) == after
    assert get_draft(library, draft.id).items == changed.items


@pytest.mark.parametrize("chosen", [one for n in (2, 3, 6) for one in itertools.combinations(range(6), n)])
def test_nothing_written_marked_or_tagged_is_lost_in_merging(
    library: Library, notes: list[Annotation], chosen: tuple[int, ...]
) -> None:
    draft = new_draft(library, "稿", "free", tuple(DraftItem("annotation", one.id) for one in notes))
    done = merge_notes(library, ids(notes, *chosen))

    kept = get_annotation(library, done.now[0].id)
    assert len(everything(library)) == len(notes) - len(chosen) + 1
    for place in chosen:
        note = notes[place]
        assert note.note in kept.note
        assert set(note.tags) <= set(kept.tags)
        inside = note.article == kept.article and note.span and kept.span and kept.span.contains(note.span)
        assert inside or note.selector.exact.strip() in kept.note.replace("> ", "")
    assert all(one.ref in everything(library) for one in get_draft(library, draft.id).items)


def test_marks_that_touch_become_one_mark(library: Library, notes: list[Annotation]) -> None:
    kept = merge_notes(library, ids(notes, 0, 1)).now[0]
    assert (kept.span, kept.note) == (Span(notes[0].span.start, notes[1].span.end), "为什么？\n\n定义在此")  # type: ignore[union-attr]
    original = library.texts.get(kept.article).article.original
    assert kept.span is not None
    assert kept.selector.exact == kept.span.of(original)


def test_a_draft_written_in_since_keeps_what_was_written(library: Library, notes: list[Annotation]) -> None:
    draft = new_draft(library, "稿", "free", (DraftItem("annotation", notes[1].id),))
    done = merge_notes(library, ids(notes, 0, 1))
    mine = save_draft(library, replace(get_draft(library, draft.id), title="改过的题目"))
    take_back(library, done)
    assert get_draft(library, draft.id) == mine
    assert set(everything(library)) == {one.id for one in notes}


def test_a_draft_written_anew_with_the_same_words_still_follows_a_merge(
    library: Library, notes: list[Annotation]
) -> None:
    draft = new_draft(library, "稿", items=(DraftItem("annotation", notes[1].id),))
    done = merge_notes(library, ids(notes, 0, 1))
    (kept,) = done.now
    for undone in (True, False) * 2:
        save_draft(library, get_draft(library, draft.id))
        (take_back if undone else do_again)(library, done)
        assert get_draft(library, draft.id).items[0].ref == (notes[1].id if undone else kept.id)


def test_what_cannot_be_merged_says_so_and_stays(library: Library, notes: list[Annotation]) -> None:
    boxes = [restore_annotation(library, replace(notes[one], region=Region(1, 0, 0, 1, 1))) for one in (0, 1)]
    before = everything(library)
    with pytest.raises(UsageError, match="merge_boxes"):
        merge_notes(library, [one.annotation.id for one in boxes])
    with pytest.raises(UsageError, match="merge_few"):
        merge_notes(library, ids(notes, 3, 3))
    assert everything(library) == before


def test_notes_move_only_where_their_words_stand(library: Library, notes: list[Annotation]) -> None:
    target = list_articles(library)[2].id
    words = reading(library, target).text[40:60]
    place = library.texts.get(target).offsets.to_original(Span(40, 60))
    moving = replace(notes[2], selector=replace(notes[2].selector, exact=words, prefix="", suffix=""))
    restore_annotation(library, moving)
    done = move_notes(library, ids(notes, 2, 0, 4), target)
    assert (done.stayed, len(done.now)) == (2, 1)
    moved = get_annotation(library, notes[2].id)
    assert (moved.article, moved.span) == (target, place)
    assert get_annotation(library, notes[0].id) == notes[0]


def told_of_notes(library: Library) -> dict[str, tuple[int, bool]]:
    """Return how many notes each article is said to have, and whether the index knows it by the words of one."""
    sync_index(library)
    found = {hit.place.article for hit in search(library, SearchRequest("批注:离得远")).hits}
    return {one.id: (one.annotations, one.id in found) for one in list_articles(library)}


def test_articles_know_their_notes_wherever_these_go(library: Library, notes: list[Annotation]) -> None:
    first, second, other = notes[2].article, notes[3].article, list_articles(library)[0].id
    counts = told_of_notes(library)
    assert (counts[first], counts[second]) == ((3, True), (2, False))
    placed = replace_anchor(library, notes[2].id, other, Span(0, 4)).annotation
    moved = told_of_notes(library)
    assert [moved[one] for one in (first, second, other)] == [
        (2, False),
        (2, False),
        (counts[other][0] + 1, True),
    ]
    take_back_change(library, notes[2], placed)
    assert told_of_notes(library) == counts
    freed = unplace(library, notes[2].id).annotation
    assert told_of_notes(library)[first] == (2, False)
    take_back_change(library, notes[2], freed)
    assert told_of_notes(library) == counts


@pytest.mark.usefixtures("notes")
def test_links_are_read_in_both_directions(library: Library) -> None:
    (first,) = notes_to_link(library, "为什么", "", 5)
    (second,) = notes_to_link(library, "定义在此", first.annotation.id, 5)
    text = f"见 {link_to(second)}，又见 {link_to(second)} 和 [没有的](yinde://note/00000000-0000-4000-8000-000000000000)"
    restore_annotation(library, replace(first.annotation, note=text))

    to = note_links(library, first.annotation.id)
    back = note_links(library, second.annotation.id)
    assert [one.annotation.id for one in to.to] == [second.annotation.id]
    assert to.back == ()
    assert [one.annotation.id for one in back.back] == [first.annotation.id]
    assert link_to(second).startswith("[定义在此](yinde://note/")
    delete_notes(library, [second.annotation.id])
    assert note_links(library, first.annotation.id).to == ()


@pytest.mark.usefixtures("notes")
def test_that_a_note_that_only_leads_on_is_called_by_what_it_marks(library: Library) -> None:
    first, second, *_others = (one for one in notes_to_link(library, "", "", 9) if one.quote)
    led = replace(first, annotation=replace(first.annotation, note=link_to(second)))
    assert led.quote.startswith(name_of(led).rstrip("…"))
    also = replace(led, annotation=replace(led.annotation, note=f"{link_to(second)} 可比"))
    assert name_of(also) == "可比"


def test_whatever_changes_a_note_makes_it_newer_and_what_changes_none_does_not(
    library: Library, notes: list[Annotation]
) -> None:
    # By its time a merge knows which of two states is the newer one.
    article = notes[0].article
    changed = change_notes(library, [one.id for one in notes], NoteChange(Colour.GREEN, add=("新",)))
    merged = merge_notes(library, ids(notes, 0, 1))
    moved = move_notes(library, list(everything(library)), article)
    done = [changed, merged, moved]
    assert changed.now
    assert merged.now
    for one in done:
        assert all(new.modified > was.modified for was, new in zip(one.before, one.now, strict=True))
    assert change_notes(library, list(everything(library)), NoteChange(Colour.GREEN, add=("新",))).now == ()


def test_names_of_colours_are_kept_with_the_library(library: Library) -> None:
    put_colour_names(library, {Colour.RED: "  存 疑 ", Colour.BLUE: " "})
    assert own_colour_names(library) == {Colour.RED: "存 疑"}
    put_colour_names(library, {})
    assert own_colour_names(library) == {}


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize(
    "asked",
    [
        NoteQuery(), NoteQuery(tag="口径"), NoteQuery(tag="方法", colours=frozenset({Colour.RED})),
        NoteQuery(written="with"), NoteQuery(text="为什么"), NoteQuery(lost=True),
        NoteQuery(tag="口径", colours=frozenset({Colour.RED, Colour.BLUE}), written="with"),
    ],
)  # fmt: skip
def test_what_notes_are_chosen_by_counts_what_choosing_it_lists(library: Library, asked: NoteQuery) -> None:
    facets = note_facets(library, asked)
    assert facets.total == count_notes(library, NoteQuery())
    assert facets.lost == count_notes(library, replace(asked, lost=True))
    for colour in Colour:
        listed = count_notes(library, replace(asked, colours=frozenset({colour})))
        assert facets.colours.get(colour, 0) == listed, colour
    for tag, _n in note_tags(library):
        assert dict(facets.tags).get(tag, 0) == count_notes(library, replace(asked, tag=tag)), tag
    for article in list_articles(library):
        counted = {one.key: one.count for one in facets.articles}
        assert counted.get(article.id, 0) == count_notes(library, replace(asked, article=article.id))
