"""The Debian package: the built folder under /opt, a command, a start-menu entry, icons and file kinds."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from package import identity, measure

HOME: Final = Path("opt/yinde")
NEEDS: Final = (
    "libc6 (>= {glibc}), libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1, libglib2.0-0, libxcb-cursor0, "
    "libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1, "
    "libxkbcommon-x11-0"
)
FONTS: Final = "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei"
_AFTER: Final = """#!/bin/sh
set -e
if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t /usr/share/icons/hicolor || true; fi
"""


def build(program: Path, icons: Path, out: Path) -> Path:
    """Write ``out/yinde_VERSION_ARCHITECTURE.deb`` of a built program and return its path."""
    architecture = _asked("dpkg", "--print-architecture")
    target = out / f"yinde_{identity.version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="yinde-deb-") as name:
        tree = Path(name)
        tree.chmod(0o755)
        shutil.copytree(program, tree / HOME, symlinks=True)
        _shared_files(tree, icons)
        _control(tree, architecture, measure.oldest_glibc(program), measure.size(tree) // 1024)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return target


def _shared_files(tree: Path, icons: Path) -> None:
    """Place the command, the start-menu entry, the icons and the papers every Debian package has."""
    command = tree / "usr/bin/yinde"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{HOME}/yinde")
    entry = tree / "usr/share/applications/yinde.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(identity.desktop_entry(f"/{HOME}/yinde"), encoding="utf-8")
    for picture in icons.glob("*.png"):
        kind = tree / f"usr/share/icons/hicolor/{picture.stem}x{picture.stem}/apps"
        kind.mkdir(parents=True)
        shutil.copyfile(picture, kind / "yinde.png")
    drawn = tree / "usr/share/icons/hicolor/scalable/apps"
    drawn.mkdir(parents=True)
    shutil.copyfile(icons / "yinde.svg", drawn / "yinde.svg")
    papers = tree / "usr/share/doc/yinde"
    papers.mkdir(parents=True)
    shutil.copyfile(identity.ROOT / "LICENSE", papers / "copyright")
    changes = (identity.ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def _control(tree: Path, architecture: str, glibc: str, kibibytes: int) -> None:
    folder = tree / "DEBIAN"
    folder.mkdir()
    lines = (
        "Package: yinde", f"Version: {identity.version()}", f"Architecture: {architecture}",
        "Maintainer: Yinde authors <yinde@localhost>", f"Installed-Size: {kibibytes}", "Section: editors",
        "Priority: optional", f"Depends: {NEEDS.format(glibc=glibc)}", f"Recommends: {FONTS}",
        f"Description: {identity.SUMMARY_EN}", f" {identity.SUMMARY}。", "",
    )  # fmt: skip
    (folder / "control").write_text("\n".join(lines), encoding="utf-8")
    for script in ("postinst", "postrm"):
        (folder / script).write_text(_AFTER, encoding="utf-8")
        (folder / script).chmod(0o755)


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
