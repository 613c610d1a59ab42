"""A run of the tests that, instead of running them, tries mutants in children of its own."""

from __future__ import annotations

import ast
import contextlib
import importlib
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from _pytest.runner import runtestprotocol

from tests.benchmarks.mutant_learning import Covered, Learnt, module_of, shared_name
from tests.benchmarks.mutants import Loaded, Mutant

_PATIENCE: Final = 10
"""Seconds of CPU after which a test is said to have no end, and as many times as long as it took when it was watched.

Of the clock three times as many, and more where others are at work.
"""
_MEMORY: Final = 8 << 30
_FEW: Final = 4
_WORTH: Final = 0.02
"""Seconds that are as good as none."""


def covering(
    covered: Covered, mutant: Mutant, statement: tuple[int, int], cost: Callable[[str], float]
) -> list[str]:
    """Return the tests that run a mutant's statement (its first and its last line), the cheapest first.

    A test of several values counts for the second of them twice, and so on: it is likely to see what it saw before.
    Where they are few, those of the module follow: what is kept once it was reckoned only the first of them ran, and
    what processes beside do nobody watches.
    """
    lines = covered.get(mutant.path, {})
    first, last = statement
    names = {name for line in range(first, last + 1) for name in lines.get(str(line), ())}
    beside = {name for tests in lines.values() for name in tests} if len(names) < _FEW else set[str]()
    numbers: Counter[str] = Counter()
    dear: dict[str, float] = {}
    for name in sorted(names | beside, key=lambda name: (cost(name), name)):
        function = name.partition("[")[0]
        numbers[function] += 1
        dear[name] = numbers[function] * (cost(name) + _WORTH)
    return sorted(dear, key=lambda name: (name not in names, dear[name], name))


def statement_at(code: str, line: int) -> tuple[int, int]:
    """Return the lines of the innermost statement at a line: of one that holds others, its head."""
    found = (line, line)
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno):
            inside: list[ast.stmt] = getattr(node, "body", [])
            last = inside[0].lineno - 1 if inside else node.end_lineno
            found = (node.lineno, max(node.lineno, last or 0))  # the inner ones are walked later
    return found


