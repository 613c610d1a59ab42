"""Whether every pinned part comes as a wheel for every system: ``python -m package.wheels``.

Asks pip for each system as if it ran there. The named pure sources are built by pip itself, on any system.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PURE_SOURCES: Final = frozenset({"jieba"})
SYSTEMS: Final = {
    "Windows x86-64": (("win_amd64",), "win32", "Windows"),
    "macOS Apple silicon": (("macosx_14_0_arm64", "macosx_13_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64",
                             "macosx_13_0_universal2", "macosx_11_0_universal2"), "darwin", "Darwin"),
    "macOS Intel": (("macosx_13_0_x86_64", "macosx_12_0_x86_64", "macosx_11_0_x86_64", "macosx_10_13_x86_64",
                     "macosx_10_12_x86_64", "macosx_10_9_x86_64", "macosx_13_0_universal2",
                     "macosx_10_9_universal2"), "darwin", "Darwin"),
    "Linux x86-64": (("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64",
                      "manylinux2014_x86_64"), "linux", "Linux"),
}  # fmt: skip


def main() -> int:
    """Ask for every system; return 1 where something is missing."""
    failed = False
    for name, (platforms, system, machine) in SYSTEMS.items():
        missing = lacking(platforms, system, machine)
        failed = failed or bool(missing)
        sys.stdout.write(f"{'✗' if missing else '✓'} {name}{': ' + missing if missing else ''}\n")
    return int(failed)


def lacking(platforms: tuple[str, ...], system: str, machine: str) -> str:
    """Return what pip says is missing for a system; empty where all is there."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(for_system(system, machine), encoding="utf-8")
        named = [part for one in platforms for part in ("--platform", one)]
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--no-deps", "--only-binary", ":all:",
             "--python-version", "3.11", "--target", folder, *named, "--require-hashes", "-r", str(wanted)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return "; ".join(errors) if done.returncode else ""


def for_system(system: str, machine: str) -> str:
    """Return the pins that a system needs, without the pure sources; pip would judge their markers by this system."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / "requirements/run.txt").read_text(encoding="utf-8"))
    kept = [one for one in blocks if re.match(r"[A-Za-z0-9_.-]+==", one) and _is_wanted(one, system, machine)]
    return "\n".join(re.sub(r" ; [^\\\n]*", " ", one) for one in kept)


def _is_wanted(block: str, system: str, machine: str) -> bool:
    if block.partition("==")[0] in PURE_SOURCES:
        return False
    marker = re.search(r" ; ([^\\\n]*)", block)
    if marker is None:
        return True
    from packaging.markers import Marker

    about = {
        "sys_platform": system,
        "platform_system": machine,
        "os_name": "nt" if system == "win32" else "posix",
    }
    return Marker(marker[1].strip()).evaluate(
        {**about, "python_version": "3.11", "python_full_version": "3.11.9"}
    )


if __name__ == "__main__":
    sys.exit(main())
