"""What a command is, what it gives back, and what it works with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.library.core.library import Library
from corpus.library.core.remains import is_there
from corpus.library.core.roots import default_root
from corpus.library.intake.opening import open_as_far_as_possible, open_library
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError
from corpus.model.progress import ProgressCallback, unobserved
from corpus.store.database.damage import UNSOUND

Json = Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to: ``payload`` for ``--json``, ``text`` for people, the exit code.

    ``payload`` of ``None`` with ``streamed`` means that the command wrote its lines itself.
    """

    payload: Json
    text: str = ""
    exit_code: int = 0
    streamed: bool = False


def _unheard(_caution: Caution) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class CommandContext:
    """What a command runs in: the library it was pointed at, where progress goes and where cautions go."""

    root: Path = field(default_factory=default_root)
    progress: ProgressCallback = unobserved
    warn: Callable[[Caution], None] = _unheard

    @property
    def folder(self) -> Path:
        """Return the library's folder as an absolute path, with ``~`` resolved."""
        return self.root.expanduser().absolute()

    @contextmanager
    def library(self, *, write: bool = False, if_possible: bool = False) -> Iterator[Library]:
        """Open the library for the time of a command; ``if_possible`` makes do with reading where it must."""
        opened = (
            self._opened_if_possible()
            if if_possible
            else open_library(self.root, write=write, holder="yinde")
        )
        try:
            yield opened
        finally:
            for caution in opened.take_cautions():
                self.warn(caution)
            opened.close()

    def _opened_if_possible(self) -> Library:
        """Open the library for writing, or for reading where its disk or another program allows no more, or none is."""
        if not is_there(self.root):
            return open_library(self.root, write=False, holder="yinde")
        try:
            return open_as_far_as_possible(self.root, holder="yinde")
        except LibraryError as error:
            if error.kind not in UNSOUND | {"library_locked"}:
                raise
        return open_library(self.root, write=False, holder="yinde")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its arguments, and how it runs."""

    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, CommandContext], Outcome]


def no_arguments(_parser: argparse.ArgumentParser) -> None:
    """Configure a command that takes no arguments."""
