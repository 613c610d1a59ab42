"""Everything but the window works where Qt is not installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Homes
from tests.copies import copied

# Runs main.py as the command line would, once for each list of arguments, in an interpreter to which Qt does not exist.
WITHOUT_QT = """
import json, runpy, sys

QT = {"PySide6", "shiboken6"}

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
sys.path[0] = "."
try:
    for arguments in json.loads(sys.argv[1]):
        sys.argv = ["main.py", *arguments]
        try:
            runpy.run_path("main.py", run_name="__main__")
        except SystemExit as ended:
            if ended.code:
                raise
finally:
    assert not QT & {name.partition(".")[0] for name in sys.modules}, "Qt was imported"
"""


def run(root: Path, *commands: tuple[str, ...], text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, json.dumps(commands)],
        cwd=root,
        env=environment,
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def documents(told: str) -> list[Any]:
    """Return the documents that commands wrote one after the other."""
    found: list[Any] = []
    told = told.strip()
    while told:
        document, end = json.JSONDecoder().raw_decode(told)
        found.append(document)
        told = told[end:].lstrip()
    return found


def test_help_needs_no_qt(project_root: Path) -> None:
    answer = run(project_root, ("--help",))
    assert (answer.returncode, "main.py" in answer.stdout) == (0, True), answer.stderr


def test_segmenting_needs_no_qt(project_root: Path) -> None:
    answer = run(project_root, ("segment", "--lines"), text="社交电商的市场规模\n")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.isascii()
    assert json.loads(answer.stdout)


def test_the_library_needs_no_qt(project_root: Path, library_template: Path, library_dir: Path) -> None:
    copied(library_template, library_dir)
    page = library_dir.parent / "一页.txt"
    page.write_text("一页短文\n\n2018 年，某地的网上零售额约为 12.5 亿元。\n", "utf-8")
    library = ("--library", str(library_dir), "--json")

    answer = run(
        project_root,
        (*library, "import", str(page)),
        (*library, "search", "网上零售额约为", "--mode", "exact"),
        (*library, "articles"),
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    imported, found, listed = documents(answer.stdout)
    assert [source["status"] for source in imported["sources"]] == ["added"]
    assert "网上零售额约为" in {hit["text"] for hit in found["hits"]}
    assert "一页短文" in {article["title"] for article in listed}


def test_the_block_really_blocks(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import PySide6\n", "utf-8")
    answer = run(tmp_path, ())
    assert answer.returncode == 1
    assert "No module named 'PySide6'" in answer.stderr


@pytest.mark.parametrize("name", ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"])
def test_tests_never_touch_the_folders_of_the_person_at_the_machine(user_folders: Path, name: str) -> None:
    assert Path(os.environ[name]).is_relative_to(user_folders)


@pytest.mark.parametrize(
    "left", ["nothing", "a file of the program", "a file of what runs", "no folder of what runs"]
)
def test_that_a_home_is_given_out_again_only_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    homes = Homes(tmp_path, monkeypatch)
    home = homes.unused()
    assert os.environ["HOME"] == str(home)
    if left == "a file of the program":
        (home / "settings.ini").write_text("", "utf-8")
    elif left == "a file of what runs":
        (home / ".run" / "yinde").write_text("", "utf-8")
    elif left == "no folder of what runs":
        (home / ".run").rmdir()
    assert (homes.unused() == home) == (left == "nothing")
    assert [*homes.unused().rglob("*")] == [homes.unused() / ".run"]
