"""Install (as root, with apt) or name (otherwise) what the window needs from the system.

Nothing is done, and next to no time spent, when all is there; on Windows and macOS Qt brings
everything along. Exit code 1: something without which no window can be made is missing and
could not be installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Library → Debian's package. Without these Qt does not even draw off-screen.
DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
# These are needed besides to open a window under X11.
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT = "fonts-wqy-microhei"
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/run/current-system/sw/share/X11/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
FONT_NAMES = ("wqy", "cjk", "sourcehan", "source-han", "fallback", "uming", "ukai", "simsun", "msyh", "lxgw")


def say(chinese: str, english: str) -> None:
    """Print one sentence on stderr, in English where the environment asks for it and in Chinese elsewhere."""
    asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    sentence = english if asked.startswith("en") else chinese
    sys.stderr.buffer.write(f"{sentence}\n".encode())
    sys.stderr.flush()


def absent(libraries: dict[str, str]) -> dict[str, str]:
    """Return those of ``libraries`` that the loader does not find."""
    missing = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def has_chinese_font() -> bool:
    """Tell whether a font with Chinese glyphs is installed."""
    if lister := shutil.which("fc-list"):
        listed = subprocess.run([lister, ":lang=zh", "file"], capture_output=True, check=False)
        if listed.stdout.strip():
            return True
    files = (
        path.name.lower()
        for folder in FONT_FOLDERS
        for path in Path(folder).expanduser().rglob("*.[to]t[fc]")
    )
    return any(part in name for name in files for part in FONT_NAMES)


def install(packages: list[str]) -> bool:
    """Install Debian packages without asking anything, and tell whether it worked."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}

    def apt(*arguments: str) -> bool:
        command = ["apt-get", "-q", *arguments]
        # apt's report goes to stderr: stdout belongs to what runs afterwards.
        return not subprocess.call(command, stdin=subprocess.DEVNULL, stdout=2, env=environment)

    wanted = ("install", "-y", "--no-install-recommends", *packages)
    return apt(*wanted) or (apt("update") and apt(*wanted))


def main() -> int:
    """Look, install or name, and return the exit code."""
    if not sys.platform.startswith("linux"):
        return 0
    drawing, x11, font = absent(DRAWING), absent(X11), has_chinese_font()
    packages = [*drawing.values(), *x11.values(), *(() if font else (FONT,))]
    if not packages:
        return 0
    debian = shutil.which("apt-get") is not None
    if debian and os.geteuid() == 0:
        say(f"正在安装系统软件包：{' '.join(packages)}", f"Installing system packages: {' '.join(packages)}")
        if install(packages):
            return 0
    if debian:
        command = f"  sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
        say(f"缺少系统软件包，请运行：\n{command}", f"System packages are missing; please run:\n{command}")
    else:
        things = " ".join([*drawing, *x11, *(() if font else ("中文字体 (a Chinese font)",))])
        say(
            f"系统里缺少这些，请用软件包管理器安装：\n  {things}",
            f"The system lacks these; please install them with its package manager:\n  {things}",
        )
    screen = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    return 1 if drawing or (x11 and screen) else 0


if __name__ == "__main__":
    sys.exit(main())
