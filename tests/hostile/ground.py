"""Where hostile inputs are tried: a library, a command in a process of its own, and what it cost and said."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note
from corpus.library.upkeep.backup import backup
from tests.copies import copied
from tests.hostile.inputs import LONG_RUN, Hostile, article_of, placed
from tests.processes import warm

SECONDS: Final = 5.0
"""Of CPU; what a command may take."""
MEGABYTES: Final = 500
_ENDED: Final = 60
"""Seconds of CPU after which a process is ended, so that what has no end is seen to have none."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What an input did: its exit code and kind of error, CPU seconds, peak memory, and what is ill in words."""

    name: str
    code: int
    kind: str
    seconds: float
    megabytes: int
    wrong: tuple[str, ...]


class Ground:
    """A library to try inputs on, made once; every trial has a copy."""

    def __init__(self, folder: Path) -> None:
        """Make it in ``folder`` and load the program."""
        self._made, self._place = folder / "made", folder / "trial"
        self._made.mkdir()
        (self._made / "long.txt").write_text(LONG_RUN, encoding="utf-8")
        library = open_library(self._made / "library", write=True)
        import_paths(library, [self._made / "long.txt"])
        add_note(library, "一条批注")
        backup(library, self._made / "good.zip")
        library.close()
        warm.settle()

    @property
    def backup(self) -> bytes:
        """Return a sound backup of the library."""
        return (self._made / "good.zip").read_bytes()

    def tried(self, hostile: Hostile) -> Tried:
        """Give an input to its command, then look whether the library can still be read."""
        shutil.rmtree(self._place, ignore_errors=True)
        copied(self._made, self._place)
        words = hostile.given(self._place)
        if hostile.first:
            made = warm.command(self._place, *placed(hostile.first, self._place), before=_limited)
            words = placed(hostile.words, self._place, article_of(made.told or {}) or "none")
        took: list[resource.struct_rusage] = []
        ended = warm.command(self._place, *words, before=_limited, used=took.append)
        seconds, megabytes = round(took[0].ru_utime + took[0].ru_stime, 2), took[0].ru_maxrss // 1024
        wrong = [*_ill(ended), *_dear(seconds, megabytes)]
        after = warm.command(self._place, "annotations")
        wrong += [f"library: {after.code} {after.told or after.err}"] if after.code or not after.told else []
        error = ended.told.get("error") if isinstance(ended.told, dict) else None
        kind = error["kind"] if isinstance(error, dict) else ""
        return Tried(hostile.name, ended.code, kind, seconds, megabytes, tuple(wrong))


def made_apart(folder: Path) -> Path:
    """Make the ground in a process of its own; return its library.

    What making it takes, the dictionary above all, is then not counted as memory of the process that asks.
    """
    subprocess.run([sys.executable, "-m", "tests.hostile.ground", str(folder)], check=True)
    return folder / "made" / "library"


def _ill(ended: warm.Ended) -> Iterator[str]:
    if "Traceback" in ended.err:
        yield f"traceback: {ended.err[-1500:]}"
    if ended.code not in {0, 1, 2, 3} or ended.told is None:
        yield f"no answer: {ended.code} {ended.err[-300:]}"
    yield from (
        f"internal: {one}" for one in errors(ended.told) if one["kind"] == "internal" or not one["message"]
    )


def _limited(child: int) -> None:
    """Have a process ended that goes on and on."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.prlimit(child, resource.RLIMIT_CPU, (_ENDED, hard))


def _dear(seconds: float, megabytes: int) -> Iterator[str]:
    if seconds > SECONDS:
        yield f"dear: {seconds:.1f} s"
    if megabytes > MEGABYTES:
        yield f"large: {megabytes} MB"


def errors(told: Any) -> Iterator[dict[str, Any]]:
    """Yield the errors in a document, wherever they stand."""
    if isinstance(told, dict):
        if isinstance(told.get("kind"), str) and "message" in told:
            yield told
        for one in told.values():
            yield from errors(one)
    elif isinstance(told, list):
        for one in told:
            yield from errors(one)


if __name__ == "__main__":
    Ground(Path(sys.argv[1]))
