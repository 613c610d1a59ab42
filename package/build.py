"""Builds the program for the system it runs on: a folder, an archive of it, and on Debian a package.

``make package`` calls this. Everything comes from the pinned requirements, in an environment of its own
(``build/environment``). PyInstaller, because it is the one tool that builds folders for all three systems out of
wheels as they are, knows Qt's plugins, and lets worker processes start the same executable again.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

from package import identity, measure

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
BUILD: Final = ROOT / "build"
OUT: Final = ROOT / "dist"
WINDOWS: Final = sys.platform == "win32"


def main() -> int:
    """Build what is asked for and say what it weighs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", action="store_true", help="use the environment this runs in")
    parser.add_argument(
        "--folder-only", action="store_true", help="build the folder, no archive and no package"
    )
    arguments = parser.parse_args()
    python = sys.executable if arguments.here else str(environment())
    program = folder(python)
    say(f"{program.relative_to(ROOT)}  {measure.size(program) / 1e6:.0f} MB")
    for name, weight in measure.parts(program).most_common(12):
        say(f"  {weight / 1e6:6.1f} MB  {name}")
    if not arguments.folder_only:
        for made in packed(program):
            say(f"{made.relative_to(ROOT)}  {made.stat().st_size / 1e6:.0f} MB")
    if sys.platform == "linux":
        say(f"GLIBC {measure.oldest_glibc(program)}")
    return 0


def say(line: str) -> None:
    """Tell the person who builds."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(*command: str) -> None:
    """Run a step; the build ends where it fails."""
    subprocess.run(command, check=True, cwd=ROOT)


def environment() -> Path:
    """Make the environment of the build from the pinned requirements and return its interpreter."""
    place = BUILD / "environment"
    python = place / ("Scripts/python.exe" if WINDOWS else "bin/python")
    run(sys.executable, "-m", "venv", "--clear", str(place))
    install = (
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    )
    run(*install, "-r", "requirements/build.txt")
    run(*install, "--no-build-isolation", "--only-binary", ":all:", "--no-binary", "jieba",
        "-r", "requirements/package.txt")  # fmt: skip
    return python


def folder(python: str) -> Path:
    """Build the one-folder program and return its place."""
    run(python, "-m", "package.icons", str(BUILD / "icons"))
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(BUILD / "program"),
        "--workpath", str(BUILD / "work"), str(HERE / "yinde.spec"))  # fmt: skip
    program = BUILD / "program" / "yinde"
    if sys.platform == "linux":
        strip(program)
        shutil.copyfile(BUILD / "icons" / "yinde.svg", program / "yinde.svg")
        texts(program / "licences")
        (program / "yinde.desktop").write_text(identity.desktop_entry("@PROGRAM@"), encoding="utf-8")
        shutil.copy(HERE / "linux" / "install.sh", program / "install.sh")
    return program


def texts(place: Path) -> None:
    """Leave the GNU licences beside the program, as every Debian has them; elsewhere whoever releases adds them."""
    place.mkdir(exist_ok=True)
    for name in ("GPL-2", "GPL-3", "LGPL-3"):
        if (found := Path("/usr/share/common-licenses") / name).exists():
            shutil.copyfile(found, place / f"{name}.txt")


def strip(program: Path) -> None:
    """Take the names for debuggers out of the interpreter itself; wheels come without them."""
    parts = program / "parts"
    own = [*parts.glob("libpython*"), *parts.glob("python3*/lib-dynload/*.so")]
    if shutil.which("strip"):
        run("strip", "--strip-unneeded", *(str(one) for one in own))


def packed(program: Path) -> list[Path]:
    """Write the archives and packages this system can make, and return their paths."""
    OUT.mkdir(exist_ok=True)
    name = f"yinde-{identity.version()}-{platform.system().lower()}-{platform.machine().lower()}"
    if WINDOWS:
        return [zipped(program, OUT / f"{name}.zip")]
    if sys.platform == "darwin":
        return [disk_image(program.parent / "引得.app", OUT / f"{name}.dmg")]
    made = [tarred(program, OUT / f"{name}.tar.gz")]
    if shutil.which("dpkg-deb"):
        from package import deb

        made.append(deb.build(program, BUILD / "icons", OUT))
    return made


def zipped(program: Path, target: Path) -> Path:
    """Pack the folder as a zip with names in UTF-8."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for one in sorted(program.rglob("*")):
            if one.is_file():
                archive.write(one, f"yinde/{one.relative_to(program).as_posix()}")
    return target


def tarred(program: Path, target: Path) -> Path:
    """Pack the folder as a tar.gz that belongs to nobody in particular."""

    def nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        return member

    with tarfile.open(target, "w:gz", compresslevel=9) as archive:
        archive.add(program, "yinde", filter=nobody)
    return target


def disk_image(bundle: Path, target: Path) -> Path:
    """Pack the bundle as a disk image with macOS's own tool."""
    run("hdiutil", "create", "-volname", identity.NAME, "-srcfolder", str(bundle), "-ov", "-format", "UDZO",
        str(target))  # fmt: skip
    return target


if __name__ == "__main__":
    sys.exit(main())
