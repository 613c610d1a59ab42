"""Whatever a person does in whatever order: notes, figures, spans and search agree after every step."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from corpus.library.core.library import Library
from corpus.library.facts.own_facts import bring_back, forget
from corpus.library.facts.own_figures import figures_to_record, record_figure
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate, delete_annotation, list_annotations, restore_annotation
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import delete_for_good, restore, trash
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.article import ArticleSummary
from corpus.model.collection import Scope, ScopeKind
from corpus.model.edit import RepairClass
from corpus.model.errors import UnknownIdError
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from tests.copies import copied

MINE = Scope(ScopeKind.MINE)
COUNTY = (
    "县城网店观察\n\n县城里的店主不再凭感觉进货,后台排出补货清单 。2018年全县网络零售额达到3.7亿元,比上年增长26.5% 。"
    "预计到2020年,这个数字会超过6亿元 。生意虽小,却让不少人留在了家乡 。"
)
SHOP = "𠮷野家的账🍚\n\n一碗饭卖 25 元 。店主说:成本占三成,房租占两成 。2019年卖出300万碗,增长12% 。余下的话不必细说 。"
TEXTS = (COUNTY, SHOP)


class LibraryMachine(RuleBasedStateMachine):
    """A library under the hands of a person who does anything in any order."""

    template: Path
    looked: ClassVar[int] = 0
    """How often it was looked whether a search lists every place."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        copied(self.template, self.folder / "library")
        self.library: Library = open_library(self.folder / "library", write=True)
        self.deleted: list[Annotation] = []
        self.batches: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            shutil.rmtree(self.folder)

    @property
    def mine(self) -> tuple[ArticleSummary, ...]:
        return list_articles(self.library, MINE)

    @property
    def own(self) -> list[OwnFact]:
        return [own for one in self.mine for own in self.library.store.own_facts.of(one.id)]

    def some_words(self, data: st.DataObject) -> tuple[str, Span]:
        article = data.draw(st.sampled_from(self.mine)).id
        text = self.library.texts.get(article).clean
        starts = [at for at, character in enumerate(text) if not character.isspace()]
        start = data.draw(st.sampled_from(starts))
        return article, Span(start, data.draw(st.integers(start + 1, min(len(text), start + 20))))

    @rule(which=st.integers(0, 1), tail=st.sampled_from(("", "后来又补了一句 。", "又添一段,说明口径 。")))
    def import_a_file(self, which: int, tail: str) -> None:
        path = self.folder / f"{which}.txt"
        path.write_text(TEXTS[which] + tail, encoding="utf-8")
        report = import_paths(self.library, [path])
        assert report.sources[0].status in {"added", "same", "updated"}
        self.batches.append(report.batch)

    @precondition(lambda self: bool(self.batches))
    @rule(data=st.data())
    def take_an_import_back(self, data: st.DataObject) -> None:
        batch = data.draw(st.sampled_from(self.batches))
        notes = {note.id for note in self.library.store.annotations.all()}
        with suppress(UnknownIdError):
            undo_import(self.library, batch)
        assert {note.id for note in self.library.store.annotations.all()} == notes

    @precondition(lambda self: bool(self.mine))
    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(self.mine))
        length = len(self.library.texts.get(article.id).clean)
        start = data.draw(st.integers(0, length - 2))
        end = data.draw(st.integers(start + 1, min(length, start + 30)))
        annotate(self.library, article.id, Span(start, end), note="记")

    @precondition(lambda self: bool(self.mine))
    @rule(data=st.data(), trend=st.sampled_from(("extension", "popularisation")))
    def record_a_passage(self, data: st.DataObject, trend: str) -> None:
        article, span = self.some_words(data)
        own = put_under_trend(self.library, article, span, trend)
        assert own.span is not None
        for draft in figures_to_record(self.library, article, span)[:1]:
            value = draft.statistic.value or Decimal(1)
            kept = record_figure(
                self.library, draft, replace(draft.statistic, metric="记下的数", value=value)
            )
            assert kept.statistic.metric == "记下的数"

    @precondition(lambda self: bool(self.own))
    @rule(data=st.data(), back=st.booleans())
    def forget_a_record(self, data: st.DataObject, *, back: bool) -> None:
        gone = forget(self.library, data.draw(st.sampled_from(self.own)).id)
        if back:
            bring_back(self.library, gone)

    @precondition(lambda self: bool(list_annotations(self.library)))
    @rule()
    def delete_a_note(self) -> None:
        self.deleted.append(delete_annotation(self.library, list_annotations(self.library)[0].annotation.id))

    @precondition(lambda self: bool(self.deleted))
    @rule()
    def bring_a_note_back(self) -> None:
        note = self.deleted.pop()
        if note.article and self.library.store.articles.get(note.article) is not None:
            original = self.library.texts.get(note.article).article.original
            if note.span is None or note.span.of(original) == note.selector.exact:
                assert restore_annotation(self.library, note).annotation == note

    @precondition(lambda self: bool(self.mine))
    @rule(data=st.data())
    def decide_on_a_repair(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(self.mine))
        edits = [one.edit for one in ledger(self.library, article.id)]
        free = [one for one in edits if one.repair_class is RepairClass.FORM and one.after is not None]
        if not free:
            return
        edit = data.draw(st.sampled_from(free))
        if edit.applied:
            change_repairs(self.library, article.id, undo=[edit.id])
        elif not any(one.applied and one.start < edit.end and edit.start < one.end for one in edits):
            change_repairs(self.library, article.id, apply=[edit.id])

    @precondition(lambda self: bool(self.mine))
    @rule(data=st.data(), back=st.booleans())
    def trash_an_article(self, data: st.DataObject, *, back: bool) -> None:
        article = data.draw(st.sampled_from(self.mine))
        trash(self.library, [article.id])
        if back:
            restore(self.library, [article.id])

    @precondition(lambda self: bool(list_articles(self.library, MINE, trashed=True)))
    @rule(for_good=st.booleans())
    def empty_the_trash(self, *, for_good: bool) -> None:
        ids = [one.id for one in list_articles(self.library, MINE, trashed=True)]
        (delete_for_good if for_good else restore)(self.library, ids)

    @rule()
    def index(self) -> None:
        sync_index(self.library)

    @invariant()
    def everything_stands_where_it_says(self) -> None:
        if hasattr(self, "library"):
            assert check(self.library).findings == ()

    @invariant()
    def notes_hold_their_words(self) -> None:
        for view in list_annotations(self.library) if hasattr(self, "library") else ():
            note = view.annotation
            assert (view.place is None) == (note.status is AnchorStatus.ORPHAN)
            if view.place is not None:
                clean = self.library.texts.get(note.article).clean
                assert view.place.span.of(clean) == view.place.quote

    @invariant()
    def records_stand_where_they_say(self) -> None:
        for own in self.own if hasattr(self, "library") else ():
            original = self.library.texts.get(own.article).article.original
            assert own.span is None or own.span.end <= len(original)
            if own.span is not None and isinstance(own.fact, Statistic):
                assert own.fact.evidence == own.span
                assert own.span.contains(own.fact.figure)

    @invariant()
    def search_lists_every_place(self) -> None:
        if not hasattr(self, "library"):
            return
        type(self).looked += 1
        texts = [self.library.texts.get(one.id).clean for one in list_articles(self.library)]
        for words in (" 。", "，", "𠮷", "网络零售额"):
            found = find_places(self.library, SearchRequest(words, "exact"))
            assert found.total == sum(text.count(words) for text in texts), words


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("examples", [4, pytest.param(15, marks=pytest.mark.long)])
def test_that_everything_agrees_after_every_step(library_template: Path, examples: int) -> None:
    LibraryMachine.template = library_template
    machine = LibraryMachine.TestCase
    machine.settings = settings(
        max_examples=examples,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        # The same steps every time where nobody looks at what chance found; new ones wherever somebody does.
        derandomize=bool(os.environ.get("CI")),
        phases=(Phase.explicit, Phase.generate),
    )
    before = LibraryMachine.looked
    machine().runTest()
    assert LibraryMachine.looked > before + examples  # what must hold was looked at, after more than one step
