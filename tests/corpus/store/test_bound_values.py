"""Whatever the store is asked with is bound to its statements and never a part of them."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from corpus.model.collection import Scope, ScopeKind
from corpus.store.database.changes import Changes
from corpus.store.database.database import Database
from corpus.store.store import Store

MARK = "zq'\"; --"
"""What no statement of the program holds, and no statement it stood in would be one."""
MANY: tuple[Any, ...] = (tuple, list, set, frozenset, Sequence, Iterable, Collection, AbstractSet)


class NoValueError(Exception):
    """A method takes what no value is made up for."""


class UndoneError(Exception):
    """Ends a transaction so that nothing of it stays."""


def value_for(hint: Any) -> Any:
    """Make up a value of a type, every text in it ``MARK``."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Scope:
        return Scope(ScopeKind.COLLECTION, MARK)
    if hint in {str, object}:
        return MARK
    if hint in {int, float, bool}:
        return hint(1)
    if origin in {Union, types.UnionType}:
        return value_for(inner[0])
    if origin in {Mapping, dict}:
        return {value_for(inner[0]): value_for(inner[1])}
    if origin is tuple and inner[-1] is not Ellipsis:
        return tuple(map(value_for, inner))
    if origin in MANY:
        return (origin if origin in {list, set, frozenset} else tuple)([value_for(inner[0])])
    if is_dataclass(hint) and isinstance(hint, type):
        told = get_type_hints(hint)
        return hint(**{one.name: value_for(told[one.name]) for one in fields(hint) if one.init})
    raise NoValueError(hint)


def methods(store: Store) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, part in vars(store).items():
        if type(part).__module__.startswith("corpus.store.") and not isinstance(part, Database):
            for one in dir(part):
                method = getattr(part, one)
                if not one.startswith("_") and isinstance(method, types.MethodType):
                    yield f"{name}.{one}", method


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that is run."""
    told: list[str] = []
    run, run_many = Database._execute, Database.run_many

    def execute(self: Database, sql: str, values: tuple[object, ...]) -> Any:
        told.append(sql)
        return run(self, sql, values)

    def execute_many(self: Database, sql: str, values: Sequence[tuple[object, ...]]) -> None:
        told.append(sql)
        run_many(self, sql, values)

    monkeypatch.setattr(Database, "_execute", execute)
    monkeypatch.setattr(Database, "run_many", execute_many)
    return told


def test_that_no_text_the_store_is_given_stands_in_a_statement(tmp_path: Path, asked: list[str]) -> None:
    store = Store(tmp_path, write=True)
    called: list[str] = []
    for name, method in methods(store):
        with suppress(NoValueError):
            hints = {key: hint for key, hint in get_type_hints(method).items() if key != "return"}
            given = {key: value_for(hint) for key, hint in hints.items()}
            before = len(asked)
            # What is made up may be refused; what was asked of the database by then counts all the same.
            with suppress(Exception), store.transaction(Changes()):
                answer = method(**given)
                if isinstance(answer, Iterator):
                    list(answer)
            called += [name] if len(asked) > before else []
    store.close()
    assert [sql for sql in asked if MARK in sql] == []
    assert len(called) > 100, called


def test_that_a_text_in_a_statement_would_be_seen(tmp_path: Path, asked: list[str]) -> None:
    store = Store(tmp_path, write=True)
    with suppress(Exception):
        store.database.rows(MARK)
    store.close()
    assert [sql for sql in asked if MARK in sql]
