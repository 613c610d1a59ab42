"""Faults of the disk below SQLite and below our own writes: a sentence each time, and nothing lost; kills likewise."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.faults import grounds
from tests.faults.grounds import WORKS
from tests.faults.shim import FAULTS, READ_FAULTS, can_compile
from tests.faults.trials import Trials, serving

pytestmark = pytest.mark.skipif(not can_compile(), reason="Linux with a C compiler only")
TRIED: Final = ("annotate", "import", "repair", "export", "backup", "restore", "migrate")
KILLS: Final = 10


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    with serving(Path(tmp_path_factory.mktemp("faults"))) as made:
        yield made


def drawn(work: str, calls: int, number: int, faults: Collection[str] = FAULTS) -> list[tuple[str, int]]:
    """The last call and some drawn by the name of the command; the first one too where there are many."""
    chance = random.Random(work)  # noqa: S311 - places, no secrets
    ends = [calls] if number == 1 else [1, calls]
    places = [*ends, *(chance.randint(1, calls) for _ in range(number))]
    return [(chance.choice(sorted(faults)), at) for at in places]


def test_that_what_a_trial_begins_with_is_made_for_those_that_ask_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def making(name: str) -> Callable[[Path], None]:
        def make(ground: Path) -> None:
            made.append(name)
            ground.mkdir(exist_ok=True)

        return make

    monkeypatch.setattr(grounds, "_MADE", {name: making(name) for name in grounds._MADE})
    for name in ("first", "torn", "holed", "torn"):
        assert grounds.ready(tmp_path, name) == tmp_path / name
    assert made == ["first", "now", "torn", "holed"]
    assert {work.ground for work in WORKS.values()} == grounds._MADE.keys()


def test_that_a_failing_disk_is_told_in_a_sentence_and_costs_nothing(trials: Trials) -> None:
    seen = [
        trials.tried(work, fault, at) for work in TRIED for fault, at in drawn(work, trials.counted(work), 1)
    ]
    assert [one for one in seen if one["wrong"]] == []
    # The faults were met, and some of them told of: else nothing was tried.
    assert sum(bool(one["hit"]) for one in seen) > len(seen) / 2
    assert {"disk_full", "disk_failed"} & {one["kind"] for one in seen}


def test_that_a_kill_at_any_call_on_the_disk_costs_nothing(trials: Trials) -> None:
    chance = random.Random(10)  # noqa: S311 - places, no secrets
    works = [*WORKS][:KILLS]
    seen = [trials.tried(work, "kill", chance.randint(1, trials.counted(work))) for work in works]
    assert [one for one in seen if one["wrong"]] == []
    assert sum(one["code"] == -9 for one in seen) > KILLS / 2


@pytest.mark.long
@pytest.mark.parametrize("work", TRIED)
@pytest.mark.parametrize("reads", [False, True])
def test_that_two_hundred_faults_of_each_command_cost_nothing(
    trials: Trials, work: str, *, reads: bool
) -> None:
    places = drawn(work, trials.counted(work, reads=reads), 200, READ_FAULTS if reads else FAULTS)
    seen = [trials.tried(work, fault, at) for fault, at in places]
    assert [one for one in seen if one["wrong"]] == []


@pytest.mark.long
@pytest.mark.parametrize("what", ["worker", "window"])
def test_that_a_killed_worker_or_window_loses_nothing_acknowledged(trials: Trials, what: str) -> None:
    seen = [trials.killed(what, seed) for seed in range(5)]
    assert [one for one in seen if one["wrong"]] == []
    assert any(one["code"] == -9 for one in seen)
