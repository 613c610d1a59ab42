"""Kills of what lives longer than a command: the worker with its tasks, the window in which somebody types."""

from __future__ import annotations

import ctypes
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any, Final

from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import list_annotations
from tests.faults import shim
from tests.faults.grounds import Trial

ROOT: Final = Path(__file__).resolve().parents[2]
_TASKS: Final = ("import", "import_text", "backup", "rotate_backups", "sync_index")
MOST_CALLS: Final = 1500
"""About as many calls as the worker's tasks make on their files."""
MOST_LINES: Final = 160


_ADOPT: Final = 36
"""Linux's number of the request to become the parent of all orphans below."""
_PATIENCE: Final = 600
"""Seconds after which a process whose parent was killed is said not to end by itself; busy machines take long."""


def adopt_orphans() -> None:
    """Become the parent of what killed processes leave behind, so that its end can be waited for."""
    ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)


def orphans_ended() -> bool:
    """Wait until what killed processes had started is gone too; tell whether it went."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.01)
        except ChildProcessError:
            return True
    return False


def started(words: list[str]) -> subprocess.Popen[str]:
    """Start a program of ours that answers in lines."""
    return subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, text=True, encoding="utf-8", stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def killed_worker(trial: Trial, control: shim.Control, seed: int) -> tuple[bool, set[str]]:
    """Kill a worker at a drawn call on its files; tell whether it was killed, and the articles it said it took in."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    arguments: dict[str, dict[str, Any]] = {
        "import": {"paths": [str(trial.folder / "new.txt")]},
        "import_text": {"title": "贴进来的", "text": "贴进来的话。" * 200},
        "backup": {"path": str(trial.folder / "kept.zip")},
        "rotate_backups": {},
        "sync_index": {"rebuild": True},
    }
    process = started(["main.py", "_worker", "--library", str(trial.root)])
    control.arm(trial.folder, shim.KILL, chance.randint(1, MOST_CALLS), process.pid)
    assert process.stdin is not None
    assert process.stdout is not None
    tasks = chance.sample(_TASKS, len(_TASKS))
    told: list[dict[str, Any]] = []
    try:
        for number, task in enumerate(tasks):
            process.stdin.write(json.dumps({"id": number, "task": task, "arguments": arguments[task]}) + "\n")
            process.stdin.flush()
        while sum("result" in one or "error" in one for one in told) < len(tasks):
            line = process.stdout.readline()
            if not line:
                break
            told.append(json.loads(line))
        process.stdin.close()
    except (BrokenPipeError, ValueError):  # killed while it was told something, or while it was answering
        pass
    code = process.wait()
    control.disarm()
    _let_go(process)
    results = [one["result"] for one in told if isinstance(one.get("result"), dict)]
    sources = [source for one in results for source in one.get("sources", ())]
    made = {article["id"] for source in sources for article in source["articles"]}
    return code == -9, made


def killed_window(trial: Trial, seed: int) -> tuple[bool, str, int, int]:
    """Kill a window after a drawn number of its lines.

    Tell whether it was killed, the note as it was last acknowledged and, in characters, how much of what had been
    typed was stored and how much there was.
    """
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    process = started(["-m", "tests.faults.typing_window", str(trial.root), str(trial.folder / "new.txt")])
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(chance.randrange(1, MOST_LINES))]
    process.kill()
    lines += process.stdout.readlines()
    code = process.wait()
    _let_go(process)
    told = [json.loads(line) for line in lines if line.endswith("\n")]
    typed = max((one["typed"] for one in told if "typed" in one), default=0)
    kept = [one for one in told if "kept" in one]
    return code == -9, kept[-1]["kept"] if kept else "", len(_note(trial)), typed


def _note(trial: Trial) -> str:
    """Return the longest note of the library, which is the one that was typed."""
    library = open_library(trial.root, write=True)
    try:
        return max((one.annotation.note for one in list_annotations(library)), key=len, default="")
    finally:
        library.close()


def _let_go(process: subprocess.Popen[str]) -> None:
    stream: IO[str] | None
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                continue
