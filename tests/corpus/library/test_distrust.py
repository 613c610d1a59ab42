"""After damage was found, whoever has the library open writes nothing into it until it is whole or opened again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.core.pack_versions import BUILT_IN
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.statistics import decide, set_verdict
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.packs.installing import install
from corpus.library.notes.annotating import add_note, annotate, change_annotation, delete_annotation, unplace
from corpus.library.notes.drafts import delete_draft, new_draft, save_draft
from corpus.library.notes.naming import put_colour_names
from corpus.library.notes.several import NoteChange, change_notes, delete_notes
from corpus.library.reading.home import close_welcome, tick
from corpus.library.reading.organising import (
    add_collection,
    delete_collection,
    delete_for_good,
    put_into,
    rename_collection,
    set_progress,
    set_read_state,
    set_star,
    set_tags,
    trash,
)  # fmt: skip
from corpus.library.upkeep.checking import check
from corpus.library.worker.tasks import TASKS
from corpus.model.annotation import Colour
from corpus.model.article import ReadState
from corpus.model.errors import LibraryError
from corpus.model.progress import unobserved
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.packs.pack import load_pack

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

Operations = Mapping[str, Callable[[], object]]


def tasks(library: Library, page: Path, source: str, batch: str) -> Operations:
    """Return what the worker does to a library's database, with arguments it has work for."""
    given: Mapping[str, Mapping[str, Any]] = {
        "import": {"paths": [str(page)]},
        "import_text": {"title": "题", "text": "一二三四五六七。"},
        "read_anew": {"source": source, "encoding": "utf-8"},
        "refind": {"everything": True},
        "undo_import": {"batch": batch},
        "references": {"path": str(page.with_name("书.bib"))},
        "import_annotations": {"path": str(page.with_name("注.jsonld"))},
    }
    return {name: lambda name=name: TASKS[name](library, given[name], unobserved) for name in given}  # type: ignore[misc]


def operations(library: Library, page: Path) -> Operations:
    """Return what a person does to a library, each with something it can be done to, and what the worker does."""
    report = import_paths(library, [page])
    article = report.sources[0].articles[0].id
    source = library.store.articles.of([article])[0].source
    note = annotate(library, article, Span(3, 9), note="记").annotation
    draft, shelf = new_draft(library, "稿"), add_collection(library, "夹")
    figure = library.store.facts.statistics_of(article)[0].id
    repair = ledger(library, article)[0].edit
    page.write_text(page.read_text(encoding="utf-8") + "后来又补了一句。", encoding="utf-8")
    worker = tasks(library, page, source, report.batch)
    return {
        **worker,
        "annotate": lambda: annotate(library, article, Span(3, 9)),
        "add_note": lambda: add_note(library, "记"),
        "change_annotation": lambda: change_annotation(library, replace(note, note="改")),
        "delete_annotation": lambda: delete_annotation(library, note.id),
        "unplace": lambda: unplace(library, note.id),
        "change_notes": lambda: change_notes(library, [note.id], NoteChange(Colour.RED)),
        "delete_notes": lambda: delete_notes(library, [note.id]),
        "new_draft": lambda: new_draft(library, "又一稿"),
        "save_draft": lambda: save_draft(library, replace(draft, title="改")),
        "delete_draft": lambda: delete_draft(library, draft.id),
        "put_colour_names": lambda: put_colour_names(library, {Colour.RED: "要紧"}),
        "put_under_trend": lambda: put_under_trend(library, article, Span(3, 9), "extension"),
        "decide": lambda: decide(library, figure, FactStatus.CONFIRMED),
        "set_verdict": lambda: set_verdict(library, "甲", "same"),
        "change_repairs": lambda: change_repairs(library, article, undo=[repair.id]),
        "set_read_state": lambda: set_read_state(library, [article], ReadState.READ),
        "set_progress": lambda: set_progress(library, article, 5),
        "set_star": lambda: set_star(library, [article], on=True),
        "set_tags": lambda: set_tags(library, article, ["签"]),
        "add_collection": lambda: add_collection(library, "又一夹"),
        "rename_collection": lambda: rename_collection(library, shelf.id, "改"),
        "delete_collection": lambda: delete_collection(library, shelf.id),
        "put_into": lambda: put_into(library, shelf.id, [article]),
        "trash": lambda: trash(library, [article]),
        "delete_for_good": lambda: delete_for_good(library, [article]),
        "tick": lambda: tick(library, "import"),
        "close_welcome": lambda: close_welcome(library),
        "install": lambda: install(library.store, load_pack(BUILT_IN)),
    }


def contents(root: Path) -> tuple[list[str], set[str]]:
    """Return all rows of a library's database and the names of its originals."""
    with closing(sqlite3.connect(root / "library.db")) as connection:
        return list(connection.iterdump()), {one.name for one in (root / "originals").iterdir()}


def run(root: Path, statement: str) -> None:
    with closing(sqlite3.connect(root / "library.db")) as connection:
        connection.execute(statement)
        connection.commit()


def test_that_everything_that_writes_is_refused_until_a_check_finds_the_library_whole(
    library: Library, tmp_path: Path
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("县城网店观察\n\n2018年网络零售额达到3.7亿元,增长26.5% 。生意虽小 。", encoding="utf-8")
    (tmp_path / "书.bib").write_text("@book{a, title={一本书}, author={张三}, year={2020}}", encoding="utf-8")
    (tmp_path / "注.jsonld").write_text(
        '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:1", "type": "Annotation", '
        '"body": {"type": "TextualBody", "value": "记"}, "target": "urn:x:2"}',
        encoding="utf-8",
    )
    does = operations(library, page)
    run(library.root, "UPDATE annotations SET tags = '{'")
    assert check(library).findings
    before = contents(library.root)
    for name, work in does.items():
        with pytest.raises(LibraryError) as refused:
            pytest.fail(f"{name} wrote: {work()}")
        assert (name, refused.value.kind) == (name, "library_damaged")
    assert contents(library.root) == before
    run(library.root, "UPDATE annotations SET tags = '[]'")
    assert check(library).findings == ()
    does["change_annotation"]()
    does["import"]()


def test_that_what_reading_met_is_heeded_until_the_library_is_opened_again(library: Library) -> None:
    kept = add_note(library, "记").annotation.id
    library.store.database.copy_to(library.root / "sound.db")
    library.store.close()
    store = library.store = type(library.store)(library.root, write=True)
    database = library.root / "library.db"
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (database.stat().st_size - 4096))
    with pytest.raises(LibraryError, match="library_damaged"):
        store.annotations.all()
    database.write_bytes((library.root / "sound.db").read_bytes())
    with pytest.raises(LibraryError, match="library_damaged"):
        add_note(library, "写不进去")
    library.close()
    again = open_library(library.root, write=True)
    add_note(again, "又记")
    assert {one.note for one in again.store.annotations.all()} == {"记", "又记"}
    assert kept in {one.id for one in again.store.annotations.all()}
    again.close()
