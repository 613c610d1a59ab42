"""What is installed is pinned, for every system, and says nothing of where it comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def pins(file: Path) -> dict[str, tuple[str, int]]:
    """Return name → (version, number of hashes)."""
    found: dict[str, tuple[str, int]] = {}
    name = ""
    for line in file.read_text("utf-8").splitlines():
        if pin := re.match(r"([\w.-]+)==([\w.]+)", line):
            name = pin[1]
            found[name] = (pin[2], 0)
        elif "--hash=sha256:" in line:
            version, hashes = found[name]
            found[name] = (version, hashes + 1)
    return found


@pytest.mark.parametrize("name", ["build", "run", "dev", "recognition"])
def test_everything_is_pinned_with_hashes(project_root: Path, name: str) -> None:
    assert [
        pin for pin, (_, hashes) in pins(project_root / "requirements" / f"{name}.txt").items() if not hashes
    ] == []


@pytest.mark.parametrize("name", ["build", "run", "dev", "recognition"])
def test_no_address_is_named(project_root: Path, name: str) -> None:
    for suffix in ("in", "txt"):
        text = (project_root / "requirements" / f"{name}.{suffix}").read_text("utf-8")
        assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|@ ", text) == []


def test_tests_run_with_what_people_run(project_root: Path) -> None:
    run, dev = (pins(project_root / "requirements" / f"{name}.txt") for name in ("run", "dev"))
    assert run.items() <= dev.items()


def test_qt_stays_below_the_version_that_loses_references_to_none(project_root: Path) -> None:
    run = pins(project_root / "requirements" / "run.txt")
    assert {run[name][0].rpartition(".")[0] for name in ("pyside6-essentials", "shiboken6")} == {"6.11"}
