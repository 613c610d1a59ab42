"""Libraries for tests: one is made once, every test gets a copy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from tests import stated, told
from tests.copies import copied

NOISY = Path(__file__).resolve().parents[2] / "resources" / "samples" / "noisy-page.txt"


@pytest.fixture
def library(library_template: Path, library_dir: Path) -> Iterator[Library]:
    """Return a library of one's own with the built-in pack, open for writing."""
    copied(library_template, library_dir)
    opened = open_library(library_dir, write=True)
    yield opened
    opened.close()


@pytest.fixture
def values_otherwise_than_stated(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail where the program made a value whose fields are not what its class says."""
    stated.begin()
    yield
    assert request.node.get_closest_marker("broken_values") or stated.end() == []


@pytest.fixture
def changes_nobody_was_told_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail where a transaction changed more than it told."""
    missing = told.watch(monkeypatch)
    yield
    assert missing == []


@pytest.fixture
def noisy_page() -> Path:
    """Return the noisy page that ships with the program."""
    return NOISY
