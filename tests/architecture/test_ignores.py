"""What a check is told to pass over says why."""

from __future__ import annotations

import re
from pathlib import Path

BARE = re.compile(
    r"# type: ignore\[[\w-]+\](?!  # \S)|# noqa: (?!N802\b)(?>[A-Z]+\d+(?:, [A-Z]+\d+)*)(?! +-|  # )"
)
"""Without a reason; methods named by Qt need none."""


def unsaid(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if BARE.search(line)]


def test_that_every_exception_of_a_check_has_its_reason(project_root: Path) -> None:
    files = [project_root / "main.py"]
    for room in ("desktop", "corpus", "index", "package", "requirements"):
        files += sorted((project_root / room).rglob("*.py"))
    found = {str(path.relative_to(project_root)): unsaid(path.read_text("utf-8")) for path in files}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_that_an_exception_without_a_reason_is_noticed() -> None:
    lines = (
        "a = b  # type: ignore[misc]", "a = b  # type: ignore[misc]  # no types there",
        "c = d  # noqa: SLF001", "c = d  # noqa: SLF001 - its own", "e = f  # noqa: N802",
    )  # fmt: skip
    assert unsaid("\n".join(lines)) == [1, 3]
