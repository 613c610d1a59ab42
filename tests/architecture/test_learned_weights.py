"""Weights that are learned are those the labelled sets give today."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest


@pytest.mark.long
@pytest.mark.parametrize(
    ("script", "room"),
    [
        ("weights_of_names.py", "corpus/knowledge/names/weighed"),
        ("weights_of_heads.py", "corpus/records/weighed"),
    ],
)
def test_that_kept_weights_are_those_learned_from_the_labelled_sets(
    script: str, room: str, project_root: Path, tmp_path: Path
) -> None:
    runpy.run_path(str(project_root / "requirements" / script))["write"](tmp_path)
    learned = {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()}
    assert learned
    for name, lines in learned.items():
        assert lines == (project_root / room / name).read_text(encoding="utf-8"), f"run requirements/{script}"
