"""Whoever opens a package finds the way in it: a large one's docstring names every module, and none that went."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOMS = ("corpus", "desktop", "index")
MOST = 15
"""Modules a person takes in at a glance; more need a map."""
FRESH = 2
"""New modules that may wait to be named: nobody's change is held up for a map alone."""
LISTED_ELSEWHERE = {"corpus/commands"}
"""Packages whose table names every module already."""
NAMED = re.compile(r"``([a-z_0-9]+)(/?)``")


def unnamed(map_: str, modules: set[str]) -> list[str]:
    """Return the modules a map does not name."""
    return sorted(modules - {name for name, _ in NAMED.findall(map_)})


def gone(map_: str, modules: set[str], folders: set[str]) -> list[str]:
    """Return what a map names that is neither module nor, with a stroke behind it, folder of its package."""
    return sorted(
        name + stroke for name, stroke in NAMED.findall(map_) if name not in (folders if stroke else modules)
    )


@pytest.fixture(scope="module")
def packages(project_root: Path) -> dict[str, tuple[str, set[str], set[str]]]:
    """Return of every package the docstring, the modules and the folders."""
    found = {}
    for room in ROOMS:
        for path in sorted((project_root / room).rglob("__init__.py")):
            here = path.parent
            text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
            modules = {one.stem for one in here.glob("*.py")} - {"__init__"}
            folders = {one.name for one in here.iterdir() if (one / "__init__.py").exists()}
            found[here.relative_to(project_root).as_posix()] = (text, modules, folders)
    return found


def test_that_a_large_package_names_each_of_its_modules(
    packages: dict[str, tuple[str, set[str], set[str]]],
) -> None:
    left_out = {
        name: found
        for name, (text, modules, _) in packages.items()
        if len(modules) > MOST
        and name not in LISTED_ELSEWHERE
        and len(found := unnamed(text, modules)) > FRESH
    }
    assert left_out == {}, "name these modules in the docstring of their package's __init__.py"


def test_that_a_package_names_only_what_it_holds(
    packages: dict[str, tuple[str, set[str], set[str]]],
) -> None:
    of_many = {name: one for name, one in packages.items() if "- " in one[0]}
    assert len(of_many) > 20
    assert {name: found for name, one in of_many.items() if (found := gone(*one))} == {}


def test_that_a_module_left_out_and_one_that_went_are_noticed() -> None:
    map_ = "``reader`` and ``changes``; tables are in ``tables/``, ``sunk/``."
    assert unnamed(map_, {"reader", "changes", "ranks"}) == ["ranks"]
    assert gone(map_, {"reader"}, {"tables"}) == ["changes", "sunk/"]
