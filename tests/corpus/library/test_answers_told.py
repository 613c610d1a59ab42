"""What the library answers says what it was asked of: kept answers, changes, passages, refusals, outcomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.finding.passage import passage_at
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.referencing import take_lines
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.organising import trash
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.proofreading import proofread
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError
from corpus.model.progress import Progress
from corpus.model.span import Span
from corpus.store.database.changes import Changes

TEXT = "芦花镇见闻\n\n镇上有三家店。2018年，全镇零售额达到150万元。街口很安静。\n"


def test_that_what_is_kept_is_made_anew_when_facts_changed_and_only_then(library: Library) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [library.kept("数", make) for _ in range(3)] == [0, 0, 0]
    with library.store.transaction(Changes(facts=frozenset({"a"}))):
        pass
    assert [library.kept("数", make) for _ in range(3)] == [1, 1, 1]


@pytest.mark.parametrize("words", ["三家", "店。2018", "街口很安静"])
def test_that_the_sentence_of_a_passage_is_that_of_its_words(library: Library, words: str) -> None:
    article = import_text(library, "芦花镇见闻", TEXT).sources[0].articles[0].id
    ready = library.texts.get(article)
    start = ready.clean.index(words)
    span = Span(start, start + len(words))
    found = passage_at(library, ready.place(ready.offsets.to_original(span)))
    touched = [one for one in ready.sentences if one.overlaps(span)]
    assert found is not None
    assert found.sentence == Span(touched[0].start, touched[-1].end)
    assert len(touched) == 1 + ("。" in words)


def test_that_it_is_told_which_articles_come_back_with_their_file(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "见闻.txt"
    file.write_text(TEXT, encoding="utf-8")
    article = import_paths(library, [file]).sources[0].articles[0].id
    trash(library, [article])
    told: list[Changes] = []
    library.changes.subscribe(told.append)
    assert import_paths(library, [file]).sources[0].status == "added"
    assert any(article in one.articles and article in one.facts for one in told)


@pytest.mark.parametrize("words", ["不是参考文献", "字" * 200])
def test_that_lines_that_are_no_reference_are_named(library: Library, words: str) -> None:
    with pytest.raises(InputError) as refused:
        take_lines(library, f"  {words}\n")
    assert refused.value.kind == "no_reference"
    assert refused.value.values["detail"] == words[:80]


def test_that_checking_a_draft_tells_how_many_of_its_parts_are_done(library: Library) -> None:
    items = tuple(DraftItem("text", text=f"第{number}段。") for number in range(4))
    draft = new_draft(library, "稿", "free", items)
    told: list[Progress] = []
    proofread(
        library, ExportRequest("html", Path("a.html"), what="report", draft=draft.id), progress=told.append
    )
    steps = [(one.done, one.total) for one in told if one.stage == "audit"]
    assert steps == [(done, len(items)) for done in range(len(items))]


def test_that_pages_are_told_of_what_has_some_and_of_nothing_else(library: Library) -> None:
    report = import_text(library, "芦花镇见闻", TEXT)
    (article,) = shapes.import_report(report)["sources"][0]["articles"]
    assert not report.sources[0].articles[0].pages
    assert "pages" not in article
