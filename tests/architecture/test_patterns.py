"""Patterns mean what they are written as, and lists of words are tables, not patterns."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

MOST: Final = 90
"""Ways one statement may tell apart; what has more is a list of words, which belongs in a table with its test lines."""
LEFT: Final = (
    "corpus/knowledge/names/shapes/boundaries.py", "corpus/knowledge/names/told/aliases.py",
    "corpus/knowledge/names/told/company_places.py", "corpus/knowledge/names/told/dealings.py",
    "corpus/knowledge/names/told/talk.py",
    "corpus/records/lines/line_kinds.py", "corpus/records/lines/notices.py", "index/words/questions.py",
)  # fmt: skip
"""Where such lists still stand in code: to be taken from here, never added."""

NUMBER_OF_SIGNS: Final = re.compile(r"\{[\s(]*\d")
"""How one is written, as a value too: a text without it is not parsed, which takes twenty times as long."""


def swallowed(text: str) -> list[int]:
    """Return the lines in which a number of signs is a value of an f-string: \\d{4} there is \\d4."""
    if not NUMBER_OF_SIGNS.search(text):
        return []
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


def digits_taken_for_numbers(text: str) -> list[int]:
    """Return the lines where ``isdigit`` says that ``int`` may read something: it says so of ² and ③, too."""
    if "isdigit" not in text or "int" not in text:
        return []
    statements = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt)]
    small = [
        one for one in statements if not any(isinstance(part, ast.stmt) for part in ast.iter_child_nodes(one))
    ]
    calls = {one: [node for node in ast.walk(one) if isinstance(node, ast.Call)] for one in small}
    return [
        one.lineno
        for one, called in calls.items()
        if {"isdigit", "int"} <= {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in called}
    ]


def test_that_no_digit_is_taken_for_a_number_that_int_refuses(project_root: Path) -> None:
    rooms = ("corpus", "index", "desktop")
    files = [file for room in rooms for file in sorted((project_root / room).rglob("*.py"))]
    found = {
        str(file.relative_to(project_root)): digits_taken_for_numbers(file.read_text("utf-8"))
        for file in files
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_that_such_a_digit_is_noticed() -> None:
    assert digits_taken_for_numbers("if a:\n  b = int(c) if c.isdigit() else 0\nd = e.isdigit()\n") == [2]


def ways_of(statement: ast.stmt) -> int:
    """Return how many ways the texts of a statement tell apart, its docstrings left out."""
    told = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(statement) if isinstance(node, ast.Constant) and id(node) not in told]
    return sum(str(one.value).count("|") for one in texts if isinstance(one.value, str))


def test_that_no_list_of_words_is_written_as_a_pattern(project_root: Path) -> None:
    found: dict[str, int] = {}
    for file in [
        file for room in ("corpus", "index") for file in sorted((project_root / room).rglob("*.py"))
    ]:
        path, text = file.relative_to(project_root).as_posix(), file.read_text("utf-8")
        # Another way to write the sign would be one backslash more.
        if path.startswith(LEFT) or text.count("|") + text.count("\\") <= MOST:
            continue
        for statement in ast.parse(text).body:
            if ways_of(statement) > MOST:
                found[path] = statement.lineno
    assert found == {}


def test_that_the_ways_of_a_pattern_are_counted_and_those_of_a_docstring_are_not() -> None:
    (one,) = ast.parse('def f():\n    """a|b"""\n    return rf"c|{d}|e" r"|f"').body
    assert ways_of(one) == 3
