"""One trial: a command on a fresh copy of a library, something going wrong in it, and what it left behind.

``python -m tests.faults.trials FOLDER`` serves trials: one JSON document a line in (``work``, ``fault``, ``at``), one
out. It is to be started with the environment of ``shim.environment``; ``serving`` does that.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.copies import copied
from tests.faults import grounds, living, naming, shim
from tests.faults.grounds import State, Trial
from tests.processes import warm

ROOT: Final = Path(__file__).resolve().parents[2]
_CONTROL: Final = "control"
_KEPT: Final = ("notes", "drafts", "articles")
"""What people have made, by its names in a state of a library."""
_BLAMING: Final = frozenset({"library_damaged", "bad_backup"})
"""What makes a person bring back something old, which only damage is worth."""
_OF_RIGHTS: Final = frozenset({"library_read_only", "library_older", "not_writable", "unreadable"})
"""What makes a person look for rights that are wrong, which none are in a trial."""
_SCRATCH: Final = re.compile(r"yinde-[0-9a-f]{8}-\d+-")
_OURS: Final = (".yinde-", ".new-", ".part", ".exchange")


class Ground:
    """The libraries trials begin with, each made once, and the folder in which trials take place, one by one."""

    def __init__(self, folder: Path) -> None:
        """Make a library in ``folder``, loading the program on the way."""
        self._folder = folder
        self._control = shim.Control(folder / _CONTROL)
        living.adopt_orphans()
        tempfile.tempdir = os.environ["TMPDIR"] = str(
            folder / "trial" / "tmp"
        )  # watched like everything else
        (folder / "trial" / "tmp").mkdir(parents=True)
        self._before: dict[str, State] = {}
        restored = self._copied("now")
        warm.command(restored, "restore", str(restored / "good.zip"))
        self._backed_up = grounds.state(restored / "library")
        warm.settle()

    def counted(self, work: str, *, reads: bool = False) -> int:
        """Return how many calls a command makes to change its files, or to read them."""
        trial = self._begun(work)
        self._control.arm(trial.folder, reads=reads)
        warm.command(trial.folder, *grounds.WORKS[work].words(trial))
        return self._control.disarm()[0]

    def tried(self, work: str, fault: str, at: int) -> dict[str, Any]:
        """Do a command with a fault at a call, or killed there; return what was seen, and as ``wrong`` what is ill."""
        trial, doing = self._begun(work), grounds.WORKS[work]
        what = shim.KILL if fault == "kill" else {**shim.FAULTS, **shim.READ_FAULTS}[fault]
        words = doing.words(trial)
        ended = warm.command(
            trial.folder, *words, before=lambda child: self._control.arm(trial.folder, what, at, child)
        )
        calls, hit, touched = self._control.disarm()
        wrong = list(_ill_said(trial, ended)) if ended.code != -9 else []
        if fault != "kill":
            wrong += naming.misnamed(trial.folder, fault, touched, _errors(ended.told))
        restoring = work in grounds.RESTORING
        code = ended.code
        if doing.ground in grounds.EMPTY and at % 2 and code != 0:  # a person tries again before looking
            ended = warm.command(trial.folder, *words)
            wrong += list(_ill_said(trial, ended)) + (
                [f"not again: {ended.told or ended.err}"] if ended.code else []
            )
        after = warm.asked(trial.folder, lambda: grounds.state(trial.root))
        wrong += _ill_kept(trial, after, restoring=restoring)
        if "error" not in after or after == trial.before:
            if ended.code == 0:
                wrong += [f"not done: {one}" for one in [_effect(trial, work, ended.told, after)] if one]
            elif work in {"export", "backup"}:
                wrong += [f"spoilt: {one}" for one in [_spoilt(trial, work)] if one]
            again = warm.command(trial.folder, *words)
            if again.code != 0 and (not doing.once or _effect(trial, work, again.told, after)):
                wrong.append(f"not again: {again.told or again.err}")
            elif doing.same and again.code == 0:
                now = warm.asked(trial.folder, lambda: grounds.state(trial.root))
                wrong += [f"not again: {one}" for one in [_effect(trial, work, again.told, now)] if one]
            wrong += [f"left: {one}" for one in _left(trial)]
        kind = (ended.told or {}).get("error", {}).get("kind", "") if isinstance(ended.told, dict) else ""
        return {
            "work": work, "fault": fault, "at": at, "calls": calls, "hit": hit, "code": code, "kind": kind,
            "touched": touched, "wrong": wrong,
        }  # fmt: skip

    def killed(self, what: str, seed: int) -> dict[str, Any]:
        """Kill a worker or a window; return what was seen and, as ``wrong``, what is not well."""
        trial = self._begun("annotate")
        wrong: list[str] = []
        seen: dict[str, Any] = {}
        if what == "worker":
            ended, made = living.killed_worker(trial, self._control, seed)
        else:
            ended, kept, stored, typed = living.killed_window(trial, seed)
            made = set()
            seen = {"typed": typed, "acknowledged": len(kept), "stored": stored}
            wrong += ["lost: what was typed"] if stored < len(kept) else []
        after = warm.asked(trial.folder, lambda: grounds.state(trial.root))
        wrong += _ill_kept(trial, after, typing=what == "window")
        if "error" not in after:
            wrong += [f"lost: article {one}" for one in made - set(after["articles"])]
            wrong += [f"left: {one}" for one in _left(trial)]
        return {"work": what, "seed": seed, "code": -9 if ended else 0, **seen, "wrong": wrong}

    def _copied(self, name: str) -> Path:
        place, ground = self._folder / "trial", grounds.ready(self._folder, name)
        if not living.orphans_ended():  # what was killed has processes of its own, which still write
            raise RuntimeError("what a killed process had started does not end")
        shutil.rmtree(place)
        copied(ground, place)
        (place / "tmp").mkdir()
        return place

    def _begun(self, work: str) -> Trial:
        ground = grounds.WORKS[work].ground
        before, sound = self._state_of(ground), self._state_of("now")
        return Trial(self._copied(ground), before, self._backed_up, sound)

    def _state_of(self, ground: str) -> State:
        """Return what is in a library trials begin with, looked at once where one of them asks."""
        if ground not in self._before:
            self._before[ground] = grounds.state(self._copied(ground) / "library")
        return self._before[ground]


def _ill_said(trial: Trial, ended: warm.Ended) -> Iterator[str]:
    """Tell where a command that ended did not end in a result or a sentence, or in one that blames what is sound."""
    if "Traceback" in ended.err:
        yield f"traceback: {ended.err[-900:]}"
    if ended.code < 0 or ended.code > 3 or ended.told is None:
        yield f"no answer: {ended.code} {ended.err[-300:]}"
    for error in _errors(ended.told):
        if error["kind"] == "internal" or not error["message"]:
            yield f"internal: {error}"
        if error["kind"] in _BLAMING and error["kind"] != trial.before.get("error"):
            yield f"blamed: {error}"
        if error["kind"] in _OF_RIGHTS:
            yield f"rights: {error}"


def _errors(told: Any) -> Iterator[dict[str, Any]]:
    """Return the errors in a document, wherever they stand."""
    if isinstance(told, dict):
        if isinstance(told.get("kind"), str) and "message" in told:
            yield told
        for one in told.values():
            yield from _errors(one)
    elif isinstance(told, list):
        for one in told:
            yield from _errors(one)


def _ill_kept(trial: Trial, after: State, *, typing: bool = False, restoring: bool = False) -> Iterator[str]:
    """Tell what was in the library and no longer is.

    Where somebody was ``typing``, notes are there in whatever state; ``restoring`` leaves all of the one or the other.
    """
    if restoring:
        if not any(_same(after, one) for one in (trial.before, trial.backed_up)):
            yield f"lost: neither what stood there nor what was brought back, {after.get('error', 'but parts')}"
    elif after == trial.before:
        return
    elif "error" in after:
        yield f"gone: {after['error']}"
        return
    else:
        for name in _KEPT:
            was, now = trial.before[name], after[name]
            if not (was.keys() <= now.keys() if typing else was.items() <= now.items()):
                yield f"lost: {name} {sorted(set(was.items()) - set(now.items()))[:3]}"
    known = trial.before.get("findings", ())
    yield from (f"finding: {one}" for one in after.get("findings", ()) if one not in known)


def _same(after: State, one: State) -> bool:
    """Tell whether two states hold the same of what people made, or are the same refusal."""
    return all(after.get(name) == one.get(name) for name in ("error", *_KEPT))


def _effect(trial: Trial, work: str, told: Any, after: State) -> str:
    try:
        return grounds.WORKS[work].effect(trial, told, after)
    except (OSError, KeyError, IndexError, TypeError) as error:
        return f"{type(error).__name__} {error}"


def _spoilt(trial: Trial, work: str) -> str:
    """Tell where a file that stood there is neither as it was nor whole."""
    if work == "export":
        text = (trial.folder / "out.md").read_text(encoding="utf-8")
        return "" if text == "原来的" or ("先写的" in text and "后写的" in text) else text[:80]
    kept = (trial.folder / "kept.zip").read_bytes()
    return (
        ""
        if kept == (trial.folder / "good.zip").read_bytes() or not _effect(trial, work, None, {})
        else "zip"
    )


def _left(trial: Trial) -> Iterator[str]:
    """Return what nobody needs any more and nobody has swept."""
    for one in trial.folder.rglob("*"):
        inside = one.relative_to(trial.folder)
        if _SCRATCH.match(one.name) or any(mark in one.name for mark in _OURS):
            yield str(inside)


def serve(folder: Path) -> None:
    """Answer trials until there are no more."""
    ground = Ground(folder)
    counts: dict[tuple[str, bool], int] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        work = asked["work"]
        if "seed" in asked:
            told: Any = ground.killed(work, asked["seed"])
        elif "at" in asked:
            told = ground.tried(work, asked["fault"], asked["at"])
        else:
            told = counts.get((work, asked["reads"]))
            if told is None:
                told = counts[work, asked["reads"]] = ground.counted(work, reads=asked["reads"])
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        sys.stdout.flush()


class Trials:
    """Trials in a process of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Talk to a process that serves."""
        self._process = process

    def counted(self, work: str, *, reads: bool = False) -> int:
        """Return how many calls a command makes to change its files, or to read them."""
        return int(self._asked({"work": work, "reads": reads}))

    def tried(self, work: str, fault: str, at: int) -> dict[str, Any]:
        """Return what was seen of one trial."""
        seen: dict[str, Any] = self._asked({"work": work, "fault": fault, "at": at})
        return seen

    def killed(self, what: str, seed: int) -> dict[str, Any]:
        """Return what was seen of a worker or a window that was killed."""
        seen: dict[str, Any] = self._asked({"work": what, "seed": seed})
        return seen

    def _asked(self, request: dict[str, Any]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def serving(folder: Path) -> Iterator[Trials]:
    """Serve trials in ``folder`` for the time of the block; Linux with a compiler only."""
    made = shim.environment(shim.compiled(folder), folder / _CONTROL)
    shim.Control(folder / _CONTROL)
    command = [sys.executable, "-m", "tests.faults.trials", str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**made, "PYTHONDONTWRITEBYTECODE": "1"}, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield Trials(process)
    finally:
        process.communicate()


if __name__ == "__main__":
    os.umask(0o022)
    serve(Path(sys.argv[1]))
