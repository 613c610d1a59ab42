"""Hostile inputs end in an answer or a sentence; ``bench_hostile`` and ``bench_fuzz`` measure what each costs."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.copies import copied
from tests.hostile.drawn import anew, archive, descriptions, heads, searches, texts
from tests.hostile.inputs import Hostile, all_inputs, article_of, placed
from tests.processes.standing import StandingProgram

few = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said of an input: its document, and what is ill about how it ended."""

    told: Any
    ill: tuple[object, ...]


Say = Callable[[Hostile], Said]


def errors(told: Any) -> Iterator[dict[str, Any]]:
    """The errors in a document, wherever they stand."""
    if isinstance(told, dict):
        if isinstance(told.get("kind"), str) and "message" in told:
            yield told
        for one in told.values():
            yield from errors(one)
    elif isinstance(told, list):
        for one in told:
            yield from errors(one)


@pytest.fixture
def say(library_template: Path, tmp_path: Path, program: StandingProgram) -> Say:
    """Give an input to its command, on a library of its own, and return what it said."""

    def said(hostile: Hostile) -> Said:
        place = tmp_path / "place"
        shutil.rmtree(place, ignore_errors=True)
        copied(library_template, place / "library")
        library = ("--library", str(place / "library"), "--json")
        words = hostile.given(place)
        if hostile.first:
            made = json.loads(program.run(*library, *placed(hostile.first, place)).out)
            words = placed(hostile.words, place, article_of(made) or "none")
        ran = program.run(*library, *words)
        told = json.loads(ran.out)
        ill = [one for one in errors(told) if one["kind"] == "internal" or not one["message"]]
        ended = [] if ran.code in {0, 1, 2, 3} and b"Traceback" not in ran.err else [(ran.code, ran.err)]
        return Said(told, (*ill, *ended))

    return said


@pytest.mark.long
@few
@given(searches())
def test_that_any_query_is_answered(say: Say, hostile: Hostile) -> None:
    assert say(hostile).ill == ()


@few
@given(st.one_of(texts(), descriptions()))
def test_that_any_file_is_taken_or_told_of(say: Say, hostile: Hostile) -> None:
    assert say(hostile).ill == ()


@few
@given(st.one_of(heads(), anew()))
def test_that_any_article_can_be_read_anew_and_mended(say: Say, hostile: Hostile) -> None:
    assert say(hostile).ill == ()


@few
@given(st.data())
def test_that_a_spoilt_backup_never_takes_the_place_of_a_library(say: Say, data: st.DataObject) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        written.writestr("library.db", b"SQLite format 3\0" + bytes(5000))
        written.writestr("originals/" + "a" * 64, b"not its hash")
    spoilt = data.draw(archive(made.getvalue()))
    said = say(Hostile("backup", ("restore", "{folder}/a.zip"), {"a.zip": spoilt}))
    assert said.ill == ()
    assert "error" in said.told


def test_that_every_input_has_a_name_of_its_own_and_a_command() -> None:
    names = []
    for one in all_inputs():
        names.append(one.name)
        assert one.words[0] in {"import", "search", "annotations", "cite", "pack"}
    assert len(set(names)) == len(names) > 40
