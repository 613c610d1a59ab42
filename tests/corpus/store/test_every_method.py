"""What holds for every method of every table: scopes, many ids at once, ids of nothing, letters as they are."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, is_dataclass
from typing import Any, Final

import pytest

import corpus.store
from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide, set_verdict
from corpus.library.intake.corrections.own_edits import correct_text
from corpus.library.intake.importing import import_text
from corpus.library.intake.records.recording import set_context, set_record
from corpus.library.notes.annotating import annotate, delete_annotation
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.organising import add_collection, put_into, set_tags
from corpus.model.collection import Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.store import Store
from tests.corpus.store.test_boundary import methods, questions

_CHUNKS: Final = ("_MANY", "_AT_ONCE")
_ESCAPED: Final = re.compile(r"\\u[0-9a-f]{4}")
NOTHING: Final = "nothing"


@pytest.fixture
def filled(library: Library) -> Library:
    """Return a library in which words of ours stand in all that is kept as JSON."""
    (article,) = (
        import_text(library, "苹果", "2018年苹果的规模是六千亿元，增长5%。卖到了城里。").sources[0].articles
    )
    annotate(library, article.id, Span(0, 4), note="记", tags=("标签",))
    new_draft(library, "稿", items=(DraftItem("text", text="正文"),))
    set_context(library, [article.id], {"place": "北京"})
    set_record(library, [article.id], {"publisher": "出版社"})
    set_tags(library, article.id, ["重点"])
    decide(library, library.store.facts.statistics_of(article.id)[0].id, FactStatus.CONFIRMED)
    set_verdict(library, "甲 乙", "口径不同")
    correct_text(library, article.id, Span(0, 4), "二〇一八")
    return library


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(corpus.store.__path__, "corpus.store."):
        yield importlib.import_module(found.name)


def answers(store: Store) -> dict[str, Any]:
    return {f"{name} {given} {named}": method(*given, **named) for name, method, given, named in asked(store)}


def asked(store: Store) -> Iterator[Any]:
    """Every question that is no change, with values that are there."""
    for call in questions(store):
        try:
            call[1](*call[2], **call[3])
        except Exception:  # noqa: BLE001, S112 - one that names nothing of its kind
            continue
        yield call


def comes_in_parts(answer: Any) -> bool:
    return isinstance(answer, Mapping | tuple | list | set | frozenset)


def is_nothing(answer: Any) -> bool:
    parts = astuple(answer) if is_dataclass(answer) and not isinstance(answer, type) else answer
    return not parts or (isinstance(parts, tuple) and not any(parts))


def test_that_many_ids_are_answered_as_a_few_at_a_time_are(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {key: one for key, one in answers(filled.store).items() if comes_in_parts(one)}
    chunked = 0
    for module in modules():
        for name in _CHUNKS:
            if isinstance(getattr(module, name, None), int) and not module.__name__.startswith(
                "corpus.store.folder"
            ):
                monkeypatch.setattr(module, name, 2)
                chunked += 1
    assert chunked >= 8
    parted = answers(filled.store)
    assert {key: parted[key] for key in whole} == whole
    assert len(whole) > 60


def test_that_numbers_of_more_figures_than_are_asked_for_at_once_are_all_found(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.store.facts.relations._MANY", 2)
    store = filled.store
    ids = [one.id for key in store.articles.ids(ArticleQuery()) for one in store.figures.of(key)][:9]
    assert len(ids) == 9
    assert set(store.relations._numbers(ids)) == set(ids)


def test_that_a_scope_of_all_is_all_and_one_of_nothing_nothing(filled: Library) -> None:
    store = filled.store
    everything, nothing = add_collection(filled, "都在").id, add_collection(filled, "没有").id
    put_into(filled, everything, store.articles.ids(ArticleQuery()))
    kinds = [Scope(ScopeKind.MINE), Scope(ScopeKind.PACK)]
    tried = 0
    platform, trend = "拼多多", next(iter(store.statements.count_passages(Scope())))
    for name, method, types in methods(store):
        if Scope not in types.values() or "within" in name:
            continue
        given: dict[str, Any] = {}
        for key, kind in types.items():
            if key != "return" and kind is not Scope:
                known = {
                    "platform": platform,
                    "trend": trend,
                    "offset": 0,
                    "limit": 10_000,
                    "cues": ("电商", "的"),
                }
                given[key] = known.get(key)
        scoped = next(key for key, kind in types.items() if kind is Scope and key != "return")
        if None in given.values():
            continue

        def ask(scope: Scope, method: Any = method, given: Any = given, scoped: str = scoped) -> Any:
            return method(**given, **{scoped: scope})

        whole = ask(Scope())
        assert (name, ask(Scope(ScopeKind.COLLECTION, everything))) == (name, whole)
        assert not ask(Scope(ScopeKind.COLLECTION, nothing)), name
        parts = [ask(kind) for kind in kinds]
        if isinstance(whole, Mapping) and all(isinstance(one, int) for one in whole.values()):
            assert {key: sum(part.get(key, 0) for part in parts) for key in whole} == whole, name
        elif isinstance(whole, tuple):
            assert sorted(map(str, (*parts[0], *parts[1]))) == sorted(map(str, whole)), name
        elif isinstance(whole, int):
            assert sum(parts) == whole, name
        tried += bool(whole)
    assert tried > 8


def test_that_what_is_not_there_is_nothing_and_no_fault(filled: Library) -> None:
    asked_for = 0
    for name, method, types in methods(filled.store):
        needed = {key: kind for key, kind in types.items() if key != "return"}
        if list(needed.values()) != [str] or types.get("return") in {None, type(None)}:
            continue
        if name in {"articles.summaries", "articles.titles"}:  # they are given a condition in SQL
            continue
        try:
            answer = method(**dict.fromkeys(needed, NOTHING))
        except KeyError:  # it is given the name of a column
            continue
        if "add" not in name and "count" not in name:
            assert is_nothing(answer), name
            asked_for += 1
    assert asked_for > 15


def test_that_letters_are_kept_as_they_are(filled: Library) -> None:
    database = filled.store.database
    held = 0
    for table in database.sizes():
        for row in database.rows(f"SELECT * FROM {table}"):  # noqa: S608 - names of the schema
            for value in row:
                if isinstance(value, str):
                    held += "{" in value or "[" in value
                    assert not _ESCAPED.search(value), (table, value[:80])
    assert held > 50


def test_that_the_article_of_a_note_that_goes_or_moves_is_told(filled: Library) -> None:
    store = filled.store
    (note,) = (one for one in store.annotations.all() if one.note == "记")
    told: list[Changes] = []
    store.changes.subscribe(told.append)
    with store.transaction(Changes()):
        store.annotations.delete(note.id)
    assert told[-1].fields == {note.article}
    with store.transaction(Changes()):
        store.annotations.delete(NOTHING)
    assert told[-1].fields == frozenset()
    with store.transaction(Changes()):
        store.annotations.put(note)
    assert told[-1].fields == {note.article}
    delete_annotation(filled, note.id)
    assert store.annotations.get(note.id) is None
    assert store.article_changes.state_of(NOTHING) is None
    assert store.article_changes.change_of(NOTHING) is None
