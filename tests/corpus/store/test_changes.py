"""Changes joined: nothing that was told of either is left out."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from corpus.store.database.changes import Changes

SETS = [one.name for one in fields(Changes) if str(one.type).startswith("frozenset")]
FLAGS = [one.name for one in fields(Changes) if str(one.type) == "bool"]


def changed(**told: Any) -> Changes:
    """Return changes of which the fields named are told."""
    return Changes(**told)


@pytest.mark.parametrize("name", SETS)
def test_that_joined_sets_hold_what_both_held(name: str) -> None:
    one, other = changed(**{name: frozenset("a")}), changed(**{name: frozenset("b")})
    assert getattr(one.joined(other), name) == {"a", "b"}
    assert getattr(one.joined(Changes()), name) == getattr(Changes().joined(one), name) == {"a"}


@pytest.mark.parametrize("name", FLAGS)
def test_that_a_joined_flag_is_set_where_one_was(name: str) -> None:
    one, none = changed(**{name: True}), Changes()
    assert [getattr(a.joined(b), name) for a, b in ((one, none), (none, one), (none, none))] == [
        True,
        True,
        False,
    ]


def test_that_only_an_initiator_both_share_is_kept() -> None:
    me, you = object(), object()
    assert changed(initiator=me).joined(changed(initiator=me)).initiator is me
    assert changed(initiator=me).joined(changed(initiator=you)).initiator is None


@pytest.mark.parametrize("name", ["articles", "fields", "facts", "pages"])
def test_that_an_article_is_touched_by_whatever_stands_beside_it(name: str) -> None:
    assert changed(**{name: frozenset("a")}).touches("a")
    assert not changed(**{name: frozenset("a")}).touches("b")


def test_that_notes_and_drafts_touch_no_article() -> None:
    assert not changed(annotations=frozenset("a"), drafts=frozenset("a")).touches("a")
    assert changed(everything=True).touches("a")
