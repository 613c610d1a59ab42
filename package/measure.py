"""What the built program weighs, part by part, and how old a system it runs on."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

_NEEDED = re.compile(rb"GLIBC_(\d+)\.(\d+)(?:\.(\d+))?")


def size(path: Path) -> int:
    """Return the bytes of a file, or of all files below a folder; a link weighs nothing."""
    if path.is_dir() and not path.is_symlink():
        return sum(one.lstat().st_size for one in path.rglob("*") if one.is_file() and not one.is_symlink())
    return 0 if path.is_symlink() else path.stat().st_size


def parts(program: Path) -> Counter[str]:
    """Return the bytes of each part of a built program: a library's folder, or ``shared`` for single files."""
    found: Counter[str] = Counter()
    for one in (program / "parts").iterdir():
        name = one.name.removesuffix(".libs") if one.is_dir() else "shared"
        found[name.partition("-")[0] if name.endswith("-info") else name] += size(one)
    found["program"] += sum(size(one) for one in program.iterdir() if one.is_file())
    return found


def oldest_glibc(program: Path) -> str:
    """Return the highest GLIBC version any binary of a built program asks for, such as ``2.36``."""
    highest = (0, 0)
    for one in program.rglob("*"):
        if one.is_file() and not one.is_symlink() and _is_elf(one):
            told = subprocess.run(["objdump", "-T", str(one)], capture_output=True, check=False).stdout
            highest = max([highest, *((int(a), int(b)) for a, b, _c in _NEEDED.findall(told))])
    return ".".join(str(part) for part in highest)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
