"""Patterns mean what they are written as."""

from __future__ import annotations

import ast
import re
from pathlib import Path


def swallowed(text: str) -> list[int]:
    """Return the lines in which a number of signs is a value of an f-string: \\d{4} there is \\d4."""
    values = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FormattedValue)]
    return [one.lineno for one in values if re.fullmatch(r"\(?\d+(?:, \d+)?\)?", ast.unparse(one.value))]


def test_that_no_number_of_signs_is_read_as_a_value(project_root: Path) -> None:
    files = [file for room in ("corpus", "index") for file in sorted((project_root / room).rglob("*.py"))]
    found = {str(file.relative_to(project_root)): swallowed(file.read_text("utf-8")) for file in files}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_that_such_a_number_is_noticed() -> None:
    assert swallowed('a = rf"{b}[一二]{2,4}"\nc = rf"{b}\\d{4}"\nd = rf"{b}\\d{{4}}[{e[1:-1]}]{f(2)}"') == [
        1,
        2,
    ]
