"""What the tests of merging do with two libraries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import (
    change_annotation,
    list_annotations,
)
from corpus.library.upkeep.merging.merge import merge
from corpus.library.upkeep.merging.state import MergeReport, MergeWords
from corpus.model.annotation import Annotation

WORDS = MergeWords(
    "两份", "{title}（另一份）", "与“{path}”不同：", "{what} {title}：{ours} / {theirs}", {"record": "题录"}
)
TEXT = "二〇一八年社交电商的规模是六千亿元。村里的人把苹果卖到了城里。\n后来路修好了，价钱也稳了。"


@contextmanager
def opened(root: Path) -> Iterator[Library]:
    """Open a library for writing."""
    library = open_library(root, write=True)
    try:
        yield library
    finally:
        library.close()


def merged(here: Path, there: Path) -> MergeReport:
    """Merge one library into another."""
    with opened(here) as library:
        return merge(library, there, WORDS)


def note(library: Library, text: str) -> Annotation:
    """Return the one note with this text."""
    (found,) = (one.annotation for one in list_annotations(library) if one.annotation.note == text)
    return found


def noted(library: Library, text: str, changed: str) -> Annotation:
    """Change the text of a note."""
    return change_annotation(library, replace(note(library, text), note=changed)).annotation


def texts(library: Library) -> list[str]:
    """Return the texts of all notes."""
    return sorted(one.annotation.note for one in list_annotations(library))