class Root:
    """Stands for a test that needs nothing but the session, so that all else is put away before a child begins."""

    def __init__(self, session: pytest.Session) -> None:
        """Stand for a test of ``session``."""
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        """Return what the test lies in."""
        return [self._session]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a mutant ended, how many tests there were for it, which one ended it ("" if none), seconds of CPU."""

    ended: str
    tests: int
    test: str = ""
    cpu: float = 0


class Trying:
    """Tries mutants, each in a child that has everything loaded and the session's fixtures made."""

    def __init__(
        self,
        root: Path,
        mutants: Sequence[Mutant],
        learnt: Learnt,
        most: tuple[int, float],
        controls: int,
        tell: Callable[[Mutant, Trial], None],
    ) -> None:
        """Try ``mutants`` of the tree in ``root`` with at most so many tests and seconds each.

        The seconds are those the tests took when they were watched. Those of the first ``controls`` are run without
        any too. ``tell`` is told of each mutant how it ended.
        """
        self._controls = controls
        self._root, self._mutants, self._learnt = root, mutants, learnt
        self._most, self._seconds = most
        self._loaded = Loaded(root)
        self._tell = tell
        self._changes = 0
        self._base, self._kept = Path(), set[Path]()
        self._by_name: dict[str, pytest.Item] = {}
        self._by_module: dict[str, list[pytest.Item]] = defaultdict(list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try them instead of running the tests."""
        self._make_template(session)
        self._base = Path(session.config._tmp_path_factory.getbasetemp())  # type: ignore[attr-defined]
        self._kept = set(self._base.rglob("*"))
        for item in session.items:
            self._by_name[item.nodeid] = item
            self._by_module[module_of(item)].append(item)
        for mutant in self._mutants:
            _load(mutant)
            self._loaded.look()
            items = self._items(mutant)
            self._controls -= bool(items)
            if not self._loaded.functions(mutant.path):
                trial = Trial("not loaded", len(items))
            elif not items:
                trial = Trial("not covered", 0)
            else:
                trial = Trial("survived", len(items))
                if self._controls >= 0:
                    trial = self._ran(session, items, None)
                if trial.ended != "survived":
                    trial = replace(trial, ended="control failed")
                else:
                    trial = self._ended(session, items, mutant)
            self._tell(mutant, trial)
        return True

    def _make_template(self, session: pytest.Session) -> None:
        """Run the first test that uses the library all tests copy, and put away all but what is the session's."""
        for item in session.items:
            if "library_template" in getattr(item, "fixturenames", ()) and "program" not in item.fixturenames:  # type: ignore[attr-defined]
                runtestprotocol(item, log=False, nextitem=Root(session))  # type: ignore[arg-type]
                return

    def _items(self, mutant: Mutant) -> list[pytest.Item]:
        statement = statement_at((self._root / mutant.path).read_text(encoding="utf-8"), mutant.line)
        left = self._seconds
        made: set[str] = set()
        items: list[pytest.Item] = []
        for name in covering(self._learnt.covered, mutant, statement, self._cost):
            found = self._by_name.get(name)
            items += self._by_module[name] if found is None else [found]
            shared = self._shared(name)
            left -= self._learnt.took.get(name, 0)
            left -= sum(seconds for one, seconds in shared.items() if one not in made)
            made |= set(shared)
            if len(items) >= self._most or left < 0:
                break
        return self._together(items[: self._most])

    def _together(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Have tests that share something follow the first of them: between others it would be made again."""
        groups: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in items:
            groups[module_of(item) if self._shared(item.nodeid) else item.nodeid].append(item)
        return [item for group in groups.values() for item in group]

    def _shared(self, name: str) -> dict[str, float]:
        """Return what a test shares with others and is not there yet, with the seconds it takes to make it."""
        item = self._by_name.get(name)
        fixtures = {} if item is None else item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
        lacking = (shared_name(made[-1]) for made in fixtures.values() if made[-1].cached_result is None)
        return {one: self._learnt.shared[one] for one in lacking if one in self._learnt.shared}

    def _cost(self, name: str) -> float:
        """Return how many seconds a test takes alone; in a child what it shares is made for it."""
        return self._learnt.took.get(name, 0) + sum(self._shared(name).values())

    def _ended(self, session: pytest.Session, items: Sequence[pytest.Item], mutant: Mutant) -> Trial:
        """Run tests with a mutant, which stands in its file too, for the processes that tests start."""
        path = self._root / mutant.path
        sound = path.read_text(encoding="utf-8")
        try:
            self._write(path, mutant.module)
            return self._ran(session, items, mutant)
        finally:
            self._write(path, sound)

    def _write(self, path: Path, code: str) -> None:
        """Write a module with a time of its own, by which Python sees that its compiled twin is old."""
        path.write_text(code, encoding="utf-8")
        self._changes += 1
        os.utime(path, (1_000_000_000 + self._changes,) * 2)

    def _ran(self, session: pytest.Session, items: Sequence[pytest.Item], mutant: Mutant | None) -> Trial:
        """Run tests in a child until one fails."""
        with tempfile.TemporaryFile() as names:
            child = os.fork()
            if child == 0:
                code = 70
                try:
                    os.setsid()
                    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, resource.RLIM_INFINITY))
                    lost = mutant is not None and not mutant.put_in(self._loaded)
                    code = 71 if lost else self._run(session, items, names.fileno(), told=mutant is None)
                except BaseException:  # noqa: BLE001 - a test may end in anything
                    traceback.print_exc()
                    sys.stderr.flush()
                finally:
                    os._exit(code)
            _, status, used = os.wait4(child, 0)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            names.seek(0)
            begun = names.read().decode().splitlines()
        self._put_away()
        ended = os.waitstatus_to_exitcode(status)
        how = {0: "survived", 1: "killed", 71: "not loaded"}.get(ended, "endless" if ended < 0 else "killed")
        test = begun[-1] if begun and how != "survived" else ""
        return Trial(how, len(items), test, round(used.ru_utime + used.ru_stime, 2))

    def _run(self, session: pytest.Session, items: Sequence[pytest.Item], names: int, *, told: bool) -> int:
        """Run tests until one fails or takes too long, which ends this process; tell each one's name before."""
        for item, following in zip(items, [*items[1:], Root(session)], strict=True):
            os.write(names, f"{item.nodeid}\n".encode())
            seconds = _PATIENCE * (1 + self._learnt.took.get(item.nodeid, 1))
            used = resource.getrusage(resource.RUSAGE_SELF)
            limit = int(used.ru_utime + used.ru_stime + seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
            signal.setitimer(signal.ITIMER_REAL, 3 * seconds * (1 + os.getloadavg()[0]))
            reports = runtestprotocol(item, log=False, nextitem=following)  # type: ignore[arg-type]
            signal.setitimer(signal.ITIMER_REAL, 0)
            if failed := [report for report in reports if report.failed]:
                if told:
                    os.write(2, f"{item.nodeid}: {failed[0].longrepr}\n".encode())
                return 1
        return 0

    def _put_away(self) -> None:
        """Delete what a child made: the next one begins where it began, with the same names for its folders."""
        folders = [one for one in self._kept if one.parent == self._base and _is_folder(one)]
        for folder in (self._base, *folders):
            for one in set(folder.iterdir()) - self._kept:
                if _is_folder(one):
                    shutil.rmtree(one, ignore_errors=True)
                else:
                    one.unlink()


def _load(mutant: Mutant) -> None:
    """Import the module, which the program may only do when it is needed, so that its functions are there."""
    importlib.import_module(mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
