"""The fingerprint of the extractors is made of every module they read by, and of their lists of words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from corpus.knowledge import fingerprint
from corpus.knowledge.fingerprint import READ_BY, extractor_fingerprint
from package.contents import WITH_SOURCES

BEGIN = ("corpus.knowledge.extraction", "corpus.knowledge.document.derive")
NO_RULES = ("corpus.model.", "index.lazy_pattern")
"""Shapes of values, and how patterns are made ready and searched: they hold no rule and no word."""


def file_of(root: Path, module: str) -> Path | None:
    plain = root / module.replace(".", "/")
    return next((one for one in (plain.with_suffix(".py"), plain / "__init__.py") if one.is_file()), None)


def imported(file: Path) -> set[str]:
    nodes = [
        node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    ]
    modules = {node.module for node in nodes if node.module}
    return modules | {f"{node.module}.{name.name}" for node in nodes for name in node.names}


def reached(root: Path) -> set[str]:
    found: set[str] = set()
    ahead = list(BEGIN)
    while ahead:
        module = ahead.pop()
        file = file_of(root, module) if module.startswith(("corpus.", "index.")) else None
        if file is not None and module not in found and not module.startswith(NO_RULES):
            found.add(module)
            ahead += imported(file)
    return found


def counts(module: str) -> bool:
    package, _, name = module.rpartition(".")
    whole = any(module == one or module.startswith(f"{one}.") for one, names in READ_BY.items() if not names)
    return whole or f"{name}.py" in READ_BY.get(package, ())


def test_every_module_texts_are_read_by_counts(project_root: Path) -> None:
    modules = reached(project_root)
    assert len(modules) > 60
    assert sorted(one for one in modules if not counts(one)) == []


def test_the_built_program_holds_the_rules_as_text() -> None:
    assert all(any(package.startswith(one) for one in WITH_SOURCES) for package in READ_BY)


@pytest.mark.parametrize("name", ["rules.py", "words.toml", "names.txt"])
def test_another_rule_or_word_makes_another_fingerprint(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fingerprint_with(content: bytes) -> str:
        (tmp_path / name).write_bytes(content)
        extractor_fingerprint.cache_clear()
        return extractor_fingerprint()

    monkeypatch.setattr(fingerprint, "files", lambda _: tmp_path)
    monkeypatch.setattr(fingerprint, "READ_BY", {"corpus": ()})
    first = fingerprint_with(b"one\ntwo\n")
    assert fingerprint_with(b"one\r\ntwo\r\n") == first
    assert fingerprint_with(b"one\nthree\n") != first
    extractor_fingerprint.cache_clear()
