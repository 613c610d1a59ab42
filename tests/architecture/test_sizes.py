"""No module, function or class grows beyond what is read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.architecture.test_used import parsed, within

LINES = 400
OF_A_FUNCTION = 70
METHODS = 25


def too_large(root: Path) -> Iterator[str]:
    for room in ("main.py", "desktop", "corpus", "index", "package", "requirements", "tests"):
        for path in [root / room] if room.endswith(".py") else sorted((root / room).rglob("*.py")):
            text = path.read_text("utf-8")
            place = path.relative_to(root).as_posix()
            if text.count("\n") > LINES:
                yield f"{place}: {text.count(chr(10))} lines"
            if room != "tests":
                yield from inside(parsed(path).body, place)


def inside(body: Sequence[ast.AST], place: str) -> Iterator[str]:
    for node in within(body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > OF_A_FUNCTION:
                yield f"{place}:{node.name}: {length} lines"
        elif isinstance(node, ast.ClassDef):
            count = sum(isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) for one in node.body)
            if count > METHODS:
                yield f"{place}:{node.name}: {count} methods"


def test_that_nothing_is_too_large_to_be_read(project_root: Path) -> None:
    assert list(too_large(project_root)) == []


def test_that_what_grew_too_large_is_noticed(tmp_path: Path) -> None:
    long = "try: ...\nexcept OSError:\n  def long():\n" + "    pass\n" * OF_A_FUNCTION
    wide = "class Wide:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(METHODS + 1))
    (tmp_path / "index").mkdir()
    (tmp_path / "main.py").write_text("\n" * (LINES + 1))
    (tmp_path / "index" / "one.py").write_text(long + wide)
    assert list(too_large(tmp_path)) == [
        f"main.py: {LINES + 1} lines",
        f"index/one.py:long: {OF_A_FUNCTION + 1} lines",
        f"index/one.py:Wide: {METHODS + 1} methods",
    ]
