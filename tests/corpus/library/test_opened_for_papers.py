"""What the check of a paper opens and reads, counted: the index once, whom a sentence names once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from corpus.library.checking import grounds, sources
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from index.characters import index as characters

THINGS = ("粮食产量", "用户规模", "门店数", "出口额", "客运量")
PAPER = "，".join(f"青禾县{THINGS[at % 5]}增长{at + 1}.{at % 9 + 1}%" for at in range(60)) + "。"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    made = open_library(tmp_path_factory.mktemp("opened") / "library", write=True)
    import_text(made, "青禾", "青禾县年报\n2024年，青禾县粮食产量增长1.2%，门店数增长4.5%。")
    sync_index(made)
    yield made
    made.close()


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[Any]:
    """Return what a function is called with from now on."""
    calls: list[Any] = []
    real = getattr(module, name)

    def call(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return real(*arguments, **named)

    monkeypatch.setattr(module, name, call)
    return calls


def test_that_a_paper_opens_the_index_once_and_reads_whom_a_sentence_names_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = counted(monkeypatch, characters, "connect")
    searched = counted(monkeypatch, sources, "find_places")
    spoken = counted(monkeypatch, grounds, "spoken_of")
    assert len(audit(library, PAPER)) == 60
    assert len(searched) > 60
    assert len(opened) == 1
    assert len([words for _, words, around in spoken if around is None and words in PAPER]) == 1
