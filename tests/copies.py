"""Copies of a library made once: each with its indexes, as if they had been built where the copy lies."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from index.words.whoosh_engine.engine import FINGERPRINT_FILE
from index.words.whoosh_engine.storage import SEAL, seal


def copied(made: Path, place: Path) -> Path:
    """Copy a closed library to ``place`` and return it; the copy opens its indexes, where it holds any.

    The program opens only indexes made where they lie, and builds those of a copy anew: a third of a second in every
    test. What is copied here was made by this run, so it is marked and sealed as made there.
    """
    shutil.copytree(made, place)
    for mark in place.glob(f"**/index/*/{FINGERPRINT_FILE}"):
        told = json.loads(mark.read_text(encoding="utf-8"))
        mark.write_text(json.dumps({**told, "place": mark.stat().st_ino}), encoding="utf-8")
        sealed = mark.with_name(SEAL)
        if sealed.exists():
            seal(mark.parent, json.loads(sealed.read_text(encoding="utf-8"))["generation"])
    return place


def write_over(database: Path, other: Path) -> None:
    """Put what stands in ``other`` into the file of an open database, which stays the same file.

    Another program does it: a process that opens and closes a file itself loses the locks SQLite holds on it there,
    and a worker takes the library for its own.
    """
    over = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"
    subprocess.run([sys.executable, "-IS", "-c", over, str(other), str(database)], check=True)
