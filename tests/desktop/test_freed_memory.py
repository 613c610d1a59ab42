"""What a large text took goes back to the system when it is let go of, though something small was kept behind it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
_SCRIPT: Final = """
import sys
from pathlib import Path
from desktop.start.freed_memory import give_freed_memory_back

def held():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])

asked = sys.argv[1] == "asked" and give_freed_memory_back()
large = bytearray(8 << 20)
del large  # from here on such pieces are taken out of the heap
kept, before = [], held()
for _ in range(5):
    large = [bytearray(b"x") * (4 << 20) for _ in range(5)]
    kept.append(bytearray(b"y") * (200 << 10))
    del large
print(int(asked), (held() - before) // 1024)
"""


def after(word: str) -> tuple[bool, int]:
    """Return whether the C library does as it was asked, and the megabytes kept of a hundred let go of."""
    told = subprocess.run(
        [sys.executable, "-c", _SCRIPT, word], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    return told[0] == "1", int(told[1])


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_that_memory_let_go_of_goes_back() -> None:
    asked, kept = after("asked")
    if not asked:
        pytest.skip("another C library")
    assert kept < 5 < after("not asked")[1]
