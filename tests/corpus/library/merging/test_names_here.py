"""What is called otherwise here than in the other library is named so wherever people name it, at every merge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.notes.annotating import add_note, annotate, change_annotation
from corpus.library.notes.drafts import drafts, new_draft, save_draft
from corpus.library.reading.organising import set_tags
from corpus.library.upkeep.checking import check
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from tests.copies import copied
from tests.corpus.library.merging.pairs import merged, note, opened

OLD = "稿\n店主说,这一年过得不容易 。" + "".join(f"第{n}句说的是第{n}件事。" for n in range(40))
NEW = OLD + "最后添了一句：2023年的销售额为5亿元。"


@pytest.fixture
def apart(tmp_path: Path, library_template: Path) -> tuple[Path, Path, str, str]:
    """Return two libraries that hold another text under one id, that id, and the id of a text both have."""
    me, colleague, paper = copied(library_template, tmp_path / "我"), tmp_path / "同事", tmp_path / "稿.txt"
    paper.write_text(OLD, encoding="utf-8")
    with opened(me) as library:
        (mine,) = import_paths(library, [paper]).sources[0].articles
        (both,) = import_text(library, "渡口", "渡口的早市天不亮就有人。").sources[0].articles
    copied(me, colleague)
    paper.write_text(NEW, encoding="utf-8")
    with opened(colleague) as library:
        import_paths(library, [paper])
    return me, colleague, mine.id, both.id


def test_that_drafts_and_notes_lead_to_the_text_they_were_written_about(
    apart: tuple[Path, Path, str, str],
) -> None:
    me, colleague, there, both = apart

    def words(one: str, figure: str) -> tuple[str, ...]:
        return (
            f"甲[@{both}; @{one}:3]乙[@{both};{one}]丙[@{one}][@{both}]，见[文](yinde://article/{one})和{one}x",
            f"{both}:3:4 {one}:3:6",
            figure,
            f"见[数](yinde://figure/{figure})",
        )

    with opened(colleague) as library:
        figure = library.store.facts.statistics_of(there)[-1].id
        text, hits, ref, told = words(there, figure)
        add_note(library, told)
        items = (
            DraftItem("text", text=text),
            DraftItem("hits", text="第3句", ref=hits),
            DraftItem("figure", ref),
        )
        new_draft(library, "论", items=items)
        decide(library, figure, FactStatus.REJECTED)
    (brought,) = (one.kept_as for one in merged(me, colleague).apart)
    with opened(me) as library:
        (here,) = library.store.facts.statistics_of(brought)
        assert here.status is FactStatus.REJECTED
        first, second, third, fourth = words(brought, here.id)
        (draft,) = drafts(library)
        assert draft.items[0].text == first.replace(f"{brought}x", f"{there}x"), "no part of another word"
        assert (draft.items[1].ref, draft.items[2].ref) == (second, third)
        assert note(library, fourth).article == ""
        assert check(library).findings == ()


def later_note(library: Library, article: str) -> None:
    end = len(library.texts.get(article).clean)
    annotate(library, article, Span(end - 9, end - 1), note="后来的")


def another_word(library: Library, _article: str) -> None:
    change_annotation(library, replace(note(library, "先写的"), note="先写的，又改了"))


def another_repair(library: Library, article: str) -> None:
    edits = [one.edit.id for one in ledger(library, article) if one.edit.applied]
    change_repairs(library, article, undo=edits[-1:])


def another_title(library: Library, _article: str) -> None:
    (draft,) = drafts(library)
    save_draft(library, replace(draft, title="再论"))


@pytest.mark.parametrize(
    ("later", "counted"),
    [
        (None, {}),
        (later_note, {"notes": (1, 0)}),
        (another_repair, {"decisions": (1, 0)}),
        (another_word, {"notes": (0, 1)}),
        (another_title, {"drafts": (0, 1)}),
        (lambda library, article: set_tags(library, article, ["重点"]), {"tags": (1, 0)}),
        (
            lambda library, article: decide(
                library, library.store.facts.statistics_of(article)[-1].id, FactStatus.CONFIRMED
            ),
            {"decisions": (1, 0)},
        ),
    ],
)
def test_that_a_second_merge_brings_what_came_since_and_nothing_twice(
    apart: tuple[Path, Path, str, str],
    later: Callable[[Library, str], object] | None,
    counted: dict[str, tuple[int, int]],
) -> None:
    me, colleague, there, _both = apart
    with opened(colleague) as library:
        annotate(library, there, Span(3, 9), note="先写的")
        new_draft(library, "论", items=(DraftItem("text", text=f"甲[@{there}]"),))
    assert merged(me, colleague).parts["articles"].added == 1
    if later is not None:
        with opened(colleague) as library:
            later(library, there)
    with opened(colleague) as library:
        shown = library.texts.get(there).clean
    report = merged(me, colleague)
    assert report.apart == ()
    with opened(me) as library:
        (here,) = {note(library, one.note).article for one in library.store.annotations.all() if one.article}
        assert library.texts.get(here).clean == shown
    told = {name: (one.added, one.changed) for name, one in report.parts.items() if one.added or one.changed}
    assert told == counted
    assert not merged(me, colleague).changed
