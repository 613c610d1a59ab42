"""No two packages import each other, and no modules in a circle, inside functions and for types included.

A package and one inside it are one room: there the table and what stands in it may know each other.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOMS = ("desktop", "corpus", "index")
IMPORT = re.compile(
    r"^[ \t]*(?:from [\w.]+ import (?:\([^)]*\)|[\w, ]+?)|import [\w., ]+?)[ \t]*(?=#|;|$)", re.MULTILINE
)
"""An import, wherever it stands: parsing nothing else is ten times as fast."""


@cache
def imported(path: Path) -> frozenset[str]:
    """Return what a file imports, wherever in it that stands: modules, and names out of modules."""
    found: set[str] = set()
    lines = "\n".join(one.strip() for one in IMPORT.findall(path.read_text("utf-8")))
    for node in ast.parse(lines).body:
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return frozenset(found)


def order_of(root: Path) -> list[str]:
    """Return all modules, each after those it imports; a circle raises ``CycleError`` with its members."""
    paths = {
        ".".join(path.relative_to(root).with_suffix("").parts): path
        for room in ROOMS
        for path in (root / room).rglob("*.py")
        if path.name != "__init__.py"
    }
    needs = {name: sorted(imported(path) & paths.keys()) for name, path in paths.items()}
    return list(TopologicalSorter(needs).static_order())


def pairs(root: Path) -> set[tuple[str, str]]:
    """Return the pairs of packages of which the first imports the second."""
    packages = {
        ".".join(path.parent.relative_to(root).parts)
        for room in ROOMS
        for path in (root / room).rglob("*.py")
    }
    found: set[tuple[str, str]] = set()
    for room in ROOMS:
        for path in (root / room).rglob("*.py"):
            own = ".".join(path.parent.relative_to(root).parts)
            for module in imported(path):
                other = module if module in packages else module.rpartition(".")[0]
                if other in packages and not _one_inside_the_other(own, other):
                    found.add((own, other))
    return found


def _one_inside_the_other(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def test_that_no_two_packages_import_each_other(project_root: Path) -> None:
    found = pairs(project_root)
    assert len(found) > 100
    assert sorted(pair for pair in found if pair[::-1] in found and pair[0] < pair[1]) == []


def test_that_two_packages_that_import_each_other_are_noticed(tmp_path: Path) -> None:
    for name, line in (
        ("index/a", "def f():\n    import index.b.y\n"),
        ("index/b", "from index.a.x import f\n"),
    ):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / ("x.py" if name.endswith("a") else "y.py")).write_text(line, "utf-8")
    assert {("index.a", "index.b"), ("index.b", "index.a")} <= pairs(tmp_path)


def test_that_no_modules_import_each_other_in_a_circle(project_root: Path) -> None:
    assert len(order_of(project_root)) > 1000


def test_that_modules_in_a_circle_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    for name, line in (
        ("a", "from index import b\n"),
        ("b", "from index.c import x\n"),
        ("c", "import index.a\n"),
    ):
        (tmp_path / "index" / f"{name}.py").write_text(line, "utf-8")
    with pytest.raises(CycleError):
        order_of(tmp_path)
