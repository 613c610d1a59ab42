"""Programs of patterns outlive their process, and only where they are sure to be the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.lazy_pattern.kept_programs import WORTH

MANY = 3 * WORTH
ASKING = f"""
import re
from re import _parser
parsed = []
parse = _parser.parse
_parser.parse = lambda pattern, *rest: parsed.append(pattern) or parse(pattern, *rest)
from index.lazy_pattern import LazyPattern
told = []
for number in range({MANY}):
    expression = rf"(?:^|[，；])(?P<up>增长|上[涨调]){{number}}(?P<rest>(?i:k)|.*?$)"
    lazy, plain = LazyPattern(expression, re.MULTILINE), re.compile(expression, re.MULTILINE)
    text = f"年初，上涨{{number}}K；增长{{number}}a\\n增长{{number}}"
    ours, theirs = ([(m.span(), m.groupdict(), m.lastgroup) for m in one.finditer(text)] for one in (lazy, plain))
    told.append((ours == theirs and len(ours) == 3, lazy.flags == plain.flags, lazy.groups == plain.groups))
assert all(map(all, told)), told
print(sum("上[涨调]" in str(one) for one in parsed) - {MANY})
"""
"""Prints how many patterns were parsed beside those that are compiled plainly, and finds with both the same."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder Python keeps what it makes of modules in."""
    return tmp_path / "kept"


def parsed(folder: Path, project_root: Path, **variables: str) -> int:
    """How many of the patterns a process asks for are parsed there."""
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        [sys.executable, "-c", ASKING],
        env={**others, "PYTHONPYCACHEPREFIX": str(folder), **variables},
        cwd=project_root, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return int(told.stdout)


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("programs.*"))


def test_that_a_pattern_is_compiled_once_for_all_processes(kept: Path, project_root: Path) -> None:
    assert parsed(kept, project_root) == MANY
    assert parsed(kept, project_root) == WORTH - 1
    assert len(files(kept)) == 1


def test_that_nothing_damaged_is_believed(kept: Path, project_root: Path) -> None:
    parsed(kept, project_root)
    (file,) = files(kept)
    whole = file.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", whole[:-1] + bytes([whole[-1] ^ 1]), b"\0" * 64):
        file.write_bytes(damaged)
        assert parsed(kept, project_root) == MANY
        assert parsed(kept, project_root) == WORTH - 1


def test_that_nothing_made_by_other_code_is_believed(kept: Path, project_root: Path, tmp_path: Path) -> None:
    parsed(kept, project_root)
    (file,) = files(kept)
    held = file.read_bytes()
    changed = tmp_path / "changed"
    changed.mkdir()
    room = project_root / "index" / "lazy_pattern"
    for one in (*room.glob("*.py"), project_root / "index" / "__init__.py"):
        copy = changed / one.relative_to(project_root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(one.read_bytes())
    assert parsed(kept, changed) == MANY
    (other,) = set(files(kept)) - {file}
    other.write_bytes(held)
    assert parsed(kept, changed) == MANY


def test_that_nothing_is_kept_where_python_keeps_nothing(kept: Path, project_root: Path) -> None:
    for _ in range(2):
        assert parsed(kept, project_root, PYTHONDONTWRITEBYTECODE="1") == MANY
    assert files(kept) == []


def test_that_a_folder_nothing_can_be_written_to_stops_nothing(tmp_path: Path, project_root: Path) -> None:
    in_the_way = tmp_path / "kept"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    for _ in range(2):
        assert parsed(in_the_way, project_root) == MANY
