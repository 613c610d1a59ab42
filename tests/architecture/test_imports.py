"""Imports keep their direction, and each contract that says so can fail."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Imports that must break a contract, at least one of each: (contract, file, line).
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
    ("corpus", "corpus/language/__init__.py", "import corpus.library"),
    ("text", "corpus/text/numbers/__init__.py", "import corpus.text.repairs"),
    ("language", "corpus/store/__init__.py", "import corpus.language"),
    ("desktop", "desktop/theme/__init__.py", "import desktop.widgets"),
    ("desktop", "desktop/operations/__init__.py", "import desktop.reader"),
    ("desktop", "desktop/window/__init__.py", "import desktop.entry"),
    ("reader", "desktop/reader/text/__init__.py", "import desktop.reader.dock"),
    ("widgets", "desktop/widgets/frames/__init__.py", "import desktop.widgets.tables"),
    ("pages", "desktop/pages/trends/__init__.py", "import desktop.pages.data"),
    ("library", "corpus/library/core/__init__.py", "import corpus.library.intake"),
    ("library", "corpus/library/upkeep/__init__.py", "import corpus.library.reports"),
    ("store", "corpus/store/sources/__init__.py", "import corpus.store.articles"),
    ("knowledge", "corpus/knowledge/phrases/__init__.py", "import corpus.knowledge.metrics"),
    ("names", "corpus/knowledge/names/shapes/__init__.py", "import corpus.knowledge.names.known"),
    ("records", "corpus/records/lines/__init__.py", "import corpus.records.kinds"),
    ("audit", "corpus/audit/numbers/__init__.py", "import corpus.audit.compared"),
    ("report", "corpus/report/charts/__init__.py", "import corpus.report.writers"),
    ("intake", "corpus/library/intake/records/__init__.py", "import corpus.library.intake.files"),
    ("importing", "corpus/importing/blocks/__init__.py", "import corpus.importing.office"),
    ("index", "index/query/__init__.py", "import index.search"),
    ("index", "index/fold/__init__.py", "import index.document"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    tool = Path(sys.executable).with_name("lint-imports")
    # No line is broken, whatever the terminal.
    wide = {**os.environ, "COLUMNS": "1000"}
    return subprocess.run(
        [tool, "--no-logo", "--no-cache"], cwd=folder, env=wide, capture_output=True, text=True, check=False
    )


def contracts(root: Path) -> dict[str, str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def broken(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what is told of each contract where all the wrong imports stand in the code at once."""
    tree = tmp_path_factory.mktemp("tree")
    shutil.copy(project_root / "pyproject.toml", tree)
    only_code = shutil.ignore_patterns("__pycache__", "*.md", "*.json", "*.toml", "*.txt")
    for package in ("desktop", "corpus", "index"):
        shutil.copytree(project_root / package, tree / package, ignore=only_code)
    for _, file, line in BROKEN:
        with (tree / file).open("a", encoding="utf-8") as code:
            code.write(f"\n{line}\n")
    answer = lint(tree)
    names = contracts(project_root)
    assert f"0 kept, {len(names)} broken" in answer.stdout
    titles = "|".join(map(re.escape, names.values()))
    _, *told = re.split(rf"({titles})\n-+\n", answer.stdout)
    sections = dict(zip(told[::2], told[1::2], strict=True))
    return {contract: sections[name] for contract, name in names.items()}


def test_imports_keep_all_contracts(project_root: Path) -> None:
    answer = lint(project_root)
    assert answer.returncode == 0, answer.stdout
    assert f"{len(contracts(project_root))} kept, 0 broken" in answer.stdout


def test_every_contract_is_broken_by_some_line(project_root: Path) -> None:
    assert {contract for contract, _, _ in BROKEN} == set(contracts(project_root))


@pytest.mark.parametrize(("contract", "file", "line"), BROKEN)
def test_contract_notices_a_wrong_import(broken: dict[str, str], contract: str, file: str, line: str) -> None:
    importer = file.removesuffix("/__init__.py").replace("/", ".")
    imported = line.split()[1]
    # Of what comes from outside only the package is told.
    outside = imported.partition(".")[0]
    told = rf"{re.escape(importer)} -> ({re.escape(imported)}|{outside}) \(l\.\d+\)"
    assert re.search(told, broken[contract])
