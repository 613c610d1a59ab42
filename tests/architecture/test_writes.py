"""Only operations write a library: nothing else of the window imports a use case that does."""

from __future__ import annotations

import ast
from pathlib import Path

WRITING = "transaction"
OPERATIONS = "desktop/operations"
BEFORE = "desktop.start"
"""Opens and rescues a library before there is a window on it."""


def called(function: ast.AST) -> set[str]:
    """Return the names of what a function calls."""
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in calls}


def writers_of(tree: ast.Module) -> set[str]:
    """Return the functions of a module that write, themselves or through another of the module."""
    functions = {node.name: called(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    found = {name for name, calls in functions.items() if WRITING in calls}
    while more := {name for name, calls in functions.items() if calls & found} - found:
        found |= more
    return found


def modules(root: Path, folder: str, speaking_of: str) -> dict[str, ast.Module]:
    """Return the modules below a folder that speak of something, parsed, by their dotted names."""
    told = {path: path.read_text(encoding="utf-8") for path in sorted((root / folder).rglob("*.py"))}
    return {
        ".".join(path.relative_to(root).with_suffix("").parts): ast.parse(code)
        for path, code in told.items()
        if speaking_of in code
    }


def test_that_only_operations_import_what_writes(project_root: Path) -> None:
    writers = {
        name: writers_of(tree) for name, tree in modules(project_root, "corpus/library", WRITING).items()
    }
    assert {"annotate", "delete_annotation"} <= writers["corpus.library.notes.annotating"]
    allowed = OPERATIONS.replace("/", ".")
    importing = [
        f"{name}: {alias.name}"
        for name, tree in modules(project_root, "desktop", "corpus.library").items()
        if not name.startswith((allowed, BEFORE))
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in writers
        for alias in node.names
        if alias.name in writers[node.module]
    ]
    assert importing == []
