"""The program loaded once and forked for every command: what a command costs, without what its start costs."""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
import main as program
from corpus.library.intake.files.file_builder import FileToBuild, building
from corpus.model.knowledge import Knowledge
from index.segment import Segmenter

READ = Path(__file__).resolve().parents[2] / "resources" / "samples" / "noisy-page.txt"
CREATED = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (below nothing: the signal), its document and what it said beside."""

    code: int
    told: Any
    err: str


def settle() -> None:
    """Load all modules and the dictionary, and keep them out of every collection: children share the memory.

    One text is read: what patterns, tables and cutters take at their first use, a second, no child takes again.
    """
    for one in pkgutil.walk_packages(corpus.__path__, "corpus."):
        importlib.import_module(one.name)
    segmenter = Segmenter((), Path(os.devnull))
    segmenter.load()
    with building(Knowledge(), segmenter) as build:
        build(FileToBuild(str(READ), READ, READ.read_bytes(), "warm"))
    gc.collect()
    gc.freeze()


def forked(
    work: Callable[[], int],
    out: Path,
    err: Path,
    before: Callable[[int], None] | None = None,
    given: Path = Path(os.devnull),
    used: Callable[[resource.struct_rusage], None] | None = None,
) -> int:
    """Do ``work`` in a child with its own streams; return its exit code or minus its signal.

    ``given`` is its standard input; ``before`` is told the number of the child, which waits until it returns, and
    ``used`` what it took in the end, with the processes it started.
    """
    go, begin = os.pipe()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.close(begin)
            _as_a_program(given, out, err)
            os.read(go, 1)
            code = work()
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException:  # noqa: BLE001 - told in the stream that is looked at
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)
    os.close(go)
    if before is not None:
        before(child)
    os.write(begin, b"x")
    os.close(begin)
    _, status, took = os.wait4(child, 0)
    if used is not None:
        used(took)
    return os.waitstatus_to_exitcode(status)


def command(
    folder: Path,
    *arguments: str,
    before: Callable[[int], None] | None = None,
    used: Callable[[resource.struct_rusage], None] | None = None,
) -> Ended:
    """Run a command on the library in ``folder`` as a program of its own would."""
    given = ["--library", str(folder / "library"), "--json", *arguments]
    out, err = folder.with_name("said.out"), folder.with_name("said.err")
    code = forked(lambda: program.main(given), out, err, before, used=used)
    said = out.read_text(encoding="utf-8", errors="replace")
    try:
        told = json.loads(said) if said else None
    except ValueError:  # killed while it was writing
        told = None
    return Ended(code, told, err.read_text(encoding="utf-8", errors="replace"))


def asked(folder: Path, ask: Callable[[], Any]) -> Any:
    """Return what a function says in a child, as JSON gives it back; an error of ours as ``{"error": kind}``."""
    out, err = folder.with_name("said.out"), folder.with_name("said.err")

    def work() -> int:
        sys.stdout.write(json.dumps(ask(), ensure_ascii=False))
        return 0

    if forked(work, out, err) != 0:
        return {"error": err.read_text(encoding="utf-8")}
    return json.loads(out.read_text(encoding="utf-8"))


def _as_a_program(given: Path, out: Path, err: Path) -> None:
    """Give a child streams of its own."""
    ends = ((0, given, os.O_RDONLY), *((number, path, CREATED) for number, path in ((1, out), (2, err))))
    for number, path, flags in ends:
        file = os.open(path, flags, 0o600)
        os.dup2(file, number)
        os.close(file)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as the program has them
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
