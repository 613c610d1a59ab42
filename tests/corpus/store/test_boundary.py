"""Damage is told as damage and a fault of the program as a fault of the program, by every table alike."""

from __future__ import annotations

import inspect
import itertools
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

import pytest

from corpus.library.core.library import Library
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.organising import add_collection
from corpus.model.collection import Collection, Scope
from corpus.model.errors import LibraryError
from corpus.model.span import Span
from corpus.model.trend import Trend
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.query import NoteQuery
from corpus.store.store import Store

GARBAGE: Final = ("'{'", "'[]'", "'{}'", "'[1]'", "'{\"a\": 1}'", "'x'", "NULL", "-5", "x'ff00'")
"""What a column may hold that was not written by us, as SQL."""
KEYS: Final = frozenset({"id", "article", "source", "key", "number", "rowid", "platform", "sha256", "page"})
"""Columns by which rows are found: with another value there they are not found, which is no damage."""
Call = tuple[str, Callable[..., Any], list[Any], dict[str, Any]]


class _UndoneError(Exception):
    """Takes a transaction back."""


@pytest.fixture
def filled(library: Library) -> Store:
    store = library.store
    articles = store.articles.ids(ArticleQuery())
    annotate(library, articles[3], Span(0, 4), note="甲")
    add_note(library, "乙")
    new_draft(library, "稿")
    with store.transaction(Changes()):
        store.own_trends.put_all((Trend("k", "名", "说"),))
        store.recognitions.keep(store.articles.of(articles[:1])[0].source, 50, [1])
        store.collections.put(Collection(add_collection(library, "夹").id, "夹", ""))
    return store


def methods(store: Store) -> Iterator[tuple[str, Callable[..., Any], Mapping[str, Any]]]:
    """The public methods of every table, with the types of what they take and give."""
    tables = {
        name: one for name, one in vars(store).items() if getattr(one, "_database", None) is store.database
    }
    assert len(tables) > 25
    for name, table in tables.items():
        for called, method in inspect.getmembers(table, inspect.ismethod):
            if not called.startswith("_"):
                yield f"{name}.{called}", method, typing.get_type_hints(inspect.unwrap(method))


def questions(store: Store) -> list[Call]:
    """Calls of what is read, with values that name things that are there."""
    articles = store.articles.ids(ArticleQuery())
    source = store.articles.of(articles[3:4])[0].source
    some: dict[Any, list[Any]] = {
        str: [articles[3], source, store.figures.of(articles[3])[0].id], int: [50], Scope: [Scope()],
        ArticleQuery: [ArticleQuery()], NoteQuery: [NoteQuery()], FigureQuery: [FigureQuery()],
    }  # fmt: skip
    found: list[Call] = []
    for name, method, types in methods(store):
        needed = [
            one
            for one in inspect.signature(method).parameters.values()
            if one.default is inspect.Parameter.empty
        ]
        told = [
            [articles[:5]]
            if typing.get_args(types[one.name])[:1] == (str,)
            else some.get(types[one.name], [])
            for one in needed
        ]
        if types.get("return") is not type(None):
            for values in itertools.product(*told):
                given = list(zip(needed, values, strict=True))
                named = {one.name: value for one, value in given if one.kind is one.KEYWORD_ONLY}
                found.append((name, method, [value for one, value in given if one.name not in named], named))
    return found


def columns(store: Store) -> list[list[str]]:
    """The columns of each table that hold something."""
    tables = [name for name, size in store.database.sizes().items() if size and not name.startswith("meta")]
    return [
        [
            f"UPDATE {table} SET {row['name']} = "  # noqa: S608 - names of the schema
            for row in store.database.rows(f"PRAGMA table_info({table})")
            if row["name"] not in KEYS
        ]
        for table in tables
    ]


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    with suppress(_UndoneError), store.database.transaction():
        yield
        raise _UndoneError


def foreign(calls: Sequence[Call]) -> Iterator[str]:
    """Ask; tell of what was answered otherwise than by a value or a sentence about the library."""
    for name, method, given, named in calls:
        try:
            method(*given, **named)
        except LibraryError as error:
            if error.kind != "library_damaged":
                yield f"{name}: {error.kind}"
        except Exception as error:  # noqa: BLE001 - whatever it is
            yield f"{name}: {type(error).__name__} {error}"


@pytest.mark.broken_values
@pytest.mark.parametrize(
    "turn", [0, *(pytest.param(turn, marks=pytest.mark.long) for turn in range(1, len(GARBAGE)))]
)
def test_that_what_is_no_row_of_ours_is_told_as_damage_by_every_table(filled: Store, turn: int) -> None:
    calls = [
        one for one in questions(filled) if not list(foreign([one]))
    ]  # one that names nothing of its kind fails
    assert len({name for name, *_ in calls}) > 100
    told = 0
    for at, broken in enumerate(itertools.zip_longest(*columns(filled))):
        with taken_back(filled):
            for number, statement in enumerate(broken):
                with suppress(Exception):
                    filled.database.run(f"{statement}{GARBAGE[(turn + at + number) % len(GARBAGE)]}")
            assert (at, list(foreign(calls))) == (at, [])
            with suppress(LibraryError):
                filled.annotations.all()
                told -= 1
            told += 1
    assert told > 0
    assert list(foreign(calls)) == []


@pytest.mark.broken_values
def test_that_a_wrong_call_is_not_told_as_damage_of_the_library(filled: Store) -> None:
    ended: dict[str, str] = {}
    for name, method, _ in methods(filled):
        needed = [
            one
            for one in inspect.signature(method).parameters.values()
            if one.default is inspect.Parameter.empty
        ]
        named = {one.name: object() for one in needed if one.kind is one.KEYWORD_ONLY}
        given = [object() for one in needed if one.name not in named]
        for wrong in (given, [*given, object(), object(), object()]):
            with taken_back(filled):
                try:
                    method(*wrong, **named)
                except LibraryError as error:
                    ended[name] = error.kind
                except Exception:  # noqa: BLE001, S110 - a fault of the program, whatever it is
                    pass
    assert ended == {}


def test_that_a_statement_that_cannot_be_is_no_damage_either(filled: Store) -> None:
    database = filled.database
    for wrong in (
        lambda: database.rows("SELECT ?"), lambda: database.row("SELECT ?", object()),
        lambda: database.run("INSERT INTO meta (key, value) SELECT key, value FROM meta"),
        lambda: database.insert("SELECT 1; SELECT 2"), lambda: database.run_many("SELECT ?", [(1,)]),
    ):  # fmt: skip
        with pytest.raises(Exception) as caught, taken_back(filled):  # noqa: PT011 - all kinds but one
            wrong()
        assert not isinstance(caught.value, LibraryError)
