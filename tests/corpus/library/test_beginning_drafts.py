"""Drafts begun with a template, kept as one, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.facts.statistics import decide, statistics
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import add_to_draft, delete_draft, drafts, get_draft, new_draft, save_draft
from corpus.library.notes.ordering import in_order
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import trash
from corpus.library.reports.beginning import (
    drop_template,
    first_blocks,
    keep_template,
    own_templates,
    restore_template,
)
from corpus.library.reports.example import EXAMPLE, example_title
from corpus.library.reports.templates import TEMPLATES, template_of
from corpus.model.annotation import Annotation, Colour, Selector
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.packs.example import pack_example


def say(key: str) -> str:
    return f"<{key}>"


def note(name: str, article: str, at: int | None, **told: Any) -> AnnotationView:
    """A note of an article, or of none, as a list shows it."""
    span = None if at is None else Span(at, at + 2)
    made = Annotation(name, article, Selector(name), span, created=told.pop("created", ""), **told)
    place = None if span is None else Place(article, article, span, name)
    return AnnotationView(made, place, article.upper())


def figure(name: str, article: str, status: FactStatus, *, disputed: bool = False, pack: str = "") -> Any:
    return SimpleNamespace(
        statistic=SimpleNamespace(id=name, status=status),
        pack=pack,
        place=SimpleNamespace(article=article),
        conflicts=("x",) if disputed else (),
    )


NOTES = (
    note("n1", "b", 9, tags=("甲", "乙")),
    note("n2", "b", 3, colour=Colour.RED),
    note("n3", "a", 5, tags=("甲",)),
    note("n4", "", None, created="2"),
    note("n5", "", None, created="1"),
)
FIGURES = (
    figure("f1", "a", FactStatus.CONFIRMED),
    figure("f2", "b", FactStatus.EDITED, disputed=True),
    figure("f3", "a", FactStatus.EXTRACTED),
    figure("f4", "c", FactStatus.CONFIRMED),
    figure("f5", "a", FactStatus.EXTRACTED, disputed=True),
)
BEGUN = {
    "digest": "# A, n3, # B, n2, n1, # <notes>, n5, n4, # <figures>, f1, f2",
    "review": "# <question>, ? <question?>, # 乙, n1, # 甲, n3, n1, # <others>, n2, # <differences>, f2, f5,"
    " # <comment>, ? <comment?>",
    "review-table": "n2 n3 n1",
    "reading": "# <work>, ? <work?>, # <abstract>, ? <abstract?>, # <excerpts>, n3, n1, # <data>, f1, f2,"
    " # <doubts>, n2, # <opinion>, ? <opinion?>",
    "memo": "# <core>, f1, f4, # <basis>, ? <basis?>, # <disputed>, f2, # <unchecked>, ? <unchecked?>",
    "company": "# <sentence>, ? <sentence?>, # <basics>, ? <basics?>, # <chronicle>, ? <chronicle?>,"
    " # <key>, f1, f2, f4, # <model>, n2, n3, n1, # <risks>, ? <risks?>, # <sources>, ? <sources?>",
    "client": "? <letterhead?>, # <conclusion>, ? <conclusion?>, # <grounds>, n2, n3, n1, # <charts>, f1, f4,"
    " # <uncertain>, f2, f5",
    "free": "",
}  # fmt: skip


def told(items: tuple[DraftItem, ...]) -> str:
    signs = {"heading": "# ", "prompt": "? "}
    return ", ".join(f"{signs.get(one.kind, '')}{one.text or one.ref}" for one in items)


@pytest.mark.parametrize("key", BEGUN)
def test_a_template_gathers_what_belongs_under_its_headings(key: str) -> None:
    assert told(template_of(key).fill(NOTES, FIGURES, say)) == BEGUN[key]
    kinds = {one.kind for one in template_of(key).fill(NOTES, FIGURES, say)}
    assert kinds <= {"heading", "prompt", "annotation", "figure", "review"}


@pytest.mark.parametrize("key", BEGUN)
def test_a_template_without_notes_and_figures_holds_only_what_is_to_be_written(key: str) -> None:
    items = template_of(key).fill((), (), say)
    assert {one.kind for one in items} <= {"heading", "prompt"}
    assert [one.text.rstrip("?>") for one in items if one.kind == "heading"] == [
        one.text.rstrip("?>") for one in items if one.kind == "prompt" and one.text != "<letterhead?>"
    ]


@pytest.mark.parametrize("key", ["review", "company", "client"])
def test_a_template_tells_figures_of_a_pack_only_where_notes_were_made_in_it(key: str) -> None:
    packed = (
        figure("p1", "b", FactStatus.CONFIRMED, pack="x"),
        figure("p2", "p", FactStatus.CONFIRMED, pack="x"),
        figure("p3", "p", FactStatus.CONFIRMED, disputed=True, pack="x"),
    )

    def figures(notes: tuple[AnnotationView, ...], of: tuple[Any, ...]) -> set[str]:
        return {one.ref for one in template_of(key).fill(notes, of, say) if one.kind == "figure"}

    known = figures(NOTES, FIGURES)
    assert figures(NOTES, (*FIGURES, *packed)) == known | ({"p1"} if key != "review" else set())
    assert figures(NOTES, packed[1:]) == set()
    assert figures((), packed) == figures((), packed[2:]) | ({"p1", "p2"} if key != "review" else set())
    assert "p3" in figures((), packed)


def test_each_template_is_known_by_its_key_and_any_other_is_a_blank_sheet() -> None:
    assert [one.key for one in TEMPLATES] == [
        "digest", "review", "review-table", "reading", "memo", "company", "client", "free"
    ]  # fmt: skip
    assert template_of("nothing").key == "free"
    assert [one.preset for one in TEMPLATES if one.preset] == ["handout"]
    assert in_order(reversed(NOTES)) == [NOTES[1], NOTES[2], NOTES[0], NOTES[4], NOTES[3]]


def test_a_draft_begins_with_the_notes_and_the_figures_that_tell(library: Library) -> None:
    article = list_articles(library)[2].id
    mine = annotate(library, article, Span(30, 40)).annotation.id
    views = [one for one in statistics(library) if one.place.article == article][:3]
    decide(library, views[0].statistic.id, FactStatus.CONFIRMED)
    items, settings = first_blocks(library, "digest", say)
    assert [one.ref for one in items if one.kind == "annotation"] == [mine]
    told = {one.ref for one in items if one.kind == "figure"}
    sure = {FactStatus.CONFIRMED, FactStatus.EDITED}
    here = [one for one in statistics(library) if one.place.article == article]
    assert views[0].statistic.id in told
    assert told == {one.statistic.id for one in here if one.statistic.status in sure}
    assert settings == DraftSettings()
    assert first_blocks(library, "client", say)[1] == DraftSettings(preset="handout")
    disputed = {one.statistic.id for one in statistics(library) if one.conflicts}
    told = {one.ref for one in first_blocks(library, "client", say)[0] if one.kind == "figure"}
    assert told & disputed
    assert told <= {
        *disputed,
        *(one.statistic.id for one in statistics(library) if one.statistic.status in sure),
    }


def test_the_example_stands_on_the_words_of_its_articles(library: Library) -> None:
    items, settings = first_blocks(library, EXAMPLE, say)
    assert example_title()
    assert settings.style
    quoted = [one for one in items if one.kind == "passage"]
    assert len(quoted) >= 3
    for one in quoted:
        assert library.texts.get(one.ref).article.original[one.start : one.end] == one.quote
    example = pack_example()
    assert example is not None
    told = [one for one in example.blocks if one.get("kind") == "passage"]
    assert [(one.text, one.use) for one in quoted] == [
        (one.get("text", ""), one.get("use", "quote")) for one in told
    ]
    assert any(one.text for one in quoted)
    figures = [one for one in items if one.kind == "figures"]
    known = {one.statistic.id for one in statistics(library)}
    assert all(set(one.ref.split()) <= known for one in figures)
    trash(library, sorted({one.ref for one in quoted}))
    assert {one.kind for one in first_blocks(library, EXAMPLE, say)[0]}.isdisjoint({"passage", "figures"})


def test_a_draft_is_kept_as_a_template_with_its_headings_only(library: Library) -> None:
    items = (
        DraftItem("heading", text="引言", level=2), DraftItem("text", text="写在这里"), DraftItem("text", text="  "),
        DraftItem("prompt", text="要写什么"), DraftItem("annotation", "n"), DraftItem("picture", "p", "图"),
    )  # fmt: skip
    settings = DraftSettings(style="apa", author="张三", course="课程", institution="学校", preset="keep")
    draft = new_draft(library, "稿", "free", items, settings)
    assert own_templates(library) == ()
    kept = keep_template(library, draft, "周报")
    assert kept.items == (items[0], DraftItem("prompt", text="写在这里"), items[3])
    assert kept.settings == replace(settings, author="", course="")
    other = keep_template(library, replace(draft, items=items[:1]), "月报")
    assert own_templates(library) == (kept, other)
    assert first_blocks(library, kept.key, say) == (kept.items, kept.settings)
    again = keep_template(library, replace(draft, items=()), "周报")
    assert own_templates(library) == (other, again)
    drop_template(library, other.key)
    drop_template(library, "own:没有")
    assert own_templates(library) == (again,)
    restore_template(library, other)
    assert [one.name for one in own_templates(library)] == ["周报", "月报"]


def test_drafts_are_kept_deleted_and_brought_back(library: Library) -> None:
    with pytest.raises(UnknownIdError, match="unknown_draft"):
        get_draft(library, "nothing")
    first = new_draft(library, "一", "memo", (DraftItem("text", text="a"),))
    second = new_draft(library, "二")
    assert (first.template, second.template, second.settings) == ("memo", "free", DraftSettings())
    assert [one.title for one in drafts(library)] == ["二", "一"]
    kept = save_draft(library, replace(first, title="新"))
    assert (kept.modified >= first.modified, kept.created) == (True, first.created)
    gone = delete_draft(library, first.id)
    assert [one.id for one in drafts(library)] == [second.id]
    assert get_draft(library, save_draft(library, gone).id).title == "新"


@pytest.mark.parametrize(
    ("behind", "order"), [(-1, "abcNM"), (0, "aNMbc"), (1, "abNMc"), (2, "abcNM"), (9, "abcNM")]
)
def test_blocks_are_put_where_they_are_wanted(library: Library, behind: int, order: str) -> None:
    draft = new_draft(library, "稿", "free", [DraftItem("annotation", one) for one in "abc"])
    more = [DraftItem("annotation", "N"), DraftItem("annotation", "b"), DraftItem("annotation", "M")]
    changed = add_to_draft(library, draft.id, more, behind)
    assert "".join(one.ref for one in changed.items) == order
    assert get_draft(library, draft.id) == changed
    words = DraftItem("text", text="同样的话")
    assert add_to_draft(library, draft.id, [words, words]).items[-2:] == (words, words)


def test_a_draft_as_plain_values() -> None:
    items = (DraftItem("heading", text="一", level=2), DraftItem("figure", "f"))
    draft = Draft("d", "稿", "memo", items, "2026-01-01", "2026-01-02", DraftSettings(style="apa"))
    summary = {
        "id": "d", "title": "稿", "template": "memo", "created": "2026-01-01", "modified": "2026-01-02", "blocks": 2,
    }  # fmt: skip
    assert shapes.draft_summary(draft) == summary
    told = shapes.draft(draft, ["author"])
    assert summary.items() <= told.items()
    assert (told["missing_fields"], told["settings"]["style"]) == (["author"], "apa")
    assert [(one["number"], one["kind"]) for one in told["items"]] == [(0, "heading"), (1, "figure")]
    assert told["items"][0]["level"] == 2
    assert shapes.draft(draft)["missing_fields"] == []
