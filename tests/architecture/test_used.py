"""What the program offers itself is used by the program: a public name only tests call is dead, or not connected."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

UNCONNECTED = {
    "corpus.library.notes.boxing:picture_of": "the picture of a box drawn on a page",
    "corpus.library.reports.proofreading:concerns": "proofreading of drafts",
    "corpus.report.marking:with_marks": "marks of passages in what is exported",
    "corpus.text.numbers.numerals:parse_chinese_number": "one numeral by itself, by which the samples are measured",
}
"""Finished, and to be connected by what comes next: ``module:name`` → what that is."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def product(root: Path) -> Iterator[Path]:
    yield root / "main.py"
    for room in ("desktop", "corpus", "index"):
        yield from sorted((root / room).rglob("*.py"))


def spoken(tree: ast.AST) -> Iterator[str]:
    """Every name a module speaks of: as a name, an attribute, an import, or a string that is one (in tables)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 200:
            # Annotations kept as text.
            words = node.value.replace("[", " ").replace("]", " ").split()
            yield from (word for word in words if word.isidentifier())


def definitions(tree: ast.Module) -> Iterator[tuple[str, Definition]]:
    """Public functions and classes of a module."""
    for node in tree.body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node.name, node


def unused(root: Path) -> list[str]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in product(root)}
    words = {path: Counter(spoken(tree)) for path, tree in trees.items()}
    said: Counter[str] = Counter()
    for path, counted in words.items():
        # What a package's front hands on is used where it is taken up.
        if path.name != "__init__.py":
            said.update(counted)
    found = []
    for path, tree in trees.items():
        for name, node in definitions(tree):
            # What a definition says of itself does not count.
            within = words[path][name]
            if said[name] - within > 0 or within > Counter(spoken(node))[name]:
                continue
            module = path.relative_to(root).with_suffix("").as_posix().replace("/", ".")
            found.append(f"{module}:{name}")
    return found


def test_that_every_public_name_is_used_by_the_program(project_root: Path) -> None:
    assert set(unused(project_root)) <= set(UNCONNECTED)


def test_that_a_name_only_tests_call_is_found(tmp_path: Path) -> None:
    for room in ("desktop", "corpus", "index"):
        (tmp_path / room).mkdir()
    (tmp_path / "main.py").write_text("from corpus.one import used\nused()\n")
    (tmp_path / "corpus" / "one.py").write_text("def used(): ...\n\ndef left_over(): return left_over()\n")
    assert unused(tmp_path) == ["corpus.one:left_over"]
