"""Imports keep their direction, and each contract that says so can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

# One import for each contract that must break it, and it alone: (contract, file, line).
BROKEN = [
    ("rooms", "desktop/__init__.py", "import main"),
    ("rooms", "corpus/__init__.py", "import desktop"),
    ("rooms", "index/__init__.py", "import corpus"),
    ("no-qt", "corpus/__init__.py", "from PySide6 import QtCore"),
    ("no-qt", "index/__init__.py", "import shiboken6"),
    ("jieba", "corpus/__init__.py", "import jieba.posseg"),
    ("whoosh", "index/__init__.py", "from whoosh.index import open_dir"),
    ("sql", "corpus/library/__init__.py", "import sqlite3"),
    ("corpus", "corpus/library/__init__.py", "import corpus.commands"),
    ("corpus", "corpus/text/__init__.py", "import corpus.store"),
    ("corpus", "corpus/model/__init__.py", "import corpus.text"),
    ("language", "corpus/store/__init__.py", "import corpus.language"),
    ("desktop", "desktop/theme/__init__.py", "import desktop.widgets"),
    ("desktop", "desktop/operations/__init__.py", "import desktop.reader"),
    ("desktop", "desktop/window/__init__.py", "import desktop.entry"),
    ("library", "corpus/library/core/__init__.py", "import corpus.library.intake"),
    ("library", "corpus/library/upkeep/__init__.py", "import corpus.library.reports"),
    ("store", "corpus/store/sources/__init__.py", "import corpus.store.articles"),
    ("knowledge", "corpus/knowledge/phrases/__init__.py", "import corpus.knowledge.metrics"),
    ("records", "corpus/records/lines/__init__.py", "import corpus.records.kinds"),
    ("index", "index/query/__init__.py", "import index.search"),
    ("index", "index/fold/__init__.py", "import index.document"),
]


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [tool, "--no-logo", "--no-cache", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def contracts(root: Path) -> dict[str, str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture
def copied_tree(project_root: Path, tmp_path: Path) -> Path:
    shutil.copy(project_root / "pyproject.toml", tmp_path)
    only_code = shutil.ignore_patterns("__pycache__", "*.md", "*.json", "*.toml", "*.txt")
    for package in ("desktop", "corpus", "index"):
        shutil.copytree(project_root / package, tmp_path / package, ignore=only_code)
    return tmp_path


def test_imports_keep_all_contracts(project_root: Path) -> None:
    answer = lint(project_root)
    assert answer.returncode == 0, answer.stdout
    assert f"{len(contracts(project_root))} kept, 0 broken" in answer.stdout


def test_every_contract_is_broken_by_some_line(project_root: Path) -> None:
    assert {contract for contract, _, _ in BROKEN} == set(contracts(project_root))


def breaks() -> list[Any]:
    """Return the imports as parameters: of each contract the first, the others for the long run."""
    seen: set[str] = set()
    made = []
    for contract, file, line in BROKEN:
        marks = (pytest.mark.long,) if contract in seen else ()
        made.append(pytest.param(contract, file, line, marks=marks))
        seen.add(contract)
    return made


@pytest.mark.parametrize(("contract", "file", "line"), breaks())
def test_contract_notices_a_wrong_import(copied_tree: Path, contract: str, file: str, line: str) -> None:
    with (copied_tree / file).open("a", encoding="utf-8") as code:
        code.write(f"\n{line}\n")
    answer = lint(copied_tree, "--contract", contract)
    assert answer.returncode == 1, answer.stdout
    assert "0 kept, 1 broken" in answer.stdout
