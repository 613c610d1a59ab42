"""Which tests run which lines of the program and how long each takes, learnt once and kept."""

from __future__ import annotations

import json
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tests.benchmarks.watching import ask_commands, left_by_commands, tracer

_TO_THE_END: Final = frozenset(
    {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED}
)
_ALL: Final = "all"
"""Stands for a module of tests behind the last."""
Covered = Mapping[str, Mapping[str, Sequence[str]]]
"""The tests that run a line, by path and line."""


class Learning:
    """Runs the tests as they are, and keeps after each module of them which line was run by which."""

    def __init__(self, root: Path, parts: Sequence[str], folder: Path, to: Path, end: float) -> None:
        """Watch what lies below ``parts``, also in commands, which leave in ``folder`` what they ran.

        ``to`` gets a line a module of tests; those that stand there are not run again. At ``end``, a moment of the
        clock that only goes on, the run is ended behind the module it is at.
        """
        self._root, self._folder, self._to, self._end = root, folder, to, end
        self._sources = [str(root / part) for part in parts]
        self._tracer = tracer(self._sources)
        self._known = {told["module"] for told in _lines(to)}
        self._took: dict[str, float] = {}
        self._shared: dict[str, float] = {}
        self._sharing = 0.0
        ask_commands(folder, self._sources)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what was learnt before."""
        items[:] = [one for one in items if module_of(one) not in self._known]

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Iterable[None]:
        """Watch one test."""
        begun, self._sharing = time.perf_counter(), 0.0
        self._tracer.start()
        self._tracer.switch_context(item.nodeid)
        yield
        self._tracer.stop()
        self._took[item.nodeid] = round(time.perf_counter() - begun - self._sharing, 4)
        if nextitem is None or module_of(nextitem) != module_of(item):
            self._keep(module_of(item))
            if nextitem is not None and time.monotonic() > self._end:
                item.session.shouldstop = "the time is over"

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterable[None]:
        """Reckon apart what several tests share: the first of them alone would seem to take so long."""
        begun = time.perf_counter()
        yield
        if fixturedef.scope != "function":
            took = time.perf_counter() - begun
            self._sharing += took
            self._shared[shared_name(fixturedef)] = round(took, 4)

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Note that all was learnt, where it was."""
        if exitstatus in _TO_THE_END:
            self._write({"module": _ALL})

    def _keep(self, module: str) -> None:
        numbers: dict[str, int] = {}
        ran = {
            path: {
                line: [numbers.setdefault(name, len(numbers)) for name in names]
                for line, names in lines.items()
            }
            for path, lines in self._covered().items()
        }
        self._write(
            {"module": module, "names": list(numbers), "ran": ran, "took": self._took, "shared": self._shared}
        )
        self._took, self._shared = {}, {}
        self._tracer = tracer(self._sources)
        for left in self._folder.iterdir():
            left.unlink()

    def _write(self, told: dict[str, Any]) -> None:
        with self._to.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")

    def _covered(self) -> Covered:
        """Return what was seen since the last module."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a module ran nothing of what is watched
            data = self._tracer.get_data()
        made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for path in data.measured_files():
            for line, names in data.contexts_by_lineno(path).items():
                made[path][str(line)] |= {name for name in names if name}
        for one in left_by_commands(self._folder):
            for path, lines in one["ran"].items():
                for line in lines:
                    made[path][str(line)].add(one["test"])
        return {
            str(Path(path).relative_to(self._root)): {line: sorted(names) for line, names in lines.items()}
            for path, lines in made.items()
        }


def shared_name(fixture: pytest.FixtureDef[Any]) -> str:
    """Return the name of what tests are given, with where it is made."""
    return f"{fixture.baseid}::{fixture.argname}"


def module_of(item: pytest.Item) -> str:
    """Return the path of the module a test lies in."""
    return item.nodeid.partition("::")[0]


def _lines(path: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, path.read_text(encoding="utf-8").splitlines())) if path.exists() else []


def is_learnt(path: Path) -> bool:
    """Tell whether all tests were watched whose lines are kept at ``path``."""
    return any(told["module"] == _ALL for told in _lines(path))


@dataclass(frozen=True, slots=True)
class Learnt:
    """Which tests run which lines, by path and line, and how many seconds each took while it was watched.

    ``shared`` are the seconds that what several tests share took, by its name.
    """

    covered: Covered
    took: Mapping[str, float]
    shared: Mapping[str, float]


def read(path: Path) -> Learnt:
    """Read what was learnt."""
    made: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    took: dict[str, float] = {}
    shared: dict[str, float] = {}
    for told in _lines(path):
        took |= told.get("took", {})
        shared |= told.get("shared", {})
        for place, lines in told.get("ran", {}).items():
            for line, numbers in lines.items():
                made[place][line] += [told["names"][number] for number in numbers]
    return Learnt(made, took, shared)
