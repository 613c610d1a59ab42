from __future__ import annotations

from dataclasses import replace

from corpus.model.draft import Draft, DraftItem, DraftSettings
from desktop.pages.drafts.items import end_of_chapter, moved, rewritten, typed_into, with_items, without
from desktop.pages.drafts.outline import outline_rows

ITEMS = Draft(
    "d",
    "稿",
    "free",
    (DraftItem("heading", text="一"), DraftItem("text", text="二"), DraftItem("figure", "f")),
)


def test_blocks_are_moved_taken_out_put_in_and_rewritten() -> None:
    kinds = [
        [item.kind for item in draft.items]
        for draft in (moved(ITEMS, 2, 1), without(ITEMS, 0), with_items(ITEMS, 0, [DraftItem("text")]))
    ]

    assert kinds == [
        ["heading", "figure", "text"],
        ["text", "figure"],
        ["heading", "text", "text", "figure"],
    ]
    assert moved(ITEMS, 0, -1) is ITEMS
    assert rewritten(ITEMS, 1, DraftItem("text", text="三")).items[1].text == "三"


def test_that_a_chapter_ends_before_the_next_of_its_level() -> None:
    heads = [("heading", 1), ("text", 1), ("heading", 2), ("text", 1), ("heading", 1), ("text", 1)]
    draft = Draft("d", "稿", items=tuple(DraftItem(kind, level=level) for kind, level in heads))
    assert [end_of_chapter(draft, number) for number in (0, 2, 4)] == [3, 3, 5]
    assert [(row.key, row.side, row.indent) for row in outline_rows(draft)] == [
        ("0", "1", 0), ("2", "1", 1), ("4", "1", 0),
    ]  # fmt: skip


def test_that_only_words_typed_into_one_place_make_one_step() -> None:
    typed = rewritten(ITEMS, 1, replace(ITEMS.items[1], text="二三"))
    assert typed_into(ITEMS, typed) == "1"
    assert typed_into(ITEMS, replace(typed, title="题")) == ""
    assert typed_into(ITEMS, replace(ITEMS, settings=DraftSettings(course="课"))) == ""


def test_that_a_prompt_written_over_becomes_text_and_one_left_alone_stays() -> None:
    draft = Draft("d", "稿", "review", (DraftItem("prompt", text="写什么"),))
    assert rewritten(draft, 0, DraftItem("prompt", text="写好了")).items == (
        DraftItem("text", text="写好了"),
    )
    assert rewritten(draft, 0, DraftItem("prompt", text="写什么")) == draft
